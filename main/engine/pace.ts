import type { Clock } from './ports.ts';

/** How much is done at a time, so that whoever waits has their turn. */
export interface Pace {
  /** So many next. */
  size(): number;
  /** Does `work`, and sees how long it took. */
  measure<T>(work: () => T): T;
}

/** Grows again by a quarter when there was time to spare. */
const GROWTH = 1.25;

/**
 * As many at a time as take about `ms`: from `most` down to `least` on a slow or busy machine, and back again. A clock that is
 * put back or stands still counts as quick.
 */
export function createPace(clock: Clock, limits: { most: number; least: number; ms: number }): Pace {
  const { most, least, ms } = limits;
  let size = most;
  return {
    size: () => size,
    measure: (work) => {
      const start = clock.now();
      const value = work();
      const took = clock.now() - start;
      const next = took > ms ? (size * ms) / took : size * GROWTH;
      size = Math.max(least, Math.min(most, Math.round(next)));
      return value;
    },
  };
}
