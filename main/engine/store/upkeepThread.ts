import { Worker } from 'node:worker_threads';
import { MINUTE } from '#shared/time.ts';
import type { Logger, Timers } from '../ports.ts';
import type { UpkeepOrder, UpkeepFile, UpkeepWord } from './upkeepWords.ts';

/** What came of an order; `gone` when the thread could not begin or ended before it was done. */
export type UpkeepEnd = Exclude<UpkeepWord, { log: unknown }> | { readonly gone: string };

/** A thread that is begun when there is something to do, and ends some time after. */
export interface UpkeepThread {
  /** Does one thing, after what was asked before. */
  ask(order: UpkeepOrder): Promise<UpkeepEnd>;
  /** Ends it, after what it is doing. */
  close(): Promise<void>;
  /** Does not wait for what it is doing: that is `gone`, though the thread may be at it as long as its call into SQLite lasts. */
  abandon(): void;
}

/** How long it waits for its next order: beginning one costs a few hundred milliseconds. */
const WAITS_MS = MINUTE;

/** The thread that begins at `thread` (`engine/upkeep.ts`); what it says for the log goes there. */
export function createUpkeepThread(deps: {
  thread: URL;
  file: UpkeepFile;
  timers: Timers;
  log: Logger;
}): UpkeepThread {
  const { thread, timers, log } = deps;
  const { path, key, backupFolder } = deps.file;
  const workerData: UpkeepFile = { path, key, backupFolder };
  let worker: Worker | null = null;
  let done: ((end: UpkeepEnd) => void) | null = null;
  let forget = (): void => {};
  let last: Promise<unknown> = Promise.resolve();
  let abandoned = false;

  const begin = (): Worker => {
    const made = new Worker(thread, { workerData });
    const gone = (why: string): void => {
      if (worker !== made) return;
      worker = null;
      log.warn('store.upkeep', { error: why });
      done?.({ gone: why });
    };
    made.on('message', (word: UpkeepWord) => {
      if ('log' in word) log[word.log](word.event, word.facts);
      else done?.(word);
    });
    made.on('error', (error) => gone(error.name));
    made.on('exit', () => gone('exit'));
    return made;
  };
  const dismiss = async (): Promise<void> => {
    forget();
    const idle = worker;
    worker = null;
    await idle?.terminate();
  };
  const once = async (order: UpkeepOrder): Promise<UpkeepEnd> => {
    if (abandoned) return { gone: 'abandoned' };
    forget();
    worker ??= begin();
    worker.ref();
    const end = await new Promise<UpkeepEnd>((resolve) => {
      done = resolve;
      worker?.postMessage(order);
    });
    done = null;
    // One that waits keeps no process alive.
    worker?.unref();
    if (!abandoned) forget = timers.after(WAITS_MS, () => void dismiss());
    return end;
  };

  return {
    ask: (order) => {
      const next = last.then(() => once(order));
      last = next.catch(() => null);
      return next;
    },
    abandon: () => {
      abandoned = true;
      done?.({ gone: 'abandoned' });
      void dismiss();
    },
    close: async () => {
      await last;
      await dismiss();
    },
  };
}
