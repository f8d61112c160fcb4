import type { StopReason } from '#shared/model/shop.ts';
import type { ShopeeAccess } from '../tokens/access.ts';
import type { Owner } from '../tokens/vault.ts';

/** What the platform says of a shop or a merchant, blank or null where it says nothing; `stop`: it says itself that the shop stands still. */
export type Described =
  | {
      readonly kind: 'shop';
      readonly facts: {
        readonly name: string;
        readonly region: string;
        readonly crossBorder: boolean | null;
        readonly merchantNo: string | null;
        readonly grantedAt: number | null;
        readonly grantExpiresAt: number | null;
      };
      readonly stop: StopReason | null;
    }
  | {
      readonly kind: 'merchant';
      readonly facts: {
        readonly name: string;
        readonly region: string;
        readonly currency: string;
        readonly grantedAt: number | null;
        readonly grantExpiresAt: number | null;
      };
    };

/** Asks what a shop or a merchant is; null where the answer did not come. */
export async function describeOwner(access: ShopeeAccess, owner: Owner): Promise<Described | null> {
  if (owner.kind === 'merchant') {
    const answer = await access.call(owner, 'merchant.get_merchant_info', {});
    if (!answer.ok) return null;
    const { value } = answer;
    return {
      kind: 'merchant',
      facts: {
        name: value.merchant_name ?? '',
        region: value.merchant_region ?? '',
        currency: value.merchant_currency ?? '',
        grantedAt: value.auth_time,
        grantExpiresAt: value.expire_time,
      },
    };
  }
  const answer = await access.call(owner, 'shop.get_shop_info', {});
  if (!answer.ok) return null;
  const { value } = answer;
  return {
    kind: 'shop',
    facts: {
      name: value.shop_name ?? '',
      region: value.region ?? '',
      crossBorder: value.is_cb,
      // Zero says "none", as null does.
      merchantNo: value.merchant_id === '0' ? null : value.merchant_id,
      grantedAt: value.auth_time,
      grantExpiresAt: value.expire_time,
    },
    stop: value.status === 'BANNED' ? 'banned' : value.status === 'FROZEN' ? 'frozen' : null,
  };
}
