import type { Migration } from './index.ts';

/** What the user says unknown words mean. `carrier` '' is any carrier, `code` '' none; `words` is what is compared. */
export const ownRules: Migration = {
  id: 1040,
  name: 'own-rules',
  sql: `
CREATE TABLE own_rule (
  id INTEGER PRIMARY KEY,
  carrier TEXT NOT NULL,
  code TEXT NOT NULL,
  words TEXT NOT NULL,
  text TEXT NOT NULL,
  node TEXT NOT NULL,
  reason TEXT,
  at INTEGER NOT NULL,
  UNIQUE (carrier, code, words)
) STRICT;
`,
};
