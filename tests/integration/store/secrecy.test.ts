import Database from 'better-sqlite3-multiple-ciphers';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupStore } from '../../../main/engine/store/backup.ts';
import { isPlaintext, openFile } from '../../../main/engine/store/file.ts';
import { openStore } from '../../../main/engine/store/open.ts';
import { fill, KEY, OTHER_KEY, tempStore } from '../../fakes/store.ts';

const SECRET = 'Rua das Laranjeiras 99';
let temp: ReturnType<typeof tempStore>;
beforeEach(() => void (temp = tempStore()));
afterEach(() => temp.remove());

/** The names of all files below a folder that hold the text. */
function filesWith(folder: string, text: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => {
    const path = join(folder, name);
    return statSync(path).isFile() && readFileSync(path).includes(text);
  });
}

test('nothing that is stored can be read from any file: store, write-ahead log, backup', () => {
  const store = temp.open();
  fill(store, 200, () => SECRET);
  expect(statSync(`${temp.options.path}-wal`).size).toBeGreaterThan(0);
  const saved = backupStore({ store, folder: temp.options.backupFolder, ...temp.options });
  expect(saved.ok).toBe(true);
  expect(filesWith(temp.folder, SECRET)).toEqual([]);
  store.checkpoint();
  fill(store, 1, () => SECRET);
  expect(filesWith(temp.folder, SECRET)).toEqual([]);
  expect(filesWith(temp.folder, 'SQLite format 3')).toEqual([]);
  expect(filesWith(temp.folder, KEY)).toEqual([]);
  store.close();
});

test('the search finds the text where it is not encrypted', () => {
  const db = new Database(join(temp.folder, 'plain.db'));
  db.exec(`CREATE TABLE t(v); INSERT INTO t VALUES ('${SECRET}')`);
  db.close();
  expect(filesWith(temp.folder, SECRET)).toEqual(['plain.db']);
});

test.each([
  ['empty', ''],
  ['a passphrase', 'correct horse'],
  ['too short', KEY.slice(1)],
  ['quoted', `${KEY.slice(0, 62)}';`],
  ['in capitals', KEY.toUpperCase()],
])('a key that is %s is refused before the file is touched', (_what, key) => {
  expect(() => openFile(temp.options.path, key, { readonly: false })).toThrow(TypeError);
  const opened = openStore({ ...temp.options, key });
  expect(opened).toMatchObject({ ok: false, failure: { code: 'unknown' } });
  expect(readdirSync(temp.folder)).not.toContain('seamark.db');
});

test('the driver takes a mistyped pragma without a word and writes plaintext: that is what the check is for', () => {
  const path = join(temp.folder, 'trap.db');
  const db = new Database(path);
  db.pragma("cypher = 'sqlcipher'");
  db.pragma(`kee = "x'${KEY}'"`);
  db.exec('CREATE TABLE t(v)');
  db.close();
  expect(isPlaintext(path)).toBe(true);
});

test('a plaintext file in the store’s place is refused and left as it is', () => {
  const db = new Database(temp.options.path);
  db.exec('CREATE TABLE t(v)');
  db.close();
  const before = readFileSync(temp.options.path);
  const opened = openStore(temp.options);
  expect(opened).toMatchObject({ ok: false, failure: { code: 'corrupt', detail: { plaintext: true } } });
  expect(readFileSync(temp.options.path)).toEqual(before);
});

test('another key opens neither the store nor a backup', () => {
  const store = temp.open();
  backupStore({ store, folder: temp.options.backupFolder, ...temp.options });
  store.close();
  expect(openStore({ ...temp.options, key: OTHER_KEY })).toEqual({
    ok: false,
    failure: { code: 'key-changed', detail: { folder: temp.folder, backupAt: null, backups: 0 } },
  });
  temp.open().close();
});
