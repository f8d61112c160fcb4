import type { Migration } from './index.ts';

/** When each number is asked about next at each tracking service, and what the service's answers taught. */
export const carrierRound: Migration = {
  id: 1061,
  name: 'carrier-round',
  sql: `
-- node, scan_at: the newest scan that was learnt from. due_at NULL: not any more.
CREATE TABLE carrier_due (
  source TEXT NOT NULL,
  number TEXT NOT NULL,
  node TEXT NOT NULL,
  scan_at INTEGER NOT NULL,
  asked_at INTEGER,
  due_at INTEGER,
  PRIMARY KEY (source, number)
) STRICT, WITHOUT ROWID;

-- state: JSON, learnt from answers; without it everything is learnt again.
CREATE TABLE carrier_mind (
  source TEXT PRIMARY KEY,
  state TEXT NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
`,
};
