import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstOf, type Outlook } from '../../../../../main/engine/sync/schedule/course.ts';

describe('the course of questions', () => {
  /** What a course costs whose questions come at these hours, summed up scan by scan. */
  const costOf = ({ hours, chance }: Outlook, stops: readonly number[], price: number): number => {
    let sum = 0;
    let from = 0;
    for (const stop of stops) {
      sum += price * (1 - (chance[from] ?? 0));
      for (let n = from + 1; n <= stop; n += 1) {
        const middle = ((hours[n] ?? 0) + (hours[n - 1] ?? 0)) / 2;
        const late = (hours[stop] ?? 0) - (hours[n] ?? 0) >= 1.75 - 1e-9;
        sum += ((chance[n] ?? 0) - (chance[n - 1] ?? 0)) * ((hours[stop] ?? 0) - middle + (late ? 8 : 0));
      }
      from = stop;
    }
    return sum;
  };

  test('no other course costs less', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 9 }),
        fc.double({ min: 0.05, max: 4, noNaN: true }),
        (risks, price) => {
          const hours = new Float64Array(risks.length + 1).map((_, n) => n * 0.875);
          const chance = new Float64Array(risks.length + 1);
          risks.forEach((risk, n) => (chance[n + 1] = 1 - (1 - (chance[n] ?? 0)) * (1 - risk)));
          const last = risks.length;
          const best = new Map<number, number>();
          for (let picks = 0; picks < 2 ** (last - 1); picks += 1) {
            const inner = Array.from({ length: last - 1 }, (_, n) => n + 1).filter(
              (n) => picks & (2 ** (n - 1)),
            );
            const stops = [...inner, last];
            const cost = costOf({ hours, chance }, stops, price);
            const first = stops[0] ?? 0;
            best.set(first, Math.min(best.get(first) ?? Infinity, cost));
          }
          const chosen = firstOf({ hours, chance }, price);
          expect(best.get(Math.round(chosen / 0.875)) ?? Infinity).toBeCloseTo(Math.min(...best.values()), 9);
        },
      ),
    );
  });
});
