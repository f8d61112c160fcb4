import type { Clock, Logger, Timers } from './ports.ts';

/** Projections follow what came at most this often; a burst of answers is projected once. */
const PROJECT_EVERY = 5_000;
/** A step that failed inside (a full disk, a bug) is tried again this much later. */
const AGAIN = 60_000;

/** What is driven: a step of work that says when it is due next; null: not by the clock. */
export interface Driven {
  step(): Promise<number | null>;
  stop(): void;
}

/** Runs the steps of a sync, by timers or by whoever holds the clock. */
export interface Drive {
  /** One step and, now and then, the projections of what came. Answers when the next is due; null: not by the clock. */
  advance(): Promise<number | null>;
  /** Something changed that may be waited for: looks at once. With timers only. */
  kick(): void;
  /** Ends the running step without its answers, and starts no other. */
  close(): Promise<void>;
}

export function createDrive(deps: {
  sync: Driven;
  clock: Clock;
  timers: Timers;
  log: Logger;
  /** False: whoever holds the clock calls `advance`. */
  byTimers: boolean;
  project: () => Promise<unknown>;
  faultOf: (error: unknown) => { code: string } | null;
}): Drive {
  const { sync, clock, timers, log } = deps;
  let stopTimer: (() => void) | null = null;
  let running: Promise<void> | null = null;
  let again = false;
  let closed = false;
  let projectedAt = 0;
  let behind = false;

  const advance = async (): Promise<number | null> => {
    const next = await sync.step();
    behind = true;
    const now = clock.now();
    if (now - projectedAt >= PROJECT_EVERY || next === null || next - now >= PROJECT_EVERY) {
      if (behind && !closed) await deps.project();
      behind = false;
      projectedAt = now;
    }
    return next;
  };
  const run = async (): Promise<void> => {
    do {
      again = false;
      let next: number | null;
      try {
        next = await advance();
      } catch (error) {
        log.error('sync.step', {
          code: deps.faultOf(error)?.code ?? 'internal',
          error: error instanceof Error ? error.name : typeof error,
        });
        next = clock.now() + AGAIN;
      }
      if (closed) return;
      if (next !== null) {
        const wait = next - clock.now();
        if (wait <= 0) again = true;
        else stopTimer = timers.after(wait, kick);
      }
    } while (again);
  };
  const kick = (): void => {
    if (closed || !deps.byTimers) return;
    stopTimer?.();
    stopTimer = null;
    again = true;
    running ??= run().finally(() => (running = null));
  };
  return {
    advance,
    kick,
    close: async () => {
      closed = true;
      stopTimer?.();
      sync.stop();
      await running;
    },
  };
}
