import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createEngine, type Engine } from '../engine/index.ts';
import { processLog, silentLog, systemClock, systemTimers } from '../engine/system.ts';
import { loadOrMakeKeyFile } from '../engine/store/keyfile.ts';
import { isFault, type FaultRule } from '../sandbox/shopee/faults/kinds.ts';
import { parseFaults } from '../sandbox/shopee/faults/presets.ts';
import { importFile, type ImportSummary } from './import.ts';
import { runSample, SAMPLE_START, type SampleSummary } from './sample/run.ts';
import { startFailureLine, usage, wordsFor } from './words.ts';

/** The data folder: `SEAMARK_HOME`, else a folder of the person's own. */
export function dataHome(env: NodeJS.ProcessEnv): string {
  return resolve(env['SEAMARK_HOME'] ?? join(homedir(), '.seamark'));
}

/**
 * The engine from a terminal. One JSON object (or a readable summary) on standard output; everything else on standard
 * error. Exit codes: 0 done, 1 the work failed, 2 the command was not understood, 3 the store did not open.
 */
export async function runHeadless(argv: readonly string[]): Promise<number> {
  const parsed = readArgs(argv);
  if (!parsed) {
    process.stderr.write(usage());
    return 2;
  }
  const { command, file, json, verbose } = parsed;
  if (command === 'sample') return sample(parsed);
  const home = dataHome(process.env);
  await mkdir(home, { recursive: true });
  const key = loadOrMakeKeyFile({ home, envPath: process.env['SEAMARK_KEY_FILE'] });
  if (!key.ok) {
    process.stderr.write(startFailureLine(key.failure));
    return 3;
  }
  if (key.made) process.stderr.write(wordsFor.keyMade(key.path));
  if (key.readableByOthers) process.stderr.write(wordsFor.keyOpen(key.path));
  const made = createEngine({
    home,
    key: key.key,
    clock: systemClock,
    timers: systemTimers,
    log: verbose ? processLog('headless') : silentLog,
    send: () => {},
    reader: new URL('../engine/reader.ts', import.meta.url),
    upkeep: new URL('../engine/upkeep.ts', import.meta.url),
  });
  if (!made.ok) {
    process.stderr.write(startFailureLine(made.failure));
    return 3;
  }
  const { engine } = made;
  try {
    await engine.begin();
    return await run(engine, { command, file, json });
  } finally {
    await engine.close();
  }
}

async function run(
  engine: Engine,
  job: { command: string; file: string | undefined; json: boolean },
): Promise<number> {
  switch (job.command) {
    case 'import':
      return tellImport(await importFile(engine, resolve(job.file ?? '')), job.json);
    case 'status': {
      const status = await engine.dispatch('app.status', {});
      process.stdout.write(`${JSON.stringify(status.ok ? status.value : status.error)}\n`);
      return status.ok ? 0 : 1;
    }
    case 'backup': {
      const backup = await engine.backupNow();
      process.stdout.write(`${JSON.stringify(backup.ok ? backup.value : backup.error)}\n`);
      return backup.ok ? 0 : 1;
    }
    default: {
      const parcels = await engine.rebuild();
      process.stdout.write(`${JSON.stringify({ parcels })}\n`);
      return 0;
    }
  }
}

function tellImport(
  summary: ImportSummary | { fault: Parameters<typeof wordsFor.fault>[0] },
  json: boolean,
): number {
  if ('fault' in summary) {
    process.stderr.write(wordsFor.fault(summary.fault));
    if (json) process.stdout.write(`${JSON.stringify({ error: summary.fault })}\n`);
    return 1;
  }
  process.stdout.write(json ? `${JSON.stringify(summary)}\n` : wordsFor.summary(summary));
  return 0;
}

/** A world of its own in a folder that goes away, unless `SEAMARK_HOME` names one to keep. */
async function sample(args: Arguments): Promise<number> {
  const kept = process.env['SEAMARK_HOME'];
  const home = kept === undefined ? await mkdtemp(join(tmpdir(), 'seamark-sample-')) : resolve(kept);
  try {
    await mkdir(home, { recursive: true });
    const key = loadOrMakeKeyFile({ home, envPath: process.env['SEAMARK_KEY_FILE'] });
    if (!key.ok) {
      process.stderr.write(startFailureLine(key.failure));
      return 3;
    }
    process.stderr.write(wordsFor.sample());
    const { days, seed, orders, faults, verbose, json, rows } = args;
    const log = verbose ? processLog('sample') : silentLog;
    const done = await runSample({ home, key: key.key, days, seed, orders, faults, log, rows });
    if (!done.ok) {
      process.stderr.write(startFailureLine(done.failure));
      return 3;
    }
    process.stdout.write(json ? `${JSON.stringify(done.summary)}\n` : wordsFor.sampleSummary(done.summary));
    return whole(done.summary) ? 0 : 1;
  } finally {
    if (kept === undefined) await rm(home, { recursive: true, force: true });
  }
}

const whole = (summary: SampleSummary): boolean =>
  summary.duplicates === 0 && summary.missing === 0 && summary.tokensBurnt === 0;

interface Arguments {
  readonly command: string;
  readonly file: string | undefined;
  readonly json: boolean;
  readonly verbose: boolean;
  readonly days: number;
  readonly seed: number;
  readonly orders: number;
  readonly faults: readonly FaultRule[];
  /** Where the sample writes the rows behind its digest, or undefined. */
  readonly rows: string | undefined;
}

const ORDERS = 2_000;

/** A whole number of a range, or the usual one; null for anything else. */
function numberIn(text: string | undefined, usual: number, least: number, most: number): number | null {
  if (text === undefined) return usual;
  const value = Number(text);
  return Number.isInteger(value) && value >= least && value <= most ? value : null;
}

function readArgs(argv: readonly string[]): Arguments | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        verbose: { type: 'boolean' },
        days: { type: 'string' },
        seed: { type: 'string' },
        orders: { type: 'string' },
        faults: { type: 'string' },
        rows: { type: 'string' },
      },
    });
    const [command, file, ...rest] = positionals;
    const known = ['import', 'sample', 'status', 'backup', 'rebuild'];
    if (command === undefined || !known.includes(command) || rest.length > 0) return null;
    if ((command === 'import') !== (file !== undefined)) return null;
    const days = numberIn(values.days, 30, 1, 366);
    const seed = numberIn(values.seed, 7, 0, 2 ** 31);
    const orders = numberIn(values.orders, ORDERS, 1, 1_000_000);
    const faults = parseFaults(values.faults ?? '', SAMPLE_START, isFault);
    if (days === null || seed === null || orders === null || faults === null) return null;
    const { json = false, verbose = false } = values;
    return { command, file, json, verbose, days, seed, orders, faults, rows: values.rows };
  } catch {
    return null;
  }
}
