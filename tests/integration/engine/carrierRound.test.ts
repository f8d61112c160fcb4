import { setImmediate as breathe } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { start17track, type Track17Twin } from '../../../main/sandbox/carriers/17track/twin.ts';
import { seededTracks } from '../../../main/sandbox/carriers/kit/tracks.ts';
import { DAY, HOUR, MINUTE } from '../../../shared/time.ts';
import { rowsOf } from '../../fakes/dump.ts';
import { openWorld, START, type World } from '../../fakes/engine.ts';
import { csvOf } from '../../fakes/files.ts';

const KEY = 'K17-abcdef0123456789';
/** They begin from four days before the start until six days after it, and take about five days. */
const tracks = seededTracks({ seed: 7, start: START + 6 * DAY });
/** All have ended by then. */
const OVER = START + 14 * DAY;
const NUMBERS = Array.from({ length: 30 }, (_, index) => `RA1000000${String(index).padStart(2, '0')}CN`);
let world: World;
let twin: Track17Twin;

/** A file of thirty parcels, and 17TRACK on loopback turned on for them. */
const open = async (quota = 500): Promise<void> => {
  twin = await start17track({
    ...{ apiKey: KEY, tracks, quota, perSecond: 99 },
    now: () => world?.clock.at ?? START,
  });
  world = await openWorld({
    driven: true,
    carriers: {
      fetch: (url, init) => fetch(url.replace('https://api.17track.net/track/v2.4', twin.url), init),
    },
  });
  await world.take(world.file('a.csv', csvOf(NUMBERS.map((number) => ({ number, code: 'F000', ago: 1 })))));
  await world.get('carriers.save', { source: '17track', credentials: { apiKey: KEY } });
  await world.get('carriers.setEnabled', { source: '17track', enabled: true });
};
/** Lets short waits between two calls pass at once until the work is done. */
const through = async <T>(work: Promise<T>): Promise<T> => {
  let done = false;
  void work.finally(() => (done = true)).catch(() => undefined);
  while (!done) {
    await breathe();
    const next = [...world.timers].filter((timer) => timer.ms < 15_000).toSorted((a, b) => a.at - b.at)[0];
    if (!next) continue;
    world.timers.delete(next);
    world.clock.at = Math.max(world.clock.at, next.at);
    next.fn();
  }
  return work;
};
const driveTo = async (end: number): Promise<void> => {
  while (world.clock.at < end) {
    const next = await through(world.engine.advance());
    world.clock.at = Math.min(end, Math.max(next, world.clock.at + 1));
  }
  await world.engine.settled();
};
interface Due {
  readonly number: string;
  readonly node: string;
  readonly asked_at: number | null;
  readonly due_at: number | null;
}
const dues = (): Due[] =>
  rowsOf(world.home, 'SELECT number, node, scan_at, asked_at, due_at FROM carrier_due ORDER BY number');
const count = (what: string): number =>
  rowsOf<{ n: number }>(world.home, `SELECT sum(n) AS n FROM carrier_day WHERE what = '${what}'`)[0]?.n ?? 0;
const calls = (name: string): number => twin.calls.filter((call) => call.path.endsWith(name)).length;
const schedule = async () => (await world.get('carriers.schedule', {})).sources[0];
/** Scans that the service brought, and those that truly happened by then. */
const known = (): number =>
  rowsOf<{ n: number }>(
    world.home,
    "SELECT count(*) AS n FROM event e JOIN scan s ON s.id = e.scan_id WHERE s.code <> 'F000'",
  )[0]?.n ?? 0;
const happened = (at: number): number =>
  NUMBERS.reduce(
    (sum, number) =>
      sum + (tracks.find(number, at)?.carriers.reduce((n, each) => n + each.scans.length, 0) ?? 0),
    0,
  );

beforeEach(() => void (world = undefined as never));
afterEach(async () => {
  await world.remove();
  await twin.close();
});

