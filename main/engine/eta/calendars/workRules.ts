import {
  type CalendarSettings,
  CALENDAR_PLACES,
  type CutOff,
  NO_CALENDAR_SETTINGS,
  WEEKDAYS,
} from '#shared/model/calendar.ts';
import { type Calendar, calendarFor } from './calendar.ts';
import { parseCutOff } from './cutoff.ts';
import { dateOf, dayOf } from './days.ts';
import { parseWeek, type Week } from './week.ts';

const DAILY = '1111111';
const NONE: readonly string[] = [];

/** A cut-off as a clock reads it. */
export interface CutOffRule {
  /** Minutes since 00:00 in `zone`. */
  readonly minutes: number;
  readonly zone: string;
  /** `HH:MM`, as it was set. */
  readonly time: string;
}

/** When a carrier works in a place. */
export interface CarrierDays {
  readonly week: Week;
  readonly calendar: Calendar;
}

/** What a person set about working days, ready to be asked for every parcel (docs/decisions/0105). */
export interface WorkRules {
  /** One's own days off in a place, `YYYY-MM-DD`; the same list each time. */
  own(place: string | null): readonly string[];
  /** What a person calls such a day; null where it has no name. */
  nameOf(place: string, date: string): string | null;
  /**
   * A carrier's working days in a place, of the first of the carriers whose week is set; null: nothing is known of any of
   * them. One that works all seven days works through public holidays too, but not through own days off. `state`: of the
   * place, where its holidays differ.
   */
  carrierDays(carriers: readonly string[], place: string, state?: string | null): CarrierDays | null;
  /** The cut-off of the first of the carriers that has one, else the one for any carrier. */
  cutOff(carriers: readonly string[]): CutOffRule | null;
}

const made = new WeakMap<CalendarSettings, WorkRules>();

/** Settings as rules: read once for the same object, asked for many parcels. */
export function workRules(settings: CalendarSettings = NO_CALENDAR_SETTINGS): WorkRules {
  const known = made.get(settings) ?? readRules(settings);
  made.set(settings, known);
  return known;
}

function readRules(settings: CalendarSettings): WorkRules {
  const names = new Map<string, string>();
  const own = new Map<string, readonly string[]>();
  for (const place of CALENDAR_PLACES) {
    const dates = new Set<string>();
    for (const day of settings.ownDaysOff) {
      if (day.place !== place) continue;
      for (const date of datesOf(day)) {
        dates.add(date);
        if (day.name !== '') names.set(`${place} ${date}`, day.name);
      }
    }
    own.set(place, [...dates]);
  }
  const weeks = new Map(
    settings.carrierWeeks.map(({ carrier, place, days }) => [
      `${carrier} ${place ?? ''}`,
      WEEKDAYS.map((day) => (days.includes(day) ? '1' : '0')).join(''),
    ]),
  );
  const cutOffs = new Map(settings.cutOffs.map((each) => [each.carrier, ruleOf(each)]));
  const ownOf = (place: string | null): readonly string[] => own.get(place ?? '') ?? NONE;
  return {
    own: ownOf,
    nameOf: (place, date) => names.get(`${place} ${date}`) ?? null,
    carrierDays: (carriers, place, state = null) => {
      if (weeks.size === 0) return null;
      for (const carrier of carriers) {
        const text = weeks.get(`${carrier} ${place}`) ?? weeks.get(`${carrier} `);
        const week = text === undefined ? null : parseWeek(text);
        if (text === undefined || week === null) continue;
        return {
          week,
          calendar: calendarFor(text === DAILY ? null : place, { state, week: text, own: ownOf(place) }),
        };
      }
      return null;
    },
    cutOff: (carriers) => {
      if (cutOffs.size === 0) return null;
      const carrier = carriers.find((each) => cutOffs.has(each)) ?? null;
      return cutOffs.get(carrier) ?? null;
    },
  };
}

function datesOf({ from, to }: { readonly from: string; readonly to: string }): string[] {
  const [first, last] = [dayOf(from), dayOf(to)];
  if (first === null || last === null || last < first) return [];
  return Array.from({ length: last - first + 1 }, (_, n) => dateOf(first + n));
}

function ruleOf({ time, zone }: CutOff): CutOffRule | null {
  const minutes = parseCutOff(time);
  return minutes === null ? null : { minutes, zone, time };
}
