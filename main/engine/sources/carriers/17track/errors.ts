import type { SourceFaultKind } from '#shared/model/carrierSource.ts';
import { faultOf, type SourceFault } from '../kit/types.ts';

/** What the client does about an error of one number or one call. */
export type Action =
  | 'as-success' // the wish is fulfilled already
  | 'register' // tell the service about the number, then ask
  | 'wait' // nothing to do but ask later
  | 'fix-credentials'
  | 'stop' // no more of this until the allowance is renewed or bought
  | 'name-carrier'
  | 'fix-number'
  | 'give-more' // a field that this carrier wants
  | 'retry'
  | 'never'; // asking again changes nothing

export interface ErrorMeaning {
  readonly kind: SourceFaultKind;
  readonly action: Action;
}

const all = (kind: SourceFaultKind, action: Action, ...codes: readonly number[]): [number, ErrorMeaning][] =>
  codes.map((code) => [code, { kind, action }]);

/** The service's error codes (CA 2.2), by what they mean for us. */
const ERRORS: ReadonlyMap<number, ErrorMeaning> = new Map([
  ...all('auth', 'fix-credentials', -18010001, -18010002, -18010004, -18010005),
  ...all('transient', 'retry', -18010003),
  ...all('caller', 'fix-number', -18010010, -18010011, -18010012, -18010013, -18010014, -18010015),
  ...all('caller', 'give-more', -18010016, -18010018, -18010019, -18010020, -18010022),
  // Webhook settings: nothing that a question about parcels can cause.
  ...all('caller', 'never', -18010201, -18010202, -18010203, -18010204, -18010205, -18010206),
  ...all('caller', 'as-success', -18019901),
  ...all('not-found', 'register', -18019902),
  ...all('caller', 'name-carrier', -18019903, -18019910),
  ...all('caller', 'never', -18019904, -18019905, -18019906, -18019911),
  ...all('quota', 'stop', -18019907, -18019908),
  ...all('no-info-yet', 'wait', -18019909),
  ...all('auth', 'never', -18019912),
  // Change of carrier: old one to be named, new one wrong, same, missing, not registered, stopped, too often.
  ...all('caller', 'never', -18019801, -18019802, -18019803, -18019804, -18019805, -18019806, -18019807),
  ...all('rate', 'wait', -18019808),
  ...all('caller', 'never', -18019809, -18019810, -18019811),
  // Asking the carrier at once: time-out, carrier's fault, own fault (not charged), carrier not supported.
  ...all('transient', 'retry', -18019815, -18019816, -18019817),
  ...all('caller', 'never', -18019818),
]);

/** What a code means; a new one is taken for a question that must not be repeated as it is. */
export function meaningOfError(code: number): ErrorMeaning {
  return ERRORS.get(code) ?? { kind: 'caller', action: 'never' };
}

/** A code as a fault. */
export function errorFault(code: number): SourceFault {
  return faultOf(meaningOfError(code).kind, String(code));
}
