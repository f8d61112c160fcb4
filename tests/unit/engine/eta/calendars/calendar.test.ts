import { describe, expect, test } from 'vitest';
import { AMENDMENTS } from '../../../../../main/engine/eta/calendars/amendments.ts';
import { calendarFor } from '../../../../../main/engine/eta/calendars/calendar.ts';
import { dayOf } from '../../../../../main/engine/eta/calendars/days.ts';
import { holidaysOf } from '../../../../../main/engine/eta/calendars/holidays.ts';
import {
  addWorkingDays,
  daysOffBetween,
  isDayOff,
  workingDaysBetween,
} from '../../../../../main/engine/eta/calendars/index.ts';
import { stateOf } from '../../../../../main/engine/eta/calendars/states.ts';
import { TABLES, type CalendarCountry } from '../../../../../main/engine/eta/calendars/table/index.ts';
import { MARKETS } from '../../../../../shared/model/market.ts';

const countries = Object.keys(TABLES) as CalendarCountry[];

test('the weekend amid a long holiday is off for those who work at weekends, one beside a holiday is not', () => {
  const off = (market: string, date: string): unknown => {
    const { off: is, why } = isDayOff(market, date, { week: 'daily' }) ?? {};
    return [is, why];
  };
  // National Day 2026 lasts from Thursday to Wednesday; the table has no row for Sunday the 4th.
  expect(off('CN', '2026-10-04')).toEqual([true, 'holiday']);
  expect(off('CN', '2026-10-11')).toEqual([false, null]);
  expect(isDayOff('CN', '2026-10-04')).toMatchObject({ off: true, why: 'weekend' });
  expect(off('CO', '2026-01-03')).toEqual([false, null]);
});

describe('the tables', () => {
  test('cover China and every market', () => {
    expect(countries.toSorted()).toEqual([...MARKETS, 'CN'].toSorted());
  });

  test.each(countries)('%s has public holidays with a name in each of the four years', (country) => {
    const days = [...holidaysOf(country)].flatMap(([day, rows]) => rows.map((row) => ({ day, ...row })));
    const year = (from: number): number =>
      days.filter(
        ({ day, kind }) =>
          kind === 'public' && day >= (dayOf(`${from}-01-01`) ?? 0) && day <= (dayOf(`${from}-12-31`) ?? 0),
      ).length;
    for (const from of [2024, 2025, 2026, 2027]) expect(year(from)).toBeGreaterThanOrEqual(6);
    expect(days.filter(({ kind, name }) => kind !== 'worked' && name === '')).toEqual([]);
    expect(days.filter(({ name }) => /estimated|perkiraan|anggaran/.test(name))).toEqual([]);
  });

  test('each amendment changes something, and says why and by whose word', () => {
    for (const { market, date, is, why, source } of AMENDMENTS) {
      expect(why.length).toBeGreaterThan(10);
      expect(source.length).toBeGreaterThan(10);
      const found = TABLES[market as CalendarCountry].split('\n').filter((line) => line.startsWith(date));
      expect([market, date, found.length > 0]).toEqual([
        market,
        date,
        is === 'ordinary' || is === 'tentative',
      ]);
    }
  });
});

describe('what is not sure, and what is not known', () => {
  test('dates that depend on the moon are tentative', () => {
    expect(isDayOff('ID', '2027-03-09')).toMatchObject({
      off: true,
      tentative: true,
      name: 'Hari Raya Idul Fitri',
    });
    expect(isDayOff('PH', '2027-05-16')?.tentative).toBe(true);
    expect(isDayOff('MY', '2027-02-06')?.tentative).toBe(true);
    expect(isDayOff('SG', '2027-05-17')?.tentative).toBe(true);
    expect(isDayOff('ID', '2026-03-21')?.tentative).toBe(false);
  });

  test('a year whose arrangement is not published is tentative', () => {
    expect(isDayOff('CN', '2027-10-01')).toMatchObject({ off: true, tentative: true });
    expect(isDayOff('CN', '2026-10-01')?.tentative).toBe(false);
  });

  test('the table ends, and says so instead of guessing', () => {
    expect(isDayOff('SG', '2027-12-31')).toMatchObject({ known: true, gap: null });
    expect(isDayOff('SG', '2028-01-01')).toMatchObject({ known: false, gap: 'after-table', off: true });
    expect(isDayOff('SG', '2028-01-03')).toMatchObject({ known: false, gap: 'after-table', off: false });
    expect(isDayOff('SG', '2023-12-25')).toMatchObject({ known: false, gap: 'before-table', off: false });
    expect(workingDaysBetween('SG', '2027-12-30', '2028-01-04')).toMatchObject({
      working: 3,
      gap: 'after-table',
    });
    expect(addWorkingDays('SG', '2027-12-30', 2)).toMatchObject({ date: '2028-01-03', gap: 'after-table' });
  });

  test('a market without calendar gets its working week and is told', () => {
    expect(isDayOff('JP', '2025-05-05')).toMatchObject({ off: false, known: false, gap: 'no-calendar' });
    expect(isDayOff(null, '2025-05-04')).toMatchObject({ off: true, why: 'weekend', gap: 'no-calendar' });
    expect(isDayOff('toString', '2025-05-05')?.gap).toBe('no-calendar');
  });

  test('no such date', () => {
    for (const date of ['2025-02-29', '2025-13-01', '2025-1-1', 'x', '']) {
      expect(isDayOff('SG', date)).toBe(null);
      expect(workingDaysBetween('SG', '2025-01-01', date)).toBe(null);
      expect(addWorkingDays('SG', date, 1)).toBe(null);
      expect(daysOffBetween('SG', date, '2025-01-01')).toBe(null);
    }
  });
});

