import type { Migration } from './index.ts';

/** How sources are, counted as it happens, and the runs of the lab. */
export const health: Migration = {
  id: 1060,
  name: 'health',
  sql: `
-- what: 'call' and an outcome, 'scans', 'news' (scans that can be judged), 'late' (out of order). hour: since 1970, UTC.
CREATE TABLE source_hour (
  source TEXT NOT NULL,
  hour INTEGER NOT NULL,
  what TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (hour, source, what)
) STRICT, WITHOUT ROWID;

-- Durations of one UTC day by bucket (sync/health/sketch.ts). what: 'latency' of calls, 'lag' from scan to seen.
CREATE TABLE source_sketch (
  source TEXT NOT NULL,
  day INTEGER NOT NULL,
  what TEXT NOT NULL,
  bucket INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (day, source, what, bucket)
) STRICT, WITHOUT ROWID;

-- ends: JSON, source to why its part ended early.
CREATE TABLE lab_run (
  id INTEGER PRIMARY KEY,
  state TEXT NOT NULL,
  options TEXT NOT NULL,
  planned INTEGER NOT NULL,
  done INTEGER NOT NULL DEFAULT 0,
  ends TEXT NOT NULL DEFAULT '{}',
  started_at INTEGER NOT NULL,
  finished_at INTEGER
) STRICT;

CREATE TABLE lab_call (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES lab_run(id) ON DELETE CASCADE,
  source TEXT NOT NULL,
  number TEXT NOT NULL,
  at INTEGER NOT NULL,
  ms INTEGER NOT NULL,
  requests INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  code TEXT,
  scans INTEGER,
  fresh INTEGER NOT NULL,
  charged INTEGER NOT NULL,
  drift INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  shrunk INTEGER NOT NULL
) STRICT;
CREATE INDEX lab_call_run ON lab_call(run_id, id);
`,
};
