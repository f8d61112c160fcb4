import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { DAY } from '#shared/time.ts';
import type { StartFailure } from '#shared/contract/faults.ts';
import { createEngine, type Engine } from '../../engine/index.ts';
import type { Logger } from '../../engine/ports.ts';
import type { FaultRule } from '../../sandbox/shopee/faults/kinds.ts';
import { startShopeeSandbox } from '../../sandbox/shopee/start.ts';
import { createWorld } from '../../sandbox/simulate/world.ts';
import { heldClock } from './clock.ts';
import { connectAll, get } from './connect.ts';
import { scanKey, truthOf } from './truth.ts';

export interface SampleOptions {
  readonly home: string;
  readonly key: string;
  readonly days: number;
  readonly seed: number;
  readonly orders: number;
  /** What goes wrong until the last day (main/sandbox/shopee/faults). */
  readonly faults: readonly FaultRule[];
  /** A file for the rows behind the digest, one a line, so that two runs can be compared; undefined writes none. */
  readonly rows?: string | undefined;
  readonly log: Logger;
}

/** What the sample prints. */
export interface SampleSummary {
  readonly days: number;
  readonly seed: number;
  readonly shops: number;
  readonly orders: number;
  readonly parcels: number;
  readonly events: number;
  readonly apiCalls: number;
  /** By the platform's rule, over the whole run, as the sandbox counted. */
  readonly apiSuccessShare: number;
  /** The lowest share of any 24 hours, as Seamark saw it at the end of each day. */
  readonly lowestDayShare: number;
  readonly tokenRefreshes: number;
  readonly tokensBurnt: number;
  /** Orders, tracking numbers and scans that are there twice, and that the truth has and the store has not. */
  readonly duplicates: number;
  readonly missing: number;
  readonly callsPerParcel: number;
  readonly trackingCallsPerParcel: number;
  /** A client that asks for each parcel every two hours from its number to its end: tracking calls alone. */
  readonly callsPerParcelFixed2h: number;
  /** How long after a scan it was known here, in hours: half of them within, nine of ten within. */
  readonly scanDelayHours: { readonly median: number; readonly p90: number };
  readonly cases: Readonly<Record<string, number>>;
  readonly drafts: number;
  /** SHA-256 over everything known, without row ids and receive times. */
  readonly digest: string;
  readonly wallSeconds: number;
}

/** The first day of the sample's world: a Monday, so that every run sees the same weeks. */
export const SAMPLE_START = Date.UTC(2026, 9, 26);

const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

/**
 * Runs the whole engine over HTTP against the sandbox, with a clock that passes as fast as the work allows: connects the
 * shops, follows them for so many days, then holds the world still, catches up, and compares with the truth.
 */
export async function runSample(
  options: SampleOptions,
): Promise<{ ok: true; summary: SampleSummary } | { ok: false; failure: StartFailure }> {
  const began = performance.now();
  const { days, seed, orders } = options;
  const world = createWorld({ seed, orders, days, start: SAMPLE_START });
  const end = SAMPLE_START + days * DAY;
  const held = heldClock(SAMPLE_START);
  const sandbox = await startShopeeSandbox({
    world,
    faults: options.faults,
    // The world stands still at the end; our clock goes on, for limits that have to be waited for.
    clock: { now: () => Math.min(held.clock.now(), end) as ReturnType<typeof held.clock.now> },
  });
  const made = createEngine({
    home: options.home,
    key: options.key,
    clock: held.clock,
    timers: held.timers,
    log: options.log,
    send: () => {},
    driven: true,
  });
  if (!made.ok) {
    await sandbox.close();
    return made;
  }
  const { engine } = made;
  try {
    await engine.begin();
    const shops = await connectAll(engine, sandbox.credentials);
    let lowestDayShare = 1;
    let nextLook = SAMPLE_START + DAY;
    while (held.clock.now() < end) {
      const next = await engine.advance();
      held.moveTo(Math.min(next, end));
      if (held.clock.now() >= nextLook) {
        nextLook += DAY;
        for (const app of engine.sync.health().apps)
          lowestDayShare = Math.min(lowestDayShare, app.successShare ?? 1);
      }
    }
    sandbox.faults.set([]);
    engine.sync.catchUp();
    await settle(engine, held);
    const summary = await summarise(engine, { world, end, options, shops, sandbox, lowestDayShare });
    return { ok: true, summary: { ...summary, wallSeconds: round((performance.now() - began) / 1_000, 1) } };
  } finally {
    await engine.close();
    await sandbox.close();
  }
}

