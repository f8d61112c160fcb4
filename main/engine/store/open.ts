import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { StartFailure, StartFailureCode } from '#shared/contract/faults.ts';
import type { Clock, Logger } from '../ports.ts';
import { backupStore, listBackups, newestSound } from './backup.ts';
import { connect } from './db.ts';
import { sqliteCode, storeFault } from './faults.ts';
import { type Connection, isPlaintext, openFile } from './file.ts';
import { takeLock } from './lock.ts';
import { appliedMigrations, migrate, schemaState } from './migrate.ts';
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
}

export interface OpenStore extends Store {
  /** Writes a copy with the same key; `backup()` of the driver refuses encrypted sources (EP finding 6). */
  vacuumInto(path: string): void;
  slowest(): readonly SlowQuery[];
  /** Problems found by a full check; empty when sound. */
  integrity(): string[];
}

export type OpenResult =
  | { readonly ok: true; readonly store: OpenStore }
  | { readonly ok: false; readonly failure: StartFailure };

/** A statement this slow is worth a line in the log (what Signal uses). */
const SLOW_MS = 40;
/** SQLite's page in our files: any other size means the file was cut. */
const PAGE = 4096;

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
    return failed(storeFault(error)?.code === 'disk-full' ? 'disk-full' : 'read-only');
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
  if (isPlaintext(path)) return giveUp('corrupt', { plaintext: true });
  let db: Connection;
  try {
    db = openFile(path, options.key, { readonly: false });
  } catch (error) {
    const code = sqliteCode(error) === 'SQLITE_NOTADB' ? keyOrDamage(options) : startCode(error);
    return giveUp(code, backupFacts(options));
  }
  try {
    return { ok: true, store: prepareStore(db, lock, options) };
  } catch (error) {
    db.close();
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

function prepareStore(db: Connection, lock: { release(): void }, options: OpenOptions): OpenStore {
  const { log, clock, path, key } = options;
  const applied = appliedMigrations(db);
  const state = schemaState(applied);
  if (state.kind === 'newer') throw new NewerVersion(state.applied);
  if (options.maxPages !== undefined) db.pragma(`max_page_count = ${options.maxPages}`);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('busy_timeout = 2000');
  db.pragma('secure_delete = ON');
  const { reader, writer, slowest } = connect(db, { log, slowMs: options.slowMs ?? SLOW_MS });
  const parts = {
    path,
    reader,
    writer,
    slowest,
    vacuumInto: (target: string) => void db.prepare('VACUUM INTO ?').run(target),
    integrity: () => {
      const rows = db.pragma('integrity_check(20)') as { integrity_check: string }[];
      return rows.map((row) => row.integrity_check).filter((line) => line !== 'ok');
    },
    close: () => {
      if (!db.open) return;
      db.pragma('optimize');
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.close();
      lock.release();
    },
  };
  if (state.kind === 'behind' && applied.length > 0) {
    const before = { ...parts, schema: state.applied };
    const saved = backupStore({ store: before, key, folder: options.backupFolder, clock, log });
    if (!saved.ok) throw Object.assign(new Error('no backup, no migration'), { code: 'SQLITE_FULL' });
  }
  const schema = migrate(db, clock.now());
  log.info('store.open', { schema });
  return { ...parts, schema };
}

/**
 * A file that SQLite does not recognise was either encrypted with another key or damaged at its beginning. A whole
 * number of pages whose backups do not open either speaks for the key; a cut file, or a backup that does open with
 * this key, speaks for damage.
 */
function keyOrDamage(options: OpenOptions): StartFailureCode {
  const size = statSync(options.path).size;
  if (size === 0 || size % PAGE !== 0) return 'corrupt';
  return newestSound(options.backupFolder, options.key) ? 'corrupt' : 'key-changed';
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
