import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backupStore } from '../../../main/engine/store/backup.ts';
import { storeFault } from '../../../main/engine/store/faults.ts';
import { openStore } from '../../../main/engine/store/open.ts';
import { countOf, fill, OTHER_KEY, tempStore } from '../../fakes/store.ts';

const PAGE = 4096;
const ROWS = 3_000;
let temp: ReturnType<typeof tempStore>;
let path: string;
let pages: number;

beforeEach(() => {
  temp = tempStore();
  path = temp.options.path;
  const store = temp.open();
  fill(store, ROWS);
  store.close();
  pages = readFileSync(path).length / PAGE;
});
afterEach(() => temp.remove());

function flip(at: number): void {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 0x10;
  writeFileSync(path, bytes);
}

/** Opens and reads everything: how it ended, and how many rows were read. */
function useAll(): { end: 'sound' | 'refused' | 'read-fault'; rows: number } {
  const opened = openStore(temp.options);
  if (!opened.ok) {
    expect(opened.failure.code).toBe('corrupt');
    return { end: 'refused', rows: 0 };
  }
  try {
    const rows = opened.store.reader.all<{ subject: string }>('SELECT subject FROM audit ORDER BY id');
    const problems = opened.store.integrity();
    // Whatever is read is what was written: a damaged page fails, it never lies.
    expect(rows.map((row) => row.subject)).toEqual(Array.from({ length: ROWS }, (_, n) => String(n)));
    return { end: problems.length === 0 ? 'sound' : 'read-fault', rows: rows.length };
  } catch (error) {
    if (!storeFault(error)) throw error;
    expect(storeFault(error)).toEqual({ code: 'store-corrupt' });
    return { end: 'read-fault', rows: 0 };
  } finally {
    opened.store.close();
  }
}

test('one flipped bit in any page is noticed and never read as data', () => {
  const whole = readFileSync(path);
  for (let page = 0; page < pages; page += 3) {
    writeFileSync(path, whole);
    flip(page * PAGE + 17 + ((page * 131) % (PAGE - 17)));
    expect(useAll().end, `page ${page + 1} of ${pages}`).not.toBe('sound');
    rmSync(`${path}.suspect`, { force: true });
  }
  writeFileSync(path, whole);
  expect(useAll()).toEqual({ end: 'sound', rows: ROWS });
});

test('damage that is met while the store is open leads to the recovery screen at the next start', () => {
  const sound = temp.open();
  const [audit] = sound.reader.all<{ rootpage: number }>(
    "SELECT rootpage FROM sqlite_schema WHERE name = 'audit'",
  );
  sound.close();
  // A page that opening does not read, and that reading its table must.
  flip(((audit?.rootpage ?? 0) - 1) * PAGE + 99);
  const store = temp.open();
  expect(() => store.reader.all('SELECT * FROM audit')).toThrow();
  store.close();
  expect(openStore(temp.options)).toMatchObject({ ok: false, failure: { code: 'corrupt' } });
});

test('a false alarm is forgotten after the check', () => {
  writeFileSync(`${path}.suspect`, '');
  const store = temp.open();
  expect(countOf(store)).toBe(ROWS);
  expect(existsSync(`${path}.suspect`)).toBe(false);
  store.close();
});

describe('a file that does not open is damage, not another key,', () => {
  const expectCorrupt = () =>
    expect(openStore(temp.options)).toMatchObject({ ok: false, failure: { code: 'corrupt' } });

  test('when page 1 is damaged behind its salt', () => {
    flip(1_000);
    expectCorrupt();
  });

  test.each([0.5, 0.03])('when it was cut to %d of its length at a page’s end', (share) => {
    truncateSync(path, Math.max(1, Math.floor(pages * share)) * PAGE);
    expectCorrupt();
  });

  test('when it was cut within a page', () => {
    truncateSync(path, 3 * PAGE - 100);
    expectCorrupt();
  });

  test('when it was replaced by a text file of a whole number of pages', () => {
    writeFileSync(path, 'number,time\n'.padEnd(2 * PAGE, 'SLS123,2026-11-24\n'));
    expectCorrupt();
  });

  test('when its beginning was zeroed', () => {
    const bytes = readFileSync(path);
    bytes.fill(0, 0, PAGE);
    writeFileSync(path, bytes);
    expectCorrupt();
  });

  test('when its salt is damaged and a backup opens with the key', () => {
    const store = temp.open();
    expect(backupStore({ store, folder: temp.options.backupFolder, ...temp.options }).ok).toBe(true);
    store.close();
    flip(3);
    expect(openStore(temp.options)).toMatchObject({
      ok: false,
      failure: { code: 'corrupt', detail: { backupAt: temp.clock.at, backups: 1 } },
    });
  });
});

test('a whole file and another key is another key', () => {
  expect(openStore({ ...temp.options, key: OTHER_KEY })).toMatchObject({
    ok: false,
    failure: { code: 'key-changed' },
  });
});

test('the doubt that stays: a damaged salt without any backup reads as another key, and nothing is changed', () => {
  flip(3);
  const before = readFileSync(path);
  expect(openStore(temp.options)).toMatchObject({ ok: false, failure: { code: 'key-changed' } });
  expect(readFileSync(path)).toEqual(before);
});

describe('an empty file', () => {
  test('where there was data (a backup says so) is damage', () => {
    const store = temp.open();
    backupStore({ store, folder: temp.options.backupFolder, ...temp.options });
    store.close();
    truncateSync(path, 0);
    expect(openStore(temp.options)).toMatchObject({
      ok: false,
      failure: { code: 'corrupt', detail: { empty: true, backups: 1 } },
    });
  });

  test('of a first start that was cut short becomes a store', () => {
    truncateSync(path, 0);
    const store = temp.open();
    expect(countOf(store)).toBe(0);
    store.close();
  });
});

describe('the write-ahead log', () => {
  /** The files as a killed process leaves them: the newest rows are in the log only. */
  function killedCopy(): void {
    const store = temp.open();
    store.checkpoint();
    fill(store, 10);
    const files = ['', '-wal'].map((suffix) => [suffix, readFileSync(path + suffix)] as const);
    store.close();
    for (const [suffix, bytes] of files) writeFileSync(path + suffix, bytes);
  }

  test('gives back what was committed', () => {
    killedCopy();
    const store = temp.open();
    expect([countOf(store), store.integrity()]).toEqual([ROWS + 10, []]);
    store.close();
  });

  test('survives an attempt with another key', () => {
    killedCopy();
    expect(openStore({ ...temp.options, key: OTHER_KEY }).ok).toBe(false);
    const store = temp.open();
    expect(countOf(store)).toBe(ROWS + 10);
    store.close();
  });

  test('missing costs the rows that were in it only', () => {
    killedCopy();
    rmSync(`${path}-wal`);
    const store = temp.open();
    expect([countOf(store), store.integrity()]).toEqual([ROWS, []]);
    store.close();
  });

  test('without its store is not thrown away', () => {
    killedCopy();
    rmSync(path);
    expect(openStore(temp.options)).toMatchObject({ ok: false, failure: { code: 'corrupt' } });
    expect(existsSync(`${path}-wal`)).toBe(true);
  });
});