/** Nothing is due within this long after catching up: what follows is the next turn. */
const QUIET = 60_000;

async function settle(engine: Engine, held: ReturnType<typeof heldClock>): Promise<void> {
  for (;;) {
    const next = await engine.advance();
    if (next - held.clock.now() > QUIET) return;
    held.moveTo(next);
  }
}

async function summarise(
  engine: Engine,
  run: {
    world: ReturnType<typeof createWorld>;
    end: number;
    options: SampleOptions;
    shops: number;
    sandbox: Awaited<ReturnType<typeof startShopeeSandbox>>;
    lowestDayShare: number;
  },
): Promise<Omit<SampleSummary, 'wallSeconds'>> {
  const { world, end, options, sandbox } = run;
  await engine.rebuild();
  const digest = createHash('sha256');
  const truth = truthOf(world, end);
  const seen = {
    orders: new Map<string, number>(),
    numbers: new Map<string, number>(),
    scans: new Map<string, number>(),
  };
  const count = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1);
  const rows = options.rows === undefined ? null : createWriteStream(options.rows);
  for (const { table, row } of engine.known()) {
    const line = `${table} ${JSON.stringify(row)}\n`;
    digest.update(line);
    rows?.write(line);
    const one = row as Record<string, string | number | null>;
    if (table === 'order') count(seen.orders, String(one['order_sn']));
    if (table === 'package' && one['number'] !== null) count(seen.numbers, String(one['number']));
    if (table === 'event') {
      count(seen.scans, scanKey(String(one['parcel']), Number(one['instant']), String(one['text'])));
    }
  }
  if (rows !== null) await finished(rows.end());
  const doubled = [seen.orders, seen.numbers, seen.scans]
    .flatMap((map) => [...map.values()])
    .filter((n) => n > 1);
  const lacking = (have: ReadonlyMap<string, number>, want: ReadonlySet<string>): number =>
    [...want].filter((key) => !have.has(key)).length;
  const status = await get(engine, 'app.status', {});
  const counters = sandbox.counters();
  const parcels = seen.numbers.size;
  const tracking = counters.byPath['/api/v2/logistics/get_tracking_info'] ?? 0;
  const delays = engine.delays(SAMPLE_START);
  const at = (share: number): number =>
    round((delays[Math.floor(delays.length * share)] ?? 0) / 3_600_000, 2);
  return {
    days: options.days,
    seed: options.seed,
    shops: run.shops,
    orders: seen.orders.size,
    parcels,
    events: [...seen.scans.values()].reduce((sum, n) => sum + n, 0),
    apiCalls: counters.calls,
    apiSuccessShare: round(counters.counted === 0 ? 1 : counters.succeeded / counters.counted, 4),
    lowestDayShare: round(run.lowestDayShare, 4),
    tokenRefreshes: counters.refreshes,
    tokensBurnt: counters.tokensBurnt,
    duplicates: doubled.reduce((sum, n) => sum + n - 1, 0),
    missing:
      lacking(seen.orders, truth.orders) +
      lacking(seen.numbers, truth.numbers) +
      lacking(seen.scans, truth.scans),
    callsPerParcel: round(counters.calls / Math.max(1, parcels), 2),
    trackingCallsPerParcel: round(tracking / Math.max(1, parcels), 2),
    callsPerParcelFixed2h: round(truth.callsEvery2h / Math.max(1, truth.numbers.size), 2),
    scanDelayHours: { median: at(0.5), p90: at(0.9) },
    cases: status.decisionsByKind,
    drafts: status.drafts,
    digest: digest.digest('hex'),
  };
}
