import { randomBytes } from 'node:crypto';
import type { Connecting } from '#shared/contract/shops.ts';
import type { UiLang } from '#shared/contract/shell.ts';
import type { AppId, ShopeeApp, ShopRow } from '#shared/model/shop.ts';
import { FaultError, ok, type Result } from '#shared/result.ts';
import { translate } from '#shared/text/translate.ts';
import { DAY, HOUR } from '#shared/time.ts';
import { createShopCommands, type ShopCommands } from './commands/shops.ts';
import type { Clock, Logger, Timers } from './ports.ts';
import { type CallFacts, createShopeeClient, type ShopeeClient } from './sources/shopee/client.ts';
import { type Attempt, beginAttempt } from './sources/shopee/connect/attempt.ts';
import { checkKey } from './sources/shopee/connect/checkKey.ts';
import { describeOwner } from './sources/shopee/connect/describe.ts';
import { exchangeCode } from './sources/shopee/connect/exchange.ts';
import { listenForRedirect } from './sources/shopee/connect/listener.ts';
import type { Grant } from './sources/shopee/connect/redirect.ts';
import { grantAddress, hostsOf, leaveAddress, loopbackOrigin } from './sources/shopee/hosts.ts';
import { createShopeeAccess, type ShopeeAccess } from './sources/shopee/tokens/access.ts';
import { createTokenKeeper, type TokenKeeper } from './sources/shopee/tokens/keeper.ts';
import type { Owner } from './sources/shopee/tokens/vault.ts';
import type { Transport } from './sources/shopee/transport.ts';
import { describeMerchant, describeShop } from './store/aggregates/shops.ts';
import type { Writer } from './store/types.ts';
import { appById, appKey } from './store/views/shops.ts';
import { ownersToTend } from './store/views/tokens.ts';
import { storeVault } from './vault.ts';

/** What is known of a shop is asked for again after this: its name, its state, the end of its grant. */
const DESCRIBE_EVERY_MS = 12 * HOUR;
/** A paused shop's token is renewed now and then, lest its refresh token (30 days) runs out. */
const PAUSED_EVERY_MS = 7 * DAY;

/** Everything that is made for one app. */
interface AppParts {
  readonly app: ShopeeApp;
  readonly client: ShopeeClient;
  readonly keeper: TokenKeeper;
  readonly access: ShopeeAccess;
}

export interface Shops {
  readonly commands: ShopCommands;
  /** Calls for the shops and merchants of an app: what the sync goes through. */
  access(appId: AppId): ShopeeAccess;
  /** How far the server's clock is ahead of ours, in milliseconds. */
  clockOffset(appId: AppId): number;
  connecting(): Connecting | null;
  begin(order: { appId: AppId; lang: UiLang; redirect: string | null }): Promise<Connecting>;
  paste(address: string): Promise<Connecting>;
  cancel(): Connecting;
  /** Where the seller takes the access back. */
  leaveUrl(shop: ShopRow): string;
  /** Renews what is near its end and asks again what is old; one after another. Never throws. */
  tend(signal: AbortSignal): Promise<void>;
  /** Settles when no refresh and no exchange is under way. */
  idle(): Promise<void>;
}

