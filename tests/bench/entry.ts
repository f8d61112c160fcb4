import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fromEngineSchema, type FromEngine, type ToEngine } from '#shared/contract/wire.ts';
import { round, spread } from './figures.ts';
import { BENCH_KEY, filledHome } from './world.ts';

const RUNS = 10;
const SOURCE = fileURLToPath(new URL('../../main/engine/entry.ts', import.meta.url));
/** What the packaged product runs, when it has been built. */
const BUILT = fileURLToPath(new URL('../../out/main/engine.js', import.meta.url));

const tell = (child: ChildProcess, message: ToEngine): void => void child.send(message);

/** One start: milliseconds from spawning the process to the first page of the queue. */
function oneStart(entry: string, home: string): Promise<{ pageMs: number; helloMs: number; openMs: number }> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = fork(entry, [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const figures = { pageMs: 0, helloMs: 0, openMs: 0 };
    const step: Record<FromEngine['kind'], (message: FromEngine) => void> = {
      hello: () => {
        figures.helloMs = performance.now() - start;
        tell(child, { kind: 'start', home, key: BENCH_KEY, lang: 'en' });
      },
      ready: (message) => {
        if (message.kind === 'ready') figures.openMs = message.openMs;
        const input = { view: 'waiting', kind: null, market: null, text: '', limit: 200, cursor: null };
        tell(child, { kind: 'call', id: 1, name: 'queue.page', input });
      },
      answer: () => {
        figures.pageMs = performance.now() - start;
        tell(child, { kind: 'close' });
      },
      'start-failed': () => reject(new Error('The engine did not start.')),
      recovered: () => {},
      topic: () => {},
      closed: () => {},
    };
    child.on('message', (raw) => {
      const message = fromEngineSchema.parse(raw);
      step[message.kind](message);
    });
    child.once('error', reject);
    child.once('exit', () => resolve(figures));
  });
}

async function atSize(entry: string, parcels: number) {
  const { home } = await filledHome(parcels);
  await oneStart(entry, home);
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await oneStart(entry, home));
  const page = spread(runs.map((each) => each.pageMs));
  const hello = spread(runs.map((each) => each.helloMs));
  const open = spread(runs.map((each) => each.openMs));
  return {
    parcels,
    pageMs: page.p50,
    pageMsWorst: page.p99,
    /** Of this, what the process itself needs before it can be told where its data is. */
    processMs: hello.p50,
    openMs: round(open.p50),
  };
}

/** From spawning the engine to its first page of the queue, at two sizes: from the sources, and as built if it is. */
export async function benchEntry() {
  const sizes = [10_000, 100_000];
  const measure = async (entry: string) => {
    const found = [];
    for (const size of sizes) found.push(await atSize(entry, size));
    return found;
  };
  return {
    target: 'at most 400 ms at both sizes',
    built: existsSync(BUILT) ? await measure(BUILT) : null,
    sources: await measure(SOURCE),
  };
}
