import { afterEach, beforeEach, expect, test } from 'vitest';
import { indexOrder, listOrder, orderFacts } from '../../../main/engine/store/aggregates/orders.ts';
import { linkLeg, parcelFor } from '../../../main/engine/store/aggregates/parcels.ts';
import { MIGRATIONS } from '../../../main/engine/store/migrations/index.ts';
import type { OpenStore } from '../../../main/engine/store/open.ts';
import { orderPage } from '../../../main/engine/store/views/orders.ts';
import { parcelPage } from '../../../main/engine/store/views/parcels.ts';
import { tempStore } from '../../fakes/store.ts';

let temp: ReturnType<typeof tempStore>;
beforeEach(() => void (temp = tempStore()));
afterEach(() => temp.remove());

const FILTER = { stage: null, market: null, state: 'all', place: null, country: null, stuck: false } as const;
const PAGE = { limit: 500, cursor: null };
const found = (store: OpenStore, text: string): string[] => {
  const { rows, total } = parcelPage(store.reader, { ...FILTER, text }, PAGE);
  expect(total).toBe(rows.length);
  return rows.map(({ number }) => number).toSorted();
};
/** A parcel with a journey, which is what puts it into the list. */
function parcel(store: OpenStore, number: string, orderNo: string, at: number): number {
  const { writer } = store;
  const facts = { number, carrier: 'spx', orderNo, market: 'SG', orderedAt: null, at };
  const { id } = parcelFor(writer, facts);
  writer.run(
    `INSERT INTO journey(parcel_id, node, market, direction, terminal, last_scan_at, events, unknown)
     VALUES (?, 'PICKED_UP', 'SG', 'forward', 0, ?, 1, 0) ON CONFLICT DO NOTHING`,
    ...[id, at],
  );
  return id;
}
const SOLD = `INSERT INTO order_item(order_id, line, item_id, model_id, sku, name, quantity) VALUES (?, 0, '', '', ?, '', 1)`;
const BUYER = 'INSERT INTO order_buyer(order_id, user_name, purge_at) VALUES (?, ?, 9e12)';

test('a store of the version before takes the index in, with every leg, and listed orders find their day', () => {
  const old = temp.open({ migrations: MIGRATIONS.filter(({ id }) => id < 1070) });
  const { writer } = old;
  const id = parcel(old, 'SG200000001', '261024AAAA', 1);
  linkLeg(writer, id, 'LASTMILE77', 'ninjavan');
  const order = { shopId: 1, market: 'SG', status: 'READY_TO_SHIP', due: null };
  const day = Date.UTC(2026, 9, 24);
  for (const orderSn of ['261024AAAA', '269924BBBB', 'X']) {
    listOrder(writer, { ...order, orderSn, at: day + 9e8 });
  }
  old.close();
  const store = temp.open();
  expect(found(store, 'STMILE7')).toEqual(['SG200000001']);
  expect(found(store, '61024aaa')).toEqual(['SG200000001']);
  expect(store.reader.all('SELECT order_sn, created_key FROM shop_order ORDER BY id')).toEqual([
    { order_sn: '261024AAAA', created_key: day },
    { order_sn: '269924BBBB', created_key: day + 9e8 },
    { order_sn: 'X', created_key: day + 9e8 },
  ]);
  store.close();
});

