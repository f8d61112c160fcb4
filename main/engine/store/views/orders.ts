import type { OrderFilter } from '#shared/contract/orders.ts';
import type { OrderDetail } from '#shared/contract/orders.ts';
import type { OrderItem, OrderRow, ShopPackage, ShopReturn, ShopReview } from '#shared/model/order.ts';
import type { Param, Reader } from '../types.ts';
import {
  beginningWith,
  cutPage,
  type Hits,
  phrase,
  SEARCH_MIN,
  searched,
  TOTAL_MAX,
  unpackCursor,
} from './cursor.ts';

type Raw = Omit<OrderRow, 'cod' | 'late' | 'numbers'> & {
  cod: number;
  late: number;
  numbers: string;
  createdKey: number;
};

const COLUMNS = `o.id, o.shop_id AS shopId, o.market, o.order_sn AS orderSn, o.status, o.state,
  o.created_at AS createdAt, o.updated_at AS updatedAt, o.ship_by AS shipBy, o.amount, o.currency, o.cod,
  (SELECT b.user_name FROM order_buyer b WHERE b.order_id = o.id) AS buyer, o.quantity, o.sku,
  (SELECT count(*) FROM shop_package p WHERE p.order_id = o.id) AS packages,
  (SELECT json_group_array(n) FROM (SELECT p.number AS n FROM shop_package p
     WHERE p.order_id = o.id AND p.number IS NOT NULL ORDER BY p.id LIMIT 10)) AS numbers,
  o.late, o.return_status AS returnStatus, o.created_key AS createdKey`;

const toRow = ({ createdKey: _key, ...raw }: Raw): OrderRow => ({
  ...raw,
  cod: raw.cod === 1,
  late: raw.late === 1,
  numbers: JSON.parse(raw.numbers) as string[],
});

/** One page of orders, newest first (created_key DESC, id DESC). */
export function orderPage(
  reader: Reader,
  filter: OrderFilter,
  page: { limit: number; cursor: string | null },
): { rows: OrderRow[]; nextCursor: string | null; total: number } {
  const where: string[] = [];
  const params: Param[] = [];
  if (filter.shopId !== null) {
    where.push('o.shop_id = ?');
    params.push(filter.shopId);
  }
  if (filter.market !== null) {
    where.push('o.market = ?');
    params.push(filter.market);
  }
  if (filter.status !== null) {
    where.push('o.status = ?');
    params.push(filter.status);
  }
  const others = where.length;
  const found = searched(reader, filter.text, hitsOf);
  if (found !== null) {
    where.push(`${found.few ? '' : '+'}o.id IN (${found.sql})`);
    params.push(...found.params);
  }
  const total =
    found === null
      ? countOrders(reader, filter)
      : others === 0
        ? found.n
        : countMatching(reader, where, params);
  const after = unpackCursor(page.cursor, 2);
  if (after) {
    where.push('(o.created_key, o.id) < (?, ?)');
    params.push(...after);
  }
  const rows = reader.all<Raw>(
    `SELECT ${COLUMNS} FROM shop_order o ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}
     ORDER BY ${found?.few ? '+' : ''}o.created_key DESC, o.id DESC LIMIT ?`,
    ...params,
    page.limit + 1,
  );
  const { shown, nextCursor } = cutPage(rows, page.limit, (last) => [last.createdKey, Number(last.id)]);
  return { rows: shown.map(toRow), nextCursor, total: Math.min(total, TOTAL_MAX) };
}

/**
 * The orders that a text names: a part of their number, a tracking number, a SKU or the buyer's name. Of an order that was
 * only listed, or has vanished, nothing but the number is known, which is in no text index: its beginning counts, as it
 * does for texts too short for the index.
 */
function hitsOf(text: string): Hits {
  const listed = 'SELECT x.id FROM shop_order x WHERE x.order_sn >= ? AND x.order_sn < ?';
  if (text.length < SEARCH_MIN) return { sql: listed, params: beginningWith(text) };
  return {
    sql: `SELECT rowid AS id FROM order_search WHERE order_search MATCH ?
      UNION ALL SELECT rowid FROM buyer_search WHERE buyer_search MATCH ? UNION ALL ${listed}`,
    params: [phrase(text), phrase(text), ...beginningWith(text)],
  };
}

/** How many orders stand under a filter without text, from the counters that triggers keep. */
function countOrders(reader: Reader, filter: OrderFilter): number {
  return (
    reader.get<{ n: number | null }>(
      `SELECT sum(n) AS n FROM shop_order_count
       WHERE (?1 IS NULL OR shop_id = ?1) AND (?2 IS NULL OR market = ?2) AND (?3 IS NULL OR status = ?3)`,
      ...[filter.shopId, filter.market, filter.status],
    )?.n ?? 0
  );
}

