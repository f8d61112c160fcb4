import { hash } from 'node:crypto';
import type { ScanWords } from '#shared/model/event.ts';
import type { RefusedRow, ScanRow } from '#shared/model/import.ts';
import { Recent } from '#shared/recent.ts';
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

/** Which facts of its order are known of a parcel. */
interface OrderFacts {
  readonly orderNo: boolean;
  readonly market: boolean;
  readonly orderTime: boolean;
}

/** A leg with which facts of its parcel's order are there already. */
interface KnownLeg extends OrderFacts {
  readonly id: number;
  readonly parcelId: number;
  /** Kinds of source that fed it so far. */
  fed: number;
}

/** A parcel with the first leg that has the number it was found by. */
interface KnownParcel extends OrderFacts {
  readonly id: number;
  readonly leg: { readonly id: number; readonly carrier: string; readonly fed: number } | null;
}

interface RawParcel {
  id: number;
  legId: number | null;
  carrier: string;
  fed: number;
  orderNo: number;
  market: number;
  orderTime: number;
}

const factsIn = (row: ScanRow): OrderFacts => ({
  orderNo: row.orderNo !== null,
  market: row.market !== null,
  orderTime: row.orderTime !== null,
});

const bringsMore = (row: ScanRow, known: OrderFacts): boolean =>
  (row.orderNo !== null && !known.orderNo) ||
  (row.market !== null && !known.market) ||
  (row.orderTime !== null && !known.orderTime);

/** Half of the entries of a lookup map; keeps memory flat on endless imports. */
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

/** The id of a row that was just put in, or of the one that was there. */
const idOf = (
  done: { readonly changes: number; readonly lastId: number },
  there: () => { id: number } | undefined,
): number => (done.changes > 0 ? done.lastId : (there()?.id ?? 0));

/**
 * The writing side of the journal. `nodeOf` gives a scan's meaning without a trail; it is stored with the scan's
 * words so that what is not understood can be counted and listed without reading all events.
 */
