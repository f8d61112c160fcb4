import { afterEach, describe, expect, test } from 'vitest';
import { createFourPx } from '../../../main/engine/sources/carriers/4px/source.ts';
import { createJt } from '../../../main/engine/sources/carriers/jt/source.ts';
import { createKuaidi100 } from '../../../main/engine/sources/carriers/kuaidi100/source.ts';
import type { CarrierSource } from '../../../main/engine/sources/carriers/kit/types.ts';
import { createNinjaVan } from '../../../main/engine/sources/carriers/ninjavan/source.ts';
import { createSf } from '../../../main/engine/sources/carriers/sf/source.ts';
import { createYunExpress } from '../../../main/engine/sources/carriers/yunexpress/source.ts';
import { carrierEntry } from '../../../main/engine/journey/tables/index.ts';
import { startFourPx } from '../../../main/sandbox/carriers/4px/twin.ts';
import { startJt } from '../../../main/sandbox/carriers/jt/twin.ts';
import { startKuaidi100 } from '../../../main/sandbox/carriers/kuaidi100/twin.ts';
import type { Twin } from '../../../main/sandbox/carriers/kit/server.ts';
import { seededTracks } from '../../../main/sandbox/carriers/kit/tracks.ts';
import { startNinjaVan } from '../../../main/sandbox/carriers/ninjavan/twin.ts';
import { startSf } from '../../../main/sandbox/carriers/sf/twin.ts';
import { startYunExpress } from '../../../main/sandbox/carriers/yunexpress/twin.ts';
import { asked, clientWorld, type ClientWorld, never, NOW } from '../../fakes/carriers.ts';

const tracks = seededTracks({ seed: 11, start: NOW - 10 * 86_400_000 });

interface Case {
  readonly start: (now: () => number) => Promise<Twin>;
  readonly source: (world: ClientWorld, wrong: boolean) => CarrierSource;
  readonly number: (n: number) => string;
  readonly carrier: string | null;
  readonly slug: string;
  /** How an unknown number is told. */
  readonly unknown: string;
  readonly batch: number;
}
const CASES: Readonly<Record<string, Case>> = {
  ninjavan: {
    start: (now) => startNinjaVan({ country: 'my', clientId: 'id', clientSecret: 'secret', tracks, now }),
    source: (world, wrong) =>
      createNinjaVan({ country: 'my', clientId: 'id', clientSecret: wrong ? 'no' : 'secret' }, world),
    number: (n) => `NLMYAP00000${100 + n}`,
    carrier: null,
    slug: 'ninjavan-my',
    unknown: 'not-found',
    batch: 1,
  },
  yunexpress: {
    start: (now) => startYunExpress({ appId: 'id', appSecret: 'secret', sourceKey: 'key', tracks, now }),
    source: (world, wrong) =>
      createYunExpress({ appId: 'id', appSecret: 'secret', sourceKey: wrong ? 'no' : 'key' }, world),
    number: (n) => `YT2632000000000${100 + n}`,
    carrier: null,
    slug: 'yunexpress',
    unknown: 'not-found',
    batch: 1,
  },
  '4px': {
    start: (now) => startFourPx({ appKey: 'ak', appSecret: 'secret', tracks, now }),
    source: (world, wrong) => createFourPx({ appKey: 'ak', appSecret: wrong ? 'no' : 'secret' }, world),
    number: (n) => `4PX3000000000${100 + n}CN`,
    carrier: null,
    slug: '4px',
    unknown: 'caller',
    batch: 1,
  },
  jt: {
    start: (now) => startJt({ apiAccount: 'acc', privateKey: 'pk', tracks, now }),
    source: (world, wrong) =>
      createJt({ country: 'my', apiAccount: 'acc', privateKey: wrong ? 'no' : 'pk' }, world),
    number: (n) => `JT1234567${100 + n}`,
    carrier: null,
    slug: 'jt-my',
    unknown: 'no-info-yet',
    batch: 30,
  },
  sf: {
    start: (now) =>
      startSf({ partnerId: 'P', checkword: "c*w d'!", tracks, now, foreign: { SF1234567890999: '1234' } }),
    source: (world, wrong) => createSf({ partnerId: 'P', checkword: wrong ? 'no' : "c*w d'!" }, world),
    number: (n) => `SF1234567890${100 + n}`,
    carrier: null,
    slug: 'sf',
    unknown: 'no-info-yet',
    batch: 10,
  },
  kuaidi100: {
    start: (now) => startKuaidi100({ customer: 'C', key: 'K', salt: 'S', tracks, now, quota: 50 }),
    source: (world, wrong) => createKuaidi100({ customer: 'C', key: wrong ? 'no' : 'K' }, world),
    number: (n) => `3950055201${100 + n}`,
    carrier: 'yunda',
    slug: 'yunda',
    unknown: 'no-info-yet',
    batch: 1,
  },
};

let twin: Twin;
afterEach(() => twin.close());
const open = async (
  name: string,
  wrong = false,
  timeoutMs = 10_000,
): Promise<{ each: Case; source: CarrierSource; world: ClientWorld }> => {
  const each = CASES[name] as Case;
  let world: ClientWorld | null = null;
  twin = await each.start(() => world?.time.at ?? NOW);
  world = clientWorld(twin.url, timeoutMs);
  return { each, source: each.source(world, wrong), world };
};

