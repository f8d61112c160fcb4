import type { OwnRule } from '#shared/model/ownRule.ts';
import type { Writer } from '../types.ts';

/** Keeps a rule; one for the same words is replaced. Answers its id. */
export function saveRule(
  writer: Writer,
  rule: Pick<OwnRule, 'carrier' | 'code' | 'text' | 'node' | 'reason'>,
  words: string,
  at: number,
): number {
  const { carrier, code, text, node, reason } = rule;
  const key = [carrier ?? '', code ?? '', words];
  writer.run(
    `INSERT INTO own_rule(carrier, code, words, text, node, reason, at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (carrier, code, words) DO UPDATE SET text = excluded.text, node = excluded.node,
       reason = excluded.reason, at = excluded.at`,
    ...[...key, text, node, reason, at],
  );
  return (
    writer.get<{ id: number }>('SELECT id FROM own_rule WHERE carrier = ? AND code = ? AND words = ?', ...key)
      ?.id ?? 0
  );
}

/** Forgets a rule. */
export function dropRule(writer: Writer, id: number): void {
  writer.run('DELETE FROM own_rule WHERE id = ?', id);
}

/** Writes what scans mean by themselves, and marks the parcels that have them; answers how many parcels. */
export function rereadScans(writer: Writer, scans: readonly { id: number; node: string }[]): number {
  for (const { id, node } of scans) writer.run('UPDATE scan SET node = ? WHERE id = ?', node, id);
  return writer.run(
    `UPDATE parcel SET dirty = 1 WHERE id IN (
       SELECT l.parcel_id FROM event e JOIN leg l ON l.id = e.leg_id
       WHERE e.scan_id IN (SELECT value FROM json_each(?)))`,
    JSON.stringify(scans.map(({ id }) => id)),
  ).changes;
}
