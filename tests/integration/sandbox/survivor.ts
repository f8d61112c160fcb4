import { DAY, HOUR } from '../../../shared/time.ts';
import { type callerOf, type CallOptions, type Heard, type Holder } from './caller.ts';

/**
 * A client that behaves: it asks again what failed in passing, refreshes a refused token once, takes the server's clock,
 * waits out a spent quota, and leaves a window open that it could not read to its end. Forty lines of what our own
 * client must do, to see that the faults can be survived; it shares nothing with it.
 */
export interface Survivor {
  /** One round over the shops: changed orders, their details, trails of what is under way. */
  round(): Promise<void>;
  /** What it has learned: order number → status, and scans by order number. */
  readonly orders: ReadonlyMap<string, string>;
  readonly trails: ReadonlyMap<string, number>;
}

interface Shop {
  holder: Holder;
  refresh: string;
  /** Everything before is read. */
  since: number;
}

const TRANSIENT = new Set([
  'error_server',
  'error_network',
  'error_inner',
  'error_rate_limit',
  'error_not_found',
]);
const MOVING = new Set([
  'PROCESSED',
  'SHIPPED',
  'TO_CONFIRM_RECEIVE',
  'COMPLETED',
  'TO_RETURN',
  'CANCELLED',
  'RETRY_SHIP',
]);

export function survivorOf(
  caller: ReturnType<typeof callerOf>,
  clock: { now: number; skew: number },
  shops: Shop[],
): Survivor {
  const orders = new Map<string, string>();
  const trails = new Map<string, number>();
  const done = new Set<string>();
  let pausedUntil = 0;

  const renew = async (shop: Shop): Promise<void> => {
    const { body } = await caller.refresh(shop.refresh, { shop_id: shop.holder.id });
    if (body['error'] !== '') return;
    shop.holder = { ...shop.holder, token: String(body['access_token']) };
    shop.refresh = String(body['refresh_token']);
  };

  /** The answer's `response`, or null when the question must wait for the next round. */
  const ask = async (
    shop: Shop,
    name: string,
    query: CallOptions['query'],
  ): Promise<Record<string, unknown> | null> => {
    for (let tries = 0; tries < 5 && pausedUntil <= clock.now; tries += 1) {
      const heard: Heard | null = await caller
        .call('GET', name, { holder: shop.holder, query: query ?? {} })
        .catch(() => null);
      if (!heard || heard.status >= 500) continue;
      const { error, message } = heard.body as { error?: string; message?: string };
      if (error === '') return heard.body['response'] as Record<string, unknown>;
      if (error === 'error_limit')
        pausedUntil = (Math.floor((clock.now + 8 * HOUR) / DAY) + 1) * DAY - 8 * HOUR;
      else if (error === 'error_param' && /expired/.test(message ?? '')) {
        clock.skew = Date.parse(heard.headers.get('date') ?? '') - clock.now;
      } else if (error === 'invalid_acceess_token' || message === 'Invalid access_token.') await renew(shop);
      else if (!TRANSIENT.has(error ?? '') && !/System error/.test(message ?? '')) return null;
    }
    return null;
  };

  const changed = async (shop: Shop): Promise<string[] | null> => {
    const found = new Set<string>();
    const seen = new Set<string>();
    const query = {
      time_range_field: 'update_time',
      time_from: Math.floor(shop.since / 1000) - 600,
      time_to: Math.floor(clock.now / 1000),
      page_size: 50,
    };
    for (let cursor = ''; ;) {
      const page = await ask(shop, 'order/get_order_list', { ...query, cursor });
      if (!page) return null;
      const list = page['order_list'] as { order_sn: string }[];
      for (const order of list) found.add(order.order_sn);
      if (page['more'] !== true) return [...found];
      // A page that says nothing new is asked for once more, then the window stays open.
      const next = String(page['next_cursor'] ?? '');
      const key = `${next} ${list.length}`;
      if (next === cursor && seen.has(key)) return null;
      seen.add(key);
      cursor = next;
    }
  };

  const visit = async (shop: Shop): Promise<void> => {
    const until = clock.now;
    const names = await changed(shop);
    if (!names) return;
    const missing = new Set(names);
    for (let from = 0; from < names.length; from += 50) {
      const part = names.slice(from, from + 50);
      for (let tries = 0; tries < 4 && part.some((sn) => missing.has(sn)); tries += 1) {
        const order_sn_list = part.filter((sn) => missing.has(sn)).join(',');
        const answer = await ask(shop, 'order/get_order_detail', { order_sn_list });
        for (const order of (answer?.['order_list'] ?? []) as { order_sn: string; order_status: string }[]) {
          missing.delete(order.order_sn);
          orders.set(order.order_sn, order.order_status);
        }
      }
    }
    if (missing.size === 0) shop.since = until;
  };

  /** A trail is asked for while its order moves, and once after it has come to rest. */
  const follow = async (shop: Shop, mine: ReadonlySet<string>): Promise<void> => {
    for (const [sn, status] of orders) {
      if (!mine.has(sn) || !MOVING.has(status) || done.has(sn)) continue;
      const trail = await ask(shop, 'logistics/get_tracking_info', { order_sn: sn });
      if (!trail) continue;
      const back = (trail['reversed_tracking_info'] ?? []) as unknown[];
      trails.set(sn, (trail['tracking_info'] as unknown[]).length + back.length);
      if (status === 'COMPLETED' || status === 'CANCELLED') done.add(sn);
    }
  };

  const owners = new Map<string, Set<string>>();
  return {
    orders,
    trails,
    async round() {
      for (const shop of shops) {
        const before = new Set(orders.keys());
        await visit(shop);
        const mine = owners.get(String(shop.holder.id)) ?? new Set<string>();
        for (const sn of orders.keys()) if (!before.has(sn)) mine.add(sn);
        owners.set(String(shop.holder.id), mine);
        await follow(shop, mine);
      }
    },
  };
}
