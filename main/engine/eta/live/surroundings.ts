import type { TroubleKind } from '#shared/model/case.ts';
import type { EtaDayOff } from '#shared/model/eta.ts';
import type { Stage } from '#shared/model/node.ts';
import type { Instant } from '#shared/time.ts';
import { calendarFor } from '../calendars/calendar.ts';
import { dateOf, dayIn, weekdayOf } from '../calendars/days.ts';
import type { Context } from '../model/estimate.ts';
import { type WayWeather, weatherHazards } from '../weather/hazards.ts';
import { placeOf } from './trail.ts';

/** A stage longer than this has no list of its holidays: nobody reads it. */
const DAYS_LOOKED = 60;
const FRIDAY = 4;

/** What lies around a parcel at a moment: its open case, the days off on its way, and warnings of weather. */
export function surroundings(parcel: {
  readonly now: Instant;
  readonly market: string | null;
  readonly openCase: TroubleKind | null;
  readonly ownDaysOff: readonly string[];
  /** Weather at the places on its way; null where nobody wants to know, or nothing new enough is known. */
  readonly weather?: WayWeather | null;
}): Context {
  const { now, market, openCase, ownDaysOff, weather } = parcel;
  const calendarOf = (stage: Stage) => {
    const { country, zone } = placeOf(stage, market);
    const calendar = calendarFor(country, { own: country === 'CN' ? ownDaysOff : [] });
    return { calendar, zone, country: country ?? '' };
  };
  return {
    now,
    openCase,
    hazards: weather ? (windows) => weatherHazards(windows, weather) : null,
    daysOff: (stage, from, to) => {
      const { calendar, zone, country } = calendarOf(stage);
      const first = dayIn(zone, from) + 1;
      const last = Math.min(dayIn(zone, to), first + DAYS_LOOKED);
      const found: EtaDayOff[] = [];
      for (let day = first; day <= last; day += 1) {
        if (weekdayOf(day) > FRIDAY) continue;
        const { why, name, tentative } = calendar.dayOff(day);
        if (why === 'holiday' || why === 'own') found.push({ date: dateOf(day), name, country, tentative });
      }
      return found;
    },
    calendarGap: (from, to) => {
      const { calendar, zone } = calendarOf('LAST_MILE');
      return calendar.dayOff(dayIn(zone, from)).gap ?? calendar.dayOff(dayIn(zone, to)).gap;
    },
  };
}
