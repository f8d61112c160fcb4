import type { Stage } from '#shared/model/node.ts';
import { DAY } from '#shared/time.ts';
import { type DaysOff, NO_DAYS_OFF, sumOfDays } from '../model/daysOff.ts';
import { ROUTE } from '../model/journey.ts';
import { placeOf } from './place.ts';
import { daysWithin, takenBetween, type WayDays } from './placeDays.ts';

/** Days off that are farther away are nobody's matter yet, and nothing is learnt of them. */
export const DAYS_LOOKED = 60;

/** Days off (days since 1970, ascending) of the places of stages, those of one place once. Plain JSON. */
export type TrailDays = readonly { readonly stages: readonly Stage[]; readonly days: readonly number[] }[];

/** The days off on a way, summed as the model asks for them. */
export const daysOffOn =
  (way: WayDays): DaysOff =>
  (stage, from, to, last) => {
    const place = way(stage as Stage);
    // No zone is a day away: mostly there is nothing near, and days of a zone are dear.
    if (place.indexFrom(Math.floor(from) - 1) === place.indexFrom(Math.floor(to) + 2)) return 0;
    return sumOfDays(place.zone, from, to, last, (first, end) =>
      daysWithin(place, first, Math.min(end, first + DAYS_LOOKED)),
    );
  };

/** Those of a parcel that is under way from `first` on (days since 1970), to be kept with its trail. */
export function trailDays(way: WayDays, first: number): TrailDays {
  const places = new Map<string, { stages: Stage[]; days: readonly number[] }>();
  const [from, to] = [first, first + DAYS_LOOKED].map((at) => Math.floor(at * DAY)) as [number, number];
  for (const stage of ROUTE) {
    const days = takenBetween(way(stage), from, to, DAYS_LOOKED).map(({ day }) => day);
    if (days.length === 0) continue;
    const known = places.get(days.join());
    if (known) known.stages.push(stage);
    else places.set(days.join(), { stages: [stage], days });
  }
  return [...places.values()];
}

/** The days off that a trail keeps, summed as the model asks for them. */
export function daysOffIn(trail: { readonly daysOff: TrailDays; readonly market: string | null }): DaysOff {
  if (trail.daysOff.length === 0) return NO_DAYS_OFF;
  const places = new Map<string, { zone: string; days: readonly number[] }>();
  for (const { stages, days } of trail.daysOff) {
    for (const stage of stages) places.set(stage, { zone: placeOf(stage, trail.market).zone, days });
  }
  return (stage, from, to, last) => {
    const place = places.get(stage);
    if (!place) return 0;
    return sumOfDays(place.zone, from, to, last, (first, end) => {
      const days = place.days.filter((day) => day >= first && day <= end);
      return { count: days.length, first: days[0] === first, last: days.at(-1) === end };
    });
  };
}
