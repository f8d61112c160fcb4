import { expect, test } from 'vitest';
import { asInstant, DAY, HOUR } from '../../../shared/time.ts';
import { ordersBy } from '../../../main/sandbox/shopee/census.ts';
import type { FaultRule } from '../../../main/sandbox/shopee/faults/kinds.ts';
import { allFaults } from '../../../main/sandbox/shopee/faults/presets.ts';
import { startShopeeSandbox } from '../../../main/sandbox/shopee/start.ts';
import { createWorld } from '../../../main/sandbox/simulate/world.ts';
import { START } from '../../unit/sandbox/worlds.ts';
import { callerOf } from './caller.ts';
import { survivorOf } from './survivor.ts';

const DAYS = 14;
const SHOPS = [1];

async function month(faults: readonly FaultRule[]) {
  const clock = { now: START + HOUR, skew: 0 };
  const world = createWorld({ seed: 7, orders: 350, days: DAYS, start: START });
  const sandbox = await startShopeeSandbox({ world, clock: { now: () => asInstant(clock.now) }, faults });
  try {
    const caller = callerOf(sandbox, () => clock.now + clock.skew);
    const { refresh, access } = await caller.connect();
    const ids = SHOPS.map((index) => sandbox.credentials.shops[index]?.shopId ?? 0);
    const shops = ids.map((id) => ({
      holder: { kind: 'shop' as const, id, token: access },
      refresh,
      since: START,
    }));
    const client = survivorOf(caller, clock, shops);
    for (; clock.now < START + DAYS * DAY; clock.now += 8 * HOUR) await client.round();
    await client.round();
    const truth = [...ordersBy(world, clock.now)].filter((order) => ids.includes(order.shopId));
    return { orders: client.orders, trails: client.trails, counters: sandbox.counters(), truth };
  } finally {
    await sandbox.close();
  }
}

test('a client that behaves comes through `all` with the same state, no token burnt, nine in ten calls answered', async () => {
  const calm = await month([]);
  const rough = await month(allFaults(START));
  const wanted = new Map(calm.truth.map((order) => [order.orderSn, order.status]));
  expect(wanted.size).toBeGreaterThan(40);
  expect(calm.orders).toEqual(wanted);
  expect(rough.orders).toEqual(wanted);
  expect(rough.trails).toEqual(calm.trails);
  expect(Object.keys(rough.counters.byFault).length).toBeGreaterThan(10);
  expect(rough.counters.tokensBurnt).toBe(0);
  expect(rough.counters.succeeded / rough.counters.counted).toBeGreaterThan(0.9);
});
