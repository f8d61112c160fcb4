import { dayIn, minuteIn } from '../calendars/days.ts';
import { DAY } from '#shared/time.ts';
import type { Moments } from './combine.ts';
import { type Cells, deviation, settleSlope } from './decay.ts';
import { MEMORY, UNCLIPPED } from './settings.ts';
import type { StageTime } from './stage.ts';
import type { ModelState } from './state.ts';
import type { Traits } from './traits.ts';

/**
 * The days off in the place of a stage between two moments (days since 1970), holidays and own days off that would be worked
 * otherwise: what weekends do is in the usual times. Of the day of `from` counts what is left of it; of the day of `to` all, for
 * who gets there waits for its end, or (`part`) what is gone of it.
 */
export type DaysOff = (stage: string, from: number, to: number, last?: 'whole' | 'part') => number;

/** Nothing is known of holidays. */
export const NO_DAYS_OFF: DaysOff = () => 0;

/** Days off among consecutive ones, and whether the first and the last of these are. */
export interface DaysIn {
  readonly count: number;
  readonly first: boolean;
  readonly last: boolean;
}

const DAY_MINUTES = 1_440;

/** Sums days off of a place as `DaysOff` says, from those that lie in its days from one to another; null: none do. */
export function sumOfDays(
  zone: string,
  from: number,
  to: number,
  last: 'whole' | 'part' = 'whole',
  daysIn: (first: number, last: number) => DaysIn | null,
): number {
  const [begin, end] = [Math.floor(from * DAY), Math.floor(to * DAY)];
  const found = daysIn(dayIn(zone, begin), dayIn(zone, end));
  if (!found) return 0;
  let sum = found.count;
  if (found.first) sum -= minuteIn(zone, begin) / DAY_MINUTES;
  if (last === 'part' && found.last) sum -= 1 - minuteIn(zone, end) / DAY_MINUTES;
  return Math.max(0, sum);
}

/** INVENTED: the part of a day that a day off costs, until that is learnt. */
export const DAY_OFF_COST = 0.7;
/** One parcel's surprise counts at most this much for each day off, days. */
const SURPRISE_DAYS = 1.5;
/** A run of days off may cost more than its days: what was left lying has to be worked off. */
const DEAREST = 1.5;

/** What a day off costs: of a stage anywhere, then what its destination makes different. */
const costGroups = (stage: string, { destination }: Pick<Traits, 'destination'>) => [
  { key: stage, memory: MEMORY.dayOff },
  { key: `${stage}|${destination}`, memory: MEMORY.dayOffDestination },
];

/** The days by which each day off prolongs a stage: 0 where people go on working, 1 where everything rests. */
export function dayOffCost(
  known: Cells,
  stage: string,
  traits: Pick<Traits, 'destination'>,
  at: number,
): number {
  const learnt = costGroups(stage, traits).reduce(
    (sum, { key, memory }) => sum + deviation(known, key, at, memory),
    DAY_OFF_COST,
  );
  return Math.max(0, Math.min(DEAREST, learnt));
}

/** Days that days off took of a stage between two moments that are over (days since 1970), by what is known at the later one or `at`. */
export function daysRested(
  known: Cells,
  stage: string,
  traits: Pick<Traits, 'destination'>,
  { from, to, at = to }: { readonly from: number; readonly to: number; readonly at?: number },
  daysOff: DaysOff,
): number {
  const passed = daysOff(stage, from, to, 'part');
  return passed === 0 ? 0 : passed * dayOffCost(known, stage, traits, at);
}

/** A stage that is left: how long it usually takes, and what a day off adds to it, days. */
export interface Leg {
  readonly stage: string;
  readonly usual: number;
  readonly cost: number;
}

/**
 * How many days off a stage meets that begins at `begin` and takes `usual` days: each prolongs it, and so may bring it to the
 * next. A parcel that waits for the end of a long holiday meets all of it.
 */
export function daysOffMet({ stage, usual, cost }: Leg, begin: number, daysOff: DaysOff): number {
  let met = daysOff(stage, begin, begin + usual);
  while (met > 0) {
    const more = daysOff(stage, begin, begin + usual + met * cost);
    if (more <= met) break;
    met = more;
  }
  return met;
}

