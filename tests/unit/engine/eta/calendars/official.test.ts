import { expect, test } from 'vitest';
import { isDayOff } from '../../../../../main/engine/eta/calendars/index.ts';
import { OFFICIAL, officialDays } from './official.ts';

test.each(OFFICIAL)('every day of $market $year as the government published it', (year) => {
  const days = officialDays(year);
  const read = days.map(({ date }) => ({ date, off: isDayOff(year.market, date)?.off }));
  expect(days.length).toBeGreaterThanOrEqual(365);
  expect(read.filter(({ off }, index) => off !== days[index]?.off)).toEqual([]);
});

test('a worked weekend is on, a bridge day is off and says why', () => {
  expect(isDayOff('CN', '2026-02-14')).toMatchObject({ off: false, why: null, known: true });
  expect(isDayOff('CN', '2026-02-21')).toMatchObject({ off: true, why: 'weekend' });
  expect(isDayOff('CN', '2024-02-16')).toMatchObject({ off: true, why: 'holiday' });
  expect(isDayOff('TW', '2024-02-17')?.off).toBe(false);
});

test('Vietnam: exchanged days that the source misses', () => {
  const read = (date: string): boolean | undefined => isDayOff('VN', date)?.off;
  expect(['2025-05-02', '2026-01-02', '2026-08-31'].map(read)).toEqual([true, true, true]);
  expect(['2024-05-04', '2025-04-26', '2026-01-10', '2026-08-22'].map(read)).toEqual(
    Array.from({ length: 4 }, () => false),
  );
});
