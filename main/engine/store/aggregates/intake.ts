import { hash } from 'node:crypto';
import type { ScanWords } from '#shared/model/event.ts';
import type { RefusedRow, ScanRow } from '#shared/model/import.ts';
import type { Writer } from '../types.ts';

/** What one batch did. */
export interface IntakeCount {
  accepted: number;
  known: number;
  /** Of the accepted ones: how many say something that is not understood. */
  unknown: number;
}

export interface Intake {
  /** Stores one batch inside the caller's transaction; rows that are there already change nothing. */
  add(rows: readonly ScanRow[], importId: number, receivedAt: number): IntakeCount;
  refuse(rows: readonly RefusedRow[], importId: number, purgeAt: number): void;
  /** Parcels that the rows since `begin` belonged to, known rows included. */
  readonly touched: ReadonlySet<number>;
  begin(): void;
  /** Drops everything remembered: after a rolled-back transaction the remembered ids may not exist. */
  forget(): void;
}

/** A leg with which facts of its parcel's order are there already. */
interface KnownLeg {
  readonly id: number;
  readonly parcelId: number;
  readonly orderNo: boolean;
  readonly market: boolean;
  readonly orderTime: boolean;
}

const bringsMore = (row: ScanRow, known: KnownLeg): boolean =>
  (row.orderNo !== null && !known.orderNo) ||
  (row.market !== null && !known.market) ||
  (row.orderTime !== null && !known.orderTime);

/** Entries kept in a lookup map before it starts anew; keeps memory flat on endless imports. */
const REMEMBER = 200_000;

/**
 * 52 bits over what makes two rows of one leg the same scan: code, status, text, place and moment (CA 7.2: never the
 * code alone). Inside one leg a collision among 10,000 scans has a chance of about 1 in 10^8.
 */
export function fingerprint(row: ScanRow): number {
  const moment = row.instant === null ? `#${row.seq}` : String(row.instant);
  const key = `${row.code ?? ''}\u0000${row.scheme ?? ''}\u0000${row.status ?? ''}\u0000${row.text}\u0000${row.place ?? ''}\u0000${moment}`;
  return Number.parseInt(hash('md5', key, 'hex').slice(0, 13), 16);
}

/**
 * The writing side of the journal. `nodeOf` gives a scan's meaning without a trail; it is stored with the scan's
 * words so that what is not understood can be counted and listed without reading all events.
 */
