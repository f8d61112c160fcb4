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

/** Where a batch of scans comes from: an import, or a source of `sourceOf`. */
export type Origin =
  | { readonly importId: number }
  | { readonly sourceId: number; readonly kind: 'shopee' | 'carrier' };

/** The bit of a kind of source in `leg.fed`. */
const FED = { file: 1, shopee: 2, carrier: 4 } as const;

export interface Intake {
  /** Stores one batch inside the caller's transaction; rows that are there already change nothing. */
  add(rows: readonly ScanRow[], origin: Origin, receivedAt: number): IntakeCount;
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
  /** Kinds of source that fed it so far. */
  fed: number;
  readonly orderNo: boolean;
  readonly market: boolean;
  readonly orderTime: boolean;
}

const bringsMore = (row: ScanRow, known: KnownLeg): boolean =>
  (row.orderNo !== null && !known.orderNo) ||
  (row.market !== null && !known.market) ||
  (row.orderTime !== null && !known.orderTime);

/** Entries kept in a lookup map before it starts anew; keeps memory flat on endless imports. */
const REMEMBER = 20_000;

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

  /** The parcel of a number: that of a leg with this number, else one of its own. Facts of the order are filled in. */
  const parcelOf = (row: ScanRow, at: number): number => {
    const linked = writer.get<{ id: number }>(
      'SELECT parcel_id AS id FROM leg WHERE number = ? ORDER BY id LIMIT 1',
      row.number,
    )?.id;
    const told =
      linked === undefined
        ? writer.run(
            `INSERT INTO parcel(number, carrier, order_no, market, ordered_at, created_at) VALUES (?, ?, ?, ?, ?, ?)
             ON CONFLICT (number) DO UPDATE SET order_no = ifnull(order_no, excluded.order_no),
               market = ifnull(market, excluded.market), ordered_at = ifnull(ordered_at, excluded.ordered_at)
             WHERE (order_no IS NULL AND excluded.order_no IS NOT NULL)
               OR (market IS NULL AND excluded.market IS NOT NULL)
               OR (ordered_at IS NULL AND excluded.ordered_at IS NOT NULL)`,
            ...[row.number, row.carrier, row.orderNo, row.market, row.orderTime, at],
          )
        : writer.run(
            `UPDATE parcel SET order_no = ifnull(order_no, ?2), market = ifnull(market, ?3),
               ordered_at = ifnull(ordered_at, ?4)
             WHERE id = ?1 AND ((order_no IS NULL AND ?2 IS NOT NULL) OR (market IS NULL AND ?3 IS NOT NULL)
               OR (ordered_at IS NULL AND ?4 IS NOT NULL))`,
            ...[linked, row.orderNo, row.market, row.orderTime],
          );
    const id =
      linked ?? writer.get<{ id: number }>('SELECT id FROM parcel WHERE number = ?', row.number)?.id ?? 0;
    if (told.changes > 0) dirty.add(id);
    return id;
  };

  /** The row's carrier; where it names none, the one that a person told for its number, so that both are one leg. */
  const carrierOf = (row: ScanRow): string =>
    row.carrier !== 'unknown'
      ? row.carrier
      : (writer.get<{ carrier: string }>(
          "SELECT carrier FROM number_carrier WHERE number = ? AND told_by = 'person'",
          row.number,
        )?.carrier ?? 'unknown');

  /** The row's leg, made if it is new. Facts of the order may come with any row: a parcel that lacked them gets them. */
  const legOf = (row: ScanRow, at: number): KnownLeg => {
    const key = `${row.number}\u0000${row.carrier}`;
    const seen = legs.get(key);
    if (seen && !bringsMore(row, seen)) return seen;
    const parcelId = parcelOf(row, at);
    const carrier = carrierOf(row);
    const parcel = writer.get<{ orderNo: number; market: number; orderTime: number }>(
      `SELECT order_no IS NOT NULL AS orderNo, market IS NOT NULL AS market, ordered_at IS NOT NULL AS orderTime
       FROM parcel WHERE id = ?`,
      parcelId,
    );
    writer.run(
      'INSERT INTO leg(parcel_id, number, carrier, fed) VALUES (?, ?, ?, 0) ON CONFLICT DO NOTHING',
      ...[parcelId, row.number, carrier],
    );
    const leg = writer.get<{ id: number; fed: number }>(
      'SELECT id, fed FROM leg WHERE number = ? AND carrier = ?',
      ...[row.number, carrier],
    );
    return remember(legs, key, {
      id: leg?.id ?? 0,
      parcelId,
      fed: leg?.fed ?? 0,
      orderNo: parcel?.orderNo === 1,
      market: parcel?.market === 1,
      orderTime: parcel?.orderTime === 1,
    });
  };

  /** Whether another source told the same scan under another status word: same code, text, place and moment. */
  const toldElsewhere = (row: ScanRow, leg: KnownLeg, placeId: number | null): boolean =>
    row.instant !== null &&
    (row.text !== '' || row.code !== null) &&
    writer.get(
      `SELECT 1 FROM event e JOIN scan s ON s.id = e.scan_id JOIN scan_text t ON t.id = s.text_id
       WHERE e.leg_id = ? AND e.instant = ? AND s.code = ? AND t.text = ? AND e.place_id IS ?`,
      ...[leg.id, row.instant, row.code ?? '', row.text, placeId],
    ) !== undefined;

  const add = (rows: readonly ScanRow[], origin: Origin, receivedAt: number): IntakeCount => {
    const count: IntakeCount = { accepted: 0, known: 0, unknown: 0 };
    const fed = 'importId' in origin ? FED.file : FED[origin.kind];
    const importId = 'importId' in origin ? origin.importId : null;
    const sourceId = 'importId' in origin ? null : origin.sourceId;
    const said = new Map<number, number>();
    dirty.clear();
    for (const row of rows) {
      const leg = legOf(row, receivedAt);
      const scan = scanOf(row);
      const placeId = row.place === null ? null : placeOf(row.place);
      touched.add(leg.parcelId);
      if ((leg.fed & fed) === 0) {
        writer.run('UPDATE leg SET fed = fed | ? WHERE id = ?', fed, leg.id);
        leg.fed |= fed;
      }
      const known = leg.fed !== fed && toldElsewhere(row, leg, placeId);
      const stored = known
        ? null
        : writer.run(
            `INSERT INTO event(leg_id, fingerprint, scan_id, place_id, instant, raw_time, zone, zone_reason, seq,
               import_id, line, received_at, source_id, day_only) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
            importId === null ? null : row.line,
            receivedAt,
            sourceId,
            row.dateOnly ? 1 : 0,
          );
      if (stored === null || stored.changes === 0) {
        count.known += 1;
        continue;
      }
      count.accepted += 1;
      if (scan.unknown) count.unknown += 1;
      dirty.add(leg.parcelId);
      if (sourceId !== null) said.set(scan.id, (said.get(scan.id) ?? 0) + 1);
    }
    // An import counts its words once, at its end (aggregates/imports.ts); a source has no end.
    for (const [id, n] of said) writer.run('UPDATE scan SET seen = seen + ? WHERE id = ?', n, id);
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
