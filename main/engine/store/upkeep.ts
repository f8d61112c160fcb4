import { fail, type Result } from '#shared/result.ts';
import type { Clock, Logger, Timers } from '../ports.ts';
import { backupStore } from './backup.ts';
import type { OpenStore } from './open.ts';
import type { BackupFile } from './types.ts';
import { createUpkeepThread } from './upkeepThread.ts';
import type { UpkeepFile } from './upkeepWords.ts';

/** Backups and the copying back of the log, which take seconds of a large store. */
export interface Upkeep {
  /** Makes a backup; who asks while one is made gets the same. */
  backup(): Promise<Result<BackupFile>>;
  /**
   * Settles when nothing runs any more. In a `hurry` it does not wait for a backup: that is `abandoned`, its half copy is no
   * backup and goes with the next one, and the caller has to end the process, which the thread would hold.
   */
  close(hurry?: boolean): Promise<'done' | 'abandoned'>;
}

/** In pages of 4 KiB, 96 MiB: a batch touches the index pages of the one before, and each copy encrypts them anew. */
const LONG = 24_000;
/** So little, 12 MiB, is copied within a quarter of a second on the engine's own thread. */
const LITTLE = 3_000;
/** A thread that copies more slowly than the engine writes must not let the log fill the disk: 800 MiB. */
const LIMIT = 200_000;

/**
 * Looks after an open store on a thread that begins at `thread`; without one, on the engine's own (docs/decisions/0117).
 * There the log is copied back by whichever commit makes it long.
 */
export function createUpkeep(deps: {
  store: OpenStore;
  file: UpkeepFile;
  thread: URL | undefined;
  clock: Clock;
  timers: Timers;
  log: Logger;
  /** Other sizes than a product has: for tests. */
  sizes?: { long: number; little: number };
}): Upkeep {
  const { store, file, thread, clock, log } = deps;
  const { long, little } = deps.sizes ?? { long: LONG, little: LITTLE };
  const { key, backupFolder: folder } = file;
  const inPlace = (): Result<BackupFile> => backupStore({ store, key, folder, clock, log });
  if (thread === undefined) {
    return { backup: () => Promise.resolve(inPlace()), close: () => Promise.resolve('done') };
  }
  const helper = createUpkeepThread({ thread, file, timers: deps.timers, log });
  let closing = false;
  /** Copied from so many pages on; more after a copy that failed, or every commit would try again. */
  let due = long;
  let copying: Promise<void> | null = null;
  let backing: Promise<Result<BackupFile>> | null = null;

  /** Until what is left is little. What is written meanwhile is less each time, since copying is quicker than writing. */
  const copyBack = async (): Promise<void> => {
    due = store.uncopied() + long;
    while (!closing && backing === null && store.uncopied() > little) {
      const end = await helper.ask({ do: 'copy-back' });
      if (!('copied' in end) || !end.copied) break;
    }
    if (closing || backing !== null) return;
    // A log that is copied as a whole is begun anew by the next write. One that something reads is not: later, then.
    store.copyBack();
    due = store.uncopied() + long;
  };
  store.limitLog(LIMIT);
  store.onCommit(() => {
    if (closing || copying !== null || backing !== null || store.uncopied() < due) return;
    copying = copyBack()
      .catch((error: unknown) =>
        log.warn('store.copy-back', { error: error instanceof Error ? error.name : typeof error }),
      )
      .finally(() => (copying = null));
  });

  return {
    backup: () => {
      if (closing) return Promise.resolve(fail('shutting-down'));
      backing ??= helper
        .ask({ do: 'backup', at: clock.now() })
        // A console without its thread is a slow one, not one without copies.
        .then((end) => ('backup' in end ? end.backup : closing ? fail('shutting-down') : inPlace()))
        .finally(() => (backing = null));
      return backing;
    },
    close: async (hurry = false) => {
      closing = true;
      const leave = hurry && backing !== null;
      if (leave) helper.abandon();
      await backing;
      await copying;
      if (!leave) await helper.close();
      return leave ? 'abandoned' : 'done';
    },
  };
}
