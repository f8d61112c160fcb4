import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HOUR } from '#shared/time.ts';
import { makeDue, rowsOf } from '../../fakes/dump.ts';
import { openWorld, type World } from '../../fakes/engine.ts';
import { csvOf } from '../../fakes/files.ts';

/** More than are looked at between two looks for news. */
const PARCELS = 1_300;
const numberOf = (n: number): string => `SPXMY3000000000${String(n).padStart(4, '0')}`;
const scan = (n: number, code: string, ago: number) => ({ number: numberOf(n), code, market: 'MY', ago });

let world: World;
const madeAt = (): { parcel: string; at: number }[] =>
  rowsOf(
    world.home,
    'SELECT p.number AS parcel, a.made_at AS at FROM arrival a JOIN parcel p ON p.id = a.parcel_id ORDER BY p.id',
  );

beforeAll(async () => {
  world = await openWorld();
  const all = Array.from({ length: PARCELS }, (_, n) => scan(n, 'LINEHAUL_DEPARTED', 5));
  await world.take(world.file('open.csv', csvOf(all)));
  await world.engine.arrived();
});
afterAll(() => world.remove());

it('one round after the common instant estimates all parcels under way anew, however many they are', async () => {
  expect(madeAt()).toHaveLength(PARCELS);
  world.clock.at += 7 * HOUR;
  expect(await world.engine.arrived()).toBe(PARCELS);
  expect(madeAt().filter(({ at }) => at !== world.clock.at)).toEqual([]);
  expect(await world.engine.arrived()).toBe(0);
});

it('what happens to a parcel meanwhile has its turn in the same round', async () => {
  world.clock.at += 7 * HOUR;
  const round = world.engine.arrived();
  const done = (): number => madeAt().filter(({ at }) => at === world.clock.at).length;
  while (done() === 0) await setImmediate();
  expect(done()).toBeLessThan(PARCELS);
  makeDue(world.home, numberOf(7));
  expect(await round).toBe(PARCELS + 1);
  expect(rowsOf(world.home, 'SELECT parcel_id FROM eta_due')).toEqual([]);
});
