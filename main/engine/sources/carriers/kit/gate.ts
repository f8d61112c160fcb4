import type { Clock, Timers } from '../../../ports.ts';

/** Waits until the next call may go out. Ends early, without a word, when the signal aborts. */
export type Gate = (signal: AbortSignal) => Promise<void>;

/** A little more than the allowed step: calls arrive closer together than they were sent. */
const MARGIN = 1.05;

/** Spaces calls evenly, so that no window of one second holds more than the service allows. */
export function createGate(perSecond: number, deps: { clock: Clock; timers: Timers }): Gate {
  const step = Math.ceil((1000 * MARGIN) / perSecond);
  let next = 0;
  return async (signal) => {
    const now = deps.clock.now();
    const mine = Math.max(now, next);
    next = mine + step;
    if (mine > now) await pause(mine - now, deps.timers, signal);
  };
}

/** Waits by the timer port; an abort ends the wait. */
export function pause(ms: number, timers: Timers, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      cancel();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const cancel = timers.after(ms, done);
    signal.addEventListener('abort', done);
  });
}
