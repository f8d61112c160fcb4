import { type EventNode, isNode, NODE_FACTS } from '#shared/model/node.ts';
import { HOUR } from '#shared/time.ts';

/** Upper edges, in hours since the last scan, of the steps within which the rate of the next scan is taken as constant. */
export const AGE_EDGES: readonly number[] = [
  0.25, 0.5, 1, 1.5, 2, 3, 4, 6, 8, 10, 12, 15, 18, 21, 24, 30, 36, 42, 48, 60, 72, 96, 120, 168, 240, 336,
  504, 720,
];
const STEPS = AGE_EDGES.length + 1;
const zeros = (): number[] => Array.from({ length: STEPS }, () => 0);

/** Events that a wider group counts for in the estimate of a narrower one (weight of a gamma prior). */
const PRIOR_EVENTS = 4;

/**
 * Mean hours to the next scan before anything was learnt. Invented, and only a start: each is replaced by what the
 * seller's own parcels do, within some tens of scans.
 */
const FIRST_GUESS_HOURS: Readonly<Partial<Record<EventNode, number>>> = {
  INFO_RECEIVED: 36,
  LINEHAUL_HANDOVER: 30,
  LINEHAUL_DEPARTED: 36,
  EXPORT_CUSTOMS: 18,
  IMPORT_CUSTOMS: 24,
  EXPORT_HELD: 60,
  IMPORT_HELD: 60,
  READY_FOR_PICKUP: 40,
  OUT_FOR_DELIVERY: 6,
  UNKNOWN: 24,
};
const GUESS_ELSE = 18;
/** Ends have a next scan only when they were none: a return, a correction. */
const GUESS_END = 24 * 40;

/** Where a parcel stands, as far as it bears on when the next scan comes. */
export interface Standing {
  readonly carrier: string;
  /** Lane key, origin and destination at least; '' where it is not known. */
  readonly lane: string;
  readonly node: EventNode;
}

/** Counts of one group: scans seen and hours waited, by age of the last scan. Plain arrays, so that it is JSON. */
export interface Waiting {
  readonly events: number[];
  readonly hours: number[];
}

/** Everything learnt, by group key. */
export type HazardState = Map<string, Waiting>;

/** The step that an age falls in. */
export function stepOf(ageHours: number): number {
  let low = 0;
  let high = AGE_EDGES.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((AGE_EDGES[middle] ?? Infinity) > ageHours) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Group keys of a standing, widest first. */
export function groupsOf({ carrier, lane, node }: Standing): readonly [string, string, string] {
  return [node, `${node}|${carrier}`, `${node}|${carrier}|${lane}`];
}

function waitingOf(state: HazardState, key: string): Waiting {
  const known = state.get(key);
  if (known) return known;
  const made = { events: zeros(), hours: zeros() };
  state.set(key, made);
  return made;
}

/**
 * Learns a stretch of waiting after a scan: nothing came between `from` and `to`, and at `to` the next scan came
 * (`ended`) or the source answered that there was none yet. Stretches of one wait may be told one after another, so that
 * a parcel that hangs is learnt from while it hangs and not only once it moves. `busyHours` turns a stretch of time into
 * hours at the average pace (`activity.ts`): a night without scans counts little and does not make the hub look slow.
 */
export function learnWait(
  state: HazardState,
  standing: Standing,
  wait: { readonly lastScanAt: number; readonly from: number; readonly to: number; readonly ended: boolean },
  busyHours: (from: number, to: number) => number,
): void {
  const { lastScanAt, from, to, ended } = wait;
  if (!(to >= from) || from < lastScanAt) return;
  const groups = groupsOf(standing).map((key) => waitingOf(state, key));
  const age = (to - lastScanAt) / HOUR;
  let start = (from - lastScanAt) / HOUR;
  for (let step = stepOf(start); step < STEPS; step += 1) {
    const edge = AGE_EDGES[step] ?? Infinity;
    const end = Math.min(edge, age);
    const hours = busyHours(lastScanAt + start * HOUR, lastScanAt + end * HOUR);
    const event = ended && age < edge ? 1 : 0;
    for (const group of groups) {
      group.hours[step] = (group.hours[step] ?? 0) + hours;
      group.events[step] = (group.events[step] ?? 0) + event;
    }
    if (age < edge) break;
    start = edge;
  }
}

/** Expected scans an hour, at the average pace of the week, in each step of age: the narrow group leaning on the wide. */
export function ratesOf(state: HazardState, standing: Standing): Float64Array {
  const rates = new Float64Array(STEPS).fill(1 / guessHours(standing.node));
  for (const key of groupsOf(standing)) {
    const seen = state.get(key);
    if (!seen) continue;
    for (let step = 0; step < STEPS; step += 1) {
      const wide = rates[step] ?? 0;
      // Mean of a gamma posterior whose prior has the wider group's mean and the weight of PRIOR_EVENTS scans.
      rates[step] =
        ((seen.events[step] ?? 0) + PRIOR_EVENTS) /
        ((seen.hours[step] ?? 0) + PRIOR_EVENTS / Math.max(wide, 1e-6));
    }
  }
  return rates;
}

/** Hours after a scan by which this share (below 1) of waits is over: where the survival of the hazard has fallen to the rest. */
export function waitOf(rates: Float64Array, share: number): number {
  let left = -Math.log(1 - share);
  let start = 0;
  for (let step = 0; step < STEPS; step += 1) {
    const end = AGE_EDGES[step] ?? Infinity;
    const rate = rates[step] ?? 0;
    if (rate * (end - start) >= left) return start + left / rate;
    left -= rate * (end - start);
    start = end;
  }
  return Infinity;
}

function guessHours(node: EventNode): number {
  if (isNode(node) && NODE_FACTS[node].terminal) return GUESS_END;
  return FIRST_GUESS_HOURS[node] ?? GUESS_ELSE;
}
