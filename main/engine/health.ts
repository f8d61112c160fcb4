import { type HealthSourceId, healthSourceSchema, type SourceHealth } from '#shared/contract/health.ts';
import { DAY, HOUR } from '#shared/time.ts';
import type { Clock } from './ports.ts';
import type { CallFacts } from './sources/carriers/kit/types.ts';
import { countDuration, countHour, eventFollowed, forgetHealth } from './store/aggregates/health.ts';
import type { Writer } from './store/types.ts';
import {
  driftSince,
  durationsSince,
  followedEvent,
  hoursSince,
  legBefore,
  scansAfter,
  shopeeHours,
} from './store/views/health.ts';
import { type HealthHour, healthOf, USUAL_DAYS, WINDOW_DAYS } from './sync/health/health.ts';
import { observe } from './sync/health/observe.ts';
import { type Bucket, bucketOf } from './sync/health/sketch.ts';

/** Events that are counted in one transaction, and transactions in one round: a round never costs more. */
const STEP = 2_000;
const STEPS = 5;
/** Shopee's latencies are kept in five classes; each is taken at the middle of its class. */
const SHOPEE_MIDDLES = [55, 175, 550, 1_750, 6_000] as const;

export interface HealthKeeper {
  /** Counts calls; inside the caller's transaction or in one of its own. */
  heard(calls: readonly CallFacts[]): void;
  /** Counts what the journal got since the last round. */
  follow(): Promise<void>;
  sources(asked: readonly HealthSourceId[]): SourceHealth[];
  purge(now: number): void;
}

/** Keeps counts of how sources are, and reads them. */
export function createHealthKeeper(deps: {
  writer: Writer;
  clock: Clock;
  breathe: () => Promise<unknown>;
}): HealthKeeper {
  const { writer, clock } = deps;

  /** One step through the journal; false at its end. */
  const step = (): boolean => {
    const { counted, newest } = followedEvent(writer);
    // An import that was taken back frees its ids for what comes next.
    const from = Math.min(counted, newest);
    if (from >= newest) {
      if (from !== counted) writer.transaction('batch', () => eventFollowed(writer, from));
      return false;
    }
    const rows = scansAfter(writer, from, STEP);
    const before = new Map<string, { known: number; newest: number | null }>();
    const scans = rows.map(({ legId, ...scan }) => {
      const key = `${String(legId)} ${String(scan.receivedAt)}`;
      const leg = before.get(key) ?? legBefore(writer, legId, scan.receivedAt);
      before.set(key, leg);
      return { ...scan, first: leg.known === 0, newestBefore: leg.newest };
    });
    const { hours, lags } = observe(scans);
    writer.transaction('batch', () => {
      for (const each of hours) countHour(writer, each.source, each.hour, each.what, each.n);
      for (const { source, hour, bucket, n } of lags) {
        countDuration(writer, source, Math.floor((hour * HOUR) / DAY), 'lag', bucket, n);
      }
      eventFollowed(writer, rows.length < STEP ? newest : (rows.at(-1)?.id ?? newest));
    });
    return rows.length === STEP;
  };

  return {
    heard: (calls) =>
      writer.transaction('batch', () => {
        for (const { source, at, ms, outcome } of calls) {
          countHour(writer, source, Math.floor(at / HOUR), `call ${outcome}`, 1);
          countDuration(writer, source, Math.floor(at / DAY), 'latency', bucketOf(ms), 1);
        }
      }),
    follow: async () => {
      for (let n = 0; n < STEPS && step(); n += 1) await deps.breathe();
    },
    sources: (asked) => {
      const now = clock.now();
      const thisHour = Math.floor(now / HOUR);
      const weekHour = thisHour - WINDOW_DAYS * (DAY / HOUR);
      const hours = new Map<HealthSourceId, Map<number, HealthHour>>();
      const add = (source: HealthSourceId, hour: number, more: Partial<HealthHour>): void => {
        const mine = hours.get(source) ?? new Map<number, HealthHour>();
        hours.set(source, mine);
        const entry = mine.get(hour) ?? { hour, good: 0, bad: 0, scans: 0, news: 0, late: 0 };
        const sum = (key: 'good' | 'bad' | 'scans' | 'news' | 'late') => entry[key] + (more[key] ?? 0);
        mine.set(hour, {
          hour,
          good: sum('good'),
          bad: sum('bad'),
          scans: sum('scans'),
          news: sum('news'),
          late: sum('late'),
        });
      };
      const fromHour = thisHour - USUAL_DAYS * (DAY / HOUR);
      for (const { source, hour, what, n } of hoursSince(writer, fromHour)) {
        const id = healthSourceSchema.safeParse(source);
        if (id.success) add(id.data, hour, hourPart(what, n));
      }
      const shopee = shopeeHours(writer, fromHour);
      for (const { hour, good, bad } of shopee) add('shopee', hour, { good, bad });
      const durations = durationsSince(writer, Math.floor(now / DAY) - WINDOW_DAYS + 1);
      const bucketsOf = (source: string, what: string): Bucket[] =>
        durations.filter((each) => each.source === source && each.what === what);
      const drift = new Map(
        driftSince(writer, now - WINDOW_DAYS * DAY).map((row) => [row.source, row] as const),
      );
      const all = new Set([...hours.keys(), ...asked]);
      return healthSourceSchema.options
        .filter((source) => all.has(source))
        .map((source) =>
          healthOf({
            source,
            now,
            hours: [...(hours.get(source)?.values() ?? [])],
            latencies:
              source === 'shopee'
                ? shopeeBuckets(shopee.filter(({ hour }) => hour > weekHour))
                : bucketsOf(source, 'latency'),
            lags: bucketsOf(source, 'lag'),
            drift: drift.get(source) ?? { notes: 0, lastAt: null },
          }),
        );
    },
    purge: (now) =>
      forgetHealth(
        writer,
        Math.floor(now / HOUR) - (USUAL_DAYS + 1) * (DAY / HOUR),
        Math.floor(now / DAY) - USUAL_DAYS,
      ),
  };
}

/** What a stored count means: "no information yet" and "no such number" are answers of a service that works. */
function hourPart(what: string, n: number): Partial<HealthHour> {
  if (what === 'scans' || what === 'news' || what === 'late') return { [what]: n };
  return ['call ok', 'call no-info-yet', 'call not-found'].includes(what) ? { good: n } : { bad: n };
}

function shopeeBuckets(hours: ReturnType<typeof shopeeHours>): Bucket[] {
  return hours.flatMap(({ t0, t1, t2, t3, t4 }) =>
    [t0, t1, t2, t3, t4].map((n, at) => ({ bucket: bucketOf(SHOPEE_MIDDLES[at] ?? 0), n })),
  );
}