test('a parcel is found by parts of its numbers, its order, its legs, its buyer and its SKUs; no sign means more', () => {
  const store = temp.open();
  const { writer } = store;
  const one = parcel(store, 'SPXSG000123', '261024QQQQ', 5);
  parcel(store, 'SPXSG000999', '261025WWWW', 6);
  listOrder(writer, { shopId: 1, orderSn: '261024QQQQ', market: 'SG', status: '', at: 0, due: null });
  const orderId = orderFacts(writer, 1, '261024QQQQ')?.id ?? 0;
  writer.run(SOLD, orderId, 'CLIP-2-MY');
  writer.run(BUYER, orderId, 'lovely_anna');
  writer.run(
    `INSERT INTO shop_package(shop_id, order_id, package_number, status, status_since, parcel_id)
     VALUES (1, ?, 'OFG55501', '', 0, ?)`,
    ...[orderId, one],
  );
  indexOrder(writer, orderId);
  for (const text of ['G0001', '024qqq', 'LIP-2', 'ely_ann', 'OFG555', 'spxsg000123', '2610']) {
    expect(found(store, text), text).toContain('SPXSG000123');
  }
  for (const text of ['LIP-2', 'ely_ann', '024QQQ']) expect(found(store, text)).toEqual(['SPXSG000123']);
  expect(found(store, 'SPXSG')).toEqual(['SPXSG000123', 'SPXSG000999']);
  // Short: the beginning of a number. Signs of the index's own language and wild cards are taken as they are.
  expect([found(store, 'sp'), found(store, '26'), found(store, 'xs')].map(({ length }) => length)).toEqual([
    2, 2, 0,
  ]);
  for (const text of [
    '"',
    '""" OR "',
    '* OR *',
    'SPX%',
    'SPX_G',
    'a NOT b',
    'numbers:SPX',
    '(((',
    '\u0000',
  ]) {
    expect(found(store, text), text).toEqual([]);
  }
  // A leg that came later, a number that went to another parcel, and a parcel that is gone.
  linkLeg(writer, one, 'LAST0001', 'jt');
  expect(found(store, 'AST000')).toEqual(['SPXSG000123']);
  linkLeg(writer, one, 'SPXSG000999', 'spx');
  expect(found(store, 'SPXSG000999')).toEqual(['SPXSG000123']);
  writer.run('DELETE FROM parcel WHERE id = ?', one);
  expect(found(store, 'AST000')).toEqual([]);
  store.close();
});

test('many hits come newest first, page by page, each once, under the other filters, too', () => {
  const store = temp.open();
  store.writer.transaction('batch', () => {
    for (let n = 0; n < 2_500; n += 1) parcel(store, `SPXSG${String(n).padStart(6, '0')}`, `26${n}`, n % 700);
  });
  const seen: number[] = [];
  for (let cursor: string | null = null, first = true; first || cursor !== null; first = false) {
    const page = parcelPage(
      store.reader,
      { ...FILTER, market: 'SG', text: 'PXSG00' },
      { limit: 400, cursor },
    );
    expect(page.total).toBe(2_500);
    seen.push(...page.rows.map(({ id }) => Number(id)));
    cursor = page.nextCursor;
  }
  expect(new Set(seen).size).toBe(2_500);
  expect(seen).toHaveLength(2_500);
  expect(parcelPage(store.reader, { ...FILTER, market: 'TH', text: 'PXSG00' }, PAGE).rows).toEqual([]);
  const [few] = [
    parcelPage(store.reader, { ...FILTER, text: 'SG00012' }, PAGE).rows.map(({ id }) => Number(id)),
  ];
  expect(few).toHaveLength(10);
  const times = few.map((id) => (id - 1) % 700);
  expect(times).toEqual(times.toSorted((a, b) => b - a));
  store.close();
});

test('an order that was only listed, or has vanished, is found by the beginning of its number', () => {
  const store = temp.open();
  listOrder(store.writer, { shopId: 1, orderSn: '261024ZZZZ', market: 'SG', status: '', at: 0, due: null });
  const at = (text: string): number =>
    orderPage(store.reader, { shopId: null, market: null, status: null, text }, PAGE).rows.length;
  expect([at('261024zz'), at('26'), at('24ZZZ')]).toEqual([1, 1, 0]);
  store.close();
});

test('the index follows each transaction, and one that is rolled back leaves nothing in it', () => {
  const store = temp.open();
  const { writer } = store;
  expect(() =>
    writer.transaction('batch', () => {
      parcel(store, 'GONE000001', '26A', 1);
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(found(store, 'GONE0')).toEqual([]);
  // An id that is free again within one transaction belongs to the parcel that has it at the end.
  const first = parcel(store, 'FIRST00001', '26B', 1);
  writer.transaction('batch', () => {
    writer.run('DELETE FROM parcel WHERE id = ?', first);
    expect(parcel(store, 'SECOND0001', '26C', 1)).toBe(first);
    writer.run("UPDATE parcel SET order_no = '26DDDD' WHERE id = ?", first);
    parcel(store, 'BRIEF00001', '26E', 1);
    writer.run("DELETE FROM parcel WHERE number = 'BRIEF00001'");
  });
  expect(['FIRST0', 'SECOND', '6DDDD', 'BRIEF0'].map((text) => found(store, text))).toEqual([
    [],
    ['SECOND0001'],
    ['SECOND0001'],
    [],
  ]);
  expect(store.reader.get('SELECT count(*) AS n FROM parcel_search_due')).toEqual({ n: 0 });
  // Known by the index's own account, too.
  writer.run("INSERT INTO parcel_search(parcel_search) VALUES ('integrity-check')");
  store.close();
});
