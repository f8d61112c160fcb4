import { join } from 'node:path';
import { systemClock } from '../../main/engine/system.ts';
import { bareRate } from './bare.ts';
import { SCANS, writeTracking } from './data.ts';
import { quantile, round } from './figures.ts';
import { benchEngine, benchHome, filledHome, importAll } from './world.ts';

const PARCELS = [10_000, 100_000] as const;
const EVENTS = 40_000;
const RUNS = 3;

export interface PipelineFigures {
  readonly parcels: number;
  /** While the store was filled, from nothing to this size. */
  readonly fillingPerSecond: number;
  /** Further scans of parcels that are there, brought into the full store. */
  readonly eventsPerSecond: number;
  /** Finished events inserted into a store of the same kind, and the line above against it. */
  readonly barePerSecond: number;
  readonly ratio: number;
}

async function atSize(parcels: number): Promise<PipelineFigures> {
  const full = await filledHome(parcels);
  const { home: files, remove } = benchHome();
  const rates: number[] = [];
  const engine = benchEngine(full.home);
  // The first is not counted: an engine opens its places once, not with every file.
  for (let run = 0; run <= RUNS; run += 1) {
    const path = join(files, `more-${run}.csv`);
    writeTracking(path, EVENTS / SCANS, systemClock.now(), 100 + run);
    const done = await importAll(engine, path);
    if (run > 0) rates.push(done.rows / done.seconds);
  }
  await engine.close();
  const bare = bareRate(full.home).perSecond;
  remove();
  const rate = quantile(rates, 0.5);
  return {
    parcels,
    fillingPerSecond: Math.round(full.rows / full.seconds),
    eventsPerSecond: Math.round(rate),
    barePerSecond: Math.round(bare),
    ratio: round(rate / bare),
  };
}

/**
 * Scans through everything: read, understood, put into the trail, journey, arrival and cases, in the encrypted store with
 * its indexes. Told at 10,000 and 100,000 parcels of eight scans each. Changes the filled stores, so it runs last.
 */
export async function benchPipeline(): Promise<{ target: string; sizes: PipelineFigures[] }> {
  const sizes: PipelineFigures[] = [];
  for (const parcels of PARCELS) sizes.push(await atSize(parcels));
  return { target: '8,000 events a second at both sizes', sizes };
}
