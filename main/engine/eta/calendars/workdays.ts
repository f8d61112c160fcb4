import { type Calendar, type CalendarGap, type DayOff } from './calendar.ts';
import { dateOf } from './days.ts';

/** Both ways to count the same span, and what the table could not say about it. */
export interface DayCount {
  readonly working: number;
  readonly calendar: number;
  /** The first gap of the table that the span touches: its days were counted by the working week alone. */
  readonly gap: CalendarGap | null;
}

/**
 * Days after `from` up to and including `to`. Day zero is `from`: it never counts, whatever it is; `to` counts if it is
 * a working day. The same day gives 0. `to` before `from` gives the negative count of the same span read forwards
 * (the convention of the usual business-day libraries, shifted to this day zero), so
 * `between(a, b) + between(b, c) = between(a, c)`, whatever the order.
 */
export function daysBetween(calendar: Calendar, from: number, to: number): DayCount {
  const [first, last, sign] = from <= to ? [from, to, 1] : [to, from, -1];
  const counted = calendar.worked(first, last);
  let working = counted ?? 0;
  let gap: CalendarGap | null = calendar.country === null && first < last ? 'no-calendar' : null;
  for (let day = first + 1; counted === null && day <= last; day += 1) {
    const found = calendar.dayOff(day);
    if (!found.off) working += 1;
    gap ??= found.gap;
  }
  // Zero has no sign.
  return { working: working === 0 ? 0 : sign * working, calendar: to - from, gap };
}

/** Where a count ends. */
export interface DayReached {
  readonly day: number;
  readonly date: string;
  readonly calendar: number;
  readonly gap: CalendarGap | null;
}

/** No calendar has this many days off in a row: the count has gone wrong. */
const TOO_LONG = 4_000;

/**
 * The n-th working day after `from`, day zero being `from` (working or not). n = 0 is `from` itself; a negative n counts
 * working days before it. So `daysBetween(from, addWorkingDays(from, n)).working` is n for every n ≥ 0.
 */
export function addWorkingDays(calendar: Calendar, from: number, n: number): DayReached {
  const step = n < 0 ? -1 : 1;
  let left = Math.abs(Math.trunc(n));
  let day = from;
  let rested = 0;
  let gap: CalendarGap | null = null;
  while (left > 0) {
    day += step;
    const found = calendar.dayOff(day);
    gap ??= found.gap;
    rested = found.off ? rested + 1 : 0;
    if (rested > TOO_LONG) throw new RangeError('a calendar without working days');
    if (!found.off) left -= 1;
  }
  return { day, date: dateOf(day), calendar: day - from, gap };
}

/** A day off by date, for an explanation. */
export interface NamedDay extends Pick<DayOff, 'name' | 'state' | 'tentative'> {
  readonly date: string;
  readonly why: NonNullable<DayOff['why']>;
}

/** The days off after `from` up to and including `to`, with their names; weekends only where they are asked for. */
export function daysOffBetween(
  calendar: Calendar,
  from: number,
  to: number,
  { weekends = false }: { readonly weekends?: boolean } = {},
): NamedDay[] {
  const days: NamedDay[] = [];
  for (let day = from + 1; day <= to; day += 1) {
    const { why, name, state, tentative } = calendar.dayOff(day);
    if (why !== null && (weekends || why !== 'weekend'))
      days.push({ date: dateOf(day), why, name, state, tentative });
  }
  return days;
}
