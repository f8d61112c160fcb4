import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CaseRow } from '#shared/model/case.ts';
import { missFactsOf } from '#shared/model/case.ts';
import { DAY, HOUR, MINUTE } from '#shared/time.ts';
import { dumpStore, promiseOf, rowsOf } from '../../fakes/dump.ts';
import { openWorld, START, type World } from '../../fakes/engine.ts';
import { csvOf, type FileScan, held, numberOf } from '../../fakes/files.ts';

const CODES = [
  ...['F100', 'F430', 'LINEHAUL_DEPARTED', 'LINEHAUL_ARRIVED', 'IMPORT_CLEARED', 'F599', 'F600', 'F980'],
];
/** A way of which each step takes `step` hours; its last scan is `ago` hours before the world's start. */
const way = (number: string, steps: number, step: number, ago: number): FileScan[] =>
  CODES.slice(0, steps).map((code, n) => ({ number, code, market: 'MY', ago: ago + (steps - 1 - n) * step }));
/** Sixty parcels that took about six days, so that the lane is known. */
const FINISHED = Array.from({ length: 60 }, (_, n) => way(numberOf(500 + n), 8, 18 + (n % 7), 24 * (4 + n)));

let world: World;
let files = 0;
const take = async (scans: readonly FileScan[]): Promise<void> => {
  await world.take(world.file(`f${++files}.csv`, csvOf(scans)));
  await world.engine.arrived();
};
const pass = async (ms: number): Promise<void> => {
  await world.pass(ms);
  await world.engine.arrived();
};
/** Gives a parcel a promise so many hours after the world's start. */
const promise = async (number: string, hours: number): Promise<void> => {
  promiseOf(world.home, number, START + hours * HOUR, START - 9 * DAY);
  await world.engine.settled();
  await world.engine.arrived();
};
const page = { kind: null, market: null, text: '', limit: 500, cursor: null } as const;
const queue = async (view: 'waiting' | 'cleared' = 'waiting'): Promise<CaseRow[]> =>
  (await world.get('queue.page', { ...page, view })).rows;
const misses = async (view: 'waiting' | 'cleared' = 'waiting'): Promise<CaseRow[]> =>
  (await queue(view)).filter(({ kind }) => kind === 'promise-miss');

beforeEach(async () => {
  world = await openWorld();
  await take(FINISHED.flat());
});
afterEach(() => world.remove());

