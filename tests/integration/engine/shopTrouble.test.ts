import { afterEach, describe, expect, it } from 'vitest';
import { DAY, HOUR } from '#shared/time.ts';
import { get } from '../../../main/headless/sample/connect.ts';
import { truthOf } from '../../../main/headless/sample/truth.ts';
import { statusOf } from '../../../main/sandbox/simulate/state.ts';
import { known, openShopWorld, type ShopWorld, START } from './shopWorld.ts';

let shops: ShopWorld;
afterEach(() => shops.close());

const list = { shopId: null, market: null, status: null, limit: 100, cursor: null, text: '' };
const gapsOf = async () =>
  (await get(shops.engine(), 'sync.gaps', { shopId: null, limit: 200, cursor: null })).rows;
const health = () => get(shops.engine(), 'sync.health', {});
const first = () => {
  const [one] = shops.sandbox.credentials.shops;
  if (!one) throw new Error('no shop');
  return one;
};
/** The state at the end of a run in which nothing goes wrong. */
async function calmly(options: Parameters<typeof openShopWorld>[0] = {}): Promise<string> {
  shops = await openShopWorld(options);
  await shops.pass(shops.end);
  await shops.catchUp();
  const { all } = known(shops.engine());
  await shops.close();
  return all;
}
/** A scan is kept as it came, so that a strange word for it stays on record beside the right one. */
const apartFromScans = (all: string): string =>
  all
    .split('\n')
    .filter((line) => !/^(event|journey) /.test(line))
    .join('\n');
function expectTheTruth(): void {
  const truth = truthOf(shops.world, shops.end);
  const have = known(shops.engine());
  expect(have.orders.toSorted()).toEqual([...truth.orders].toSorted());
  expect(have.numbers.toSorted()).toEqual([...truth.numbers].toSorted());
  // A scan without words, or with other words for its status, is one more row of the same moment.
  const scans = new Set(have.scans.filter((scan) => !scan.endsWith(' ')));
  expect([...scans].toSorted()).toEqual([...truth.scans].toSorted());
}

describe('connecting', { timeout: 60_000 }, () => {
  it('refuses a wrong key and one with blanks inside by name, and keeps nothing of either', async () => {
    shops = await openShopWorld({ connected: false });
    const { host, partnerId, partnerKey } = shops.sandbox.credentials;
    const typed = { place: 'custom', customHost: host, partnerId: String(partnerId) } as const;
    const save = (key: string, more = {}) =>
      shops.engine().dispatch('shops.app.save', { ...typed, ...more, key });
    const wrong = partnerKey.replace(/^./, (sign) => (sign === 'a' ? 'b' : 'a'));
    expect(await save(wrong)).toMatchObject({ ok: false, error: { code: 'shopee-key-wrong' } });
    const torn = `${partnerKey.slice(0, 9)} ${partnerKey.slice(9)}`;
    expect(await save(torn)).toMatchObject({ ok: false, error: { code: 'shopee-key-blank' } });
    const nobody = await save(partnerKey, { partnerId: '999999' });
    expect(nobody).toMatchObject({ ok: false, error: { code: 'shopee-partner-unknown' } });
    expect((await get(shops.engine(), 'shops.list', {})).apps).toEqual([]);
    expect(await save(` "${partnerKey}"\n`)).toMatchObject({ ok: true, value: { checked: true } });
  });
});

describe('an order that vanishes', { timeout: 120_000 }, () => {
  it('is asked for three times, told as vanished, and taken back when it is there again', async () => {
    shops = await openShopWorld();
    const order = shops.world.order(0, 0);
    const at = { fault: 'vanish', value: order.sn, path: 'order/get_order_detail' } as const;
    shops.sandbox.faults.set([at]);
    await shops.pass(shops.end);
    const gone = (await get(shops.engine(), 'orders.page', { ...list, text: order.sn })).rows;
    expect(gone.map(({ orderSn, state }) => [orderSn, state])).toEqual([[order.sn, 'vanished']]);
    // Nobody goes on asking: each time that a list names it, it is asked three times, and it is named once per change.
    const struck = shops.sandbox.counters().byError['error_not_found'] ?? 0;
    const changes = order.statuses.filter((change) => change.at <= shops.end).length;
    expect(struck).toBeLessThanOrEqual(3 * (changes + 1));
    const others = (await get(shops.engine(), 'orders.page', list)).rows.filter(
      ({ orderSn }) => orderSn !== order.sn,
    );
    expect(new Set(others.map(({ state }) => state))).toEqual(new Set(['known']));
    shops.sandbox.faults.set([]);
    await shops.askFor([order.sn]);
    await shops.catchUp();
    const back = (await get(shops.engine(), 'orders.page', { ...list, text: order.sn })).rows;
    expect(back.map(({ state, status }) => [state, status])).toEqual([['known', statusOf(order, shops.end)]]);
    expectTheTruth();
  });
});

