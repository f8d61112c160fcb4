import { calendarFor } from '../eta/calendars/calendar.ts';
import { dayIn, startOfDay } from '../eta/calendars/days.ts';
import { addWorkingDays, daysBetween } from '../eta/calendars/workdays.ts';

/** Where the days are counted: on whose calendar (a market, CN, or null for Monday to Friday alone) and by which clock. */
export interface WorkPlace {
  readonly country: string | null;
  readonly zone: string;
  /** Days off of one's own, `YYYY-MM-DD`. */
  readonly own?: readonly string[];
}

/**
 * Working days after the day of `from`, up to and including the day of `to`, on the calendar of a place with its public
 * holidays and worked weekends. The day of `from` is day zero and never counts; 0 when `to` is not later.
 */
export function workdaysBetween(from: number, to: number, { country, zone, own }: WorkPlace): number {
  if (to <= from) return 0;
  return daysBetween(calendarFor(country, { own }), dayIn(zone, from), dayIn(zone, to)).working;
}

/** The start of the date on which the n-th working day after `from` begins; day zero is the day of `from`. */
export function addWorkdays(from: number, n: number, { country, zone, own }: WorkPlace): number {
  return startOfDay(zone, addWorkingDays(calendarFor(country, { own }), dayIn(zone, from), n).day);
}
