import type { TroubleKind } from '#shared/model/case.ts';
import type { Stage } from '#shared/model/node.ts';
import { DAY, type Instant } from '#shared/time.ts';
import { dayIn } from '../calendars/days.ts';
import type { WorkRules } from '../calendars/workRules.ts';
import { type DaysOn, sumOfDays } from '../model/daysOff.ts';
import type { Context } from '../model/estimate.ts';
import { type WayWeather, weatherHazards } from '../weather/hazards.ts';
import { takenBetween, type WayDays, wayDays } from './placeDays.ts';

/** Days off that are farther away are nobody's matter yet. */
const DAYS_LOOKED = 60;

/** What tells the places of a parcel's stages, and their days. */
export interface Way {
  readonly market: string | null;
  /** Of its legs, first to last. */
  readonly carriers: readonly string[];
  /** Of the buyer's address, by its code; null where it is not known or makes no difference. */
  readonly state?: string | null;
}

const daysOnWay =
  (way: WayDays): DaysOn =>
  (stage, from, to) =>
    takenBetween(way(stage as Stage), Math.floor(from * DAY), Math.floor(to * DAY), DAYS_LOOKED).map(
      ({ day }) => day,
    );

/** The days off on the way of a parcel, for the model that learns. */
export function daysOnWayOf(rules: WorkRules, { market, carriers, state }: Way): DaysOn {
  return daysOnWay(wayDays(rules, market, carriers, state));
}

/**
 * What lies around a parcel at a moment: its open case, the days off on its way, when its last mile delivers, and warnings of
 * weather.
 */
export function surroundings(
  parcel: Way & {
    readonly now: Instant;
    readonly openCase: TroubleKind | null;
    readonly openSince?: Instant | null;
    readonly rules: WorkRules;
    /** Weather at the places on its way; null where nobody wants to know, or nothing new enough is known. */
    readonly weather?: WayWeather | null;
  },
): Context {
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
    rests: sumOfDays((stage) => way(stage as Stage).zone, daysOnWay(way)),
    delivers: last.weekSet ? (at) => last.rest(dayIn(zone, at)) ?? { at, before: at, daysOff: [] } : null,
    calendarGap: (from, to) => calendar.dayOff(dayIn(zone, from)).gap ?? calendar.dayOff(dayIn(zone, to)).gap,
  };
}
