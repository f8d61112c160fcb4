import type { AppId, ShopeeApp, ShopeePlace, ShopId, ShopRow } from '#shared/model/shop.ts';
import { type Fault, FaultError } from '#shared/result.ts';
import type { Clock } from '../ports.ts';
import type { Granted } from '../sources/shopee/connect/exchange.ts';
import { audit } from '../store/aggregates/audit.ts';
import {
  connectOwner,
  disconnectShop,
  forgetKey,
  pauseShop,
  saveApp,
  stopApp,
  stopOwner,
} from '../store/aggregates/shops.ts';
import { dropToken, grantToken } from '../store/aggregates/tokens.ts';
import type { Writer } from '../store/types.ts';
import { appById, shopById, shopRows } from '../store/views/shops.ts';
import { tokenOwners } from '../store/views/tokens.ts';

/** An app as a person typed it. */
export interface TypedApp {
  readonly place: ShopeePlace;
  readonly customHost: string | null;
  readonly partnerId: string;
  readonly key: string;
}

/** What the platform says of a key: good, not to be asked now, or why not. */
export type KeyCheck = 'good' | 'unasked' | Fault;

export interface ShopCommands {
  saveApp(typed: TypedApp): Promise<{ app: ShopeeApp; checked: boolean }>;
  removeApp(appId: AppId): void;
  /** Keeps what a grant brought, all of it or nothing; answers the shops. */
  connected(appId: AppId, granted: Granted): ShopId[];
  pause(shopId: ShopId): ShopRow;
  resume(shopId: ShopId): ShopRow;
  disconnect(shopId: ShopId): ShopRow;
}

/** What copying adds at the ends: blanks of every kind, marks without width, quotation marks. */
const EDGES = /^[\s\u200b\ufeff"'“”]+|[\s\u200b\ufeff"'“”]+$/g;
const trimmed = (typed: string): string => typed.replace(EDGES, '');

/** What a person does to apps and shops: each change durable, with an audit entry, the key never in it. */
export function createShopCommands(deps: {
  readonly writer: Writer;
  readonly clock: Clock;
  /** The origin of an address on this machine, or null for any other. */
  readonly ownHost: (address: string) => string | null;
  readonly checkKey: (app: TypedApp) => Promise<KeyCheck>;
  /** Something about this app is different now: what was made from it is void. */
  readonly changed: (appId: AppId) => void;
}): ShopCommands {
  const { writer, clock } = deps;

  const known = (shopId: ShopId): ShopRow => {
    const shop = shopById(writer, shopId, clock.now());
    if (!shop) throw new FaultError('not-found');
    return shop;
  };
  const appOf = (appId: AppId): ShopeeApp => {
    const app = appById(writer, appId);
    if (!app) throw new FaultError('not-found');
    return app;
  };
  const alter = (shopId: ShopId, what: string, work: (shop: ShopRow, at: number) => void): ShopRow => {
    const at = clock.now();
    const shop = writer.transaction('command', () => {
      const before = known(shopId);
      work(before, at);
      audit(writer, at, what, `shop ${shopId}`, { shop: before.shopNo });
      return before;
    });
    deps.changed(shop.appId);
    return shopById(writer, shopId, at) ?? shop;
  };

  return {
    saveApp: async (typed) => {
      const app: TypedApp = { ...typed, partnerId: trimmed(typed.partnerId), key: trimmed(typed.key) };
      if (!/^\d{1,20}$/.test(app.partnerId)) throw new FaultError('shopee-partner-malformed');
      if (app.key === '' || /[\s\u200b\ufeff]/.test(app.key)) throw new FaultError('shopee-key-blank');
      const host = app.place === 'custom' ? deps.ownHost(app.customHost ?? '') : '';
      if (host === null) throw new FaultError('shopee-host-foreign');
      const check = await deps.checkKey({ ...app, customHost: host });
      if (typeof check === 'object') throw new FaultError(check.code, check.detail);
      const at = clock.now();
      const id = writer.transaction('command', () => {
        const saved = saveApp(writer, { ...app, customHost: host }, at);
        audit(writer, at, 'shops.app-saved', `app ${saved}`, { place: app.place, partner: app.partnerId });
        return saved as AppId;
      });
      deps.changed(id);
      return { app: appOf(id), checked: check === 'good' };
    },
    removeApp: (appId) => {
      const at = clock.now();
      writer.transaction('command', () => {
        const app = appOf(appId);
        if (app.shops > 0) throw new FaultError('app-in-use', { shops: app.shops });
        forgetKey(writer, appId);
        audit(writer, at, 'shops.app-removed', `app ${appId}`, { place: app.place, partner: app.partnerId });
      });
      deps.changed(appId);
    },
    connected: (appId, granted) => {
      const at = clock.now();
      writer.transaction('command', () => {
        appOf(appId);
        for (const owner of granted.owners) {
          connectOwner(writer, { appId, ...owner }, at);
          grantToken(writer, { appId, ...owner }, granted.pair, granted.shared, at);
        }
        // A grant that works shows that the app does.
        stopApp(writer, appId, null);
        audit(writer, at, 'shops.connected', `app ${appId}`, {
          ids: granted.owners.map((owner) => `${owner.kind} ${owner.no}`).join(', '),
        });
      });
      deps.changed(appId);
      const nos = new Set(granted.owners.filter(({ kind }) => kind === 'shop').map(({ no }) => no));
      return shopRows(writer, at)
        .filter((shop) => shop.appId === appId && nos.has(shop.shopNo))
        .map((shop) => shop.id);
    },
    pause: (shopId) =>
      alter(shopId, 'shops.paused', () => {
        if (!pauseShop(writer, shopId, true)) throw new FaultError('wrong-state');
      }),
    resume: (shopId) =>
      alter(shopId, 'shops.resumed', (shop) => {
        if (shop.state === 'ok' || shop.state === 'refreshing') throw new FaultError('wrong-state');
        pauseShop(writer, shopId, false);
        stopOwner(writer, { appId: shop.appId, kind: 'shop', no: shop.shopNo }, null);
        stopApp(writer, shop.appId, null);
      }),
    disconnect: (shopId) =>
      alter(shopId, 'shops.disconnected', (shop, at) => {
        disconnectShop(writer, shopId, at);
        dropToken(writer, { appId: shop.appId, kind: 'shop', no: shop.shopNo });
        if (shopRows(writer, at).some((other) => other.appId === shop.appId)) return;
        // The last shop of the app: no merchant is needed any more.
        for (const owner of tokenOwners(writer).filter(({ appId }) => appId === shop.appId)) {
          dropToken(writer, owner);
        }
      }),
  };
}
