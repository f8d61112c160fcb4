import type { FaultCode } from './contract/faults.ts';

/** Plain facts that go with a fault: ids, counts, names of files and columns. Never personal data. */
export type FaultDetail = Readonly<Record<string, string | number | boolean | null>>;

/** Expected trouble as data. `code` is from the closed list in `contract/faults.ts`; the words are in `text/ui/faults.ts`. */
export interface Fault {
  readonly code: FaultCode;
  readonly detail?: FaultDetail | undefined;
}

/** The answer of everything that crosses a boundary: a value, or a fault. Nothing is thrown across a boundary. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Fault };

/** Wraps a value as a successful result. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** Makes a failed result from a fault code and its plain facts. */
export function fail(code: FaultCode, detail?: FaultDetail): { ok: false; error: Fault } {
  return { ok: false, error: detail === undefined ? { code } : { code, detail } };
}

/**
 * A fault on its way up inside one process. Thrown only between a deep function and the boundary of the same
 * process (`api/router.ts`, `headless.ts`), where it becomes a `Result`.
 */
export class FaultError extends Error {
  readonly fault: Fault;
  constructor(code: FaultCode, detail?: FaultDetail) {
    super(code);
    this.name = 'FaultError';
    this.fault = detail === undefined ? { code } : { code, detail };
  }
}
