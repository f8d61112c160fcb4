import type { EventView, Scan, ScanWords } from '#shared/model/event.ts';
import { Recent } from '#shared/recent.ts';
import type { Reader } from '../types.ts';

/** In the order of the statement's columns. */
type RawScan = readonly [
  ...[id: number, scanId: number, placeId: number | null, instant: number | null, seq: number | null],
  ...[zoneReason: string, dayOnly: number, number: string],
];

/** A scan as the journey reads it; `meaning` as the reader's maker gave it for the scan's words. */
export interface StoredScan<M> extends Scan {
  readonly zoneReason: string;
  readonly meaning: M;
}

/** Half of the names that are remembered; those that repeat are fewer. */
const REMEMBER = 20_000;

/**
 * Reads the trails of parcels. What scans say, what that means and places are names that repeat; they are remembered here,
 * so a trail costs one query over integers.
 */
export function createTrailReader<M>(
  reader: Reader,
  meaningOf: (words: ScanWords) => M,
): { trail(parcelId: number): StoredScan<M>[]; forget(): void } {
  const words = new Recent<number, ScanWords & { readonly meaning: M }>(REMEMBER);
  const places = new Recent<number, string>(REMEMBER);

  const wordsOf = (id: number): ScanWords & { readonly meaning: M } => {
    const seen = words.get(id);
    if (seen) return seen;
    const row = reader.get<{ carrier: string; code: string; scheme: string; status: string; text: string }>(
      `SELECT s.carrier, s.code, s.scheme, s.status, t.text FROM scan s JOIN scan_text t ON t.id = s.text_id
       WHERE s.id = ?`,
      id,
    );
    const said: ScanWords = {
      carrier: row?.carrier ?? 'unknown',
      code: row?.code || null,
      scheme: row?.scheme || null,
      status: row?.status || null,
      text: row?.text ?? '',
    };
    return words.set(id, { ...said, meaning: meaningOf(said) });
  };
  const placeOf = (id: number | null): string | null => {
    if (id === null) return null;
    const seen = places.get(id);
    if (seen !== undefined) return seen;
    return places.set(id, reader.get<{ raw: string }>('SELECT raw FROM place WHERE id = ?', id)?.raw ?? '');
  };

  return {
    trail: (parcelId) =>
      reader
        .lists<RawScan>(
          `SELECT e.id, e.scan_id, e.place_id, e.instant, e.seq, e.zone_reason, e.day_only, l.number
           FROM leg l JOIN event e ON e.leg_id = l.id WHERE l.parcel_id = ?`,
          parcelId,
        )
        .map(([id, scanId, placeId, instant, seq, zoneReason, dayOnly, number]) => {
          const said = wordsOf(scanId);
          return {
            id: id as Scan['id'],
            carrier: said.carrier,
            code: said.code,
            scheme: said.scheme,
            status: said.status,
            text: said.text,
            instant,
            dateOnly: dayOnly === 1,
            seq,
            place: placeOf(placeId),
            number,
            zoneReason,
            meaning: said.meaning,
          };
        }),
    forget: () => {
      words.clear();
      places.clear();
    },
  };
}

/** A stored scan with everything that a person may want to see, before its meaning in the trail is joined. */
export type EventFacts = Omit<EventView, 'meaning' | 'direction' | 'earlier'>;

interface RawFacts {
  id: number;
  number: string;
  carrier: string;
  code: string;
  status: string;
  text: string;
  lang: string;
  place: string | null;
  rawTime: string | null;
  instant: number | null;
  zone: string | null;
  zoneReason: string;
  dayOnly: number;
  kind: 'file' | 'shopee' | 'carrier';
  name: string;
  importId: number | null;
  line: number | null;
  receivedAt: number;
}

/** The stored facts of the given events, in the order of the ids; ids that are gone are left out. At most 500. */
export function eventFacts(reader: Reader, ids: readonly number[]): EventFacts[] {
  const rows = reader.all<RawFacts>(
    `SELECT e.id, l.number, s.carrier, s.code, s.status, t.text, s.lang, pl.raw AS place, e.raw_time AS rawTime,
       e.instant, e.zone, e.zone_reason AS zoneReason, e.day_only AS dayOnly, ifnull(o.kind, 'file') AS kind,
       ifnull(CASE o.kind WHEN 'shopee' THEN (SELECT max(h.name) FROM shop h WHERE h.shop_no = o.name AND h.name <> '')
         END, ifnull(o.name, r.file_name)) AS name, e.import_id AS importId, e.line, e.received_at AS receivedAt
     FROM json_each(?) x JOIN event e ON e.id = x.value JOIN leg l ON l.id = e.leg_id JOIN scan s ON s.id = e.scan_id
       JOIN scan_text t ON t.id = s.text_id LEFT JOIN place pl ON pl.id = e.place_id
       LEFT JOIN import_run r ON r.id = e.import_id LEFT JOIN scan_source o ON o.id = e.source_id
     ORDER BY x.key`,
    JSON.stringify(ids.slice(0, 500)),
  );
  return rows.map(({ kind, name, importId, line, receivedAt, dayOnly, ...row }) => ({
    ...row,
    dateOnly: dayOnly === 1,
    code: row.code || null,
    status: row.status || null,
    lang: row.lang || null,
    source: { kind, name, importId, line, receivedAt },
  })) as EventFacts[];
}
