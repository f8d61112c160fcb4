import { asInstant, type Clock } from '#shared/time.ts';
import type { Timers } from '../engine/ports.ts';

/** The machine's clock and timers: the shell is an edge, so they are made here. */
export const systemClock: Clock = { now: () => asInstant(Date.now()) };
export const systemTimers: Timers = {
  after: (ms, fn) => {
    const timer = setTimeout(fn, ms);
    return () => clearTimeout(timer);
  },
};
