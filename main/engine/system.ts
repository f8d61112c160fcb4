import { asInstant, type Clock } from '#shared/time.ts';
import type { LogFacts, Logger, Random, Timers } from './ports.ts';

/** The machine's clock. */
export const systemClock: Clock = { now: () => asInstant(Date.now()) };

/** The machine's timers. They do not keep a process alive by themselves. */
export const systemTimers: Timers = {
  after: (ms, fn) => {
    const timer = setTimeout(fn, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** The process's own HTTP, which keeps connections open between calls. */
export const systemFetch: typeof fetch = (input, init) => fetch(input, init);

/** The machine's chance. */
export const systemRandom: Random = { next: () => Math.random() };

/** JSON lines on standard error, which the shell gathers into its log file. */
export function processLog(part: string): Logger {
  const line =
    (level: 'info' | 'warn' | 'error') =>
    (event: string, facts: LogFacts = {}): void => {
      process.stderr.write(
        `${JSON.stringify({ at: new Date().toISOString(), level, part, event, ...facts })}\n`,
      );
    };
  return { info: line('info'), warn: line('warn'), error: line('error') };
}

/** A log that goes nowhere. */
export const silentLog: Logger = { info: () => {}, warn: () => {}, error: () => {} };
