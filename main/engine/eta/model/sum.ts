import { combine, type Moments, momentsOf } from './combine.ts';
import { type DaysOff, dayOffCost, daysOffAhead, daysRested, NO_DAYS_OFF } from './daysOff.ts';
import { chanceOf } from './journey.ts';
import { remaining, sometimes } from './remaining.ts';
import { stageTime, type StageTime } from './stage.ts';
import type { Standing } from './standing.ts';
import type { ModelState } from './state.ts';
import type { Start, Traits } from './traits.ts';
import { troubleOf } from './troubles.ts';

/** A stage that is left. */
export interface Part {
  readonly stage: string;
  /** Days, as they are expected. */
  readonly usual: number;
  readonly moments: Moments;
}

/** The stages that are left; those after the first with the chance that a parcel is seen in them. */
export function partsOf(
  state: ModelState,
  stages: readonly string[],
  traits: Traits,
  from: Start,
  at: number,
  waited: number,
): Part[] {
  return stages.map((stage, index) => {
    const time = stageTime(state, stage, traits, from, at);
    if (index === 0 && waited > 0) {
      const rest = remaining(time, waited);
      return { stage, usual: rest.median, moments: rest };
    }
    const usual = Math.exp(time.location);
    if (index === 0) return { stage, usual, moments: momentsOf(time) };
    const chance = chanceOf(state.seen, stage, traits, at);
    return { stage, usual: chance * usual, moments: sometimes(momentsOf(time), chance) };
  });
}

/** What days off add to the stages, by their sum without them. */
export function timeOff(
  state: ModelState,
  parts: readonly Part[],
  traits: Traits,
  begin: number,
  daysOff: DaysOff,
): Moments | null {
  if (daysOff === NO_DAYS_OFF) return null;
  const legs = parts.map(({ stage, usual }) => ({
    ...{ stage, usual },
    cost: dayOffCost(state.daysOff, stage, traits, begin),
  }));
  const sum = combine(parts.map(({ moments }) => moments));
  const ahead = daysOffAhead(legs, sum, begin, daysOff);
  return ahead && { mean: ahead.mean, variance: ahead.variance };
}

/**
 * The stages summed up, with days off and a trouble, before any correction. As an estimate adds them: a correction that is
 * learnt for another sum would be told on top of this one.
 */
export function sumOf(parts: readonly Part[], off: Moments | null, { trouble }: Standing): StageTime {
  const sum: Moments[] = parts.map(({ moments }) => moments);
  if (off) sum.push(off);
  if (trouble) sum.push(troubleOf(trouble.kind));
  return combine(sum);
}

/** A parcel stands in its stage for as long as that was worked: days off that have passed are none of it. */
export function worked(
  state: ModelState,
  traits: Traits,
  from: Start,
  standing: Standing,
  daysOff: DaysOff,
): Standing {
  const { waited } = standing;
  if (waited === 0) return standing;
  const time = { from: from.at, to: from.at + waited };
  const rested = daysRested(state.daysOff, from.stage, traits, time, daysOff);
  return rested === 0 ? standing : { ...standing, waited: Math.max(0, waited - rested) };
}
