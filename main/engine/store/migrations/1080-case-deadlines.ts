import type { Migration } from './index.ts';

/**
 * Cases in the order of the next moment that costs money. `due_for`: what it is. `due_key` and `urgency` make every part of
 * the order ascending and without gaps, so that a page begins in the index where the one before ended.
 */
export const caseDeadlines: Migration = {
  id: 1080,
  name: 'case-deadlines',
  sql: `
ALTER TABLE case_item ADD COLUMN due_for TEXT;
-- The last instant that there is, where no deadline is known.
ALTER TABLE case_item ADD COLUMN due_key INTEGER NOT NULL GENERATED ALWAYS AS (ifnull(due_at, 8640000000000000)) VIRTUAL;
ALTER TABLE case_item ADD COLUMN urgency INTEGER NOT NULL GENERATED ALWAYS AS (-severity) VIRTUAL;

DROP INDEX case_queue;
DROP INDEX case_queue_kind;
DROP INDEX case_queue_market;
CREATE INDEX case_queue ON case_item(state, due_key, urgency, since_key, id);
CREATE INDEX case_queue_kind ON case_item(state, kind, due_key, urgency, since_key, id);
CREATE INDEX case_queue_market ON case_item(state, market, due_key, urgency, since_key, id);

UPDATE parcel SET dirty = 1 WHERE id IN (SELECT parcel_id FROM case_item WHERE state IN ('open', 'accepted', 'snoozed'));
INSERT OR IGNORE INTO eta_due(parcel_id) SELECT parcel_id FROM arrival WHERE promise IS NOT NULL;
`,
};
