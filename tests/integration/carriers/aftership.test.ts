import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAfterShipClient } from '../../../main/engine/sources/carriers/aftership/client.ts';
import { createAfterShip } from '../../../main/engine/sources/carriers/aftership/source.ts';
import type { CarrierSource } from '../../../main/engine/sources/carriers/kit/types.ts';
import { type AfterShipTwin, startAfterShip } from '../../../main/sandbox/carriers/aftership/twin.ts';
import { seededTracks } from '../../../main/sandbox/carriers/kit/tracks.ts';
import { asked, clientWorld, type ClientWorld, never, NOW } from '../../fakes/carriers.ts';

const KEY = 'asat_0123456789abcdef';
const numbers = (count: number): string[] =>
  Array.from({ length: count }, (_, n) => `YT2632${String(100000000000 + n)}`);
let twin: AfterShipTwin;
let world: ClientWorld;
let source: CarrierSource;
beforeEach(async () => {
  twin = await startAfterShip({
    apiKey: KEY,
    webhookSecret: 'WHSEC-1234',
    tracks: seededTracks({ seed: 3, start: NOW }),
    now: () => world.time.at,
    quota: 80,
  });
  world = clientWorld(twin.url);
  source = createAfterShip({ apiKey: KEY }, world);
});
afterEach(() => twin.close());

describe('asking', () => {
  test('creates what is missing, then reads fifty numbers in one question over all pages', async () => {
    const list = numbers(60);
    const first = await source.ask(
      list.map((number) => asked(number)),
      never,
    );
    expect([first.answers.length, first.charged.length, first.fault]).toEqual([60, 60, null]);
    const before = twin.calls.length;
    const again = await source.ask(
      list.map((number) => asked(number, { registered: true })),
      never,
    );
    expect(twin.calls.slice(before).map((call) => call.method)).toEqual(['GET', 'GET', 'GET']);
    expect(again.answers.toSorted(byNumber)).toEqual(first.answers.toSorted(byNumber));
    expect(again.charged).toEqual([]);
    expect(world.calls.filter((call) => call.outcome === 'rate')).toEqual([]);
    expect(world.drift).toEqual([]);
  });

  test('a time without offset gets a zone with its reason; one with offset keeps it', async () => {
    const answer = await source.ask(
      numbers(20).map((number) => asked(number)),
      never,
    );
    const rows = answer.answers.flatMap((each) => (each.kind === 'scans' ? each.rows : []));
    expect(rows.find((row) => row.carrier === 'yunexpress')).toMatchObject({
      zone: 'Asia/Shanghai',
      zoneReason: 'carrier',
      scheme: 'aftership',
    });
    expect(rows.find((row) => row.carrier === 'ninjavan-my')).toMatchObject({
      zone: '+08:00',
      zoneReason: 'offset',
    });
  });

  test('a plan that is used up stops creating, not reading', async () => {
    const list = numbers(4);
    await source.ask([asked(list[0] ?? '')], never);
    twin.quota.left = 1;
    const answer = await source.ask(
      list.map((number) => asked(number)),
      never,
    );
    const kinds = answer.answers.map((each) => (each.kind === 'fault' ? each.fault.kind : each.kind));
    expect([kinds.toSorted(), answer.fault]).toEqual([['quota', 'quota', 'scans', 'scans'], null]);
    expect(twin.calls.filter((call) => call.method === 'POST')).toHaveLength(3);
  });

  test('a second tracking under a wrong courier is not ours: the known carrier decides', async () => {
    const [number = ''] = numbers(1);
    twin.addWrong(number, 'sf-express');
    const wrong = await source.ask([asked(number, { carrier: 'sf' })], never);
    expect(wrong.answers[0]).toMatchObject({ kind: 'fault', fault: { kind: 'no-info-yet' } });
    const client = createAfterShipClient(KEY, world);
    await client.create({ tracking_number: number, slug: 'yunexpress' }, never);
    for (const carrier of ['yunexpress', null]) {
      expect((await source.ask([asked(number, { carrier })], never)).answers[0]?.kind).toBe('scans');
    }
  });

  test('a new subtag is kept as it is and noted once, with the word', async () => {
    twin.subtag('Exception_099');
    await source.ask(
      numbers(3).map((number) => asked(number)),
      never,
    );
    expect(new Set(world.drift.map((note) => `${note.kind} ${note.path} ${note.sample}`))).toEqual(
      new Set(['new-value data.subtag Exception_099', 'new-value checkpoints[].subtag Exception_099']),
    );
  });

  test('a courier that cannot be told is the number’s fault alone', async () => {
    const answer = await source.ask([asked('ZZZ12345'), asked(numbers(1)[0] ?? '')], never);
    expect(
      answer.answers.map((each) => (each.kind === 'fault' ? each.fault.code : each.kind)).toSorted(),
    ).toEqual(['4012', 'scans']);
  });
});

describe('trouble', () => {
  test.each([
    ['error-page', 'transient', 'error-page'],
    ['cut', 'transient', 'not-json'],
    ['server-error', 'transient', 'http-503'],
    ['silence', 'transient', 'timeout'],
    ['rate', 'rate', 'http-429'],
  ] as const)('%s', async (trouble, kind, code) => {
    twin.order(trouble, 1);
    if (trouble === 'silence') source = createAfterShip({ apiKey: KEY }, clientWorld(twin.url, 150));
    const answer = await source.ask([asked('YT2632100000000000')], never);
    expect(answer).toMatchObject({ answers: [], fault: { kind, code } });
  });

  test('the rate headers say how long to wait', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => createAfterShipClient(KEY, world).couriers(never)),
    );
    const limited = answers.find((each) => !each.ok);
    expect(limited).toMatchObject({ fault: { kind: 'rate', code: '429' } });
    expect(limited?.ok === false && (limited.fault.retryAfterMs ?? 0)).toBeGreaterThan(0);
  });

  test('a wrong key is told by the test question', async () => {
    const wrong = createAfterShip({ apiKey: 'nope' }, world);
    expect((await wrong.test(never)).fault).toMatchObject({ kind: 'auth', code: '401' });
    expect(await source.test(never)).toEqual({ fault: null, allowance: null });
  });
});

test('every other call: get, update, complete, re-track once, delete, detect', async () => {
  const client = createAfterShipClient(KEY, world);
  const made = await client.create({ tracking_number: numbers(1)[0] ?? '' }, never);
  const id = made.ok ? (made.value.id ?? '') : '';
  expect(await client.create({ tracking_number: numbers(1)[0] ?? '' }, never)).toMatchObject({
    fault: { code: '4003' },
  });
  expect(await client.get(id, never)).toMatchObject({ value: { id } });
  expect(await client.update(id, { title: 'New' }, never)).toMatchObject({ value: { title: 'New' } });
  expect(await client.retrack(id, never)).toMatchObject({ fault: { code: '4016' } });
  expect(await client.complete(id, 'DELIVERED', never)).toMatchObject({ value: { active: false } });
  expect(await client.retrack(id, never)).toMatchObject({ value: { active: true } });
  expect(await client.remove(id, never)).toMatchObject({ ok: true });
  expect(await client.get(id, never)).toMatchObject({ fault: { kind: 'not-found', code: '4004' } });
  const couriers = await client.detect('SF1234567890123', never);
  expect(couriers.ok && couriers.value.map((each) => each.slug)).toEqual(['sf-express']);
});

function byNumber(a: { number: string }, b: { number: string }): number {
  return a.number < b.number ? -1 : 1;
}