/** The moments at which stages end that follow one another from `begin` on, when each takes `factor` times its usual time. */
function endsAlong(legs: readonly Leg[], begin: number, daysOff: DaysOff, factor: number): number[] {
  let from = begin;
  return legs.map((leg) => {
    const usual = leg.usual * factor;
    from += usual + leg.cost * daysOffMet({ ...leg, usual }, from, daysOff);
    return from;
  });
}

/** What days off add. */
export interface DaysOffAhead extends Moments {
  /** When the stages end of a parcel that is neither quick nor slow, days since 1970. */
  readonly ends: readonly number[];
}

/**
 * Quantiles of a normal at 10, 50 and 90 % and what each stands for: three points that have its mean and nearly its variance
 * (Swanson's rule, 0.3, 0.4, 0.3).
 */
const QUICK_USUAL_SLOW = [-1.2816, 0, 1.2816] as const;
const SHARES = [0.3, 0.4, 0.3] as const;
/** Days off add this many days or nothing: less is what sums lose in rounding. */
const LEAST = 1e-6;

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value, index) => sum + (SHARES[index] ?? 0) * value, 0);
const varianceOf = (values: readonly number[]): number => {
  const mean = meanOf(values);
  return meanOf(values.map((value) => (value - mean) ** 2));
};

/**
 * What days off add to stages whose sum is known: whoever is slow meets more of them, so a holiday on the way makes the sum
 * longer and wider, and one that only the slow ones meet does, too. Null where even they meet none. `begin` in days since 1970.
 */
export function daysOffAhead(
  legs: readonly Leg[],
  { location, spread }: StageTime,
  begin: number,
  daysOff: DaysOff,
): DaysOffAhead | null {
  if (daysOff === NO_DAYS_OFF) return null;
  const usual = legs.reduce((sum, leg) => sum + leg.usual, 0);
  const times = QUICK_USUAL_SLOW.map((deviations) => Math.exp(location + spread * deviations));
  const endsAfter = (time: number): number[] => endsAlong(legs, begin, daysOff, time / usual);
  const addedTo = (time: number, ends: readonly number[]): number => (ends.at(-1) ?? begin) - begin - time;
  const [quick, middle, slow] = times as [number, number, number];
  const late = addedTo(slow, endsAfter(slow));
  if (late < LEAST) return null;
  const ends = endsAfter(middle);
  const added = [addedTo(quick, endsAfter(quick)), addedTo(middle, ends), late];
  const together = times.map((time, index) => time + (added[index] ?? 0));
  const variance = Math.max(0, varianceOf(together) - varianceOf(times));
  return { mean: meanOf(added), variance, ends };
}

/** How many days off a stage was to meet when it began, slow and quick parcels together. */
export function daysOffExpected(
  stage: string,
  { location, spread }: StageTime,
  cost: number,
  begin: number,
  daysOff: DaysOff,
): number {
  if (daysOff === NO_DAYS_OFF) return 0;
  return meanOf(
    QUICK_USUAL_SLOW.map((deviations) =>
      daysOffMet({ stage, usual: Math.exp(location + spread * deviations), cost }, begin, daysOff),
    ),
  );
}

/**
 * Learns what `met` days off cost from a stage that took `days`. They are those that were to be met when the stage began, not
 * those that fell into it: whatever takes longer meets more of them, and they would seem to be why.
 */
export function learnDayOff(
  state: ModelState,
  stage: string,
  traits: Traits,
  { met, usual, days, at }: { met: number; usual: number; days: number; at: number },
): void {
  if ((state.stages[stage]?.n ?? 0) <= UNCLIPPED) return;
  const surprise = days - usual - met * dayOffCost(state.daysOff, stage, traits, at);
  const limit = SURPRISE_DAYS * Math.max(1, met);
  let rest = Math.max(-limit, Math.min(limit, surprise));
  for (const { key, memory } of costGroups(stage, traits)) {
    rest = settleSlope(state.daysOff, key, at, met, rest, memory);
  }
}
