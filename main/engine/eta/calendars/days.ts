import { Temporal } from 'temporal-polyfill';
import { Recent } from '#shared/recent.ts';
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

const dates = new Recent<number, string>(5_000);

/** `YYYY-MM-DD` of a day. */
export function dateOf(day: number): string {
  return dates.get(day) ?? dates.set(day, new Date(day * DAY).toISOString().slice(0, 10));
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
  readonly days: Recent<number, number>;
  readonly minutes: Recent<number, number>;
  readonly starts: Recent<number, number>;
}
const clocks = new Map<string, Clocks>();
const QUARTER = 900_000;
/** At least so many readings of a clock are kept, and at most twice as many. */
const CLOCK_KEPT = 25_000;

function clockOf(zone: string): Clocks {
  let clock = clocks.get(zone);
  if (!clock)
    clocks.set(
      zone,
      (clock = {
        days: new Recent(CLOCK_KEPT),
        minutes: new Recent(CLOCK_KEPT),
        starts: new Recent(CLOCK_KEPT),
      }),
    );
  return clock;
}

/** The day on which an instant falls in a zone (IANA name or offset). */
export function dayIn(zone: string, at: number): number {
  return clockOf(zone).days.of(Math.floor(at / QUARTER), () => {
    const { year, month, day } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
    return Math.round(Date.UTC(year, month - 1, day) / DAY);
  });
}

/** The instant at which a day begins in a zone (00:00, or the first moment that exists where clocks skip it). */
export function startOfDay(zone: string, day: number): number {
  return clockOf(zone).starts.of(
    day,
    () => Temporal.PlainDate.from(dateOf(day)).toZonedDateTime(zone).epochMilliseconds,
  );
}

/** Minutes since 00:00 on the clock of a zone at an instant. */
export function minuteIn(zone: string, at: number): number {
  const quarter = Math.floor(at / QUARTER);
  const begin = clockOf(zone).minutes.of(quarter, () => {
    const instant = Temporal.Instant.fromEpochMilliseconds(quarter * QUARTER);
    const { hour, minute } = instant.toZonedDateTimeISO(zone);
    return hour * 60 + minute;
  });
  return (begin + Math.floor((at - quarter * QUARTER) / 60_000)) % 1440;
}
