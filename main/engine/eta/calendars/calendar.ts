import { Recent } from '#shared/recent.ts';
import { dayOf, weekdayOf } from './days.ts';
import { type Holiday, holidaysOf } from './holidays.ts';
import { officialWeek } from './officialWeek.ts';
import { type CalendarCountry, TABLE_FIRST, TABLE_LAST, TABLES } from './table/index.ts';
import { parseWeek, type Week } from './week.ts';

/** Why an answer is not the country's own: no table for the market, or a date before or after every table. */
export type CalendarGap = 'no-calendar' | 'before-table' | 'after-table';

export interface DayOff {
  readonly off: boolean;
  /** The holiday's name in the country's language; null at a weekend, on a working day, and on one's own day off. */
  readonly name: string | null;
  readonly why: 'holiday' | 'weekend' | 'own' | null;
  /** The state in which the holiday holds, where it does not hold in the whole country. */
  readonly state: string | null;
  /** The date is not sure: it depends on the moon, or the year's arrangement is not published. */
  readonly tentative: boolean;
  /** False where only the working week was asked, because there is no table: `gap` says why. */
  readonly known: boolean;
  readonly gap: CalendarGap | null;
}

export interface CalendarChoice {
  /** State of the address by ISO 3166-2 without the country (MY `10`, BR `SP`), see `states.ts`; null: not known. */
  readonly state?: string | null;
  /**
   * Working week as `parseWeek` reads it: a carrier's, or the person's own. Without it the week of the country's offices.
   * A week that is not understood is a programming fault: check a person's words with `parseWeek`.
   */
  readonly week?: string | null;
  /** One's own days off, `YYYY-MM-DD`. They win over everything, a worked weekend included. */
  readonly own?: readonly string[] | undefined;
  /** Counts days that offices may take and couriers work (Brazil's Carnival, Indonesia's collective leave) as off. */
  readonly optional?: boolean;
}

/** What a calendar answers; days are counted as in `days.ts`. */
export interface Calendar {
  readonly country: CalendarCountry | null;
  dayOff(day: number): DayOff;
  /** `dayOff(day).off` and nothing else. */
  isOff(day: number): boolean;
  /** Working days after `from` up to and including `to`, at once; null where a day lies outside the tables' years. */
  worked(from: number, to: number): number | null;
}

const SATURDAY = 5;
/** Countries that announce whole stretches of days off, weekends included. */
const LONG_HOLIDAYS: ReadonlySet<CalendarCountry> = new Set(['CN', 'TW', 'VN']);
const FIRST = dayOf(TABLE_FIRST) ?? 0;
const LAST = dayOf(TABLE_LAST) ?? 0;
const made = new Recent<string, Calendar>(250);

/** The same list of own days comes again and again: it is written out once. */
const ownKeys = new WeakMap<readonly string[], string>();
function ownKey(own: readonly string[] = []): string {
  if (own.length === 0) return '';
  const known = ownKeys.get(own);
  if (known !== undefined) return known;
  const text = own.toSorted().join(' ');
  ownKeys.set(own, text);
  return text;
}

/** Whether there is a calendar for this market; any other (null too) gets the working week alone and says so. */
export function hasCalendar(market: string | null): market is CalendarCountry {
  return market !== null && Object.hasOwn(TABLES, market);
}

/** The calendar of a market for an address, a working week and one's own days off. The same choice gives the same object. */
export function calendarFor(market: string | null, choice: CalendarChoice = {}): Calendar {
  const key = JSON.stringify([market, choice.state, choice.week, choice.optional, ownKey(choice.own)]);
  return made.of(key, () => make(market, choice));
}

function make(market: string | null, choice: CalendarChoice): Calendar {
  const country = hasCalendar(market) ? market : null;
  const state = choice.state ?? null;
  const chosen = choice.week === undefined || choice.week === null ? null : parseWeek(choice.week);
  if (choice.week && !chosen) throw new RangeError(`working week: ${choice.week}`);
  const weekOn = (day: number): Week => chosen ?? officialWeek(country, state, day);
  const own = new Set((choice.own ?? []).map(dayOf));
  const holidays = country ? holidaysOf(country) : new Map<number, readonly Holiday[]>();
  const cached = new Recent<number, DayOff>(2_000);

  const publicOn = (day: number): readonly Holiday[] =>
    (holidays.get(day) ?? []).filter((holiday) => holiday.kind === 'public' && holiday.heldIn(state));
  /** The weekend in the middle of a long holiday, for those who work at weekends: the tables name working days only. */
  const amid = (day: number): Holiday | undefined => {
    if (!chosen || country === null || !LONG_HOLIDAYS.has(country) || weekdayOf(day) < SATURDAY)
      return undefined;
    const saturday = day - (weekdayOf(day) - SATURDAY);
    return publicOn(saturday + 2).length > 0 ? publicOn(saturday - 1)[0] : undefined;
  };

  const look = (day: number): DayOff => {
    const gap: CalendarGap | null =
      country === null ? 'no-calendar' : day < FIRST ? 'before-table' : day > LAST ? 'after-table' : null;
    const base = { name: null, state: null, tentative: false, known: gap === null, gap };
    if (own.has(day)) return { ...base, off: true, why: 'own' };
    const here = (holidays.get(day) ?? []).filter((holiday) => holiday.heldIn(state));
    const held = here.filter(({ kind }) => kind === 'public' || (kind === 'optional' && choice.optional));
    const [first] = held;
    if (first) {
      const name = held.map((holiday) => holiday.name).join('; ');
      const told = { name, state: held.every(({ only }) => only !== null) ? state : null };
      return { ...base, ...told, off: true, why: 'holiday', tentative: held.every((one) => one.tentative) };
    }
    if (here.some(({ kind }) => kind === 'worked')) return { ...base, off: false, why: null };
    const long = amid(day);
    if (long) return { ...base, off: true, why: 'holiday', name: long.name, tentative: long.tentative };
    const worked = weekOn(day)[weekdayOf(day)] ?? false;
    return { ...base, off: !worked, why: worked ? null : 'weekend' };
  };
  const dayOff = (day: number): DayOff => cached.of(day, look);
  const isOff = (day: number): boolean => dayOff(day).off;
  let counts: Int32Array | null = null;
  return {
    country,
    dayOff,
    isOff,
    worked: (from, to) => {
      if (from < FIRST - 1 || to > LAST || from > to) return null;
      counts ??= countFrom(isOff);
      return (counts[to - FIRST + 1] ?? 0) - (counts[from - FIRST + 1] ?? 0);
    },
  };
}

/** Working days from the first day of the tables, day by day, one ahead: the count before day i is at i. */
function countFrom(isOff: (day: number) => boolean): Int32Array {
  const counts = new Int32Array(LAST - FIRST + 2);
  for (let day = FIRST; day <= LAST; day += 1) {
    const at = day - FIRST;
    counts[at + 1] = (counts[at] ?? 0) + (isOff(day) ? 0 : 1);
  }
  return counts;
}
