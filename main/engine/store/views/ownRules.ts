import type { ScanWords } from '#shared/model/event.ts';
import type { OwnRule } from '#shared/model/ownRule.ts';
import type { Reader } from '../types.ts';

/** All rules of the user, oldest first. */
export function ownRuleRows(reader: Reader): OwnRule[] {
  return reader.all<OwnRule>(
    `SELECT id, nullif(carrier, '') AS carrier, nullif(code, '') AS code, text, node, reason, at
     FROM own_rule ORDER BY id`,
  );
}

/** What the scans of a carrier (null: of all) say, with the given code or without one. */
export function scanWords(
  reader: Reader,
  carrier: string | null,
  code: string | null,
): (ScanWords & { id: number; node: string })[] {
  return reader.all(
    `SELECT s.id, s.node, s.carrier, nullif(s.code, '') AS code, nullif(s.scheme, '') AS scheme,
       nullif(s.status, '') AS status, t.text
     FROM scan s JOIN scan_text t ON t.id = s.text_id
     WHERE (? IS NULL OR s.carrier = ?) AND s.code = ? ORDER BY s.id`,
    ...[carrier, carrier, code ?? ''],
  );
}
