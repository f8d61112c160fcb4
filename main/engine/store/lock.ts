/// <reference path="./driver.d.ts" />
import Database from 'better-sqlite3-multiple-ciphers';

export interface Lock {
  release(): void;
}

/**
 * Takes the data folder for this process, or answers null when another has it. The lock is the operating system's own
 * file lock on a tiny database beside the store (nothing is ever written into it), so it goes with its holder, however
 * that ends.
 */
export function takeLock(path: string): Lock | null {
  const db = new Database(path, { timeout: 0 });
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    db.prepare('BEGIN EXCLUSIVE').run();
    return { release: () => db.close() };
  } catch (error) {
    db.close();
    if (String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
}
