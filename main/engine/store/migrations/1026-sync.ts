import type { Migration } from './index.ts';

/** Where the sync stands: cursors that a kill does not lose, gaps, and what the calls cost. */
export const sync: Migration = {
  id: 1026,
  name: 'sync',
  sql: `
-- One per shop: how far it is followed, and how its first load goes.
CREATE TABLE sync_shop (
  shop_id INTEGER PRIMARY KEY,
  app TEXT NOT NULL,
  orders_to INTEGER,
  returns_to INTEGER,
  load_since INTEGER,
  load_paused INTEGER NOT NULL DEFAULT 0,
  last_success_at INTEGER,
  stopped_at INTEGER,
  note TEXT,
  noted_at INTEGER
) STRICT;

-- A stretch of time of a list. kind: follow, gap or load. cursor: where the next page begins; '' is the first.
-- empties: pages without rows in a row. halvings: how often it was cut in two.
CREATE TABLE sync_window (
  id INTEGER PRIMARY KEY,
  shop_id INTEGER NOT NULL,
  resource TEXT NOT NULL,
  kind TEXT NOT NULL,
  field TEXT NOT NULL,
  from_at INTEGER NOT NULL,
  to_at INTEGER NOT NULL,
  cursor TEXT NOT NULL DEFAULT '',
  seen TEXT NOT NULL DEFAULT '[]',
  pages INTEGER NOT NULL DEFAULT 0,
  rows INTEGER NOT NULL DEFAULT 0,
  empties INTEGER NOT NULL DEFAULT 0,
  halvings INTEGER NOT NULL DEFAULT 0,
  tries INTEGER NOT NULL DEFAULT 0,
  due_at INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'open',
  note TEXT,
  gap_id INTEGER
) STRICT;
CREATE INDEX sync_window_open ON sync_window(shop_id, kind, to_at DESC) WHERE state = 'open';
CREATE INDEX sync_window_gap ON sync_window(gap_id) WHERE gap_id IS NOT NULL;

-- What is asked from time to time: shop performance, late orders, reviews of an item, a first-mile number, …
CREATE TABLE sync_task (
  shop_id INTEGER NOT NULL,
  resource TEXT NOT NULL,
  key TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  cursor TEXT NOT NULL DEFAULT '',
  pages INTEGER NOT NULL DEFAULT 0,
  tries INTEGER NOT NULL DEFAULT 0,
  wanted_until INTEGER,
  done_at INTEGER,
  PRIMARY KEY (shop_id, resource, key)
) STRICT;
CREATE INDEX sync_task_due ON sync_task(shop_id, due_at);

CREATE TABLE sync_gap (
  id INTEGER PRIMARY KEY,
  shop_id INTEGER NOT NULL,
  resource TEXT NOT NULL,
  from_at INTEGER NOT NULL,
  to_at INTEGER NOT NULL,
  reason TEXT NOT NULL,
  state TEXT NOT NULL,
  noticed_at INTEGER NOT NULL,
  filled_at INTEGER,
  found INTEGER NOT NULL DEFAULT 0,
  note TEXT
) STRICT;
CREATE INDEX sync_gap_shop ON sync_gap(shop_id, id DESC);
CREATE INDEX sync_gap_open ON sync_gap(shop_id) WHERE state = 'filling';

-- Calls of an hour: outcome is 'ok' or the class of the failure; t0…t4: answered within 0.1, 0.3, 1, 3 s, or later.
CREATE TABLE call_hour (
  app TEXT NOT NULL,
  shop_id INTEGER NOT NULL,
  endpoint TEXT NOT NULL,
  hour INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  calls INTEGER NOT NULL,
  t0 INTEGER NOT NULL,
  t1 INTEGER NOT NULL,
  t2 INTEGER NOT NULL,
  t3 INTEGER NOT NULL,
  t4 INTEGER NOT NULL,
  PRIMARY KEY (hour, app, shop_id, endpoint, outcome)
) STRICT;

-- The last day by minutes, for the success share; and the counter of the quota day (until 00:00 UTC+8).
CREATE TABLE call_minute (
  app TEXT NOT NULL,
  minute INTEGER NOT NULL,
  calls INTEGER NOT NULL,
  ok INTEGER NOT NULL,
  PRIMARY KEY (app, minute)
) STRICT;
CREATE TABLE call_day (
  app TEXT NOT NULL,
  day TEXT NOT NULL,
  calls INTEGER NOT NULL,
  PRIMARY KEY (app, day)
) STRICT;

-- What must outlive a restart: the present rate, and a pause until the quota begins anew.
CREATE TABLE sync_app (
  app TEXT PRIMARY KEY,
  rate REAL NOT NULL,
  paused_until INTEGER,
  pause_reason TEXT
) STRICT;
`,
};
