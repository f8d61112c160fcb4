import { asInstant, DAY } from '#shared/time.ts';
import { type ShopeeSandbox, startShopeeSandbox } from '../../main/sandbox/shopee/start.ts';
import { createWorld } from '../../main/sandbox/simulate/world.ts';
import type { Seamark } from './app.ts';

const PAST = 20;
const ORDERS = 240;

/** Where a seller's own page would be: nobody is there, the address is pasted. */
const REDIRECT = 'https://seller.example/back';

/** A loopback Shopee of nine shops whose world began twenty days ago and goes on. */
export function startShopee(): Promise<ShopeeSandbox> {
  const start = Math.floor(Date.now() / DAY - PAST) * DAY;
  return startShopeeSandbox({
    world: createWorld({ seed: 11, orders: ORDERS, days: PAST + 10, start }),
    clock: { now: () => asInstant(Date.now()) },
  });
}

/** Where Shopee's page sends the browser of a seller who logs in with this account and confirms. */
export async function consent(url: string, account = 'main'): Promise<string> {
  const page = new URL(url);
  page.searchParams.set('account', account);
  const back = (await fetch(page, { redirect: 'manual' })).headers.get('location');
  if (back === null) throw new Error('The sandbox did not redirect');
  return back;
}

/** Connects all shops, or the one of a market, without the page. */
export async function connectShops(
  seamark: Pick<Seamark, 'call'>,
  { credentials }: ShopeeSandbox,
  market: string | null = null,
): Promise<void> {
  const shop = credentials.shops.find((one) => one.market === market);
  const { app } = await seamark.call('shops.app.save', {
    place: 'custom',
    customHost: credentials.host,
    partnerId: String(credentials.partnerId),
    key: credentials.partnerKey,
  });
  const begun = await seamark.call('shops.connect.begin', { appId: app.id, lang: 'en', redirect: REDIRECT });
  await seamark.call('shops.connect.paste', {
    address: await consent(begun.url, shop ? String(shop.shopId) : 'main'),
  });
  await until(async () => (await seamark.call('shops.list', {})).connecting?.phase === 'done');
}

/** Connects the shop of a market without the page, and waits until its last thirty days are in. */
export async function loadShop(
  seamark: Pick<Seamark, 'call'>,
  shopee: ShopeeSandbox,
  market: string,
): Promise<void> {
  await connectShops(seamark, shopee, market);
  await until(async () => {
    const { shops } = await seamark.call('sync.health', {});
    return shops.length > 0 && shops.every(({ load }) => load?.done === true);
  });
}

/** Asks until it is so. */
async function until(met: () => Promise<boolean>): Promise<void> {
  while (!(await met())) await new Promise((done) => setTimeout(done, 50));
}
