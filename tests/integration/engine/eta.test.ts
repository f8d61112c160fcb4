import { setImmediate as breathe } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ParcelId } from '#shared/model/ids.ts';
import { agrees, recomputeP50 } from '../../../main/engine/eta/explanation/recompute.ts';
import { TROUBLE_TRUST } from '../../../main/engine/eta/model/standing.ts';
import { translate } from '#shared/text/translate.ts';
import { DAY, HOUR, MINUTE } from '#shared/time.ts';
import { rowsOf } from '../../fakes/dump.ts';
import { openWorld, START, type World } from '../../fakes/engine.ts';
import { csvOf, type FileScan } from '../../fakes/files.ts';

const CODES = [
  'F100',
  'F430',
  'LINEHAUL_DEPARTED',
  'LINEHAUL_ARRIVED',
  'IMPORT_CLEARED',
  'F599',
  'F600',
  'F980',
];

/** A way of which each step takes `step` hours; its last scan is `ago` hours before the world's start. */
const way = (number: string, market: string, steps: number, step: number, ago: number): FileScan[] =>
  CODES.slice(0, steps).map((code, n) => ({ number, code, market, ago: ago + (steps - 1 - n) * step }));

/** Sixty parcels delivered over three months, quicker and slower ones. */
const FINISHED = Array.from({ length: 60 }, (_, n) =>
  way(`SPXMY1000000000${String(n).padStart(3, '0')}`, 'MY', CODES.length, 18 + (n % 7), 24 * (4 + n)),
).flat();

let world: World;
const idOf = async (number: string): Promise<ParcelId> => {
  const filter = { text: number, stage: null, market: null, state: 'all', limit: 5, cursor: null } as const;
  const [row] = (await world.get('parcels.page', filter)).rows;
  if (!row) throw new Error(`no parcel ${number}`);
  return row.id;
};
const arrivalOf = async (number: string) =>
  (await world.get('parcels.detail', { parcelId: await idOf(number) })).arrival;
const take = async (name: string, scans: readonly FileScan[]): Promise<void> => {
  await world.take(world.file(name, csvOf(scans)));
  await pass(MINUTE);
};
/** Lets time pass, and what it brings come to its end. */
const pass = async (ms: number): Promise<void> => {
  await world.pass(ms);
  await world.engine.arrived();
};
/** A parcel that comes days sooner than was said yesterday: three stages in a few hours. Answers its scans. */
const quickly = async (number: string): Promise<FileScan[]> => {
  const hoursAgo = (START - world.clock.at) / HOUR;
  const begun = way(number, 'MY', 3, 20, hoursAgo + 1);
  await take(`${number}-slow.csv`, begun);
  const told = (await world.get('parcels.moved', { limit: 20 })).rows;
  expect(told.map((row) => row.number)).not.toContain(number);
  await pass(20 * HOUR);
  const all = [...begun, ...way(number, 'MY', 7, 3, hoursAgo - 19).slice(3)];
  await take(`${number}-quick.csv`, all);
  return all;
};
const model = () => rowsOf(world.home, 'SELECT day, learnt, behind, body FROM eta_model');

beforeAll(async () => {
  world = await openWorld();
  await take('open.csv', [
    ...way('SPXMY2000000000001', 'MY', 4, 20, 6),
    ...way('SPXMY2000000000002', 'MY', 5, 20, 24 * 40),
    ...way('SPXMY2000000000003', 'MY', 8, 20, 24),
  ]);
});
afterAll(() => world.remove());

