import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LabEnd, LabOptions, LabRun } from '../../../../../shared/contract/lab.ts';
import type { CarrierSourceId } from '../../../../../shared/model/carrierSource.ts';
import { faultOf } from '../../../../../main/engine/sources/carriers/kit/types.ts';
import { labReport, wilsonLow } from '../../../../../main/engine/sync/lab/report.ts';
import { createLab, type Lab } from '../../../../../main/engine/sync/lab/run.ts';
import type { LabAnswer, LabBook, LabCall, LabPort } from '../../../../../main/engine/sync/lab/types.ts';
import { type ClientWorld, clientWorld } from '../../../../fakes/carriers.ts';

const GOOD: LabAnswer = {
  ...{ ms: 120, requests: 1, outcome: 'unchanged', code: null, scans: null, fresh: 0, charged: 0, drift: 0 },
  ...{ hash: 'a', fault: null },
};
const bad = (kind: 'auth' | 'quota' | 'rate' | 'transient', waitMs: number | null = null): LabAnswer => ({
  ...GOOD,
  ...{ outcome: kind, code: kind, hash: null, fault: faultOf(kind, kind, waitMs) },
});

/** A lab whose services answer what `answer` says for the n-th call. */
function labWorld(
  answer: (source: CarrierSourceId, n: number) => LabAnswer | null,
  more: Partial<LabPort> = {},
  changed: (all: { lab: Lab; world: ClientWorld }) => void = () => {},
) {
  const world = clientWorld('');
  const calls: LabCall[] = [];
  const ends = new Map<CarrierSourceId, LabEnd>();
  let run: LabRun | undefined;
  const asked = new Map<CarrierSourceId, number>();
  const book: LabBook = {
    begin: (options, planned) => {
      run = {
        id: 1,
        state: 'running',
        options,
        done: 0,
        planned,
        startedAt: world.clock.now(),
        finishedAt: null,
      };
      return 1;
    },
    add: (_id, call) => void calls.push(call),
    ended: (_id, source, end) => void ends.set(source, end),
    finish: (_id, state) => {
      if (run) run = { ...run, state, done: calls.length };
    },
    run: (id) => (id === 1 ? run : undefined),
  };
  const port: LabPort = {
    barred: () => null,
    costs: () => 0,
    ask: (source) => {
      const n = asked.get(source) ?? 0;
      asked.set(source, n + 1);
      return Promise.resolve(answer(source, n));
    },
    ...more,
  };
  const failures: unknown[] = [];
  const lab: Lab = createLab({
    ...{ port, book, clock: world.clock, timers: world.timers },
    changed: () => changed({ lab, world }),
    failed: (error) => void failures.push(error),
  });
  return { lab, calls, ends, world, failures, run: () => run };
}
const options = (more: Partial<LabOptions> = {}): LabOptions => ({
  ...{ sources: ['17track'], numbers: ['A1000', 'A2000'], calls: 6, perSecond: 10, mayCharge: 0 },
  ...more,
});

test('numbers take turns, and no source is asked faster than it allows or than was chosen', async () => {
  for (const [perSecond, step] of [
    [10, 350],
    [1, 1050],
  ] as const) {
    const { lab, calls, ends, run } = labWorld(() => GOOD);
    expect(lab.start(options({ perSecond }))).toMatchObject({ ok: true, value: { planned: 6 } });
    await lab.idle();
    expect(calls.map((call) => call.number)).toEqual(['A1000', 'A2000', 'A1000', 'A2000', 'A1000', 'A2000']);
    const steps = calls.slice(1).map((call, n) => call.at - (calls[n]?.at ?? 0));
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(step);
    expect([run()?.state, ends.size]).toEqual(['done', 0]);
  }
});

test('changed and shrunk answers are told against the one before about the same number', async () => {
  const hashes = ['a', 'b', 'a', 'c', 'a', 'c'];
  const { lab, calls } = labWorld((_source, n) => ({
    ...GOOD,
    hash: hashes[n] ?? null,
    scans: n === 3 ? 2 : 5,
  }));
  lab.start(options());
  await lab.idle();
  expect(calls.map((call) => call.changed)).toEqual([false, false, false, true, false, false]);
  expect(calls.map((call) => call.shrunk)).toEqual([false, false, false, true, false, false]);
});

test.each([
  ['credentials that are refused', () => bad('auth'), 'auth', 1],
  ['an allowance that is used up', () => bad('quota'), 'quota', 1],
  ['a long rest', () => bad('rate', 60_000), 'rate', 1],
  ['ten failures in a row', () => bad('transient'), 'unreachable', 10],
] as const)('%s end a source’s part', async (_name, answer, end, count) => {
  const { lab, calls, ends } = labWorld(answer);
  lab.start(options({ calls: 50 }));
  await lab.idle();
  expect([ends.get('17track'), calls.length]).toEqual([end, count]);
});

test('a short wait is kept and the run goes on; failures that pass do not end it', async () => {
  const { lab, calls, ends } = labWorld((_source, n) => (n === 1 ? bad('rate', 5_000) : GOOD));
  lab.start(options());
  await lab.idle();
  expect((calls[2]?.at ?? 0) - (calls[1]?.at ?? 0)).toBeGreaterThanOrEqual(5_000);
  expect([calls.length, ends.size]).toEqual([6, 0]);
  const shaky = labWorld((_source, n) => (n % 9 === 8 ? GOOD : bad('transient')));
  shaky.lab.start(options({ calls: 40 }));
  await shaky.lab.idle();
  expect(shaky.calls).toHaveLength(40);
});

