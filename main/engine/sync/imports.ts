import type { ImportOptions, ImportPreview, ImportRun, Mapping } from '#shared/model/import.ts';
import { fail, type Fault, FaultError, ok, type Result } from '#shared/result.ts';
import type { Clock, Logger } from '../ports.ts';
import type { FileBatch } from '../sources/files/read.ts';

/** A new import's record, before its first row. */
export interface ImportStart {
  readonly path: string;
  readonly mapping: Mapping;
  readonly options: ImportOptions;
  readonly preview: ImportPreview;
}

/** An import that was under way when the engine ended. */
export interface Unfinished {
  readonly id: number;
  readonly state: string;
  readonly cancelling: boolean;
  readonly path: string;
  readonly fileName: string;
  readonly digest: string;
  readonly mapping: Mapping;
  readonly options: ImportOptions;
  readonly nextLine: number;
}

/** What the import needs of the store. Each call is one transaction. */
export interface ImportJournal {
  begin(start: ImportStart): number;
  /** Stores a batch with its counters and the line to go on from: all of it or nothing. */
  take(id: number, batch: FileBatch): void;
  projecting(id: number): void;
  finish(id: number, parcelNotes: ReadonlyMap<string, number>): void;
  end(id: number, state: 'cancelled' | 'failed' | 'interrupted', fault: Fault | null): void;
  markCancelling(id: number): void;
  /** Takes back some of the rows; answers how many, 0 when none are left. */
  withdraw(id: number): number;
  run(id: number): ImportRun | undefined;
  unfinished(): Unfinished[];
}

export interface ImportDeps {
  readonly journal: ImportJournal;
  readonly preview: (
    path: string,
    options: { mapping: Mapping | null; options: ImportOptions; now: number },
  ) => Promise<Result<ImportPreview>>;
  readonly files: {
    read(
      path: string,
      options: {
        mapping: Mapping;
        options: ImportOptions;
        now: number;
        digest: string | null;
        skipToLine: number;
        signal: AbortSignal;
      },
    ): AsyncIterable<FileBatch>;
    /** A person looks at this file: it may be read soon. */
    expect(path: string): void;
    close(): Promise<void>;
  };
  /** Brings all projections up to date; answers how many parcels carry which note. */
  readonly project: (signal: AbortSignal) => Promise<ReadonlyMap<string, number>>;
  readonly publish: (run: ImportRun) => void;
  readonly clock: Clock;
  readonly log: Logger;
  /** Lets other work of the process run. */
  readonly breathe: () => Promise<void>;
  /** Turns what the store throws into a fault, or null when it is none of the expected ones. */
  readonly faultOf: (error: unknown) => Fault | null;
}

export interface Imports {
  preview(path: string, mapping: Mapping | null, options: ImportOptions): Promise<Result<ImportPreview>>;
  start(path: string, digest: string, mapping: Mapping, options: ImportOptions): Promise<Result<ImportRun>>;
  cancel(id: number): Promise<Result<ImportRun>>;
  /** Goes on with what a kill interrupted. */
  resume(): Promise<void>;
  /** Stops after the running batch; the record stays and the next start goes on from it. */
  stop(): Promise<void>;
  running(): boolean;
  /** Settles when nothing runs. */
  idle(): Promise<void>;
}

/** Progress messages a second, at most. */
const TELL_EVERY_MS = 200;

