import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asInstant, DAY } from '../../../../../shared/time.ts';
import { agrees, recomputeP50 } from '../../../../../main/engine/eta/explanation/recompute.ts';
import { stagesFrom } from '../../../../../main/engine/eta/model/journey.ts';
import { between } from '../../../../../main/engine/eta/model/range.ts';
import { Reading } from '../../../../../main/engine/eta/model/reading.ts';
import {
  keyOf,
  TAUGHT,
  TROUBLE_TRUST,
  TROUBLE_WAITS,
  troubleWaitsAt,
  WAITS,
  WAITS_TRUST,
} from '../../../../../main/engine/eta/model/standing.ts';
import type { ModelState } from '../../../../../main/engine/eta/model/state.ts';
import { forecast, learnWhole } from '../../../../../main/engine/eta/model/whole.ts';
import { begun, experienced, NOW, parcelAt, told, traits } from './history.ts';

/** Parcels in a trouble since `days` that then took `left` more days, with some chance. */
function learnTrouble(
  state: ModelState,
  kind: (typeof TAUGHT)[number],
  days: number,
  left: number,
  parcels: number = TROUBLE_TRUST,
): void {
  for (let parcel = 0; parcel < parcels; parcel += 1) {
    const from = begun('LAST_MILE', NOW - 30 + parcel / 20);
    const stages = stagesFrom('LAST_MILE');
    const made = forecast(state, stages, traits, from, { waited: 0.3 + days, trouble: { kind, days } });
    learnWhole(state, stages, traits, from, made, left * (0.8 + (parcel % 9) / 20), from.at + left);
  }
}
const width = ({ lo80, hi80 }: { lo80: number; hi80: number }): number => hi80 - lo80;
const since = (days: number) => ({
  openCase: 'delivery-failed' as const,
  openSince: asInstant(Math.round((NOW - days) * DAY)),
});