export function createIntake(writer: Writer, nodeOf: (words: ScanWords) => string): Intake {
  const scans = new Recent<string, { id: number; unknown: boolean }>(REMEMBER);
  const legs = new Recent<string, KnownLeg>(REMEMBER);
  const places = new Recent<string, number>(REMEMBER);
  const dirty = new Set<number>();
  const touched = new Set<number>();

  const scanOf = (row: ScanRow): { id: number; unknown: boolean } => {
    const { carrier, text } = row;
    const code = row.code ?? '';
    const scheme = row.scheme ?? '';
    const status = row.status ?? '';
    const lang = row.lang ?? '';
    const key = `${carrier}\u0000${code}\u0000${scheme}\u0000${status}\u0000${lang}\u0000${text}`;
    const seen = scans.get(key);
    if (seen) return seen;
    const words = [carrier, code, scheme, status, lang] as const;
    // Words repeat across engines, too: asked for first, those that are stored cost one statement in place of four.
    const known = writer.get<{ id: number; node: string }>(
      `SELECT s.id, s.node FROM scan_text t JOIN scan s ON s.text_id = t.id
       WHERE t.text = ? AND s.carrier = ? AND s.code = ? AND s.scheme = ? AND s.status = ? AND s.lang = ?`,
      ...[text, ...words],
    );
    if (known) return scans.set(key, { id: known.id, unknown: known.node === 'UNKNOWN' });
    const textId = idOf(
      writer.run('INSERT INTO scan_text(text) VALUES (?) ON CONFLICT DO NOTHING', text),
      () => writer.get('SELECT id FROM scan_text WHERE text = ?', text),
    );
    const node = nodeOf(row);
    const id = writer.run(
      'INSERT INTO scan(carrier, code, scheme, status, lang, text_id, node) VALUES (?, ?, ?, ?, ?, ?, ?)',
      ...[...words, textId, node],
    ).lastId;
    return scans.set(key, { id, unknown: node === 'UNKNOWN' });
  };

  const placeOf = (raw: string): number =>
    places.get(raw) ??
    places.set(
      raw,
      idOf(writer.run('INSERT INTO place(raw) VALUES (?) ON CONFLICT DO NOTHING', raw), () =>
        writer.get('SELECT id FROM place WHERE raw = ?', raw),
      ),
    );

  /** The parcel of a number: that of a leg with this number, else one of its own. Facts of the order are filled in. */
  const parcelOf = (row: ScanRow, at: number): KnownParcel => {
    const linked = writer.get<RawParcel>(
      `SELECT l.parcel_id AS id, l.id AS legId, l.carrier, l.fed, p.order_no IS NOT NULL AS orderNo,
         p.market IS NOT NULL AS market, p.ordered_at IS NOT NULL AS orderTime
       FROM leg l JOIN parcel p ON p.id = l.parcel_id WHERE l.number = ? ORDER BY l.id LIMIT 1`,
      row.number,
    );
    if (linked) return filledIn(linked, row);
    const made = writer.run(
      `INSERT INTO parcel(number, carrier, order_no, market, ordered_at, created_at, dirty) VALUES (?, ?, ?, ?, ?, ?, 1)
       ON CONFLICT (number) DO NOTHING`,
      ...[row.number, row.carrier, row.orderNo, row.market, row.orderTime, at],
    );
    if (made.changes > 0) return { id: made.lastId, leg: null, ...factsIn(row) };
    const there = writer.get<RawParcel>(
      `SELECT id, NULL AS legId, '' AS carrier, 0 AS fed, order_no IS NOT NULL AS orderNo, market IS NOT NULL AS market,
         ordered_at IS NOT NULL AS orderTime
       FROM parcel WHERE number = ?`,
      row.number,
    );
    if (!there) throw new Error('a parcel is neither new nor there');
    return filledIn(there, row);
  };

  const filledIn = ({ id, legId, carrier, fed, ...raw }: RawParcel, row: ScanRow): KnownParcel => {
    const has = { orderNo: raw.orderNo === 1, market: raw.market === 1, orderTime: raw.orderTime === 1 };
    const leg = legId === null ? null : { id: legId, carrier, fed };
    if (!bringsMore(row, has)) return { id, leg, ...has };
    writer.run(
      `UPDATE parcel SET order_no = ifnull(order_no, ?2), market = ifnull(market, ?3),
         ordered_at = ifnull(ordered_at, ?4) WHERE id = ?1`,
      ...[id, row.orderNo, row.market, row.orderTime],
    );
    dirty.add(id);
    const told = factsIn(row);
    return {
      id,
      leg,
      orderNo: has.orderNo || told.orderNo,
      market: has.market || told.market,
      orderTime: has.orderTime || told.orderTime,
    };
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
  const legOf = (row: ScanRow, at: number, fed: number): KnownLeg => {
    const key = `${row.number}\u0000${row.carrier}`;
    const seen = legs.get(key);
    if (seen && !bringsMore(row, seen)) return seen;
    const { id: parcelId, leg: first, orderNo, market, orderTime } = parcelOf(row, at);
    const carrier = carrierOf(row);
    const leg = first?.carrier === carrier ? first : legOfParcel(parcelId, row.number, carrier, fed);
    return legs.set(key, { id: leg.id, parcelId, fed: leg.fed, orderNo, market, orderTime });
  };

  const legOfParcel = (
    parcelId: number,
    number: string,
    carrier: string,
    fed: number,
  ): { id: number; fed: number } => {
    const made = writer.run(
      'INSERT INTO leg(parcel_id, number, carrier, fed) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
      ...[parcelId, number, carrier, fed],
    );
    if (made.changes > 0) return { id: made.lastId, fed };
    const there = writer.get<{ id: number; fed: number }>(
      'SELECT id, fed FROM leg WHERE number = ? AND carrier = ?',
      ...[number, carrier],
    );
    if (!there) throw new Error('a leg is neither new nor there');
    return there;
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
      const leg = legOf(row, receivedAt, fed);
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
    if (dirty.size > 0) {
      writer.run(
        'UPDATE parcel SET dirty = 1 WHERE dirty = 0 AND id IN (SELECT value FROM json_each(?))',
        JSON.stringify([...dirty]),
      );
    }
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