describe('states', () => {
  const my = (date: string, state: string | null): boolean | undefined =>
    isDayOff('MY', date, { state })?.off;

  test('Malaysia: a state keeps its own days, and may not keep a substitute of the others', () => {
    expect(my('2025-12-11', '10')).toBe(true);
    expect(my('2025-12-11', '14')).toBe(false);
    expect(my('2025-12-11', null)).toBe(false);
    expect(my('2025-09-01', '10')).toBe(true);
    expect(my('2025-09-01', '11')).toBe(false);
  });

  test('Malaysia: Kedah, Kelantan and Terengganu rest on Friday; Johor did until 2024', () => {
    expect(['02', '03', '11', '10'].map((state) => my('2025-10-17', state))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(['02', '03', '11', '10'].map((state) => my('2025-10-19', state))).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect([my('2024-11-15', '01'), my('2025-11-14', '01')]).toEqual([true, false]);
  });

  test('Brazil: the state and its capital', () => {
    const br = (date: string, state: string | null): boolean | undefined =>
      isDayOff('BR', date, { state })?.off;
    expect([br('2025-07-09', 'SP'), br('2025-07-09', 'RJ'), br('2025-07-09', null)]).toEqual([
      true,
      false,
      false,
    ]);
    expect([br('2024-01-25', 'SPC'), br('2024-01-25', 'SP')]).toEqual([true, false]);
  });

  test('are found in addresses as they are written', () => {
    const written = [
      ['MY', 'Selangor', '10'],
      ['MY', 'W.P. Kuala Lumpur', '14'],
      ['MY', 'PULAU PINANG', '07'],
      ['MY', 'MY-13', '13'],
      ['BR', 'São Paulo', 'SP'],
      ['BR', 'rj', 'RJ'],
      ['BR', 'Rio Grande do Sul', 'RS'],
      ['BR', 'BR-MG', 'MG'],
      ['CL', 'Región de Ñuble', 'NB'],
      ['CL', 'Región Metropolitana de Santiago', 'RM'],
      ['CL', 'Región del Biobío', 'BI'],
      ['MY', 'Somewhere', null],
      ['SG', 'Central', null],
      ['constructor', 'x', null],
    ] as const;
    expect(written.map(([market, state]) => stateOf(market, state))).toEqual(
      written.map(([, , code]) => code),
    );
    expect(stateOf('BR', 'SP', 'São Paulo')).toBe('SPC');
    expect(stateOf('BR', 'SP', 'Campinas')).toBe('SP');
  });
});

describe('weeks and own days', () => {
  test("a carrier's week keeps the holidays; a worked weekend stays worked", () => {
    expect(isDayOff('TH', '2025-05-10', { week: 'mon-sat' })?.off).toBe(false);
    expect(isDayOff('TH', '2025-05-12', { week: 'mon-sat' })?.off).toBe(true);
    expect(isDayOff('TH', '2025-05-18', { week: 'daily' })?.off).toBe(false);
    expect(isDayOff('CN', '2025-09-28', { week: 'mon-fri' })?.off).toBe(false);
  });

  test('one’s own day off wins over a worked weekend', () => {
    const own = ['2025-09-28', '2025-09-30'];
    expect(isDayOff('CN', '2025-09-28', { own })).toMatchObject({ off: true, why: 'own', name: null });
    expect(daysOffBetween('CN', '2025-09-27', '2025-10-02', { own })).toEqual([
      { date: '2025-09-28', why: 'own', name: null, state: null, tentative: false },
      { date: '2025-09-30', why: 'own', name: null, state: null, tentative: false },
      { date: '2025-10-01', why: 'holiday', name: '国庆节', state: null, tentative: false },
      { date: '2025-10-02', why: 'holiday', name: '国庆节', state: null, tentative: false },
    ]);
  });

  test('days that offices may take are off only when asked for', () => {
    expect(isDayOff('BR', '2026-02-16')?.off).toBe(false);
    expect(isDayOff('BR', '2026-02-16', { optional: true })).toMatchObject({ off: true, name: 'Carnaval' });
    expect(isDayOff('ID', '2025-04-07', { optional: true })?.off).toBe(true);
  });

  test('a week that nobody can read is a fault of the caller', () => {
    expect(() => calendarFor('CN', { week: 'mon-nix' })).toThrow(RangeError);
  });
});
