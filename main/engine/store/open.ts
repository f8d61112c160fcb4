import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { StartFailure, StartFailureCode } from '#shared/contract/faults.ts';
import type { Clock, Logger } from '../ports.ts';
import { backupStore, listBackups, newestSound } from './backup.ts';
import { isSearchDue, renewParcelSearch } from './aggregates/parcelSearch.ts';
import { connect } from './db.ts';
import { sqliteCode, storeFault } from './faults.ts';
import { type Connection, isPlaintext, openFile, sizeOf } from './file.ts';
import { keyOrDamage, problemsOf } from './verdict.ts';
import { checkSuspect, markSuspect } from './suspect.ts';
import { takeLock } from './lock.ts';
import { appliedMigrations, migrate, schemaState } from './migrate.ts';
import { searchByBatches } from './migrations/1096-search-by-batches.ts';
import { type Migration, MIGRATIONS } from './migrations/index.ts';
import type { SlowQuery, Store } from './types.ts';

export interface OpenOptions {
  readonly path: string;
  /** 64 hexadecimal digits. */
  readonly key: string;
  readonly backupFolder: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** Statements at least this slow are logged. */
  readonly slowMs?: number;
  /** For tests of a full disk: the file may not grow beyond so many pages. */
  readonly maxPages?: number;
  /** For tests of upgrades; otherwise all that there are. */
  readonly migrations?: readonly Migration[];
}

export interface OpenStore extends Store {
  /** Writes a copy with the same key; `backup()` of the driver refuses encrypted sources (EP finding 6). */
  vacuumInto(path: string): void;
  slowest(): readonly SlowQuery[];
  /** Moves the write-ahead log into the file and empties it. */
  checkpoint(): void;
  /** Copies the write-ahead log back into the file as far as nobody reads or copies it; the next write begins it anew. */
  copyBack(): void;
  /** Pages of the write-ahead log that are not in the file yet. */
  uncopied(): number;
  /** From so many pages of the write-ahead log on, every commit copies it back by itself. */
  limitLog(pages: number): void;
  /** Calls `work` after every transaction. */
  onCommit(work: () => void): void;
  /** Problems found by a full check; empty when sound. */
  integrity(): string[];
}

export type OpenResult =
  | { readonly ok: true; readonly store: OpenStore }
  | { readonly ok: false; readonly failure: StartFailure };

/** A statement this slow is worth a line in the log (what Signal uses). */
const SLOW_MS = 40;

/** Opens the store, or says by name why not. Nothing is changed or lost by a failure. */
export function openStore(options: OpenOptions): OpenResult {
  const { path, log } = options;
  const folder = dirname(path);
  const failed = (code: StartFailureCode, detail: StartFailure['detail'] = {}): OpenResult => {
    log.error('store.open-failed', { code });
    return { ok: false, failure: { code, detail: { folder, ...detail } } };
  };
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    if (existsSync(path)) accessSync(path, constants.W_OK);
  } catch (error) {
    return failed(storeFault(error)?.code === 'disk-full' ? 'disk-full' : 'read-only', {
      problem: sqliteCode(error),
    });
  }
  let lock: ReturnType<typeof takeLock>;
  try {
    lock = takeLock(join(folder, 'seamark.lock'));
  } catch (error) {
    return failed(startCode(error));
  }
  if (!lock) return failed('in-use');
  const giveUp = (code: StartFailureCode, detail?: StartFailure['detail']): OpenResult => {
    lock.release();
    return failed(code, detail);
  };
  if (isPlaintext(path)) return giveUp('corrupt', { plaintext: true, ...backupFacts(options) });
  if (lostItsContent(options)) return giveUp('corrupt', { empty: true, ...backupFacts(options) });
  let db: Connection;
  try {
    // First without the right to write: closing a writable connection that failed would empty the write-ahead log.
    if (sizeOf(path) > 0) openFile(path, options.key, { readonly: true }).close();
    db = openFile(path, options.key, { readonly: false });
  } catch (error) {
    const code =
      sqliteCode(error) === 'SQLITE_NOTADB'
        ? keyOrDamage(path, options.key, () => newestSound(options.backupFolder, options.key) !== undefined)
        : startCode(error);
    return giveUp(code, backupFacts(options));
  }
  try {
    return { ok: true, store: prepareStore(db, lock, options) };
  } catch (error) {
    db.close();
    if (error instanceof NoBackup) {
      return giveUp(error.reason === 'SQLITE_FULL' || error.reason === 'ENOSPC' ? 'disk-full' : 'unknown', {
        problem: 'no-backup-before-migration',
        reason: error.reason,
      });
    }
    if (error instanceof NewerVersion) return giveUp('newer-version', { schema: error.applied });
    return giveUp(startCode(error), backupFacts(options));
  }
}