describe.each(Object.keys(CASES))('%s', (name) => {
  test('answers with rows that its table understands, in batches, with zone and reason', async () => {
    const { each, source, world } = await open(name);
    const items = Array.from({ length: 12 }, (_, n) => asked(each.number(n), { carrier: each.carrier }));
    const answer = await source.ask(items, never);
    expect([answer.answers.length, answer.fault, answer.unasked]).toEqual([12, null, []]);
    const rows = answer.answers.flatMap((one) => (one.kind === 'scans' ? one.rows : []));
    expect(answer.answers.every((one) => one.kind === 'scans')).toBe(true);
    expect(rows.every((row) => row.carrier === each.slug && row.instant !== null && row.text !== '')).toBe(
      true,
    );
    expect(new Set(rows.map((row) => row.zoneReason)).size).toBe(1);
    const questions = world.calls.filter((call) => call.numbers > 0);
    expect(questions).toHaveLength(Math.ceil(12 / each.batch));
    const delivered = rows.findLast((row) => /Delivered/.test(row.text));
    const word = delivered?.code ?? delivered?.status ?? '';
    if (name !== 'kuaidi100') expect(carrierEntry(each.slug, word)?.node).toBe('DELIVERED');
    expect(world.drift).toEqual([]);
    expect(JSON.stringify(rows)).not.toContain('Courier');
  });

  test('the same list again is unchanged', async () => {
    const { each, source, world } = await open(name);
    const item = asked(each.number(1), { carrier: each.carrier });
    const first = (await source.ask([item], never)).answers[0];
    world.time.at += 3_600_000;
    const hash = first?.kind === 'scans' ? first.hash : '';
    expect((await source.ask([{ ...item, hash }], never)).answers[0]).toEqual({
      kind: 'unchanged',
      number: item.number,
      hash,
    });
  });

  test('an unknown number is told as such and spoils no other', async () => {
    const { each, source } = await open(name);
    const [none, known] = [`${each.number(2)}X`, each.number(3)];
    const answer = await source.ask(
      [none, known].map((number) => asked(number, { carrier: each.carrier })),
      never,
    );
    const outcome = Object.fromEntries(
      answer.answers.map((one) => [one.number, one.kind === 'fault' ? one.fault.kind : one.kind]),
    );
    expect(outcome).toEqual({ [none]: each.unknown, [known]: 'scans' });
  });

  test('wrong credentials end the question; the test question tells', async () => {
    const { each, source } = await open(name, true);
    const answer = await source.ask(
      [1, 2].map((n) => asked(each.number(n), { carrier: each.carrier })),
      never,
    );
    expect([answer.fault?.kind, answer.answers.length]).toEqual(['auth', 0]);
    expect((await source.test(never)).fault?.kind).toBe('auth');
    await twin.close();
    const right = await open(name);
    expect((await right.source.test(never)).fault).toBeNull();
  });

  test.each([
    ['error-page', 'transient'],
    ['cut', 'transient'],
    ['server-error', 'transient'],
    ['silence', 'transient'],
    ['rate', 'rate'],
  ] as const)('%s', async (trouble, kind) => {
    const { each, source } = await open(name, false, trouble === 'silence' ? 150 : 10_000);
    twin.order(trouble, 1);
    const answer = await source.ask([asked(each.number(1), { carrier: each.carrier })], never);
    expect([answer.fault?.kind, answer.unasked.length]).toEqual([kind, 1]);
  });
});

test('Ninja Van: a token that the service took back is renewed once', async () => {
  const { each, source } = await open('ninjavan');
  await source.ask([asked(each.number(1))], never);
  (twin as Awaited<ReturnType<typeof startNinjaVan>>).expireTokens();
  expect((await source.ask([asked(each.number(1))], never)).answers[0]?.kind).toBe('scans');
});

test('SF: numbers of other accounts open with the digits of a phone', async () => {
  const { source } = await open('sf');
  const number = 'SF1234567890999';
  expect((await source.ask([asked(number)], never)).answers[0]).toMatchObject({
    fault: { kind: 'no-info-yet' },
  });
  const both = [asked(number, { phoneTail: '1234' }), asked('SF1234567890100')];
  expect((await source.ask(both, never)).answers.map((one) => one.kind)).toEqual(['scans', 'scans']);
});

test('Kuaidi100: a company is needed, a repeated question is locked, paid questions run out', async () => {
  const { each, source, world } = await open('kuaidi100');
  expect((await source.ask([asked(each.number(1))], never)).answers[0]).toMatchObject({
    fault: { kind: 'caller', code: 'carrier-needed' },
  });
  const item = asked(each.number(1), { carrier: 'yunda' });
  await source.ask([item], never);
  expect((await source.ask([item], never)).answers[0]).toMatchObject({
    fault: { kind: 'caller', code: '408' },
  });
  const many = Array.from({ length: 60 }, (_, n) => asked(each.number(n + 200), { carrier: 'yunda' }));
  const answer = await source.ask(many, never);
  expect([answer.fault?.kind, answer.answers.length, answer.unasked.length]).toEqual(['quota', 49, 11]);
  expect(world.calls.at(-1)?.outcome).toBe('quota');
});
