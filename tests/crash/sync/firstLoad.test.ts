import { expect, test } from 'vitest';
import { loadWithKills } from '../../bench/sync/load.ts';

test('a first load that is killed again and again misses nothing and doubles nothing', async () => {
  let turn = 0;
  // Not at random: the same moments in each run, from before the first answer to well into the details.
  const patience = (): number => 1_500 + 700 * (turn += 1);
  const outcome = await loadWithKills(300, 5, patience);
  expect(outcome.orders).toBeGreaterThan(250);
  expect(outcome).toMatchObject({ missing: 0, doubled: 0 });
});
