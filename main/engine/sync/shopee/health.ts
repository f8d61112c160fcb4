import type { SyncHealth } from '#shared/contract/sync.ts';
import type { ShopHealth } from '#shared/model/sync.ts';
import type { Manners } from '../manners/index.ts';
import type { SyncShop } from './gate.ts';
import type { SyncJournal } from './journal.ts';

/** Puts together what Sources shows of the sync: apps with budget and share, shops with freshness and gaps. */
export function healthOf(parts: {
  now: number;
  paused: boolean;
  nextAt: number | null;
  shops: readonly SyncShop[];
  manners: (app: string) => Manners;
  figures: (shopId: number) => ReturnType<SyncJournal['figures']>;
}): SyncHealth {
  const { now, shops } = parts;
  return {
    paused: parts.paused,
    nextAt: parts.nextAt as SyncHealth['nextAt'],
    apps: [...new Set(shops.map((shop) => shop.app))].map((app) => ({
      app,
      ...parts.manners(app).view(now),
    })),
    shops: shops.map((shop): ShopHealth => {
      const figures = parts.figures(shop.shopId);
      const loading = figures?.load?.done === false && !figures.load.paused;
      return {
        shopId: shop.shopId as ShopHealth['shopId'],
        app: shop.app,
        market: shop.market,
        state: shop.stopped !== null ? 'stopped' : parts.paused ? 'paused' : loading ? 'loading' : 'syncing',
        stopReason: shop.stopped,
        syncedTo: (figures?.ordersTo ?? null) as ShopHealth['syncedTo'],
        lastSuccessAt: (figures?.lastSuccessAt ?? null) as ShopHealth['lastSuccessAt'],
        calls24h: figures?.calls ?? 0,
        successShare: figures && figures.calls > 0 ? figures.ok / figures.calls : null,
        orders: figures?.orders ?? 0,
        parcelsFollowed: figures?.parcelsFollowed ?? 0,
        openGaps: figures?.openGaps ?? 0,
        load: figures?.load ?? null,
        breakers: parts
          .manners(shop.app)
          .open(now, shop.shopId)
          .slice(0, 50)
          .map((each) => ({ ...each, until: each.until as ShopHealth['breakers'][number]['until'] })),
        note: figures?.note ?? null,
      };
    }),
  };
}
