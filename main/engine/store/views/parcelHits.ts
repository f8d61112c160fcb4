import { beginningWith, type Hits, phrase, SEARCH_MIN } from './cursor.ts';

/**
 * The parcels that a text names: a part of their own number, their order's or one of their legs', or of what their order
 * is found by (buyer, SKU, package). Shorter texts are taken for the beginning of a number.
 */
export function parcelHits(text: string): Hits {
  if (text.length < SEARCH_MIN) {
    const range = beginningWith(text);
    return {
      sql: `SELECT x.id FROM parcel x WHERE x.number >= ? AND x.number < ?
        UNION ALL SELECT x.id FROM parcel x WHERE x.order_no >= ? AND x.order_no < ?`,
      params: [...range, ...range],
    };
  }
  return {
    sql: `SELECT rowid AS id FROM parcel_search WHERE parcel_search MATCH ?
      UNION ALL SELECT k.parcel_id FROM order_search s JOIN shop_package k ON k.order_id = s.rowid
        WHERE s.order_search MATCH ? AND k.parcel_id IS NOT NULL
      UNION ALL SELECT k.parcel_id FROM buyer_search s JOIN shop_package k ON k.order_id = s.rowid
        WHERE s.buyer_search MATCH ? AND k.parcel_id IS NOT NULL`,
    params: [phrase(text), phrase(text), phrase(text)],
  };
}
