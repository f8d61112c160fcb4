import { builtChild } from './sync/built.ts';
import { loadWithKills } from './sync/load.ts';

const SIZES = [10_000, 100_000] as const;
const KILLS = 20;

/**
 * The first load of nine shops by a process that is killed 20 times at random moments, against a sandbox in a process of
 * its own, bundled like the product's engine: nothing missing, nothing doubled, memory, orders a second. `SEAMARK_BENCH_ORDERS` measures one other size.
 */
export async function benchSync(): Promise<unknown> {
  const given = Number(process.env['SEAMARK_BENCH_ORDERS'] ?? 0);
  const program = await builtChild();
  const runs = [];
  for (const orders of given > 0 ? [given] : SIZES) {
    const patience = (): number => 3_000 + Math.random() * 9_000;
    runs.push(await loadWithKills(orders, KILLS, patience, program));
    process.stderr.write(`  ${JSON.stringify(runs.at(-1))}\n`);
  }
  return { target: 'missing 0, doubled 0 after 20 kills, memory under 400 MiB', runs };
}
