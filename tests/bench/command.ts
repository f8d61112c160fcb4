import { join } from 'node:path';
import type { CaseId } from '#shared/model/ids.ts';
import { openFile } from '../../main/engine/store/file.ts';
import { quantile, round, spread, timed } from './figures.ts';
import { ask, BENCH_KEY, benchEngine, benchHome, filledHome } from './world.ts';

const COMMANDS = 400;

/** What one row with a full sync costs here at least: the limit that a command is compared with. */
function floor(): number[] {
  const { home, remove } = benchHome();
  const db = openFile(join(home, 'floor.db'), BENCH_KEY, { readonly: false });
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.exec('CREATE TABLE one (id INTEGER PRIMARY KEY, n INTEGER)');
    const insert = db.prepare<unknown[], unknown>('INSERT INTO one(n) VALUES (?)');
    return Array.from({ length: COMMANDS }, (_, n) => timed(() => insert.run(n)));
  } finally {
    db.close();
    remove();
  }
}

async function atSize(parcels: number) {
  const { home } = await filledHome(parcels);
  const engine = benchEngine(home);
  try {
    const page = await ask(engine, 'queue.page', {
      view: 'waiting',
      kind: null,
      market: null,
      text: '',
      limit: 200,
      cursor: null,
    });
    const ids = page.rows.map((row) => row.id);
    const samples: number[] = [];
    for (let n = 0; n < COMMANDS; n += 1) {
      const caseId = ids[Math.floor(n / 2) % ids.length] as CaseId;
      const start = performance.now();
      await ask(engine, n % 2 === 0 ? 'cases.accept' : 'cases.reopen', { caseIds: [caseId] });
      samples.push(performance.now() - start);
    }
    return { parcels, ...spread(samples) };
  } finally {
    await engine.close();
  }
}

/** One decision about one case: checked, stored, logged, audited, synced to the disk, answered. Milliseconds. */
export async function benchCommand() {
  const bare = floor();
  return {
    target: 'p99 at most 5 ms',
    bareSync: { p50: round(quantile(bare, 0.5)), p99: round(quantile(bare, 0.99)) },
    sizes: [await atSize(10_000), await atSize(100_000)],
  };
}
