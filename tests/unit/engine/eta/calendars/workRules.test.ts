import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayIn } from '../../../../../main/engine/eta/calendars/days.ts';
import { countsFrom } from '../../../../../main/engine/eta/calendars/handOver.ts';
import { workRules } from '../../../../../main/engine/eta/calendars/workRules.ts';
import {
  type CalendarSettings,
  dayOffTrouble,
  NO_CALENDAR_SETTINGS,
  type OwnDayOff,
  WEEKDAYS,
} from '../../../../../shared/model/calendar.ts';
import { asInstant, HOUR } from '../../../../../shared/time.ts';

const zone = 'Asia/Shanghai';
const rules = (settings: Partial<CalendarSettings>) => workRules({ ...NO_CALENDAR_SETTINGS, ...settings });
const off = (from: string, to = from, name = '', place: OwnDayOff['place'] = 'CN'): OwnDayOff => ({
  from,
  to,
  name,
  place,
});
/** A moment on the seller's clock. */
const at = (text: string) => asInstant(Date.parse(`${text}+08:00`));
const five = { carrier: null, time: '17:00', zone } as const;
const week = (carrier: string, days: number, place: OwnDayOff['place'] | null = null) => ({
  carrier,
  place,
  days: WEEKDAYS.slice(0, days),
});

describe('rules', () => {
  test('own days off are written out, in their place only, with their names', () => {
    const set = rules({ ownDaysOff: [off('2026-06-30', '2026-07-02', 'Move'), off('2026-07-09')] });
    expect(set.own('CN')).toEqual(['2026-06-30', '2026-07-01', '2026-07-02', '2026-07-09']);
    expect(set.own('MY')).toEqual([]);
    expect(set.own(null)).toEqual([]);
    expect(set.nameOf('CN', '2026-07-01')).toBe('Move');
    expect(set.nameOf('CN', '2026-07-09')).toBeNull();
  });

  test('a week of the place wins over the one for everywhere; the first carrier that has one is asked', () => {
    const set = rules({ carrierWeeks: [week('jt', 6), week('jt', 5, 'MY'), week('spx', 7)] });
    const works = (carriers: string[], place: string) =>
      set.carrierDays(carriers, place)?.week.filter(Boolean).length ?? null;
    expect(works(['jt'], 'MY')).toBe(5);
    expect(works(['jt'], 'TH')).toBe(6);
    expect(works(['unknown', 'jt', 'spx'], 'TH')).toBe(6);
    expect(works(['unknown'], 'TH')).toBeNull();
  });

  test('a carrier with a rest day keeps the holidays of the place; one that works daily keeps own days off alone', () => {
    const set = rules({
      carrierWeeks: [week('six', 6), week('seven', 7)],
      ownDaysOff: [off('2026-09-15', '2026-09-15', 'Flood', 'MY')],
    });
    // Malaysia Day is Wednesday, 16 September 2026; the 20th is a Sunday.
    const offs = (carrier: string) =>
      ['2026-09-15', '2026-09-16', '2026-09-17', '2026-09-20'].map((date) =>
        set.carrierDays([carrier], 'MY')?.calendar.isOff(Date.parse(date) / 86_400_000),
      );
    expect(offs('six')).toEqual([true, true, false, true]);
    expect(offs('seven')).toEqual([true, false, false, false]);
  });

  test('a cut-off of the carrier wins over the one for any', () => {
    const set = rules({ cutOffs: [five, { carrier: 'jt', time: '15:30', zone }] });
    expect(set.cutOff(['spx', 'jt'])?.time).toBe('15:30');
    expect(set.cutOff(['spx'])).toEqual({ minutes: 1020, zone, time: '17:00' });
    expect(rules({}).cutOff(['spx'])).toBeNull();
  });
});

