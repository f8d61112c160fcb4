import type { Clock } from '#shared/time.ts';

export type { Clock };

/** Random port: 0 ≤ value < 1, seeded in tests. */
export interface Random {
  next(): number;
}

/** Plain facts for a log line: ids, counts, codes. Personal data and raw scan texts never go in. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;

/** Log port. `event` is a dotted constant such as `store.open`, so that lines can be counted. */
export interface Logger {
  info(event: string, facts?: LogFacts): void;
  warn(event: string, facts?: LogFacts): void;
  error(event: string, facts?: LogFacts): void;
}

/** Timers as a port, so that suspended time and tests can drive them. */
export interface Timers {
  /** Runs `fn` once after `ms`; the answer cancels it. */
  after(ms: number, fn: () => void): () => void;
}
