import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTrack17Client } from '../../../main/engine/sources/carriers/17track/client.ts';
import { createTrack17 } from '../../../main/engine/sources/carriers/17track/source.ts';
import type { CarrierSource } from '../../../main/engine/sources/carriers/kit/types.ts';
import { start17track, type Track17Twin } from '../../../main/sandbox/carriers/17track/twin.ts';
import { seededTracks } from '../../../main/sandbox/carriers/kit/tracks.ts';
import { asked, clientWorld, type ClientWorld, never, NOW } from '../../fakes/carriers.ts';

const KEY = 'K17-abcdef0123456789';
const numbers = (count: number, tail = 'CN'): string[] =>
  Array.from({ length: count }, (_, n) => `RA${String(100000000 + n)}${tail}`);
let twin: Track17Twin;
let world: ClientWorld;
let source: CarrierSource;
beforeEach(async () => {
  twin = await start17track({
    apiKey: KEY,
    tracks: seededTracks({ seed: 7, start: NOW }),
    now: () => world.time.at,
    quota: 100,
  });
  world = clientWorld(twin.url);
  source = createTrack17({ apiKey: KEY }, world);
});
afterEach(() => twin.close());
const paths = (): string[] => twin.calls.map((call) => call.path.slice(1));

describe('asking', () => {
  test('registers what is new, asks in batches of 40, merges both providers, keeps zone and reason', async () => {
    const answer = await source.ask(
      numbers(90).map((number) => asked(number)),
      never,
    );
    expect([answer.answers.length, answer.unasked, answer.fault]).toEqual([90, [], null]);
    expect(answer.charged).toHaveLength(90);
    expect(paths()).toEqual([
      'register',
      'gettrackinfo',
      'register',
      'gettrackinfo',
      'register',
      'gettrackinfo',
    ]);
    expect(twin.quota.left).toBe(10);
    const scans = answer.answers.flatMap((each) => (each.kind === 'scans' ? [each] : []));
    const both = scans.find((each) => each.rows.some((row) => row.carrier === 'ninjavan-my'));
    const rows = both?.rows ?? [];
    expect(new Set(rows.map((row) => row.carrier))).toEqual(new Set(['yunexpress', 'ninjavan-my']));
    expect(rows.every((row) => row.scheme === '17track' && row.status !== null && row.instant !== null)).toBe(
      true,
    );
    // Chinese lines send no zone: the service placed them. The last mile sends its own.
    expect(
      rows.filter((row) => row.carrier === 'ninjavan-my').every((row) => row.zoneReason === 'offset'),
    ).toBe(true);
    expect(rows.find((row) => row.carrier === 'yunexpress')).toMatchObject({
      zone: '+08:00',
      zoneReason: 'source',
      status: 'InfoReceived',
      seq: 0,
    });
    expect(world.drift).toEqual([]);
  });

  test('keeps within three calls a second without being told', async () => {
    await source.ask(
      numbers(200).map((number) => asked(number, { registered: true })),
      never,
    );
    expect(world.calls.filter((call) => call.outcome === 'rate')).toEqual([]);
    expect(world.time.at - NOW).toBeGreaterThanOrEqual(3_000);
  });

  test('an unchanged list is told by its hash, a shrunk and a rewritten one are not', async () => {
    const [number = ''] = numbers(1);
    const first = await source.ask([asked(number)], never);
    const one = first.answers[0];
    if (one?.kind !== 'scans') throw new Error('no scans');
    const again = asked(number, { registered: true, hash: one.hash });
    expect((await source.ask([again], never)).answers[0]?.kind).toBe('unchanged');
    twin.tell(number, { hide: 1 });
    const shrunk = (await source.ask([again], never)).answers[0];
    expect(shrunk?.kind === 'scans' && one.rows.length - shrunk.rows.length).toBe(1);
    twin.tell(number, { rewrite: true });
    const rewritten = (await source.ask([again], never)).answers[0];
    expect(rewritten?.kind === 'scans' && rewritten.rows[0]?.text).toMatch(/\(updated\)$/);
    twin.tell(number, { twice: true });
    const twice = (await source.ask([asked(number, { registered: true })], never)).answers[0];
    expect(twice?.kind === 'scans' && twice.rows).toEqual(one.rows);
  });

  test('already registered is success; never registered is registered and asked; no information is not an error', async () => {
    const [a = '', b = ''] = numbers(2);
    await source.ask([asked(a)], never);
    const answer = await source.ask(
      [asked(a), asked(b, { registered: true }), asked('RA900000000X', { registered: true })],
      never,
    );
    expect(answer.answers.map((each) => each.kind)).toEqual(
      expect.arrayContaining(['scans', 'scans', 'fault']),
    );
    expect(answer.charged).toEqual(expect.arrayContaining([b, 'RA900000000X']));
    expect(answer.charged).not.toContain(a);
    expect(answer.answers.find((each) => each.number === 'RA900000000X')).toMatchObject({
      kind: 'fault',
      fault: { kind: 'no-info-yet', code: '-18019909' },
    });
  });

  test('a quota that runs out in mid-batch: what was taken is kept, known numbers are still asked', async () => {
    const known = numbers(3, 'TH');
    await source.ask(
      known.map((number) => asked(number)),
      never,
    );
    twin.quota.left = 10;
    const answer = await source.ask(
      [
        ...numbers(60).map((number) => asked(number)),
        ...known.map((number) => asked(number, { registered: true })),
      ],
      never,
    );
    const outcomes = Object.groupBy(answer.answers, (each) =>
      each.kind === 'fault' ? each.fault.kind : each.kind,
    );
    expect([outcomes.scans?.length, outcomes.quota?.length, answer.fault]).toEqual([13, 50, null]);
    expect(answer.charged).toHaveLength(10);
    // The second part has new numbers too: they are not offered any more.
    expect(paths().slice(-3)).toEqual(['register', 'gettrackinfo', 'gettrackinfo']);
  });

  test('a number that cannot be one, and a carrier that is not recognised, spoil no other', async () => {
    const [good = ''] = numbers(1);
    const answer = await source.ask([asked('ÄÖ'), asked('RA123456789Z'), asked(good)], never);
    expect(
      Object.fromEntries(
        answer.answers.map((each) => [each.number, each.kind === 'fault' ? each.fault.code : each.kind]),
      ),
    ).toEqual({
      ÄÖ: 'number',
      RA123456789Z: '-18019903',
      [good]: 'scans',
    });
  });

  test('batches in any order, asked twice, give the same rows', async () => {
    const all = numbers(100);
    const rowsOf = async (list: readonly string[]): Promise<unknown[]> => {
      const answer = await source.ask(
        list.map((number) => asked(number, { registered: false })),
        never,
      );
      return answer.answers
        .toSorted((a, b) => (a.number < b.number ? -1 : 1))
        .map((each) => (each.kind === 'scans' ? each.rows : each.kind));
    };
    const first = await rowsOf(all);
    expect(await rowsOf([...all.toReversed(), ...all])).toEqual(first);
  });
});