describe('a parcel in trouble', () => {
  const taught = experienced(700);
  learnTrouble(taught, 'delivery-failed', 0, 3, 200);
  learnTrouble(taught, 'delivery-failed', 0.5, 1, 200);

  it('is told by our own assumption until enough were in it, and then by them', () => {
    const state = experienced(700);
    const assumed = told(state, parcelAt('LAST_MILE', 0.3), since(0));
    learnTrouble(state, 'delivery-failed', 0, 3, TROUBLE_TRUST - 1);
    expect(told(state, parcelAt('LAST_MILE', 0.3), since(0)).p50).toBe(assumed.p50);
    learnTrouble(state, 'delivery-failed', 0, 3, 200);
    const learnt = told(state, parcelAt('LAST_MILE', 0.3), since(0));
    expect((learnt.p50 - learnt.base) / DAY).toBeGreaterThan(2.2);
    expect((learnt.p50 - learnt.base) / DAY).toBeLessThan(3.8);
    expect(width(learnt)).toBeLessThan(width(assumed));
    const ofCase = ({ adjustments }: typeof learnt) => adjustments.find(({ kind }) => kind === 'open-case');
    expect(ofCase(assumed)).toMatchObject({ caseKind: 'delivery-failed', sample: 0 });
    expect(ofCase(learnt)).toMatchObject({ caseKind: 'delivery-failed', sample: TROUBLE_TRUST - 1 + 200 });
    // Another trouble is not told by it.
    const held = told(state, parcelAt('LAST_MILE', 0.3), { openCase: 'customs-hold' });
    expect(held.p50).toBe(
      told(experienced(700), parcelAt('LAST_MILE', 0.3), { openCase: 'customs-hold' }).p50,
    );
  });

  it('is told by how long it is in it, without a step from one to the next', () => {
    const left = [0, 0.1, 0.2, 0.3, 0.4, 0.499, 0.501].map((days) => {
      const made = told(taught, parcelAt('LAST_MILE', 0.3 + days), since(days));
      return (made.p50 - made.base) / DAY;
    });
    expect(left.toSorted((a, b) => b - a)).toEqual(left);
    expect(left[0]).toBeGreaterThan(2.2);
    expect(left.at(-1)).toBeLessThan(1.4);
    expect(Math.abs((left[5] ?? 0) - (left[6] ?? 0))).toBeLessThan(0.05);
  });

  it('agrees with its own terms, and its range is in order, whatever the trouble does', () => {
    const quick = experienced(700);
    // Comes sooner than others: no line of its own, and the number still agrees.
    learnTrouble(quick, 'delivery-failed', 0, 0.3, 100);
    fc.assert(
      fc.property(
        fc.constantFrom(taught, quick),
        fc.double({ min: 0, max: 9, noNaN: true }),
        fc.double({ min: 0, max: 9, noNaN: true }),
        (state, age, days) => {
          const made = told(state, parcelAt('LAST_MILE', age), since(days));
          expect(Math.abs(recomputeP50(made) - made.p50)).toBeLessThanOrEqual(1);
          expect(agrees(made)).toBe(true);
          const order = [made.base, made.lo90, made.lo80, made.p50, made.hi80, made.hi90];
          expect(order.toSorted((a, b) => a - b)).toEqual(order);
          const delays = made.adjustments.find(({ kind }) => kind === 'open-case');
          expect(delays?.addMs ?? 1).toBeGreaterThan(0);
        },
      ),
    );
    const made = told(quick, parcelAt('LAST_MILE', 0.3), since(0));
    expect(made.adjustments.some(({ kind }) => kind === 'open-case')).toBe(false);
  });

  it('that is silence is told by those that waited as long, when they are known', () => {
    const state = experienced(700);
    const silence = { openCase: 'silence' } as const;
    const assumed = told(state, parcelAt('LAST_MILE', 2.5), silence);
    for (let parcel = 0; parcel < WAITS_TRUST; parcel += 1) {
      const from = begun('LAST_MILE', NOW - 40 + parcel / 20);
      const stages = stagesFrom('LAST_MILE');
      const made = forecast(state, stages, traits, from, { waited: 2, trouble: null });
      learnWhole(state, stages, traits, from, made, 4 * (0.8 + (parcel % 9) / 20), from.at + 6);
    }
    const learnt = told(state, parcelAt('LAST_MILE', 2.5), silence);
    expect(learnt.p50).not.toBe(assumed.p50);
    // The same date as without the case, which names the reason for what waiting adds.
    expect(learnt.p50).toBe(told(state, parcelAt('LAST_MILE', 2.5)).p50);
    expect(learnt.adjustments.find(({ kind }) => kind === 'open-case')?.caseKind).toBe('silence');
    expect(agrees(learnt)).toBe(true);
  });
});

describe('how a parcel stands', () => {
  it('names whose misses teach it: the market pair’s at the begin, then of those that wait, or are in a trouble', () => {
    const key = (waited: number, trouble: Parameters<typeof keyOf>[2]['trouble'] = null) =>
      keyOf('IMPORT', 'CN>MY', { waited, trouble });
    expect([0, 0.9].map((days) => key(days))).toEqual(['IMPORT|CN>MY', 'IMPORT|CN>MY']);
    expect(WAITS.map((days) => key(days))).toEqual(['IMPORT+1', 'IMPORT+2', 'IMPORT+3']);
    const held = TAUGHT[0];
    const inTrouble = [0, ...TROUBLE_WAITS].map((days) => key(9, { kind: held, days }));
    expect(new Set(inTrouble).size).toBe(1 + TROUBLE_WAITS.length);
    expect(inTrouble[0]).toBe('!customs-hold+0');
    expect([0, 0.49, 0.5, 99].map(troubleWaitsAt)).toEqual([0, 0, 1, TROUBLE_WAITS.length]);
  });

  it('lies between two records as far as is said', () => {
    const way = new Reading(experienced(400), NOW).way(traits, 'LAST_MILE');
    const [a, b] = [way.calibration(0).ofSize('size 1'), way.calibration(0).ofSize('size 4')];
    expect(between(a, b, 0)).toEqual(a);
    const half = between(a, b, 0.5);
    expect(half.misses.hi80).toBeCloseTo((a.misses.hi80 + b.misses.hi80) / 2, 10);
    expect([...half.distribution].toSorted((x, y) => x - y)).toEqual([...half.distribution]);
  });
});
