import { systemClock } from '../../../main/engine/system.ts';
import { exchangeCode } from '../../../main/engine/sources/shopee/connect/exchange.ts';
import { grantAddress } from '../../../main/engine/sources/shopee/hosts.ts';
import { readRedirect } from '../../../main/engine/sources/shopee/connect/redirect.ts';
import { createShopeeClient, type ShopeeClient } from '../../../main/engine/sources/shopee/client.ts';
import type { Auth } from '../../../main/engine/sources/shopee/sign.ts';
import { DETAIL_FIELDS } from '../../../main/engine/sync/shopee/jobs.ts';
import type { SandboxCredentials } from '../../../main/sandbox/shopee/start.ts';
import { DAY } from '../../../shared/time.ts';

/** As the product asks: pages of a hundred, details fifty at a time, windows of under fifteen days. */
const PAGE = 100;
const DETAILS = 50;
const WINDOW_DAYS = 14;
const WINDOWS = 3;
/** Of one shop under way at once; the nine shops are read side by side. */
const TOGETHER = 6;

/** The shops' shared token, as the main account grants it to all of them at once. */
async function grant(client: ShopeeClient, at: SandboxCredentials): Promise<string> {
  const partnerId = String(at.partnerId);
  const page = grantAddress('custom', at.host, {
    partnerId,
    redirect: 'http://127.0.0.1:1/back',
    state: 'x',
  });
  const login = await fetch(`${page}&account=main`, { redirect: 'manual' });
  const read = readRedirect(login.headers.get('location') ?? '', 'x');
  if (!read.ok) throw new Error(`No code: ${read.error.code}`);
  const granted = await exchangeCode(client, partnerId, read.value, () => Date.now());
  if (!granted.ok) throw new Error(`No tokens: ${granted.error.code}`);
  return granted.value.pair.accessToken;
}

/** Every order of one shop by list and detail; nothing is kept. */
async function readShop(client: ShopeeClient, auth: Auth): Promise<number> {
  const now = Date.now();
  const batches: Promise<number>[] = [];
  const under = new Set<Promise<number>>();
  const detail = async (sns: readonly string[]): Promise<number> => {
    const answer = await client.call(
      'order.get_order_detail',
      { order_sn_list: sns, request_order_status_pending: true, response_optional_fields: DETAIL_FIELDS },
      auth,
    );
    if (!answer.ok) throw new Error(`Details: ${answer.fault.code}`);
    return answer.value.order_list.length;
  };
  for (let nth = 0; nth < WINDOWS; nth += 1) {
    const to = now - nth * WINDOW_DAYS * DAY;
    let cursor = '';
    for (;;) {
      const page = await client.call(
        'order.get_order_list',
        {
          time_range_field: 'create_time',
          time_from: Math.floor((to - WINDOW_DAYS * DAY) / 1_000),
          time_to: Math.ceil(to / 1_000),
          page_size: PAGE,
          cursor,
          request_order_status_pending: true,
        },
        auth,
      );
      if (!page.ok) throw new Error(`List: ${page.fault.code}`);
      const sns = page.value.order_list.map((order) => order.order_sn ?? '');
      for (let first = 0; first < sns.length; first += DETAILS) {
        while (under.size >= TOGETHER) await Promise.race(under);
        const batch = detail(sns.slice(first, first + DETAILS));
        under.add(batch);
        void batch.finally(() => under.delete(batch)).catch(() => null);
        batches.push(batch);
      }
      cursor = page.value.next_cursor ?? '';
      if (!page.value.more || cursor === '') break;
    }
  }
  return (await Promise.all(batches)).reduce((sum, each) => sum + each, 0);
}

/**
 * How many orders a second the sandbox gives to a client that lists and reads them all and keeps nothing: the limit that
 * a first load is compared with. Asks for less than a load does, which follows numbers and tracking as well.
 */
export async function ceiling(at: SandboxCredentials): Promise<{ orders: number; ordersPerSecond: number }> {
  const partner = { id: String(at.partnerId), key: at.partnerKey };
  const client = createShopeeClient({ base: at.host, partner, fetch, clock: systemClock });
  const token = await grant(client, at);
  const began = performance.now();
  const read = await Promise.all(
    at.shops.map((shop) => readShop(client, { kind: 'shop', id: String(shop.shopId), token })),
  );
  const orders = read.reduce((sum, each) => sum + each, 0);
  return { orders, ordersPerSecond: Math.round((orders * 1_000) / (performance.now() - began)) };
}
