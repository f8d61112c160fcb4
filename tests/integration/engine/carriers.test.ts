import { setImmediate as breathe } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CarrierSourceId } from '../../../shared/model/carrierSource.ts';
import { track17Push } from '../../../main/engine/sources/carriers/kit/signatures.ts';
import { start17track, type Track17Twin } from '../../../main/sandbox/carriers/17track/twin.ts';
import { sendPush } from '../../../main/sandbox/carriers/kit/push.ts';
import { seededTracks } from '../../../main/sandbox/carriers/kit/tracks.ts';
import { startJt } from '../../../main/sandbox/carriers/jt/twin.ts';
import type { Twin } from '../../../main/sandbox/carriers/kit/server.ts';
import { rowsOf } from '../../fakes/dump.ts';
import { openWorld, START, type World } from '../../fakes/engine.ts';
import { csvOf } from '../../fakes/files.ts';

const KEY = 'K17-abcdef0123456789';
const tracks = seededTracks({ seed: 7, start: START });
const never = new AbortController().signal;
const N1 = 'RA100000000CN';
let world: World;
let twin: Track17Twin;
let jt: Twin;
/** What happens to an answer on its way. */
let alter: (text: string) => string;
/** The services' own addresses lead to their twins. */
const toTwin = (url: string): string =>
  url.replace('https://api.17track.net/track/v2.4', twin.url).replace('https://openapi.jtexpress.my', jt.url);
beforeEach(async () => {
  const now = (): number => world?.clock.at ?? START;
  twin = await start17track({ apiKey: KEY, tracks, now, quota: 50, perSecond: 99 });
  jt = await startJt({ apiAccount: 'acc', privateKey: 'private-key-0001', tracks, now });
  alter = (text) => text;
  world = await openWorld({
    carriers: {
      fetch: async (url, init) => {
        const reply = await fetch(toTwin(url), init);
        const { status, headers } = reply;
        const text = alter(await reply.text());
        return { status, headers, text: () => Promise.resolve(text) };
      },
    },
  });
});
afterEach(async () => {
  await world.remove();
  await twin.close();
  await jt.close();
});
const connect = async (): Promise<void> => {
  await world.get('carriers.save', { source: '17track', credentials: { apiKey: KEY } });
  await world.get('carriers.setEnabled', { source: '17track', enabled: true });
};
const view = async (source: CarrierSourceId) =>
  (await world.get('carriers.list', {})).sources.find((each) => each.source === source);
/** Lets short waits (between two calls) pass at once until the work is done. */
const through = async <T>(work: Promise<T>): Promise<T> => {
  let done = false;
  void work.finally(() => (done = true)).catch(() => undefined);
  while (!done) {
    await breathe();
    const next = [...world.timers].filter((timer) => timer.ms < 2_000).toSorted((a, b) => a.at - b.at)[0];
    if (!next) continue;
    world.timers.delete(next);
    world.clock.at = Math.max(world.clock.at, next.at);
    next.fn();
  }
  return work;
};
const ask = (numbers: readonly string[], mayCharge = Infinity) =>
  through(world.engine.carriers.ask('17track', numbers, { signal: never, mayCharge }));
const eventCount = (): number =>
  rowsOf<{ n: number }>(world.home, 'SELECT count(*) AS n FROM event')[0]?.n ?? -1;

describe('credentials', () => {
  test('the secret stays inside: masks outside, nothing in the audit and the log', async () => {
    const saved = await world.get('carriers.save', { source: '17track', credentials: { apiKey: KEY } });
    expect(saved.credentials).toEqual([{ key: 'apiKey', secret: true, shown: '••••6789' }]);
    const outside = JSON.stringify([
      await world.get('carriers.list', {}),
      await world.get('carriers.push', {}),
      await world.get('app.audit', { limit: 50, cursor: null }),
      world.log.lines,
      world.sent,
    ]);
    expect(outside).not.toContain(KEY);
    expect(outside).toContain('carriers.save');
  });

  test('a blank secret stays as it is; a field that cannot be right is named', async () => {
    await world.get('carriers.save', {
      source: 'jt',
      credentials: { country: 'my', apiAccount: 'acc', privateKey: 'private-key-0001' },
    });
    const again = await world.get('carriers.save', {
      source: 'jt',
      credentials: { country: 'th', apiAccount: 'acc', privateKey: '' },
    });
    expect(again.credentials?.map((each) => each.shown)).toEqual(['th', 'acc', '••••0001']);
    const wrong = { country: 'xx', apiAccount: 'acc', privateKey: 'private-key-0001' };
    expect(await world.ask('carriers.save', { source: 'jt', credentials: wrong })).toMatchObject({
      error: { code: 'credentials-incomplete', detail: { field: 'country' } },
    });
    expect(await world.ask('carriers.save', { source: 'jt', credentials: { nonsense: '1' } })).toMatchObject({
      ok: false,
    });
  });

  test('the test question tells right from wrong, and a wrong key is seen on the list', async () => {
    await connect();
    expect(await world.get('carriers.test', { source: '17track' })).toMatchObject({
      allowance: { total: 50, left: 50 },
    });
    await world.get('carriers.save', { source: '17track', credentials: { apiKey: 'WRONG-KEY-0000' } });
    expect(await world.ask('carriers.test', { source: '17track' })).toMatchObject({
      error: { code: 'source-auth' },
    });
    expect((await view('17track'))?.fault).toMatchObject({ kind: 'auth', code: '-18010002' });
    expect(await world.ask('carriers.test', { source: 'sf' })).toMatchObject({
      error: { code: 'not-found' },
    });
    await world.get('carriers.forget', { source: '17track' });
    expect((await view('17track'))?.credentials).toBeNull();
    expect(await world.ask('carriers.forget', { source: '17track' })).toMatchObject({
      error: { code: 'not-found' },
    });
  });
});

