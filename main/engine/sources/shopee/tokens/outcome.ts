import type { StopReason } from '#shared/model/shop.ts';
import type { ShopeeAnswer, ShopeeFault } from '../client.ts';
import type { AnswerFor } from '../endpoints/index.ts';
import { pairOf } from './pair.ts';
import { stopFor } from './stops.ts';
import type { KeptToken, Pair } from './vault.ts';

/** What a refresh came to. */
export type Outcome =
  | { readonly kind: 'pair'; readonly pair: Pair }
  /** No answer that can be relied on: the refresh token may be used up, or not. */
  | { readonly kind: 'lost'; readonly fault: ShopeeFault | null }
  /** Refused for now, and nothing was used. `ms`: for how long, where the answer says. */
  | { readonly kind: 'wait'; readonly ms: number | null; readonly fault: ShopeeFault }
  | {
      readonly kind: 'stop';
      readonly scope: 'owner' | 'app';
      readonly reason: StopReason;
      readonly fault: ShopeeFault;
    };

/** A refusal that nobody has described: asked again after this, rather than having the seller authorise for nothing. */
const UNKNOWN_REFUSAL_MS = 600_000;

/**
 * Reads the answer to a refresh of `token`. A refresh token that is refused after an answer was lost is one that was
 * used up by it (`refresh-lost`); otherwise the platform knows it no more (`refresh-invalid`). Either way the seller
 * authorises again: decided by the whole set of codes, never by one (reference, section 1.3).
 */
export function readRefresh(
  answer: ShopeeAnswer<AnswerFor<'public.refresh_access_token'>>,
  token: KeptToken,
  now: number,
): Outcome {
  if (answer.ok) {
    const pair = pairOf(answer.value, now);
    return pair ? { kind: 'pair', pair } : { kind: 'lost', fault: null };
  }
  const { fault } = answer;
  const stop = stopFor(fault);
  if (stop) return { kind: 'stop', ...stop, fault };
  switch (fault.class) {
    case 'refresh-failed':
    case 'token':
    case 'code':
      return {
        kind: 'stop',
        scope: 'owner',
        reason: token.askedAt === null ? 'refresh-invalid' : 'refresh-lost',
        fault,
      };
    case 'permission':
      return {
        kind: 'stop',
        scope: 'owner',
        reason: fault.reason === 'unlinked' ? 'unlinked' : 'no-permission',
        fault,
      };
    case 'transient':
    case 'aborted':
      return { kind: 'lost', fault };
    case 'quota':
      return { kind: 'wait', ms: fault.untilAt === null ? null : fault.untilAt - now, fault };
    case 'throttled':
      return { kind: 'wait', ms: fault.retryAfterMs, fault };
    default:
      return { kind: 'wait', ms: UNKNOWN_REFUSAL_MS, fault };
  }
}
