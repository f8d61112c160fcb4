import type { Fault } from '#shared/result.ts';
import type { ShopeeClient } from '../client.ts';
import { asFault } from './exchange.ts';

/** A person waits for it, and other commands wait behind. */
const TIMEOUT_MS = 8_000;

/**
 * Tries a key out with a call that needs nothing but it, and that the platform does not count. A refusal that shows that
 * the signature was taken (no permission, an undeclared address) is a good key.
 */
export async function checkKey(client: ShopeeClient): Promise<'good' | 'unasked' | Fault> {
  const answer = await client.call(
    'public.get_shops_by_partner',
    { page_size: 1, page_no: 1 },
    { kind: 'public' },
    { timeoutMs: TIMEOUT_MS },
  );
  if (answer.ok) return 'good';
  const { fault } = answer;
  switch (fault.class) {
    case 'signature':
      return asFault(fault);
    case 'app':
      return fault.reason === 'address-undeclared' ? 'good' : asFault(fault);
    case 'transient':
    case 'aborted':
    case 'throttled':
    case 'quota':
    case 'clock':
      return 'unasked';
    default:
      return 'good';
  }
}
