import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  agrees,
  effects,
  lateSteps,
  recomputeLate,
  recomputeP50,
  usualTotal,
} from '../../../../../main/engine/eta/explanation/recompute.ts';
import { asInstant, DAY, HOUR } from '../../../../../shared/time.ts';
import { someEstimate } from './estimates.ts';

test('the number follows from the terms, and any other number is told apart', () => {
  fc.assert(
    fc.property(someEstimate, fc.integer({ min: 2, max: DAY }), (estimate, off) => {
      expect(agrees(estimate)).toBe(true);
      expect(agrees({ ...estimate, p50: asInstant(estimate.p50 + off) })).toBe(false);
    }),
  );
});

test('so does the late risk, through the risk after each of its terms', () => {
  fc.assert(
    fc.property(someEstimate, fc.double({ min: 1e-6, max: 1, noNaN: true }), (estimate, off) => {
      const { late, pLate, promise } = estimate;
      expect(recomputeLate(estimate)).toBe(pLate);
      if (pLate !== null) expect(agrees({ ...estimate, pLate: (pLate + off) % 1.000_001 })).toBe(false);
      expect(agrees({ ...estimate, pLate: pLate === null ? off : null })).toBe(false);
      if (late === null) {
        expect(pLate).toBe(promise === null ? null : 1);
        return;
      }
      const steps = lateSteps(late);
      expect(steps.map(({ term }) => term)).toEqual(['room', 'length', 'destination', 'range', 'middle']);
      for (const [index, { before }] of steps.entries()) {
        if (index > 0) expect(before).toBe(steps[index - 1]?.after);
      }
      expect(steps[4].after).toBe(pLate);
      // A date before the promise never stands beside a risk that calls a miss the likelier end, nor the other way round.
      expect(steps[4].after >= 0.5).toBe(late.neededMs > late.leftMs);
    }),
  );
});

test('a late risk by hand: even odds, then room, then half of the range', () => {
  const time = { leftMs: 4 * DAY, neededMs: 2 * DAY, to: 'MY' };
  const late = { base: 0, room: -Math.log(3), length: 0, destination: 0, range: 0.25, ...time };
  const [room, length, destination, range, middle] = lateSteps(late);
  expect(room.before).toBe(0.5);
  for (const { after } of [room, length, destination]) expect(after).toBeCloseTo(0.25, 12);
  // Record and range agree.
  expect(range.after).toBeCloseTo(0.25, 12);
  expect(middle).toEqual({ term: 'middle', before: range.after, after: range.after });
  // However bad the record: the median lies before the promise. And however good: it lies after it.
  expect(lateSteps({ ...late, base: 9 })[4].after).toBe(0.49);
  expect(lateSteps({ ...late, neededMs: 5 * DAY })[4].after).toBe(0.5);
  expect(lateSteps({ ...late, range: 0.5 })[3].after).toBeGreaterThan(0.25);
  expect(lateSteps({ ...late, destination: 1 })[2].after).toBeGreaterThan(0.25);
});

test('each effect is what its adjustment changed, in order', () => {
  fc.assert(
    fc.property(someEstimate, (estimate) => {
      const all = effects(estimate);
      expect(all.map(({ adjustment }) => adjustment)).toEqual(estimate.adjustments);
      const sum = usualTotal(estimate.terms) + all.reduce((total, { ms }) => total + ms, 0);
      expect(Math.abs(estimate.base + sum - estimate.p50)).toBeLessThanOrEqual(1);
    }),
  );
});

test('an example by hand: 2 and 3 days, half as fast again, and 12 hours for a case', () => {
  const base = { caseKind: null, place: null };
  const terms = [2, 3].map((days) => ({
    stage: 'LINEHAUL' as const,
    chance: 1,
    usualMs: days * DAY,
    loMs: 0,
    hiMs: 9 * DAY,
    sample: 5,
    basis: 'lane' as const,
    daysOff: [],
  }));
  const p50 = recomputeP50({
    base: asInstant(0),
    terms,
    adjustments: [
      { kind: 'network-speed', factor: 1.5, addMs: 0, ...base },
      { kind: 'open-case', factor: 1, addMs: 12 * HOUR, ...base, caseKind: 'customs-hold' },
    ],
  });
  expect(p50).toBe(8 * DAY);
});
