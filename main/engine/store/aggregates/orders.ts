import type { BuyerRecord, ItemRecord, OrderRecord, Writer } from '../types.ts';

/** An order as far as the sync must know it before it writes. */
export interface OrderFacts {
  readonly id: number;
  readonly status: string;
  readonly state: string;
  readonly updatedAt: number | null;
  readonly askedAt: number | null;
  readonly digest: string | null;
  readonly misses: number;
  readonly fulfilment: string | null;
  /** When it was placed, as far as that is known, else when it was first heard of. */
  readonly createdKey: number;
}

/** What is on record of an order, or undefined. */
export function orderFacts(writer: Writer, shopId: number, orderSn: string): OrderFacts | undefined {
  return writer.get<OrderFacts>(
    `SELECT id, status, state, updated_at AS updatedAt, asked_at AS askedAt, digest, misses, fulfilment,
       created_key AS createdKey
     FROM shop_order WHERE shop_id = ? AND order_sn = ?`,
    shopId,
    orderSn,
  );
}

/** Puts an order on record that a list named, and when its details are wanted; details that are due stay due. */
export function listOrder(
  writer: Writer,
  order: {
    shopId: number;
    orderSn: string;
    market: string | null;
    status: string | null;
    at: number;
    due: number | null;
  },
): void {
  writer.run(
    `INSERT INTO shop_order(shop_id, order_sn, market, status, state, created_key, detail_due)
     VALUES (?1, ?2, ?3, ifnull(?4, ''), 'listed', ?5, ?6)
     ON CONFLICT (shop_id, order_sn) DO UPDATE SET detail_due = min(ifnull(detail_due, ?6), ifnull(?6, detail_due))
     WHERE ?6 IS NOT NULL`,
    ...[order.shopId, order.orderSn, order.market, order.status, order.at, order.due],
  );
}

/** Writes an order's own facts, and when its details are due again, if at all. Answers its id. */
export function saveOrder(
  writer: Writer,
  shopId: number,
  order: OrderRecord,
  facts: {
    at: number;
    digest: string;
    sku: string | null;
    quantity: number;
    due: number | null;
    /** The state of the address by ISO 3166-2 without the country; null where it makes no difference or is not known. */
    addressState: string | null;
  },
): number {
  writer.run(
    `UPDATE shop_order SET state = 'known', market = ifnull(?3, market), status = ?4, created_at = ?5,
       created_key = ifnull(?5, created_key), updated_at = ?6, paid_at = ?7, ship_by = ?8, days_to_ship = ?9,
       promised_from = ?10, promised_to = ?11, picked_up_at = ?12, amount = ?13, currency = ?14, cod = ?15,
       carrier_name = ?16, fulfilment = ?17, cancel_by = ?18, cancel_reason = ?19, sku = ?20, quantity = ?21,
       digest = ?22, asked_at = ?23, detail_due = ?24, detail_max = 50, misses = 0,
       address_state = ?25,
       late = EXISTS (SELECT 1 FROM late_order l WHERE l.shop_id = ?1 AND l.order_sn = ?2 AND l.gone_at IS NULL),
       return_status = (SELECT r.status FROM shop_return r WHERE r.shop_id = ?1 AND r.order_sn = ?2
         ORDER BY ifnull(r.updated_at, 0) DESC, r.return_sn DESC LIMIT 1)
     WHERE shop_id = ?1 AND order_sn = ?2`,
    shopId,
    order.orderSn,
    order.market,
    order.status,
    order.createdAt,
    order.updatedAt,
    order.paidAt,
    order.shipBy,
    order.daysToShip,
    order.promisedFrom,
    order.promisedTo,
    order.pickedUpAt,
    order.amount,
    order.currency,
    order.cod ? 1 : 0,
    order.carrierName,
    order.fulfilment,
    order.cancelBy,
    order.cancelReason,
    facts.sku,
    facts.quantity,
    facts.digest,
    facts.at,
    facts.due,
    facts.addressState,
  );
  const id = orderFacts(writer, shopId, order.orderSn)?.id ?? 0;
  // Its promise may be another one: deadlines and late risks follow.
  writer.run(
    `UPDATE parcel SET dirty = 1
     WHERE dirty = 0 AND id IN (SELECT s.parcel_id FROM shop_package s WHERE s.order_id = ?)`,
    id,
  );
  return id;
}

/** An order that was asked and did not change; `due`: when its details are due again, if at all. */
export function touchOrder(writer: Writer, id: number, at: number, due: number | null): void {
  writer.run(
    'UPDATE shop_order SET asked_at = ?, detail_due = ?, detail_max = 50, misses = 0 WHERE id = ?',
    at,
    due,
    id,
  );
}

