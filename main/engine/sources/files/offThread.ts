import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { FaultError, type Fault } from '#shared/result.ts';
import type { ZoneOfPlace } from '../times/moment.ts';
import { type FileBatch, type ReadOptions, readTrackingFile } from './read.ts';

/** What the reading thread is given; the signal stays here, ending the thread takes its place. */
export interface ReadTask {
  readonly path: string;
  readonly options: Omit<ReadOptions, 'signal'>;
}

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

/**
 * Reads like `readTrackingFile`, with the file's parsing on a thread of its own, so that the engine's thread has only
 * the store to write and other calls to answer. Files of fewer than `worth` bytes are read in place, with `places`.
 */
export function readOffThread(
  thread: URL,
  worth = WORTH_A_THREAD,
  places?: () => Promise<ZoneOfPlace>,
): typeof readTrackingFile {
  return async function* read(path: string, options: ReadOptions): AsyncGenerator<FileBatch> {
    if (sizeOf(path) < worth) {
      yield* readTrackingFile(path, options, places);
      return;
    }
    const { signal, ...rest } = options;
    const task: ReadTask = { path, options: rest };
    const worker = new Worker(thread, { workerData: task });
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
        worker.postMessage('more');
        yield word.batch;
      }
    } finally {
      signal.removeEventListener('abort', onAbort);
      await worker.terminate();
    }
  };
}

/** 0 for a file that is not there: reading it in place gives the proper fault. */
function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}
