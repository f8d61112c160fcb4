import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { FaultError, type Fault } from '#shared/result.ts';
import { MINUTE } from '#shared/time.ts';
import type { Timers } from '../../ports.ts';
import type { ZoneOfPlace } from '../times/moment.ts';
import { type FileBatch, type ReadOptions, readTrackingFile } from './read.ts';

/** What the reading thread is given, once; the signal stays here, ending the thread takes its place. */
export interface ReadTask {
  readonly path: string;
  readonly options: Omit<ReadOptions, 'signal'>;
}

/** What the reading thread hears: its task first, then `more` for every batch that was taken. */
export type ReadOrder = ReadTask | 'more';

/** What the reading thread says. It waits for a `more` after every `AHEAD` batches. */
export type ReadWord =
  | { readonly batch: FileBatch }
  | { readonly fault: Fault }
  | { readonly bug: string }
  | { readonly done: true };

/** Batches read ahead of the store: enough that neither waits for the other, few enough to keep memory flat. */
export const AHEAD = 3;
/** Below this (about 30,000 rows) beginning a thread costs more than it saves. */
const WORTH_A_THREAD = 4 * 1024 * 1024;

/** How long a thread waits for the file it was begun for. */
const WAITS_MS = 5 * MINUTE;

/** Reads tracking files beside the engine's own thread. */
export interface FileReader {
  /**
   * Reads like `readTrackingFile`, with the file's parsing on a thread of its own, so that the engine's thread has only the
   * store to write and other calls to answer. Small files are read in place.
   */
  readonly read: typeof readTrackingFile;
  /** This file may be read soon: its thread begins while a person looks at the preview. Beginning costs as much as 20,000 rows. */
  expect(path: string): void;
  /** Ends a thread that waits. */
  close(): Promise<void>;
}

/** A reader with threads that begin at `thread`; files of fewer than `worth` bytes are read in place, with `places`. */
export function createFileReader(deps: {
  thread: URL;
  timers: Timers;
  worth?: number;
  places?: () => Promise<ZoneOfPlace>;
}): FileReader {
  const { thread, timers, worth = WORTH_A_THREAD } = deps;
  let waiting: { worker: Worker; forget: () => void } | null = null;

  const close = async (): Promise<void> => {
    const { worker, forget } = waiting ?? {};
    waiting = null;
    forget?.();
    await worker?.terminate();
  };
  const worker = (): Worker => {
    if (!waiting) return new Worker(thread);
    const { worker: ready, forget } = waiting;
    waiting = null;
    forget();
    ready.ref();
    return ready;
  };

  return {
    close,
    expect: (path) => {
      if (waiting || sizeOf(path) < worth) return;
      const ready = new Worker(thread);
      ready.unref();
      // One that cannot begin is not kept; who reads then meets the fault with a thread of their own.
      ready.once('error', () => {
        if (waiting?.worker === ready) void close();
      });
      waiting = { worker: ready, forget: timers.after(WAITS_MS, () => void close()) };
    },
    read: (path, options) =>
      sizeOf(path) < worth ? readTrackingFile(path, options, deps.places) : readOn(worker(), path, options),
  };
}

async function* readOn(worker: Worker, path: string, options: ReadOptions): AsyncGenerator<FileBatch> {
  const { signal, ...rest } = options;
  const order = (what: ReadOrder): void => worker.postMessage(what);
  const words: ReadWord[] = [];
  let wake = (): void => {};
  const hear = (word: ReadWord): void => {
    words.push(word);
    wake();
  };
  worker.on('message', hear);
  worker.on('error', (error) => hear({ bug: error.name }));
  worker.on('exit', () => hear({ done: true }));
  const onAbort = (): void => hear({ done: true });
  signal.addEventListener('abort', onAbort, { once: true });
  order({ path, options: rest });
  try {
    for (;;) {
      const word = words.shift();
      if (!word) {
        await new Promise<void>((done) => {
          wake = done;
        });
        continue;
      }
      if (signal.aborted || 'done' in word) return;
      if ('fault' in word) throw new FaultError(word.fault.code, word.fault.detail);
      if ('bug' in word) throw new Error(`The reading thread ended: ${word.bug}`);
      order('more');
      yield word.batch;
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    await worker.terminate();
  }
}

/** 0 for a file that is not there: reading it in place gives the proper fault. */
function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}
