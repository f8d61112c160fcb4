import type { CallName, CallOutput } from '#shared/contract/index.ts';
import { DEFAULT_IMPORT_OPTIONS, type ImportRun } from '#shared/model/import.ts';
import { type Fault, ok, type Result } from '#shared/result.ts';
import type { Engine } from '../engine/index.ts';

/** What a headless import prints. */
export interface ImportSummary {
  readonly file: string;
  readonly state: string;
  readonly rows: number;
  readonly parcels: number;
  readonly accepted: number;
  readonly known: number;
  readonly refused: number;
  /** Refused rows by reason. */
  readonly refusedBy: Readonly<Record<string, number>>;
  readonly unknown: number;
  /** Cases that wait for a decision, by kind, in the whole store. */
  readonly cases: Readonly<Record<string, number>>;
  readonly notes: Readonly<Record<string, number>>;
  readonly seconds: number;
}

async function ask<N extends CallName>(
  engine: Engine,
  name: N,
  input: unknown,
): Promise<Result<CallOutput<N>>> {
  const answer = await engine.dispatch(name, input);
  return answer.ok ? ok(answer.value as CallOutput<N>) : answer;
}

/** Previews, imports with the suggested mapping, and waits for the end. */
export async function importFile(engine: Engine, path: string): Promise<ImportSummary | { fault: Fault }> {
  const options = DEFAULT_IMPORT_OPTIONS;
  const preview = await ask(engine, 'imports.preview', { path, mapping: null, options });
  if (!preview.ok) return { fault: preview.error };
  const { digest, mapping } = preview.value;
  const started = await ask(engine, 'imports.start', { path, digest, mapping, options });
  if (!started.ok) return { fault: started.error };
  await engine.settled();
  const list = await ask(engine, 'imports.list', {});
  const status = await ask(engine, 'app.status', {});
  if (!list.ok) return { fault: list.error };
  if (!status.ok) return { fault: status.error };
  const run = list.value.imports.find((item) => item.id === started.value.id);
  if (!run) return { fault: { code: 'internal' } };
  if (run.state !== 'done') return { fault: run.fault ?? { code: 'internal' } };
  return {
    file: run.fileName,
    state: run.state,
    rows: run.rows,
    parcels: run.parcels,
    accepted: run.accepted,
    known: run.known,
    refused: run.refused,
    refusedBy: await refusedBy(engine, run),
    unknown: run.unknown,
    cases: status.value.decisionsByKind,
    notes: Object.fromEntries(run.notes.map(({ note, count }) => [note, count])),
    seconds: ((run.finishedAt ?? run.startedAt) - run.startedAt) / 1000,
  };
}

async function refusedBy(engine: Engine, run: ImportRun): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  let cursor: string | null = null;
  do {
    const page: Result<CallOutput<'imports.refused'>> = await ask(engine, 'imports.refused', {
      importId: run.id,
      limit: 500,
      cursor,
    });
    if (!page.ok) return counts;
    for (const row of page.value.rows) counts[row.reason] = (counts[row.reason] ?? 0) + 1;
    cursor = page.value.nextCursor;
  } while (cursor !== null);
  return counts;
}
