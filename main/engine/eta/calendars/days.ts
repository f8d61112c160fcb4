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

const dates = new Map<number, string>();

/** `YYYY-MM-DD` of a day. */
export function dateOf(day: number): string {
  let date = dates.get(day);
  if (date === undefined) {
    if (dates.size > 10_000) dates.clear();
    dates.set(day, (date = new Date(day * DAY).toISOString().slice(0, 10)));
  }
  return date;
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/**
 * What clocks show, remembered by zone and quarter of an hour because zone rules are slow; no zone changes within one.
 * `days`: the day; `minutes`: minutes since 00:00; `starts`: the instant at which a day begins.
 */
interface Clocks {
  readonly days: Map<number, number>;
  readonly minutes: Map<number, number>;
  readonly starts: Map<number, number>;
}
const clocks = new Map<string, Clocks>();
const QUARTER = 900_000;
const MOST = 50_000;

function clockOf(zone: string): Clocks {
  let clock = clocks.get(zone);
  if (!clock) clocks.set(zone, (clock = { days: new Map(), minutes: new Map(), starts: new Map() }));
  return clock;
}

function remembered(known: Map<number, number>, key: number, work: () => number): number {
  let found = known.get(key);
  if (found !== undefined) return found;
  if (known.size > MOST) known.clear();
  known.set(key, (found = work()));
  return found;
}

/** The day on which an instant falls in a zone (IANA name or offset). */
export function dayIn(zone: string, at: number): number {
  return remembered(clockOf(zone).days, Math.floor(at / QUARTER), () => {
    const { year, month, day } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
    return Math.round(Date.UTC(year, month - 1, day) / DAY);
  });
}

/** The instant at which a day begins in a zone (00:00, or the first moment that exists where clocks skip it). */
export function startOfDay(zone: string, day: number): number {
  return remembered(
    clockOf(zone).starts,
    day,
    () => Temporal.PlainDate.from(dateOf(day)).toZonedDateTime(zone).epochMilliseconds,
  );
}

/** Minutes since 00:00 on the clock of a zone at an instant. */
export function minuteIn(zone: string, at: number): number {
  const quarter = Math.floor(at / QUARTER);
  const begin = remembered(clockOf(zone).minutes, quarter, () => {
    const instant = Temporal.Instant.fromEpochMilliseconds(quarter * QUARTER);
    const { hour, minute } = instant.toZonedDateTimeISO(zone);
    return hour * 60 + minute;
  });
  return (begin + Math.floor((at - quarter * QUARTER) / 60_000)) % 1440;
}