describe('a parcel that will miss its promise', () => {
  const number = numberOf(1);
  // Departed six hours ago: four steps of about 20 hours are left.
  beforeEach(() => take(way(number, 3, 20, 6)));

  it('has a case with what it rests on and its deadline, once', async () => {
    expect(await misses()).toEqual([]);
    await promise(number, 30);
    const [row, ...more] = await misses();
    expect(more).toEqual([]);
    expect(row).toMatchObject({ number, severity: 1, dueAt: START + 30 * HOUR, dueFor: 'promise' });
    const facts = row && missFactsOf(row);
    expect(facts).toMatchObject({ missed: 0, promise: START + 30 * HOUR, cause: 'stages' });
    expect(facts?.pLate).toBeGreaterThan(0.5);
    expect(row?.pLate).toBeCloseTo(facts?.pLate ?? 0, 1);
    expect(facts?.p50).toBeGreaterThan(START + 30 * HOUR);
    expect(facts?.lo80).toBeLessThan(facts?.hi80 ?? 0);
    const detail = await world.get('queue.case', { caseId: row?.id as never });
    expect(detail.evidence).toHaveLength(1);
    expect(detail.log.map(({ what }) => what)).toEqual(['opened']);

    const before = dumpStore(world.home);
    await world.engine.rebuild();
    await pass(MINUTE);
    expect(dumpStore(world.home)).toEqual(before);
  });

  it('has none with room enough, without a promise, and while its dates are withheld', async () => {
    await promise(number, 24 * 9);
    expect(await misses()).toEqual([]);
    const silent = numberOf(2);
    await take(way(silent, 3, 20, 24 * 40));
    await promise(silent, 24);
    expect((await queue()).map(({ kind }) => kind)).toEqual(['silence']);
  });

  it('clears by itself when the promise moves away, and opens again as another case', async () => {
    await promise(number, 30);
    await promise(number, 24 * 9);
    expect(await misses()).toEqual([]);
    expect(await misses('cleared')).toHaveLength(1);
    await promise(number, 30);
    const [row] = await misses();
    const { log } = await world.get('queue.case', { caseId: row?.id as never });
    expect(log.map(({ what }) => what)).toEqual(['opened', 'cleared', 'reopened']);
  });

  it('clears by the scan that delivers it', async () => {
    await promise(number, 30);
    // Not only with the next round of the clock: nobody is to write to a buyer who has it.
    await world.take(world.file('came.csv', csvOf([{ number, code: 'F980', market: 'MY', ago: 1 }])));
    expect(await misses()).toEqual([]);
    const [row] = await misses('cleared');
    const { clearedBy } = await world.get('queue.case', { caseId: row?.id as never });
    expect(clearedBy?.code).toBe('F980');
    await world.engine.arrived();
    expect(await misses()).toEqual([]);
  });

  it('shows each scan once that it rests on, also when that scan was still the last as it cleared', async () => {
    await promise(number, 30);
    await promise(number, 24 * 9);
    const [row] = await misses('cleared');
    const { evidence, clearedBy } = await world.get('queue.case', { caseId: row?.id as never });
    expect(evidence.map(({ id }) => id)).toEqual([clearedBy?.id]);
  });

  it('clears when the order is over, though no scan says so', async () => {
    await promise(number, 30);
    promiseOf(world.home, number, START + 30 * HOUR, START - 9 * DAY, { status: 'TO_CONFIRM_RECEIVE' });
    await world.engine.settled();
    await world.engine.arrived();
    expect(await misses()).toEqual([]);
    await pass(40 * HOUR);
    expect(await misses()).toEqual([]);
  });

  it('becomes a missed promise when its moment passes, on the clock alone, and wakes', async () => {
    await promise(number, 30);
    const caseId = (await misses())[0]?.id as never;
    await world.get('cases.snooze', { caseIds: [caseId], until: START + 20 * DAY });
    await pass(29 * HOUR);
    expect((await world.get('queue.case', { caseId })).row.state).toBe('open');
    await take([{ number, code: 'LINEHAUL_ARRIVED', market: 'MY', ago: -28 }]);
    await pass(2 * HOUR);
    const { row, log } = await world.get('queue.case', { caseId });
    expect(row).toMatchObject({ severity: 3, since: START + 30 * HOUR, dueFor: 'claim', state: 'open' });
    expect(row.dueAt).toBe(START + 30 * HOUR + 3 * DAY);
    expect(missFactsOf(row)?.missed).toBe(1);
    expect(log.map(({ what }) => what)).toEqual(['opened', 'snoozed', 'woke', 'worsened', 'worsened']);
  });

  it('wakes from its sleep when its time is up', async () => {
    await promise(number, 40);
    const caseId = (await misses())[0]?.id as never;
    await world.get('cases.snooze', { caseIds: [caseId], until: START + 2 * HOUR });
    await pass(3 * HOUR);
    expect((await world.get('queue.case', { caseId })).row.state).toBe('open');
  });

  it('stays dismissed for that promise', async () => {
    await promise(number, 30);
    const caseId = (await misses())[0]?.id as never;
    await world.get('cases.dismiss', { caseIds: [caseId], reason: 'handled-elsewhere', note: '' });
    await pass(32 * HOUR);
    await world.engine.rebuild();
    expect((await world.get('queue.case', { caseId })).row.state).toBe('dismissed');
    expect(await misses()).toEqual([]);
  });

  it('has a message with promise, new dates and next word, in both languages', async () => {
    await promise(number, 30);
    const caseId = (await misses())[0]?.id as never;
    const english = await world.get('drafts.create', { caseId, lang: 'en' });
    expect(english.template).toBe('promise/1');
    // 14:00 UTC on the 25th is that evening in Kuala Lumpur.
    expect(english.text).toMatch(/by Wed,? 25 Nov.* probably be later/);
    expect(english.text).toMatch(/between .* and .*Nov/);
    const chinese = await world.get('drafts.create', { caseId, lang: 'zh-Hant' });
    expect(chinese.text).toContain('11月25日');
    expect(chinese.text).toContain('退款');
  });
});