describe('tracking services are asked by themselves', () => {
  test('every scan is seen by far fewer questions than every two hours, in full batches; the ended taper off', async () => {
    await open();
    await driveTo(OVER);
    expect(known()).toBe(happened(world.clock.at));
    const ends = NUMBERS.map(
      (number) => tracks.find(number, world.clock.at)?.carriers.at(-1)?.scans.at(-1)?.at ?? 0,
    );
    const fixed = ends.reduce((sum, end) => sum + (end - START) / (2 * HOUR), 0);
    expect(count('asked')).toBeGreaterThan(NUMBERS.length * 10);
    expect(count('asked')).toBeLessThan(0.65 * fixed);
    // One call for all thirty at first, and each number is charged once.
    expect([calls('register'), count('charged')]).toEqual([1, 30]);
    // Fourteen days of a round every two hours are 168 calls.
    expect(calls('gettrackinfo')).toBeLessThan(100);
    const before = count('asked');
    await driveTo(OVER + 4 * DAY);
    expect(count('asked') - before).toBeLessThan(2 * NUMBERS.length);
    await driveTo(OVER + 26 * DAY);
    expect(dues().filter((row) => row.due_at !== null)).toEqual([]);
    expect((await schedule())?.following).toBe(0);
  });

  test('a restart in the middle goes on with the same due times and asks nothing twice', async () => {
    await open();
    await driveTo(START + 2 * DAY);
    const [before, asked] = [dues(), count('asked')];
    await world.restart();
    await driveTo(START + 2 * DAY + 1);
    expect([dues(), count('asked')]).toEqual([before, asked]);
    await driveTo(OVER);
    expect([known(), calls('register')]).toEqual([happened(world.clock.at), 1]);
  });

  test('a service that runs out in mid-batch keeps what it gave; the rest is asked once it can be', async () => {
    await open(12);
    await driveTo(START + DAY);
    const waiting = dues().filter((row) => row.asked_at === null);
    expect([count('charged'), waiting.length]).toEqual([12, 18]);
    expect(waiting.every((row) => row.due_at !== null)).toBe(true);
    // Those are tried four times a day, not with every step.
    expect(calls('register')).toBeLessThanOrEqual(6);
    twin.quota.left = 100;
    await driveTo(OVER);
    expect([count('charged'), known()]).toEqual([30, happened(world.clock.at)]);
  });

  test('no more is charged in a month than the user allows; the rest follows when more is allowed', async () => {
    await open();
    await world.get('carriers.setMonthly', { source: '17track', allowed: 10 });
    await driveTo(START + DAY);
    expect([count('charged'), calls('register')]).toEqual([10, 1]);
    const pace = (10 * (Date.UTC(2026, 11, 1) - world.clock.at)) / (world.clock.at - Date.UTC(2026, 10, 19));
    expect(await schedule()).toMatchObject({
      ...{ following: 30, unpaid: 20 },
      month: { allowed: 10, used: 10, projected: Math.round(10 + pace) },
    });
    await world.get('carriers.setMonthly', { source: '17track', allowed: 30 });
    await driveTo(START + DAY + HOUR);
    expect([count('charged'), (await schedule())?.unpaid]).toEqual([30, 0]);
  });

  test('a new month allows new charges', async () => {
    await open();
    await world.get('carriers.setMonthly', { source: '17track', allowed: 20 });
    await driveTo(Date.UTC(2026, 10, 30, 23));
    expect(count('charged')).toBe(20);
    await driveTo(Date.UTC(2026, 11, 1, 1));
    expect(count('charged')).toBe(30);
  });

  test('offline nothing is asked; after the night all that was missed comes in', async () => {
    await open();
    await driveTo(START + DAY);
    const asked = count('asked');
    world.engine.world('offline');
    await driveTo(START + 2 * DAY);
    expect(count('asked')).toBe(asked);
    expect(known()).toBeLessThan(happened(world.clock.at));
    world.engine.world('online');
    await driveTo(START + 2 * DAY + 5 * MINUTE);
    const moved = dues().filter(
      (row) => (row.asked_at ?? 0) < START + 2 * DAY && (row.due_at ?? Infinity) < START + 2 * DAY,
    );
    expect(moved).toEqual([]);
    await driveTo(OVER);
    expect(known()).toBe(happened(world.clock.at));
  });

  test('an outage of hours ends in no loop, and nothing is lost', async () => {
    await open();
    await driveTo(START + DAY);
    const before = twin.calls.length;
    twin.order('server-error', 240);
    await driveTo(START + DAY + 6 * HOUR);
    // Three tries every five minutes at the most.
    expect(twin.calls.length - before).toBeGreaterThan(30);
    expect(twin.calls.length - before).toBeLessThan(6 * 12 * 3);
    await driveTo(OVER);
    expect(known()).toBe(happened(world.clock.at));
  });

  test('what a person wants to know is asked at once', async () => {
    await open();
    await driveTo(START + DAY);
    const parcelId = rowsOf<{ id: number }>(
      world.home,
      `SELECT id FROM parcel WHERE number = '${NUMBERS[3]}'`,
    )[0]?.id;
    const from = world.clock.at;
    expect(await world.get('sync.askNow', { parcelId: parcelId as never })).toEqual({ asked: 1 });
    await driveTo(from + MINUTE);
    expect(dues().find((row) => row.number === NUMBERS[3])?.asked_at).toBeGreaterThanOrEqual(from);
  });
});
