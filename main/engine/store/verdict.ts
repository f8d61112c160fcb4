import { createHmac, pbkdf2Sync } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { sqliteCode } from './faults.ts';
import { type Connection, headOf, sizeOf } from './file.ts';

/** The SQLCipher 4 page: 4096 bytes, of which the last 80 are 16 of initial vector and 64 of HMAC-SHA512. */
const PAGE = 4096;
const SALT = 16;
const MAC = 64;
/** So many pages are tried, spread over the file: a good one among them settles the question. */
const TRIED = 64;

/**
 * Why a file does not open: its key changed, or it is damaged.
 *
 * 1. A page that passes its authentication with this key proves the key: damage.
 * 2. A file that is not a whole number of pages, or whose beginning does not look like cipher text, is damaged.
 * 3. A backup that opens with this key speaks for the key: damage.
 * 4. What is left looks whole and opens with nothing: the key changed.
 *
 * The doubt that stays: a file whose first 16 bytes (the salt) are damaged, without any backup, reads as `key-changed`.
 * No one can tell the two apart; both screens keep the file.
 */
export function keyOrDamage(
  path: string,
  key: string,
  aBackupOpens: () => boolean,
): 'corrupt' | 'key-changed' {
  const size = sizeOf(path);
  if (size === 0 || size % PAGE !== 0) return 'corrupt';
  const head = headOf(path, PAGE);
  if (!head || !looksEncrypted(head)) return 'corrupt';
  if (somePageFits(path, key, size / PAGE)) return 'corrupt';
  return aBackupOpens() ? 'corrupt' : 'key-changed';
}

/**
 * True for bytes without any pattern. Of 4,096 random bytes nearly all 256 values occur (fewer than 250 has a chance
 * below one in a billion) and none much more often than 16 times; text, zeros and file formats are far from both.
 */
export function looksEncrypted(bytes: Uint8Array): boolean {
  const counts = new Uint32Array(256);
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  return counts.filter((n) => n > 0).length >= 250 && Math.max(...counts) <= 64;
}

/** True when a page of the file carries the right HMAC for this key (the SQLCipher 4 design, public documentation). */
function somePageFits(path: string, key: string, pages: number): boolean {
  const handle = openSync(path, 'r');
  try {
    const page = Buffer.alloc(PAGE);
    readSync(handle, page, 0, PAGE, 0);
    const macSalt = Buffer.from(page.subarray(0, SALT).map((byte) => byte ^ 0x3a));
    const macKey = pbkdf2Sync(Buffer.from(key, 'hex'), macSalt, 2, 32, 'sha512');
    const step = Math.max(1, Math.floor(pages / TRIED));
    for (let number = 1; number <= pages; number += step) {
      if (readSync(handle, page, 0, PAGE, (number - 1) * PAGE) < PAGE) return false;
      const order = Buffer.alloc(4);
      order.writeUInt32LE(number);
      const mac = createHmac('sha512', macKey)
        .update(page.subarray(number === 1 ? SALT : 0, PAGE - MAC))
        .update(order)
        .digest();
      if (mac.equals(page.subarray(PAGE - MAC))) return true;
    }
    return false;
  } finally {
    closeSync(handle);
  }
}

/** Problems found by a full check of the tables and indexes; empty when sound. A page that cannot be read is one. */
export function problemsOf(db: Connection): string[] {
  try {
    const rows = db.pragma('integrity_check(20)') as { integrity_check: string }[];
    return rows.map((row) => row.integrity_check).filter((line) => line !== 'ok');
  } catch (error) {
    return [sqliteCode(error)];
  }
}
