import type { Writer } from '../types.ts';

/** Runs that are kept, with their calls. */
const RUNS_KEPT = 50;

/** Begins a run; the oldest beyond fifty goes with its calls. Answers its id. */
export function beginLab(writer: Writer, options: string, planned: number, at: number): number {
  writer.run(
    'DELETE FROM lab_run WHERE id NOT IN (SELECT id FROM lab_run ORDER BY id DESC LIMIT ?)',
    RUNS_KEPT - 1,
  );
  return writer.run(
    "INSERT INTO lab_run(state, options, planned, started_at) VALUES ('running', ?, ?, ?)",
    ...[options, planned, at],
  ).lastId;
}

/** One call as the table keeps it; yes and no as 1 and 0. */
export interface StoredLabCall {
  readonly source: string;
  readonly number: string;
  readonly at: number;
  readonly ms: number;
  readonly requests: number;
  readonly outcome: string;
  readonly code: string | null;
  readonly scans: number | null;
  readonly fresh: number;
  readonly charged: number;
  readonly drift: number;
  readonly changed: number;
  readonly shrunk: number;
}

/** Adds a call to a run. */
export function addLabCall(writer: Writer, runId: number, call: StoredLabCall): void {
  writer.run(
    `INSERT INTO lab_call(run_id, source, number, at, ms, requests, outcome, code, scans, fresh, charged, drift, changed,
       shrunk) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[
      runId,
      call.source,
      call.number,
      call.at,
      call.ms,
      call.requests,
      call.outcome,
      call.code,
      call.scans,
    ],
    ...[call.fresh, call.charged, call.drift, call.changed, call.shrunk],
  );
  writer.run('UPDATE lab_run SET done = done + 1 WHERE id = ?', runId);
}

/** A source's part of a run ended early. */
export function endLabSource(writer: Writer, runId: number, source: string, end: string): void {
  writer.run(
    "UPDATE lab_run SET ends = json_set(ends, '$.' || json_quote(?), ?) WHERE id = ?",
    ...[source, end, runId],
  );
}

/** Ends a run. */
export function finishLab(writer: Writer, runId: number, state: string, at: number): void {
  writer.run('UPDATE lab_run SET state = ?, finished_at = ? WHERE id = ?', ...[state, at, runId]);
}

/** Runs that a dead process left behind will not go on. */
export function interruptLabs(writer: Writer, at: number): void {
  writer.run("UPDATE lab_run SET state = 'interrupted', finished_at = ? WHERE state = 'running'", at);
}
