import { add, weightOf, type Cells } from './decay.ts';
import { MEMORY } from './settings.ts';
import { laneOf, type Traits } from './traits.ts';

/** Standard deviations from the median to the 90th percentile of a normal. */
const P90 = 1.2816;
/** INVENTED: log of two days, and the spread of its log, where no gap has been seen. */
const PRIOR = { location: Math.log(2), variance: 0.5 } as const;

const key = (stage: string, traits: Traits): string => `${stage}|${laneOf(traits)}`;

/** Learns the days between two scans, or between the last and the delivery. */
export function learnGap(gaps: Cells, stage: string, traits: Traits, days: number, at: number): void {
  const value = Math.log(Math.max(0.02, days));
  add(gaps, `m|${key(stage, traits)}`, at, value, MEMORY.gap);
  add(gaps, `v|${key(stage, traits)}`, at, value * value, MEMORY.gap);
}

/** Days after the last scan from which on silence is longer than nine of ten gaps on this lane and stage. */
export function staleAfter(gaps: Cells, stage: string, traits: Traits, at: number): number {
  const { trust } = MEMORY.gap;
  const weight = weightOf(gaps, `m|${key(stage, traits)}`, at, MEMORY.gap);
  const mean = (name: string, prior: number): number => {
    const cell = gaps[`${name}|${key(stage, traits)}`];
    const own = cell && cell.weight > 0 ? cell.sum / cell.weight : prior;
    return (own * weight + prior * trust) / (weight + trust);
  };
  const location = mean('m', PRIOR.location);
  const square = mean('v', PRIOR.variance + PRIOR.location ** 2);
  return Math.exp(location + P90 * Math.sqrt(Math.max(0.05, square - location * location)));
}
