import { calendarFor, type CalendarChoice, type DayOff } from './calendar.ts';
import { dayOf } from './days.ts';
import * as count from './workdays.ts';

/*
 * The door for those who have dates as text (`YYYY-MM-DD`). Every answer says whether the table covers it: `known`
 * or `gap`. A date that is none answers null; nobody guesses.
 */

/** Whether a date is off in a market. `null`: no such date. A market without calendar is told by `known: false`. */
export function isDayOff(market: string | null, date: string, choice?: CalendarChoice): DayOff | null {
  const day = dayOf(date);
  return day === null ? null : calendarFor(market, choice).dayOff(day);
}

/** Working and calendar days after `from` up to and including `to`; day zero is `from`. Null: no such date. */
export function workingDaysBetween(
  market: string | null,
  from: string,
  to: string,
  choice?: CalendarChoice,
): count.DayCount | null {
  const [first, last] = [dayOf(from), dayOf(to)];
  return first === null || last === null ? null : count.daysBetween(calendarFor(market, choice), first, last);
}

/** The n-th working day after `from`; day zero is `from`. Null: no such date. */
export function addWorkingDays(
  market: string | null,
  from: string,
  n: number,
  choice?: CalendarChoice,
): count.DayReached | null {
  const day = dayOf(from);
  return day === null ? null : count.addWorkingDays(calendarFor(market, choice), day, n);
}

/** Holidays and own days off after `from` up to and including `to`, by name. Null: no such date. */
export function daysOffBetween(
  market: string | null,
  from: string,
  to: string,
  choice?: CalendarChoice,
): count.NamedDay[] | null {
  const [first, last] = [dayOf(from), dayOf(to)];
  return first === null || last === null
    ? null
    : count.daysOffBetween(calendarFor(market, choice), first, last);
}
