import { Temporal } from 'temporal-polyfill';
import { DAY } from '#shared/time.ts';

/**
 * Dates are counted as days since 1970-01-01 (day 0, a Thursday): a calendar date without a zone. A day number is
 * taken from an instant only together with a zone.
 */
const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day of a date written `YYYY-MM-DD`; null when it is not written so or no such date exists (2025-02-29). */
export function dayOf(date: string): number | null {
  const parts = WRITTEN.exec(date);
  if (!parts) return null;
  const day = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) / DAY;
  return dateOf(day) === date ? day : null;
}

/** `YYYY-MM-DD` of a day. */
export function dateOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Days of instants, remembered by quarter of an hour because zone rules are slow; no zone changes within one. */
const known = new Map<string, number>();
const minutes = new Map<string, number>();
const QUARTER = 900_000;

/** The day on which an instant falls in a zone (IANA name or offset). */
export function dayIn(zone: string, at: number): number {
  const key = `${zone} ${Math.floor(at / QUARTER)}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const { year, month, day } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const number = Math.round(Date.UTC(year, month - 1, day) / DAY);
  if (known.size > 100_000) known.clear();
  known.set(key, number);
  return number;
}

/** The instant at which a day begins in a zone (00:00, or the first moment that exists where clocks skip it). */
export function startOfDay(zone: string, day: number): number {
  return Temporal.PlainDate.from(dateOf(day)).toZonedDateTime(zone).epochMilliseconds;
}

/** Minutes since 00:00 on the clock of a zone at an instant. */
export function minuteIn(zone: string, at: number): number {
  const quarter = Math.floor(at / QUARTER);
  const key = `${zone} ${quarter}`;
  let begin = minutes.get(key);
  if (begin === undefined) {
    const instant = Temporal.Instant.fromEpochMilliseconds(quarter * QUARTER);
    const { hour, minute } = instant.toZonedDateTimeISO(zone);
    begin = hour * 60 + minute;
    if (minutes.size > 100_000) minutes.clear();
    minutes.set(key, begin);
  }
  return (begin + Math.floor((at - quarter * QUARTER) / 60_000)) % 1440;
}
