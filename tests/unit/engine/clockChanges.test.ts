import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { EventId } from '#shared/model/ids.ts';
import { DAY, HOUR, MINUTE } from '#shared/time.ts';
import { detect, nextSilenceAt } from '../../../main/engine/cases/detect.ts';
import { addWorkdays, workdaysBetween } from '../../../main/engine/cases/workdays.ts';
import { dayIn, minuteIn, startOfDay } from '../../../main/engine/eta/calendars/days.ts';
import { reduce } from '../../../main/engine/journey/reduce.ts';
import { offsetAt } from '../../../main/engine/sources/times/zones.ts';

/** The day whose night changes the clocks, and by how many hours it is shorter (negative: longer) than others. */
const CHANGES = [
  // Clocks skip midnight itself: the day begins at 01:00.
  ['America/Sao_Paulo', 'BR', '2018-11-04', 1],
  ['America/Sao_Paulo', 'BR', '2019-02-16', -1],
  ['America/Santiago', 'CL', '2026-09-06', 1],
  ['America/Santiago', 'CL', '2026-04-04', -1],
  ['America/Mexico_City', 'MX', '2022-04-03', 1],
  ['America/Mexico_City', 'MX', '2022-10-30', -1],
  ['America/New_York', 'US', '2026-03-08', 1],
  ['America/New_York', 'US', '2026-11-01', -1],
  ['Europe/Madrid', 'ES', '2026-03-29', 1],
  ['Europe/Madrid', 'ES', '2026-10-25', -1],
] as const;

/** The instant of a clock without a zone in a file, as it is read. */
const written = (zone: string, date: string, time: string): number => {
  const clock = Date.parse(`${date}T${time}:00Z`);
  return clock - offsetAt(zone, clock);
};
const shifted = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

describe.each(CHANGES)('%s (%s), %s', (zone, country, date, shorter) => {
  const midday = (days: number): number => written(zone, shifted(date, days), '12:00');

  it('a gap between two scans is as long as it was, not as the clocks say', () => {
    const [before, after] = [
      written(zone, shifted(date, -1), '22:30'),
      written(zone, shifted(date, 1), '04:30'),
    ];
    expect((after - before) / HOUR).toBe(30 - shorter);
    expect(minuteIn(zone, before)).toBe(22 * 60 + 30);
    expect(minuteIn(zone, after)).toBe(4 * 60 + 30);
  });

  it('each day has its instants, none lies between two, and the changed one is an hour off', () => {
    const day = dayIn(zone, midday(0));
    for (const each of [day - 1, day, day + 1]) {
      expect([dayIn(zone, startOfDay(zone, each)), dayIn(zone, startOfDay(zone, each) - 1)]).toEqual([
        each,
        each - 1,
      ]);
    }
    expect((startOfDay(zone, day + 1) - startOfDay(zone, day)) / HOUR).toBe(24 - shorter);
  });

  it('working days are counted by dates: the hour that is gone or doubled is none of them', () => {
    const place = { country: null, zone };
    for (let from = -8; from <= 0; from += 1) {
      for (const n of [1, 3, 5, 8]) {
        const end = addWorkdays(midday(from), n, place);
        expect(workdaysBetween(midday(from), end, place)).toBe(n);
        expect(workdaysBetween(midday(from), end - 1, place)).toBe(n - 1);
        // Whichever hour of its day a scan came, the same day ends the wait.
        for (const time of ['00:05', '03:30', '23:55']) {
          expect(addWorkdays(written(zone, shifted(date, from), time), n, place)).toBe(end);
        }
      }
    }
  });

  if (country === 'BR' || country === 'MX' || country === 'CL') {
    test('a parcel is due for silence exactly when it is silent, and once', () => {
      const begin = midday(-12);
      fc.assert(
        fc.property(
          fc.integer({ min: 0, max: 14 * 24 * 60 }),
          fc.integer({ min: 0, max: 30 * 24 * 60 }),
          fc.constantFrom('F430', 'F599', 'F600', 'F650'),
          (start, passed, code) => {
            const first = begin + start * MINUTE;
            const scan = { carrier: 'spx', scheme: null, status: null, text: '', seq: null, place: null };
            const journey = reduce([{ ...scan, id: 1 as EventId, code, instant: first, number: 'SPX1' }]);
            const silentAt = (now: number): boolean =>
              detect(journey, { now, market: country }).some(({ kind }) => kind === 'silence');
            const due = nextSilenceAt(journey, { market: country });
            if (due === null) throw new Error('never silent');
            expect([silentAt(due - 1), silentAt(due), silentAt(due + DAY)]).toEqual([false, true, true]);
            const now = first + passed * MINUTE;
            expect(silentAt(now)).toBe(due <= now);
          },
        ),
        { numRuns: 150 },
      );
    });
  }
});
