import { parentPort, workerData } from 'node:worker_threads';
import type { Instant } from '#shared/time.ts';
import type { LogFacts } from './ports.ts';
import { backupStore } from './store/backup.ts';
import { sqliteCode } from './store/faults.ts';
import { type Connection, openFile } from './store/file.ts';
import type { UpkeepOrder, UpkeepFile, UpkeepWord } from './store/upkeepWords.ts';

/** Where the upkeep thread begins: what takes seconds of a large store, on connections of its own. */
const file = workerData as UpkeepFile;

const say = (word: UpkeepWord): void => parentPort?.postMessage(word);
const line =
  (log: 'info' | 'warn' | 'error') =>
  (event: string, facts: LogFacts = {}): void =>
    say({ log, event, facts });
const log = { info: line('info'), warn: line('warn'), error: line('error') };

/** Opened for one order only: an open connection would hold a page cache for nothing. */
function within<T>(readonly: boolean, work: (db: Connection) => T): T {
  const db = openFile(file.path, file.key, { readonly });
  try {
    return work(db);
  } finally {
    db.close();
  }
}

function copyBack(): boolean {
  try {
    return within(false, (db) => {
      // The log must be on the disk before a page of it replaces one of the file.
      db.pragma('synchronous = FULL');
      db.pragma('wal_autocheckpoint = 0');
      db.pragma('wal_checkpoint(PASSIVE)');
      return true;
    });
  } catch (error) {
    log.warn('store.copy-back', { code: sqliteCode(error) });
    return false;
  }
}

parentPort?.on('message', (order: UpkeepOrder) => {
  if (order.do === 'copy-back') {
    say({ copied: copyBack() });
    return;
  }
  const vacuumInto = (target: string): void =>
    within(true, (db) => void db.prepare('VACUUM INTO ?').run(target));
  const { key, backupFolder } = file;
  const clock = { now: () => order.at as Instant };
  say({ backup: backupStore({ store: { vacuumInto }, key, folder: backupFolder, clock, log }) });
});
