import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type CalendarSettings, NO_CALENDAR_SETTINGS, type OwnDayOff } from '#shared/model/calendar.ts';
import { DAY, HOUR, MINUTE } from '#shared/time.ts';
import { rowsOf } from '../../fakes/dump.ts';
import { openWorld, type World } from '../../fakes/engine.ts';

const NOTHING = NO_CALENDAR_SETTINGS;
const zone = 'Asia/Shanghai';
const off = (from: string, to = from, over: Partial<OwnDayOff> = {}): OwnDayOff => ({
  ...{ from, to, name: '', place: 'CN' },
  ...over,
});
let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.remove());

const waiting = async (): Promise<number> => (await world.get('queue.counts', {})).views['waiting'] ?? 0;
/** Takes scans of a Shopee Express parcel to Malaysia; times are of the seller's clock. */
const take = (name: string, scans: readonly (readonly [number: string, code: string, at: string])[]) =>
  world.take(
    world.file(
      name,
      [
        'tracking number,carrier,event code,event time,destination',
        ...scans.map(([number, code, at]) => `${number},SPX,${code},${at}+08:00,MY`),
        '',
      ].join('\n'),
    ),
  );
const set = async (next: Partial<CalendarSettings>): Promise<void> => {
  await world.get('calendar.set', { ...NOTHING, ...next });
  await world.engine.settled();
  await world.engine.arrived();
};
const arrivalOf = async (text: string) => {
  const filter = { text, stage: null, market: null, state: 'all', limit: 5, cursor: null } as const;
  const [row] = (await world.get('parcels.page', filter)).rows;
  const arrival = row && (await world.get('parcels.detail', { parcelId: row.id })).arrival;
  if (!arrival) throw new Error(`no arrival of ${text}`);
  return arrival;
};

test('settings are kept over a restart, once each and in order, with an entry in the audit', async () => {
  expect(await world.get('calendar.get', {})).toMatchObject({
    ...NOTHING,
    tableFirst: '2024-01-01',
    tableLast: '2027-12-31',
  });
  const days = [off('2026-12-31', '2027-01-02', { name: '盘点' }), off('2026-12-24')];
  const weeks: CalendarSettings['carrierWeeks'] = [
    { carrier: 'spx', place: null, days: ['mon', 'tue'] },
    { carrier: 'spx', place: null, days: ['mon'] },
  ];
  const cutOffs = [{ carrier: null, time: '16:30', zone } as const];
  await set({ ownDaysOff: days, carrierWeeks: weeks, cutOffs });
  await world.restart();
  expect(await world.get('calendar.get', {})).toMatchObject({
    ownDaysOff: days.toReversed(),
    carrierWeeks: [weeks[1]],
    cutOffs,
  });
  const { rows } = await world.get('app.audit', { limit: 10, cursor: null });
  expect(rows.map(({ what }) => what)).toContain('calendar.set');
});

test('what is no date, no week, no time of day and no clock is refused at the door', async () => {
  for (const wrong of [
    { ...NOTHING, ownDaysOff: [off('2026-02-30')] },
    { ...NOTHING, cutOffs: [{ carrier: 'spx', time: '24:30', zone }] },
    { ...NOTHING, cutOffs: [{ carrier: 'spx', time: '12:30', zone: 'Mars/Olympus' }] },
    { ...NOTHING, carrierWeeks: [{ carrier: 'spx', place: null, days: [] }] },
  ]) {
    expect(await world.ask('calendar.set', wrong)).toMatchObject({
      ok: false,
      error: { code: 'bad-input' },
    });
  }
  expect(await world.get('calendar.get', {})).toMatchObject(NOTHING);
});

test('days off that cannot be are refused with the rule; what was there before stays as it is', async () => {
  const there = off('2026-12-24', '2026-12-26');
  await set({ ownDaysOff: [there] });
  for (const [wrong, why] of [
    [off('2026-12-20', '2026-12-19'), 'order'],
    [off('2028-01-03'), 'outside'],
    [off('2026-12-26', '2026-12-30'), 'overlap'],
  ] as const) {
    expect(await world.ask('calendar.set', { ...NOTHING, ownDaysOff: [there, wrong] })).toMatchObject({
      ok: false,
      error: { code: 'day-off-refused', detail: { why, from: wrong.from, to: wrong.to } },
    });
  }
  expect(await world.get('calendar.get', {})).toMatchObject({ ownDaysOff: [there] });
});

test('a silence that own days explain clears, and comes back with their removal', async () => {
  // Collected a week before the world's Tuesday, 24 November 2026, in a market and before the border.
  const at = new Date(world.clock.at - 6 * DAY + 8 * HOUR).toISOString().slice(0, 19);
  await take('scans.csv', [['SPXMY000000001', 'F100', at]]);
  expect(await waiting()).toBe(1);
  await set({ ownDaysOff: [off('2026-11-19', '2026-11-20'), off('2026-11-23')] });
  expect(await waiting()).toBe(0);
  await set({ ownDaysOff: [off('2026-11-19', '2026-11-23', { place: 'MY' })] });
  expect(await waiting()).toBe(1);
  await set({});
  expect(await waiting()).toBe(1);
});

