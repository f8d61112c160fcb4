import { DAY } from '#shared/time.ts';

/** How the numbers of 03/04/2026, or of 26/03/04, stand. */
export const DATE_ORDERS = ['day-first', 'month-first', 'year-first'] as const;
export type KnownOrder = (typeof DATE_ORDERS)[number];
/** `unknown`: nothing in the file tells. */
export type DateOrder = KnownOrder | 'unknown';

/** Three numbers of a date, the year with four digits at the end or with two somewhere. */
const NUMBERS = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)/;
/** Years of two digits are of this century: what is read here are parcels. */
export const CENTURY = 2000;

/** Year, month and day of three numbers that stand in the given order; a year of two digits is one of this century. */
export function inOrder(
  [first, second, third]: readonly [number, number, number],
  order: KnownOrder,
): readonly [year: number, month: number, day: number] {
  if (order === 'year-first') return [CENTURY + first, second, third];
  const year = third < 100 ? CENTURY + third : third;
  return order === 'day-first' ? [year, second, first] : [year, first, second];
}

function dayOf([year, month, day]: readonly [number, number, number]): number | null {
  const at = Date.UTC(year, month - 1, day);
  const date = new Date(at);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? at : null;
}

/**
 * The orders in which a date can stand: those that give a day which exists and, for a year of two digits, has begun by
 * `now` (ms). Null where it says nothing: it is no such date, no order fits, or all give the same day.
 */
export function ordersOf(raw: string, now: number): readonly KnownOrder[] | null {
  const found = NUMBERS.exec(raw.trim());
  if (!found) return null;
  const numbers = [Number(found[1]), Number(found[2]), Number(found[3])] as const;
  const short = found[3]?.length === 2;
  const days = new Map<KnownOrder, number>();
  for (const order of short ? DATE_ORDERS : DATE_ORDERS.slice(0, 2)) {
    const day = dayOf(inOrder(numbers, order));
    if (day !== null && !(short && day > now + DAY)) days.set(order, day);
  }
  const same = new Set(days.values()).size === 1 && days.size > 1;
  return days.size === 0 || same ? null : [...days.keys()];
}

/** The one order in which all these dates can stand. `unneeded`: none could be read two ways. `unknown`: several, or none for all. */
export function orderOfAll(dates: Iterable<string>, now: number): DateOrder | 'unneeded' {
  let left: readonly KnownOrder[] | null = null;
  for (const date of dates) {
    const orders = ordersOf(date, now);
    if (orders === null) continue;
    left = left === null ? orders : left.filter((order) => orders.includes(order));
  }
  if (left === null) return 'unneeded';
  return left.length === 1 ? (left[0] ?? 'unknown') : 'unknown';
}
