import type { Fault } from '#shared/result.ts';
import type { ImportOptions, ImportState, Mapping } from '#shared/model/import.ts';
import type { Writer } from '../types.ts';

/** What is known of an import before its first row. */
export interface NewImport {
  readonly fileName: string;
  readonly path: string;
  readonly digest: string;
  readonly format: string;
  readonly encoding: string;
  readonly mapping: Mapping;
  readonly options: ImportOptions;
  readonly bytes: number;
  readonly at: number;
}

/** Opens the record of an import; answers its id. */
export function beginImport(writer: Writer, run: NewImport): number {
  return writer.run(
    `INSERT INTO import_run(file_name, path, digest, format, encoding, mapping, options, state, bytes_total, started_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, 'running', ?, ?)`,
    run.fileName,
    run.path,
    run.digest,
    run.format,
    run.encoding,
    JSON.stringify(run.mapping),
    JSON.stringify(run.options),
    run.bytes,
    run.at,
  ).lastId;
}

/** Adds one committed batch to the record; `line` is the last line it covers. */
export function advanceImport(
  writer: Writer,
  id: number,
  step: {
    line: number;
    bytes: number;
    rows: number;
    accepted: number;
    known: number;
    refused: number;
    unknown: number;
  },
): void {
  writer.run(
    `UPDATE import_run SET next_line = ?, bytes_read = ?, rows = rows + ?, accepted = accepted + ?,
       known = known + ?, refused = refused + ?, unknown = unknown + ? WHERE id = ?`,
    step.line,
    step.bytes,
    step.rows,
    step.accepted,
    step.known,
    step.refused,
    step.unknown,
    id,
  );
}

/** Moves an import to another state; an end state stamps the time. */
export function setImportState(
  writer: Writer,
  id: number,
  state: ImportState,
  more: {
    at?: number | null;
    parcels?: number;
    notes?: readonly { note: string; count: number }[];
    fault?: Fault | null;
  },
): void {
  writer.run(
    `UPDATE import_run SET state = ?, cancelling = 0, finished_at = ifnull(?, finished_at),
       parcels = ifnull(?, parcels), notes = ifnull(?, notes), fault = ? WHERE id = ?`,
    state,
    more.at ?? null,
    more.parcels ?? null,
    more.notes === undefined ? null : JSON.stringify(more.notes),
    more.fault ? JSON.stringify(more.fault) : null,
    id,
  );
}

/** Marks that the rows of this import are to be taken back, so that a kill in the middle goes on taking back. */
export function markCancelling(writer: Writer, id: number): void {
  writer.run('UPDATE import_run SET cancelling = 1 WHERE id = ?', id);
}

/**
 * Takes back up to `limit` events of an import; answers how many went. Parcels and legs that lose their last event
 * go too, with their journeys and cases, unless a package of an order owns them; others are marked for a new
 * projection. Call until it answers 0.
 */
export function withdrawEvents(writer: Writer, importId: number, limit: number): number {
  const events = writer.all<{ id: number; leg_id: number; parcel_id: number }>(
    `SELECT e.id, e.leg_id, l.parcel_id FROM event e JOIN leg l ON l.id = e.leg_id
     WHERE e.import_id = ? LIMIT ?`,
    importId,
    limit,
  );
  const legs = new Map<number, number>();
  for (const event of events) {
    writer.run('DELETE FROM event WHERE id = ?', event.id);
    legs.set(event.leg_id, event.parcel_id);
  }
  for (const [leg, parcel] of legs) {
    writer.run(
      `DELETE FROM leg WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM event WHERE leg_id = ?1)
         AND NOT EXISTS (SELECT 1 FROM shop_package WHERE parcel_id = leg.parcel_id)`,
      leg,
    );
    const gone = writer.run(
      'DELETE FROM parcel WHERE id = ? AND NOT EXISTS (SELECT 1 FROM leg WHERE parcel_id = ?)',
      parcel,
      parcel,
    );
    if (gone.changes === 0) writer.run('UPDATE parcel SET dirty = 1 WHERE id = ?', parcel);
  }
  return events.length;
}

/**
 * Counts an ended import's scans by their words, once, in the transaction that ends it: counting with each batch would
 * write most pages of `scan` again every time. So an import that is taken back has nothing to count down.
 */
export function countScans(writer: Writer, importId: number): void {
  writer.run(
    `UPDATE scan SET seen = seen + said.n
     FROM (SELECT scan_id, count(*) AS n FROM event WHERE import_id = ? GROUP BY scan_id) AS said
     WHERE scan.id = said.scan_id`,
    importId,
  );
}

/** After the last withdrawn event: the counters of the record go back to nothing, the refusals go too. */
export function emptyImport(writer: Writer, importId: number): void {
  writer.run('DELETE FROM import_refusal WHERE import_id = ?', importId);
  writer.run(
    `UPDATE import_run SET rows = 0, accepted = 0, known = 0, refused = 0, unknown = 0, parcels = 0 WHERE id = ?`,
    importId,
  );
}
