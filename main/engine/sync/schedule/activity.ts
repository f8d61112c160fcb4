import { HOUR } from '#shared/time.ts';

/** Hours of the week, Monday 00:00 first. */
const WEEK = 168;
/** Scans an hour of the week counts for before anything is seen: keeps an empty hour from becoming an impossible one. */
const PRIOR = 3;

/**
 * When in the local week a carrier's scans happen: 168 counts. Learnt from scans alone; what matters is the shape, so it
 * needs no knowledge of opening hours or shifts.
 */
export interface Activity {
  readonly counts: number[];
}

/** One shape for each carrier and side of the border, by key. */
export type ActivityState = Map<string, Activity>;

/** Hour of the week at an instant for an offset from UTC; 1970-01-01 was a Thursday. */
export function hourOfWeek(at: number, offsetHours: number): number {
  const hours = Math.floor(at / HOUR + offsetHours) + 72;
  return ((hours % WEEK) + WEEK) % WEEK;
}

/** Counts one scan. */
export function learnScan(state: ActivityState, key: string, at: number, offsetHours: number): void {
  let known = state.get(key);
  if (!known) {
    known = { counts: Array.from({ length: WEEK }, () => 0) };
    state.set(key, known);
  }
  const hour = hourOfWeek(at, offsetHours);
  known.counts[hour] = (known.counts[hour] ?? 0) + 1;
}

/** A pace for each hour of the week, 1 on average: how much likelier than usual a scan is. */
export function paceOf(state: ActivityState, key: string): Float64Array {
  const pace = new Float64Array(WEEK).fill(1);
  const known = state.get(key);
  if (!known) return pace;
  const total = known.counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return pace;
  // An hour leans on the same hour of all days, which leans on the flat week: little data gives the day's shape first.
  for (let hour = 0; hour < WEEK; hour += 1) {
    let sameHour = 0;
    for (let other = hour % 24; other < WEEK; other += 24) sameHour += known.counts[other] ?? 0;
    const day = (sameHour + PRIOR) / ((total * 7) / WEEK + PRIOR);
    const expected = total / WEEK;
    pace[hour] = ((known.counts[hour] ?? 0) + PRIOR * day) / (expected + PRIOR);
  }
  const mean = pace.reduce((sum, value) => sum + value, 0) / WEEK;
  return pace.map((value) => value / mean);
}

/** Hours between two instants, each weighed by its pace. */
export function busyHours(pace: Float64Array, offsetHours: number, from: number, to: number): number {
  let sum = 0;
  let at = from;
  while (at < to) {
    const next = Math.min(to, (Math.floor(at / HOUR) + 1) * HOUR);
    sum += ((next - at) / HOUR) * (pace[hourOfWeek(at, offsetHours)] ?? 1);
    at = next;
  }
  return sum;
}
