import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Clock, Logger } from '../ports.ts';
import { sqliteCode } from './faults.ts';
import { isPlaintext, isSound } from './file.ts';
import type { BackupFile } from './types.ts';

const NAME = /^seamark-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z\.db$/;
/** Backups kept of the newest day, and in all (Actual's rotation: three of today, one a day before, ten in all). */
const KEEP_TODAY = 3;
const KEEP_ALL = 10;

/** `seamark-20261124T080500123Z.db`: UTC, sorts by time. */
export function backupName(at: number): string {
  return `seamark-${new Date(at).toISOString().replace(/[-:.]/g, '')}.db`;
}

/** The backups of a folder, newest first. Half-written ones have another name and do not count. */
export function listBackups(folder: string): BackupFile[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .flatMap((name) => {
      const part = NAME.exec(name)?.slice(1).map(Number);
      if (!part) return [];
      const [y = 0, mo = 1, d = 1, h = 0, mi = 0, s = 0, ms = 0] = part;
      const path = join(folder, name);
      return [{ name, path, at: Date.UTC(y, mo - 1, d, h, mi, s, ms), bytes: statSync(path).size }];
    })
    .sort((a, b) => b.at - a.at);
}

/** Which backups may go: all but the newest three of the newest day, the newest of each day before, ten in all. */
export function surplus<T extends { readonly at: number }>(backups: readonly T[]): T[] {
  const newestFirst = [...backups].sort((a, b) => b.at - a.at);
  const dayOf = (item: T): number => Math.floor(item.at / 86_400_000);
  const today = newestFirst[0] ? dayOf(newestFirst[0]) : 0;
  const perDay = new Map<number, number>();
  let kept = 0;
  return newestFirst.filter((item) => {
    const day = dayOf(item);
    const n = perDay.get(day) ?? 0;
    if (kept >= KEEP_ALL || n >= (day === today ? KEEP_TODAY : 1)) return true;
    perDay.set(day, n + 1);
    kept += 1;
    return false;
  });
}

/**
 * Writes one backup: copy under a temporary name, open it with the key, check it, force it to the disk, then give it
 * its name, then drop what the rotation no longer keeps. A failure leaves the earlier backups as they were.
 */
export function backupStore(options: {
  store: { vacuumInto(path: string): void };
  key: string;
  folder: string;
  clock: Clock;
  log: Logger;
}): Result<BackupFile> {
  const { folder, key, log } = options;
  const at = options.clock.now();
  const name = backupName(at);
  const half = join(folder, `${name}.part`);
  const path = join(folder, name);
  try {
    mkdirSync(folder, { recursive: true });
    for (const left of readdirSync(folder)) if (left.includes('.part')) rmSync(join(folder, left));
    options.store.vacuumInto(half);
    if (isPlaintext(half) || !isSound(half, key)) throw new Error('The copy is not sound.');
    keepFile(half, path);
    for (const old of surplus(listBackups(folder))) rmSync(old.path);
    const bytes = statSync(path).size;
    log.info('store.backup', { bytes });
    return ok({ name, path, at, bytes });
  } catch (error) {
    log.error('store.backup-failed', { code: sqliteCode(error) });
    try {
      rmSync(half, { force: true });
    } catch {
      // A folder that is none holds no half a copy either; the first error is the one to tell.
    }
    return fail('backup-failed', { reason: sqliteCode(error) });
  }
}

/** Forces a finished file to the disk and then gives it its name, so that the name never stands for half a file. */
export function keepFile(half: string, path: string): void {
  syncPath(half);
  renameSync(half, path);
  // Windows cannot open a folder, and keeps names safe by itself.
  if (process.platform !== 'win32') syncPath(dirname(path));
}

function syncPath(path: string): void {
  const handle = openSync(path, statSync(path).isDirectory() ? 'r' : 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The newest backup that opens with the key and is sound, or undefined. */
export function newestSound(folder: string, key: string): BackupFile | undefined {
  return listBackups(folder).find((backup) => isSound(backup.path, key));
}
