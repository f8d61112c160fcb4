import type { Fault } from '#shared/result.ts';

/** SQLite's result code of an error, or an empty text. */
export function sqliteCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return String(error.code);
}

/** Turns what the database driver throws into a fault; null for anything that is not the store's trouble. */
export function storeFault(error: unknown): Fault | null {
  const code = sqliteCode(error);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return { code: 'disk-full' };
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return { code: 'store-read-only' };
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return { code: 'store-corrupt' };
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return { code: 'store-busy' };
  // SQLite reports a full disk during a write of the log as an I/O error.
  if (code.startsWith('SQLITE_IOERR')) return { code: 'disk-full' };
  return null;
}
