import type { z } from 'zod';

/** Which process answers: the engine, or the shell (the Electron main process, or its stand-in in a browser). */
export type Host = 'engine' | 'shell';

/**
 * One call. `kind` tells whether it changes data: a query never does, a command may, is run one after another
 * and writes an audit entry. Every call may also answer with the faults of the boundary itself.
 */
export interface Call<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'query' | 'command';
  readonly host: Host;
  readonly input: I;
  readonly output: O;
}

/** One topic: what is pushed to the page. Each message carries a revision that only grows. */
export interface Topic<P extends z.ZodType = z.ZodType> {
  readonly host: Host;
  readonly payload: P;
}

/** Declares a read by the engine. */
export const query = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  ({ kind: 'query', host: 'engine', input, output }) as const;

/** Declares a change by the engine. */
export const command = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  ({ kind: 'command', host: 'engine', input, output }) as const;

/** Declares a read by the shell. */
export const shellQuery = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  ({ kind: 'query', host: 'shell', input, output }) as const;

/** Declares a change by the shell. */
export const shellCommand = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  ({ kind: 'command', host: 'shell', input, output }) as const;

/** Declares a topic. */
export const topic = <P extends z.ZodType>(host: Host, payload: P) => ({ host, payload }) as const;
