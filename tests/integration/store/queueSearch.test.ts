import { afterEach, beforeEach, expect, test } from 'vitest';
import type { QueueFilter } from '#shared/contract/queue.ts';
import { indexOrder, listOrder, orderFacts } from '../../../main/engine/store/aggregates/orders.ts';
import { linkLeg, parcelFor } from '../../../main/engine/store/aggregates/parcels.ts';
import type { OpenStore } from '../../../main/engine/store/open.ts';
import { queuePage } from '../../../main/engine/store/views/queue.ts';
import { tempStore } from '../../fakes/store.ts';

let temp: ReturnType<typeof tempStore>;
let store: OpenStore;
beforeEach(() => {
  temp = tempStore();
  store = temp.open();
});
afterEach(() => {
  store.close();
  temp.remove();
});

const WAITING: QueueFilter = { view: 'waiting', kind: null, market: null, text: '' };
const PAGE = { limit: 500, cursor: null };

function parcel(number: string, orderNo: string): number {
  const facts = { number, carrier: 'spx', orderNo, market: 'SG', orderedAt: null, at: 1 };
  return parcelFor(store.writer, facts).id;
}
function waiting(parcelId: number, since: number, kind = 'silence', market = 'SG'): void {
  store.writer.run(
    `INSERT INTO case_item(parcel_id, kind, trigger_key, severity, state, market, since, since_key, opened_at, evidence,
       facts, updated_at) VALUES (?, ?, '', 2, 'open', ?, ?, ?, 1, '[]', '{}', 1)`,
    ...[parcelId, kind, market, since, since],
  );
}
const found = (text: string, filter: Partial<QueueFilter> = {}): string[] => {
  const { rows, total } = queuePage(store.reader, { ...WAITING, ...filter, text }, PAGE);
  expect(total).toBe(rows.length);
  return rows.map(({ number, kind }) => `${number} ${kind}`);
};

test('a case is found by all that its parcel is found by, once, under the other filters, longest wrong first', () => {
  const one = parcel('SPXSG000123', '261024QQQQ');
  const two = parcel('SPXSG000999', '261025WWWW');
  waiting(one, 20);
  waiting(one, 10, 'customs-hold');
  waiting(two, 15, 'silence', 'MY');
  linkLeg(store.writer, one, 'LASTMILE77', 'ninjavan');
  listOrder(store.writer, { shopId: 1, orderSn: '261024QQQQ', market: 'SG', status: '', at: 0, due: null });
  const orderId = orderFacts(store.writer, 1, '261024QQQQ')?.id ?? 0;
  store.writer.run(
    'INSERT INTO order_buyer(order_id, user_name, purge_at) VALUES (?, ?, 9e12)',
    orderId,
    'ann_9',
  );
  store.writer.run(
    `INSERT INTO shop_package(shop_id, order_id, package_number, status, status_since, number, parcel_id)
     VALUES (1, ?, 'OFG55501', '', 0, 'SPXSG000123', ?)`,
    ...[orderId, one],
  );
  indexOrder(store.writer, orderId);
  const both = ['SPXSG000123 customs-hold', 'SPXSG000123 silence'];
  for (const text of ['astmile7', '024qqq', 'nn_9', ' SG000123 ', 'OFG555'])
    expect(found(text), text).toEqual(both);
  expect(found('SPXSG')).toEqual([both[0], 'SPXSG000999 silence', both[1]]);
  expect(found('SPXSG', { kind: 'silence' })).toEqual(['SPXSG000999 silence', both[1]]);
  expect(found('SPXSG', { kind: 'silence', market: 'MY' })).toEqual(['SPXSG000999 silence']);
  expect(found('SPXSG', { view: 'mine' })).toEqual([]);
  // Short: the beginning of a number. Signs of the index's own language are taken as they are.
  expect(['sp', '26', 'xs', '"', 'SPX%', 'SPX_G', '* OR *'].map((text) => found(text).length)).toEqual([
    ...[3, 3, 0, 0, 0, 0, 0],
  ]);
});

test('hits come page by page, each once, with their number; behind the last the number is still told', () => {
  store.writer.transaction('batch', () => {
    for (let n = 0; n < 950; n += 1) waiting(parcel(`SPXSG${String(n).padStart(6, '0')}`, `26${n}`), n % 70);
  });
  const seen: number[] = [];
  let cursor: string | null = null;
  do {
    const page = queuePage(store.reader, { ...WAITING, text: 'PXSG00' }, { limit: 400, cursor });
    expect(page.total).toBe(950);
    seen.push(...page.rows.map(({ id }) => Number(id)));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(seen).toHaveLength(950);
  expect(new Set(seen).size).toBe(950);
  const since = seen.map((id) => (id - 1) % 70);
  expect(since).toEqual(since.toSorted((a, b) => a - b));
  const beyond = queuePage(
    store.reader,
    { ...WAITING, text: 'PXSG00' },
    { limit: 400, cursor: '9e15.0.0.1' },
  );
  expect(beyond).toEqual({ rows: [], nextCursor: null, total: 950 });
});
