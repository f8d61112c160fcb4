import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CASE_KINDS } from '#shared/model/case.ts';
import type { QueueFilter } from '#shared/contract/queue.ts';
import type { OpenStore } from '../../../main/engine/store/open.ts';
import type { Reader } from '../../../main/engine/store/types.ts';
import { queuePage } from '../../../main/engine/store/views/queue.ts';
import { tempStore } from '../../fakes/store.ts';

const world = tempStore();
let store: OpenStore;
beforeAll(() => {
  store = world.open();
  // Statistics that know the other indexes and not the newest one: what a store has right after it was brought forward.
  store.writer.run('ANALYZE case_item');
  store.writer.run("DELETE FROM sqlite_stat1 WHERE tbl = 'case_item'");
  for (const [name, stat] of [
    ['case_queue', '20000 20000 20000 10000 10 1'],
    ['case_queue_kind', '20000 20000 7000 7000 3000 5 1'],
    ['case_queue_market', '20000 20000 2300 2300 1100 5 1'],
  ] as const) {
    store.writer.run('INSERT INTO sqlite_stat1(tbl, idx, stat) VALUES (?, ?, ?)', 'case_item', name, stat);
  }
  store.close();
  store = world.open();
});
afterAll(() => {
  store.close();
  world.remove();
});

/** The plan of the statement that reads a page's rows. */
function planOf(filter: QueueFilter, cursor: string | null): string[] {
  const plans: string[][] = [];
  const asking: Reader = {
    ...store.reader,
    all: (sql, ...params) => {
      plans.push(
        store.reader.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...params).map((row) => row.detail),
      );
      return [];
    },
  };
  queuePage(asking, filter, { limit: 200, cursor });
  return plans.flat();
}

describe('a page of the queue', () => {
  const cursor = '1.-2.3.4';
  const filters = (['waiting', 'cleared'] as const).flatMap((view) =>
    [null, ...CASE_KINDS].flatMap((kind) =>
      [null, 'SG' as const].map((market): QueueFilter => ({ view, kind, market, text: '' })),
    ),
  );

  it.each(filters)('begins in its index and sorts nothing: $view $kind $market', (filter) => {
    for (const plan of [planOf(filter, null), planOf(filter, cursor)]) {
      const asked = ['state=?', filter.kind && 'kind=?', filter.market && 'market=?'].filter(Boolean);
      expect(plan[0]).toContain('USING INDEX case_queue');
      expect(plan[0]).toContain(`(${asked.join(' AND ')}`);
      expect(plan.join('\n')).not.toMatch(/TEMP B-TREE|SCAN/);
    }
    expect(planOf(filter, cursor)[0]).toContain('(due_key,urgency,since_key)>');
  });
});
