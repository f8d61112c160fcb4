import type { UnknownScan } from '#shared/contract/sources.ts';
import { DAY } from '#shared/time.ts';
import type { Reader } from '../types.ts';
import { cutPage, TOTAL_MAX, unpackCursor } from './cursor.ts';

/** The figures of the status line and Today. */
export function statusFigures(
  reader: Reader,
  now: number,
): {
  parcels: number;
  decisions: number;
  decisionsByKind: Record<string, number>;
  clearedToday: number;
  drafts: number;
  unknownScans: number;
  lastImportAt: number | null;
  shops: number;
  lastSyncAt: number | null;
} {
  const number = (sql: string, ...params: number[]): number =>
    reader.get<{ n: number | null }>(sql, ...params)?.n ?? 0;
  const kinds = reader.all<{ kind: string; n: number }>(
    "SELECT kind, sum(n) AS n FROM case_count WHERE state = 'open' AND n > 0 GROUP BY kind",
  );
  return {
    parcels: number('SELECT sum(n) AS n FROM journey_count'),
    decisions: kinds.reduce((sum, row) => sum + row.n, 0),
    decisionsByKind: Object.fromEntries(kinds.map((row) => [row.kind, row.n])),
    clearedToday: number(
      "SELECT count(*) AS n FROM case_item WHERE state = 'cleared' AND cleared_at > ?",
      now - DAY,
    ),
    drafts: number("SELECT count(*) AS n FROM draft WHERE state IN ('proposed', 'edited')"),
    unknownScans: number("SELECT sum(seen) AS n FROM scan WHERE node = 'UNKNOWN'"),
    lastImportAt:
      reader.get<{ at: number | null }>("SELECT max(finished_at) AS at FROM import_run WHERE state = 'done'")
        ?.at ?? null,
    shops: number('SELECT count(*) AS n FROM shop'),
    lastSyncAt:
      reader.get<{ at: number | null }>('SELECT max(last_success_at) AS at FROM sync_shop')?.at ?? null,
  };
}

/** Carriers seen, busiest first; at most 500. */
export function carriersSeen(
  reader: Reader,
): { carrier: string; scans: number; unknown: number; parcels: number; lastScanAt: number | null }[] {
  return reader.all(
    `WITH said AS (
       SELECT carrier, sum(seen) AS scans, sum(CASE WHEN node = 'UNKNOWN' THEN seen ELSE 0 END) AS unknown
       FROM scan GROUP BY carrier HAVING sum(seen) > 0),
     carried AS (
       SELECT l.carrier, count(*) AS parcels, nullif(max(j.last_scan_at), 0) AS lastScanAt
       FROM leg l LEFT JOIN journey j ON j.parcel_id = l.parcel_id GROUP BY l.carrier)
     SELECT said.carrier, scans, unknown, ifnull(parcels, 0) AS parcels, lastScanAt
     FROM said LEFT JOIN carried ON carried.carrier = said.carrier ORDER BY scans DESC, said.carrier LIMIT 500`,
  );
}

/** Scans that are not understood, most seen first, of one carrier or all. */
export function unknownPage(
  reader: Reader,
  carrier: string | null,
  page: { limit: number; cursor: string | null },
): { rows: UnknownScan[]; nextCursor: string | null; total: number } {
  const after = unpackCursor(page.cursor, 2);
  const rows = reader.all<UnknownScan & { id: number }>(
    `SELECT s.id, s.carrier, nullif(s.code, '') AS code, nullif(s.status, '') AS status, t.text,
       nullif(s.lang, '') AS lang, s.seen
     FROM scan s JOIN scan_text t ON t.id = s.text_id
     WHERE s.node = 'UNKNOWN' AND s.seen > 0 AND (? IS NULL OR s.carrier = ?)
       ${after ? 'AND (s.seen < ? OR (s.seen = ? AND s.id > ?))' : ''}
     ORDER BY s.seen DESC, s.id LIMIT ?`,
    carrier,
    carrier,
    ...(after ? [after[0] ?? 0, after[0] ?? 0, after[1] ?? 0] : []),
    page.limit + 1,
  );
  const total =
    reader.get<{ n: number }>(
      "SELECT count(*) AS n FROM scan WHERE node = 'UNKNOWN' AND seen > 0 AND (? IS NULL OR carrier = ?)",
      carrier,
      carrier,
    )?.n ?? 0;
  const { shown, nextCursor } = cutPage(rows, page.limit, (last) => [last.seen, last.id]);
  return {
    rows: shown.map(({ id: _id, ...row }) => row),
    nextCursor,
    total: Math.min(total, TOTAL_MAX),
  };
}

/** One page of the audit trail, newest first. */
export function auditPage(
  reader: Reader,
  page: { limit: number; cursor: string | null },
): {
  rows: {
    id: number;
    at: number;
    what: string;
    subject: string;
    detail: Record<string, string | number | null>;
  }[];
  nextCursor: string | null;
  total: number;
} {
  const after = unpackCursor(page.cursor, 1)?.[0] ?? Number.MAX_SAFE_INTEGER;
  const rows = reader.all<{ id: number; at: number; what: string; subject: string; detail: string }>(
    'SELECT id, at, what, subject, detail FROM audit WHERE id < ? ORDER BY id DESC LIMIT ?',
    after,
    page.limit + 1,
  );
  const total = reader.get<{ n: number }>('SELECT count(*) AS n FROM audit')?.n ?? 0;
  const { shown, nextCursor } = cutPage(rows, page.limit, (last) => [last.id]);
  return {
    rows: shown.map((row) => ({ ...row, detail: JSON.parse(row.detail) })),
    nextCursor,
    total: Math.min(total, TOTAL_MAX),
  };
}

/** One small fact of the engine itself, or null. */
export function stateOf(reader: Reader, key: string): string | null {
  return reader.get<{ value: string }>('SELECT value FROM state WHERE key = ?', key)?.value ?? null;
}