describe('asking', () => {
  test('scans come into the journal and the parcel, once; the mark "not verified" goes with the first good answer', async () => {
    await connect();
    expect((await view('17track'))?.verifiedAt).toBeNull();
    const first = await ask([N1, 'RA100000001CN']);
    await world.engine.settled();
    expect([first.fresh > 5, first.charged, eventCount()]).toEqual([true, 2, first.fresh]);
    const page = await world.get('parcels.page', {
      text: N1,
      stage: null,
      market: null,
      state: 'all',
      limit: 10,
      cursor: null,
    });
    expect(page.rows[0]).toMatchObject({ number: N1 });
    const detail = await world.get('parcels.detail', { parcelId: page.rows[0]?.id ?? 0 });
    expect(detail.events[0]?.source).toMatchObject({ kind: 'carrier' });
    expect(detail.journey.events.length).toBeGreaterThan(2);
    expect(await view('17track')).toMatchObject({
      verifiedAt: expect.any(Number),
      numbers: 2,
      week: { charged: 2, calls: 2, good: 2 },
    });
    const again = await ask([N1, 'RA100000001CN']);
    expect(again.numbers.map((each) => each.outcome)).toEqual(['unchanged', 'unchanged']);
    expect([again.fresh, again.charged, eventCount()]).toEqual([0, 0, first.fresh]);
  });

  test('a list that shrinks takes nothing away, one that is rewritten adds', async () => {
    await connect();
    const { fresh } = await ask([N1]);
    twin.tell(N1, { hide: 1 });
    expect((await ask([N1])).fresh).toBe(0);
    expect(rowsOf(world.home, 'SELECT shrunk FROM carrier_number')).toEqual([{ shrunk: 1 }]);
    twin.tell(N1, { rewrite: true });
    expect((await ask([N1])).fresh).toBe(fresh);
  });

  test('off, resting after an allowance that is used up, and awake again', async () => {
    expect((await ask([N1])).numbers[0]).toMatchObject({ outcome: 'not-asked', why: 'off' });
    await world.get('carriers.save', { source: '17track', credentials: { apiKey: 'WRONG-KEY-0000' } });
    await world.get('carriers.setEnabled', { source: '17track', enabled: true });
    expect((await ask([N1])).fault?.kind).toBe('auth');
    const calls = twin.calls.length;
    expect((await ask([N1])).numbers[0]?.why).toBe('resting');
    expect(twin.calls).toHaveLength(calls);
    // Other credentials begin anew.
    await world.get('carriers.save', { source: '17track', credentials: { apiKey: KEY } });
    expect((await ask([N1])).numbers[0]?.outcome).toBe('scans');
  });

  test('a restart forgets nothing of what was asked', async () => {
    await connect();
    await ask([N1]);
    await world.restart();
    expect((await ask([N1])).numbers[0]?.outcome).toBe('unchanged');
    expect(await view('17track')).toMatchObject({ numbers: 1, enabled: true });
  });

  test('an answer in a new form is read as far as it goes, and leaves a note with its shape', async () => {
    await connect();
    alter = (text) => text.replaceAll('"location":"', '"driver":"王小明 13800138000","location":"');
    expect((await ask([N1])).fresh).toBeGreaterThan(2);
    const drift = await world.get('carriers.drift', { limit: 50, cursor: null });
    const told = drift.rows.map((row) => `${row.source} ${row.call} ${row.kind} ${row.path} ${row.sample}`);
    expect(told).toContain('17track gettrackinfo new-field events[].driver xxx 99999999999');
    expect(told.filter((each) => /13800138000|王/.test(each))).toEqual([]);
  });
});

