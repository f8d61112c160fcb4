import { fail, type Fault, ok, type Result } from '#shared/result.ts';
import type { ShopeeClient, ShopeeFault } from '../client.ts';
import { pairOf } from '../tokens/pair.ts';
import type { Owner, Pair } from '../tokens/vault.ts';
import type { Grant } from './redirect.ts';

/** What a grant brings: one pair, and everyone whose it is. */
export interface Granted {
  readonly owners: readonly Owner[];
  readonly pair: Pair;
  /** One pair for several ids: each refreshes it once for itself before it has a pair of its own. */
  readonly shared: boolean;
}

/** A failure of the platform in the words of a person's call. */
export function asFault(fault: ShopeeFault): Fault {
  const { code } = fault;
  switch (fault.class) {
    case 'transient':
    case 'aborted':
    case 'throttled':
      return { code: 'shopee-unreachable' };
    case 'code':
      return { code: 'connect-code-used' };
    case 'signature':
      return { code: 'shopee-key-wrong' };
    case 'app':
      if (fault.reason === 'partner-unknown') return { code: 'shopee-partner-unknown' };
      if (fault.reason === 'key-expired') return { code: 'shopee-key-expired' };
      return { code: 'shopee-app-refused', detail: { code } };
    default:
      return { code: 'shopee-refused', detail: { code } };
  }
}

/** Turns the code of a grant into tokens. The code is good once, so this is never repeated. */
export async function exchangeCode(
  client: ShopeeClient,
  partnerId: string,
  grant: Grant,
  now: () => number,
): Promise<Result<Granted>> {
  const { account, code } = grant;
  const answer = await client.call(
    'public.get_access_token',
    {
      code,
      partner_id: partnerId,
      ...(account.kind === 'shop' ? { shop_id: account.id } : { main_account_id: account.id }),
    },
    { kind: 'public' },
  );
  if (!answer.ok) return { ok: false, error: asFault(answer.fault) };
  const pair = pairOf(answer.value, now());
  if (!pair) return fail('shopee-refused', { code: 'no-token' });
  const shops = new Set(answer.value.shop_id_list);
  if (account.kind === 'shop') shops.add(account.id);
  const owners: Owner[] = [
    ...[...shops].map((no) => ({ kind: 'shop' as const, no })),
    ...[...new Set(answer.value.merchant_id_list)].map((no) => ({ kind: 'merchant' as const, no })),
  ];
  if (owners.length === 0) return fail('shopee-refused', { code: 'no-shop' });
  return ok({ owners, pair, shared: owners.length > 1 || account.kind === 'main' });
}
