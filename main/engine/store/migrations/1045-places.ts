import type { Migration } from './index.ts';

/**
 * Days without a clock, and where a parcel is. `event.day_only`: the source gave a day, `instant` is its noon.
 * `journey.place_id`, `country`: the place of the newest scan that has one, as `engine/journey/places` reads it; a
 * projection like the rest of the row, so every parcel is projected anew.
 */
export const places: Migration = {
  id: 1045,
  name: 'places',
  sql: `
ALTER TABLE event ADD COLUMN day_only INTEGER NOT NULL DEFAULT 0;
ALTER TABLE journey ADD COLUMN place_id TEXT;
ALTER TABLE journey ADD COLUMN country TEXT;
-- One answers the map (what stands where), both page the rows behind one of its places.
CREATE INDEX journey_place ON journey(place_id, last_scan_at DESC, parcel_id DESC) WHERE terminal = 0;
CREATE INDEX journey_country ON journey(country, last_scan_at DESC, parcel_id DESC) WHERE terminal = 0;
UPDATE parcel SET dirty = 1;
`,
};
