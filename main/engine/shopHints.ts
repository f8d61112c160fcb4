import type { Clock } from './ports.ts';
import type { PushContent } from './sources/push/types.ts';
import { listOrder, orderFacts } from './store/aggregates/orders.ts';
import { askPackagesNow, packagesOf } from './store/aggregates/packages.ts';
import { wantTask } from './store/aggregates/syncState.ts';
import type { Writer } from './store/types.ts';
import { appKey, appRows } from './store/views/shops.ts';
import type { SyncShop } from './sync/shopee/gate.ts';
import { listedAt } from './sync/shopee/read.ts';

export type ShopHint = Extract<PushContent, { kind: 'hint' }>;

/** What the push receiver needs of the shops. */
export interface ShopHints {
  /** The keys of the seller's apps: each signs its own pushes. */
  keys(): readonly string[];
  /** Marks what a push names as due at once, inside the caller's transaction; what is known already is not asked again. */
  take(hint: ShopHint): void;
  /** The transaction of `take` is through: what became due is asked for. */
  taken(): void;
}

/** Codes of Shopee's pushes (reference, 4.2). */
const ORDER_STATUS = '3';
const TRACKING_NUMBER = '4';
const PENALTY = '28';
const RETURN = '29';
const PACKAGE_STATUS = '30';
const FIRST_MILE = '37';
const PACKAGE_INFO = '47';

/**
 * Joins Shopee's pushes with the sync. A push may be forged by nobody but come twice, late or in another order, so it is a
 * hint: the order, the number, the list that it names is due now, through the same questions, manners and writes as by the
 * clock. A shop that is not ours, and a code that brings nothing here, change nothing.
 */
export function createShopHints(deps: {
  writer: Writer;
  clock: Clock;
  shops: () => readonly SyncShop[];
  /** Something of a shop is due now; `list` is read at once. */
  look: (shopId: number, list: 'orders' | 'returns' | null) => void;
  taken: () => void;
}): ShopHints {
  const { writer, clock } = deps;

  /** Whether the push says something that we do not have, as far as that can be told without asking. */
  const isNews = (shopId: number, orderSn: string, { code, ids, status, changedAt }: ShopHint): boolean => {
    const order = orderFacts(writer, shopId, orderSn);
    if (order?.state !== 'known') return true;
    const parcel = (): ReturnType<typeof packagesOf>[number] | undefined =>
      packagesOf(writer, order.id).find((each) => each.packageNumber === ids['packageNo']);
    switch (code) {
      case ORDER_STATUS:
        return order.status !== status || (order.updatedAt ?? 0) < (changedAt ?? Number.POSITIVE_INFINITY);
      case TRACKING_NUMBER:
        return ids['number'] === undefined || parcel()?.number !== ids['number'];
      case PACKAGE_STATUS:
        return status === null || parcel()?.status !== status;
      default:
        return true;
    }
  };
  const ofOrder = ({ shopId, market }: SyncShop, hint: ShopHint, at: number): void => {
    const orderSn = hint.ids['orderNo'];
    if (orderSn === undefined || !isNews(shopId, orderSn, hint)) return;
    listOrder(writer, { shopId, orderSn, market, status: null, at: listedAt(orderSn, at), due: at });
    const order = hint.code === ORDER_STATUS ? undefined : orderFacts(writer, shopId, orderSn);
    if (order) askPackagesNow(writer, order.id, at);
    deps.look(shopId, null);
  };

  return {
    keys: () => appRows(writer).flatMap(({ id }) => appKey(writer, id) ?? []),
    take: (hint) => {
      const shop = deps.shops().find(({ shopNo }) => shopNo === hint.ids['shopId']);
      if (!shop) return;
      const at = clock.now();
      switch (hint.code) {
        case ORDER_STATUS:
        case TRACKING_NUMBER:
        case PACKAGE_STATUS:
        case PACKAGE_INFO:
          ofOrder(shop, hint, at);
          return;
        case RETURN:
          deps.look(shop.shopId, 'returns');
          return;
        case PENALTY:
        case FIRST_MILE:
          wantTask(
            writer,
            ...([shop.shopId, hint.code === PENALTY ? 'penalties' : 'first-mile-list'] as const),
            ...(['', at, null] as const),
          );
          deps.look(shop.shopId, null);
      }
    },
    taken: deps.taken,
  };
}
