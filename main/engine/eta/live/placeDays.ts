import type { EtaDayOff } from '#shared/model/eta.ts';
import type { Stage } from '#shared/model/node.ts';
import { Recent } from '#shared/recent.ts';
import { asInstant } from '#shared/time.ts';
import { type Calendar, calendarFor, type DayOff } from '../calendars/calendar.ts';
import { dateOf, dayIn, dayOf, startOfDay, weekdayOf } from '../calendars/days.ts';
import { restDays } from '../calendars/handOver.ts';
import { TABLE_FIRST, TABLE_LAST } from '../calendars/table/index.ts';
import { addWorkingDays } from '../calendars/workdays.ts';
import type { CarrierDays, WorkRules } from '../calendars/workRules.ts';
import type { DaysIn } from '../model/daysOff.ts';
import type { Delivery } from '../model/estimate.ts';
import { placeOf } from './place.ts';

const FRIDAY = 4;
const FIRST = dayOf(TABLE_FIRST) ?? 0;
const LAST = dayOf(TABLE_LAST) ?? 0;
/** Stages that one carrier's people do by hand: its week is theirs. */
const BY_CARRIER: ReadonlySet<Stage> = new Set<Stage>(['FIRST_MILE', 'LAST_MILE']);

/** The days of the place of a stage, for one market, the carriers of a parcel's legs, and what a person set. */
export interface PlaceDays {
  readonly zone: string;
  readonly calendar: Calendar;
  /** Days off that take a day of work, by day; weekends are in the usual times already and not among them. */
  readonly taken: readonly { readonly day: number; readonly off: EtaDayOff }[];
  /** Where in `taken` the first day from a day on stands. */
  indexFrom(day: number): number;
  /** When something is delivered that would be on a day; null for a day on which it is. */
  rest(day: number): Delivery | null;
  /** Whether a week of the carrier is set. */
  readonly weekSet: boolean;
}

/** The days of each stage's place on the way of a parcel. */
export type WayDays = (stage: Stage) => PlaceDays;

const made = new WeakMap<WorkRules, Recent<string, WayDays>>();

/**
 * Worked out once for all parcels to a market with the same carriers; the same question gives the same answer. `state`: of
 * the buyer's address (`calendars/states.ts`), whose holidays are those of the last mile; null where it is not known.
 */
export function wayDays(
  rules: WorkRules,
  market: string | null,
  carriers: readonly string[],
  state: string | null = null,
): WayDays {
  let known = made.get(rules);
  if (!known) made.set(rules, (known = new Recent<string, WayDays>(1_000)));
  const key = `${market ?? ''} ${state ?? ''} ${carriers.join(' ')}`;
  return known.of(key, () => {
    const stages = new Map<Stage, PlaceDays>();
    return (stage) => {
      let days = stages.get(stage);
      if (!days)
        stages.set(
          stage,
          (days = make(rules, stage, market, carriers, stage === 'LAST_MILE' ? state : null)),
        );
      return days;
    };
  });
}

function make(
  rules: WorkRules,
  stage: Stage,
  market: string | null,
  carriers: readonly string[],
  state: string | null,
): PlaceDays {
  const { country, zone } = placeOf(stage, market);
  const calendar = calendarFor(country, { state, own: rules.own(country) });
  const whose = stage === 'LAST_MILE' ? carriers.toReversed() : carriers;
  const set = country !== null && BY_CARRIER.has(stage) ? rules.carrierDays(whose, country, state) : null;
  const taken = takenDays(rules, calendar, country ?? '', set);
  const indexes = indexesOf(taken);
  const rests = new Map<number, Delivery | null>();
  const restOf = (day: number): Delivery | null => {
    if (!set?.calendar.isOff(day)) return null;
    const next = addWorkingDays(set.calendar, day, 1).day;
    const last = addWorkingDays(set.calendar, day, -1).day;
    const daysOff = restDays(rules, set.calendar, country ?? '', day, next - 1);
    return {
      at: asInstant(startOfDay(zone, next)),
      before: asInstant(startOfDay(zone, last + 1)),
      daysOff,
    };
  };
  return {
    zone,
    calendar,
    taken,
    indexFrom: (day) => (day > LAST ? taken.length : (indexes[Math.max(0, day - FIRST)] ?? 0)),
    weekSet: set !== null,
    rest: (day) => {
      let rest = rests.get(day);
      if (rest === undefined) rests.set(day, (rest = restOf(day)));
      return rest;
    },
  };
}

/**
 * Days beyond the tables have no holidays, and nobody can set one of their own there. A weekend between two days off is one of
 * them for whoever works at weekends; where nothing is set, parcels are taken to travel then.
 */
function takenDays(
  rules: WorkRules,
  calendar: Calendar,
  country: string,
  set: CarrierDays | null,
): PlaceDays['taken'] {
  const holiday = (day: number): DayOff | null => {
    const found = calendar.dayOff(day);
    return found.why === 'holiday' || found.why === 'own' ? found : null;
  };
  const amid = (day: number): DayOff | null => {
    const friday = day - weekdayOf(day) + FRIDAY;
    return calendar.isOff(day) && holiday(friday + 3) ? holiday(friday) : null;
  };
  const taken: { day: number; off: EtaDayOff }[] = [];
  for (let day = FIRST; day <= LAST; day += 1) {
    const weekday = weekdayOf(day);
    if (set && !(set.week[weekday] && set.calendar.isOff(day))) continue;
    const listed = weekday <= FRIDAY || set ? holiday(day) : null;
    const found = listed ?? (weekday > FRIDAY ? amid(day) : null);
    if (!found) continue;
    const { why, name, tentative, state } = found;
    const date = dateOf(day);
    const own = why === 'own';
    const called = own ? rules.nameOf(country, date) : name;
    taken.push({ day, off: { date, name: called, country, state, tentative, why: own ? 'own' : 'holiday' } });
  }
  return taken;
}

/** For each day of the tables where in `taken` the first day from it on stands: looked up for each stage of each parcel. */
function indexesOf(taken: PlaceDays['taken']): Uint16Array {
  const indexes = new Uint16Array(LAST - FIRST + 1);
  let index = 0;
  for (let day = FIRST; day <= LAST; day += 1) {
    while ((taken[index]?.day ?? Number.POSITIVE_INFINITY) < day) index += 1;
    indexes[day - FIRST] = index;
  }
  return indexes;
}

/** Of the days taken those from the day of `from` up to the day of `to` (instants, ms), at most `looked` days far. */
export function takenBetween(
  { taken, zone, indexFrom }: PlaceDays,
  from: number,
  to: number,
  looked: number,
): PlaceDays['taken'] {
  const first = dayIn(zone, from);
  const last = Math.min(dayIn(zone, to), first + looked);
  const found: PlaceDays['taken'][number][] = [];
  for (let index = indexFrom(first); index < taken.length; index += 1) {
    const each = taken[index];
    if (!each || each.day > last) break;
    found.push(each);
  }
  return found;
}

/** How many days are taken from one day up to another (days since 1970), and whether these two are; null where none is. */
export function daysWithin({ taken, indexFrom }: PlaceDays, first: number, last: number): DaysIn | null {
  const [from, to] = [indexFrom(first), indexFrom(last + 1)];
  if (to <= from) return null;
  return { count: to - from, first: taken[from]?.day === first, last: taken[to - 1]?.day === last };
}
