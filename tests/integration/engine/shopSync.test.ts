import { afterEach, describe, expect, it } from 'vitest';
import { HOUR } from '#shared/time.ts';
import { get } from '../../../main/headless/sample/connect.ts';
import { truthOf } from '../../../main/headless/sample/truth.ts';
import type { FaultRule } from '../../../main/sandbox/shopee/faults/kinds.ts';
import { known, openShopWorld, type ShopWorld, START } from './shopWorld.ts';

let shops: ShopWorld;
const begin = async (faults: readonly FaultRule[] = []): Promise<void> => {
  shops = await openShopWorld({ faults });
};
afterEach(() => shops.close());

function expectTheTruth(): void {
  const truth = truthOf(shops.world, shops.end);
  const have = known(shops.engine());
  expect(have.orders.toSorted()).toEqual([...truth.orders].toSorted());
  expect(have.numbers.toSorted()).toEqual([...truth.numbers].toSorted());
  expect(have.scans.toSorted()).toEqual([...truth.scans].toSorted());
}

describe('following nine shops', { timeout: 300_000 }, () => {
  it('knows exactly what happened, calls nothing that fails, and finds orders by every name', async () => {
    await begin();
    await shops.pass(shops.end);
    await shops.catchUp();
    expectTheTruth();
    const counters = shops.sandbox.counters();
    expect([counters.succeeded, counters.tokensBurnt]).toEqual([counters.counted, 0]);
    const page = { shopId: null, market: null, status: null, limit: 50, cursor: null };
    const { rows, total } = await get(shops.engine(), 'orders.page', { ...page, text: '' });
    expect(total).toBe(rows.length);
    const one = rows.find(({ numbers, buyer, sku }) => numbers.length > 0 && buyer !== null && sku !== null);
    if (!one) throw new Error('no order with everything');
    for (const text of [one.orderSn, one.numbers[0], one.buyer, one.sku]) {
      const part = (text ?? '').slice(1, -1);
      const found = await get(shops.engine(), 'orders.page', { ...page, text: part });
      expect(
        found.rows.map(({ id }) => id),
        part,
      ).toContain(one.id);
    }
    // The same words find its parcels.
    const every = {
      stage: null,
      market: null,
      state: 'all',
      place: null,
      country: null,
      stuck: false,
    } as const;
    for (const text of [one.orderSn, one.numbers[0], one.buyer, one.sku]) {
      const part = (text ?? '').slice(1, -1);
      const found = await get(shops.engine(), 'parcels.page', {
        ...every,
        limit: 50,
        cursor: null,
        text: part,
      });
      expect(
        found.rows.map(({ number }) => number),
        part,
      ).toContain(one.numbers[0]);
    }
    const states = new Map<string, Set<string | null>>();
    for (const { table, row } of shops.engine().known()) {
      if (table !== 'order') continue;
      const { market, address_state: state } = row as { market: string; address_state: string | null };
      states.set(market, (states.get(market) ?? new Set()).add(state));
    }
    // Only where the holidays of states differ, and only the state's code.
    for (const [market, found] of states) {
      for (const state of found) {
        if (['MY', 'BR'].includes(market)) expect(state, market).toMatch(/^[A-Z0-9]{2,3}$/);
        else expect(state, market).toBeNull();
      }
    }
    expect([...states.keys()]).toEqual(expect.arrayContaining(['MY', 'BR', 'SG']));
    const detail = await get(shops.engine(), 'orders.detail', { orderId: one.id });
    expect(detail.packages.map(({ number }) => number)).toContain(one.numbers[0]);
    const health = await get(shops.engine(), 'sync.health', {});
    expect(health.shops.map(({ state }) => state)).toEqual(Array.from({ length: 9 }, () => 'syncing'));
    expect(health.apps[0]?.successShare).toBe(1);
  });

  it('ends in the same state after faults, restarts and a night offline, and tells of the gap', async () => {
    await begin();
    await shops.pass(shops.end);
    await shops.catchUp();
    const calm = known(shops.engine()).all;
    await shops.close();

    await begin([
      { fault: '502', share: 0.01 },
      { fault: 'half-body', share: 0.01 },
      { fault: 'token-expires', share: 0.01 },
      { fault: 'duplicate-page', share: 0.05 },
      { fault: 'endless', share: 0.02, path: 'order/get_order_list', relents: true },
      { fault: 'no-number', share: 0.2, path: 'get_mass_tracking_number', relents: true },
    ]);
    await shops.pass(START + 12 * HOUR);
    await shops.restart();
    await shops.pass(START + 18 * HOUR);
    shops.engine().world('offline');
    shops.held.moveTo(START + 30 * HOUR);
    shops.engine().world('online');
    await shops.pass(shops.end);
    await shops.catchUp();
    expect(known(shops.engine()).all).toBe(calm);
    expectTheTruth();
    const gaps = await get(shops.engine(), 'sync.gaps', { shopId: null, limit: 100, cursor: null });
    const orders = gaps.rows.filter(({ resource, reason }) => resource === 'orders' && reason === 'offline');
    expect(orders).toHaveLength(9);
    for (const gap of orders) expect([gap.state, gap.to - gap.from > 11 * HOUR]).toEqual(['filled', true]);
    const counters = shops.sandbox.counters();
    expect(counters.tokensBurnt).toBe(0);
    expect(counters.succeeded / counters.counted).toBeGreaterThan(0.9);
  });

  it('leaves a shop alone whose permission is gone, and goes on with the others', async () => {
    await begin();
    await shops.pass(START + 10 * HOUR);
    const [gone] = shops.sandbox.credentials.shops;
    if (!gone) throw new Error('no shop');
    shops.sandbox.faults.add({ fault: 'revoked', share: 1, shopId: gone.shopId });
    await shops.pass(START + 20 * HOUR);
    const stopped = (await get(shops.engine(), 'sync.health', {})).shops.filter(
      ({ state }) => state === 'stopped',
    );
    expect(stopped.map(({ market }) => market)).toEqual([gone.market]);
    const before = shops.sandbox.counters();
    await shops.pass(START + 30 * HOUR);
    const after = shops.sandbox.counters();
    expect(after.counted - before.counted).toBeGreaterThan(100);
    expect(after.counted - before.counted).toBe(after.succeeded - before.succeeded);
  });
});
