import type { Reader, Writer } from '../types.ts';

/** Whether the index of parcels' numbers is behind them. */
export function isSearchDue(reader: Reader): boolean {
  return reader.get('SELECT 1 FROM parcel_search_due LIMIT 1') !== undefined;
}

/**
 * Brings the index of parcels' numbers up to date with what the transaction changed, which triggers have noted. Called
 * before each commit: all parcels of a batch are one piece of the index.
 */
export function renewParcelSearch(writer: Writer): void {
  writer.run(
    'DELETE FROM parcel_search WHERE rowid IN (SELECT parcel_id FROM parcel_search_due WHERE fresh = 0)',
  );
  writer.run(
    `INSERT INTO parcel_search(rowid, numbers)
     SELECT p.id, concat_ws(' ', p.number, p.order_no,
       (SELECT group_concat(l.number, ' ') FROM leg l WHERE l.parcel_id = p.id AND l.number <> p.number))
     FROM parcel_search_due d JOIN parcel p ON p.id = d.parcel_id`,
  );
  writer.run('DELETE FROM parcel_search_due');
}
