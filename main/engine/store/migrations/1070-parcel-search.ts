import type { Migration } from './index.ts';

const NUMBERS = `SELECT p.id, concat_ws(' ', p.number, p.order_no,
    (SELECT group_concat(l.number, ' ') FROM leg l WHERE l.parcel_id = p.id AND l.number <> p.number))
  FROM parcel p`;
/** Taken out and put in anew, because `OR REPLACE` inside a trigger gives way to the statement around it. */
const renewed = (id: string): string => `DELETE FROM parcel_search WHERE rowid = ${id};
  INSERT INTO parcel_search(rowid, numbers)
  ${NUMBERS} WHERE p.id = ${id};`;

/**
 * Parcels by parts of their numbers, and orders that were only listed in their place among the others.
 *
 * Triggers keep `parcel_search`, because parcels come in and change in many ways. It keeps no text, only the parts.
 */
export const parcelSearch: Migration = {
  id: 1070,
  name: 'parcel-search',
  sql: `
-- numbers: the parcel's own, its order's, and those of its other legs; rowid is the parcel's.
CREATE VIRTUAL TABLE parcel_search USING fts5(numbers, tokenize = 'trigram', content = '', contentless_delete = 1);

CREATE TRIGGER parcel_search_insert AFTER INSERT ON parcel BEGIN
  INSERT INTO parcel_search(rowid, numbers) VALUES (NEW.id, concat_ws(' ', NEW.number, NEW.order_no));
END;
CREATE TRIGGER parcel_search_delete AFTER DELETE ON parcel BEGIN
  DELETE FROM parcel_search WHERE rowid = OLD.id;
END;
CREATE TRIGGER parcel_search_update AFTER UPDATE OF number, order_no ON parcel
WHEN OLD.number <> NEW.number OR OLD.order_no IS NOT NEW.order_no BEGIN
  ${renewed('NEW.id')}
END;
-- The leg that gives the parcel its name tells nothing new.
CREATE TRIGGER parcel_search_leg AFTER INSERT ON leg
WHEN NEW.number <> (SELECT number FROM parcel WHERE id = NEW.parcel_id) BEGIN
  ${renewed('NEW.parcel_id')}
END;
CREATE TRIGGER parcel_search_leg_moved AFTER UPDATE OF parcel_id ON leg WHEN OLD.parcel_id <> NEW.parcel_id BEGIN
  ${renewed('NEW.parcel_id')}
END;

INSERT INTO parcel_search(rowid, numbers)
${NUMBERS};

-- An order that was only listed has no time of its own; its number begins with its day (YYMMDD).
UPDATE shop_order SET created_key = min(created_key,
  unixepoch(concat('20', substr(order_sn, 1, 2), '-', substr(order_sn, 3, 2), '-', substr(order_sn, 5, 2))) * 1000)
WHERE created_at IS NULL AND order_sn GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]*'
  AND unixepoch(concat('20', substr(order_sn, 1, 2), '-', substr(order_sn, 3, 2), '-', substr(order_sn, 5, 2))) IS NOT NULL;
`,
};
