import type { ScanWords } from '#shared/model/event.ts';
import type { OwnRule } from '#shared/model/ownRule.ts';
import type { Reader } from '../types.ts';

/** All rules of the user, oldest first. */
export function ownRuleRows(reader: Reader): OwnRule[] {
  return reader.all<OwnRule>(
    `SELECT id, nullif(carrier, '') AS carrier, nullif(code, '') AS code, text, node, reason, at
     FROM own_rule ORDER BY id`,
  );
}

const WORDS = `s.carrier, nullif(s.code, '') AS code, nullif(s.scheme, '') AS scheme, nullif(s.status, '') AS status, t.text`;

/** What the scans of a carrier (null: of all) say, with the given code or without one. */
export function scanWords(
  reader: Reader,
  carrier: string | null,
  code: string | null,
): (ScanWords & { id: number; node: string })[] {
  return reader.all(
    `SELECT s.id, s.node, ${WORDS}
     FROM scan s JOIN scan_text t ON t.id = s.text_id
     WHERE (? IS NULL OR s.carrier = ?) AND s.code = ? ORDER BY s.id`,
    ...[carrier, carrier, code ?? ''],
  );
}

/** Events looked through for some words, newest first: all of a usual store, and within 100 ms of a large one. */
const NEWEST = 200_000;

/** The newest events that say what these scans say, of parcels whose journeys are projected. */
export function eventsSaying(
  reader: Reader,
  scanIds: readonly number[],
  limit: number,
): { eventId: number; parcelId: number; number: string }[] {
  if (scanIds.length === 0) return [];
  return reader.all(
    `SELECT e.id AS eventId, p.id AS parcelId, p.number
     FROM event e JOIN leg l ON l.id = e.leg_id JOIN parcel p ON p.id = l.parcel_id
     WHERE e.id > (SELECT max(id) FROM event) - ${NEWEST} AND e.scan_id IN (SELECT value FROM json_each(?))
     ORDER BY e.id DESC LIMIT ?`,
    JSON.stringify(scanIds),
    limit,
  );
}

/** Words with a text that are understood, most seen first: of a carrier, or of all others (of all where it is null). */
export function understoodWords(
  reader: Reader,
  carrier: string | null,
  own: boolean,
  limit: number,
): ScanWords[] {
  return reader.all(
    `SELECT ${WORDS}
     FROM scan s JOIN scan_text t ON t.id = s.text_id
     WHERE s.node <> 'UNKNOWN' AND t.text <> '' AND (s.carrier IS ?) = ? ORDER BY s.seen DESC, s.id LIMIT ?`,
    carrier,
    own ? 1 : 0,
    limit,
  );
}

/** What the scan of an event says; undefined where there is no such event. */
export function wordsOfEvent(reader: Reader, eventId: number): ScanWords | undefined {
  return reader.get(
    `SELECT ${WORDS}
     FROM event e JOIN scan s ON s.id = e.scan_id JOIN scan_text t ON t.id = s.text_id WHERE e.id = ?`,
    eventId,
  );
}
