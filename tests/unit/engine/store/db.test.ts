import Database from 'better-sqlite3-multiple-ciphers';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connect } from '../../../../main/engine/store/db.ts';
import { recordingLog, tempStore } from '../../../fakes/store.ts';

const FULL = 2;
const NORMAL = 1;
let temp: ReturnType<typeof tempStore>;
let db: ReturnType<typeof openRaw>;
let log: ReturnType<typeof recordingLog>;

const openRaw = (folder: string) => new Database(join(folder, 'plain.db'));
const make = (slowMs = 1_000_000) => connect(db, { log, slowMs });
const names = () =>
  make()
    .reader.all<{ v: string }>('SELECT v FROM t ORDER BY rowid')
    .map((row) => row.v);

beforeEach(() => {
  temp = tempStore();
  log = recordingLog();
  db = openRaw(temp.folder);
  db.exec('CREATE TABLE t(v TEXT UNIQUE)');
  db.pragma('synchronous = FULL');
});
afterEach(() => {
  db.close();
  temp.remove();
});

describe('transaction', () => {
  test('commits what was written, rolls back what threw, and passes the error on', () => {
    const { writer } = make();
    writer.transaction('command', () => writer.run('INSERT INTO t VALUES (?)', 'a'));
    const broken = () =>
      writer.transaction('command', () => {
        writer.run('INSERT INTO t VALUES (?)', 'b');
        throw new RangeError('no');
      });
    expect(broken).toThrow(RangeError);
    expect(names()).toEqual(['a']);
    expect(db.inTransaction).toBe(false);
  });

  test('a nested one joins: the outer failure takes both back', () => {
    const { writer } = make();
    const broken = () =>
      writer.transaction('batch', () => {
        writer.transaction('command', () => writer.run('INSERT INTO t VALUES (?)', 'inner'));
        throw new RangeError('no');
      });
    expect(broken).toThrow(RangeError);
    expect(names()).toEqual([]);
  });

  test('a failed statement leaves the connection ready for the next transaction', () => {
    const { writer } = make();
    const twice = () =>
      writer.transaction('command', () => {
        writer.run('INSERT INTO t VALUES (?)', 'a');
        writer.run('INSERT INTO t VALUES (?)', 'a');
      });
    expect(twice).toThrow(/UNIQUE/);
    writer.transaction('command', () => writer.run('INSERT INTO t VALUES (?)', 'a'));
    expect(names()).toEqual(['a']);
  });

  test('refuses work that would go on after the commit', () => {
    const { writer } = make();
    expect(() => writer.transaction('command', async () => undefined)).toThrow(/cannot wait/);
    expect(db.inTransaction).toBe(false);
  });

  test('commands are forced to the disk, batches are not, and a nested one does not change that', () => {
    const { writer } = make();
    const level = () => db.pragma('synchronous', { simple: true });
    const seen = [
      writer.transaction('command', level),
      writer.transaction('batch', level),
      writer.transaction('batch', () => writer.transaction('command', level)),
      writer.transaction('command', level),
    ];
    expect(seen).toEqual([FULL, NORMAL, NORMAL, FULL]);
  });
});

describe('slow statements', () => {
  test('are logged and kept by their text, without any value', () => {
    const { writer, slowest } = make(0);
    writer.run('INSERT INTO t VALUES (?)', 'Maria Santos');
    expect(slowest()).toEqual([{ sql: 'INSERT INTO t VALUES (?)', ms: expect.any(Number) }]);
    expect(log.lines.map((line) => line.event)).toEqual(['store.slow']);
    expect(JSON.stringify([log.lines, slowest()])).not.toContain('Maria');
  });

  test('are kept slowest first, ten at most', () => {
    const { reader, slowest } = make(0);
    for (let n = 0; n < 30; n += 1) reader.all('SELECT v FROM t');
    const times = slowest().map((each) => each.ms);
    expect(times).toHaveLength(10);
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });

  test('fast ones are not', () => {
    const { reader, slowest } = make();
    reader.all('SELECT v FROM t');
    expect([slowest(), log.lines]).toEqual([[], []]);
  });
});

test('more SQL texts than are kept still work', () => {
  const { reader } = make();
  for (let n = 0; n < 1_100; n += 1) expect(reader.get(`SELECT ${n} AS n`)).toEqual({ n });
});