describe('the scoreboard', () => {
  /** One that is handed over with a promise, leaves `ago` hours before the start, and is said something of. */
  const leave = async (number: string, promised: number): Promise<void> => {
    await take(way(number, 2, 20, 30));
    await promise(number, promised);
    await take(way(number, 3, 20, 6));
  };
  const late = async () => {
    const input = { by: 'market', moment: 'LINEHAUL', days: 28 } as const;
    return (await world.get('insights.scoreboard', input)).rows[0]?.late;
  };

  it('counts the warning that was given, with its hours before the promise', async () => {
    const [warned, calm] = [numberOf(1), numberOf(2)];
    await leave(warned, 30);
    await leave(calm, 24 * 9);
    await pass(40 * HOUR);
    const [row] = await misses();
    expect(row?.number).toBe(warned);
    for (const number of [warned, calm]) await take([{ number, code: 'F980', market: 'MY', ago: -39 }]);
    const hours = (START + 30 * HOUR - (row?.openedAt ?? 0)) / HOUR;
    expect(hours).toBeGreaterThan(29);
    const figures = await late();
    expect(figures).toMatchObject({ n: 1, precision: 1, recall: 1 });
    expect(figures?.leadHours).toBeCloseTo(hours, 1);
    await world.engine.rebuild();
    expect(await late()).toEqual(figures);
  });

  it('counts an alarm that was false, and a parcel that nobody warned of', async () => {
    const [early, stuck] = [numberOf(1), numberOf(2)];
    await leave(early, 30);
    expect(await misses()).toHaveLength(1);
    await pass(3 * HOUR);
    await take([{ number: early, code: 'F980', market: 'MY', ago: -2 }]);
    expect(await late()).toMatchObject({ n: 0, precision: 0, recall: null });
    // Promised for long, then silent for longer: a silence is no warning.
    await leave(stuck, 24 * 9);
    await pass(12 * DAY);
    await take([{ number: stuck, code: 'F980', market: 'MY', ago: -24 * 12 + 1 }]);
    expect(await late()).toMatchObject({ n: 1, precision: 0, recall: 0, leadHours: null });
  });

  it('counts the warning that another case carries', async () => {
    const number = numberOf(1);
    await take(way(number, 3, 20, 40));
    await promise(number, 20);
    await take(held(number, 30, 'MY'));
    expect((await queue()).map(({ kind }) => kind)).toEqual(['customs-hold']);
    const warned = rowsOf<{ n: number }>(
      world.home,
      'SELECT count(*) AS n FROM eta_score WHERE warned_at IS NOT NULL AND delivered_at IS NULL',
    );
    expect(warned[0]?.n).toBeGreaterThan(0);
  });
});

describe('a parcel with another case', () => {
  it('has no second one; its own stands by the promise and tells the risk', async () => {
    const [stuck, other] = [numberOf(3), numberOf(4)];
    await take([...held(stuck, 30, 'MY'), ...held(other, 30, 'MY')]);
    await promise(stuck, 20);
    const rows = await queue();
    expect(rows.map(({ kind }) => kind)).toEqual(['customs-hold', 'customs-hold']);
    expect(rows[0]).toMatchObject({ number: stuck, dueAt: START + 20 * HOUR, dueFor: 'promise' });
    expect(rows[0]?.pLate).toBeGreaterThan(0.5);
    expect(rows[1]).toMatchObject({ number: other, dueAt: null, dueFor: null, pLate: null });
    // Customs lets it go: what remains is the promise.
    await take([{ number: stuck, code: 'IMPORT_CLEARED', market: 'MY', ago: 1 }]);
    expect((await queue()).map(({ number, kind }) => [number, kind])).toEqual([
      [stuck, 'promise-miss'],
      [other, 'customs-hold'],
    ]);
  });
});

describe('the order of scans and of questions', () => {
  const parcels = Array.from({ length: 12 }, (_, n) => ({
    number: numberOf(20 + n),
    scans: way(numberOf(20 + n), 2 + (n % 5), 8 + n * 2, 3 + n),
    hours: 20 + n * 9,
  }));
  /** What is known of the cases, by parcel, without ids and moments of asking. */
  const verdicts = (): unknown[] =>
    rowsOf<{ facts: string }>(
      world.home,
      `SELECT p.number, c.kind, c.trigger_key, c.severity, c.state, c.since, c.due_at, c.due_for, c.facts
       FROM case_item c JOIN parcel p ON p.id = c.parcel_id WHERE c.state = 'open' ORDER BY p.number, c.kind`,
    );
  let calm: unknown[];
  const end = START + 5 * HOUR;
  beforeAll(async () => {
    world = await openWorld();
    await take(FINISHED.flat());
    await take(parcels.flatMap(({ scans }) => scans));
    for (const { number, hours } of parcels)
      promiseOf(world.home, number, START + hours * HOUR, START - 9 * DAY);
    await world.engine.settled();
    await pass(end - world.clock.at);
    await world.engine.rebuild();
    calm = verdicts();
    await world.remove();
  });

  it('changes nothing of what is found in the end', { timeout: 120_000 }, async () => {
    const scans = parcels.flatMap(({ scans: own }) => own);
    expect(calm.length).toBeGreaterThan(3);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(scans, { minLength: scans.length }),
        fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 2, maxLength: 4 }),
        async (shuffled, cuts) => {
          await world.remove();
          world = await openWorld();
          await take(FINISHED.flat());
          let from = 0;
          for (const cut of [...cuts, shuffled.length]) {
            // Cases open on half a way, and on promises before their scans.
            await take(shuffled.slice(from, from + cut));
            from += cut;
            for (const { number, hours } of parcels) {
              promiseOf(world.home, number, START + hours * HOUR, START - 9 * DAY);
            }
            await world.engine.settled();
            await pass(HOUR);
          }
          await pass(end - world.clock.at);
          await world.engine.rebuild();
          expect(verdicts()).toEqual(calm);
        },
      ),
      { numRuns: 4 },
    );
  });
});
