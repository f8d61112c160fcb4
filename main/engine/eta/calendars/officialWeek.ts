import { dayOf } from './days.ts';
import type { CalendarCountry } from './table/index.ts';
import { parseWeek, type Week } from './week.ts';

const week = (text: string): Week => parseWeek(text) ?? [];
const USUAL = week('mon-fri');
const FRIDAY_OFF = week('sun-thu');

/**
 * Malaysian states whose offices rest on Friday and Saturday: Kedah, Kelantan, Terengganu; and Johor until it changed to
 * Saturday and Sunday on 2025-01-01 (its Sultan's decree of October 2024).
 */
const RESTS_FRIDAY: ReadonlySet<string> = new Set(['02', '03', '11']);
const JOHOR = '01';
const JOHOR_CHANGED = dayOf('2025-01-01') ?? 0;

/** The working week of a country's offices on a day, by state. Everywhere else Monday to Friday. */
export function officialWeek(country: CalendarCountry | null, state: string | null, day: number): Week {
  if (country !== 'MY' || state === null) return USUAL;
  if (RESTS_FRIDAY.has(state) || (state === JOHOR && day < JOHOR_CHANGED)) return FRIDAY_OFF;
  return USUAL;
}
