import type { StageTime } from './stage.ts';

/**
 * The sum of independent lognormal times as a lognormal of the same mean and variance (Fenton 1960, "The sum of
 * log-normal probability distributions in scatter transmission systems"; Wilkinson). `shape` learns what the sum really
 * looks like, so this has to be right only in its middle and its spread.
 */
export interface Moments {
  readonly mean: number;
  readonly variance: number;
}

export function momentsOf({ location, spread }: StageTime): Moments {
  const square = spread * spread;
  const mean = Math.exp(location + square / 2);
  return { mean, variance: mean * mean * Math.expm1(square) };
}

export function combine(parts: readonly Moments[]): StageTime {
  let mean = 0;
  let variance = 0;
  for (const part of parts) {
    mean += part.mean;
    variance += part.variance;
  }
  const square = Math.log1p(variance / (mean * mean));
  return { location: Math.log(mean) - square / 2, spread: Math.sqrt(square) };
}