export function createIntake(writer: Writer, nodeOf: (words: ScanWords) => string): Intake {
  const scans = new Map<string, { id: number; unknown: boolean }>();
  const legs = new Map<string, KnownLeg>();
  const places = new Map<string, number>();
  const dirty = new Set<number>();
  const touched = new Set<number>();

  const remember = <K, V>(map: Map<K, V>, key: K, value: V): V => {
    if (map.size >= REMEMBER) map.clear();
    map.set(key, value);
    return value;
  };

  const scanOf = (row: ScanRow): { id: number; unknown: boolean } => {
    const { carrier, text } = row;
    const code = row.code ?? '';
    const scheme = row.scheme ?? '';
    const status = row.status ?? '';
    const lang = row.lang ?? '';
    const key = `${carrier}\u0000${code}\u0000${scheme}\u0000${status}\u0000${lang}\u0000${text}`;
    const seen = scans.get(key);
    if (seen) return seen;
    writer.run('INSERT INTO scan_text(text) VALUES (?) ON CONFLICT DO NOTHING', text);
    const textId = writer.get<{ id: number }>('SELECT id FROM scan_text WHERE text = ?', text)?.id ?? 0;
    const node = nodeOf(row);
    writer.run(
      `INSERT INTO scan(carrier, code, scheme, status, text_id, lang, node) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (text_id, carrier, code, scheme, status, lang) DO NOTHING`,
      ...[carrier, code, scheme, status, textId, lang, node],
    );
    const found = writer.get<{ id: number }>(
      `SELECT id FROM scan
       WHERE text_id = ? AND carrier = ? AND code = ? AND scheme = ? AND status = ? AND lang = ?`,
      ...[textId, carrier, code, scheme, status, lang],
    );
    return remember(scans, key, { id: found?.id ?? 0, unknown: node === 'UNKNOWN' });
  };

  const placeOf = (raw: string): number => {
    const seen = places.get(raw);
    if (seen !== undefined) return seen;
    writer.run('INSERT INTO place(raw) VALUES (?) ON CONFLICT DO NOTHING', raw);
    return remember(
      places,
      raw,
      writer.get<{ id: number }>('SELECT id FROM place WHERE raw = ?', raw)?.id ?? 0,
    );
  };

  /** The row's leg, made if it is new. Facts of the order may come with any row: a parcel that lacked them gets them. */
  const legOf = (row: ScanRow, at: number): KnownLeg => {
    const key = `${row.number}\u0000${row.carrier}`;
    const seen = legs.get(key);
    if (seen && !bringsMore(row, seen)) return seen;
    const told = writer.run(
      `INSERT INTO parcel(number, carrier, order_no, market, ordered_at, created_at) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (number) DO UPDATE SET order_no = ifnull(order_no, excluded.order_no),
         market = ifnull(market, excluded.market), ordered_at = ifnull(ordered_at, excluded.ordered_at)
       WHERE (order_no IS NULL AND excluded.order_no IS NOT NULL) OR (market IS NULL AND excluded.market IS NOT NULL)
         OR (ordered_at IS NULL AND excluded.ordered_at IS NOT NULL)`,
      ...[row.number, row.carrier, row.orderNo, row.market, row.orderTime, at],
    );
    const parcel = writer.get<{ id: number; orderNo: number; market: number; orderTime: number }>(
      `SELECT id, order_no IS NOT NULL AS orderNo, market IS NOT NULL AS market, ordered_at IS NOT NULL AS orderTime
       FROM parcel WHERE number = ?`,
      row.number,
    );
    const parcelId = parcel?.id ?? 0;
    if (told.changes > 0) dirty.add(parcelId);
    writer.run(
      'INSERT INTO leg(parcel_id, number, carrier) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
      ...[parcelId, row.number, row.carrier],
    );
    const leg = writer.get<{ id: number }>(
      'SELECT id FROM leg WHERE number = ? AND carrier = ?',
      ...[row.number, row.carrier],
    );
    return remember(legs, key, {
      id: leg?.id ?? 0,
      parcelId,
      orderNo: parcel?.orderNo === 1,
      market: parcel?.market === 1,
      orderTime: parcel?.orderTime === 1,
    });
  };

  const add = (rows: readonly ScanRow[], importId: number, receivedAt: number): IntakeCount => {
    const count: IntakeCount = { accepted: 0, known: 0, unknown: 0 };
    dirty.clear();
    for (const row of rows) {
      const leg = legOf(row, receivedAt);
      const scan = scanOf(row);
      const placeId = row.place === null ? null : placeOf(row.place);
      touched.add(leg.parcelId);
      const stored = writer.run(
        `INSERT INTO event(leg_id, fingerprint, scan_id, place_id, instant, raw_time, zone, zone_reason, seq,
           import_id, line, received_at, day_only) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (leg_id, fingerprint) DO NOTHING`,
        leg.id,
        fingerprint(row),
        scan.id,
        placeId,
        row.instant,
        row.rawTime,
        row.zone,
        row.zoneReason,
        row.seq,
        importId,
        row.line,
        receivedAt,
        row.dateOnly ? 1 : 0,
      );
      if (stored.changes === 0) {
        count.known += 1;
        continue;
      }
      count.accepted += 1;
      if (scan.unknown) count.unknown += 1;
      dirty.add(leg.parcelId);
    }
    for (const id of dirty) writer.run('UPDATE parcel SET dirty = 1 WHERE id = ? AND dirty = 0', id);
    return count;
  };

  return {
    add,
    touched,
    begin: () => touched.clear(),
    forget: () => {
      scans.clear();
      legs.clear();
      places.clear();
    },
    refuse: (rows, importId, purgeAt) => {
      for (const row of rows) {
        writer.run(
          `INSERT INTO import_refusal(import_id, line, reason, column_name, value, purge_at) VALUES (?, ?, ?, ?, ?, ?)
           ON CONFLICT (import_id, line) DO NOTHING`,
          ...[importId, row.line, row.reason, row.column, row.value, purgeAt],
        );
      }
    },
  };
}
