import { mkdir, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createEngine, type Engine } from '../engine/index.ts';
import { processLog, silentLog, systemClock, systemTimers } from '../engine/system.ts';
import { loadOrMakeKeyFile } from '../engine/store/keyfile.ts';
import { makeSample } from '../sandbox/sample.ts';
import { importFile, type ImportSummary } from './import.ts';
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
  });
  if (!made.ok) {
    process.stderr.write(startFailureLine(made.failure));
    return 3;
  }
  const { engine } = made;
  try {
    await engine.begin();
    return await run(engine, { command, file, json, home });
  } finally {
    await engine.close();
  }
}

async function run(
  engine: Engine,
  job: { command: string; file: string | undefined; json: boolean; home: string },
): Promise<number> {
  switch (job.command) {
    case 'import':
      return tellImport(await importFile(engine, resolve(job.file ?? '')), job.json);
    case 'sample': {
      const path = join(job.home, 'invented-sample.csv');
      await writeFile(path, makeSample(systemClock.now()));
      process.stderr.write(wordsFor.sample());
      return tellImport(await importFile(engine, path), job.json);
    }
    case 'status': {
      const status = await engine.dispatch('app.status', {});
      process.stdout.write(`${JSON.stringify(status.ok ? status.value : status.error)}\n`);
      return status.ok ? 0 : 1;
    }
    case 'backup': {
      const backup = engine.backupNow();
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

function readArgs(
  argv: readonly string[],
): { command: string; file: string | undefined; json: boolean; verbose: boolean } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, verbose: { type: 'boolean' } },
    });
    const [command, file, ...rest] = positionals;
    const known = ['import', 'sample', 'status', 'backup', 'rebuild'];
    if (command === undefined || !known.includes(command) || rest.length > 0) return null;
    if ((command === 'import') !== (file !== undefined)) return null;
    return { command, file, json: values.json === true, verbose: values.verbose === true };
  } catch {
    return null;
  }
}
