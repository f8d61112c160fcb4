import type { Reader } from '../types.ts';
import { stateOf } from './status.ts';

/** A number that could be asked about, as far as the schedule cares. */
export interface OpenLeg {
  readonly number: string;
  readonly carrier: string;
  readonly market: string | null;
  readonly main: number;
  readonly createdAt: number;
  readonly lastScanAt: number | null;
  readonly ended: number;
  readonly cases: number;
  readonly deadlineAt: number | null;
  readonly shopee: number;
}

const COLUMNS = `l.number, l.carrier, p.market, l.number = p.number AS main, p.created_at AS createdAt,
  nullif(j.last_scan_at, 0) AS lastScanAt, ifnull(j.terminal, 0) AS ended,
  (SELECT count(*) FROM case_item c WHERE c.parcel_id = p.id AND c.state = 'open') AS cases,
  (SELECT min(c.due_at) FROM case_item c WHERE c.parcel_id = p.id AND c.state = 'open') AS deadlineAt,
  EXISTS (SELECT 1 FROM shop_package s JOIN shop h ON h.id = s.shop_id WHERE s.parcel_id = p.id
    AND h.disconnected_at IS NULL AND (s.track_due IS NOT NULL OR s.track_tries = 0)) AS shopee`;

/**
 * Numbers of a stretch of `limit` parcels, in the order of parcels; those that ended before `endedSince`, or were silent
 * since before `silentSince`, are left out. `next` is the mark for the stretch that follows, null after the last.
 */
export function openLegs(
  reader: Reader,
  stretch: { after: number; limit: number; endedSince: number; silentSince: number },
): { legs: OpenLeg[]; next: number | null } {
  const { after, limit, endedSince, silentSince } = stretch;
  const rows = reader.all<OpenLeg & { parcelId: number }>(
    `SELECT p.id AS parcelId, ${COLUMNS}
     FROM (
       SELECT p.* FROM parcel p LEFT JOIN journey j ON j.parcel_id = p.id
       WHERE p.id > ? AND (p.dirty = 0 OR j.parcel_id IS NOT NULL) AND max(ifnull(j.last_scan_at, 0), p.created_at * (ifnull(j.terminal, 0) = 0))
         > CASE ifnull(j.terminal, 0) WHEN 1 THEN ? ELSE ? END
       ORDER BY p.id LIMIT ?
     ) p JOIN leg l ON l.parcel_id = p.id LEFT JOIN journey j ON j.parcel_id = p.id
     ORDER BY p.id, l.carrier = 'unknown', l.id`,
    ...[after, endedSince, silentSince, limit],
  );
  const next = rows.at(-1)?.parcelId ?? null;
  return { legs: rows.map(({ parcelId: _parcel, ...leg }) => leg), next };
}

/** One parcel's numbers, named legs first. */
export function parcelLegs(reader: Reader, parcelId: number): OpenLeg[] {
  return reader.all(
    `SELECT ${COLUMNS} FROM parcel p JOIN leg l ON l.parcel_id = p.id LEFT JOIN journey j ON j.parcel_id = p.id
     WHERE p.id = ? ORDER BY l.carrier = 'unknown', l.id`,
    parcelId,
  );
}

export interface DueRow {
  readonly number: string;
  readonly node: string;
  readonly scanAt: number;
  readonly askedAt: number | null;
  readonly dueAt: number | null;
}

/** Due times of one source. */
export function dueRows(reader: Reader, source: string): DueRow[] {
  return reader.all(
    `SELECT number, node, scan_at AS scanAt, asked_at AS askedAt, due_at AS dueAt
     FROM carrier_due WHERE source = ? ORDER BY number`,
    source,
  );
}

/** What a source's answers taught, as JSON, or null. */
export function mindState(reader: Reader, source: string): string | null {
  return (
    reader.get<{ state: string }>('SELECT state FROM carrier_mind WHERE source = ?', source)?.state ?? null
  );
}

/**
 * Scans of a number after one instant and not after another, oldest first, with what each says without a trail. A scan that
 * is dated in the future is none yet.
 */
export function scansAfter(
  reader: Reader,
  number: string,
  after: number,
  until: number,
): { at: number; node: string }[] {
  return reader.all(
    `SELECT e.instant AS at, s.node FROM leg l JOIN event e ON e.leg_id = l.id JOIN scan s ON s.id = e.scan_id
     WHERE l.number = ? AND e.instant > ? AND e.instant <= ? ORDER BY e.instant, e.id`,
    ...[number, after, until],
  );
}

/** A count of one source from a UTC day on. */
export function countedSince(reader: Reader, source: string, what: string, day: number): number {
  return (
    reader.get<{ n: number | null }>(
      'SELECT sum(n) AS n FROM carrier_day WHERE source = ? AND day >= ? AND what = ?',
      ...[source, day, what],
    )?.n ?? 0
  );
}

/** Charges of a month where the user named none. Cautious, and ours: no service's price list is behind it. */
const MONTHLY = 200;

/** What a source may charge in a calendar month. */
export function monthlyOf(reader: Reader, source: string): number {
  return Number(stateOf(reader, `carrier.budget.${source}`) ?? MONTHLY);
}