/** Joins apps, shops and tokens in the store with the Shopee source. */
export function createShops(deps: {
  readonly writer: Writer;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Logger;
  readonly fetch: Transport;
  readonly changed: () => void;
  /** Hears of every attempt at a call, for statistics and budgets. */
  readonly heard: (appId: AppId, facts: CallFacts) => void;
}): Shops {
  const { writer, clock, timers, log, fetch } = deps;
  const holder = randomBytes(9).toString('base64url');
  const parts = new Map<AppId, AppParts>();
  let attempt: Attempt | null = null;

  const partsOf = (appId: AppId): AppParts => {
    const ready = parts.get(appId);
    if (ready) return ready;
    const app = appById(writer, appId);
    const key = appKey(writer, appId);
    if (!app || key === null) throw new FaultError('not-found');
    const client = createShopeeClient({
      base: hostsOf(app.place, app.customHost).api,
      partner: { id: app.partnerId, key },
      fetch,
      clock,
      heard: (facts) => deps.heard(appId, facts),
    });
    const vault = storeVault(writer, appId, holder);
    const wait = (ms: number): Promise<void> => new Promise((done) => void timers.after(ms, done));
    const keeper = createTokenKeeper({ client, partnerId: app.partnerId, vault, clock, log, wait });
    const access = createShopeeAccess({ client, keeper, vault, clock, stopped: deps.changed });
    const made = { app, client, keeper, access };
    parts.set(appId, made);
    return made;
  };

  const commands = createShopCommands({
    writer,
    clock,
    ownHost: loopbackOrigin,
    checkKey: (typed) =>
      checkKey(
        createShopeeClient({
          base: hostsOf(typed.place, typed.customHost).api,
          partner: { id: typed.partnerId, key: typed.key },
          fetch,
          clock,
        }),
      ),
    changed: (appId) => {
      // A client with the old key may still be refreshing: it ends by itself, its lease holds the next one off.
      parts.delete(appId);
      deps.changed();
    },
  });

  const describe = async (appId: AppId, owner: Owner): Promise<void> => {
    const described = await describeOwner(partsOf(appId).access, owner);
    if (!described) return;
    writer.transaction('batch', () => {
      const whose = { appId, ...owner };
      if (described.kind === 'shop') describeShop(writer, whose, described.facts, clock.now());
      else describeMerchant(writer, whose, described.facts, clock.now());
    });
    if (described.kind === 'shop' && described.stop !== null) {
      storeVault(writer, appId, holder).stop(owner, {
        reason: described.stop,
        code: described.stop,
        at: clock.now(),
      });
    }
    deps.changed();
  };

  const connect = async (appId: AppId, grant: Grant) => {
    const { client, app } = partsOf(appId);
    const granted = await exchangeCode(client, app.partnerId, grant, () => clock.now());
    if (!granted.ok) return granted;
    const shopIds = commands.connected(appId, granted.value);
    for (const owner of granted.value.owners) {
      // The first call of each makes a shared pair its own.
      await describe(appId, owner);
    }
    return ok({ shopIds, merchants: granted.value.owners.length - shopIds.length });
  };

  const open = (): Attempt => {
    if (!attempt) throw new FaultError('connect-not-open');
    return attempt;
  };

  return {
    commands,
    access: (appId) => partsOf(appId).access,
    clockOffset: (appId) => partsOf(appId).client.clockOffset(),
    connecting: () => attempt?.state() ?? null,
    begin: async ({ appId, lang, redirect }) => {
      const { app } = partsOf(appId);
      attempt?.cancel();
      const words = (key: Parameters<typeof translate>[1]): string => translate(lang, key);
      const begun: Result<Attempt> = await beginAttempt(
        {
          clock,
          timers,
          listen: listenForRedirect,
          page: (back, state) =>
            grantAddress(app.place, app.customHost, { partnerId: app.partnerId, redirect: back, state }),
          connect: (grant) => connect(appId, grant),
          changed: deps.changed,
        },
        {
          appId,
          state: randomBytes(18).toString('base64url'),
          redirect,
          back: {
            lang,
            title: words('shops.back.title'),
            done: words('shops.back.done'),
            wrong: words('shops.back.wrong'),
          },
        },
      );
      if (!begun.ok) throw new FaultError(begun.error.code, begun.error.detail);
      attempt = begun.value;
      deps.changed();
      return attempt.state();
    },
    paste: async (address) => {
      const running = open();
      const taken = running.take(address);
      if (!taken.ok) throw new FaultError(taken.error.code, taken.error.detail);
      return taken.value;
    },
    cancel: () => {
      const running = open();
      running.cancel();
      return running.state();
    },
    leaveUrl: (shop) => {
      const app = appById(writer, shop.appId);
      return app ? leaveAddress(app.place, app.customHost, app.partnerId) : '';
    },
    tend: async (signal) => {
      for (const one of ownersToTend(writer)) {
        if (signal.aborted) return;
        const now = clock.now();
        const appId = one.appId as AppId;
        const owner: Owner = { kind: one.kind, no: one.no };
        if (one.paused && now - one.savedAt < PAUSED_EVERY_MS) continue;
        const held = await partsOf(appId).keeper.token(owner);
        if (held.ok && !one.paused && now - (one.describedAt ?? 0) > DESCRIBE_EVERY_MS) {
          await describe(appId, owner);
        }
        if (!held.ok && held.why === 'stopped') deps.changed();
      }
    },
    idle: async () => {
      attempt?.cancel();
      await attempt?.settled();
      await Promise.all([...parts.values()].map(({ keeper }) => keeper.idle()));
    },
  };
}
