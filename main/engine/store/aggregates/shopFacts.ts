import type {
  FirstMileRecord,
  LateRecord,
  MetricRecord,
  PenaltyRecord,
  RatingRecord,
  ReturnRecord,
  ReviewRecord,
  Writer,
} from '../types.ts';

/** Writes a return; answers whether something about it is new. The order learns the newest return's status. */
export function saveReturn(writer: Writer, shopId: number, told: ReturnRecord, digest: string): boolean {
  const { changes } = writer.run(
    `INSERT INTO shop_return(shop_id, return_sn, order_sn, status, reason, solution, amount, currency, number,
       created_at, updated_at, due_at, ship_due_at, seller_due_at, digest)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (shop_id, return_sn) DO UPDATE SET order_sn = excluded.order_sn, status = excluded.status,
       reason = excluded.reason, solution = excluded.solution, amount = excluded.amount,
       currency = excluded.currency, number = excluded.number, created_at = excluded.created_at,
       updated_at = excluded.updated_at, due_at = excluded.due_at, ship_due_at = excluded.ship_due_at,
       seller_due_at = excluded.seller_due_at, digest = excluded.digest
     WHERE digest IS NOT excluded.digest AND ifnull(updated_at, 0) <= ifnull(excluded.updated_at, 0)`,
    ...[shopId, told.returnSn, told.orderSn, told.status, told.reason, told.solution, told.amount],
    ...[told.currency, told.number, told.createdAt, told.updatedAt, told.dueAt, told.shipDueAt],
    ...[told.sellerDueAt, digest],
  );
  if (changes === 0) return false;
  writer.run(
    `UPDATE shop_order SET return_status = (SELECT status FROM shop_return
         WHERE shop_id = ?1 AND order_sn = ?2 ORDER BY ifnull(updated_at, 0) DESC, return_sn DESC LIMIT 1)
     WHERE shop_id = ?1 AND order_sn = ?2`,
    ...[shopId, told.orderSn],
  );
  // A claim that waits for an answer is a deadline of its parcels' cases.
  writer.run(
    `UPDATE parcel SET dirty = 1 WHERE dirty = 0 AND id IN (SELECT s.parcel_id FROM shop_package s
       JOIN shop_order o ON o.id = s.order_id WHERE o.shop_id = ? AND o.order_sn = ?)`,
    shopId,
    told.orderSn,
  );
  return true;
}

/** Writes a review and, apart, who wrote it; answers whether it is new. */
export function saveReview(writer: Writer, shopId: number, told: ReviewRecord, purgeAt: number): boolean {
  const known = writer.get<{ id: number }>(
    'SELECT id FROM shop_review WHERE shop_id = ? AND comment_id = ?',
    shopId,
    told.commentId,
  );
  writer.run(
    `INSERT INTO shop_review(shop_id, comment_id, item_id, order_sn, rating, text, created_at, replied, hidden)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (shop_id, comment_id) DO UPDATE SET rating = excluded.rating, text = excluded.text,
       replied = excluded.replied, hidden = excluded.hidden`,
    ...[shopId, told.commentId, told.itemId, told.orderSn, told.rating, told.text, told.createdAt],
    told.replied ? 1 : 0,
    told.hidden ? 1 : 0,
  );
  if (known) return false;
  const made = writer.get<{ id: number }>(
    'SELECT id FROM shop_review WHERE shop_id = ? AND comment_id = ?',
    shopId,
    told.commentId,
  );
  if (told.userName !== null) {
    writer.run(
      `INSERT INTO review_buyer(review_id, user_name, purge_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`,
      made?.id ?? 0,
      told.userName,
      purgeAt,
    );
  }
  return true;
}

