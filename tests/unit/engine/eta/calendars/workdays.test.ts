import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarFor } from '../../../../../main/engine/eta/calendars/calendar.ts';
import { dayZero, parseCutOff } from '../../../../../main/engine/eta/calendars/cutoff.ts';
import {
  dateOf,
  dayIn,
  dayOf,
  startOfDay,
  weekdayOf,
} from '../../../../../main/engine/eta/calendars/days.ts';
import {
  addWorkingDays,
  daysBetween,
  daysOffBetween,
} from '../../../../../main/engine/eta/calendars/workdays.ts';
import { parseWeek } from '../../../../../main/engine/eta/calendars/week.ts';

const day = (date: string): number => dayOf(date) ?? Number.NaN;
const someDay = fc.integer({ min: day('2023-06-01'), max: day('2028-06-01') });
const someCalendar = fc
  .record({
    market: fc.constantFrom('CN', 'TW', 'MY', 'BR', 'SG', null),
    week: fc.constantFrom(null, 'mon-sat', 'daily', 'sun-thu', 'tue'),
    own: fc.array(fc.integer({ min: 19_800, max: 20_500 }).map(dateOf), { maxLength: 5 }),
  })
  .map(({ market, ...choice }) => calendarFor(market, choice));

describe('day zero', () => {
  test('the day counted from never counts, the last does if it is worked', () => {
    const cn = calendarFor('CN');
    const count = (from: string, to: string): number => daysBetween(cn, day(from), day(to)).working;
    expect(count('2025-03-03', '2025-03-03')).toBe(0);
    expect(count('2025-03-03', '2025-03-04')).toBe(1);
    expect(count('2025-03-07', '2025-03-10')).toBe(1);
    expect(count('2025-03-08', '2025-03-10')).toBe(1);
    expect(count('2025-03-07', '2025-03-09')).toBe(0);
    expect(count('2025-09-26', '2025-10-11')).toBe(6);
    expect(count('2025-03-10', '2025-03-07')).toBe(-1);
    expect(daysBetween(cn, day('2025-09-26'), day('2025-10-11')).calendar).toBe(15);
  });

  test('the n-th working day after: over a weekend, a holiday, a worked weekend', () => {
    const reach = (from: string, n: number): string => addWorkingDays(calendarFor('CN'), day(from), n).date;
    expect(reach('2025-03-07', 1)).toBe('2025-03-10');
    expect(reach('2025-03-08', 1)).toBe('2025-03-10');
    expect(reach('2025-03-08', 0)).toBe('2025-03-08');
    expect(reach('2025-09-26', 1)).toBe('2025-09-28');
    expect(reach('2025-09-30', 1)).toBe('2025-10-09');
    expect(reach('2025-10-09', -1)).toBe('2025-09-30');
  });

  test('to count and to add undo each other; spans add up in any order', () => {
    fc.assert(
      fc.property(someCalendar, someDay, fc.integer({ min: 0, max: 60 }), (calendar, from, n) => {
        const reached = addWorkingDays(calendar, from, n);
        expect(daysBetween(calendar, from, reached.day).working).toBe(n);
        expect(reached.day).toBe(from + reached.calendar);
        if (n > 0) expect(calendar.isOff(reached.day)).toBe(false);
      }),
    );
    fc.assert(
      fc.property(someCalendar, someDay, someDay, someDay, (calendar, a, b, c) => {
        const count = (from: number, to: number): number => daysBetween(calendar, from, to).working;
        expect(count(a, b) + count(b, c) - count(a, c)).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  test('counted at once or day by day, the count is the same, and outside the tables it is day by day', () => {
    fc.assert(
      fc.property(someCalendar, someDay, fc.nat({ max: 200 }), (calendar, from, length) => {
        const slow = daysBetween({ ...calendar, worked: () => null }, from, from + length);
        expect(daysBetween(calendar, from, from + length)).toEqual(slow);
        const inside = from >= day('2023-12-31') && from + length <= day('2027-12-31');
        expect(calendar.worked(from, from + length) !== null).toBe(inside);
      }),
    );
  });

  test('working days and named days off make up all days', () => {
    fc.assert(
      fc.property(someCalendar, someDay, fc.nat({ max: 90 }), (calendar, from, length) => {
        const off = daysOffBetween(calendar, from, from + length, { weekends: true });
        expect(off.length + daysBetween(calendar, from, from + length).working).toBe(length);
        expect(off.filter(({ why, name }) => (why === 'holiday') !== (name !== null))).toEqual([]);
      }),
    );
  });
});

describe('weeks', () => {
  const flags = (text: string): string | undefined => parseWeek(text)?.map(Number).join('');
  test('are read as people and files write them', () => {
    expect(flags('mon-fri')).toBe('1111100');
    expect(flags('Mon - Sat')).toBe('1111110');
    expect(flags('monday to friday')).toBe('1111100');
    expect(flags('daily')).toBe('1111111');
    expect(flags('sun-thu')).toBe('1111001');
    expect(flags('sat-wed')).toBe('1110011');
    expect(flags('tue')).toBe('0100000');
    expect(flags('mon,wed;fri')).toBe('1010100');
    expect(flags('mon-wed+sat')).toBe('1110010');
    expect([flags('1-5'), flags('7,1'), flags('1111110')]).toEqual(['1111100', '1000001', '1111110']);
    for (const bad of ['', 'fri-', 'x', 'mon-tue-wed', 'mo-fr', 'monkey-fri', '0-4', '0000000', '11111'])
      expect(parseWeek(bad)).toBe(null);
  });
});

describe('dates', () => {
  test('days and their writing are the same thing', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 60_000 }), (n) => {
        expect(dayOf(dateOf(n))).toBe(n);
        expect(weekdayOf(n)).toBe((new Date(n * 86_400_000).getUTCDay() + 6) % 7);
      }),
    );
    expect(weekdayOf(day('2025-03-03'))).toBe(0);
    expect(weekdayOf(-1)).toBe(2);
  });

  test('an instant has its day by the zone, also where clocks change', () => {
    const at = Date.parse('2025-03-03T20:00:00Z');
    expect(dateOf(dayIn('Asia/Shanghai', at))).toBe('2025-03-04');
    expect(dateOf(dayIn('America/Sao_Paulo', at))).toBe('2025-03-03');
    // Santiago's clocks went from 00:00 to 01:00 on this day: it begins at 01:00.
    expect(new Date(startOfDay('America/Santiago', day('2024-09-08'))).toISOString()).toBe(
      '2024-09-08T04:00:00.000Z',
    );
  });
});

describe('cut-off', () => {
  const zone = 'Asia/Shanghai';
  const zero = (at: string, cutOff: string | null): string =>
    dateOf(
      dayZero(calendarFor('CN'), Date.parse(at), {
        zone,
        cutOff: cutOff === null ? null : parseCutOff(cutOff),
      }),
    );
  test('before it counts today, at it or on a day off counts the next working day', () => {
    expect(zero('2025-03-07T15:59:00+08:00', '16:00')).toBe('2025-03-07');
    expect(zero('2025-03-07T16:00:00+08:00', '16:00')).toBe('2025-03-10');
    expect(zero('2025-03-08T09:00:00+08:00', '16:00')).toBe('2025-03-10');
    expect(zero('2025-03-07T23:59:00+08:00', null)).toBe('2025-03-07');
    expect(zero('2025-09-30T18:00:00+08:00', '17:30')).toBe('2025-10-09');
  });
  test('is read as a time of day or not at all', () => {
    expect(['16:00', '0:05', '24:00'].map(parseCutOff)).toEqual([960, 5, 1440]);
    expect(['24:01', '12:60', 'noon', ''].map(parseCutOff)).toEqual([null, null, null, null]);
  });
});