describe('arrivals', () => {
  it('an open parcel has an estimate before any history, which says that it is one of assumptions', async () => {
    const arrival = await arrivalOf('SPXMY2000000000001');
    expect(arrival?.estimate).toMatchObject({ cold: true, withheld: null, from: 'scan', change: null });
    expect(arrival?.why.en.find(({ kind }) => kind === 'cold')?.text).toBe(translate('en', 'eta.why.cold'));
    expect(arrival?.buyer.lang).toBe('ms');
    expect(arrival?.learning).toBeNull();
  });

  it('deliveries that are there but not learnt yet are not denied: it says how far it is', async () => {
    await world.take(world.file('finished.csv', csvOf(FINISHED)));
    const cold = async () => {
      const { learning, estimate, why } = (await arrivalOf('SPXMY2000000000001')) ?? {};
      const board = await world.get('insights.scoreboard', { by: 'moment', moment: 'LINEHAUL', days: 7 });
      expect(board.learning).toBe(learning);
      return {
        learning,
        is: estimate?.cold,
        text: why?.en.find(({ kind }) => kind === 'cold')?.text,
        zh: why?.['zh-CN'].find(({ kind }) => kind === 'cold')?.text,
      };
    };
    // The world has learnt once already, from next to nothing.
    expect(await cold()).toMatchObject({ learning: 0, is: true });
    let over = false;
    const round = world.engine.arrived().finally(() => (over = true));
    const shares: number[] = [];
    for (; !over; await breathe()) {
      const { learning, is, text, zh } = await cold();
      expect(is).toBe(learning !== null);
      if (typeof learning !== 'number') continue;
      shares.push(learning);
      const percent = `${String(Math.round(learning * 100))}%`;
      expect(text).toBe(translate('en', 'eta.why.learning', { percent }));
      expect(zh).toBe(translate('zh-CN', 'eta.why.learning', { percent }));
    }
    await round;
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.filter((share) => share > 0 && share < 1).length).toBeGreaterThan(2);
    expect(await cold()).toEqual({ learning: null, is: false, text: undefined, zh: undefined });
  });

  it('finished trails of an import teach: the usual times become the lane’s own', async () => {
    await take('finished.csv', FINISHED);
    const [row] = rowsOf<{ learnt: number; behind: number }>(
      world.home,
      'SELECT learnt, behind FROM eta_model',
    );
    expect(row).toEqual({ learnt: 60, behind: 0 });
    const arrival = await arrivalOf('SPXMY2000000000001');
    const estimate = arrival?.estimate;
    expect(estimate?.cold).toBe(false);
    expect(estimate?.terms.at(-1)).toMatchObject({ stage: 'LAST_MILE', basis: 'lane' });
    // Four steps of 18 to 24 hours were left six hours ago.
    const left = ((estimate?.p50 ?? 0) - START) / HOUR;
    expect(left).toBeGreaterThan(40);
    expect(left).toBeLessThan(130);
  });

  it('its explanation comes to its number, in both languages', async () => {
    const arrival = await arrivalOf('SPXMY2000000000001');
    if (!arrival) throw new Error('no arrival');
    expect(agrees(arrival.estimate)).toBe(true);
    for (const lines of [arrival.why.en, arrival.why['zh-CN']]) {
      const sum = lines.reduce((total, { adds }) => total + (adds ?? 0), 0);
      expect(Math.abs(arrival.estimate.base + sum - recomputeP50(arrival.estimate))).toBeLessThanOrEqual(1);
    }
  });

  it('a parcel that is silent for longer than its lane is withheld, and says since when', async () => {
    const estimate = (await arrivalOf('SPXMY2000000000002'))?.estimate;
    expect(estimate?.withheld?.reason).toBe('stale-input');
    expect(estimate?.withheld?.since).toBe(START - 40 * DAY);
  });

  it('a delivered parcel has no date, and is not kept among those that have', async () => {
    expect((await arrivalOf('SPXMY2000000000003'))?.estimate.withheld?.reason).toBe('ended');
    const numbers = rowsOf<{ number: string }>(
      world.home,
      'SELECT p.number FROM arrival a JOIN parcel p ON p.id = a.parcel_id ORDER BY 1',
    );
    expect(numbers.map(({ number }) => number)).toEqual(['SPXMY2000000000001', 'SPXMY2000000000002']);
  });

  it('a rebuild learns the same, to the byte, and so does an import that brings nothing new', async () => {
    const before = model();
    await world.engine.rebuild();
    expect(model()).toEqual(before);
    await take('again.csv', FINISHED);
    expect(model()).toEqual(before);
  });

  it('days are learnt one by one to the same bytes as all at once', async () => {
    for (let day = 0; day < 3; day += 1) await pass(DAY);
    const stepwise = model();
    expect(stepwise[0]).toMatchObject({ learnt: 61 });
    await world.engine.rebuild();
    expect(model()).toEqual(stepwise);
  });

  it('a date that moved is told with its parts, which add up', async () => {
    const number = 'SPXMY4000000000001';
    await quickly(number);
    const moved = await world.get('parcels.moved', { limit: 20 });
    const row = moved.rows.find((each) => each.number === number);
    expect(row?.change.why.map(({ kind }) => kind)).toContain('scan');
    const parts = row?.change.why.reduce((sum, { addMs }) => sum + addMs, 0) ?? 0;
    expect(parts).toBe((row?.p50 ?? 0) - (row?.change.previousP50 ?? 0));
    expect(parts).toBeLessThan(-DAY);
    expect(moved.earlier).toBeGreaterThanOrEqual(1);
    const arrival = await arrivalOf(number);
    expect(arrival && agrees(arrival.estimate)).toBe(true);
    expect(arrival?.why.en.map(({ kind }) => kind)).toContain('moved');
  });

  it('what was said at the begin of a stage is scored when the parcel comes', async () => {
    const now = (START - world.clock.at) / HOUR;
    const number = 'SPXMY3000000000001';
    const begun = way(number, 'MY', 4, 20, now + 6);
    await take('begun.csv', begun);
    await pass(2 * DAY);
    const came = way(number, 'MY', 8, 20, now - 42);
    await take('came.csv', [...begun, ...came.slice(4)]);
    const { rows } = await world.get('insights.scoreboard', { by: 'moment', moment: 'LINEHAUL', days: 7 });
    expect(rows.map(({ moment, n }) => [moment, n])).toEqual([['LINEHAUL', 1]]);
    expect(rows[0]?.laneMedian.n).toBe(1);
  });

  it('a parcel that has come moves no more, from its scan on and not from the next round on', async () => {
    const number = 'SPXMY4000000000002';
    const scans = await quickly(number);
    const before = await world.get('parcels.moved', { limit: 20 });
    expect(before.rows.map((row) => row.number)).toContain(number);
    const there = way(number, 'MY', 8, 3, (START - world.clock.at) / HOUR).slice(7);
    await world.take(world.file('there.csv', csvOf([...scans, ...there])));
    const after = await world.get('parcels.moved', { limit: 20 });
    expect(after.rows.map((row) => row.number)).not.toContain(number);
    expect(after.earlier).toBe(before.earlier - 1);
  });

  it('parcels that customs held teach what a hold adds, one day at a time as all at once', async () => {
    const hours = (START - world.clock.at) / HOUR;
    /** Held for `days` at the import, then delivered a day later; `ago`: hours since the hold began, from the world's start. */
    const held = (number: string, days: number, ago: number): FileScan[] => [
      ...way(number, 'MY', 4, 12, ago + 6),
      { number, code: 'IMPORT_HELD', market: 'MY', ago },
      ...(days === 0
        ? []
        : [
            { number, code: 'IMPORT_CLEARED', market: 'MY', ago: ago - 24 * days },
            ...way(number, 'MY', 8, 6, ago - 24 * days - 24).slice(5),
          ]),
    ];
    const finished = Array.from({ length: TROUBLE_TRUST + 20 }, (_, n) =>
      held(`SPXMY5000000000${String(n).padStart(3, '0')}`, 3 + (n % 4) / 2, hours + 24 * (7 + n / 2)),
    ).flat();
    const open = 'SPXMY6000000000001';
    await take('hold.csv', held(open, 0, hours + 2));
    const assumed = (await arrivalOf(open))?.estimate;
    expect(assumed?.adjustments.find(({ kind }) => kind === 'open-case')?.caseKind).toBe('customs-hold');
    await take('held.csv', finished);
    // What is learnt of the past again waits for its hour.
    await pass(7 * HOUR);
    const learnt = (await arrivalOf(open))?.estimate;
    const width = (one: typeof learnt): number => (one?.hi80 ?? 0) - (one?.lo80 ?? 0);
    expect(width(learnt)).toBeLessThan(width(assumed));
    // Three to four and a half days of hold and a day and more after it, two and nine hours after it began.
    const left = ((learnt?.p50 ?? 0) - world.clock.at) / DAY;
    expect(left).toBeGreaterThan(3);
    expect(left).toBeLessThan(6.5);
    expect(learnt && agrees(learnt)).toBe(true);
    for (let day = 0; day < 3; day += 1) await pass(DAY);
    const stepwise = model();
    await world.engine.rebuild();
    expect(model()).toEqual(stepwise);
    expect(JSON.stringify(stepwise)).toContain('!customs-hold+0');
  });
});
