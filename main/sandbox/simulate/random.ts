/** Chance that repeats: the same parts give the same numbers, whatever was asked before. */
export interface Chance {
  /** 0 ≤ value < 1. */
  next(): number;
  /** Whole number, 0 ≤ value < below. */
  below(below: number): number;
  /** True with this probability. */
  happens(share: number): boolean;
  pick<T>(values: readonly T[]): T;
  /** Index drawn by weight; weights need not sum to one. */
  weighted(weights: readonly number[]): number;
  /** Lognormal draw: `median`, and the spread `sigma` of its logarithm. Never below a twentieth of the median. */
  about(median: number, sigma: number): number;
}

/** Mixes whole numbers into 32 well-spread bits (murmur3's finaliser over a running value). */
export function mix(...parts: readonly number[]): number {
  let hash = 0x9e3779b9;
  for (const part of parts) {
    hash ^= part | 0;
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash = (hash ^ (hash >>> 16)) + 0x6d2b79f5;
  }
  return hash >>> 0;
}

/** A number from 0 to below 1 that depends on the parts alone. */
export const share = (...parts: readonly number[]): number => mix(...parts) / 4_294_967_296;

/** A source of chance (mulberry32) for one thing of the world, named by its parts: seed, kind, shop, index … */
export function chanceOf(...parts: readonly number[]): Chance {
  let state = mix(...parts);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    happens: (probability) => next() < probability,
    pick: (values) => values[below(values.length)] as (typeof values)[number],
    weighted(weights) {
      let left = next() * weights.reduce((sum, weight) => sum + weight, 0);
      for (let index = 0; index < weights.length; index += 1) {
        left -= weights[index] ?? 0;
        if (left < 0) return index;
      }
      return weights.length - 1;
    },
    about(median, sigma) {
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return Math.max(median / 20, median * Math.exp(sigma * normal));
    },
  };
}