describe('whose number it is', () => {
  const idOf = async (number: string) =>
    (
      await world.get('parcels.page', {
        text: number,
        stage: null,
        market: null,
        state: 'all',
        limit: 1,
        cursor: null,
      })
    ).rows[0]?.id ?? (0 as never);

  test('one click corrects it, teaches its neighbours, and goes with the next question', async () => {
    const numbers = ['612345678901', '612345678902', '612345678903', '612345678904'];
    await world.take(world.file('a.csv', csvOf(numbers.map((number) => ({ number, code: 'F100', ago: 5 })))));
    const last = await idOf(numbers[3] ?? '');
    const before = await world.get('parcels.carrierCandidates', { parcelId: last });
    for (const number of numbers.slice(0, 3)) {
      await world.get('parcels.setCarrier', { parcelId: await idOf(number), carrier: 'jt-my' });
    }
    const after = await world.get('parcels.carrierCandidates', { parcelId: last });
    expect(after.candidates.find((each) => each.carrier === 'jt-my')?.score).toBeGreaterThan(
      before.candidates.find((each) => each.carrier === 'jt-my')?.score ?? 0,
    );
    expect(
      await world.get('parcels.carrierCandidates', { parcelId: await idOf(numbers[0] ?? '') }),
    ).toMatchObject({
      carrier: 'jt-my',
      certain: 'jt-my',
    });
    const { rows } = await world.get('app.audit', { limit: 5, cursor: null });
    expect(rows[0]).toMatchObject({ what: 'parcels.setCarrier', detail: { carrier: 'jt-my' } });
  });

  test('what a file without carriers brings again after the correction is known, not doubled', async () => {
    const scans = ['612345678901', '612345678902'].map((number) => ({
      number,
      code: 'X1',
      text: 'Somewhere',
      ago: 5,
    }));
    const path = world.file('bare.csv', csvOf(scans).replaceAll('Shopee Express', ''));
    await world.take(path);
    const count = eventCount();
    await world.get('parcels.setCarrier', { parcelId: await idOf('612345678901'), carrier: 'jt-my' });
    await world.take(world.file('again.csv', csvOf(scans).replaceAll('Shopee Express', '')));
    expect(eventCount()).toBe(count);
    expect(rowsOf(world.home, "SELECT carrier FROM leg WHERE number = '612345678901'")).toEqual([
      { carrier: 'jt-my' },
    ]);
  });

  test('a parcel that is not there, and a carrier that is no slug', async () => {
    expect(await world.ask('parcels.setCarrier', { parcelId: 999, carrier: 'sf' })).toMatchObject({
      error: { code: 'not-found' },
    });
    expect(await world.ask('parcels.setCarrier', { parcelId: 1, carrier: 'S F' })).toMatchObject({
      error: { code: 'bad-input' },
    });
  });
});

describe('pushes', () => {
  const start = async (): Promise<string> => {
    await connect();
    const state = await world.get('carriers.setPush', {
      on: true,
      port: 0,
      publicBase: 'https://t.example/x',
    });
    expect(state.sources.find((each) => each.source === '17track')).toMatchObject({
      url: 'https://t.example/x/push/17track',
      ready: true,
    });
    expect(state.sources.find((each) => each.source === 'aftership')?.ready).toBe(false);
    return `http://127.0.0.1:${state.listening}/push/17track`;
  };

  test('off by default; on, off, and on again after a restart', async () => {
    expect(await world.get('carriers.push', {})).toMatchObject({ on: false, listening: null });
    await start();
    await world.restart();
    expect((await world.get('carriers.push', {})).listening).toBeGreaterThan(0);
    expect(await world.get('carriers.setPush', { on: false, port: 0, publicBase: null })).toMatchObject({
      on: false,
      listening: null,
    });
  });

  test('a push and a question bring the same scans once, whichever comes first; a replay changes nothing', async () => {
    const url = await start();
    const push = twin.pushOf(N1);
    expect((await sendPush(url, push)).status).toBe(200);
    const pushed = eventCount();
    expect(pushed).toBeGreaterThan(2);
    expect((await sendPush(url, push)).status).toBe(200);
    expect((await ask([N1])).fresh).toBe(0);
    expect((await sendPush(url, { ...push, headers: { sign: 'no' } })).status).toBe(401);
    expect(eventCount()).toBe(pushed);
    const state = await world.get('carriers.push', {});
    expect(state.sources.find((each) => each.source === '17track')?.week).toEqual({
      taken: 1,
      replayed: 1,
      'bad-signature': 1,
    });
    await world.restart();
    const again = `http://127.0.0.1:${(await world.get('carriers.push', {})).listening}/push/17track`;
    expect((await sendPush(again, push)).status).toBe(200);
    expect(eventCount()).toBe(pushed);
  });

  test('a number that the service stopped following is registered again when it is asked', async () => {
    const url = await start();
    await ask([N1]);
    const body = JSON.stringify({ event: 'TRACKING_STOPPED', data: { number: N1 } });
    await sendPush(url, { headers: { sign: track17Push(body, KEY) }, body });
    expect(
      rowsOf<{ at: number }>(world.home, 'SELECT stopped_at AS at FROM carrier_number')[0]?.at,
    ).toBeGreaterThanOrEqual(START);
    await ask([N1]);
    expect(twin.calls.filter((call) => call.path === '/register')).toHaveLength(2);
  });
});
