import type { Migration } from './index.ts';

/**
 * Orders, packages, returns, reviews and shop health as Shopee tells them. Times are milliseconds, amounts exact text.
 * What names a person is in tables of its own with the time at which it is forgotten (`order_buyer`, `review_buyer`,
 * `raw_personal`, `buyer_search`).
 */
export const orders: Migration = {
  id: 1023,
  name: 'orders',
  sql: `
-- state: listed, known or vanished. created_key: created_at, or when it was first listed, so that the order has no gaps.
-- detail_due: when its details are to be asked for; detail_max: at most so many in one call (1: it broke a batch).
CREATE TABLE shop_order (
  id INTEGER PRIMARY KEY,
  shop_id INTEGER NOT NULL,
  order_sn TEXT NOT NULL,
  market TEXT,
  status TEXT NOT NULL,
  state TEXT NOT NULL,
  created_at INTEGER,
  created_key INTEGER NOT NULL,
  updated_at INTEGER,
  paid_at INTEGER,
  ship_by INTEGER,
  days_to_ship INTEGER,
  promised_from INTEGER,
  promised_to INTEGER,
  picked_up_at INTEGER,
  amount TEXT,
  currency TEXT,
  cod INTEGER NOT NULL DEFAULT 0,
  carrier_name TEXT,
  fulfilment TEXT,
  cancel_by TEXT,
  cancel_reason TEXT,
  quantity INTEGER NOT NULL DEFAULT 0,
  sku TEXT,
  late INTEGER NOT NULL DEFAULT 0,
  return_status TEXT,
  digest TEXT,
  asked_at INTEGER,
  detail_due INTEGER,
  detail_max INTEGER NOT NULL DEFAULT 50,
  misses INTEGER NOT NULL DEFAULT 0,
  UNIQUE (shop_id, order_sn)
) STRICT;
CREATE INDEX shop_order_recent ON shop_order(created_key DESC, id DESC);
CREATE INDEX shop_order_shop ON shop_order(shop_id, created_key DESC, id DESC);
CREATE INDEX shop_order_market ON shop_order(market, created_key DESC, id DESC);
CREATE INDEX shop_order_status ON shop_order(status, created_key DESC, id DESC);
CREATE INDEX shop_order_sn ON shop_order(order_sn);
CREATE INDEX shop_order_due ON shop_order(shop_id, detail_due) WHERE detail_due IS NOT NULL;

CREATE TABLE shop_order_count (
  shop_id INTEGER NOT NULL,
  status TEXT NOT NULL,
  market TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (shop_id, status, market)
) STRICT;
CREATE TRIGGER shop_order_count_insert AFTER INSERT ON shop_order BEGIN
  INSERT INTO shop_order_count(shop_id, status, market, n) VALUES (NEW.shop_id, NEW.status, ifnull(NEW.market, ''), 1)
  ON CONFLICT (shop_id, status, market) DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER shop_order_count_delete AFTER DELETE ON shop_order BEGIN
  UPDATE shop_order_count SET n = n - 1
  WHERE shop_id = OLD.shop_id AND status = OLD.status AND market = ifnull(OLD.market, '');
END;
CREATE TRIGGER shop_order_count_update AFTER UPDATE OF status, market ON shop_order
WHEN OLD.status <> NEW.status OR OLD.market IS NOT NEW.market BEGIN
  UPDATE shop_order_count SET n = n - 1
  WHERE shop_id = OLD.shop_id AND status = OLD.status AND market = ifnull(OLD.market, '');
  INSERT INTO shop_order_count(shop_id, status, market, n) VALUES (NEW.shop_id, NEW.status, ifnull(NEW.market, ''), 1)
  ON CONFLICT (shop_id, status, market) DO UPDATE SET n = n + 1;
END;

-- forgotten: its time was up; what comes again later is not taken again.
CREATE TABLE order_buyer (
  order_id INTEGER PRIMARY KEY REFERENCES shop_order(id) ON DELETE CASCADE,
  user_id TEXT,
  user_name TEXT,
  name TEXT,
  phone TEXT,
  address TEXT,
  purge_at INTEGER NOT NULL,
  forgotten INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX order_buyer_purge ON order_buyer(purge_at) WHERE forgotten = 0;

CREATE TABLE order_item (
  order_id INTEGER NOT NULL REFERENCES shop_order(id) ON DELETE CASCADE,
  line INTEGER NOT NULL,
  item_id TEXT NOT NULL,
  model_id TEXT NOT NULL,
  sku TEXT,
  name TEXT NOT NULL,
  variation TEXT,
  quantity INTEGER NOT NULL,
  price TEXT,
  PRIMARY KEY (order_id, line)
) STRICT;

-- number_due, track_due: when the tracking number, and the tracking, are to be asked for; NULL: not (any more).
-- track_rank: 0 while it moves, 1 once it has ended, so that the past never stands before the present.
CREATE TABLE shop_package (
  id INTEGER PRIMARY KEY,
  shop_id INTEGER NOT NULL,
  order_id INTEGER NOT NULL REFERENCES shop_order(id) ON DELETE CASCADE,
  package_number TEXT NOT NULL,
  status TEXT NOT NULL,
  status_since INTEGER NOT NULL,
  channel TEXT,
  carrier_name TEXT,
  carrier TEXT,
  number TEXT,
  first_mile TEXT,
  last_mile TEXT,
  return_number TEXT,
  parcel_id INTEGER REFERENCES parcel(id) ON DELETE SET NULL,
  number_due INTEGER,
  number_tries INTEGER NOT NULL DEFAULT 0,
  track_due INTEGER,
  track_rank INTEGER NOT NULL DEFAULT 0,
  track_asked_at INTEGER,
  track_tries INTEGER NOT NULL DEFAULT 0,
  track_after_end INTEGER NOT NULL DEFAULT 0,
  moved_at INTEGER,
  scans INTEGER NOT NULL DEFAULT 0,
  UNIQUE (order_id, package_number)
) STRICT;
CREATE INDEX shop_package_number ON shop_package(shop_id, package_number);
CREATE INDEX shop_package_parcel ON shop_package(parcel_id) WHERE parcel_id IS NOT NULL;
CREATE INDEX shop_package_number_due ON shop_package(shop_id, number_due) WHERE number_due IS NOT NULL;
CREATE INDEX shop_package_track_due ON shop_package(shop_id, track_rank, track_due) WHERE track_due IS NOT NULL;

CREATE TABLE shop_return (
  id INTEGER PRIMARY KEY,
  shop_id INTEGER NOT NULL,
  return_sn TEXT NOT NULL,
  order_sn TEXT NOT NULL,
  status TEXT NOT NULL,
  reason TEXT,
  solution INTEGER,
  amount TEXT,
  currency TEXT,
  number TEXT,
  created_at INTEGER,
  updated_at INTEGER,
  due_at INTEGER,
  ship_due_at INTEGER,
  seller_due_at INTEGER,
  digest TEXT,
  UNIQUE (shop_id, return_sn)
) STRICT;
CREATE INDEX shop_return_order ON shop_return(shop_id, order_sn);

CREATE TABLE shop_review (
  id INTEGER PRIMARY KEY,
  shop_id INTEGER NOT NULL,
  comment_id TEXT NOT NULL,
  item_id TEXT NOT NULL,
  order_sn TEXT,
  rating INTEGER NOT NULL,
  text TEXT,
  created_at INTEGER,
  replied INTEGER NOT NULL DEFAULT 0,
  hidden INTEGER NOT NULL DEFAULT 0,
  UNIQUE (shop_id, comment_id)
) STRICT;
CREATE INDEX shop_review_order ON shop_review(shop_id, order_sn) WHERE order_sn IS NOT NULL;
CREATE INDEX shop_review_item ON shop_review(shop_id, item_id);

CREATE TABLE review_buyer (
  review_id INTEGER PRIMARY KEY REFERENCES shop_review(id) ON DELETE CASCADE,
  user_name TEXT,
  purge_at INTEGER NOT NULL,
  forgotten INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX review_buyer_purge ON review_buyer(purge_at) WHERE forgotten = 0;

-- One row a day: figures as they were told, with the target that came with them.
CREATE TABLE shop_metric (
  shop_id INTEGER NOT NULL,
  day TEXT NOT NULL,
  metric_id INTEGER NOT NULL,
  kind INTEGER,
  parent_id INTEGER,
  name TEXT NOT NULL,
  unit INTEGER,
  current TEXT,
  last TEXT,
  target TEXT,
  comparator TEXT,
  PRIMARY KEY (shop_id, metric_id, day)
) STRICT;
CREATE TABLE shop_rating (
  shop_id INTEGER NOT NULL,
  day TEXT NOT NULL,
  rating INTEGER,
  fulfilment_failed INTEGER,
  listing_failed INTEGER,
  service_failed INTEGER,
  PRIMARY KEY (shop_id, day)
) STRICT;
CREATE TABLE shop_penalty (
  shop_id INTEGER NOT NULL,
  reference TEXT NOT NULL,
  issued_at INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  points INTEGER NOT NULL,
  original_points INTEGER NOT NULL,
  PRIMARY KEY (shop_id, reference)
) STRICT;
-- gone_at: no longer in the list of late orders.
CREATE TABLE late_order (
  shop_id INTEGER NOT NULL,
  order_sn TEXT NOT NULL,
  deadline INTEGER,
  late_days INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  gone_at INTEGER,
  PRIMARY KEY (shop_id, order_sn)
) STRICT;
CREATE TABLE first_mile (
  shop_id INTEGER NOT NULL,
  number TEXT NOT NULL,
  status TEXT NOT NULL,
  declared TEXT,
  PRIMARY KEY (shop_id, number)
) STRICT;

-- Which packages a first-mile number carries, and which of them the transit warehouse has scanned.
CREATE TABLE first_mile_package (
  shop_id INTEGER NOT NULL,
  order_sn TEXT NOT NULL,
  package_number TEXT NOT NULL,
  number TEXT NOT NULL,
  arrived INTEGER NOT NULL,
  PRIMARY KEY (shop_id, order_sn, package_number)
) STRICT;
CREATE INDEX first_mile_package_number ON first_mile_package(shop_id, number) WHERE arrived = 0;

-- What was answered, as it was answered, without what names a person; that is in raw_personal. zstd over JSON.
CREATE TABLE raw_answer (
  id INTEGER PRIMARY KEY,
  shop_id INTEGER NOT NULL,
  endpoint TEXT NOT NULL,
  subject TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  body BLOB NOT NULL
) STRICT;
CREATE INDEX raw_answer_subject ON raw_answer(shop_id, endpoint, subject, id);
CREATE TABLE raw_personal (
  raw_id INTEGER PRIMARY KEY REFERENCES raw_answer(id) ON DELETE CASCADE,
  purge_at INTEGER NOT NULL,
  body BLOB NOT NULL
) STRICT;
CREATE INDEX raw_personal_purge ON raw_personal(purge_at);

-- Full text, by parts of three characters and more; rowid is the order's. Names of buyers are in a table of their own
-- that removes its terms at once when it is told to (secure-delete); the other keeps no text at all.
CREATE VIRTUAL TABLE order_search USING fts5(order_sn, numbers, skus, tokenize = 'trigram', content = '',
  contentless_delete = 1);
CREATE VIRTUAL TABLE buyer_search USING fts5(user_name, tokenize = 'trigram');
INSERT INTO buyer_search(buyer_search, rank) VALUES ('secure-delete', 1);
`,
};
