import { afterEach, beforeEach, expect, test } from 'vitest';
import { DAY } from '#shared/time.ts';
import { openWorld, type World } from '../../fakes/engine.ts';

const NOTHING = { ownDaysOff: [], carrierWeeks: {}, cutOffs: {} };
let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.remove());

const waiting = async (): Promise<number> => (await world.get('queue.counts', {})).views['waiting'] ?? 0;

test('the days are kept over a restart, once each and in order, with an entry in the audit', async () => {
  expect(await world.get('calendar.get', {})).toEqual({
    ...NOTHING,
    tableFirst: '2024-01-01',
    tableLast: '2027-12-31',
  });
  const days = ['2026-12-31', '2026-12-24', '2026-12-31'];
  const set = { ...NOTHING, ownDaysOff: days, cutOffs: { spx: '16:30' } };
  expect(await world.get('calendar.set', set)).toMatchObject({ ownDaysOff: ['2026-12-24', '2026-12-31'] });
  await world.restart();
  expect(await world.get('calendar.get', {})).toMatchObject({
    ownDaysOff: ['2026-12-24', '2026-12-31'],
    cutOffs: { spx: '16:30' },
  });
  const { rows } = await world.get('app.audit', { limit: 10, cursor: null });
  expect(rows.map(({ what }) => what)).toContain('calendar.set');
});

test('what is no date, no weekday or no time of day is refused', async () => {
  for (const wrong of [
    { ...NOTHING, ownDaysOff: ['2026-02-30'] },
    { ...NOTHING, cutOffs: { spx: '24:30' } },
    { ...NOTHING, carrierWeeks: { spx: [] } },
  ]) {
    expect(await world.ask('calendar.set', wrong)).toMatchObject({ ok: false });
  }
  expect(await world.get('calendar.get', {})).toMatchObject(NOTHING);
});

test('a silence that own days explain clears, and comes back with their removal', async () => {
  // Collected a week before the world's Tuesday, 24 November 2026, in a market and before the border.
  const at = new Date(world.clock.at - 6 * DAY).toISOString();
  const path = world.file(
    'scans.csv',
    `tracking number,carrier,event code,event time,destination\nSPXMY000000001,SPX,F100,${at},MY\n`,
  );
  await world.take(path);
  expect(await waiting()).toBe(1);
  await world.get('calendar.set', { ...NOTHING, ownDaysOff: ['2026-11-19', '2026-11-20', '2026-11-23'] });
  await world.engine.settled();
  expect(await waiting()).toBe(0);
  await world.get('calendar.set', NOTHING);
  await world.engine.settled();
  expect(await waiting()).toBe(1);
});