function countMatching(reader: Reader, where: readonly string[], params: readonly Param[]): number {
  const found = reader.get<{ n: number }>(
    `SELECT count(*) AS n FROM (SELECT 1 FROM shop_order o WHERE ${where.join(' AND ')} LIMIT ${TOTAL_MAX})`,
    ...params,
  );
  return found?.n ?? 0;
}

/** How many orders stand at each status, of one shop or all. */
export function orderCounts(reader: Reader, shopId: number | null): Record<string, number> {
  const rows = reader.all<{ status: string; n: number }>(
    `SELECT status, sum(n) AS n FROM shop_order_count WHERE (?1 IS NULL OR shop_id = ?1)
     GROUP BY status HAVING sum(n) > 0`,
    shopId,
  );
  return Object.fromEntries(rows.map((row) => [row.status, row.n]));
}

/** An order with all that belongs to it, or undefined. */
export function orderById(reader: Reader, id: number): OrderDetail | undefined {
  const raw = reader.get<
    Raw &
      Pick<OrderDetail, 'paidAt' | 'daysToShip' | 'promisedFrom' | 'promisedTo' | 'cancelBy' | 'cancelReason'>
  >(
    `SELECT ${COLUMNS}, o.paid_at AS paidAt, o.days_to_ship AS daysToShip, o.promised_from AS promisedFrom,
       o.promised_to AS promisedTo, o.cancel_by AS cancelBy, o.cancel_reason AS cancelReason
     FROM shop_order o WHERE o.id = ?`,
    id,
  );
  if (!raw) return undefined;
  const { paidAt, daysToShip, promisedFrom, promisedTo, cancelBy, cancelReason, ...rest } = raw;
  const row = toRow(rest);
  const packages = reader.all<Omit<ShopPackage, 'arrivedWarehouse'> & { arrived: number | null }>(
    `SELECT p.package_number AS packageNumber, p.status, p.carrier_name AS carrierName, p.number,
       ifnull(f.number, p.first_mile) AS firstMile, p.last_mile AS lastMile, f.arrived, p.parcel_id AS parcelId,
       p.track_asked_at AS askedAt, ifnull(p.track_due, p.number_due) AS nextAt
     FROM shop_package p JOIN shop_order o ON o.id = p.order_id LEFT JOIN first_mile_package f
       ON f.shop_id = p.shop_id AND f.order_sn = o.order_sn AND f.package_number IN (p.package_number, '')
     WHERE p.order_id = ? ORDER BY p.id LIMIT 50`,
    id,
  );
  const reviews = reader.all<Omit<ShopReview, 'replied' | 'hidden'> & { replied: number; hidden: number }>(
    `SELECT comment_id AS commentId, item_id AS itemId, rating, text, created_at AS createdAt, replied, hidden
     FROM shop_review WHERE shop_id = ? AND order_sn = ? ORDER BY id LIMIT 50`,
    row.shopId,
    row.orderSn,
  );
  return {
    row,
    paidAt,
    daysToShip,
    promisedFrom,
    promisedTo,
    cancelBy,
    cancelReason,
    items: reader.all<OrderItem>(
      `SELECT line, item_id AS itemId, model_id AS modelId, sku, name, variation, quantity, price
       FROM order_item WHERE order_id = ? ORDER BY line LIMIT 200`,
      id,
    ),
    packages: packages.map(({ arrived, ...one }) => ({
      ...one,
      arrivedWarehouse: arrived === null ? null : arrived === 1,
    })),
    returns: reader.all<ShopReturn>(
      `SELECT return_sn AS returnSn, order_sn AS orderSn, status, reason, amount, currency, number,
         created_at AS createdAt, updated_at AS updatedAt, due_at AS dueAt
       FROM shop_return WHERE shop_id = ? AND order_sn = ? ORDER BY id LIMIT 50`,
      row.shopId,
      row.orderSn,
    ),
    reviews: reviews.map((review) => ({
      ...review,
      replied: review.replied === 1,
      hidden: review.hidden === 1,
    })),
    recipient:
      reader.get<NonNullable<OrderDetail['recipient']>>(
        `SELECT name, phone, address, purge_at AS forgetAt FROM order_buyer WHERE order_id = ? AND forgotten = 0`,
        id,
      ) ?? null,
  };
}
