import type { Migration } from './index.ts';

/**
 * What was said about arrivals, and how it came out. `eta_score`: the first estimate at each moment of a parcel's life,
 * its outcome when it is delivered. `eta_tally`: sums of outcomes by group and day of delivery (days since 1970 in the
 * market's zone), so that a window is read by adding days. `eta_drift`: the state of each group's alarms.
 */
export const etaScores: Migration = {
  id: 1055,
  name: 'eta-scores',
  sql: `
CREATE TABLE eta_score (
  parcel_id INTEGER NOT NULL REFERENCES parcel(id) ON DELETE CASCADE,
  moment TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  lane TEXT NOT NULL,
  market TEXT,
  carrier TEXT NOT NULL,
  p50 INTEGER NOT NULL,
  lo80 INTEGER NOT NULL,
  hi80 INTEGER NOT NULL,
  lo90 INTEGER NOT NULL,
  hi90 INTEGER NOT NULL,
  p_late REAL,
  promise INTEGER,
  lane_median INTEGER,
  warned_at INTEGER,
  delivered_at INTEGER,
  PRIMARY KEY (parcel_id, moment)
) STRICT;

CREATE TABLE eta_tally (
  moment TEXT NOT NULL,
  grp TEXT NOT NULL,
  name TEXT NOT NULL,
  day INTEGER NOT NULL,
  n INTEGER NOT NULL,
  exact INTEGER NOT NULL,
  abs_days REAL NOT NULL,
  days REAL NOT NULL,
  in80 INTEGER NOT NULL,
  in90 INTEGER NOT NULL,
  width80 REAL NOT NULL,
  width90 REAL NOT NULL,
  score80 REAL NOT NULL,
  score90 REAL NOT NULL,
  promised INTEGER NOT NULL,
  on_time INTEGER NOT NULL,
  promise_abs_days REAL NOT NULL,
  promise_exact INTEGER NOT NULL,
  medians INTEGER NOT NULL,
  median_abs_days REAL NOT NULL,
  median_exact INTEGER NOT NULL,
  hits INTEGER NOT NULL,
  false_alarms INTEGER NOT NULL,
  misses INTEGER NOT NULL,
  odds INTEGER NOT NULL,
  brier REAL NOT NULL,
  -- Hours of warning, divided by commas.
  leads TEXT NOT NULL,
  PRIMARY KEY (moment, grp, day, name)
) STRICT;

CREATE TABLE eta_drift (
  moment TEXT NOT NULL,
  grp TEXT NOT NULL,
  name TEXT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (moment, grp, name)
) STRICT;
`,
};
