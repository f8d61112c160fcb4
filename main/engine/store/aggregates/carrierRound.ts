import type { Writer } from '../types.ts';

/** Keeps when a number is asked about next. */
export function keepDue(
  writer: Writer,
  source: string,
  row: { number: string; node: string; scanAt: number; askedAt: number | null; dueAt: number | null },
): void {
  writer.run(
    `INSERT INTO carrier_due(source, number, node, scan_at, asked_at, due_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (source, number) DO UPDATE SET node = excluded.node, scan_at = excluded.scan_at,
       asked_at = excluded.asked_at, due_at = excluded.due_at`,
    ...[source, row.number, row.node, row.scanAt, row.askedAt, row.dueAt],
  );
}

/** Forgets numbers that nobody asks about and that were silent since before `before`. */
export function forgetDue(writer: Writer, before: number): void {
  writer.run(
    'DELETE FROM carrier_due WHERE due_at IS NULL AND max(scan_at, ifnull(asked_at, 0)) < ?',
    before,
  );
}

/** Keeps what a source's answers taught. */
export function keepMind(writer: Writer, source: string, state: string, at: number): void {
  writer.run(
    `INSERT INTO carrier_mind(source, state, updated_at) VALUES (?, ?, ?)
     ON CONFLICT (source) DO UPDATE SET state = excluded.state, updated_at = excluded.updated_at`,
    ...[source, state, at],
  );
}
