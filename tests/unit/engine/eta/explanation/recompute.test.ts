import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  agrees,
  effects,
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
