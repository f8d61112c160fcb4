import type { Migration } from './index.ts';

/**
 * Tracking services beside Shopee: accounts, what each service knows of a number, carriers that were told, pushes that were
 * taken, notes of changed answers, and counts by day.
 */
export const carriers: Migration = {
  id: 1030,
  name: 'carriers',
  sql: `
-- credentials: JSON, secret; the file is encrypted, and only the last characters ever leave the engine.
-- verified_at: the first good answer with scans; NULL: the source is not verified against the live service for this user.
CREATE TABLE carrier_account (
  source TEXT PRIMARY KEY,
  credentials TEXT NOT NULL,
  enabled INTEGER NOT NULL DEFAULT 0,
  verified_at INTEGER,
  ok_at INTEGER,
  fault TEXT,
  fault_code TEXT,
  fault_at INTEGER,
  -- Not to be asked before; set by the service's own wait or by an allowance that is used up.
  rest_until INTEGER,
  updated_at INTEGER NOT NULL
) STRICT;

-- hash: change test of the last answer. scans: how many it had, to see a list that shrinks.
CREATE TABLE carrier_number (
  source TEXT NOT NULL,
  number TEXT NOT NULL,
  registered_at INTEGER,
  hash TEXT,
  scans INTEGER NOT NULL DEFAULT 0,
  shrunk INTEGER NOT NULL DEFAULT 0,
  asked_at INTEGER,
  answered_at INTEGER,
  changed_at INTEGER,
  outcome TEXT,
  outcome_code TEXT,
  stopped_at INTEGER,
  PRIMARY KEY (source, number)
) STRICT;

-- Whose number it is, as a person or a proven source told.
CREATE TABLE number_carrier (
  number TEXT PRIMARY KEY,
  carrier TEXT NOT NULL,
  told_by TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;

-- Pushes that were taken, so that a repeat changes nothing. Their words are in the journal.
CREATE TABLE push_log (
  source TEXT NOT NULL,
  hash TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (source, hash)
) STRICT;
CREATE INDEX push_log_age ON push_log(at);

-- sample: the form of what was met, never its content.
CREATE TABLE carrier_drift (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  call TEXT NOT NULL,
  kind TEXT NOT NULL,
  path TEXT NOT NULL,
  sample TEXT NOT NULL,
  seen INTEGER NOT NULL DEFAULT 1,
  first_at INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  UNIQUE (source, call, kind, path, sample)
) STRICT;
CREATE INDEX carrier_drift_recent ON carrier_drift(last_at DESC, id DESC);

-- Counts of one UTC day: calls by outcome, numbers charged for, pushes by outcome.
CREATE TABLE carrier_day (
  source TEXT NOT NULL,
  day INTEGER NOT NULL,
  what TEXT NOT NULL,
  n INTEGER NOT NULL DEFAULT 0,
  ms INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (source, day, what)
) STRICT;
`,
};