describe('a list without an end', { timeout: 120_000 }, () => {
  it('is given up as a gap that says so; the other shops and its other questions go on', async () => {
    shops = await openShopWorld();
    const { shopId, market } = first();
    await shops.pass(START + 8 * HOUR);
    shops.sandbox.faults.add({ fault: 'endless', path: 'order/get_order_list', shopId });
    const before = shops.sandbox.counters().byPath['/api/v2/order/get_order_list'] ?? 0;
    await shops.pass(START + 20 * HOUR);
    const partly = (await gapsOf()).filter(({ state }) => state === 'partly');
    expect(partly.length).toBeGreaterThan(0);
    for (const gap of partly) {
      expect(gap).toMatchObject({ market, resource: 'orders', reason: 'endless' });
      expect(gap.note).toBe('orders: no-cursor');
    }
    const asked = (shops.sandbox.counters().byPath['/api/v2/order/get_order_list'] ?? 0) - before;
    expect(asked).toBeLessThan(9 * 12 * 5);
    const shown = (await health()).shops;
    expect(shown.map(({ state }) => state)).toEqual(Array.from({ length: 9 }, () => 'syncing'));
    // What is new elsewhere came.
    const truth = new Set(truthOf(shops.world, shops.held.clock.now() - 2 * HOUR).orders);
    const have = new Set(known(shops.engine()).orders);
    const foreign = [...truth].filter((sn) => shops.world.findOrder(sn)?.shop.shopId !== shopId);
    expect(foreign.filter((sn) => !have.has(sn))).toEqual([]);
    // It ends one day: from then on it is followed again.
    shops.sandbox.faults.set([]);
    await shops.pass(shops.end);
    await shops.catchUp();
    const placed = [...truthOf(shops.world, shops.end).orders].filter(
      (sn) => (shops.world.findOrder(sn)?.createdAt ?? 0) > START + 24 * HOUR,
    );
    const now = new Set(known(shops.engine()).orders);
    expect(placed.filter((sn) => !now.has(sn))).toEqual([]);
  });
});

describe('a clock that is two hours off', { timeout: 120_000 }, () => {
  it.each([2 * HOUR, -2 * HOUR])('of the server, by %i ms, costs a few calls and no data', async (ahead) => {
    shops = await openShopWorld({ ahead });
    await shops.pass(shops.end - ahead);
    await shops.catchUp();
    expectTheTruth();
    const { tokensBurnt, byError } = shops.sandbox.counters();
    // Each client learns it by its first call: the one that tried the key, the one of the app before and after.
    expect(Object.keys(byError)).toEqual(['error_param']);
    expect(byError['error_param']).toBeLessThanOrEqual(3);
    expect(tokensBurnt).toBe(0);
  });
});

describe('a shop whose permission is taken back', { timeout: 120_000 }, () => {
  it('stops, says why and what to click; the others never stopped', async () => {
    shops = await openShopWorld();
    await shops.pass(START + 4 * HOUR);
    const { shopId, market } = first();
    shops.sandbox.faults.add({ fault: 'revoked', times: 1, shopId });
    await shops.pass(START + 8 * HOUR);
    const { shops: rows } = await get(shops.engine(), 'shops.list', {});
    const stopped = rows.filter(({ state }) => state !== 'ok' && state !== 'refreshing');
    expect(stopped).toMatchObject([
      { market, state: 'needs-authorisation', reason: 'unlinked', click: 'authorise' },
    ]);
    const shown = (await health()).shops.filter(({ state }) => state === 'stopped');
    expect(shown).toMatchObject([{ market, stopReason: 'unlinked' }]);
  });
});

