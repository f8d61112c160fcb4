import type { Connection } from './file.ts';
import { type Migration, MIGRATIONS } from './migrations/index.ts';

/** What a store's list of applied migrations says when it is compared with the list that we know. */
export type SchemaState =
  | { readonly kind: 'current' | 'behind'; readonly applied: number }
  | { readonly kind: 'newer'; readonly applied: number };

const LIST = `CREATE TABLE IF NOT EXISTS migration (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT`;

/** The applied migrations, oldest first; empty for a new file. */
export function appliedMigrations(db: Connection): number[] {
  const table = db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'migration'").get();
  if (!table) return [];
  return db
    .prepare<[], { id: number }>('SELECT id FROM migration ORDER BY id')
    .all()
    .map((row) => row.id);
}

/** Compares: the applied list must be the beginning of the known one; anything else was written by a newer Seamark. */
export function schemaState(
  applied: readonly number[],
  known: readonly Migration[] = MIGRATIONS,
): SchemaState {
  const last = applied.at(-1) ?? 0;
  const prefix = applied.every((id, index) => known[index]?.id === id);
  if (!prefix) return { kind: 'newer', applied: last };
  return { kind: applied.length === known.length ? 'current' : 'behind', applied: last };
}

/** Applies what is missing, each migration in a transaction of its own; answers the newest applied id. */
export function migrate(db: Connection, now: number, known: readonly Migration[] = MIGRATIONS): number {
  db.exec(LIST);
  const applied = new Set(appliedMigrations(db));
  for (const migration of known) {
    if (applied.has(migration.id)) continue;
    db.transaction(() => {
      db.exec(migration.sql);
      db.prepare('INSERT INTO migration(id, name, applied_at) VALUES (?, ?, ?)').run(
        migration.id,
        migration.name,
        now,
      );
    }).immediate();
  }
  return known.at(-1)?.id ?? 0;
}
