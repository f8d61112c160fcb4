import type { Fault } from '#shared/result.ts';

/** SQLite's result code of an error, or an empty text. */
export function sqliteCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return String(error.code);
}

/** NOTADB and the two I/O codes: a page that does not pass its authentication, or is not there. */
const DAMAGE = ['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_IOERR_SHORT_READ', 'SQLITE_IOERR_DATA'];

/** Turns what the database driver throws into a fault; null for anything that is not the store's trouble. */
export function storeFault(error: unknown): Fault | null {
  const code = sqliteCode(error);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return { code: 'disk-full' };
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return { code: 'store-read-only' };
  }
  if (DAMAGE.some((each) => code.startsWith(each))) return { code: 'store-corrupt' };
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return { code: 'store-busy' };
  // A full disk while the log or its index grows comes as an I/O error; one while reading is something else.
  if (/^SQLITE_IOERR(_WRITE|_FSYNC|_SHM.*)?$/.test(code)) return { code: 'disk-full' };
  return null;
}
