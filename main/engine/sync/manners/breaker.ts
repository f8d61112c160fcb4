import { DAY, HOUR, MINUTE } from '#shared/time.ts';

/** What is known of one call (an endpoint of a shop): how often it failed in a row, and until when it is left alone. */
export interface Breaker {
  readonly failures: number;
  readonly openUntil: number;
  /** Class of the last failure. */
  readonly why: string;
}

const TOLERATED = 3;
const FIRST_MS = 30_000;

/** How long a call is left alone after so many failures in a row of this class; 0: not at all. */
function pauseOf(failures: number, why: string): number {
  switch (why) {
    case 'permission':
      // Nothing changes by itself: once a day is enough to notice that somebody granted it.
      return DAY;
    case 'caller':
      return failures < TOLERATED * 2 ? 0 : Math.min(6 * HOUR, 10 * MINUTE * 2 ** (failures - TOLERATED * 2));
    default:
      return failures < TOLERATED ? 0 : Math.min(HOUR, FIRST_MS * 2 ** (failures - TOLERATED));
  }
}

/** After a failure. Classes that other parts answer for (throttled, quota, token, …) do not count here. */
export function afterFailure(before: Breaker | undefined, why: string, now: number): Breaker {
  const failures = (before?.why === why ? before.failures : 0) + 1;
  return { failures, openUntil: now + pauseOf(failures, why), why };
}
