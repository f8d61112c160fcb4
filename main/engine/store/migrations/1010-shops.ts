import type { Migration } from './index.ts';

/**
 * Whom Seamark works for on Shopee: apps with their keys, shops, merchants, and the tokens of each. The keys and tokens
 * are in no other place; the whole file is encrypted, and deleted rows are overwritten.
 */
export const shops: Migration = {
  id: 1010,
  name: 'shops',
  sql: `
CREATE TABLE shopee_app (
  id INTEGER PRIMARY KEY,
  place TEXT NOT NULL,
  -- '' where the place has hosts of its own
  custom_host TEXT NOT NULL,
  partner_id TEXT NOT NULL,
  partner_key TEXT NOT NULL,
  key_saved_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  -- Why nothing is called with this app; NULL: it works.
  stopped TEXT,
  stopped_at INTEGER,
  error_code TEXT,
  -- The address that the platform saw, where it wants addresses declared.
  address TEXT,
  UNIQUE (place, custom_host, partner_id)
) STRICT;

-- A shop stays when it is disconnected: parcels belong to it. Its tokens go.
CREATE TABLE shop (
  id INTEGER PRIMARY KEY,
  app_id INTEGER NOT NULL REFERENCES shopee_app(id),
  shop_no TEXT NOT NULL,
  name TEXT NOT NULL DEFAULT '',
  region TEXT NOT NULL DEFAULT '',
  cross_border INTEGER NOT NULL DEFAULT 0,
  merchant_no TEXT,
  connected_at INTEGER NOT NULL,
  disconnected_at INTEGER,
  granted_at INTEGER,
  grant_expires_at INTEGER,
  paused INTEGER NOT NULL DEFAULT 0,
  stopped TEXT,
  stopped_at INTEGER,
  error_at INTEGER,
  error_code TEXT,
  -- When the platform was last asked what the shop is.
  described_at INTEGER,
  UNIQUE (app_id, shop_no)
) STRICT;

CREATE TABLE merchant (
  id INTEGER PRIMARY KEY,
  app_id INTEGER NOT NULL REFERENCES shopee_app(id),
  merchant_no TEXT NOT NULL,
  name TEXT NOT NULL DEFAULT '',
  region TEXT NOT NULL DEFAULT '',
  currency TEXT NOT NULL DEFAULT '',
  connected_at INTEGER NOT NULL,
  granted_at INTEGER,
  grant_expires_at INTEGER,
  stopped TEXT,
  stopped_at INTEGER,
  error_at INTEGER,
  error_code TEXT,
  described_at INTEGER,
  UNIQUE (app_id, merchant_no)
) STRICT;

-- One pair for each id: a refresh token is good once for each. shared: still the first pair of a main account.
-- generation: grows with each pair. asked_at: a refresh was sent and its answer is not known (yet).
-- lease: the process that may refresh, and until when.
CREATE TABLE shopee_token (
  app_id INTEGER NOT NULL REFERENCES shopee_app(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  owner_no TEXT NOT NULL,
  access_token TEXT NOT NULL,
  refresh_token TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  saved_at INTEGER NOT NULL,
  shared INTEGER NOT NULL,
  generation INTEGER NOT NULL,
  asked_at INTEGER,
  lease_holder TEXT,
  lease_until INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (app_id, kind, owner_no)
) STRICT;
`,
};
