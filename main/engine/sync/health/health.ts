import type { HealthSourceId, SourceHealth } from '#shared/contract/health.ts';
import { asInstant, DAY, HOUR } from '#shared/time.ts';
import { type Bucket, quantile } from './sketch.ts';

/** Figures are of this long; what is usual is learnt from `USUAL_DAYS`. */
export const WINDOW_DAYS = 7;
export const USUAL_DAYS = 30;
const STRIP = 24;
/** Hours with calls and no good one, newest last, from which a source counts as failing. */
const FAILING_HOURS = 3;
/** Below this share of the last day's calls (of at least `FAILING_CALLS`) it is failing too. */
const FAILING_SHARE = 0.8;
const FAILING_CALLS = 10;
/** Silences that must have been seen before one can be called unusual. */
const SILENCES_MIN = 8;
/** A silence is unusual beyond this many times the usual one, and never before `SILENT_MIN`. */
const SILENT_TIMES = 2;
const SILENT_MIN = 6 * HOUR;

/** One hour of a source: calls that went well and that did not, and what came in. */
export interface HealthHour {
  readonly hour: number;
  readonly good: number;
  readonly bad: number;
  readonly scans: number;
  readonly news: number;
  readonly late: number;
}

export interface HealthInput {
  readonly source: HealthSourceId;
  readonly now: number;
  /** Hours of the last 30 days in which anything was, in any order. */
  readonly hours: readonly HealthHour[];
  /** Of the last seven days. */
  readonly latencies: readonly Bucket[];
  readonly lags: readonly Bucket[];
  readonly drift: { readonly notes: number; readonly lastAt: number | null };
}

/** How a source is. Hours are the finest that is kept: a silence is known to the hour. */
export function healthOf(input: HealthInput): SourceHealth {
  const { now, source } = input;
  const thisHour = Math.floor(now / HOUR);
  const all = input.hours.filter(({ hour }) => hour <= thisHour).toSorted((a, b) => a.hour - b.hour);
  const week = all.filter(({ hour }) => hour > thisHour - WINDOW_DAYS * (DAY / HOUR));
  const sum = (of: (hour: HealthHour) => number, list: readonly HealthHour[] = week): number =>
    list.reduce((total, hour) => total + of(hour), 0);
  const [good, bad] = [sum((hour) => hour.good), sum((hour) => hour.bad)];
  const [news, late] = [sum((hour) => hour.news), sum((hour) => hour.late)];
  const silence = silenceOf(all, now, thisHour);
  return {
    source,
    state: stateOf(all, week, thisHour, silence),
    calls: good + bad,
    good,
    share: good + bad === 0 ? null : good / (good + bad),
    latency: spreadOf(input.latencies),
    lag: spreadOf(input.lags),
    silence: { now: silence.now, longest: silence.longest, usual: silence.usual },
    disorder: { late, of: news, share: news === 0 ? null : late / news },
    drift: {
      notes: input.drift.notes,
      lastAt: input.drift.lastAt === null ? null : asInstant(input.drift.lastAt),
    },
    gaps: gapsOf(week),
    strip: stripOf(all, thisHour),
  };
}

function spreadOf(buckets: readonly Bucket[]): SourceHealth['latency'] {
  const [p50, p90] = [quantile(buckets, 0.5), quantile(buckets, 0.9)];
  return p50 === null || p90 === null ? null : { p50, p90, n: buckets.reduce((n, each) => n + each.n, 0) };
}

interface Silence {
  readonly now: number | null;
  readonly longest: number | null;
  readonly usual: number | null;
  readonly seen: number;
}

/** The present silence, the longest that reaches into the last seven days, and the usual one. */
function silenceOf(all: readonly HealthHour[], now: number, thisHour: number): Silence {
  const heard = all.filter((hour) => hour.scans > 0).map((hour) => hour.hour);
  const last = heard.at(-1);
  if (last === undefined) return { now: null, longest: null, usual: null, seen: 0 };
  const steps = heard.slice(1).map((hour, n) => ({ end: hour, ms: (hour - (heard[n] ?? hour)) * HOUR }));
  const open = Math.max(0, now - (last + 1) * HOUR);
  const sorted = steps.map((step) => step.ms).toSorted((a, b) => a - b);
  const usual = sorted[Math.max(0, Math.ceil(sorted.length * 0.9) - 1)] ?? null;
  const from = thisHour - WINDOW_DAYS * (DAY / HOUR);
  const longest = Math.max(open, ...steps.filter((step) => step.end > from).map((step) => step.ms));
  return { now: open, longest, usual, seen: steps.length };
}

function stateOf(
  all: readonly HealthHour[],
  week: readonly HealthHour[],
  thisHour: number,
  silence: Silence,
): SourceHealth['state'] {
  if (!week.some((hour) => hour.good + hour.bad + hour.scans > 0)) return 'idle';
  const day = week.filter(({ hour }) => hour > thisHour - STRIP);
  const asked = day.filter((hour) => hour.good + hour.bad > 0);
  const newest = asked.slice(-FAILING_HOURS);
  if (newest.length === FAILING_HOURS && newest.every((hour) => hour.good === 0)) return 'failing';
  const good = day.reduce((total, hour) => total + hour.good, 0);
  const calls = day.reduce((total, hour) => total + hour.good + hour.bad, 0);
  if (calls >= FAILING_CALLS && good / calls < FAILING_SHARE) return 'failing';
  const limit = Math.max(SILENT_MIN, SILENT_TIMES * (silence.usual ?? 0));
  return all.length > 0 && silence.seen >= SILENCES_MIN && (silence.now ?? 0) > limit ? 'silent' : 'good';
}

/** Stretches of hours in which it was asked and never answered well. Hours in which nobody asked neither open nor end one. */
function gapsOf(week: readonly HealthHour[]): SourceHealth['gaps'] {
  let [count, longest] = [0, 0];
  let from: number | null = null;
  for (const { hour, good, bad } of week) {
    if (good > 0) from = null;
    if (good > 0 || bad === 0) continue;
    if (from === null) [from, count] = [hour, count + 1];
    longest = Math.max(longest, (hour - from + 1) * HOUR);
  }
  return { count, longest };
}

function stripOf(all: readonly HealthHour[], thisHour: number): SourceHealth['strip'] {
  const byHour = new Map(all.map((hour) => [hour.hour, hour]));
  return Array.from({ length: STRIP }, (_, n) => {
    const hour = thisHour - STRIP + 1 + n;
    const { good = 0, bad = 0, scans = 0 } = byHour.get(hour) ?? {};
    return { at: asInstant(hour * HOUR), good, bad, scans };
  });
}
