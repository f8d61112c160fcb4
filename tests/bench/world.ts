import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallInput, CallName, CallOutput } from '#shared/contract/index.ts';
import { DEFAULT_IMPORT_OPTIONS } from '#shared/model/import.ts';
import { createEngine, type Engine } from '../../main/engine/index.ts';
import { silentLog, systemClock, systemTimers } from '../../main/engine/system.ts';
import { writeTracking } from './data.ts';
import { cpuMs } from './figures.ts';

export const BENCH_KEY = '5ea3a4c0'.repeat(8);

/** A data folder of its own that goes away with `remove`. */
export function benchHome(): { home: string; remove: () => void } {
  const home = mkdtempSync(join(tmpdir(), 'seamark-bench-'));
  return { home, remove: () => rmSync(home, { recursive: true, force: true }) };
}

/** Opens the engine as the product does. */
export function benchEngine(home: string): Engine {
  const made = createEngine({
    home,
    key: BENCH_KEY,
    clock: systemClock,
    timers: systemTimers,
    log: silentLog,
    send: () => {},
    // As in the product: files are read, and the store looked after, on threads of their own.
    reader: new URL('../../main/engine/reader.ts', import.meta.url),
    upkeep: new URL('../../main/engine/upkeep.ts', import.meta.url),
  });
  if (!made.ok) throw new Error(`The engine does not start: ${made.failure.code}`);
  return made.engine;
}

/** The value of a call that must succeed. */
export async function ask<N extends CallName>(
  engine: Engine,
  name: N,
  input: CallInput<N>,
): Promise<CallOutput<N>> {
  const answer = await engine.dispatch(name, input);
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`);
  return answer.value as CallOutput<N>;
}

/** Imports a file to its end; answers rows and seconds, from the command to the last projection. */
export async function importAll(
  engine: Engine,
  path: string,
): Promise<{ rows: number; seconds: number; cpuSeconds: number }> {
  const options = DEFAULT_IMPORT_OPTIONS;
  const { digest, mapping } = await ask(engine, 'imports.preview', { path, mapping: null, options });
  const cpu = cpuMs();
  const start = performance.now();
  const { id } = await ask(engine, 'imports.start', { path, digest, mapping, options });
  await engine.settled();
  const seconds = (performance.now() - start) / 1_000;
  const cpuSeconds = (cpuMs() - cpu) / 1_000;
  const run = (await ask(engine, 'imports.list', {})).imports.find((each) => each.id === id);
  if (run?.state !== 'done') throw new Error(`The import ended as ${run?.state}: ${run?.fault?.code}`);
  return { rows: run.rows, seconds, cpuSeconds };
}

export interface FilledHome {
  readonly home: string;
  readonly parcels: number;
  readonly rows: number;
  readonly seconds: number;
  remove(): void;
}

const filled = new Map<number, Promise<FilledHome>>();

/** A closed store with so many parcels; made once for all benchmarks of a run. */
export function filledHome(parcels: number): Promise<FilledHome> {
  const known = filled.get(parcels);
  if (known) return known;
  const made = (async (): Promise<FilledHome> => {
    const { home, remove } = benchHome();
    const path = join(home, 'tracking.csv');
    writeTracking(path, parcels, systemClock.now());
    const engine = benchEngine(home);
    const { rows, seconds } = await importAll(engine, path);
    await engine.close();
    return { home, parcels, rows, seconds, remove };
  })();
  filled.set(parcels, made);
  return made;
}

/** Removes what `filledHome` made. */
export async function removeFilled(): Promise<void> {
  for (const home of filled.values()) (await home).remove();
  filled.clear();
}