/** Writes the day's figures of a shop in place of those told earlier the same day. */
export function saveMetrics(
  writer: Writer,
  shopId: number,
  day: string,
  rating: RatingRecord,
  metrics: readonly MetricRecord[],
): void {
  writer.run(
    `INSERT INTO shop_rating(shop_id, day, rating, fulfilment_failed, listing_failed, service_failed)
     VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (shop_id, day) DO UPDATE SET rating = excluded.rating,
       fulfilment_failed = excluded.fulfilment_failed, listing_failed = excluded.listing_failed,
       service_failed = excluded.service_failed`,
    ...[shopId, day, rating.rating, rating.fulfilmentFailed, rating.listingFailed, rating.serviceFailed],
  );
  for (const told of metrics) {
    writer.run(
      `INSERT INTO shop_metric(shop_id, day, metric_id, kind, parent_id, name, unit, current, last, target, comparator)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (shop_id, metric_id, day) DO UPDATE SET kind = excluded.kind, parent_id = excluded.parent_id,
         name = excluded.name, unit = excluded.unit, current = excluded.current, last = excluded.last,
         target = excluded.target, comparator = excluded.comparator`,
      ...[shopId, day, told.metricId, told.kind, told.parentId, told.name, told.unit, told.current],
      ...[told.last, told.target, told.comparator],
    );
  }
}

/** Writes a penalty; its points may shrink later. */
export function savePenalty(writer: Writer, shopId: number, told: PenaltyRecord): void {
  writer.run(
    `INSERT INTO shop_penalty(shop_id, reference, issued_at, kind, points, original_points) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (shop_id, reference) DO UPDATE SET points = excluded.points`,
    ...[shopId, told.reference, told.issuedAt, told.kind, told.points, told.originalPoints],
  );
}

/** Writes one entry of the list of late orders. */
export function saveLate(writer: Writer, shopId: number, told: LateRecord, at: number): void {
  writer.run(
    `INSERT INTO late_order(shop_id, order_sn, deadline, late_days, seen_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (shop_id, order_sn) DO UPDATE SET deadline = excluded.deadline, late_days = excluded.late_days,
       seen_at = excluded.seen_at, gone_at = NULL`,
    ...[shopId, told.orderSn, told.deadline, told.lateDays, at],
  );
  writer.run(
    'UPDATE shop_order SET late = 1 WHERE shop_id = ? AND order_sn = ? AND late = 0',
    shopId,
    told.orderSn,
  );
}

/** Late orders that were not in the list any more when it was read anew, from `since` on. */
export function clearLate(writer: Writer, shopId: number, since: number, at: number): void {
  writer.run(
    `UPDATE shop_order SET late = 0 WHERE shop_id = ?1 AND late = 1 AND order_sn IN (
       SELECT order_sn FROM late_order WHERE shop_id = ?1 AND seen_at < ?2 AND gone_at IS NULL)`,
    ...[shopId, since],
  );
  writer.run(
    'UPDATE late_order SET gone_at = ? WHERE shop_id = ? AND seen_at < ? AND gone_at IS NULL',
    ...[at, shopId, since],
  );
}

/** Writes a first-mile number; answers its status before, or null when it is new. */
export function saveFirstMile(writer: Writer, shopId: number, told: FirstMileRecord): string | null {
  const known = writer.get<{ status: string }>(
    'SELECT status FROM first_mile WHERE shop_id = ? AND number = ?',
    shopId,
    told.number,
  );
  writer.run(
    `INSERT INTO first_mile(shop_id, number, status, declared) VALUES (?, ?, ?, ?)
     ON CONFLICT (shop_id, number) DO UPDATE SET status = excluded.status,
       declared = ifnull(excluded.declared, declared)`,
    ...[shopId, told.number, told.status, told.declared],
  );
  return known?.status ?? null;
}

/** Keeps an answer as it came (`body`), and apart what names a person, until `purgeAt`. */
export function saveRaw(
  writer: Writer,
  raw: {
    shopId: number;
    endpoint: string;
    subject: string;
    at: number;
    body: Uint8Array;
    personal: Uint8Array | null;
    purgeAt: number;
  },
): void {
  const { lastId } = writer.run(
    'INSERT INTO raw_answer(shop_id, endpoint, subject, received_at, body) VALUES (?, ?, ?, ?, ?)',
    ...[raw.shopId, raw.endpoint, raw.subject, raw.at, raw.body],
  );
  if (raw.personal === null) return;
  writer.run(
    'INSERT INTO raw_personal(raw_id, purge_at, body) VALUES (?, ?, ?)',
    lastId,
    raw.purgeAt,
    raw.personal,
  );
}
