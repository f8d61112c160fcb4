import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backupStore, listBackups } from '../../../main/engine/store/backup.ts';
import { openStore } from '../../../main/engine/store/open.ts';
import { restoreNewestBackup, startEmpty } from '../../../main/engine/store/recover.ts';
import { countOf, fill, recordingLog, tempStore } from '../../fakes/store.ts';

const HOUR = 3_600_000;
let temp: ReturnType<typeof tempStore>;
beforeEach(() => void (temp = tempStore()));
afterEach(() => temp.remove());

/** Fills and backs up three times (100, 200, 300 rows), an hour apart, then adds 50 rows that no backup has. */
function history(): void {
  const store = temp.open();
  for (let n = 0; n < 3; n += 1) {
    fill(store, 100);
    temp.clock.at += HOUR;
    expect(backupStore({ store, folder: temp.options.backupFolder, ...temp.options }).ok).toBe(true);
  }
  fill(store, 50);
  store.close();
}

function ruin(path: string): void {
  writeFileSync(path, 'ruined '.repeat(2_000));
}

test('the drill: data, backup, damage, restore, count', () => {
  history();
  const newest = temp.clock.at;
  ruin(temp.options.path);
  writeFileSync(`${temp.options.path}-wal`, 'the log of the ruined file');
  expect(openStore(temp.options)).toMatchObject({ ok: false, failure: { code: 'corrupt' } });
  temp.clock.at += HOUR;
  const done = restoreNewestBackup(temp.options);
  expect(done).toEqual({
    ok: true,
    note: 'restored seamark-20261124T110000000Z.db',
    setAside: 'seamark.db.damaged-20261124T120000000Z',
    backupAt: newest,
  });
  const store = temp.open();
  expect([countOf(store), store.integrity()]).toEqual([300, []]);
  store.close();
  const aside = join(temp.folder, 'seamark.db.damaged-20261124T120000000Z');
  expect(readFileSync(aside, 'utf8')).toMatch(/^ruined /);
  expect(readFileSync(`${aside}-wal`, 'utf8')).toBe('the log of the ruined file');
  expect(listBackups(temp.options.backupFolder)).toHaveLength(3);
});

test('a backup that is itself damaged is passed over', () => {
  history();
  const [newest, second] = listBackups(temp.options.backupFolder);
  const bytes = readFileSync(newest?.path ?? '');
  bytes.fill(0, bytes.length - 4096);
  writeFileSync(newest?.path ?? '', bytes);
  ruin(temp.options.path);
  expect(restoreNewestBackup(temp.options)).toMatchObject({ ok: true, backupAt: second?.at });
  const store = temp.open();
  expect(countOf(store)).toBe(200);
  store.close();
});

test('without a sound backup nothing is moved', () => {
  ruin(temp.options.path);
  expect(restoreNewestBackup(temp.options)).toMatchObject({ ok: false, failure: { code: 'corrupt' } });
  expect(readdirSync(temp.folder)).toEqual(['seamark.db']);
});

test('starting empty keeps the old file beside the new one', () => {
  history();
  const before = readFileSync(temp.options.path);
  const done = startEmpty(temp.options);
  const store = temp.open();
  expect(countOf(store)).toBe(0);
  store.close();
  const aside = done.ok ? done.setAside : null;
  expect(readFileSync(join(temp.folder, aside ?? ''))).toEqual(before);
});

test('neither touches a store that is open', () => {
  history();
  const store = temp.open();
  const answers = [restoreNewestBackup(temp.options), startEmpty(temp.options)];
  expect(answers).toEqual(
    Array.from({ length: 2 }, () => ({ ok: false, failure: { code: 'in-use', detail: {} } })),
  );
  expect(countOf(store)).toBe(350);
  store.close();
});

describe('a backup', () => {
  test('is complete while writing goes on, opens with the key and is rotated', () => {
    const store = temp.open();
    for (let n = 0; n < 6; n += 1) {
      fill(store, 10);
      temp.clock.at += 1_000;
      expect(backupStore({ store, folder: temp.options.backupFolder, ...temp.options }).ok).toBe(true);
    }
    store.close();
    const kept = listBackups(temp.options.backupFolder);
    const counts = kept.map((backup) => {
      const copy = temp.open({ path: backup.path });
      const n = countOf(copy);
      copy.close();
      return n;
    });
    expect(counts).toEqual([60, 50, 40]);
  });

  test('that fails leaves the earlier ones and no half file, and says so without words of the data', () => {
    history();
    const log = recordingLog();
    const before = readdirSync(temp.options.backupFolder);
    const broken = {
      vacuumInto: (path: string) => {
        writeFileSync(path, 'half');
        throw Object.assign(new Error('Maria Santos'), { code: 'SQLITE_FULL' });
      },
    };
    temp.clock.at += HOUR;
    const saved = backupStore({ store: broken, folder: temp.options.backupFolder, ...temp.options, log });
    expect(saved).toEqual({ ok: false, error: { code: 'backup-failed', detail: { reason: 'SQLITE_FULL' } } });
    expect(readdirSync(temp.options.backupFolder)).toEqual(before);
    expect(JSON.stringify(log.lines)).not.toContain('Maria');
  });

  test('that is plaintext or half is never given a name', () => {
    const folder = temp.options.backupFolder;
    for (const content of ['SQLite format 3\u0000 and more', 'half']) {
      const store = { vacuumInto: (path: string) => writeFileSync(path, content) };
      expect(backupStore({ store, folder, ...temp.options }).ok).toBe(false);
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  test('clears away what a killed one left', () => {
    history();
    const half = join(temp.options.backupFolder, 'seamark-20200101T000000000Z.db.part');
    writeFileSync(half, 'half');
    expect(listBackups(temp.options.backupFolder)).toHaveLength(3);
    const store = temp.open();
    expect(backupStore({ store, folder: temp.options.backupFolder, ...temp.options }).ok).toBe(true);
    store.close();
    expect(existsSync(half)).toBe(false);
  });
});