describe('a tracking number that stays empty for days', { timeout: 240_000 }, () => {
  it('is asked for ever more slowly, and found in the end', async () => {
    const days = 4;
    shops = await openShopWorld({ orders: 12, days });
    shops.sandbox.faults.set([{ fault: 'no-number', until: START + 3 * DAY }]);
    await shops.pass(START + 3 * DAY);
    expect(known(shops.engine()).numbers).toEqual([]);
    const asked = shops.sandbox.counters().byPath['/api/v2/logistics/get_mass_tracking_number'] ?? 0;
    // Five minutes at first, six hours at most: under twenty questions about each in three days, fewer by asking together.
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(20 * truthOf(shops.world, START + 3 * DAY).numbers.size);
    await shops.pass(shops.end);
    await shops.catchUp();
    expectTheTruth();
  });
});

describe('answers that are none', { timeout: 240_000 }, () => {
  it.each(['502', 'half-body'] as const)(
    '%s for three hours: it rests instead of failing on, and misses nothing',
    async (fault) => {
      shops = await openShopWorld();
      const [from, until] = [START + 20 * HOUR, START + 23 * HOUR];
      shops.sandbox.faults.set([{ fault, from, until }]);
      await shops.pass(until);
      const { counted, succeeded, tokensBurnt } = shops.sandbox.counters();
      expect(shops.sandbox.counters().byFault[fault] ?? 0).toBeGreaterThan(0);
      expect(succeeded / counted).toBeGreaterThan(0.9);
      expect(tokensBurnt).toBe(0);
      await shops.pass(shops.end);
      await shops.catchUp();
      expectTheTruth();
    },
  );
});

describe('strange contents in every answer', { timeout: 240_000 }, () => {
  it('numbers as texts, unknown fields and values, and empty nulls leave the same state', async () => {
    const calm = await calmly();
    shops = await openShopWorld({
      faults: [
        { fault: 'text-numbers' },
        { fault: 'extra-fields' },
        { fault: 'empty-nulls' },
        { fault: 'strange-values', path: 'get_shop_performance' },
      ],
    });
    await shops.pass(shops.end);
    expect(shops.sandbox.counters().byFault['text-numbers'] ?? 0).toBeGreaterThan(100);
    await shops.catchUp();
    expect(known(shops.engine()).all).toBe(calm);
  });

  it.each(['all-nulls', 'strange-everywhere'] as const)(
    '%s: nothing stops, and what is known mends itself',
    async (fault) => {
      const calm = await calmly({ orders: 20 });
      shops = await openShopWorld({ orders: 20 });
      shops.sandbox.faults.set([{ fault, until: START + 30 * HOUR }]);
      await shops.pass(START + 30 * HOUR);
      expect((await health()).shops.map(({ state }) => state)).toEqual(
        Array.from({ length: 9 }, () => 'syncing'),
      );
      const { rows } = await get(shops.engine(), 'orders.page', list);
      const known30 = truthOf(shops.world, START + 28 * HOUR).orders;
      const have = new Set(rows.map(({ orderSn }) => orderSn));
      expect([...known30].filter((sn) => !have.has(sn))).toEqual([]);
      await shops.pass(shops.end);
      await shops.askFor(rows.map(({ orderSn }) => orderSn));
      await shops.catchUp();
      expect(apartFromScans(known(shops.engine()).all)).toBe(apartFromScans(calm));
      expectTheTruth();
    },
  );

  it('words that nobody knows: asked again until a known one comes, without anybody asking for it', async () => {
    const calm = await calmly({ orders: 20 });
    shops = await openShopWorld({ orders: 20 });
    shops.sandbox.faults.set([{ fault: 'strange-values', until: START + 30 * HOUR }]);
    await shops.pass(START + 30 * HOUR);
    expect(known(shops.engine()).all).toContain('SANDBOX_NEW_VALUE');
    await shops.pass(shops.end);
    await shops.catchUp();
    expect(known(shops.engine()).all).not.toContain('"fulfilment":"SANDBOX_NEW_VALUE"');
    expect(apartFromScans(known(shops.engine()).all)).toBe(apartFromScans(calm));
  });
});
