import type { CalendarPlace, HolidayYear, ListedHoliday } from '#shared/model/calendar.ts';
import { UNPUBLISHED } from './amendments.ts';
import { dateOf, dayOf } from './days.ts';
import { type Holiday, holidaysOf } from './holidays.ts';
import { officialWeek } from './officialWeek.ts';
import { TABLE_FIRST, TABLE_LAST } from './table/index.ts';

/** Year of a date as the tables write it. */
const yearOf = (date: string): number => Number(date.slice(0, 4));

/**
 * A year of a country's table for a person to read, by date: public holidays, days that offices may take, worked weekends. With
 * a state the days that hold there; without one all, each saying in which states it holds. Empty and `inTable: false`
 * outside the tables' years.
 */
export function holidaysIn(place: CalendarPlace, year: number, state: string | null): HolidayYear {
  const inTable = year >= yearOf(TABLE_FIRST) && year <= yearOf(TABLE_LAST);
  const rows = [...holidaysOf(place)]
    .flatMap(([day, all]) => all.map((holiday) => ({ day, holiday })))
    .toSorted((a, b) => a.day - b.day);
  const days = rows
    .filter(({ day, holiday }) => yearOf(dateOf(day)) === year && (state === null || holiday.heldIn(state)))
    .map(({ day, holiday }) => listed(day, holiday, state));
  const states = new Set(rows.flatMap(({ holiday }) => [...(holiday.only ?? []), ...(holiday.except ?? [])]));
  const midsummer = dayOf(`${String(year).padStart(4, '0')}-07-01`) ?? 0;
  return {
    inTable,
    unpublished: UNPUBLISHED.some((each) => each.market === place && each.year === String(year)),
    states: [...states].toSorted((a, b) => (a < b ? -1 : 1)),
    officeWeek: [...officialWeek(place, state, midsummer)],
    days: inTable ? days : [],
  };
}

function listed(day: number, holiday: Holiday, state: string | null): ListedHoliday {
  const { name, kind, tentative, only, except } = holiday;
  const where = state === null ? { only, except } : { only: null, except: null };
  return {
    ...{ date: dateOf(day), name, kind, tentative },
    only: where.only && [...where.only],
    except: where.except && [...where.except],
  };
}

/** What the tables hold, for whoever shows them. */
export const CALENDAR_TABLE = { first: TABLE_FIRST, last: TABLE_LAST, holidays: holidaysIn } as const;
