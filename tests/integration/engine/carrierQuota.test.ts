import { setImmediate as breathe } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { start17track } from '../../../main/sandbox/carriers/17track/twin.ts';
import { startAfterShip } from '../../../main/sandbox/carriers/aftership/twin.ts';
import { seededTracks } from '../../../main/sandbox/carriers/kit/tracks.ts';
import type { CarrierSourceId } from '../../../shared/model/carrierSource.ts';
import { DAY, HOUR } from '../../../shared/time.ts';
import { rowsOf } from '../../fakes/dump.ts';
import { openWorld, START, type World } from '../../fakes/engine.ts';
import { csvOf } from '../../fakes/files.ts';

const KEY = 'asat_0123456789abcdef';
const tracks = seededTracks({ seed: 7, start: START + 6 * DAY });
const NUMBERS = Array.from({ length: 12 }, (_, index) => `RA1000000${String(index).padStart(2, '0')}CN`);
const PAID = 5;

let world: World;
let close: () => Promise<void>;
const now = (): number => world?.clock.at ?? START;
afterEach(async () => {
  await world.remove();
  await close();
});

const SERVICES = {
  '17track': {
    start: () => start17track({ apiKey: KEY, tracks, quota: PAID, perSecond: 99, now }),
    host: /^https:\/\/api\.17track\.net\/track\/v2\.4/,
    creates: /register$/,
  },
  aftership: {
    start: () => startAfterShip({ apiKey: KEY, webhookSecret: 'w', tracks, quota: PAID, now }),
    host: /^https:\/\/api\.aftership\.com/,
    creates: /trackings$/,
  },
} as const;

/** Drives the engine to an instant; short waits between two calls pass at once. */
async function driveTo(end: number): Promise<void> {
  while (world.clock.at < end) {
    let done = false;
    const step = world.engine.advance().finally(() => (done = true));
    while (!done) {
      await breathe();
      const [next] = [...world.timers].filter(({ ms }) => ms < 15_000).toSorted((a, b) => a.at - b.at);
      if (!next) continue;
      world.timers.delete(next);
      world.clock.at = Math.max(world.clock.at, next.at);
      next.fn();
    }
    world.clock.at = Math.min(end, Math.max(await step, world.clock.at + 1));
  }
  await world.engine.settled();
}

describe.each(['17track', 'aftership'] as const)('an allowance of %s that ends in mid-batch', (id) => {
  test('keeps what was answered, puts off the rest, and says why and until when, until there is more', async () => {
    const { start, host, creates } = SERVICES[id];
    const twin = await start();
    close = () => twin.close();
    world = await openWorld({
      driven: true,
      carriers: { fetch: (url, init) => fetch(url.replace(host, twin.url), init) },
    });
    const rows = NUMBERS.map((number) => ({ number, code: 'F000', ago: 1 }));
    await world.take(world.file('a.csv', csvOf(rows)));
    await world.get('carriers.save', { source: id satisfies CarrierSourceId, credentials: { apiKey: KEY } });
    await world.get('carriers.setEnabled', { source: id, enabled: true });
    const answered = (): string[] =>
      rowsOf<{ number: string }>(
        world.home,
        `SELECT DISTINCT l.number FROM event e JOIN scan s ON s.id = e.scan_id JOIN leg l ON l.id = e.leg_id
         WHERE s.code <> 'F000'`,
      ).map(({ number }) => number);
    const charged = (): number =>
      rowsOf<{ n: number }>(world.home, "SELECT sum(n) AS n FROM carrier_day WHERE what = 'charged'")[0]?.n ??
      0;
    const told = async () => (await world.get('carriers.schedule', {})).sources[0];

    await driveTo(START + HOUR);
    expect(charged()).toBe(PAID);
    const paidFor = answered().length;
    expect(paidFor).toBeGreaterThan(0);
    expect(paidFor).toBeLessThanOrEqual(PAID);
    const schedule = await told();
    expect(schedule).toMatchObject({ following: NUMBERS.length, lacking: { n: NUMBERS.length - PAID } });
    expect(schedule?.lacking?.until).toBeGreaterThan(world.clock.at);
    expect(schedule?.lacking?.until).toBeLessThanOrEqual(world.clock.at + 6 * HOUR);

    // Not asked for with every step: a few times a day, and what was paid for goes on.
    const tries = () =>
      twin.calls.filter(({ method, path }) => method === 'POST' && creates.test(path)).length;
    const before = tries();
    await driveTo(START + DAY);
    expect(tries() - before).toBeLessThanOrEqual(5 * NUMBERS.length);
    expect((await told())?.lacking?.n).toBe(NUMBERS.length - PAID);

    twin.quota.left = 100;
    await driveTo(START + 14 * DAY);
    expect([charged(), (await told())?.lacking]).toEqual([NUMBERS.length, null]);
    expect(answered()).toHaveLength(NUMBERS.length);
  });
});
