import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR } from '#shared/time.ts';
import { createEngine, type Engine } from '../../../main/engine/index.ts';
import { heldClock, type HeldClock } from '../../../main/headless/sample/clock.ts';
import { connectAll, get } from '../../../main/headless/sample/connect.ts';
import { scanKey, truthOf } from '../../../main/headless/sample/truth.ts';
import { startShopeeSandbox, type ShopeeSandbox } from '../../../main/sandbox/shopee/start.ts';
import type { FaultRule } from '../../../main/sandbox/shopee/faults/kinds.ts';
import { createWorld } from '../../../main/sandbox/simulate/world.ts';
import { KEY, recordingLog } from '../../fakes/store.ts';

const START = Date.UTC(2026, 9, 26);
const DAYS = 2;
const END = START + DAYS * DAY;

let home: string;
let held: HeldClock;
let sandbox: ShopeeSandbox;
let engine: Engine;
const world = createWorld({ seed: 11, orders: 30, days: DAYS, start: START });

function open(): Engine {
  const made = createEngine({
    ...{ home, key: KEY, clock: held.clock, timers: held.timers, log: recordingLog() },
    ...{ send: () => {}, driven: true },
  });
  if (!made.ok) throw new Error(made.failure.code);
  return made.engine;
}

async function begin(faults: readonly FaultRule[] = []): Promise<void> {
  held = heldClock(START);
  const now = () => Math.min(held.clock.now(), END) as ReturnType<typeof held.clock.now>;
  sandbox = await startShopeeSandbox({ world, clock: { now }, faults });
  engine = open();
  await engine.begin();
  await connectAll(engine, sandbox.credentials);
}

/** Lets the engine work until `until`, as timers would. */
async function pass(until: number): Promise<void> {
  while (held.clock.now() < until) held.moveTo(Math.min(until, await engine.advance()));
}

/** The world stands still, nothing goes wrong any more, and everything that can still change is asked. */
async function catchUp(): Promise<void> {
  sandbox.faults.set([]);
  engine.sync.catchUp();
  for (let next = await engine.advance(); next - held.clock.now() <= 60_000; next = await engine.advance()) {
    held.moveTo(next);
  }
}

/** Orders, numbers and scans as they are known; each by its own name. */
function known(): { orders: string[]; numbers: string[]; scans: string[]; all: string } {
  const found = { orders: [] as string[], numbers: [] as string[], scans: [] as string[] };
  const lines: string[] = [];
  for (const { table, row } of engine.known()) {
    const one = row as Record<string, string | number | null>;
    if (table === 'order') found.orders.push(String(one['order_sn']));
    if (table === 'package' && one['number'] !== null) found.numbers.push(String(one['number']));
    if (table === 'event')
      found.scans.push(scanKey(String(one['parcel']), Number(one['instant']), String(one['text'])));
    if (table !== 'case' && table !== 'metric') lines.push(`${table} ${JSON.stringify(row)}`);
  }
  return { ...found, all: lines.join('\n') };
}

function expectTheTruth(): void {
  const truth = truthOf(world, END);
  const have = known();
  expect(have.orders.toSorted()).toEqual([...truth.orders].toSorted());
  expect(have.numbers.toSorted()).toEqual([...truth.numbers].toSorted());
  expect(have.scans.toSorted()).toEqual([...truth.scans].toSorted());
}

beforeEach(() => void (home = mkdtempSync(join(tmpdir(), 'seamark-sync-'))));
afterEach(async () => {
  await engine.close();
  await sandbox.close();
  rmSync(home, { recursive: true, force: true });
});

describe('following nine shops', { timeout: 300_000 }, () => {
  it('knows exactly what happened, calls nothing that fails, and finds orders by every name', async () => {
    await begin();
    await pass(END);
    await catchUp();
    expectTheTruth();
    const counters = sandbox.counters();
    expect([counters.succeeded, counters.tokensBurnt]).toEqual([counters.counted, 0]);
    const page = { shopId: null, market: null, status: null, limit: 50, cursor: null };
    const { rows, total } = await get(engine, 'orders.page', { ...page, text: '' });
    expect(total).toBe(rows.length);
    const one = rows.find(({ numbers, buyer, sku }) => numbers.length > 0 && buyer !== null && sku !== null);
    if (!one) throw new Error('no order with everything');
    for (const text of [one.orderSn, one.numbers[0], one.buyer, one.sku]) {
      const part = (text ?? '').slice(1, -1);
      const found = await get(engine, 'orders.page', { ...page, text: part });
      expect(
        found.rows.map(({ id }) => id),
        part,
      ).toContain(one.id);
    }
    const detail = await get(engine, 'orders.detail', { orderId: one.id });
    expect(detail.packages.map(({ number }) => number)).toContain(one.numbers[0]);
    const health = await get(engine, 'sync.health', {});
    expect(health.shops.map(({ state }) => state)).toEqual(Array.from({ length: 9 }, () => 'syncing'));
    expect(health.apps[0]?.successShare).toBe(1);
  });

  it('ends in the same state after faults, restarts and a night offline, and tells of the gap', async () => {
    await begin();
    await pass(END);
    await catchUp();
    const calm = known().all;
    await engine.close();
    await sandbox.close();
    rmSync(home, { recursive: true, force: true });
    home = mkdtempSync(join(tmpdir(), 'seamark-sync-'));

    await begin([
      { fault: '502', share: 0.01 },
      { fault: 'half-body', share: 0.01 },
      { fault: 'token-expires', share: 0.01 },
      { fault: 'duplicate-page', share: 0.05 },
      { fault: 'endless', share: 0.02, path: 'order/get_order_list', relents: true },
      { fault: 'no-number', share: 0.2, path: 'get_mass_tracking_number', relents: true },
    ]);
    await pass(START + 12 * HOUR);
    await engine.close();
    engine = open();
    await engine.begin();
    await pass(START + 18 * HOUR);
    engine.world('offline');
    held.moveTo(START + 30 * HOUR);
    engine.world('online');
    await pass(END);
    await catchUp();
    expect(known().all).toBe(calm);
    expectTheTruth();
    const gaps = await get(engine, 'sync.gaps', { shopId: null, limit: 100, cursor: null });
    const orders = gaps.rows.filter(({ resource, reason }) => resource === 'orders' && reason === 'offline');
    expect(orders).toHaveLength(9);
    for (const gap of orders) expect([gap.state, gap.to - gap.from > 11 * HOUR]).toEqual(['filled', true]);
    const counters = sandbox.counters();
    expect(counters.tokensBurnt).toBe(0);
    expect(counters.succeeded / counters.counted).toBeGreaterThan(0.9);
  });

  it('leaves a shop alone whose permission is gone, and goes on with the others', async () => {
    await begin();
    await pass(START + 10 * HOUR);
    const [gone] = sandbox.credentials.shops;
    if (!gone) throw new Error('no shop');
    sandbox.faults.add({ fault: 'revoked', share: 1, shopId: gone.shopId });
    await pass(START + 20 * HOUR);
    const stopped = (await get(engine, 'sync.health', {})).shops.filter(({ state }) => state === 'stopped');
    expect(stopped.map(({ market }) => market)).toEqual([gone.market]);
    const before = sandbox.counters();
    await pass(START + 30 * HOUR);
    const after = sandbox.counters();
    expect(after.counted - before.counted).toBeGreaterThan(100);
    expect(after.counted - before.counted).toBe(after.succeeded - before.succeeded);
  });
});
