import type { Migration } from './index.ts';

/**
 * Scans come from more than files: an event names either the import that brought it or a source (a Shopee shop, a
 * carrier's API). `event` is built anew because SQLite cannot take back a NOT NULL; nothing refers to it by key.
 */
export const sources: Migration = {
  id: 1020,
  name: 'sources',
  sql: `
CREATE TABLE scan_source (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  UNIQUE (kind, name)
) STRICT;

CREATE TABLE event_next (
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
  import_id INTEGER REFERENCES import_run(id),
  line INTEGER,
  received_at INTEGER NOT NULL,
  source_id INTEGER REFERENCES scan_source(id),
  UNIQUE (leg_id, fingerprint),
  CHECK ((import_id IS NULL) <> (source_id IS NULL))
) STRICT;
INSERT INTO event_next(id, leg_id, fingerprint, scan_id, place_id, instant, raw_time, zone, zone_reason, seq,
  import_id, line, received_at)
SELECT id, leg_id, fingerprint, scan_id, place_id, instant, raw_time, zone, zone_reason, seq, import_id, line,
  received_at FROM event;
DROP TABLE event;
ALTER TABLE event_next RENAME TO event;
CREATE INDEX event_import ON event(import_id) WHERE import_id IS NOT NULL;

-- Which kinds of source fed the leg: 1 files, 2 Shopee, 4 carriers. Only a leg that is fed by several is looked
-- through for the same scan in other clothes.
ALTER TABLE leg ADD COLUMN fed INTEGER NOT NULL DEFAULT 1;
`,
};
