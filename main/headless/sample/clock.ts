import type { Timers } from '../../engine/ports.ts';
import { asInstant, type Clock } from '#shared/time.ts';

/** A clock that somebody holds, and timers that fire when it passes them. */
export interface HeldClock {
  readonly clock: Clock;
  readonly timers: Timers;
  /** Moves on to `at` (never back) and fires what is due, in order. */
  moveTo(at: number): void;
}

/** Time that passes as fast as the work allows, the same on every machine. */
export function heldClock(start: number): HeldClock {
  let now = start;
  let made = 0;
  const waiting = new Map<number, { at: number; fn: () => void }>();
  return {
    clock: { now: () => asInstant(now) },
    timers: {
      after: (ms, fn) => {
        const id = (made += 1);
        waiting.set(id, { at: now + ms, fn });
        return () => void waiting.delete(id);
      },
    },
    moveTo: (at) => {
      now = Math.max(now, at);
      const due = [...waiting].filter(([, timer]) => timer.at <= now).toSorted((a, b) => a[1].at - b[1].at);
      for (const [id, timer] of due) {
        if (waiting.delete(id)) timer.fn();
      }
    },
  };
}
