import type { StoredLabCall } from '../aggregates/lab.ts';
import type { Reader } from '../types.ts';

export interface StoredLabRun {
  readonly id: number;
  readonly state: string;
  /** JSON. */
  readonly options: string;
  readonly done: number;
  readonly planned: number;
  /** JSON: source to why its part ended early. */
  readonly ends: string;
  readonly startedAt: number;
  readonly finishedAt: number | null;
}

const RUN = `SELECT id, state, options, done, planned, ends, started_at AS startedAt, finished_at AS finishedAt
  FROM lab_run`;

/** Runs of the lab, newest first; at most 50. */
export function labRuns(reader: Reader): StoredLabRun[] {
  return reader.all(`${RUN} ORDER BY id DESC LIMIT 50`);
}

/** One run. */
export function labRun(reader: Reader, id: number): StoredLabRun | undefined {
  return reader.get(`${RUN} WHERE id = ?`, id);
}

/** The calls of a run in the order in which they were answered. There are at most 500 for each of eight sources. */
export function labCallsOf(reader: Reader, id: number): StoredLabCall[] {
  return reader.all(
    `SELECT source, number, at, ms, requests, outcome, code, scans, fresh, charged, drift, changed, shrunk
     FROM lab_call WHERE run_id = ? ORDER BY id LIMIT 4000`,
    id,
  );
}
