import type { Writer } from '../types.ts';

/** The id of a source of scans that is no file; made when it is new. `name`: the shop's number, the service's slug. */
export function sourceOf(writer: Writer, kind: 'shopee' | 'carrier', name: string): number {
  writer.run('INSERT INTO scan_source(kind, name) VALUES (?, ?) ON CONFLICT DO NOTHING', kind, name);
  return (
    writer.get<{ id: number }>('SELECT id FROM scan_source WHERE kind = ? AND name = ?', kind, name)?.id ?? 0
  );
}

/** What a package tells about its parcel. */
export interface ParcelFacts {
  readonly number: string;
  readonly carrier: string;
  readonly orderNo: string;
  readonly market: string | null;
  readonly orderedAt: number | null;
  readonly at: number;
}

/**
 * The parcel that is tracked under a number, made if there is none; it learns the order it belongs to. `merged`: other
 * parcels went into it, so whoever remembers legs must forget them.
 */
export function parcelFor(writer: Writer, facts: ParcelFacts): { id: number; merged: boolean } {
  const { number, carrier, orderNo, market, orderedAt, at } = facts;
  const linked = writer.get<{ id: number }>(
    'SELECT parcel_id AS id FROM leg WHERE number = ? ORDER BY id LIMIT 1',
    number,
  )?.id;
  if (linked === undefined) {
    writer.run(
      `INSERT INTO parcel(number, carrier, order_no, market, ordered_at, created_at) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (number) DO NOTHING`,
      ...[number, carrier, orderNo, market, orderedAt, at],
    );
  }
  const id = linked ?? writer.get<{ id: number }>('SELECT id FROM parcel WHERE number = ?', number)?.id ?? 0;
  writer.run(
    `UPDATE parcel SET order_no = ifnull(order_no, ?2), market = ifnull(market, ?3),
       ordered_at = ifnull(ordered_at, ?4), dirty = 1
     WHERE id = ?1 AND ((order_no IS NULL AND ?2 IS NOT NULL) OR (market IS NULL AND ?3 IS NOT NULL)
       OR (ordered_at IS NULL AND ?4 IS NOT NULL))`,
    ...[id, orderNo, market, orderedAt],
  );
  return { id, merged: linkLeg(writer, id, number, carrier) };
}

/**
 * A number belongs to a parcel as one of its legs. Where the number was a parcel by itself (from a file, say), that
 * parcel's legs come over and it goes: its scans are kept, its cases are found anew. Answers whether that was so.
 */
export function linkLeg(writer: Writer, parcelId: number, number: string, carrier: string): boolean {
  const others = writer.all<{ id: number }>(
    'SELECT DISTINCT parcel_id AS id FROM leg WHERE number = ? AND parcel_id <> ?',
    number,
    parcelId,
  );
  for (const other of others) {
    writer.run('UPDATE leg SET parcel_id = ? WHERE parcel_id = ?', parcelId, other.id);
    writer.run('UPDATE shop_package SET parcel_id = ? WHERE parcel_id = ?', parcelId, other.id);
    writer.run('DELETE FROM parcel WHERE id = ?', other.id);
    writer.run('UPDATE parcel SET dirty = 1 WHERE id = ?', parcelId);
  }
  writer.run(
    `INSERT INTO leg(parcel_id, number, carrier, fed) SELECT ?1, ?2, ?3, 0
     WHERE NOT EXISTS (SELECT 1 FROM leg WHERE number = ?2 AND carrier = ?3)`,
    ...[parcelId, number, carrier],
  );
  return others.length > 0;
}
