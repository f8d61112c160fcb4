import type { AppId, ShopRow } from '#shared/model/shop.ts';
import type { Clock } from './ports.ts';
import type { Shops } from './shops.ts';
import type { CallFacts } from './sources/shopee/client.ts';
import type { Reader } from './store/types.ts';
import { appById, shopRows } from './store/views/shops.ts';
import type { Attempt, Gate, GateAnswer, SyncShop } from './sync/shopee/gate.ts';

/** A shop is called while its permission holds; a token that is being renewed renews itself. */
const GOES_ON: ReadonlySet<ShopRow['state']> = new Set(['ok', 'refreshing']);
/** Shops are looked up again after this, and at once when something about them changed. */
const KNOWN_MS = 30_000;
/** Attempts that nobody has asked for yet; beyond this the oldest are forgotten. */
const KEPT = 10_000;

/** The sync's way to Shopee: shops, tokens and client behind one call. `heard` is to hear of every attempt. */
export function createShopGate(deps: { reader: Reader; clock: Clock; shops: () => Shops }): Gate & {
  heard(appId: AppId, facts: CallFacts): void;
  /** A shop came, went, stopped or goes on. */
  changed(): void;
} {
  const { reader, clock } = deps;
  const names = new Map<AppId, string>();
  const ids = new Map<string, AppId>();
  let known: { at: number; shops: readonly SyncShop[] } | null = null;
  let unclaimed: { app: string; facts: CallFacts }[] = [];

  const appName = (appId: AppId): string => {
    const named = names.get(appId);
    if (named !== undefined) return named;
    const app = appById(reader, appId);
    const name = app ? `${app.place}:${app.partnerId}` : `app:${appId}`;
    names.set(appId, name);
    ids.set(name, appId);
    return name;
  };
  const attempt = (
    facts: CallFacts,
    more: { retryAfterMs: number | null; untilAt: number | null },
  ): Attempt => ({
    outcome: facts.class,
    counts: facts.counts,
    clean: facts.clean,
    ms: facts.ms,
    ...more,
  });
  const NOTHING = { retryAfterMs: null, untilAt: null };

  return {
    changed: () => (known = null),
    heard: (appId, facts) => {
      unclaimed.push({ app: appName(appId), facts });
      if (unclaimed.length > KEPT) unclaimed = unclaimed.slice(-KEPT / 2);
    },
    others: () => {
      const found = unclaimed.map(({ app, facts }) => ({
        app,
        endpoint: facts.endpoint,
        ...attempt(facts, NOTHING),
      }));
      unclaimed = [];
      return found;
    },
    shops: () => {
      const now = clock.now();
      if (known !== null && now - known.at < KNOWN_MS && now >= known.at) return known.shops;
      const shops = shopRows(reader, now).map((row): SyncShop => ({
        shopId: row.id,
        shopNo: row.shopNo,
        app: appName(row.appId),
        market: row.market,
        crossBorder: row.crossBorder,
        stopped: GOES_ON.has(row.state) ? null : (row.reason ?? row.state),
      }));
      known = { at: now, shops };
      return shops;
    },
    call: async (shop, name, params, signal) => {
      const appId = ids.get(shop.app);
      if (appId === undefined) return { kind: 'stopped', attempts: [] };
      const access = deps.shops().access(appId);
      const answer = await access.call({ kind: 'shop', no: shop.shopNo }, name, params as never, { signal });
      if (answer.facts !== null) {
        const mine = answer.facts;
        unclaimed = unclaimed.filter(({ facts }) => facts !== mine);
      }
      if (answer.ok) {
        const { value, raw, facts } = answer;
        return { kind: 'ok', value, raw, attempts: [attempt(facts, NOTHING)] };
      }
      if (answer.facts === null) {
        // A refresh that will work later is trouble with the token; a permission that is gone stops the shop.
        return answer.held === 'later'
          ? { kind: 'fault', class: 'token', reason: 'later', attempts: [] }
          : { kind: 'stopped', attempts: [] };
      }
      const { fault, facts } = answer;
      const { retryAfterMs, untilAt } = fault;
      return {
        kind: 'fault',
        class: fault.class,
        reason: fault.reason,
        attempts: [attempt(facts, { retryAfterMs, untilAt })],
      } satisfies GateAnswer<never>;
    },
    clockOffset: (app) => {
      const appId = ids.get(app);
      return appId === undefined ? 0 : deps.shops().clockOffset(appId);
    },
  };
}