describe('a hand-over', () => {
  const from = (settings: Partial<CalendarSettings>, when: string, carriers = ['spx']) =>
    countsFrom(rules(settings), carriers, 'CN', at(when));

  test('counts at once where nothing is set, whatever the day', () => {
    expect(from({}, '2026-11-27T23:59')).toBeNull();
    expect(from({ ownDaysOff: [off('2026-11-27')] }, '2026-11-27T23:59')).toBeNull();
    expect(from({ cutOffs: [{ ...five, carrier: 'jt' }] }, '2026-11-27T23:59')).toBeNull();
  });

  test('counts from the next working day from the cut-off on, by the clock of the cut-off', () => {
    expect(from({ cutOffs: [five] }, '2026-11-27T16:59')).toBeNull();
    expect(from({ cutOffs: [five] }, '2026-11-27T17:00')).toMatchObject({
      at: at('2026-11-28T00:00'),
      cutOff: '17:00',
      daysOff: [],
    });
    // 17:30 in Shanghai is 16:30 in Bangkok.
    const bangkok = { ...five, zone: 'Asia/Bangkok' } as const;
    expect(from({ cutOffs: [bangkok] }, '2026-11-27T17:30')).toBeNull();
    expect(from({ cutOffs: [bangkok] }, '2026-11-27T18:00')?.at).toBe(at('2026-11-28T01:00'));
  });

  test('after the cut-off of a Friday it counts from Monday only where the carrier is known to rest', () => {
    const set = { cutOffs: [five], carrierWeeks: [week('jt', 5)] };
    expect(from(set, '2026-11-27T18:00', ['spx'])?.at).toBe(at('2026-11-28T00:00'));
    expect(from(set, '2026-11-27T18:00', ['jt'])).toMatchObject({
      at: at('2026-11-30T00:00'),
      cutOff: '17:00',
      daysOff: [
        { date: '2026-11-28', why: 'week', name: null, country: 'CN' },
        { date: '2026-11-29', why: 'week' },
      ],
    });
    expect(from(set, '2026-11-28T09:00', ['jt'])).toMatchObject({ at: at('2026-11-30T00:00'), cutOff: null });
  });

  test('holidays and own days off between are named', () => {
    const set = { cutOffs: [five], ownDaysOff: [off('2026-10-08', '2026-10-08', '盘点')] };
    const counts = from(set, '2026-09-30T18:00');
    expect(counts?.at).toBe(at('2026-10-09T00:00'));
    expect(counts?.daysOff.map(({ date }) => date)).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7].map((day) => `2026-10-0${day}`),
      '2026-10-08',
    ]);
    expect(counts?.daysOff[0]).toMatchObject({ why: 'holiday', name: expect.stringContaining('国庆') });
    expect(counts?.daysOff.at(-1)).toMatchObject({ why: 'own', name: '盘点' });
  });

  test('never counts earlier than it happened, and always from the begin of a day that is worked', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: at('2025-01-01T00:00'), max: at('2027-06-01T00:00') }),
        fc.integer({ min: 1, max: 7 }),
        fc.constantFrom('00:00', '12:00', '17:00', '23:59'),
        (when, days, time) => {
          const set = rules({ cutOffs: [{ carrier: null, time, zone }], carrierWeeks: [week('spx', days)] });
          const counts = countsFrom(set, ['spx'], 'CN', asInstant(when));
          const calendar = set.carrierDays(['spx'], 'CN')?.calendar;
          const day = dayIn(zone, counts?.at ?? when);
          expect(calendar?.isOff(day)).toBe(false);
          if (!counts) return;
          expect(counts.at).toBeGreaterThan(when);
          expect((counts.at + 8 * HOUR) % (24 * HOUR)).toBe(0);
          // As soon as possible: each day between is off.
          for (let between = dayIn(zone, when) + 1; between < day; between += 1)
            expect(calendar?.isOff(between)).toBe(true);
        },
      ),
    );
  });
});

test('what is wrong with a day off is told by rule: order, tables, overlap in the same place', () => {
  const table = { first: '2024-01-01', last: '2027-12-31' };
  const there = off('2026-06-03', '2026-06-05', 'Move');
  const look = (day: OwnDayOff) => dayOffTrouble(day, [there], table);
  expect(look(off('2026-07-02', '2026-07-01'))).toEqual({ why: 'order' });
  expect(look(off('2023-12-31'))).toEqual({ why: 'outside' });
  expect(look(off('2027-12-31', '2028-01-01'))).toEqual({ why: 'outside' });
  for (const day of [
    off('2026-06-05', '2026-06-09'),
    off('2026-06-01', '2026-06-03'),
    off('2026-06-04'),
    off('2026-06-01', '2026-06-30'),
  ])
    expect(look(day)).toEqual({ why: 'overlap', with: there });
  expect(look(off('2026-06-06'))).toBeNull();
  expect(look(off('2026-06-04', '2026-06-04', '', 'MY'))).toBeNull();
});
