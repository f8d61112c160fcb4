import { DAY, MINUTE } from '#shared/time.ts';

/**
 * Shopee wants 90 of 100 calls of a day to succeed (guide 34, section 5). We stop risking calls a little above, so that
 * what fails by surprise still fits.
 */
export const SHARE_FLOOR = 0.93;
/** So few calls that one failure already breaks the share: then failures are spaced instead. */
const FEW_CALLS = 60;
const FEW_FAILURES = 3;

/** The calls of the last 24 hours, by minutes. */
export interface Share {
  heard(now: number, ok: boolean): void;
  /** 0 to 1, or null before the first call. */
  value(now: number): number | null;
  calls(now: number): number;
  /** Whether one more call may fail without breaking the floor. */
  mayFail(now: number): boolean;
}

/** Begins with what is on record of the last day. */
export function createShare(known: readonly { minute: number; calls: number; ok: number }[] = []): Share {
  const minutes = new Map<number, { calls: number; ok: number }>();
  let calls = 0;
  let ok = 0;
  for (const each of known) {
    minutes.set(each.minute, { calls: each.calls, ok: each.ok });
    calls += each.calls;
    ok += each.ok;
  }
  /** Forgets what is older than a day. The map keeps the order of its minutes, so it stops at the first that stays. */
  const forget = (now: number): void => {
    const oldest = Math.floor((now - DAY) / MINUTE);
    for (const [minute, each] of minutes) {
      if (minute > oldest) break;
      minutes.delete(minute);
      calls -= each.calls;
      ok -= each.ok;
    }
  };
  return {
    heard: (now, went) => {
      forget(now);
      const minute = Math.floor(now / MINUTE);
      const one = minutes.get(minute) ?? { calls: 0, ok: 0 };
      one.calls += 1;
      calls += 1;
      if (went) {
        one.ok += 1;
        ok += 1;
      }
      minutes.set(minute, one);
    },
    value: (now) => {
      forget(now);
      return calls === 0 ? null : ok / calls;
    },
    calls: (now) => {
      forget(now);
      return calls;
    },
    mayFail: (now) => {
      forget(now);
      if (calls < FEW_CALLS) return calls - ok < FEW_FAILURES;
      return ok / (calls + 1) >= SHARE_FLOOR;
    },
  };
}
