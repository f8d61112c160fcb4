/// <reference path="./driver.d.ts" />
import Database from 'better-sqlite3-multiple-ciphers';
import { closeSync, openSync, readSync, statSync } from 'node:fs';

export type Connection = Database.Database;

/** What every plaintext SQLite file begins with. */
const MAGIC = 'SQLite format 3\u0000';
const KEY = /^[0-9a-f]{64}$/;

/** Bytes of a file; 0 when there is none. */
export function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** The first bytes of a file, or null when there is none or it is empty. */
export function headOf(path: string, bytes: number): Buffer | null {
  let handle: number;
  try {
    if (statSync(path).size === 0) return null;
    handle = openSync(path, 'r');
  } catch {
    return null;
  }
  try {
    const buffer = Buffer.alloc(bytes);
    return buffer.subarray(0, readSync(handle, buffer, 0, bytes, 0));
  } finally {
    closeSync(handle);
  }
}

/** True for a file that anybody could read: an empty or mistyped key makes one without any error (EP finding 5). */
export function isPlaintext(path: string): boolean {
  return headOf(path, 16)?.toString('latin1') === MAGIC;
}

/**
 * Opens a database file with its key in the raw form (64 hexadecimal digits; the passphrase form would cost 150 ms).
 * Throws on a key of another form, because the driver would silently write plaintext, and whatever the driver throws.
 * SQLCipher 4 format: with the page cache below its reads equal ChaCha20's, and the format is the one that other
 * tools can open (docs/decisions/0010).
 */
export function openFile(path: string, key: string, options: { readonly: boolean }): Connection {
  if (!KEY.test(key)) throw new TypeError('The key must be 64 hexadecimal digits.');
  const db = new Database(path, { readonly: options.readonly, fileMustExist: options.readonly });
  try {
    db.pragma("cipher = 'sqlcipher'");
    db.pragma('legacy = 4');
    db.pragma(`key = "x'${key}'"`);
    // In KiB: a part of what the engine as a whole may take (main/shell/engineProcess.ts).
    db.pragma('cache_size = -32768');
    // The first read: a wrong key or a damaged first page shows here and not later.
    db.prepare('SELECT count(*) FROM sqlite_master').get();
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** True when the file opens with the key and its pages are sound. */
export function isSound(path: string, key: string): boolean {
  try {
    const db = openFile(path, key, { readonly: true });
    try {
      return db.pragma('quick_check', { simple: true }) === 'ok';
    } finally {
      db.close();
    }
  } catch {
    return false;
  }
}
