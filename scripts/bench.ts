import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { benchCommand } from '../tests/bench/command.ts';
import { benchEntry } from '../tests/bench/entry.ts';
import { benchEta } from '../tests/bench/eta.ts';
import { benchImport } from '../tests/bench/import.ts';
import { benchNormalise } from '../tests/bench/normalise.ts';
import { benchPipeline } from '../tests/bench/pipeline.ts';
import { benchPolling } from '../tests/bench/polling.ts';
import { benchQueue } from '../tests/bench/queue.ts';
import { benchSearch } from '../tests/bench/search.ts';
import { benchSync } from '../tests/bench/sync.ts';
import { removeFilled } from '../tests/bench/world.ts';

/** The window's own figures need an Electron; they are in a file of their own, which exports `benchWindow`. */
const WINDOW = new URL('../tests/bench/window.ts', import.meta.url);

async function window(): Promise<unknown> {
  if (!existsSync(WINDOW)) return { skipped: 'tests/bench/window.ts is not there' };
  const found = (await import(WINDOW.href)) as { benchWindow(): Promise<unknown> };
  return found.benchWindow();
}

const BENCHES: Readonly<Record<string, () => Promise<unknown>>> = {
  import: benchImport,
  queue: benchQueue,
  entry: benchEntry,
  command: benchCommand,
  normalise: async () => benchNormalise(),
  eta: benchEta,
  polling: benchPolling,
  search: async () => benchSearch(),
  // Adds to the stores that the ones above read.
  pipeline: benchPipeline,
  sync: benchSync,
  window,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});
const names = positionals.length > 0 ? positionals : Object.keys(BENCHES);
const strange = names.filter((name) => !Object.hasOwn(BENCHES, name));
if (strange.length > 0) {
  process.stderr.write(
    `No benchmark is called ${strange.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.\n`,
  );
  process.exit(2);
}

const results: Record<string, unknown> = {
  machine: { node: process.versions.node, processors: availableParallelism(), platform: process.platform },
};
try {
  for (const name of names) {
    process.stderr.write(`bench: ${name}\n`);
    results[name] = await BENCHES[name]?.();
  }
} finally {
  await removeFilled();
}
process.stdout.write(`${JSON.stringify(results, null, values.json ? 0 : 2)}\n`);
