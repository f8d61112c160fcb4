import type { TroubleKind } from '#shared/model/case.ts';
import type { Instant } from '#shared/time.ts';
import { dayIn } from '../calendars/days.ts';
import type { WorkRules } from '../calendars/workRules.ts';
import type { Context } from '../model/estimate.ts';
import { type WayWeather, weatherHazards } from '../weather/hazards.ts';
import { DAYS_LOOKED, daysOffOn } from './daysOff.ts';
import { takenBetween, wayDays } from './placeDays.ts';

/**
 * What lies around a parcel at a moment: its open case, the days off on its way, when its last mile delivers, and warnings of
 * weather.
 */
export function surroundings(parcel: {
  readonly now: Instant;
  readonly market: string | null;
  readonly openCase: TroubleKind | null;
  readonly openSince?: Instant | null;
  readonly rules: WorkRules;
  /** Of its legs, first to last. */
  readonly carriers: readonly string[];
  /** Of the buyer's address, by its code; null where it is not known or makes no difference. */
  readonly state?: string | null;
  /** Weather at the places on its way; null where nobody wants to know, or nothing new enough is known. */
  readonly weather?: WayWeather | null;
}): Context {
  const { now, market, openCase, openSince, rules, carriers, state, weather } = parcel;
  const way = wayDays(rules, market, carriers, state);
  const last = way('LAST_MILE');
  const { zone, calendar } = last;
  return {
    now,
    openCase,
    openSince: openSince ?? null,
    hazards: weather ? (windows) => weatherHazards(windows, weather) : null,
    daysOff: (stage, from, to) => takenBetween(way(stage), from, to, DAYS_LOOKED).map(({ off }) => off),
    rests: daysOffOn(way),
    delivers: last.weekSet ? (at) => last.rest(dayIn(zone, at)) ?? { at, before: at, daysOff: [] } : null,
    calendarGap: (from, to) => calendar.dayOff(dayIn(zone, from)).gap ?? calendar.dayOff(dayIn(zone, to)).gap,
  };
}