test('while a service is left alone the lab says until when and why, and a run that waits can be stopped', async () => {
  const told: string[] = [];
  const world = labWorld(
    (_source, n) => (n === 1 ? bad('rate', 5_000) : n === 3 ? bad('rate') : GOOD),
    {},
    ({ lab, world: { time } }) =>
      told.push(
        ...lab
          .waits()
          .map(({ source, until, asked, code }) => `${source} ${code} ${until - time.at} ${String(asked)}`),
      ),
  );
  world.lab.start(options());
  await world.lab.idle();
  expect(told).toEqual(['17track rate 5000 true', '17track rate 2000 false']);
  expect(world.lab.waits()).toEqual([]);
  const stopped = labWorld(
    () => bad('rate', 29_000),
    {},
    ({ lab }) => {
      if (lab.waits().length > 0) void lab.cancel(1);
    },
  );
  stopped.lab.start(options({ calls: 50 }));
  await stopped.lab.idle();
  expect([stopped.calls.length, stopped.run()?.state, stopped.lab.waits()]).toEqual([1, 'cancelled', []]);
});

test('nothing is charged beyond what was allowed; a source that charges questions gets each number once', async () => {
  const registered = new Set<string>();
  const paid = labWorld(() => GOOD, {
    costs: (_source, number) => (registered.has(number) ? 0 : 1),
    ask: (_source, number) => {
      registered.add(number);
      return Promise.resolve({ ...GOOD, charged: 1 });
    },
  });
  paid.lab.start(options({ mayCharge: 1 }));
  await paid.lab.idle();
  expect([paid.calls.length, paid.ends.get('17track')]).toEqual([1, 'budget']);
  const once = labWorld(() => ({ ...GOOD, charged: 1 }), { costs: () => 1 });
  once.lab.start(options({ sources: ['kuaidi100'], mayCharge: 10 }));
  await once.lab.idle();
  expect([once.calls.length, once.ends.get('kuaidi100')]).toEqual([2, 'once']);
});

test('one run at a time; a cancelled one ends at once and says so; a source that is off is told', async () => {
  const { lab, calls, ends, run } = labWorld((_source, n) => {
    if (n === 2) void lab.cancel(1);
    return GOOD;
  });
  lab.start(options({ sources: ['17track', 'sf'], calls: 500 }));
  expect(lab.start(options())).toMatchObject({ ok: false, error: { code: 'wrong-state' } });
  await lab.idle();
  expect(calls.length).toBeLessThan(20);
  expect([run()?.state, ends.get('17track')]).toEqual(['cancelled', 'cancelled']);
  expect(await lab.cancel(7)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  const off = labWorld(() => GOOD, { barred: (source) => (source === 'sf' ? 'off' : null) });
  off.lab.start(options({ sources: ['17track', 'sf'] }));
  await off.lab.idle();
  expect([off.ends.get('sf'), off.calls.length]).toEqual(['off', 6]);
});

test('a store that fails ends the run, and another can begin', async () => {
  const { lab, failures, run } = labWorld(() => GOOD, { ask: () => Promise.reject(new Error('disk full')) });
  lab.start(options());
  await lab.idle();
  expect([failures.length, run()?.state]).toEqual([1, 'done']);
  expect(lab.start(options()).ok).toBe(true);
  await lab.idle();
});

test('the report: the surely steadier first, figures that add up', () => {
  const call = (source: CarrierSourceId, more: Partial<LabCall> = {}): LabCall => {
    const { hash: _hash, fault: _fault, ...rest } = GOOD;
    return { ...rest, source, number: 'A1000', at: 0, changed: false, shrunk: false, ...more };
  };
  const calls = [
    ...Array.from({ length: 3 }, () => call('sf', { ms: 50 })),
    ...Array.from({ length: 199 }, (_, n) => call('17track', { ms: n + 1 })),
    call('17track', { ms: 20_000, outcome: 'transient', code: 'timeout', drift: 1, changed: true }),
    call('aftership', { outcome: 'not-found', code: '404', charged: 1, fresh: 2 }),
  ];
  const report = labReport(['sf', 'aftership', '17track', 'jt'], calls, { jt: 'off' });
  expect(report.map((each) => each.source)).toEqual(['17track', 'sf', 'aftership', 'jt']);
  expect(report[0]).toMatchObject({
    calls: 200,
    answered: 199,
    latency: { p50: 100, p90: 180, p99: 198, max: 20_000 },
    classes: [100, 99, 0, 0, 0, 1],
    outcomes: [
      { outcome: 'unchanged', code: null, n: 199 },
      { outcome: 'transient', code: 'timeout', n: 1 },
    ],
    drift: 1,
    changed: 1,
  });
  expect(report[2]).toMatchObject({ answered: 1, share: 1, charged: 1, fresh: 2 });
  expect(report[3]).toMatchObject({ calls: 0, share: null, shareLow: 0, latency: null, ended: 'off' });
});

test('the lower bound lies below the share and rises with more of the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
      const good = Math.round(n * share);
      expect(wilsonLow(good, n)).toBeLessThanOrEqual(good / n + 1e-9);
      if (good > 0) expect(wilsonLow(good * 10, n * 10)).toBeGreaterThan(wilsonLow(good, n));
    }),
  );
});
