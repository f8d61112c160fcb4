import { expect, test } from 'vitest';
import { schemaState } from '../../../../main/engine/store/migrate.ts';
import { MIGRATIONS } from '../../../../main/engine/store/migrations/index.ts';

const known = [1000, 1010, 1020].map((id) => ({ id, name: `m${id}`, sql: '' }));

test.each([
  ['a new file', [], { kind: 'behind', applied: 0 }],
  ['an older store', [1000], { kind: 'behind', applied: 1000 }],
  ['the same', [1000, 1010, 1020], { kind: 'current', applied: 1020 }],
  ['a newer store', [1000, 1010, 1020, 1030], { kind: 'newer', applied: 1030 }],
  ['one from another line', [1000, 1020], { kind: 'newer', applied: 1020 }],
])('%s is compared with what is known', (_what, applied, state) => {
  expect(schemaState(applied, known)).toEqual(state);
});

test('the numbers of the migrations rise, with gaps, and every name is its own', () => {
  const ids = MIGRATIONS.map((each) => each.id);
  expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
  expect(ids.every((id) => Number.isInteger(id) && id >= 1000)).toBe(true);
  // Room for those who work at the same time: most numbers are free.
  expect((ids.at(-1) ?? 0) - 1000).toBeGreaterThan(ids.length * 4);
  expect(new Set(MIGRATIONS.map((each) => each.name)).size).toBe(ids.length);
});
