import { DAY, HOUR } from '#shared/time.ts';

/** Hour of the local day with its fraction, for a clock `offset` hours east of UTC. */
export const hourOf = (at: number, offset: number): number => {
  const local = at + offset * HOUR;
  return (local - Math.floor(local / DAY) * DAY) / HOUR;
};

/** Local day as days since 1970-01-01. */
export const dayOf = (at: number, offset: number): number => Math.floor((at + offset * HOUR) / DAY);

/** Weekday of a local day, 0 = Sunday (1970-01-01 was a Thursday). */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

/** The instant of a local day at a local hour. */
export const instantOf = (day: number, hour: number, offset: number): number =>
  day * DAY + hour * HOUR - offset * HOUR;

const dayNames = new Map<number, string>();
/** `YYMMDD` of a local day. Asked for with every number, so the few days that there are get remembered. */
export function yymmdd(day: number): string {
  let name = dayNames.get(day);
  if (name === undefined) {
    name = isoDay(day).slice(2).replaceAll('-', '');
    dayNames.set(day, name);
  }
  return name;
}

/** `YYYY-MM-DD` of a local day. */
export const isoDay = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** Whether people of a country rest on a local day; Sundays are the simulation's own matter. */
export type Rests = (country: string, day: number) => boolean;

export interface Hours {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
  /** Closed on Sundays. */
  readonly noSunday?: boolean;
  /** Closed on such local days, too. */
  readonly rests?: (day: number) => boolean;
}

/** `at`, or the next opening when it falls outside the hours. */
export function whenOpen(at: number, hours: Hours): number {
  let day = dayOf(at, hours.offset);
  const hour = hourOf(at, hours.offset);
  let opening = at;
  if (hour >= hours.to) {
    day += 1;
    opening = instantOf(day, hours.from, hours.offset);
  } else if (hour < hours.from) {
    opening = instantOf(day, hours.from, hours.offset);
  }
  const shut = (): boolean =>
    (hours.noSunday === true && weekdayOf(day) === 0) || (hours.rests?.(day) ?? false);
  while (shut()) {
    day += 1;
    opening = instantOf(day, hours.from, hours.offset);
  }
  return opening;
}

/** The first departure at or after `at` on one of the weekdays. */
export function nextDeparture(at: number, weekdays: readonly number[], hour: number, offset: number): number {
  for (let day = dayOf(at, offset); ; day += 1) {
    const leaves = instantOf(day, hour, offset);
    if (leaves >= at && weekdays.includes(weekdayOf(day))) return leaves;
  }
}
