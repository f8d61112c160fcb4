import { join } from 'node:path';
import { DEFAULT_IMPORT_OPTIONS, type ScanRow } from '#shared/model/import.ts';
import { previewTrackingFile } from '../../main/engine/sources/files/preview.ts';
import { readTrackingFile } from '../../main/engine/sources/files/read.ts';
import { systemClock } from '../../main/engine/system.ts';
import { type BareRate, bareRate, flatRate } from './bare.ts';
import { SCANS, writeTracking } from './data.ts';
import { quantile, round } from './figures.ts';
import { benchEngine, benchHome, importAll } from './world.ts';

const RUNS = 3;

/** The file's rows, read and checked, and how long only that takes. */
async function parsed(path: string): Promise<{ rows: ScanRow[]; perSecond: number }> {
  const now = systemClock.now();
  const options = DEFAULT_IMPORT_OPTIONS;
  const preview = await previewTrackingFile(path, { mapping: null, options, now });
  if (!preview.ok) throw new Error(preview.error.code);
  const rows: ScanRow[] = [];
  const { mapping, digest } = preview.value;
  const signal = new AbortController().signal;
  const start = performance.now();
  for await (const batch of readTrackingFile(path, {
    mapping,
    options,
    now,
    digest,
    skipToLine: 0,
    signal,
  })) {
    rows.push(...batch.rows);
  }
  return { rows, perSecond: rows.length / ((performance.now() - start) / 1_000) };
}

export interface ImportFigures {
  readonly rows: number;
  readonly rowsPerSecond: number;
  /** Finished events into a second store of the same kind, nothing else. */
  readonly bareRowsPerSecond: number;
  /** The import against it; the target is at least one third. */
  readonly ratio: number;
  /** The same by processor time of the thread, which a busy machine disturbs less. */
  readonly rowsPerCpuSecond: number;
  readonly cpuRatio: number;
  /** One table without indexes, and the reading of the file alone: for comparison. */
  readonly flatRowsPerSecond: number;
  readonly readingRowsPerSecond: number;
}

async function atSize(wanted: number): Promise<ImportFigures> {
  const { home, remove } = benchHome();
  try {
    const path = join(home, 'tracking.csv');
    const rows = writeTracking(path, Math.ceil(wanted / SCANS), systemClock.now());
    const rates: number[] = [];
    const bare: BareRate[] = [];
    const cpuRates: number[] = [];
    const flat: number[] = [];
    const reading: number[] = [];
    // Taken in turns, so that a busy moment of the machine falls on all sides.
    for (let run = 0; run < RUNS; run += 1) {
      const file = await parsed(path);
      reading.push(file.perSecond);
      flat.push(flatRate(home, file.rows));
      const place = benchHome();
      const engine = benchEngine(place.home);
      const done = await importAll(engine, path);
      await engine.close();
      rates.push(done.rows / done.seconds);
      cpuRates.push(done.rows / done.cpuSeconds);
      bare.push(bareRate(place.home));
      place.remove();
    }
    const rate = quantile(rates, 0.5);
    const bareMiddle = quantile(
      bare.map((each) => each.perSecond),
      0.5,
    );
    const bareCpu = quantile(
      bare.map((each) => each.perCpuSecond),
      0.5,
    );
    return {
      rows,
      rowsPerSecond: Math.round(rate),
      bareRowsPerSecond: Math.round(bareMiddle),
      ratio: round(rate / bareMiddle),
      rowsPerCpuSecond: Math.round(quantile(cpuRates, 0.5)),
      cpuRatio: round(quantile(cpuRates, 0.5) / bareCpu),
      flatRowsPerSecond: Math.round(quantile(flat, 0.5)),
      readingRowsPerSecond: Math.round(quantile(reading, 0.5)),
    };
  } finally {
    remove();
  }
}

/** Import of 10,000 and 100,000 rows, beside what the same encrypted store takes without any work. */
export async function benchImport(): Promise<{ target: string; sizes: ImportFigures[] }> {
  return {
    target: 'ratio to the bare insert rate at least 0.333',
    sizes: [await atSize(10_000), await atSize(100_000)],
  };
}
