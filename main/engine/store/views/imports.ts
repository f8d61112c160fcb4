import type { ImportOptions, ImportRun, Mapping, RefusedRow } from '#shared/model/import.ts';
import type { Reader } from '../types.ts';
import { cutPage, unpackCursor } from './cursor.ts';

interface Raw {
  id: number;
  fileName: string;
  format: string;
  encoding: string;
  state: string;
  bytesTotal: number;
  bytesRead: number;
  rows: number;
  accepted: number;
  known: number;
  refused: number;
  unknown: number;
  parcels: number;
  startedAt: number;
  finishedAt: number | null;
  notes: string;
  fault: string | null;
}

const COLUMNS = `id, file_name AS fileName, format, encoding, state, bytes_total AS bytesTotal, bytes_read AS bytesRead,
  rows, accepted, known, refused, unknown, parcels, started_at AS startedAt, finished_at AS finishedAt, notes, fault`;

const toRun = (raw: Raw): ImportRun =>
  ({
    ...raw,
    notes: JSON.parse(raw.notes),
    fault: raw.fault === null ? null : JSON.parse(raw.fault),
  }) as ImportRun;

/** One import's figures, or undefined. */
export function importById(reader: Reader, id: number): ImportRun | undefined {
  const raw = reader.get<Raw>(`SELECT ${COLUMNS} FROM import_run WHERE id = ?`, id);
  return raw && toRun(raw);
}

/** The newest 100 imports. */
export function recentImports(reader: Reader): ImportRun[] {
  return reader.all<Raw>(`SELECT ${COLUMNS} FROM import_run ORDER BY id DESC LIMIT 100`).map(toRun);
}

/** What is needed to go on with an import after a kill. */
export interface UnfinishedImport {
  readonly id: number;
  readonly state: string;
  readonly cancelling: boolean;
  readonly path: string;
  readonly fileName: string;
  readonly digest: string;
  readonly mapping: Mapping;
  readonly options: ImportOptions;
  readonly nextLine: number;
}

/** Imports that were under way when the engine ended. */
export function unfinishedImports(reader: Reader): UnfinishedImport[] {
  return reader
    .all<{
      id: number;
      state: string;
      cancelling: number;
      path: string;
      file_name: string;
      digest: string;
      mapping: string;
      options: string;
      next_line: number;
    }>(
      `SELECT id, state, cancelling, path, file_name, digest, mapping, options, next_line FROM import_run
       WHERE state IN ('running', 'projecting') OR cancelling = 1 ORDER BY id`,
    )
    .map((raw) => ({
      id: raw.id,
      state: raw.state,
      cancelling: raw.cancelling === 1,
      path: raw.path,
      fileName: raw.file_name,
      digest: raw.digest,
      mapping: JSON.parse(raw.mapping),
      options: JSON.parse(raw.options),
      nextLine: raw.next_line,
    }));
}

/** One page of refused rows, in the order of the file. */
export function refusedPage(
  reader: Reader,
  importId: number,
  page: { limit: number; cursor: string | null },
): { rows: RefusedRow[]; nextCursor: string | null; total: number } {
  const after = unpackCursor(page.cursor, 1)?.[0] ?? -1;
  const rows = reader.all<RefusedRow>(
    `SELECT line, reason, column_name AS "column", value FROM import_refusal
     WHERE import_id = ? AND line > ? ORDER BY line LIMIT ?`,
    importId,
    after,
    page.limit + 1,
  );
  const total =
    reader.get<{ n: number }>('SELECT count(*) AS n FROM import_refusal WHERE import_id = ?', importId)?.n ??
    0;
  const { shown, nextCursor } = cutPage(rows, page.limit, (last) => [last.line]);
  return { rows: shown, nextCursor, total };
}

/** Parcels that own at least one event of this import. */
export function importedParcels(reader: Reader, importId: number): number[] {
  return reader
    .all<{ id: number }>(
      'SELECT DISTINCT l.parcel_id AS id FROM event e JOIN leg l ON l.id = e.leg_id WHERE e.import_id = ?',
      importId,
    )
    .map((row) => row.id);
}

/** For the notes of an import: scans with an assumed zone and scans without a time. */
export function importDoubts(reader: Reader, importId: number): { zones: number; times: number } {
  const found = reader.get<{ zones: number | null; times: number | null }>(
    `SELECT sum(zone_reason NOT IN ('offset', 'column', 'none')) AS zones, sum(instant IS NULL) AS times
     FROM event WHERE import_id = ?`,
    importId,
  );
  return { zones: found?.zones ?? 0, times: found?.times ?? 0 };
}

/** Every refused row of an import, in the order of the file; for the export only. */
export function allRefused(reader: Reader, importId: number): RefusedRow[] {
  return reader.all<RefusedRow>(
    `SELECT line, reason, column_name AS "column", value FROM import_refusal WHERE import_id = ? ORDER BY line`,
    importId,
  );
}