/** Imports of tracking files, one at a time, each safe against a kill between any two batches. */
export function createImports(deps: ImportDeps): Imports {
  const { journal, clock, log } = deps;
  let current: { id: number; abort: AbortController; cancel: boolean; work: Promise<void> } | null = null;
  let starting = false;
  let toldAt = 0;

  const tell = (id: number, force: boolean): void => {
    const now = clock.now();
    if (!force && now - toldAt < TELL_EVERY_MS) return;
    toldAt = now;
    const run = journal.run(id);
    if (run) deps.publish(run);
  };

  const takeBack = async (id: number): Promise<void> => {
    journal.markCancelling(id);
    while (journal.withdraw(id) > 0) await deps.breathe();
    await deps.project(new AbortController().signal);
  };

  const finish = async (id: number, signal: AbortSignal): Promise<void> => {
    journal.projecting(id);
    tell(id, true);
    const notes = await deps.project(signal);
    if (signal.aborted) return;
    journal.finish(id, notes);
  };

  const work = async (job: Unfinished, state: { abort: AbortController; cancel: boolean }): Promise<void> => {
    const signal = state.abort.signal;
    try {
      const batches = deps.files.read(job.path, {
        mapping: job.mapping,
        options: job.options,
        now: clock.now(),
        digest: job.digest,
        skipToLine: job.nextLine,
        signal,
      });
      for await (const batch of batches) {
        if (signal.aborted) break;
        journal.take(job.id, batch);
        tell(job.id, false);
        await deps.breathe();
      }
      if (!signal.aborted) await finish(job.id, signal);
    } catch (error) {
      if (!signal.aborted) await giveUp(job.id, error);
    }
    if (state.cancel) {
      await takeBack(job.id);
      journal.end(job.id, 'cancelled', null);
    }
    tell(job.id, true);
  };

  /** A broken file leaves nothing behind; a full disk leaves what is committed, and the next start goes on. */
  const giveUp = async (id: number, error: unknown): Promise<void> => {
    const fault = error instanceof FaultError ? error.fault : deps.faultOf(error);
    log.warn('import.failed', { importId: id, code: fault?.code ?? 'internal' });
    if (fault?.code === 'disk-full' || fault?.code === 'store-busy' || fault?.code === 'store-read-only') {
      journal.end(id, 'interrupted', fault);
      return;
    }
    await takeBack(id);
    journal.end(id, 'failed', fault ?? { code: 'internal' });
    if (!fault)
      log.error('import.bug', { importId: id, name: error instanceof Error ? error.name : 'unknown' });
  };

  const launch = (job: Unfinished): void => {
    const state = { id: job.id, abort: new AbortController(), cancel: false, work: Promise.resolve() };
    current = state;
    state.work = work(job, state)
      .catch((error: unknown) => {
        log.error('import.lost', { importId: job.id, code: deps.faultOf(error)?.code ?? 'internal' });
      })
      .finally(() => {
        if (current === state) current = null;
        tell(job.id, true);
      });
  };

  const start: Imports['start'] = async (path, digest, mapping, options) => {
    if (current || starting) return fail('import-running');
    starting = true;
    try {
      const preview = await deps.preview(path, { mapping, options, now: clock.now() });
      if (!preview.ok) return preview;
      if (preview.value.digest !== digest) return fail('file-changed', { file: preview.value.fileName });
      const problem = preview.value.problems[0];
      if (problem) return { ok: false, error: problem };
      const id = journal.begin({ path, mapping, options, preview: preview.value });
      const { fileName } = preview.value;
      launch({
        id,
        state: 'running',
        cancelling: false,
        path,
        fileName,
        digest,
        mapping,
        options,
        nextLine: 0,
      });
      const run = journal.run(id);
      return run ? ok(run) : fail('internal');
    } finally {
      starting = false;
    }
  };

  const cancel: Imports['cancel'] = async (id) => {
    const run = journal.run(id);
    if (!run) return fail('not-found');
    if (current?.id !== id) return fail('wrong-state');
    current.cancel = true;
    current.abort.abort();
    await current.work;
    const after = journal.run(id);
    return after ? ok(after) : fail('not-found');
  };

  const resumeOne = async (job: Unfinished): Promise<void> => {
    log.info('import.resume', { importId: job.id, state: job.state, line: job.nextLine });
    if (job.cancelling) {
      await takeBack(job.id);
      journal.end(job.id, 'cancelled', null);
      tell(job.id, true);
      return;
    }
    if (job.state === 'projecting') {
      await finish(job.id, new AbortController().signal);
      tell(job.id, true);
      return;
    }
    const preview = await deps.preview(job.path, {
      mapping: job.mapping,
      options: job.options,
      now: clock.now(),
    });
    const same = preview.ok && preview.value.digest === job.digest;
    if (same) {
      launch(job);
      await current?.work;
      return;
    }
    const fault: Fault = preview.ok
      ? { code: 'file-changed', detail: { file: job.fileName } }
      : { code: preview.error.code, detail: { ...preview.error.detail, file: job.fileName } };
    await deps.project(new AbortController().signal);
    journal.end(job.id, 'interrupted', fault);
    tell(job.id, true);
  };

  return {
    preview: async (path, mapping, options) => {
      const seen = await deps.preview(path, { mapping, options, now: clock.now() });
      if (seen.ok && !current) deps.files.expect(path);
      return seen;
    },
    start,
    cancel,
    resume: async () => {
      for (const job of journal.unfinished()) await resumeOne(job);
    },
    stop: async () => {
      current?.abort.abort();
      await current?.work;
      await deps.files.close();
    },
    running: () => current !== null || starting,
    idle: async () => {
      while (current) await current.work;
    },
  };
}
