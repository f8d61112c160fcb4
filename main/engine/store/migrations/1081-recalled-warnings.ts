import type { Migration } from './index.ts';

/** When a warning that a parcel would be late was taken back before its promise; NULL while it stands, or none was given. */
export const recalledWarnings: Migration = {
  id: 1081,
  name: 'recalled-warnings',
  sql: `
ALTER TABLE eta_score ADD COLUMN recalled_at INTEGER;
`,
};
