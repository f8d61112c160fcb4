import type { Migration } from './index.ts';

/**
 * Arrival estimates. `eta_due`: parcels whose journey changed since they were estimated. `eta_trail`: what the model learns
 * of a parcel (engine/eta/live/trail.ts). `eta_model`: what it has learnt, one row. `arrival`: the last estimate of each
 * parcel under way, what the last one of an earlier day said (`before`), and why it moved since. Every parcel is due.
 */
export const arrivals: Migration = {
  id: 1056,
  name: 'arrivals',
  sql: `
CREATE TABLE eta_due (parcel_id INTEGER PRIMARY KEY REFERENCES parcel(id) ON DELETE CASCADE) STRICT;
INSERT INTO eta_due(parcel_id) SELECT id FROM parcel;

CREATE TABLE eta_trail (
  parcel_id INTEGER PRIMARY KEY REFERENCES parcel(id) ON DELETE CASCADE,
  first_at INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  delivered INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX eta_trail_last ON eta_trail(last_at);

-- day: the first day (since 1970) that is not learnt. behind: trails of learnt days have changed since.
CREATE TABLE eta_model (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL,
  day INTEGER NOT NULL,
  learnt INTEGER NOT NULL,
  behind INTEGER NOT NULL,
  relearnt_at INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE TABLE arrival (
  parcel_id INTEGER PRIMARY KEY REFERENCES parcel(id) ON DELETE CASCADE,
  made_at INTEGER NOT NULL,
  p50 INTEGER NOT NULL,
  lo80 INTEGER NOT NULL,
  hi80 INTEGER NOT NULL,
  lo90 INTEGER NOT NULL,
  hi90 INTEGER NOT NULL,
  p_late REAL,
  promise INTEGER,
  withheld TEXT,
  withheld_since INTEGER,
  -- Of the move since the last estimate of an earlier day; NULL: there was none, or a date is withheld.
  moved_ms INTEGER,
  basis TEXT NOT NULL,
  before TEXT,
  change TEXT
) STRICT;
CREATE INDEX arrival_made ON arrival(made_at);
CREATE INDEX arrival_moved ON arrival(abs(moved_ms) DESC, parcel_id DESC) WHERE moved_ms IS NOT NULL;
`,
};
