import type { Reader } from '../types.ts';

/** What a parcel's order says about money and time; undefined where no order is known. */
export function moneyClocks(
  reader: Reader,
  parcelId: number,
): { promise: number | null; answerBy: number | null; orderStatus: string } | undefined {
  return reader.get(
    `SELECT o.promised_to AS promise, o.status AS orderStatus,
       (SELECT min(r.due_at) FROM shop_return r
        WHERE r.shop_id = o.shop_id AND r.order_sn = o.order_sn AND r.status = 'REQUESTED') AS answerBy
     FROM shop_package s JOIN shop_order o ON o.id = s.order_id
     WHERE s.parcel_id = ? ORDER BY s.id DESC LIMIT 1`,
    parcelId,
  );
}
