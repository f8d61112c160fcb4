import { afterEach, beforeEach, expect, test } from 'vitest';
import { PUSH_SOURCES } from '../../../shared/model/carrierSource.ts';
import type { ScanRow } from '../../../shared/model/import.ts';
import { DAY } from '../../../shared/time.ts';
import { createCarriers, type Carriers } from '../../../main/engine/carriers.ts';
import { createCarrierCommands } from '../../../main/engine/commands/carriers.ts';
import { zoneOfPlaces } from '../../../main/engine/placeZones.ts';
import { track17Push } from '../../../main/engine/sources/carriers/kit/signatures.ts';
import { shopeePush } from '../../../main/engine/sources/carriers/kit/signatures.ts';
import {
  countDay,
  forgetAccount,
  numberAnswered,
  tellCarrier,
} from '../../../main/engine/store/aggregates/carriers.ts';
import type { OpenStore } from '../../../main/engine/store/open.ts';
import {
  carrierAccount,
  carrierAccounts,
  daysSince,
  driftPage,
  knownNumber,
  numberCounts,
  pushSeen,
  toldCarrier,
} from '../../../main/engine/store/views/carriers.ts';
import { silentLog } from '../../../main/engine/system.ts';
import { sendPush } from '../../../main/sandbox/carriers/kit/push.ts';
import { seededTracks } from '../../../main/sandbox/carriers/kit/tracks.ts';
import { start17track, type Track17Twin } from '../../../main/sandbox/carriers/17track/twin.ts';
import { clientWorld, type ClientWorld, never, NOW } from '../../fakes/carriers.ts';
import { tempStore } from '../../fakes/store.ts';

const KEY = 'K17-abcdef0123456789';
const N1 = 'RA100000000CN';
let temp: ReturnType<typeof tempStore>;
let store: OpenStore;
let twin: Track17Twin;
let world: ClientWorld;
let carriers: Carriers;
let taken: ScanRow[];
let hints: string[];
let full: boolean;
let rolledBack: number;
let sandbox: string | null;
beforeEach(async () => {
  [taken, hints, full, rolledBack, sandbox] = [[], [], false, 0, null];
  temp = tempStore();
  store = temp.open();
  world = clientWorld('');
  twin = await start17track({
    apiKey: KEY,
    tracks: seededTracks({ seed: 7, start: NOW }),
    now: () => world.time.at,
    quota: 9,
    perSecond: 99,
  });
  carriers = createCarriers({
    writer: store.writer,
    clock: world.clock,
    timers: world.timers,
    log: silentLog,
    random: { next: () => 0.5 },
    fetch: (url, init) => fetch(url.replace('https://api.17track.net/track/v2.4', twin.url), init),
    hostFor: () => sandbox,
    places: zoneOfPlaces,
    take: (_source, rows) => {
      if (full) throw new Error('disk full');
      taken.push(...rows);
      return rows.length;
    },
    rolledBack: () => {
      rolledBack += 1;
    },
    changed: () => {},
    shopee: {
      keys: () => ['PK'],
      take: ({ code, ids }) => void hints.push(`${code} ${ids['orderNo'] ?? ''}`),
      taken: () => {},
    },
  });
  const commands = createCarrierCommands({
    writer: store.writer,
    clock: world.clock,
    changed: () => carriers.forget(),
    parcelsChanged: () => {},
  });
  commands.save('17track', { apiKey: KEY });
  commands.setEnabled('17track', true);
});
afterEach(async () => {
  await carriers.close();
  await twin.close();
  store.close();
  temp.remove();
});
const ask = (number = N1) => carriers.asker.ask('17track', [number], { signal: never, mayCharge: 5 });

test('an answer, the number, the account and the counts are written together', async () => {
  expect(carrierAccount(store.reader, '17track')).toMatchObject({ enabled: true, verifiedAt: null });
  const report = await ask();
  expect([report.fresh, report.charged]).toEqual([taken.length, 1]);
  expect(knownNumber(store.reader, '17track', N1)).toMatchObject({
    hash: expect.any(String),
    stoppedAt: null,
  });
  expect(carrierAccounts(store.reader)[0]?.verifiedAt).toBeGreaterThanOrEqual(NOW);
  expect(numberCounts(store.reader)).toEqual(new Map([['17track', 1]]));
  expect(
    daysSince(store.reader, 0)
      .map((each) => `${each.what} ${each.n}`)
      .toSorted(),
  ).toEqual(['call ok 2', 'charged 1']);
  expect((await ask()).numbers).toEqual([{ number: N1, outcome: 'unchanged', why: null }]);
});

