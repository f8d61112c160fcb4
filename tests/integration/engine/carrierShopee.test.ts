import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DAY } from '#shared/time.ts';
import { createEngine, type Engine } from '../../../main/engine/index.ts';
import { heldClock } from '../../../main/headless/sample/clock.ts';
import { connectAll, get } from '../../../main/headless/sample/connect.ts';
import { start17track, type Track17Twin } from '../../../main/sandbox/carriers/17track/twin.ts';
import { worldTracks } from '../../../main/sandbox/carriers/worldTracks.ts';
import { startShopeeSandbox, type ShopeeSandbox } from '../../../main/sandbox/shopee/start.ts';
import { createWorld } from '../../../main/sandbox/simulate/world.ts';
import { rowsOf } from '../../fakes/dump.ts';
import { KEY, recordingLog } from '../../fakes/store.ts';

const START = Date.UTC(2026, 9, 26);
const END = START + 3 * DAY;
const API = 'https://api.17track.net/track/v2.4';
const apiKey = 'K17-abcdef0123456789';

let home: string;
let engine: Engine;
let sandbox: ShopeeSandbox;
let twin: Track17Twin;
const held = heldClock(START);

/** Lets the engine work until `until`; the waits inside a step pass at once. */
async function pass(until: number): Promise<void> {
  while (held.clock.now() < until) {
    let next: number | null = null;
    const step = engine.advance().then((at) => (next = at));
    while (next === null) {
      await breathe();
      held.moveTo(held.clock.now() + 1);
    }
    await step;
    held.moveTo(Math.min(until, next));
  }
}

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'seamark-both-'));
  const world = createWorld({ seed: 11, orders: 16, days: 3, start: START });
  // The world stands still at its end: from then on Shopee is silent about everything.
  const now = () => Math.min(held.clock.now(), END) as ReturnType<typeof held.clock.now>;
  sandbox = await startShopeeSandbox({ world, clock: { now }, faults: [] });
  twin = await start17track({ apiKey, tracks: worldTracks(world), now, quota: 500, perSecond: 99 });
  const made = createEngine({
    ...{ home, key: KEY, clock: held.clock, timers: held.timers, log: recordingLog() },
    ...{ send: () => {}, driven: true },
    carriers: { fetch: (url, init) => fetch(url.replace(API, twin.url), init) },
  });
  if (!made.ok) throw new Error(made.failure.code);
  engine = made.engine;
  await engine.begin();
  await connectAll(engine, sandbox.credentials);
  await get(engine, 'carriers.save', { source: '17track', credentials: { apiKey } });
  await get(engine, 'carriers.setEnabled', { source: '17track', enabled: true });
});
afterEach(async () => {
  await engine.close();
  await sandbox.close();
  await twin.close();
  rmSync(home, { recursive: true, force: true });
});

it('asks a tracking service about no parcel that Shopee tells about, and about each that Shopee is silent on for too long', async () => {
  await pass(END);
  const moving = rowsOf<{ number: string }>(
    home,
    'SELECT p.number FROM parcel p JOIN journey j ON j.parcel_id = p.id WHERE j.terminal = 0 AND j.last_scan_at > 0',
  );
  expect(moving.length).toBeGreaterThan(5);
  expect(twin.calls).toEqual([]);
  await pass(END + 8 * DAY);
  const asked = new Set(
    twin.calls
      .filter(({ path }) => path.endsWith('/register'))
      .flatMap(({ body }) => (JSON.parse(body) as { number: string }[]).map(({ number }) => number)),
  );
  expect(moving.filter(({ number }) => !asked.has(number))).toEqual([]);
});
