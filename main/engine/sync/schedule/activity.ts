import { DAY, HOUR } from '#shared/time.ts';

/** Slots of a day: quarters of an hour, because flights leave and rounds begin by the clock. */
export const SLOTS = 96;
const SLOT = DAY / SLOTS;
/** Scans that the wider group counts for beside a narrower one's own. */
const PRIOR = 12;
/** The flat day counts for this many beside all: keeps an empty quarter from becoming an impossible one. */
const FLAT = 10;
/**
 * Part of the pace that is flat whatever was seen. Age and hour are taken as independent, which they are not quite: with
 * the full shape a scan at an odd hour would be as good as impossible and be found much too late (measured on the
 * simulated world: the 90th centile of the delay falls by a seventh, the median stays).
 */
const ANY_TIME = 0.5;
/** Share of the mass of each quarter that its neighbours on either side take: a clock is kept within minutes only. */
const BLUR = 0.25;

/**
 * At what time of the local day and on which weekday a group's scans happen: counts. Learnt from scans alone; what
 * matters is the shape, so it needs no knowledge of opening hours, shifts or flight plans.
 */
export interface Activity {
  readonly day: number[];
  /** Monday first. */
  readonly week: number[];
}

/** One shape for each group, by key. */
export type ActivityState = Map<string, Activity>;

/** How much likelier than on average a scan is: by quarter of the day and by weekday, each 1 on average. */
export interface Pace {
  readonly day: Float64Array;
  readonly week: Float64Array;
}

const zeros = (length: number): number[] => Array.from({ length }, () => 0);
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

/** Counts one scan in each of the groups that it belongs to. */
export function learnScan(
  state: ActivityState,
  groups: readonly string[],
  at: number,
  offsetHours: number,
): void {
  for (const key of groups) {
    let known = state.get(key);
    if (!known) state.set(key, (known = { day: zeros(SLOTS), week: zeros(7) }));
    const slot = slotOf(at, offsetHours);
    const weekday = weekdayOf(at, offsetHours);
    known.day[slot] = (known.day[slot] ?? 0) + 1;
    known.week[weekday] = (known.week[weekday] ?? 0) + 1;
  }
}

const FLAT_PACE: Pace = { day: new Float64Array(SLOTS).fill(1), week: new Float64Array(7).fill(1) };

/** The pace of the narrowest group, leaning on the wider ones; `groups` are widest first. Flat where nothing was seen. */
export function paceOf(state: ActivityState, groups: readonly string[]): Pace {
  let pace = FLAT_PACE;
  for (const key of groups) {
    const known = state.get(key);
    if (!known) continue;
    const prior = pace === FLAT_PACE ? FLAT : PRIOR;
    pace = { day: blend(blurred(known.day), pace.day, prior), week: blend(known.week, pace.week, prior) };
  }
  return pace;
}

function blurred(counts: readonly number[]): number[] {
  const length = counts.length;
  return counts.map(
    (count, index) =>
      count * (1 - 2 * BLUR) +
      ((counts[(index + 1) % length] ?? 0) + (counts[(index + length - 1) % length] ?? 0)) * BLUR,
  );
}

/** Shares of the counts with the wider shape as so many counts more, scaled to 1 on average. */
function blend(counts: readonly number[], wider: Float64Array, prior: number): Float64Array {
  const total = counts.reduce((sum, count) => sum + count, 0) + prior;
  const length = wider.length;
  return wider.map((value, index) => (((counts[index] ?? 0) + (prior * value) / length) * length) / total);
}

/** The pace at an instant. */
export function paceAt(pace: Pace, offsetHours: number, at: number): number {
  const shape = (pace.day[slotOf(at, offsetHours)] ?? 1) * (pace.week[weekdayOf(at, offsetHours)] ?? 1);
  return ANY_TIME + (1 - ANY_TIME) * shape;
}

/** Hours between two instants, each weighed by its pace. */
export function busyHours(pace: Pace, offsetHours: number, from: number, to: number): number {
  let sum = 0;
  let at = from;
  while (at < to) {
    const next = Math.min(to, (Math.floor(at / SLOT) + 1) * SLOT);
    sum += ((next - at) / HOUR) * paceAt(pace, offsetHours, at);
    at = next;
  }
  return sum;
}
