import type { Migration } from './index.ts';

/** Where a parcel is, is now read from a scan's words too: those on their way that stood nowhere are projected anew. */
export const placesInWords: Migration = {
  id: 1089,
  name: 'places-in-words',
  sql: `
UPDATE parcel SET dirty = 1
WHERE id IN (SELECT parcel_id FROM journey WHERE terminal = 0 AND place_id IS NULL);
`,
};
