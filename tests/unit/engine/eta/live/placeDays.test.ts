import { describe, expect, it } from 'vitest';
import { DAY } from '../../../../../shared/time.ts';
import { dayOf } from '../../../../../main/engine/eta/calendars/days.ts';
import { TABLE_FIRST, TABLE_LAST } from '../../../../../main/engine/eta/calendars/table/index.ts';
import { workRules } from '../../../../../main/engine/eta/calendars/workRules.ts';
import { takenBetween, wayDays } from '../../../../../main/engine/eta/live/placeDays.ts';

const FIRST = dayOf(TABLE_FIRST) ?? 0;
const LAST = dayOf(TABLE_LAST) ?? 0;

describe('the days taken on a way', () => {
  const place = wayDays(workRules(), 'MY', ['spx'])('LAST_MILE');

  it('are found from any day on, before, in and after the tables', () => {
    expect(place.taken.length).toBeGreaterThan(20);
    for (let day = FIRST - 3; day <= LAST + 3; day += 1) {
      expect(place.indexFrom(day)).toBe(place.taken.filter((each) => each.day < day).length);
    }
  });

  it('are those from the first day up to the last, so many days far', () => {
    const noon = (day: number): number => day * DAY + DAY / 6;
    for (let from = FIRST - 40; from < LAST + 10; from += 17) {
      for (const long of [0, 1, 30, 90]) {
        const expected = place.taken.filter(
          ({ day }) => day >= from && day <= Math.min(from + long, from + 60),
        );
        expect(takenBetween(place, noon(from), noon(from + long), 60)).toEqual(expected);
      }
    }
  });

  it('have the weekend between two of them, and no other weekend, nor one that is worked', () => {
    const seller = wayDays(workRules(), 'MY', ['spx'])('ORIGIN');
    const off = new Map(seller.taken.map(({ day, off: { date, name } }) => [date, { day, name }]));
    // National Day 2025: Wednesday to Friday, then Monday to Wednesday; the Saturday after it is worked.
    for (const date of ['2025-10-03', '2025-10-04', '2025-10-05', '2025-10-06'])
      expect(off.has(date), date).toBe(true);
    expect(off.get('2025-10-04')?.name).toBe(off.get('2025-10-03')?.name);
    expect(['2025-09-27', '2025-09-28', '2025-10-11', '2025-10-12'].filter((date) => off.has(date))).toEqual(
      [],
    );
    // Tomb-Sweeping Day 2026: a Sunday and the Monday after it.
    expect(['2026-04-04', '2026-04-05', '2026-04-06'].map((date) => off.has(date))).toEqual([
      false,
      false,
      true,
    ]);
  });
});
