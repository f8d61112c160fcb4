import fc from 'fast-check';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backupName, listBackups, surplus } from '../../../../main/engine/store/backup.ts';
import { tempStore } from '../../../fakes/store.ts';

const DAY = 86_400_000;
const NOON = Date.UTC(2026, 10, 24, 12);

describe('rotation', () => {
  test('keeps three of the newest day and the newest of each day before', () => {
    const at = (days: number, hours: number) => ({ at: NOON - days * DAY - hours * 3_600_000 });
    const all = [at(0, 0), at(0, 1), at(0, 2), at(0, 3), at(1, 0), at(1, 5), at(2, 1)];
    expect(surplus(all)).toEqual([at(0, 3), at(1, 5)]);
  });

  test('keeps ten in all', () => {
    const all = Array.from({ length: 15 }, (_, days) => ({ at: NOON - days * DAY }));
    expect(surplus(all)).toEqual(all.slice(10));
  });

  test('never drops the newest, never keeps more than ten, and has nothing to do a second time', () => {
    const times = fc.uniqueArray(fc.integer({ min: NOON - 40 * DAY, max: NOON }), {
      minLength: 1,
      maxLength: 80,
    });
    fc.assert(
      fc.property(times, (ats) => {
        const all = ats.map((at) => ({ at }));
        const gone = new Set(surplus(all));
        const kept = all.filter((item) => !gone.has(item));
        expect(kept.map((item) => item.at)).toContain(Math.max(...ats));
        expect(kept.length).toBeLessThanOrEqual(10);
        expect(surplus(kept)).toEqual([]);
      }),
    );
  });
});

describe('names', () => {
  let temp: ReturnType<typeof tempStore>;
  beforeEach(() => void (temp = tempStore()));
  afterEach(() => temp.remove());

  test('carry the time in UTC, and other files of the folder do not count', () => {
    const folder = temp.options.backupFolder;
    mkdirSync(folder);
    const name = backupName(NOON + 7);
    expect(name).toBe('seamark-20261124T120000007Z.db');
    for (const file of [name, `${name}.part`, 'notes.txt']) writeFileSync(join(folder, file), 'abc');
    expect(listBackups(folder)).toEqual([{ name, path: join(folder, name), at: NOON + 7, bytes: 3 }]);
  });

  test('a folder that is not there has none', () => {
    expect(listBackups(join(temp.folder, 'nowhere'))).toEqual([]);
  });
});
