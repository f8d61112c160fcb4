import { DAY, HOUR } from '#shared/time.ts';
import { AGE_EDGES, stepOf } from './hazard.ts';

/** Slots of a day: quarters of an hour, because flights leave and rounds begin by the clock. */
export const SLOTS = 96;
const SLOT = DAY / SLOTS;
/** Scans of exactly the wider group's pace that stand beside a narrower one's own. */
const PRIOR = 4;
/** Share of each quarter that its neighbours on either side take: a clock is kept within minutes only. */
const BLUR = 0.1;

/**
 * At what time of the local day and on which weekday a group's scans happen: how many were seen, and how many were
 * expected there from the age of the last scans alone. Counts by themselves would take for a habit of the clock what is
 * one of age: where parcels are picked up at six in the evening and reach the warehouse fourteen hours later, mornings
 * are full of scans, and yet a parcel that is picked up at noon does not wait for one. Learnt from scans alone, so it
 * needs no knowledge of opening hours, shifts or flight plans.
 */
export interface Activity {
  readonly day: Tally;
  /** Monday first. */
  readonly week: Tally;
}

/** Plain arrays, so that it is JSON. */
export interface Tally {
  readonly seen: number[];
  readonly expected: number[];
}

/** One shape for each group, by key. */
export type ActivityState = Map<string, Activity>;

/** How much likelier than from age alone a scan is: by quarter of the day and by weekday, 1 where the clock is nothing. */
export interface Pace {
  readonly day: Float64Array;
  readonly week: Float64Array;
}

const tally = (length: number): Tally => {
  const zeros = (): number[] => Array.from({ length }, () => 0);
  return { seen: zeros(), expected: zeros() };
};
const add = (to: number[], at: number, value: number): void => {
  to[at] = (to[at] ?? 0) + value;
};
/** Quarter of the local day at an instant. */
export function slotOf(at: number, offsetHours: number): number {
  const local = at + offsetHours * HOUR;
  return Math.floor((local - Math.floor(local / DAY) * DAY) / SLOT);
}
/** Local weekday, Monday 0; 1970-01-01 was a Thursday. */
export function weekdayOf(at: number, offsetHours: number): number {
  const day = Math.floor((at + offsetHours * HOUR) / DAY) + 3;
  return ((day % 7) + 7) % 7;
}
/** The end of the quarter that an instant is in. Offsets are whole quarters everywhere, so it is the same in all zones. */
export const slotEnd = (at: number): number => (Math.floor(at / SLOT) + 1) * SLOT;

/**
 * Learns a stretch of waiting after a scan, as `learnWait` does: what age (`rates`) and the other half of the clock let
 * expect in each quarter and on each weekday, and the scan at its end where one came. Each of the two factors is so
 * measured against all the others, which makes them agree as scans come in (backfitting of a log-linear hazard).
 */
export function learnPace(
  state: ActivityState,
  groups: readonly string[],
  offsetHours: number,
  wait: { readonly lastScanAt: number; readonly from: number; readonly to: number; readonly ended: boolean },
  rates: Float64Array,
  pace: Pace,
): void {
  const { lastScanAt, from, to, ended } = wait;
  if (!(to >= from) || from < lastScanAt) return;
  const all = groups.map((key) => {
    const known = state.get(key) ?? { day: tally(SLOTS), week: tally(7) };
    state.set(key, known);
    return known;
  });
  let step = stepOf((from - lastScanAt) / HOUR);
  for (let at = from; at < to;) {
    const edge = lastScanAt + (AGE_EDGES[step] ?? Infinity) * HOUR;
    if (at >= edge) {
      step += 1;
      continue;
    }
    const next = Math.min(to, edge, slotEnd(at));
    const [slot, weekday] = [slotOf(at, offsetHours), weekdayOf(at, offsetHours)];
    const expected = (rates[step] ?? 0) * ((next - at) / HOUR);
    for (const { day, week } of all) {
      add(day.expected, slot, expected * (pace.week[weekday] ?? 1));
      add(week.expected, weekday, expected * (pace.day[slot] ?? 1));
    }
    at = next;
  }
  if (!ended) return;
  for (const { day, week } of all) {
    add(day.seen, slotOf(to, offsetHours), 1);
    add(week.seen, weekdayOf(to, offsetHours), 1);
  }
}

/** The pace of the narrowest group, leaning on the wider ones; `groups` are widest first. 1 where nothing was seen. */
export function paceOf(state: ActivityState, groups: readonly string[]): Pace {
  let day = new Float64Array(SLOTS).fill(1);
  let week = new Float64Array(7).fill(1);
  for (const key of groups) {
    const known = state.get(key);
    if (!known) continue;
    day = blend({ seen: blurred(known.day.seen), expected: blurred(known.day.expected) }, day);
    week = blend(known.week, week);
  }
  return { day, week };
}

function blurred(counts: readonly number[]): number[] {
  const length = counts.length;
  return counts.map(
    (count, index) =>
      count * (1 - 2 * BLUR) +
      ((counts[(index + 1) % length] ?? 0) + (counts[(index + length - 1) % length] ?? 0)) * BLUR,
  );
}

/** Mean of a gamma posterior whose prior has the wider group's mean and the weight of PRIOR expected scans. */
function blend({ seen, expected }: Tally, wider: Float64Array): Float64Array<ArrayBuffer> {
  const blended = new Float64Array(wider.length);
  for (const [index, value] of wider.entries())
    blended[index] = ((seen[index] ?? 0) + PRIOR * value) / ((expected[index] ?? 0) + PRIOR);
  return blended;
}

/** The pace at an instant. */
export function paceAt(pace: Pace, offsetHours: number, at: number): number {
  return (pace.day[slotOf(at, offsetHours)] ?? 1) * (pace.week[weekdayOf(at, offsetHours)] ?? 1);
}

/** Hours between two instants, each weighed by its pace. */
export function busyHours(pace: Pace, offsetHours: number, from: number, to: number): number {
  let sum = 0;
  let at = from;
  while (at < to) {
    const next = Math.min(to, slotEnd(at));
    sum += ((next - at) / HOUR) * paceAt(pace, offsetHours, at);
    at = next;
  }
  return sum;
}
