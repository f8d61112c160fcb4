import { describe, expect, test } from 'vitest';
import { calendarFor } from '../../../../../main/engine/eta/calendars/calendar.ts';
import { dayOf } from '../../../../../main/engine/eta/calendars/days.ts';
import { holidaysIn } from '../../../../../main/engine/eta/calendars/list.ts';
import { CALENDAR_PLACES, holidayYearSchema } from '../../../../../shared/model/calendar.ts';
import { stateName } from '../../../../../shared/text/states.ts';

const YEARS = [2024, 2025, 2026, 2027];

describe('a year of holidays to read', () => {
  test('says what the calendar says, for the country and for each of its states', () => {
    for (const place of CALENDAR_PLACES) {
      for (const year of YEARS) {
        const whole = holidaysIn(place, year, null);
        expect(holidayYearSchema.parse(whole)).toEqual(whole);
        for (const state of [null, ...whole.states]) {
          const calendar = calendarFor(place, { state });
          const listed = holidaysIn(place, year, state).days.filter(
            ({ kind, only, except }) => kind === 'public' && only === null && except === null,
          );
          const off = new Set(listed.map(({ date }) => date));
          // The whole country's list names where each day holds; those that hold everywhere are off without a state.
          for (const date of off)
            expect(calendar.dayOff(dayOf(date) ?? 0).why, `${place} ${date}`).toBe('holiday');
          if (state === null) continue;
          const first = dayOf(`${String(year)}-01-01`) ?? 0;
          for (let day = first; day < first + 365; day += 1) {
            const { why } = calendar.dayOff(day);
            const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
            expect(why === 'holiday', `${place} ${state} ${date}`).toBe(off.has(date));
          }
        }
      }
    }
  });

  test('is in order, marks worked weekends, dates that are not sure and a year that is not arranged', () => {
    const cn = holidaysIn('CN', 2025, null);
    expect(cn.days.map(({ date }) => date)).toEqual(cn.days.map(({ date }) => date).toSorted());
    expect(cn.days.find(({ date }) => date === '2025-09-28')).toMatchObject({ kind: 'worked', name: '' });
    expect(cn).toMatchObject({ inTable: true, unpublished: false, states: [] });
    expect(holidaysIn('CN', 2027, null).unpublished).toBe(true);
    const raya = holidaysIn('MY', 2027, null).days.filter(({ name }) => name === 'Hari Raya Puasa');
    expect(raya.map(({ tentative }) => tentative)).toEqual([true]);
  });

  test('knows the offices’ week of a state, and when it changed', () => {
    const rests = (year: number, state: string) => holidaysIn('MY', year, state).officeWeek[4];
    expect([rests(2026, '03'), rests(2026, '10'), rests(2024, '01'), rests(2025, '01')]).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });

  test('beyond the tables says that it is, and lists nothing', () => {
    for (const year of [2023, 2028]) {
      expect(holidaysIn('BR', year, null)).toMatchObject({ inTable: false, days: [] });
    }
  });
});

test('every state of the tables has a name in both languages', () => {
  for (const place of CALENDAR_PLACES) {
    for (const state of holidaysIn(place, 2026, null).states) {
      for (const lang of ['en', 'zh-CN'] as const)
        expect(stateName(lang, place, state), `${place} ${state}`).not.toBe(state);
      expect(stateName('zh-CN', place, state)).toMatch(/^\p{Script=Han}+$/u);
    }
  }
});
