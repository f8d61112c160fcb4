import type { Reply } from './reply.ts';

/** What the sandbox saw, for the figures that a run prints. */
export interface Counters {
  calls: number;
  /** Calls outside the Public kind: the ones that the platform's 90 % rule counts (G34). */
  counted: number;
  /** Of those: HTTP 200 with empty `error` and `message`. */
  succeeded: number;
  readonly byPath: Record<string, number>;
  readonly byError: Record<string, number>;
  readonly byFault: Record<string, number>;
}

export const createCounters = (): Counters => ({
  calls: 0,
  counted: 0,
  succeeded: 0,
  byPath: {},
  byError: {},
  byFault: {},
});

const add = (table: Record<string, number>, name: string): void => {
  table[name] = (table[name] ?? 0) + 1;
};

/** Counts a call by what was answered; null when no whole answer left. */
export function countCall(counters: Counters, path: string, isPublic: boolean, reply: Reply | null): void {
  counters.calls += 1;
  add(counters.byPath, path);
  if (!isPublic) counters.counted += 1;
  const error = errorOf(reply);
  if (error === '') {
    if (!isPublic) counters.succeeded += 1;
  } else {
    add(counters.byError, error);
  }
}

function errorOf(reply: Reply | null): string {
  if (reply === null) return 'no answer';
  if (reply.kind === 'file') return '';
  if (reply.kind === 'text') return `http ${reply.status}`;
  const { error, message } = reply.fields;
  if (typeof error === 'string' && error !== '') return error;
  return reply.status === 200 && (message === '' || message === undefined) ? '' : `http ${reply.status}`;
}

/** Counts a fault that struck. */
export const countFault = (counters: Counters, name: string): void => add(counters.byFault, name);
