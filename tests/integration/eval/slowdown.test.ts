import { expect, test } from 'vitest';
import { UsageError } from '../../eval/lib/task.ts';
import { task } from '../../eval/slowdown.ts';

/** What the command prints, as far as it is judged here. */
interface Told {
  readonly parcels: number;
  readonly estimates: number;
  readonly slowsOnDay: number;
  readonly windows: readonly { fromDay: number; coverage80: number; coverage90: number }[];
  readonly from14DaysOn: { coverage80: number; coverage90: number };
  readonly backAfterDays: number | null;
  readonly backWithin3Points: boolean;
}

// A world is the same for the same seed, so these are no chances.
test('a network that slows by 40 % breaks the ranges, and they hold what they state again within 14 days', async () => {
  const told = (await task.run(['--days', '90', '--orders', '4000'])) as unknown as Told;
  expect(told.slowsOnDay).toBe(45);
  expect(told.parcels).toBeGreaterThan(3_000);
  // Each parcel is estimated anew at each stage that it begins.
  expect(told.estimates).toBeGreaterThan(4 * told.parcels);
  const week = (from: number): number =>
    told.windows.find(({ fromDay }) => fromDay === from)?.coverage80 ?? 0;
  expect(week(0)).toBeLessThan(week(-14));
  expect(told.backAfterDays).not.toBeNull();
  expect(told.backAfterDays ?? 99).toBeLessThanOrEqual(14);
  expect(told.backWithin3Points).toBe(true);
  expect(Math.abs(told.from14DaysOn.coverage80 - 80)).toBeLessThanOrEqual(3);
  expect(Math.abs(told.from14DaysOn.coverage90 - 90)).toBeLessThanOrEqual(3);
}, 300_000);

test('what is no number of days is refused', async () => {
  await expect(task.run(['--days', 'many'])).rejects.toThrow(UsageError);
});
