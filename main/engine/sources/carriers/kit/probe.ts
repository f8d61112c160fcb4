import type { SourceFaultKind } from '#shared/model/carrierSource.ts';
import type { PartAnswer } from './each.ts';
import type { TokenAnswer } from './token.ts';
import type { Asked, CarrierSource } from './types.ts';

type Probe = CarrierSource['test'];

/** Tries credentials by getting a token with them. */
export function probeByToken(token: { get(signal: AbortSignal): Promise<TokenAnswer> }): Probe {
  return async (signal) => {
    const answer = await token.get(signal);
    return { fault: answer.ok ? null : answer.fault, allowance: null };
  };
}

/**
 * Tries credentials where the service has no call for it: it is asked about a number that nobody has. With right ones it
 * refuses the number for its own sake, by one of the kinds in `fine`.
 */
export function probeByNumber(
  number: string,
  fine: readonly SourceFaultKind[],
  ask: (item: Asked, signal: AbortSignal) => Promise<PartAnswer>,
): Probe {
  return async (signal) => {
    const answer = await ask({ ...BLANK, number }, signal);
    const fault = 'kind' in answer && !fine.includes(answer.kind) ? answer : null;
    return { fault, allowance: null };
  };
}

const BLANK: Omit<Asked, 'number'> = {
  carrier: null,
  registered: true,
  hash: null,
  market: null,
  orderNo: null,
  orderTime: null,
  phoneTail: null,
};
