import { existsSync, rmSync, writeFileSync } from 'node:fs';
import type { Connection } from './file.ts';

/**
 * Damage away from the first page shows only when its page is read, while the store is open. A mark beside the store
 * makes the next start look at every page, and so reach the recovery screen instead of failing once more in the middle
 * of work. Looking at every start would cost seconds on a large store.
 */
export function markSuspect(path: string): void {
  try {
    writeFileSync(`${path}.suspect`, '');
  } catch {
    // The folder may be what is broken; the statement that found the damage already fails with its own error.
  }
}

/** Checks all pages of a marked store: throws SQLITE_CORRUPT if they are damaged, takes the mark away if not. */
export function checkSuspect(db: Connection, path: string): void {
  const mark = `${path}.suspect`;
  if (!existsSync(mark)) return;
  if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') {
    throw Object.assign(new Error('The store is damaged.'), { code: 'SQLITE_CORRUPT' });
  }
  rmSync(mark, { force: true });
}
