import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ActivityState,
  busyHours,
  learnPace,
  paceAt,
  paceOf,
  slotOf,
  weekdayOf,
} from '../../../../../main/engine/sync/schedule/activity.ts';
import { type HazardState, learnWait, ratesOf } from '../../../../../main/engine/sync/schedule/hazard.ts';
import { constant, DAY, FLAT, HOUR, MONDAY } from './asked.ts';

const MINUTE = 60_000;

describe('the week', () => {
  test('the clock and the weekday are local', () => {
    expect(slotOf(MONDAY, 0)).toBe(0);
    expect(slotOf(MONDAY + 20 * MINUTE, 8)).toBe(33);
    expect(weekdayOf(MONDAY, 0)).toBe(0);
    expect(weekdayOf(MONDAY, -3)).toBe(6);
  });

  /** Waits of a day from one ten o'clock to the next, each told to the groups. */
  const byTheClock = (groups: readonly string[], days: number): ActivityState => {
    const state: ActivityState = new Map();
    for (let day = 0; day < days; day += 1) {
      const from = MONDAY + day * DAY + 10 * HOUR + MINUTE;
      const wait = { lastScanAt: from, from, to: from + DAY, ended: true };
      learnPace(state, groups, 0, wait, constant(1 / 24), paceOf(state, groups));
    }
    return state;
  };

  test('the pace is high when scans happen and low when none do', () => {
    const pace = paceOf(byTheClock(['all', 'spx'], 120), ['all', 'spx']);
    expect(paceAt(pace, 0, MONDAY + 10 * HOUR)).toBeGreaterThan(10);
    expect(paceAt(pace, 0, MONDAY + 3 * HOUR)).toBeLessThan(0.6);
    // The same clock in another zone is another moment.
    expect(paceAt(pace, 8, MONDAY + 2 * HOUR)).toBeCloseTo(paceAt(pace, 0, MONDAY + 10 * HOUR), 9);
    expect(busyHours(pace, 0, MONDAY, MONDAY + DAY)).toBeCloseTo(
      busyHours(pace, 0, MONDAY, MONDAY + 9 * HOUR) + busyHours(pace, 0, MONDAY + 9 * HOUR, MONDAY + DAY),
      6,
    );
  });

  test('what age explains is no habit of the clock', () => {
    // Picked up at six, in the warehouse twelve to fifteen hours later: all scans are between six and nine.
    const [hazard, state]: [HazardState, ActivityState] = [new Map(), new Map()];
    const standing = { carrier: 'spx', lane: 'CN-TH', node: 'PICKED_UP' } as const;
    for (let day = 0; day < 300; day += 1) {
      const from = MONDAY + day * DAY + 18 * HOUR;
      const wait = { lastScanAt: from, from, to: from + (12 + ((day * 7) % 30) / 10) * HOUR, ended: true };
      const [rates, pace] = [ratesOf(hazard, standing), paceOf(state, ['all'])];
      learnWait(hazard, standing, wait, (a, b) => busyHours(pace, 0, a, b));
      learnPace(state, ['all'], 0, wait, rates, pace);
    }
    // By counts alone those three hours would have eight times the pace of the day.
    const pace = paceOf(state, ['all']);
    const morning = busyHours(pace, 0, MONDAY + 6 * HOUR, MONDAY + 9 * HOUR) / 3;
    expect(morning).toBeGreaterThan(0.6);
    expect(morning).toBeLessThan(2);
  });

  test('a stretch told in parts lets expect the same as one told at once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4_000 }), { minLength: 2, maxLength: 6 }), (minutes) => {
        const rates = constant(0).map((_, step) => 1 / (step + 1));
        const [whole, parts]: [ActivityState, ActivityState] = [new Map(), new Map()];
        const to = MONDAY + minutes.reduce((sum, each) => sum + each, 0) * MINUTE;
        learnPace(whole, ['all'], 7, { lastScanAt: MONDAY, from: MONDAY, to, ended: true }, rates, FLAT);
        let from = MONDAY;
        for (const each of minutes) {
          const end = from + each * MINUTE;
          learnPace(parts, ['all'], 7, { lastScanAt: MONDAY, from, to: end, ended: end === to }, rates, FLAT);
          from = end;
        }
        for (const half of ['day', 'week'] as const) {
          expect(parts.get('all')?.[half].seen).toEqual(whole.get('all')?.[half].seen);
          whole
            .get('all')
            ?.[half].expected.forEach((hours, index) =>
              expect(parts.get('all')?.[half].expected[index] ?? NaN).toBeCloseTo(hours, 6),
            );
        }
      }),
    );
  });

  test('a group never seen has the pace of the wider one, and the flat one at last', () => {
    const state = byTheClock(['all'], 60);
    expect(paceOf(state, ['all', 'unheard of'])).toEqual(paceOf(state, ['all']));
    expect(paceAt(paceOf(state, ['unheard of']), 0, MONDAY)).toBe(1);
  });
});
