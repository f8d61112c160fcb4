import type { LabEnd, LabOutcome, LabSourceReport } from '#shared/contract/lab.ts';
import type { CarrierSourceId } from '#shared/model/carrierSource.ts';
import type { LabCall } from './types.ts';

/** Upper bounds in ms of the classes of latency; a last class is beyond. */
export const LAB_CLASSES = [100, 300, 1_000, 3_000, 10_000] as const;

/** Outcomes in which the interface did its work, whatever it had to say. */
const ANSWERED: ReadonlySet<LabOutcome> = new Set<LabOutcome>([
  'scans',
  'unchanged',
  'no-info-yet',
  'not-found',
]);

/** The sources of a run side by side: the one that surely answers most first, then the quicker one. */
export function labReport(
  sources: readonly CarrierSourceId[],
  calls: readonly LabCall[],
  ends: Readonly<Partial<Record<CarrierSourceId, LabEnd>>>,
): LabSourceReport[] {
  return sources
    .map((source) =>
      reportOf(
        source,
        calls.filter((call) => call.source === source),
        ends[source] ?? null,
      ),
    )
    .toSorted(
      (a, b) => b.shareLow - a.shareLow || (a.latency?.p90 ?? Infinity) - (b.latency?.p90 ?? Infinity),
    );
}

function reportOf(source: CarrierSourceId, calls: readonly LabCall[], ended: LabEnd | null): LabSourceReport {
  const answered = calls.filter((call) => ANSWERED.has(call.outcome)).length;
  const times = calls.map((call) => call.ms).toSorted((a, b) => a - b);
  const sum = (of: (call: LabCall) => number): number => calls.reduce((total, call) => total + of(call), 0);
  const outcomes = new Map<string, { outcome: LabOutcome; code: string | null; n: number }>();
  for (const { outcome, code } of calls) {
    const key = `${outcome} ${code ?? ''}`;
    outcomes.set(key, { outcome, code, n: (outcomes.get(key)?.n ?? 0) + 1 });
  }
  return {
    source,
    calls: calls.length,
    ended,
    answered,
    share: calls.length === 0 ? null : answered / calls.length,
    shareLow: wilsonLow(answered, calls.length),
    latency:
      times.length === 0
        ? null
        : {
            p50: rank(times, 0.5),
            p90: rank(times, 0.9),
            p99: rank(times, 0.99),
            max: times.at(-1) ?? 0,
            mean: Math.round(sum((call) => call.ms) / calls.length),
          },
    classes: classesOf(times),
    outcomes: [...outcomes.values()].toSorted((a, b) => b.n - a.n),
    changed: sum((call) => (call.changed ? 1 : 0)),
    shrunk: sum((call) => (call.shrunk ? 1 : 0)),
    drift: sum((call) => call.drift),
    charged: sum((call) => call.charged),
    fresh: sum((call) => call.fresh),
  };
}

/** Nearest rank of a sorted list. */
function rank(sorted: readonly number[], q: number): number {
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? 0;
}

function classesOf(times: readonly number[]): number[] {
  const counts = [...LAB_CLASSES.map(() => 0), 0];
  for (const ms of times) {
    const found = LAB_CLASSES.findIndex((bound) => ms <= bound);
    const at = found < 0 ? LAB_CLASSES.length : found;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

/** Lower end of the 95 % interval of a share (Wilson 1927): 10 of 10 proves less than 200 of 201. */
export function wilsonLow(good: number, n: number): number {
  if (n === 0) return 0;
  const z = 1.96;
  const share = good / n;
  const centre = share + (z * z) / (2 * n);
  const width = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return Math.min(1, Math.max(0, (centre - width) / (1 + (z * z) / n)));
}