describe('an arrival', () => {
  // The world's clock shows Tuesday, 24 November 2026, 16:00 in Shanghai.
  beforeEach(async () => {
    await take('open.csv', [['SPXMY000000002', 'F100', '2026-11-24T15:30:00']]);
    await world.engine.arrived();
  });
  const kinds = async () => (await arrivalOf('SPXMY000000002')).why.en.map(({ kind }) => kind);
  const stored = () =>
    rowsOf<{ p50: number; due: number }>(
      world.home,
      'SELECT p50, (SELECT count(*) FROM eta_due) AS due FROM arrival',
    )[0];

  test('is said anew when a cut-off is set: handed over after it, it counts from the next working day', async () => {
    const before = stored();
    expect(await kinds()).not.toContain('hand-over');
    await set({
      cutOffs: [{ carrier: null, time: '15:00', zone }],
      ownDaysOff: [off('2026-11-25', '2026-11-25', { name: '搬仓' })],
    });
    const after = stored();
    // Half past three is after the cut-off, Wednesday is off: it counts from Thursday, 32 hours from now.
    expect((after?.p50 ?? 0) - (before?.p50 ?? 0)).toBeGreaterThan(31 * HOUR);
    expect(after?.due).toBe(0);
    const { estimate, why } = await arrivalOf('SPXMY000000002');
    expect(estimate.handOver).toMatchObject({
      cutOff: '15:00',
      countsFrom: Date.parse('2026-11-26T00:00+08:00'),
    });
    const texts = why['zh-CN'].map(({ text }) => text).join('\n');
    expect(texts).toContain('搬仓');
    expect(texts).toContain('15:00');
    await world.restart();
    expect((await arrivalOf('SPXMY000000002')).estimate.handOver).toEqual(estimate.handOver);
    await set({});
    expect(await kinds()).not.toContain('hand-over');
  });

  test('does not fall on a day on which its carrier does not deliver, and says so', async () => {
    const free = (await arrivalOf('SPXMY000000002')).estimate;
    const local = new Date(free.p50 + 8 * HOUR);
    const day = (['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const)[local.getUTCDay()] ?? 'sun';
    const all = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
    const days = all.filter((each) => each !== day);
    await set({ carrierWeeks: [{ carrier: 'spx', place: 'MY', days }] });
    const { estimate, why } = await arrivalOf('SPXMY000000002');
    expect(estimate.p50).toBeGreaterThan(free.p50);
    expect(new Date(estimate.p50 + 8 * HOUR).toISOString().slice(11, 19)).toBe('00:00:00');
    expect(estimate.noDelivery).toMatchObject([{ date: local.toISOString().slice(0, 10), why: 'week' }]);
    expect(why.en.map(({ kind }) => kind)).toContain('no-work');
    expect(stored()?.p50).toBe(estimate.p50);
  });

  test('of others is left alone by a change that is none', async () => {
    await set({ cutOffs: [{ carrier: null, time: '15:00', zone }] });
    const audits = async () => (await world.get('app.audit', { limit: 50, cursor: null })).rows.length;
    const before = await audits();
    await set({ cutOffs: [{ carrier: null, time: '15:00', zone }] });
    expect(await audits()).toBe(before);
  });
});

test('hand-overs are learnt from when they count: the model is told the same by a rebuild', async () => {
  await set({ cutOffs: [{ carrier: null, time: '15:00', zone }] });
  await take(
    'ended.csv',
    Array.from({ length: 12 }, (_, n) => {
      const number = `SPXMY00000010${String(n).padStart(2, '0')}`;
      const on = (day: number, hour: string) => `2026-11-${String(day).padStart(2, '0')}T${hour}:00:00`;
      // Six by the cut-off, six after it; all reach the hub a day after they count.
      const late = n % 2;
      return [
        [number, 'F100', on(2 + n, late ? '18' : '10')],
        [number, 'F430', on(3 + n + late, '10')],
        [number, 'F980', on(8 + n, '10')],
      ] as const;
    }).flat(),
  );
  await world.pass(MINUTE);
  await world.engine.arrived();
  const bodies = rowsOf<{ body: string }>(world.home, 'SELECT body FROM eta_trail ORDER BY parcel_id');
  const begins = bodies.map(({ body }) => {
    const { begun } = JSON.parse(body) as { begun: { stage: string; hour: number }[] };
    return begun.find(({ stage }) => stage === 'FIRST_MILE')?.hour;
  });
  expect(begins).toEqual(Array.from({ length: 12 }, (_, n) => (n % 2 ? 0 : 10)));
  const model = () => rowsOf(world.home, 'SELECT day, learnt, body FROM eta_model');
  const learnt = model();
  expect(learnt).toMatchObject([{ learnt: 12 }]);
  await world.engine.rebuild();
  expect(model()).toEqual(learnt);
});
