import { join } from 'node:path';
import type { QueueFilter } from '#shared/contract/queue.ts';
import { CASE_KINDS } from '#shared/model/case.ts';
import type { Reader } from '../../main/engine/store/types.ts';
import { type OpenStore, openStore } from '../../main/engine/store/open.ts';
import { queuePage } from '../../main/engine/store/views/queue.ts';
import { silentLog, systemClock } from '../../main/engine/system.ts';
import { cpuMs, quantile, round, spread, timed } from './figures.ts';
import { BENCH_KEY, filledHome } from './world.ts';

const LIMIT = 200;
const REPEATS = 100;

/** Every kind of filter that the page offers, without text; text is told apart. */
function filters(): QueueFilter[] {
  const some: QueueFilter[] = [];
  for (const view of ['waiting', 'mine'] as const) {
    for (const kind of [null, ...CASE_KINDS]) {
      for (const market of [null, 'SG', 'BR'] as const) some.push({ view, kind, market, text: '' });
    }
  }
  return some;
}

const nameOf = (filter: QueueFilter): string =>
  [filter.view, filter.kind ?? 'any', filter.market ?? 'any'].join('/');

/** The cursor of a page in the middle of the list. */
function middle(reader: Reader, filter: QueueFilter, pages: number): string | null {
  let cursor: string | null = null;
  for (let page = 0; page < pages; page += 1) {
    const next: string | null = queuePage(reader, filter, { limit: 500, cursor }).nextCursor;
    if (next === null) break;
    cursor = next;
  }
  return cursor;
}

export interface QueueFigures {
  readonly parcels: number;
  readonly cases: number;
  /** The first page after opening, when nothing is in memory. */
  readonly cold: { p50: number; p99: number; samples: number };
  readonly first: { p50: number; p99: number; samples: number };
  readonly deep: { p50: number; p99: number; samples: number };
  /** All waiting cases: 200 rows at both sizes. */
  readonly whole: { p50: number; p99: number; samples: number };
  /** Processor time of such a page, mean: unlike the clock it does not pass while others have the processor. */
  readonly wholeCpuMs: number;
  readonly worst: { filter: string; p50: number; p99: number };
  readonly text: { p50: number; p99: number; samples: number };
  /** A text that every number has. */
  readonly commonText: { p50: number; p99: number; samples: number };
}

function open(home: string): OpenStore {
  const opened = openStore({
    path: join(home, 'seamark.db'),
    key: BENCH_KEY,
    backupFolder: join(home, 'backups'),
    clock: systemClock,
    log: silentLog,
  });
  if (!opened.ok) throw new Error(opened.failure.code);
  return opened.store;
}

function coldPage(home: string): number {
  const { reader, close } = open(home);
  const filter: QueueFilter = { view: 'waiting', kind: null, market: null, text: '' };
  const ms = timed(() => queuePage(reader, filter, { limit: LIMIT, cursor: null }));
  close();
  return ms;
}

async function atSize(parcels: number): Promise<QueueFigures> {
  const { home } = await filledHome(parcels);
  const cold = Array.from({ length: 15 }, () => coldPage(home));
  const { reader, close } = open(home);
  try {
    const waiting: QueueFilter = { view: 'waiting', kind: null, market: null, text: '' };
    const byFilter = filters().map((filter) => {
      const warm = queuePage(reader, filter, { limit: LIMIT, cursor: null });
      const samples = Array.from({ length: REPEATS }, () =>
        timed(() => queuePage(reader, filter, { limit: LIMIT, cursor: null })),
      );
      return { name: nameOf(filter), rows: warm.rows.length, samples };
    });
    const busy = cpuMs();
    const whole = Array.from({ length: 2 * REPEATS }, () =>
      timed(() => queuePage(reader, waiting, { limit: LIMIT, cursor: null })),
    );
    const wholeCpuMs = round((cpuMs() - busy) / whole.length);
    const cursor = middle(reader, waiting, 8);
    const deep = Array.from({ length: REPEATS }, () =>
      timed(() => queuePage(reader, waiting, { limit: LIMIT, cursor })),
    );
    const textPage = (text: string): number =>
      timed(() => queuePage(reader, { ...waiting, text }, { limit: LIMIT, cursor: null }));
    const text = Array.from({ length: 20 }, (_, n) => textPage(`00${n}7`));
    const commonText = Array.from({ length: 20 }, () => textPage('SPX'));
    const worst = byFilter.toSorted((a, b) => quantile(b.samples, 0.99) - quantile(a.samples, 0.99))[0];
    return {
      parcels,
      cases: queuePage(reader, waiting, { limit: 1, cursor: null }).total,
      cold: spread(cold),
      first: spread(byFilter.filter(({ rows }) => rows > 0).flatMap(({ samples }) => samples)),
      deep: spread(deep),
      whole: spread(whole),
      wholeCpuMs,
      worst: {
        filter: worst?.name ?? '',
        p50: round(quantile(worst?.samples ?? [], 0.5)),
        p99: round(quantile(worst?.samples ?? [], 0.99)),
      },
      text: spread(text),
      commonText: spread(commonText),
    };
  } finally {
    close();
  }
}

/** A page of 200 cases in the store, under every filter, at two sizes. Milliseconds. */
export async function benchQueue(): Promise<{ target: string; slope: number; sizes: QueueFigures[] }> {
  const sizes = [await atSize(10_000), await atSize(100_000)];
  const [small, large] = sizes;
  return {
    target:
      'p99 at most 5 ms; slope (processor time of all waiting cases at 100,000 by that at 10,000) about 1',
    slope: round((large?.wholeCpuMs ?? 0) / (small?.wholeCpuMs ?? 1)),
    sizes,
  };
}
