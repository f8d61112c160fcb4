import { FaultError, type Result } from '#shared/result.ts';

/** The value of a result; its fault is thrown up to the router of the same process. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new FaultError(result.error.code, result.error.detail);
}