describe('trouble', () => {
  const one = asked('RA100000000CN', { registered: true });
  test.each([
    ['error-page', 'transient', 'error-page'],
    ['empty', 'transient', 'empty'],
    ['cut', 'transient', 'not-json'],
    ['server-error', 'transient', 'http-503'],
    ['silence', 'transient', 'timeout'],
    ['redirect', 'transient', 'network'],
    ['rate', 'rate', 'http-429'],
  ] as const)('%s', async (trouble, kind, code) => {
    twin.order(trouble, 1);
    if (trouble === 'silence') {
      world = clientWorld(twin.url, 150);
      source = createTrack17({ apiKey: KEY }, world);
    }
    const answer = await source.ask([one], never);
    expect(answer).toMatchObject({ answers: [], unasked: [one.number], fault: { kind, code } });
    expect(world.calls.at(-1)).toMatchObject({ outcome: kind, code, numbers: 1 });
    if (trouble === 'rate') expect(answer.fault?.retryAfterMs).toBe(2_000);
  });

  test('a wrong key stops at once and asks nothing more', async () => {
    const wrong = createTrack17({ apiKey: 'WRONG-KEY' }, world);
    const answer = await wrong.ask(
      numbers(90).map((number) => asked(number)),
      never,
    );
    expect([answer.fault?.kind, answer.fault?.code, answer.unasked.length, twin.calls.length]).toEqual([
      'auth',
      '-18010002',
      90,
      1,
    ]);
    expect((await wrong.test(never)).fault?.kind).toBe('auth');
  });

  test('an abort ends the question', async () => {
    twin.order('silence', 1);
    const stop = new AbortController();
    const asking = source.ask(
      numbers(90).map((number) => asked(number, { registered: true })),
      stop.signal,
    );
    stop.abort();
    expect(await asking).toMatchObject({ answers: [], fault: { kind: 'transient', code: 'aborted' } });
  });

  test('the service stops after thirty days; re-tracking works once', async () => {
    const client = createTrack17Client(KEY, world);
    const ref = [{ number: 'RA100000000CN' }];
    await client.register(ref, never);
    world.time.at += 31 * 86_400_000;
    expect(await client.stop(ref, never)).toMatchObject({ rejected: [{ code: -18019906 }] });
    expect(await client.retrack(ref, never)).toMatchObject({ accepted: [{ number: 'RA100000000CN' }] });
    await client.stop(ref, never);
    expect(await client.retrack(ref, never)).toMatchObject({ rejected: [{ code: -18019905 }] });
  });
});

