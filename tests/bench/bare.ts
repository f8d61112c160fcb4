import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ScanRow } from '#shared/model/import.ts';
import { openFile } from '../../main/engine/store/file.ts';
import { openStore, type OpenStore } from '../../main/engine/store/open.ts';
import type { Param } from '../../main/engine/store/types.ts';
import { silentLog, systemClock } from '../../main/engine/system.ts';
import { cpuMs } from './figures.ts';
import { BENCH_KEY, benchHome } from './world.ts';

/** Rows in one transaction, the same for every bare rate. */
const BATCH = 1_000;
/** What an event points to, in the order in which it must be there. */
const PARENTS = ['import_run', 'scan_text', 'scan', 'place', 'parcel', 'leg'] as const;

function open(home: string): OpenStore {
  const opened = openStore({
    path: join(home, 'seamark.db'),
    key: BENCH_KEY,
    backupFolder: join(home, 'backups'),
    clock: systemClock,
    log: silentLog,
  });
  if (!opened.ok) throw new Error(opened.failure.code);
  return opened.store;
}

/** By the clock, and by what the thread computed. */
export interface BareRate {
  readonly perSecond: number;
  readonly perCpuSecond: number;
}

type Row = Readonly<Record<string, Param>>;

const insertOf = (table: string, row: Row): string =>
  `INSERT INTO ${table}(${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
    .map(() => '?')
    .join(', ')})`;

function copyInto(store: OpenStore, table: string, rows: readonly Row[]): BareRate {
  const [first] = rows;
  if (!first) return { perSecond: 0, perCpuSecond: 0 };
  const sql = insertOf(table, first);
  const values = rows.map((row) => Object.values(row));
  const cpu = cpuMs();
  const start = performance.now();
  for (let from = 0; from < values.length; from += BATCH) {
    store.writer.transaction('batch', () => {
      for (const value of values.slice(from, from + BATCH)) store.writer.run(sql, ...value);
    });
  }
  const perSecond = values.length / ((performance.now() - start) / 1_000);
  return { perSecond, perCpuSecond: values.length / ((cpuMs() - cpu) / 1_000) };
}

/**
 * Rows a second that a second store of the product takes when the finished events of the store at `home` are inserted
 * into it, and nothing else is done: no file to read, no words, places or parcels to find, no journey, no case. What
 * they point to is there already.
 */
export function bareRate(home: string): BareRate {
  const full = open(home);
  const place = benchHome();
  const empty = open(place.home);
  try {
    for (const table of PARENTS)
      copyInto(empty, table, full.reader.all<Row>(`SELECT * FROM ${table} ORDER BY id`));
    return copyInto(empty, 'event', full.reader.all<Row>('SELECT * FROM event ORDER BY id'));
  } finally {
    full.close();
    empty.close();
    place.remove();
  }
}

/**
 * Rows a second of an encrypted file with one table of the rows' own words, without any index or key: the highest
 * number that can be had from the driver, told for comparison.
 */
export function flatRate(folder: string, rows: readonly ScanRow[]): number {
  const path = join(folder, 'flat.db');
  const db = openFile(path, BENCH_KEY, { readonly: false });
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = NORMAL');
    db.exec(`CREATE TABLE flat (id INTEGER PRIMARY KEY, number TEXT, carrier TEXT, code TEXT, status TEXT, text TEXT,
      place TEXT, instant INTEGER, raw_time TEXT, zone TEXT, zone_reason TEXT, line INTEGER) STRICT`);
    const insert = db.prepare<unknown[], unknown>(
      `INSERT INTO flat(number, carrier, code, status, text, place, instant, raw_time, zone, zone_reason, line)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    const start = performance.now();
    for (let from = 0; from < rows.length; from += BATCH) {
      db.exec('BEGIN');
      for (const row of rows.slice(from, from + BATCH)) {
        const { number, carrier, code, status, text, place, instant, rawTime, zone, zoneReason, line } = row;
        insert.run(number, carrier, code, status, text, place, instant, rawTime, zone, zoneReason, line);
      }
      db.exec('COMMIT');
    }
    return rows.length / ((performance.now() - start) / 1_000);
  } finally {
    db.close();
    for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
  }
}
