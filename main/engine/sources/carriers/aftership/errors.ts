import type { SourceFaultKind } from '#shared/model/carrierSource.ts';
import { faultOf, type SourceFault } from '../kit/types.ts';

/** `meta.code` by what it means for us. What is not here goes by its HTTP status. */
const KINDS: Readonly<Record<number, SourceFaultKind>> = {
  401: 'auth',
  403: 'auth',
  402: 'quota',
  429: 'rate',
  404: 'not-found',
  4001: 'caller', // body is no JSON
  4003: 'caller', // there already: the client takes it for success
  4004: 'not-found',
  4005: 'caller', // number invalid
  4006: 'caller',
  4007: 'caller', // number missing
  4008: 'caller', // a field's value is invalid
  4009: 'caller', // a field is missing
  4010: 'caller', // courier unknown
  4011: 'caller', // this courier wants more: account, key, ship date, postal code
  4012: 'caller', // courier cannot be told from the number
  4016: 'caller', // may not be re-tracked
  500: 'transient',
  502: 'transient',
  503: 'transient',
  504: 'transient',
};
export const EXISTS = '4003';

/** The fault that an answer tells in its body, with the wait that the rate headers name; null for success. */
export function metaFault(
  code: number,
  headers: { get(name: string): string | null },
  now: number,
): SourceFault | null {
  if (code >= 200 && code < 300) return null;
  const kind = KINDS[code] ?? (code >= 500 && code < 600 ? 'transient' : 'caller');
  return faultOf(kind, String(code), kind === 'rate' ? resetIn(headers, now) : null);
}

/** `X-RateLimit-Reset` names the second at which the allowance is whole again. */
function resetIn(headers: { get(name: string): string | null }, now: number): number | null {
  const reset = Number(headers.get('x-ratelimit-reset') ?? Number.NaN);
  return Number.isFinite(reset) ? Math.max(0, reset * 1000 - now) : null;
}
