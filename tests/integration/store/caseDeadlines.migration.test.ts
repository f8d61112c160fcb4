import { afterEach, beforeEach, expect, test } from 'vitest';
import { dueCases } from '../../../main/engine/store/aggregates/cases.ts';
import { MIGRATIONS } from '../../../main/engine/store/migrations/index.ts';
import { queuePage } from '../../../main/engine/store/views/queue.ts';
import { tempStore } from '../../fakes/store.ts';

let temp: ReturnType<typeof tempStore>;
beforeEach(() => void (temp = tempStore()));
afterEach(() => temp.remove());

const FILTER = { view: 'waiting', kind: null, market: null, text: '' } as const;

test('1080: cases of before keep their order, and their parcels are looked at for deadlines', () => {
  const old = temp.open({ migrations: MIGRATIONS.filter(({ id }) => id < 1080) });
  for (const [id, severity, state] of [
    [1, 2, 'open'],
    [2, 4, 'open'],
    [3, 3, 'open'],
    [4, 4, 'cleared'],
  ] as const) {
    old.writer.run(
      `INSERT INTO parcel(id, number, carrier, created_at, dirty) VALUES (?, ?, 'spx', 1, 0)`,
      ...[id, `N${id}`],
    );
    old.writer.run(
      `INSERT INTO case_item(id, parcel_id, kind, trigger_key, severity, state, since_key, opened_at, evidence, facts,
         updated_at) VALUES (?, ?, 'silence', '1', ?, ?, 5, 5, '[]', '{}', 5)`,
      ...[id, id, severity, state],
    );
  }
  old.close();

  const store = temp.open();
  const ids = (cursor: string | null = null) => {
    const page = queuePage(store.reader, FILTER, { limit: 2, cursor });
    return { ids: page.rows.map(({ id }) => id), next: page.nextCursor };
  };
  const first = ids();
  expect([first.ids, ids(first.next).ids]).toEqual([[2, 3], [1]]);
  expect(store.reader.all('SELECT id FROM parcel WHERE dirty = 1 ORDER BY id').length).toBe(3);
  // What has a deadline stands before what has none, over the pages too.
  dueCases(store.writer, 1, { at: 900, is: 'promise' });
  dueCases(store.writer, 3, { at: 800, is: 'claim' });
  dueCases(store.writer, 4, { at: 1, is: 'claim' });
  const again = ids();
  expect([again.ids, ids(again.next).ids]).toEqual([[3, 1], [2]]);
  store.close();
});
