import { normalAt, normalShare } from './normal.ts';
import type { Moments } from './combine.ts';
import type { StageTime } from './stage.ts';

/** Beyond this quantile of its stage a parcel is taken to stay as one that just reached it: the tail is not known. */
const FARTHEST = 0.98;

/** What is left of a stage that has lasted `age` days already. */
export interface Remaining extends Moments {
  /** Days: 10th, 50th and 90th percentile of the rest. */
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/**
 * The rest of a lognormal time that has lasted `age` days: mean and variance by its partial expectations
 * (E[X | X > a] = m Φ(σ - k) / Φ(-k) with k = (ln a - μ) / σ; likewise of the square with 2σ), quantiles by the share that
 * is left.
 */
export function remaining(time: StageTime, age: number): Remaining {
  const { location, spread } = time;
  const farthest = Math.exp(location + spread * normalAt(FARTHEST));
  const spent = Math.max(0, Math.min(age, farthest));
  const square = spread * spread;
  const mean = Math.exp(location + square / 2);
  const k = spent > 0 ? (Math.log(spent) - location) / spread : Number.NEGATIVE_INFINITY;
  const gone = spent > 0 ? normalShare(k) : 0;
  const left = 1 - gone;
  const first = spent > 0 ? (mean * normalShare(spread - k)) / left : mean;
  const second = spent > 0 ? (mean * mean * Math.exp(square) * normalShare(2 * spread - k)) / left : 0;
  const at = (share: number): number =>
    Math.max(0, Math.exp(location + spread * normalAt(gone + share * left)) - spent);
  const rest = Math.max(1e-3, first - spent);
  return {
    mean: rest,
    variance: spent > 0 ? Math.max(1e-6, second - first * first) : mean * mean * Math.expm1(square),
    low: at(0.1),
    median: at(0.5),
    high: at(0.9),
  };
}

/** A time that happens with a chance only: a stage that not every parcel of the lane is seen in. */
export function sometimes({ mean, variance }: Moments, chance: number): Moments {
  return { mean: chance * mean, variance: chance * (variance + mean * mean) - (chance * mean) ** 2 };
}