test('an answer of the sandbox proves nothing about the service', async () => {
  sandbox = twin.url;
  expect((await ask()).numbers[0]?.outcome).toBe('scans');
  expect(carrierAccount(store.reader, '17track')).toMatchObject({
    verifiedAt: null,
    okAt: expect.any(Number),
  });
});

test('a store that cannot take it leaves nothing of the answer behind, and it comes again', async () => {
  full = true;
  await expect(ask()).rejects.toThrow('disk full');
  expect([knownNumber(store.reader, '17track', N1), rolledBack]).toEqual([undefined, 1]);
  full = false;
  expect((await ask()).numbers[0]?.outcome).toBe('scans');
  expect(taken.length).toBeGreaterThan(2);
});

test('scans of one carrier tell whose number it is; a person is never overridden', async () => {
  tellCarrier(store.writer, { number: 'RA100000002CN', carrier: 'jt-my', by: 'person', at: NOW });
  await ask('RA100000002CN');
  expect(toldCarrier(store.reader, 'RA100000002CN')).toBe('jt-my');
  await ask('RA100000001CN');
  await ask();
  const told = [N1, 'RA100000001CN'].map((number) => toldCarrier(store.reader, number) ?? null);
  const carriersOf = (number: string) =>
    new Set(taken.filter((row) => row.number === number).map((row) => row.carrier));
  for (const [index, number] of [N1, 'RA100000001CN'].entries()) {
    const seen = carriersOf(number);
    expect(told[index]).toBe(seen.size === 1 ? [...seen][0] : null);
  }
  expect(carriers.candidates('YT2632100000000000')).toMatchObject({ certain: 'yunexpress' });
});

test('pushes: the same bytes once, hints for Shopee, nothing kept of a bad one, old ones forgotten', async () => {
  const started = await carriers.listen(true, 0);
  expect(started.ok).toBe(true);
  const url = (source: string): string => `http://127.0.0.1:${carriers.listening()}/push/${source}`;
  const body = JSON.stringify({ event: 'TRACKING_STOPPED', data: { number: N1 } });
  const push = { headers: { sign: track17Push(body, KEY) }, body };
  for (let n = 0; n < 2; n += 1) expect((await sendPush(url('17track'), push)).status).toBe(200);
  expect((await sendPush(url('17track'), { ...push, headers: { sign: 'x' } })).status).toBe(401);
  expect(knownNumber(store.reader, '17track', N1)?.stoppedAt).toBeGreaterThanOrEqual(NOW);
  const order = JSON.stringify({ code: 3, shop_id: 1, timestamp: NOW / 1000, data: { ordersn: 'S1' } });
  await sendPush(url('shopee'), {
    headers: { authorization: shopeePush(order, '/push/shopee', 'PK') },
    body: order,
  });
  expect(hints).toEqual(['3 S1']);
  expect(PUSH_SOURCES.filter((source) => carriers.pushReady(source))).toEqual(['shopee', '17track']);
  const hash =
    store.reader.get<{ hash: string }>("SELECT hash FROM push_log WHERE source = '17track'")?.hash ?? '';
  carriers.purge(NOW + 59 * DAY);
  expect(pushSeen(store.reader, '17track', hash)).toBe(true);
  carriers.purge(NOW + 61 * DAY);
  expect(pushSeen(store.reader, '17track', hash)).toBe(false);
});

test('the test question, a source without an account, and a list that shrinks', async () => {
  expect(await carriers.test('17track')).toMatchObject({ ok: true, value: { allowance: { total: 9 } } });
  expect(await carriers.test('sf')).toMatchObject({ ok: false, error: { code: 'not-found' } });
  const answer = { source: '17track', number: N1, outcome: 'scans', code: null, answered: true, at: NOW };
  numberAnswered(store.writer, { ...answer, hash: 'a', scans: 5 });
  numberAnswered(store.writer, { ...answer, hash: 'b', scans: 3 });
  numberAnswered(store.writer, { ...answer, hash: null, scans: null, outcome: 'unchanged' });
  expect(store.reader.get('SELECT shrunk, scans, hash FROM carrier_number')).toEqual({
    shrunk: 1,
    scans: 3,
    hash: 'b',
  });
  countDay(store.writer, '17track', 1, 'charged', 2, 0.4);
  expect(driftPage(store.reader, { limit: 10, cursor: null })).toEqual({
    rows: [],
    total: 0,
    nextCursor: null,
  });
  expect([forgetAccount(store.writer, '17track'), forgetAccount(store.writer, '17track')]).toEqual([
    true,
    false,
  ]);
});
