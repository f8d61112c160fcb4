/**
 * The government calendars, day by day, written from the notices themselves and not from our table: China from the
 * State Council's notices of 2023-10-25, 2024-11-12 and 2025-11-04; Taiwan from the office calendars of its personnel
 * agency, 2025 as revised after the holiday act of 2025-05-28. Ranges include both ends.
 */
export interface OfficialYear {
  readonly market: 'CN' | 'TW';
  readonly year: number;
  readonly off: readonly (readonly [from: string, to?: string])[];
  /** Saturdays and Sundays that are worked; every other one is off. */
  readonly worked: readonly string[];
}

export const OFFICIAL: readonly OfficialYear[] = [
  {
    market: 'CN',
    year: 2024,
    off: [
      ['01-01'],
      ['02-10', '02-17'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['06-10'],
      ['09-15', '09-17'],
      ['10-01', '10-07'],
    ],
    worked: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
  },
  {
    market: 'CN',
    year: 2025,
    off: [
      ['01-01'],
      ['01-28', '02-04'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['05-31', '06-02'],
      ['10-01', '10-08'],
    ],
    worked: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  },
  {
    market: 'CN',
    year: 2026,
    off: [
      ['01-01', '01-03'],
      ['02-15', '02-23'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['06-19', '06-21'],
      ['09-25', '09-27'],
      ['10-01', '10-07'],
    ],
    worked: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  },
  {
    market: 'TW',
    year: 2024,
    off: [['01-01'], ['02-08', '02-14'], ['02-28'], ['04-04', '04-05'], ['06-10'], ['09-17'], ['10-10']],
    worked: ['02-17'],
  },
  {
    market: 'TW',
    year: 2025,
    off: [
      ['01-01'],
      ['01-27', '01-31'],
      ['02-28'],
      ['04-03', '04-04'],
      ['05-30', '05-31'],
      ['09-28', '09-29'],
      ['10-06'],
      ['10-10'],
      ['10-24', '10-25'],
      ['12-25'],
    ],
    worked: ['02-08'],
  },
];

/** Every day of an official year with whether offices rest. */
export function officialDays({ year, off, worked }: OfficialYear): { date: string; off: boolean }[] {
  const days: { date: string; off: boolean }[] = [];
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
    const date = new Date(at).toISOString().slice(0, 10);
    const short = date.slice(5);
    const weekend = [0, 6].includes(new Date(at).getUTCDay());
    const holiday = off.some(([from, to = from]) => from <= short && short <= to);
    days.push({ date, off: holiday || (weekend && !worked.includes(short)) });
  }
  return days;
}
