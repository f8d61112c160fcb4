import { afterEach, describe, expect, it } from 'vitest';
import { HOUR } from '#shared/time.ts';
import { shopeePush } from '../../../main/engine/sources/carriers/kit/signatures.ts';
import { get } from '../../../main/headless/sample/connect.ts';
import { truthOf } from '../../../main/headless/sample/truth.ts';
import type { OrderPlan } from '../../../main/sandbox/simulate/types.ts';
import { known, openShopWorld, type ShopWorld, START } from './shopWorld.ts';

let shops: ShopWorld;
afterEach(() => shops.close());

const FROM = START + 10 * HOUR;
/** The lists do not answer any more: whatever comes now, comes by push. */
async function onlyByPush(): Promise<string> {
  shops = await openShopWorld();
  await shops.pass(FROM);
  const url = await shops.hear();
  shops.sandbox.faults.set([
    { fault: 'server', path: 'get_order_list' },
    { fault: 'server', path: 'get_return_list' },
  ]);
  return url;
}
/** The work that is due now, in a few seconds. */
async function atOnce(): Promise<void> {
  const until = shops.held.clock.now() + 5_000;
  for (let next = await shops.engine().advance(); next < until; next = await shops.engine().advance()) {
    shops.held.moveTo(next);
  }
}
const outcomes = async (): Promise<Record<string, number>> =>
  (await get(shops.engine(), 'carriers.push', {})).sources.find(({ source }) => source === 'shopee')?.week ??
  {};
const calls = (name: string): number => shops.sandbox.counters().byPath[`/api/v2/${name}`] ?? 0;
/** The first of the world's moments after `FROM`, with its order. */
function nextOf(momentsOf: (order: OrderPlan) => readonly (number | null)[]): {
  at: number;
  order: OrderPlan;
} {
  let best: { at: number; order: OrderPlan } | null = null;
  for (const shop of shops.world.shops) {
    for (let index = 0; index < shops.world.placedUntil(shop.index, shops.end); index += 1) {
      const order = shops.world.order(shop.index, index);
      for (const at of momentsOf(order)) {
        if (at !== null && at > FROM && at < (best?.at ?? shops.end)) best = { at, order };
      }
    }
  }
  if (!best) throw new Error('nothing happens');
  return best;
}

describe('what the sandbox pushes', { timeout: 120_000 }, () => {
  it('brings a new order and its tracking number at once, without a list', async () => {
    await onlyByPush();
    const { at, order } = nextOf(({ createdAt }) => [createdAt]);
    shops.held.moveTo(at + 1_000);
    await atOnce();
    expect(known(shops.engine()).orders).not.toContain(order.sn);
    expect(await shops.sandbox.pusher.pump()).toBeGreaterThan(0);
    await atOnce();
    expect(known(shops.engine()).orders).toContain(order.sn);
    expect(shops.held.clock.now() - at).toBeLessThan(15_000);

    const numbered = nextOf(({ packages }) => packages.map(({ numberedAt }) => numberedAt));
    const parcel = numbered.order.packages.find(({ numberedAt }) => numberedAt === numbered.at);
    shops.held.moveTo(Math.max(shops.held.clock.now(), numbered.at) + 1_000);
    await shops.sandbox.pusher.pump();
    await atOnce();
    expect(known(shops.engine()).numbers).toContain(parcel?.trackingNumber);
  });

  it('told twice, or after it was asked for, costs no call; in the end polling and pushes agree', async () => {
    const url = await onlyByPush();
    const { at, order } = nextOf(({ createdAt }) => [createdAt]);
    shops.held.moveTo(at + 1_000);
    await shops.sandbox.pusher.pump();
    await atOnce();
    const before = calls('order/get_order_detail');
    const { partnerKey } = shops.sandbox.credentials;
    const told = (
      await get(shops.engine(), 'orders.page', {
        ...{ shopId: null, market: null, status: null, limit: 10, cursor: null, text: order.sn },
      })
    ).rows[0];
    const send = async (stamp: number, key = partnerKey): Promise<number> => {
      const update_time = Math.floor(Number(told?.updatedAt) / 1_000);
      const data = { ordersn: order.sn, status: told?.status, update_time };
      const body = JSON.stringify({ code: 3, shop_id: order.shop.shopId, timestamp: stamp, data });
      const authorization = shopeePush(body, url, key);
      return (await fetch(url, { method: 'POST', headers: { authorization }, body })).status;
    };
    const now = Math.floor(shops.held.clock.now() / 1_000);
    const taken = (await outcomes())['taken'] ?? 0;
    // The same words in other bytes, the same bytes again, words of seven hours ago, and somebody else's.
    expect([await send(now), await send(now), await send(now - 7 * 3_600)]).toEqual([200, 200, 200]);
    expect(await send(now + 1, partnerKey.toUpperCase())).toBe(401);
    const replayed = (await outcomes())['replayed'] ?? 0;
    expect(await outcomes()).toMatchObject({ taken: taken + 1, stale: 1, 'bad-signature': 1 });
    expect(replayed).toBeGreaterThan(0);
    await atOnce();
    expect(calls('order/get_order_detail')).toBe(before);

    shops.sandbox.faults.set([]);
    while (shops.held.clock.now() < shops.end) {
      await shops.pass(Math.min(shops.end, shops.held.clock.now() + HOUR));
      await shops.sandbox.pusher.pump();
    }
    await shops.catchUp();
    const truth = truthOf(shops.world, shops.end);
    const have = known(shops.engine());
    expect(have.orders.toSorted()).toEqual([...truth.orders].toSorted());
    expect(have.scans.toSorted()).toEqual([...truth.scans].toSorted());
    const { counted, succeeded } = shops.sandbox.counters();
    expect(counted - succeeded).toBeLessThan(counted / 10);
  });

  it('about a shop that is not ours, or signed by nobody we know, changes nothing', async () => {
    const url = await onlyByPush();
    const { calls: before } = shops.sandbox.counters();
    const now = Math.floor(shops.held.clock.now() / 1_000);
    const body = JSON.stringify({ code: 3, shop_id: 1, timestamp: now, data: { ordersn: '261026FOREIGN' } });
    const authorization = shopeePush(body, url, shops.sandbox.credentials.partnerKey);
    expect((await fetch(url, { method: 'POST', headers: { authorization }, body })).status).toBe(200);
    expect((await fetch(url, { method: 'POST', body })).status).toBe(401);
    expect(known(shops.engine()).orders).not.toContain('261026FOREIGN');
    expect(shops.sandbox.counters().calls).toBe(before);
  });
});
