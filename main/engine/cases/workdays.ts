import { Temporal } from 'temporal-polyfill';
import { DAY } from '#shared/time.ts';

/** Days since 1970-01-01 of an instant's date in a zone, remembered per hour because zone rules are slow. */
const dayNumbers = new Map<string, number>();

function dayNumber(at: number, zone: string): number {
  const key = `${zone} ${Math.floor(at / 900_000)}`;
  const known = dayNumbers.get(key);
  if (known !== undefined) return known;
  const { year, month, day } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const found = Math.round(Date.UTC(year, month - 1, day) / DAY);
  if (dayNumbers.size > 100_000) dayNumbers.clear();
  dayNumbers.set(key, found);
  return found;
}

/** Mondays to Fridays among days 0…n of the count from 1970-01-01 (a Thursday, so day 4 is a Monday). */
function workdaysUpTo(day: number): number {
  const shifted = day + 3;
  const weeks = Math.floor(shifted / 7);
  return weeks * 5 + Math.min(5, shifted - weeks * 7 + 1);
}

/**
 * Working days (Monday to Friday) after the day of `from`, up to and including the day of `to`, as dates in `zone`. The
 * day of `from` is day zero and never counts. Public holidays come with the calendars of the arrival issue.
 */
export function workdaysBetween(from: number, to: number, zone: string): number {
  if (to <= from) return 0;
  return workdaysUpTo(dayNumber(to, zone)) - workdaysUpTo(dayNumber(from, zone));
}

/** The start of the date on which the n-th working day after `from` begins, in `zone`; day zero is the day of `from`. */
export function addWorkdays(from: number, n: number, zone: string): number {
  let day = dayNumber(from, zone);
  let left = n;
  while (left > 0) {
    day += 1;
    if ((day + 3) % 7 < 5) left -= 1;
  }
  const date = new Date(day * DAY);
  return Temporal.PlainDate.from({
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
  }).toZonedDateTime(zone).epochMilliseconds;
}
