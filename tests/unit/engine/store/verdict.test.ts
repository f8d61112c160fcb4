import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { storeFault } from '../../../../main/engine/store/faults.ts';
import { looksEncrypted } from '../../../../main/engine/store/verdict.ts';

describe('what cipher text looks like', () => {
  test('random pages do', () => {
    const pages = Array.from({ length: 200 }, () => looksEncrypted(randomBytes(4096)));
    expect(pages.every(Boolean)).toBe(true);
  });

  test.each([
    ['text', Buffer.alloc(4096, 'tracking number,scan time\r\n')],
    ['nothing', Buffer.alloc(4096)],
    ['a random page with a hole', Buffer.concat([randomBytes(3800), Buffer.alloc(296)])],
    ['a count', Buffer.from(Array.from({ length: 4096 }, (_, n) => n >> 8))],
  ])('%s does not', (_what, bytes) => {
    expect(looksEncrypted(bytes)).toBe(false);
  });
});

describe('faults of the driver', () => {
  test.each([
    ['SQLITE_FULL', 'disk-full'],
    ['ENOSPC', 'disk-full'],
    ['SQLITE_IOERR_WRITE', 'disk-full'],
    ['SQLITE_READONLY_DBMOVED', 'store-read-only'],
    ['EROFS', 'store-read-only'],
    ['SQLITE_CORRUPT_INDEX', 'store-corrupt'],
    ['SQLITE_NOTADB', 'store-corrupt'],
    ['SQLITE_IOERR_SHORT_READ', 'store-corrupt'],
    ['SQLITE_BUSY_SNAPSHOT', 'store-busy'],
  ])('%s is %s', (code, fault) => {
    expect(storeFault(Object.assign(new Error('x'), { code }))).toEqual({ code: fault });
  });

  test.each([
    [new Error('x')],
    ['text'],
    [null],
    [{ code: 'SQLITE_CONSTRAINT_UNIQUE' }],
    [{ code: 'SQLITE_IOERR_READ' }],
  ])('%o is not the store’s trouble', (error) => {
    expect(storeFault(error)).toBeNull();
  });
});
