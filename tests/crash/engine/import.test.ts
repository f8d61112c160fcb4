import { fork } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FromEngine, fromEngineSchema, type ToEngine } from '#shared/contract/wire.ts';
import { DEFAULT_IMPORT_OPTIONS, type ImportPreview, type ImportRun } from '#shared/model/import.ts';
import { journeysOf, rowsOf } from '../../fakes/dump.ts';
import { openWorld, START, type World } from '../../fakes/engine.ts';
import { KEY } from '../../fakes/store.ts';
import { writeTracking } from '../../bench/data.ts';

const ENTRY = fileURLToPath(new URL('../../../main/engine/entry.ts', import.meta.url));
const PARCELS = 2_500;
const ROWS = PARCELS * 8;
const KILLS = 30;

let world: World;
beforeEach(async () => {
  // The folder and its encrypted store; the engine itself runs as a child.
  world = await openWorld({ begin: false });
  await world.engine.close();
});
afterEach(() => rmSync(world.home, { recursive: true, force: true }));

/** The engine as a process of its own, as the shell runs it. */
async function startEngine() {
  const child = fork(ENTRY, [], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const ended = once(child, 'exit');
  const waiting = new Map<number, (answer: unknown) => void>();
  const listeners = new Set<(message: FromEngine) => void>();
  child.on('message', (raw) => {
    const message = fromEngineSchema.parse(raw);
    if (message.kind === 'answer') waiting.get(message.id)?.(message.result);
    for (const listener of listeners) listener(message);
  });
  const tell = (message: ToEngine): void => void child.send(message);
  const said = (test: (message: FromEngine) => boolean): Promise<FromEngine> =>
    new Promise((resolve) => {
      const listener = (message: FromEngine): void => {
        if (!test(message)) return;
        listeners.delete(listener);
        resolve(message);
      };
      listeners.add(listener);
    });
  const ready = said((message) => message.kind === 'ready' || message.kind === 'start-failed');
  await said((message) => message.kind === 'hello');
  tell({ kind: 'start', home: world.home, key: KEY, lang: 'en' });
  expect((await ready).kind).toBe('ready');
  let id = 0;
  const ask = async <T>(name: string, input: unknown): Promise<T> => {
    id += 1;
    const mine = id;
    const answer = await new Promise<unknown>((resolve) => {
      waiting.set(mine, resolve);
      tell({ kind: 'call', id: mine, name, input });
    });
    const result = answer as { ok: boolean; value: T };
    expect(result.ok, `${name}: ${JSON.stringify(answer)}`).toBe(true);
    return result.value;
  };
  return {
    ask,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    close: async () => {
      tell({ kind: 'close' });
      await ended;
    },
    /** The run, when it has come to an end or `test` is true of it. */
    until: async (test: (run: ImportRun) => boolean): Promise<ImportRun> => {
      for (;;) {
        const { imports } = await ask<{ imports: ImportRun[] }>('imports.list', {});
        const [run] = imports;
        if (run && test(run)) return run;
        await wait(15);
      }
    },
  };
}

type Child = Awaited<ReturnType<typeof startEngine>>;

async function startImport(child: Child, path: string): Promise<ImportRun> {
  const options = DEFAULT_IMPORT_OPTIONS;
  const preview = await child.ask<ImportPreview>('imports.preview', { path, mapping: null, options });
  const { digest, mapping } = preview;
  return child.ask<ImportRun>('imports.start', { path, digest, mapping, options });
}

const events = (): { n: number; different: number } =>
  rowsOf<{ n: number; different: number }>(
    world.home,
    'SELECT count(*) AS n, count(DISTINCT leg_id || fingerprint) AS different FROM event',
  )[0] ?? { n: -1, different: -1 };

/** Reproducible moments, in milliseconds after the import goes on. */
function* moments(): Generator<number> {
  let state = 20_261_124;
  for (;;) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    yield state % 160;
  }
}

test(`${KILLS} kills during an import of ${ROWS} rows: it goes on, nothing is lost, nothing is doubled`, async () => {
  const path = join(world.home, 'scans.csv');
  expect(writeTracking(path, PARCELS, START)).toBe(ROWS);
  const undisturbed = await openWorld();
  await undisturbed.take(path);
  const expected = journeysOf(undisturbed.home);
  await undisturbed.remove();

  const moment = moments();
  let stored = 0;
  let midway = 0;
  let child = await startEngine();
  await startImport(child, path);
  for (let kill = 0; kill < KILLS; kill += 1) {
    await wait(moment.next().value ?? 0);
    await child.kill();
    const now = events();
    expect(now.n).toBe(now.different);
    expect(now.n).toBeGreaterThanOrEqual(stored);
    // What the record counts is exactly what is there: batch and counters are one transaction.
    const [run] = rowsOf<{ accepted: number; known: number; state: string }>(
      world.home,
      'SELECT accepted, known, state FROM import_run ORDER BY id DESC LIMIT 1',
    );
    if (run?.state !== 'done') midway += 1;
    stored = now.n;
    child = await startEngine();
    if (run?.state === 'done' && kill < KILLS - 1) await startImport(child, path);
    else if (run?.state !== 'done') expect(run?.accepted).toBeLessThanOrEqual(stored);
  }
  const run = await child.until(({ state }) => state !== 'running' && state !== 'projecting');
  expect(run).toMatchObject({ state: 'done', fault: null, rows: ROWS });
  await child.close();
  expect(midway).toBeGreaterThan(5);
  expect(events()).toEqual({ n: ROWS, different: ROWS });
  expect(rowsOf(world.home, 'SELECT count(*) AS n FROM parcel WHERE dirty = 1')).toEqual([{ n: 0 }]);
  expect(journeysOf(world.home)).toEqual(expected);
}, 150_000);

test('a file that is gone after the kill: the run says so by name, and the same rows come in again without a double', async () => {
  const path = join(world.home, 'scans.csv');
  writeTracking(path, PARCELS, START);
  const child = await startEngine();
  await startImport(child, path);
  await child.until(({ rows, state }) => rows > 0 || state !== 'running');
  await child.kill();
  const stored = events().n;
  expect(stored).toBeLessThan(ROWS);
  rmSync(path);
  const next = await startEngine();
  const run = await next.until(({ state }) => state !== 'running' && state !== 'projecting');
  expect(run).toMatchObject({
    state: 'interrupted',
    fault: { code: 'file-missing', detail: { file: 'scans.csv' } },
  });
  expect(events().n).toBe(stored);
  writeTracking(path, PARCELS, START);
  const again = await startImport(next, path);
  const done = await next.until(({ id, state }) => id === again.id && state === 'done');
  expect(done.known + done.accepted).toBe(ROWS);
  expect(done.known).toBe(stored);
  await next.close();
  expect(events()).toEqual({ n: ROWS, different: ROWS });
}, 60_000);

test('a kill while a cancelled import is taken back: the next start takes back the rest', async () => {
  const path = join(world.home, 'scans.csv');
  writeTracking(path, PARCELS, START);
  const child = await startEngine();
  const { id } = await startImport(child, path);
  await child.until(({ rows, state }) => rows >= 8_000 || state !== 'running');
  void child.ask('imports.cancel', { importId: id });
  await wait(25);
  await child.kill();
  const next = await startEngine();
  const run = await next.until(({ state }) => state === 'cancelled' || state === 'done');
  await next.close();
  const left = events().n;
  // Killed before the cancel was on the disk, the import goes on to its end: never half of it.
  expect(left).toBe(run.state === 'cancelled' ? 0 : ROWS);
}, 60_000);
