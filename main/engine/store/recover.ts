import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { StartFailure } from '#shared/contract/faults.ts';
import type { Clock, Logger } from '../ports.ts';
import { keepFile, newestSound } from './backup.ts';
import { storeFault } from './faults.ts';
import { type Lock, takeLock } from './lock.ts';

export interface RecoverOptions {
  readonly path: string;
  readonly backupFolder: string;
  readonly key: string;
  readonly clock: Clock;
  readonly log: Logger;
}

export type RecoverResult =
  | {
      readonly ok: true;
      /** What was done, in file names and times, for the log and the screen. */
      readonly note: string;
      readonly setAside: string | null;
      readonly backupAt: number | null;
    }
  | { readonly ok: false; readonly failure: StartFailure };

/** Puts the newest sound backup in place of the store. The bad file and its log stay beside it under another name. */
export function restoreNewestBackup(options: RecoverOptions): RecoverResult {
  const backup = newestSound(options.backupFolder, options.key);
  if (!backup) return { ok: false, failure: { code: 'corrupt', detail: { backupAt: null, backups: 0 } } };
  return guarded(options, () => {
    const setAside = putAside(options);
    const half = `${options.path}.part`;
    copyFileSync(backup.path, half);
    keepFile(half, options.path);
    options.log.warn('store.restored', { backupAt: backup.at });
    return { ok: true, note: `restored ${backup.name}`, setAside, backupAt: backup.at };
  });
}

/** Makes room for an empty store. The bad file and its log stay beside it under another name: nothing is lost. */
export function startEmpty(options: RecoverOptions): RecoverResult {
  return guarded(options, () => {
    const setAside = putAside(options);
    options.log.warn('store.set-aside', {});
    return { ok: true, note: 'started empty', setAside, backupAt: null };
  });
}

function guarded(options: RecoverOptions, work: () => RecoverResult): RecoverResult {
  let lock: Lock | null = null;
  try {
    lock = takeLock(join(dirname(options.path), 'seamark.lock'));
    if (!lock) return { ok: false, failure: { code: 'in-use', detail: {} } };
    return work();
  } catch (error) {
    const code = storeFault(error)?.code === 'disk-full' ? 'disk-full' : 'read-only';
    options.log.error('store.recover-failed', { code });
    return { ok: false, failure: { code, detail: {} } };
  } finally {
    lock?.release();
  }
}

/** The write-ahead log belongs to its database: left behind, it would be replayed into the restored one. */
function putAside({ path, clock }: RecoverOptions): string | null {
  const stamp = new Date(clock.now()).toISOString().replace(/[-:.]/g, '');
  let aside: string | null = null;
  rmSync(`${path}.suspect`, { force: true });
  for (const suffix of ['', '-wal', '-shm']) {
    if (!existsSync(path + suffix)) continue;
    const target = `${path}.damaged-${stamp}${suffix}`;
    renameSync(path + suffix, target);
    if (suffix === '') aside = basename(target);
  }
  return aside;
}
