import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listBackups } from '../../../main/engine/store/backup.ts';
import { storeFault } from '../../../main/engine/store/faults.ts';
import { MIGRATIONS } from '../../../main/engine/store/migrations/index.ts';
import { openStore } from '../../../main/engine/store/open.ts';
import { purgeExpired } from '../../../main/engine/store/purge.ts';
import { countOf, fill, tempStore } from '../../fakes/store.ts';

let temp: ReturnType<typeof tempStore>;
beforeEach(() => void (temp = tempStore()));
afterEach(() => temp.remove());
const NEXT = { id: 9990, name: 'next', sql: 'CREATE TABLE later(id INTEGER PRIMARY KEY) STRICT' };

test('the schema after all migrations is the checked-in one', async () => {
  const store = temp.open();
  const rows = store.reader.all<{ sql: string }>(
    "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type, name",
  );
  store.close();
  await expect(`${rows.map((row) => row.sql).join(';\n\n')};\n`).toMatchFileSnapshot(
    '../../fixtures/store/schema.sql',
  );
});

test('an upgrade backs up first; then the older version refuses by name and changes nothing', () => {
  const old = temp.open();
  fill(old, 5);
  old.close();
  const upgraded = temp.open({ migrations: [...MIGRATIONS, NEXT] });
  expect([upgraded.schema, countOf(upgraded)]).toEqual([9990, 5]);
  upgraded.close();
  expect(listBackups(temp.options.backupFolder)).toHaveLength(1);
  const before = readFileSync(temp.options.path);
  expect(openStore(temp.options)).toMatchObject({ ok: false, failure: { code: 'newer-version' } });
  expect(readFileSync(temp.options.path)).toEqual(before);
});

test('a migration that fails half way leaves the store as it was', () => {
  const old = temp.open();
  fill(old, 5);
  old.close();
  const broken = { ...NEXT, sql: `${NEXT.sql}; CREATE TABLE audit(x)` };
  expect(openStore({ ...temp.options, migrations: [...MIGRATIONS, broken] }).ok).toBe(false);
  const store = temp.open();
  expect(countOf(store)).toBe(5);
  expect(store.reader.get("SELECT 1 FROM sqlite_schema WHERE name = 'later'")).toBeUndefined();
  store.close();
});

test('a full disk is named, at the start and while writing, and what was there stays', () => {
  expect(openStore({ ...temp.options, maxPages: 3 })).toMatchObject({ failure: { code: 'disk-full' } });
  const store = temp.open({ maxPages: 200 });
  fill(store, 5);
  let fault: unknown;
  try {
    fill(store, 20_000, (n) => String(n).padEnd(300));
  } catch (error) {
    fault = storeFault(error);
  }
  expect(fault).toEqual({ code: 'disk-full' });
  expect([countOf(store), store.integrity()]).toEqual([5, []]);
  store.close();
});

test('a store is open once, and closed it can be opened again', () => {
  const store = temp.open();
  expect(openStore(temp.options)).toMatchObject({ ok: false, failure: { code: 'in-use' } });
  store.close();
  store.close();
  temp.open().close();
});

test('a refused value is forgotten when its time is up, and only then', () => {
  const store = temp.open();
  const { writer, reader } = store;
  writer.run(`INSERT INTO import_run(id, file_name, path, digest, format, encoding, mapping, options, state, bytes_total,
    started_at) VALUES (1, 'f', 'p', 'd', 'csv', 'utf-8', '{}', '{}', 'done', 1, 1)`);
  for (const line of [1, 2]) {
    writer.run(
      'INSERT INTO import_refusal VALUES (1, ?, ?, ?, ?, ?)',
      line,
      'no-number',
      'c',
      'v',
      line * 100,
    );
  }
  expect([purgeExpired(writer, 100), purgeExpired(writer, 100)]).toEqual([1, 0]);
  expect(reader.all('SELECT line, column_name AS c, value AS v FROM import_refusal ORDER BY line')).toEqual([
    { line: 1, c: null, v: null },
    { line: 2, c: 'c', v: 'v' },
  ]);
  store.close();
});
