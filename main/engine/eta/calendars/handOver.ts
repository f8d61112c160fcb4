import type { EtaDayOff } from '#shared/model/eta.ts';
import { SELLER_ZONE } from '#shared/model/market.ts';
import { asInstant, type Instant } from '#shared/time.ts';
import { type Calendar, calendarFor } from './calendar.ts';
import { dayZero } from './cutoff.ts';
import { dayIn, startOfDay } from './days.ts';
import type { WorkRules } from './workRules.ts';
import { daysOffBetween } from './workdays.ts';

/** A hand-over that counts later than it happened. */
export interface CountsFrom {
  /** Begin of the working day that it counts for. */
  readonly at: Instant;
  /** The cut-off that it came after, `HH:MM`; null where the day itself was not worked. */
  readonly cutOff: string | null;
  readonly zone: string;
  /** The days between that are not worked, the day of the hand-over included where it is one. */
  readonly daysOff: readonly EtaDayOff[];
}

/** The same with the moment at which it happened. */
export interface HandOver extends CountsFrom {
  readonly happenedAt: Instant;
}

/**
 * From when a hand-over counts: the begin of the next working day, when it came after the carrier's cut-off or on a day on
 * which the carrier does not work; null when it counts at once, or nothing is set. A carrier with a cut-off and no week is
 * taken to work on all days but public holidays and own days off: what weekends do is learnt, not set.
 */
export function countsFrom(
  rules: WorkRules,
  carriers: readonly string[],
  place: string,
  at: Instant,
): CountsFrom | null {
  const cut = rules.cutOff(carriers);
  const set = rules.carrierDays(carriers, place);
  if (cut === null && set === null) return null;
  const calendar = set?.calendar ?? calendarFor(place, { week: 'daily', own: rules.own(place) });
  const zone = cut?.zone ?? SELLER_ZONE;
  const day = dayIn(zone, at);
  const zero = dayZero(calendar, at, { zone, cutOff: cut?.minutes ?? null });
  if (zero === day) return null;
  return {
    at: asInstant(startOfDay(zone, zero)),
    cutOff: calendar.isOff(day) ? null : (cut?.time ?? null),
    zone,
    daysOff: restDays(rules, calendar, place, day, zero - 1),
  };
}

/** The days off from one day up to and including another as an estimate tells them, rest days of the week included. */
export function restDays(
  rules: WorkRules,
  calendar: Calendar,
  country: string,
  first: number,
  last: number,
): EtaDayOff[] {
  return daysOffBetween(calendar, first - 1, last, { weekends: true }).map(
    ({ date, why, name, tentative, state }) => ({
      date,
      name: why === 'own' ? rules.nameOf(country, date) : name,
      country,
      state,
      tentative,
      why: why === 'weekend' ? 'week' : why,
    }),
  );
}