class NewerVersion extends Error {
  readonly applied: number;
  constructor(applied: number) {
    super('newer');
    this.applied = applied;
  }
}

/** Without a copy of what was there, an upgrade does not begin. */
class NoBackup extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super('no backup, no migration');
    this.reason = reason;
  }
}

function prepareStore(db: Connection, lock: { release(): void }, options: OpenOptions): OpenStore {
  const { log, clock, path, key } = options;
  const applied = appliedMigrations(db);
  const known = options.migrations ?? MIGRATIONS;
  const state = schemaState(applied, known);
  if (state.kind === 'newer') throw new NewerVersion(state.applied);
  if (options.maxPages !== undefined) db.pragma(`max_page_count = ${options.maxPages}`);
  db.pragma('journal_mode = WAL');
  // In pages: 96 MiB in place of 4. A batch touches the same index pages as the one before it, and each copy back into the
  // file encrypts them anew.
  db.pragma('wal_autocheckpoint = 24000');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('busy_timeout = 2000');
  db.pragma('secure_delete = ON');
  checkSuspect(db, path);
  // Not before the migrations have made what it needs.
  let renews = false;
  let committed = (): void => {};
  const { reader, writer, slowest } = connect(db, {
    onCommit: () => committed(),
    log,
    slowMs: options.slowMs ?? SLOW_MS,
    onDamage: () => markSuspect(path),
    renew: { due: (inside) => renews && isSearchDue(inside), run: renewParcelSearch },
  });
  const look = db.prepare('PRAGMA wal_checkpoint(NOOP)');
  const parts = {
    path,
    reader,
    writer,
    slowest,
    vacuumInto: (target: string) => void db.prepare('VACUUM INTO ?').run(target),
    checkpoint: () => void db.pragma('wal_checkpoint(TRUNCATE)'),
    copyBack: () => void db.pragma('wal_checkpoint(PASSIVE)'),
    uncopied: () => {
      const { log: pages, checkpointed } = look.get() as { log: number; checkpointed: number };
      return pages - checkpointed;
    },
    limitLog: (pages: number) => void db.pragma(`wal_autocheckpoint = ${pages}`),
    onCommit: (work: () => void) => void (committed = work),
    integrity: () => problemsOf(db),
    close: (others = false) => {
      if (!db.open) return;
      try {
        db.pragma('optimize');
        db.pragma(`wal_checkpoint(${others ? 'PASSIVE' : 'TRUNCATE'})`);
      } catch (error) {
        // Both are house-keeping: a full disk or a damaged page must not keep the store from being let go.
        log.warn('store.close', { code: sqliteCode(error) });
      } finally {
        db.close();
        lock.release();
      }
    },
  };
  if (state.kind === 'behind' && applied.length > 0) {
    const before = { ...parts, schema: state.applied };
    const saved = backupStore({ store: before, key, folder: options.backupFolder, clock, log });
    if (!saved.ok) throw new NoBackup(String(saved.error.detail?.['reason'] ?? ''));
  }
  const schema = migrate(db, clock.now(), known);
  renews = schema >= searchByBatches.id;
  log.info('store.open', { schema });
  return { ...parts, schema };
}

/**
 * An empty file is a first start that was cut short, unless something says that there was data: backups, or a
 * write-ahead log whose file is gone (SQLite would delete the log and with it the last thing that is left).
 */
function lostItsContent(options: OpenOptions): boolean {
  if (sizeOf(options.path) > 0) return false;
  if (sizeOf(`${options.path}-wal`) > 0) return true;
  return existsSync(options.path) && listBackups(options.backupFolder).length > 0;
}

function backupFacts(options: OpenOptions): StartFailure['detail'] {
  const newest = newestSound(options.backupFolder, options.key);
  return newest
    ? { backupAt: newest.at, backups: listBackups(options.backupFolder).length }
    : { backupAt: null, backups: 0 };
}

function startCode(error: unknown): StartFailureCode {
  switch (storeFault(error)?.code) {
    case 'disk-full':
      return 'disk-full';
    case 'store-read-only':
      return 'read-only';
    case 'store-corrupt':
      return 'corrupt';
    case 'store-busy':
      return 'in-use';
    default:
      return sqliteCode(error) === 'SQLITE_CANTOPEN' ? 'read-only' : 'unknown';
  }
}