/** An order that an answer left out or refused: asked again later in smaller company, or taken for vanished. */
export function missOrder(
  writer: Writer,
  id: number,
  next: { due: number | null; max: number; vanished: boolean; misses: number },
): void {
  writer.run(
    `UPDATE shop_order SET detail_due = ?, detail_max = ?, misses = ?,
       state = CASE WHEN ? = 1 THEN 'vanished' ELSE state END WHERE id = ?`,
    next.due,
    next.max,
    next.misses,
    next.vanished ? 1 : 0,
    id,
  );
}

/** Puts an order's lines in place of those before. */
export function saveItems(writer: Writer, orderId: number, items: readonly ItemRecord[]): void {
  writer.run('DELETE FROM order_item WHERE order_id = ? AND line >= ?', orderId, items.length);
  items.forEach((item, line) =>
    writer.run(
      `INSERT INTO order_item(order_id, line, item_id, model_id, sku, name, variation, quantity, price)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (order_id, line) DO UPDATE SET item_id = excluded.item_id, model_id = excluded.model_id,
         sku = excluded.sku, name = excluded.name, variation = excluded.variation, quantity = excluded.quantity,
         price = excluded.price`,
      ...[orderId, line, item.itemId, item.modelId, item.sku, item.name, item.variation],
      item.quantity,
      item.price,
    ),
  );
}

/**
 * Keeps who bought, until `purgeAt`: the date is set once and never moves, and what was forgotten is not taken again
 * (Shopee's data rule: 90 days at most).
 */
export function saveBuyer(writer: Writer, orderId: number, buyer: BuyerRecord, purgeAt: number): void {
  writer.run(
    `INSERT INTO order_buyer(order_id, user_id, user_name, name, phone, address, purge_at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (order_id) DO UPDATE SET user_id = excluded.user_id, user_name = excluded.user_name,
       name = excluded.name, phone = excluded.phone, address = excluded.address WHERE forgotten = 0`,
    ...[orderId, buyer.userId, buyer.userName, buyer.name, buyer.phone, buyer.address, purgeAt],
  );
}

/** Renews what can be found of an order: its number, tracking numbers, SKUs, and the buyer's user name while it is kept. */
export function indexOrder(writer: Writer, orderId: number): void {
  const found = writer.get<{
    orderSn: string;
    numbers: string | null;
    skus: string | null;
    buyer: string | null;
  }>(
    `SELECT o.order_sn AS orderSn,
       (SELECT group_concat(concat_ws(' ', p.number, p.last_mile, p.first_mile, p.package_number), ' ')
        FROM shop_package p WHERE p.order_id = o.id) AS numbers,
       (SELECT group_concat(i.sku, ' ') FROM order_item i WHERE i.order_id = o.id) AS skus,
       (SELECT b.user_name FROM order_buyer b WHERE b.order_id = o.id) AS buyer
     FROM shop_order o WHERE o.id = ?`,
    orderId,
  );
  if (!found) return;
  writer.run(
    'INSERT OR REPLACE INTO order_search(rowid, order_sn, numbers, skus) VALUES (?, ?, ?, ?)',
    ...[orderId, found.orderSn, found.numbers ?? '', found.skus ?? ''],
  );
  const indexed = writer.get<{ name: string }>(
    'SELECT user_name AS name FROM buyer_search WHERE rowid = ?',
    orderId,
  );
  if (indexed?.name === (found.buyer ?? undefined)) return;
  if (indexed) writer.run('DELETE FROM buyer_search WHERE rowid = ?', orderId);
  if (found.buyer !== null) {
    writer.run('INSERT INTO buyer_search(rowid, user_name) VALUES (?, ?)', orderId, found.buyer);
  }
}

/**
 * Forgets the buyers whose time is up: in the order, in the review, in the raw answers and in the index of names.
 * Answers how many orders and reviews; at most `limit` of each, so call until it answers 0.
 */
export function forgetBuyers(writer: Writer, now: number, limit: number): number {
  const orders = writer.all<{ id: number }>(
    'SELECT order_id AS id FROM order_buyer WHERE forgotten = 0 AND purge_at <= ? LIMIT ?',
    now,
    limit,
  );
  for (const { id } of orders) {
    writer.run(
      `UPDATE order_buyer SET user_id = NULL, user_name = NULL, name = NULL, phone = NULL, address = NULL,
         forgotten = 1 WHERE order_id = ?`,
      id,
    );
    writer.run('DELETE FROM buyer_search WHERE rowid = ?', id);
  }
  const reviews = writer.run(
    `UPDATE review_buyer SET user_name = NULL, forgotten = 1 WHERE review_id IN (
       SELECT review_id FROM review_buyer WHERE forgotten = 0 AND purge_at <= ? LIMIT ?)`,
    now,
    limit,
  ).changes;
  const raw = writer.run(
    'DELETE FROM raw_personal WHERE raw_id IN (SELECT raw_id FROM raw_personal WHERE purge_at <= ? LIMIT ?)',
    now,
    limit,
  ).changes;
  return orders.length + reviews + raw;
}