test('every other call: carrier, tag, list, quota, push, real time, deletion, more than forty', async () => {
  const client = createTrack17Client(KEY, world);
  const list = numbers(45).map((number) => ({ number }));
  await client.register(list.slice(0, 40), never);
  await client.register(list.slice(40), never);
  const ref = [{ number: 'RA100000000CN' }];
  expect(
    await client.changeCarrier([{ ...ref[0], number: 'RA100000000CN', carrier_new: 100012 }], never),
  ).toMatchObject({
    accepted: [{ carrier: '100012' }],
  });
  for (let n = 0; n < 4; n += 1) {
    await client.changeCarrier([{ number: 'RA100000000CN', carrier_new: 3011 + n }], never);
  }
  expect(await client.changeCarrier([{ number: 'RA100000000CN', carrier_new: 9 }], never)).toMatchObject({
    rejected: [{ code: -18019807 }],
  });
  expect(await client.changeInfo([{ number: 'RA100000000CN', items: { tag: 'T' } }], never)).toMatchObject({
    accepted: [{ number: 'RA100000000CN' }],
  });
  expect(await client.trackInfo(ref, never)).toMatchObject({ accepted: [{ tag: 'T' }] });
  const pages = [await client.list(1, never), await client.list(2, never)];
  expect(pages.map((page) => page.ok && [page.numbers.length, page.more])).toEqual([
    [40, true],
    [5, false],
  ]);
  expect(await client.quota(never)).toMatchObject({ allowance: { total: 100, left: 55 } });
  expect(await client.push(ref, never)).toMatchObject({ accepted: [{ number: 'RA100000000CN' }] });
  expect(await client.realTime(ref, never)).toMatchObject({ accepted: [{ number: 'RA100000000CN' }] });
  expect(await client.remove(ref, never)).toMatchObject({ accepted: [{ number: 'RA100000000CN' }] });
  expect(await client.trackInfo(ref, never)).toMatchObject({ rejected: [{ code: -18019902 }] });
  expect(await client.trackInfo(list, never)).toMatchObject({ ok: false, fault: { code: '-18010014' } });
});
