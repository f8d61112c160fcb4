import type { Migration } from './index.ts';

const due = (id: string, fresh: 0 | 1): string =>
  `INSERT INTO parcel_search_due(parcel_id, fresh) VALUES (${id}, ${fresh}) ON CONFLICT DO NOTHING;`;

/**
 * `parcel_search` is renewed once a transaction (aggregates/parcelSearch.ts). Written by a trigger's own statement, every
 * single parcel was a segment of the index that had to be merged with the others. `fresh`: it is not in the index yet.
 */
export const searchByBatches: Migration = {
  id: 1096,
  name: 'search-by-batches',
  sql: `
CREATE TABLE parcel_search_due (parcel_id INTEGER PRIMARY KEY, fresh INTEGER NOT NULL) STRICT;

DROP TRIGGER parcel_search_insert;
DROP TRIGGER parcel_search_delete;
DROP TRIGGER parcel_search_update;
DROP TRIGGER parcel_search_leg;
DROP TRIGGER parcel_search_leg_moved;

CREATE TRIGGER parcel_search_insert AFTER INSERT ON parcel BEGIN
  ${due('NEW.id', 1)}
END;
CREATE TRIGGER parcel_search_delete AFTER DELETE ON parcel BEGIN
  ${due('OLD.id', 0)}
END;
CREATE TRIGGER parcel_search_update AFTER UPDATE OF number, order_no ON parcel
WHEN OLD.number <> NEW.number OR OLD.order_no IS NOT NEW.order_no BEGIN
  ${due('NEW.id', 0)}
END;
-- The leg that gives the parcel its name tells nothing new.
CREATE TRIGGER parcel_search_leg AFTER INSERT ON leg
WHEN NEW.number <> (SELECT number FROM parcel WHERE id = NEW.parcel_id) BEGIN
  ${due('NEW.parcel_id', 0)}
END;
CREATE TRIGGER parcel_search_leg_moved AFTER UPDATE OF parcel_id ON leg WHEN OLD.parcel_id <> NEW.parcel_id BEGIN
  ${due('NEW.parcel_id', 0)}
END;
`,
};
