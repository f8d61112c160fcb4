import type { Writer } from '../types.ts';

type Facts = Readonly<Record<string, string | number | null>>;

/** Writes what was changed and on which ids. Never a name, a number that belongs to a person, or a text. */
export function audit(writer: Writer, at: number, what: string, subject: string, detail: Facts = {}): void {
  writer.run(
    'INSERT INTO audit(at, what, subject, detail) VALUES (?, ?, ?, ?)',
    at,
    what,
    subject,
    JSON.stringify(detail),
  );
}

/** Records an action that can be undone, with the rows as they were; answers its id. */
export function recordAction(writer: Writer, at: number, what: string, before: unknown): number {
  return writer.run('INSERT INTO action(at, what, before) VALUES (?, ?, ?)', at, what, JSON.stringify(before))
    .lastId;
}

/** Marks an action as undone. */
export function markUndone(writer: Writer, id: number, at: number): void {
  writer.run('UPDATE action SET undone_at = ? WHERE id = ?', at, id);
}

/** Keeps one small fact of the engine itself (last tick, last backup). */
export function setState(writer: Writer, key: string, value: string): void {
  writer.run(
    'INSERT INTO state(key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    key,
    value,
  );
}
