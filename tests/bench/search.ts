import { indexOrder, listOrder, orderFacts } from '../../main/engine/store/aggregates/orders.ts';
import { parcelFor } from '../../main/engine/store/aggregates/parcels.ts';
import type { Reader, Writer } from '../../main/engine/store/types.ts';
import { orderPage } from '../../main/engine/store/views/orders.ts';
import { parcelPage } from '../../main/engine/store/views/parcels.ts';
import { tempStore } from '../fakes/store.ts';
import { spread, timed } from './figures.ts';

const REPEATS = 60;
const BATCH = 5_000;
const SKUS = 400;
const BUYERS = 30_000;
const START = Date.UTC(2026, 8, 1);

/** Mixes a number's bits, so that neighbours look nothing like each other. */
const mixed = (n: number): number => Math.imul(n ^ (n >>> 15), 0x2c1b3c6d) >>> 0;
const padded = (n: number, length: number): string => String(n % 10 ** length).padStart(length, '0');

/** The names of the n-th order: its number, its parcel's, its buyer's and its SKU's. */
function namesOf(n: number): { orderSn: string; number: string; buyer: string; sku: string } {
  const day = new Date(START + (n % 60) * 86_400_000).toISOString().slice(2, 10).replaceAll('-', '');
  return {
    orderSn: `${day}${mixed(n).toString(36).toUpperCase().padStart(7, '0')}${padded(n, 3)}`,
    number: `SPX${n % 2 === 0 ? 'SG' : 'MY'}0${padded(mixed(n + 7), 9)}${padded(n, 3)}`,
    buyer: `buyer.${mixed((n % BUYERS) + 99).toString(36)}`,
    sku: `SKU-${mixed((n % SKUS) + 5).toString(36)}-${n % SKUS}`,
  };
}

function fill(writer: Writer, from: number, to: number): void {
  for (let n = from; n < to; n += 1) {
    const { orderSn, number, buyer, sku } = namesOf(n);
    const at = START + n * 1_000;
    listOrder(writer, { shopId: 1 + (n % 9), orderSn, market: 'SG', status: 'SHIPPED', at, due: null });
    const orderId = orderFacts(writer, 1 + (n % 9), orderSn)?.id ?? 0;
    const facts = { number, carrier: 'spx', orderNo: orderSn, market: 'SG', orderedAt: at, at };
    const parcel = parcelFor(writer, facts).id;
    writer.run(
      `INSERT INTO order_item(order_id, line, item_id, model_id, sku, name, quantity) VALUES (?, 0, '', '', ?, '', 1)`,
      ...[orderId, sku],
    );
    writer.run('INSERT INTO order_buyer(order_id, user_name, purge_at) VALUES (?, ?, 9e12)', orderId, buyer);
    writer.run(
      `INSERT INTO shop_package(shop_id, order_id, package_number, status, status_since, number, parcel_id)
       VALUES (?, ?, ?, 'LOGISTICS_PICKUP_DONE', 0, ?, ?)`,
      ...[1 + (n % 9), orderId, `OFG${padded(n, 12)}`, number, parcel],
    );
    writer.run(
      `INSERT INTO journey(parcel_id, node, market, direction, terminal, last_scan_at, events, unknown)
       VALUES (?, 'PICKED_UP', 'SG', 'forward', 0, ?, 1, 0)`,
      ...[parcel, at],
    );
    indexOrder(writer, orderId);
  }
}

type Texts = Readonly<Record<string, (n: number) => string>>;
/** What a person types: a whole number, a part of one, a buyer, a SKU, what everything has, what nothing has, two signs. */
const TEXTS: Texts = {
  order: (n) => namesOf(n).orderSn,
  number: (n) => namesOf(n).number,
  partOfNumber: (n) => namesOf(n).number.slice(6, 13),
  buyer: (n) => namesOf(n).buyer.slice(1),
  sku: (n) => namesOf(n).sku,
  everything: () => 'SPX',
  nothing: (n) => `QQ${n}ZZ`,
  twoSigns: () => 'SP',
};

function measured(reader: Reader, count: number, page: (reader: Reader, text: string) => number) {
  return Object.fromEntries(
    Object.entries(TEXTS).map(([name, textOf]) => {
      const times: number[] = [];
      let rows = 0;
      for (let turn = 0; turn < REPEATS; turn += 1) {
        const text = textOf(mixed(turn) % count);
        times.push(timed(() => (rows += page(reader, text))));
      }
      return [name, { ...spread(times), rows: Math.round(rows / REPEATS) }];
    }),
  );
}

/** A page of 200 for each kind of text, in milliseconds, and what the orders, parcels and indexes took to write. */
export function benchSearch(): unknown {
  const temp = tempStore();
  try {
    return [10_000, 100_000].map((count) => {
      const store = temp.open({ path: `${temp.folder}/search-${count}.db` });
      const seconds =
        timed(() => {
          for (let from = 0; from < count; from += BATCH) {
            store.writer.transaction('batch', () => fill(store.writer, from, Math.min(count, from + BATCH)));
          }
        }) / 1_000;
      const any = {
        stage: null,
        market: null,
        state: 'all',
        place: null,
        country: null,
        stuck: false,
      } as const;
      const page = { limit: 200, cursor: null };
      const figures = {
        orders: count,
        rowsASecond: Math.round(count / seconds),
        parcels: measured(
          store.reader,
          count,
          (reader, text) => parcelPage(reader, { ...any, text }, page).rows.length,
        ),
        orderList: measured(
          store.reader,
          count,
          (reader, text) =>
            orderPage(reader, { shopId: null, market: null, status: null, text }, page).rows.length,
        ),
      };
      store.close();
      return figures;
    });
  } finally {
    temp.remove();
  }
}
