import type { Migration } from './index.ts';

/**
 * The first tables. Journal: `scan_text`, `scan`, `place`, `leg`, `event`, `import_run`, `import_refusal`.
 * Projections (can be rebuilt from the journal): `journey`, and `scan.node…`. Decisions: `case_item`, `case_log`,
 * `draft`, `action`, `audit`.
 *
 * Carriers repeat themselves: what a scan says (`scan`, `scan_text`) and where (`place`) are kept once, an `event`
 * is a handful of integers. That makes rows small, deduplication local, and the count of unknown texts free.
 */
export const foundation: Migration = {
  id: 1000,
  name: 'foundation',
  sql: `
CREATE TABLE scan_text (
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL UNIQUE
) STRICT;

-- What a carrier says, apart from when and where. node/reason/confidence/means: its meaning without a trail.
CREATE TABLE scan (
  id INTEGER PRIMARY KEY,
  carrier TEXT NOT NULL,
  code TEXT NOT NULL,
  scheme TEXT NOT NULL,
  status TEXT NOT NULL,
  text_id INTEGER NOT NULL REFERENCES scan_text(id),
  lang TEXT NOT NULL,
  node TEXT NOT NULL,
  seen INTEGER NOT NULL DEFAULT 0,
  UNIQUE (text_id, carrier, code, scheme, status, lang)
) STRICT;
CREATE INDEX scan_unknown ON scan(seen DESC, id) WHERE node = 'UNKNOWN';

CREATE TABLE place (
  id INTEGER PRIMARY KEY,
  raw TEXT NOT NULL UNIQUE
) STRICT;

-- number/carrier: of the leg that gives the parcel its name. dirty: its projections are behind the journal.
CREATE TABLE parcel (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  carrier TEXT NOT NULL,
  order_no TEXT,
  market TEXT,
  ordered_at INTEGER,
  created_at INTEGER NOT NULL,
  dirty INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX parcel_dirty ON parcel(id) WHERE dirty = 1;
CREATE INDEX parcel_order ON parcel(order_no) WHERE order_no IS NOT NULL;

CREATE TABLE leg (
  id INTEGER PRIMARY KEY,
  parcel_id INTEGER NOT NULL REFERENCES parcel(id) ON DELETE CASCADE,
  number TEXT NOT NULL,
  carrier TEXT NOT NULL,
  UNIQUE (number, carrier)
) STRICT;
CREATE INDEX leg_parcel ON leg(parcel_id);

CREATE TABLE import_run (
  id INTEGER PRIMARY KEY,
  file_name TEXT NOT NULL,
  path TEXT NOT NULL,
  digest TEXT NOT NULL,
  format TEXT NOT NULL,
  encoding TEXT NOT NULL,
  mapping TEXT NOT NULL,
  options TEXT NOT NULL,
  state TEXT NOT NULL,
  -- 1 while its rows are being taken back, so that a kill in the middle goes on taking back.
  cancelling INTEGER NOT NULL DEFAULT 0,
  bytes_total INTEGER NOT NULL,
  bytes_read INTEGER NOT NULL DEFAULT 0,
  -- Rows up to here are committed: an interrupted import goes on after it.
  next_line INTEGER NOT NULL DEFAULT 0,
  rows INTEGER NOT NULL DEFAULT 0,
  accepted INTEGER NOT NULL DEFAULT 0,
  known INTEGER NOT NULL DEFAULT 0,
  refused INTEGER NOT NULL DEFAULT 0,
  unknown INTEGER NOT NULL DEFAULT 0,
  parcels INTEGER NOT NULL DEFAULT 0,
  notes TEXT NOT NULL DEFAULT '[]',
  fault TEXT,
  started_at INTEGER NOT NULL,
  finished_at INTEGER
) STRICT;

-- A refused row's value may be personal data: it goes with purge_at.
CREATE TABLE import_refusal (
  import_id INTEGER NOT NULL REFERENCES import_run(id) ON DELETE CASCADE,
  line INTEGER NOT NULL,
  reason TEXT NOT NULL,
  column_name TEXT,
  value TEXT,
  purge_at INTEGER NOT NULL,
  PRIMARY KEY (import_id, line)
) STRICT;

-- One scan as received. instant NULL: the source gave no time. fingerprint: 53 bits over everything that makes two
-- rows of one leg the same scan, so that importing twice changes nothing.
CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  leg_id INTEGER NOT NULL REFERENCES leg(id) ON DELETE CASCADE,
  fingerprint INTEGER NOT NULL,
  scan_id INTEGER NOT NULL REFERENCES scan(id),
  place_id INTEGER REFERENCES place(id),
  instant INTEGER,
  raw_time TEXT,
  zone TEXT,
  zone_reason TEXT NOT NULL,
  seq INTEGER,
  import_id INTEGER NOT NULL REFERENCES import_run(id),
  line INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  UNIQUE (leg_id, fingerprint)
) STRICT;

CREATE INDEX event_import ON event(import_id);

CREATE TABLE journey (
  parcel_id INTEGER PRIMARY KEY REFERENCES parcel(id) ON DELETE CASCADE,
  node TEXT NOT NULL,
  stage TEXT,
  reason TEXT,
  direction TEXT NOT NULL,
  terminal INTEGER NOT NULL,
  since INTEGER,
  -- 0 where no scan has a time, so that every order has a value
  last_scan_at INTEGER NOT NULL,
  last_place TEXT,
  events INTEGER NOT NULL,
  unknown INTEGER NOT NULL,
  market TEXT,
  -- When the clock alone may change this parcel's cases; NULL: only a scan can.
  check_at INTEGER
) STRICT;
-- The whole journey (store/pack.ts), apart from the row: lists join journey alone, and 40 of its rows fit on a page
-- instead of three, so that a page of 200 rows is read from memory and not from the disk.
CREATE TABLE journey_body (
  parcel_id INTEGER PRIMARY KEY REFERENCES parcel(id) ON DELETE CASCADE,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX journey_recent ON journey(last_scan_at DESC, parcel_id DESC);
CREATE INDEX journey_stage ON journey(stage, last_scan_at DESC, parcel_id DESC);
CREATE INDEX journey_terminal ON journey(terminal, last_scan_at DESC, parcel_id DESC);
CREATE INDEX journey_market ON journey(market, last_scan_at DESC, parcel_id DESC);
CREATE INDEX journey_check ON journey(check_at) WHERE check_at IS NOT NULL;

-- Totals under every filter of a list, kept by triggers: counting 100,000 rows for each page would cost more than the page.
CREATE TABLE journey_count (
  stage TEXT NOT NULL,
  terminal INTEGER NOT NULL,
  market TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (stage, terminal, market)
) STRICT;
CREATE TRIGGER journey_count_insert AFTER INSERT ON journey BEGIN
  INSERT INTO journey_count(stage, terminal, market, n)
  VALUES (ifnull(NEW.stage, ''), NEW.terminal, ifnull(NEW.market, ''), 1)
  ON CONFLICT (stage, terminal, market) DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER journey_count_delete AFTER DELETE ON journey BEGIN
  UPDATE journey_count SET n = n - 1
  WHERE stage = ifnull(OLD.stage, '') AND terminal = OLD.terminal AND market = ifnull(OLD.market, '');
END;
CREATE TRIGGER journey_count_update AFTER UPDATE OF stage, terminal, market ON journey
WHEN OLD.stage IS NOT NEW.stage OR OLD.terminal <> NEW.terminal OR OLD.market IS NOT NEW.market BEGIN
  UPDATE journey_count SET n = n - 1
  WHERE stage = ifnull(OLD.stage, '') AND terminal = OLD.terminal AND market = ifnull(OLD.market, '');
  INSERT INTO journey_count(stage, terminal, market, n)
  VALUES (ifnull(NEW.stage, ''), NEW.terminal, ifnull(NEW.market, ''), 1)
  ON CONFLICT (stage, terminal, market) DO UPDATE SET n = n + 1;
END;

-- since_key: since, or opened_at where the trouble has no time; so that the order has no gaps.
CREATE TABLE case_item (
  id INTEGER PRIMARY KEY,
  parcel_id INTEGER NOT NULL REFERENCES parcel(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  trigger_key TEXT NOT NULL,
  severity INTEGER NOT NULL,
  state TEXT NOT NULL,
  market TEXT,
  since INTEGER,
  since_key INTEGER NOT NULL,
  opened_at INTEGER NOT NULL,
  due_at INTEGER,
  snoozed_until INTEGER,
  dismiss_reason TEXT,
  cleared_at INTEGER,
  cleared_by INTEGER,
  evidence TEXT NOT NULL,
  facts TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (parcel_id, kind, trigger_key)
) STRICT;
CREATE INDEX case_queue ON case_item(state, severity DESC, since_key, id);
CREATE INDEX case_queue_kind ON case_item(state, kind, severity DESC, since_key, id);
CREATE INDEX case_queue_market ON case_item(state, market, severity DESC, since_key, id);
CREATE INDEX case_snoozed ON case_item(snoozed_until) WHERE state = 'snoozed';
CREATE INDEX case_cleared ON case_item(cleared_at) WHERE state = 'cleared';

CREATE TABLE case_count (
  state TEXT NOT NULL,
  kind TEXT NOT NULL,
  market TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (state, kind, market)
) STRICT;
CREATE TRIGGER case_count_insert AFTER INSERT ON case_item BEGIN
  INSERT INTO case_count(state, kind, market, n) VALUES (NEW.state, NEW.kind, ifnull(NEW.market, ''), 1)
  ON CONFLICT (state, kind, market) DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER case_count_delete AFTER DELETE ON case_item BEGIN
  UPDATE case_count SET n = n - 1
  WHERE state = OLD.state AND kind = OLD.kind AND market = ifnull(OLD.market, '');
END;
CREATE TRIGGER case_count_update AFTER UPDATE OF state, market ON case_item
WHEN OLD.state <> NEW.state OR OLD.market IS NOT NEW.market BEGIN
  UPDATE case_count SET n = n - 1
  WHERE state = OLD.state AND kind = OLD.kind AND market = ifnull(OLD.market, '');
  INSERT INTO case_count(state, kind, market, n) VALUES (NEW.state, NEW.kind, ifnull(NEW.market, ''), 1)
  ON CONFLICT (state, kind, market) DO UPDATE SET n = n + 1;
END;

CREATE TABLE case_log (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES case_item(id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  what TEXT NOT NULL,
  by TEXT NOT NULL,
  event_id INTEGER,
  detail TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX case_log_case ON case_log(case_id, id);

CREATE TABLE draft (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES case_item(id) ON DELETE CASCADE,
  parcel_id INTEGER NOT NULL REFERENCES parcel(id) ON DELETE CASCADE,
  channel TEXT NOT NULL,
  lang TEXT NOT NULL,
  template TEXT NOT NULL,
  composed TEXT NOT NULL,
  text TEXT NOT NULL,
  state TEXT NOT NULL,
  origin TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  copied_at INTEGER,
  UNIQUE (case_id, channel, lang, template)
) STRICT;
CREATE INDEX draft_state ON draft(state, updated_at DESC, id DESC);
CREATE INDEX draft_recent ON draft(updated_at DESC, id DESC);
CREATE INDEX draft_parcel ON draft(parcel_id);

-- What can be undone: the rows as they were before. undone_at: it was.
CREATE TABLE action (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  what TEXT NOT NULL,
  before TEXT NOT NULL,
  undone_at INTEGER
) STRICT;

CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  what TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL DEFAULT '{}'
) STRICT;

CREATE TABLE state (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
`,
};
