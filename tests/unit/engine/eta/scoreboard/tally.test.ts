import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scoreRow } from '../../../../../main/engine/eta/scoreboard/report.ts';
import {
  addTallies,
  intervalScore,
  NO_DELIVERIES,
  scorable,
  tallyOf,
} from '../../../../../main/engine/eta/scoreboard/tally.ts';
import { type Score, scoreRowSchema, type Tally, tallySchema } from '../../../../../shared/model/score.ts';
import { asInstant, DAY } from '../../../../../shared/time.ts';
import { NOW, scoreAt, someScore } from './scores.ts';

const zone = 'Asia/Kuala_Lumpur';
const of = { group: 'all', name: '', moment: 'ordered' } as const;
const sum = (scores: readonly Score[]): Tally =>
  scores.reduce((total, score) => addTallies(total, tallyOf(score, zone)), NO_DELIVERIES);
const row = (...scores: Score[]): ReturnType<typeof scoreRow> => scoreRow(of, sum(scores));

describe('one delivery', () => {
  test('error, day and ranges', () => {
    // Made at noon in Kuala Lumpur; the median says noon of day 5.
    expect(row(scoreAt({ deliveredAt: 5.4 }))).toMatchObject({ n: 1, exactDay: 1, cover80: 1, cover90: 1 });
    expect(row(scoreAt({ deliveredAt: 5.6 }))).toMatchObject({ exactDay: 0 });
    const missed = row(scoreAt({ deliveredAt: 7.5 }));
    expect(missed).toMatchObject({ mae: 2.5, bias: 2.5, cover80: 0, cover90: 1, width80: 4, width90: 6 });
    // Missed by half a day: width 4 and 2/0.2 times 0.5.
    expect([missed.score80, missed.score90]).toEqual([9, 6]);
    expect(row(scoreAt({ deliveredAt: 1 })).bias).toBe(-4);
  });

  test('the promise is kept to its last instant', () => {
    expect(row(scoreAt({ promise: 6, deliveredAt: 6 })).onTime).toBe(1);
    const late = scoreAt({ promise: 6, deliveredAt: 6.001 });
    expect(row(late)).toMatchObject({ onTime: 0, late: { n: 1, recall: 0, precision: null } });
    expect(row(scoreAt({ promise: null })).onTime).toBe(null);
  });

  test('the promise and the lane median as estimates of their own', () => {
    const both = row(scoreAt({ promise: 9, laneMedian: 6, deliveredAt: 5 }));
    expect(both.promise).toEqual({ n: 1, mae: 4, exactDay: 0 });
    expect(both.laneMedian).toEqual({ n: 1, mae: 1, exactDay: 0 });
  });

  test('a warning counts if it came before the promise was broken and before the parcel', () => {
    const late = { promise: 6, deliveredAt: 8 };
    expect(row(scoreAt({ ...late, warnedAt: 4 })).late).toMatchObject({
      precision: 1,
      recall: 1,
      leadHours: 48,
    });
    expect(row(scoreAt({ ...late, warnedAt: 7 })).late).toMatchObject({ recall: 0, leadHours: null });
    expect(row(scoreAt({ promise: 6, deliveredAt: 3, warnedAt: 2 })).late).toMatchObject({ precision: 0 });
    expect(row(scoreAt({ promise: 6, deliveredAt: 3, warnedAt: 4 })).late.precision).toBe(null);
    // Taken back: who was late all the same was not warned, who was not had been alarmed.
    const back = { warnedAt: 2, recalledAt: 3 };
    expect(row(scoreAt({ ...late, ...back })).late).toMatchObject({
      ...{ n: 1, recall: 0, precision: null, leadHours: null },
    });
    expect(row(scoreAt({ promise: 6, deliveredAt: 5, ...back })).late.precision).toBe(0);
  });

  test('the probability is squared against what happened', () => {
    expect(row(scoreAt({ promise: 6, deliveredAt: 8, pLate: 0.75 })).late.brier).toBe(0.0625);
    expect(row(scoreAt({ promise: 6, deliveredAt: 5, pLate: 0.5 })).late.brier).toBe(0.25);
    expect(row(scoreAt({ promise: null, pLate: 0.5 })).late.brier).toBe(null);
  });

  test('a delivery before its estimate and a range inside out are not scored', () => {
    expect(row(scoreAt({ deliveredAt: -1 })).n).toBe(0);
    expect(row(scoreAt({ lo80: 6, p50: 5 })).n).toBe(0);
  });
});

test('over nothing everything is null, and nothing is 0', () => {
  const empty = scoreRow(of, NO_DELIVERIES);
  const { n, promise, laneMedian, late, ...rest } = empty;
  expect([n, promise.n, laneMedian.n, late.n]).toEqual([0, 0, 0, 0]);
  const shares = { ...rest, ...of, group: null, name: null, moment: null };
  expect(Object.values(shares).filter((value) => value !== null)).toEqual([]);
});

describe('sums', () => {
  test('in any order and any grouping they are the same, and survive as JSON', () => {
    fc.assert(
      fc.property(fc.array(someScore, { maxLength: 30 }), fc.nat(), (scores, at) => {
        const cut = scores.length === 0 ? 0 : at % scores.length;
        const whole = sum(scores);
        const parts = addTallies(sum(scores.slice(cut)), sum(scores.slice(0, cut)));
        const close = (a: number | null, b: number | null): void => {
          if (a === null || b === null) expect(a).toBe(b);
          else expect(Math.abs(a - b)).toBeLessThan(1e-9);
        };
        const [first, second] = [scoreRow(of, whole), scoreRow(of, parts)];
        for (const key of ['n', 'onTime', 'exactDay', 'mae', 'bias', 'cover80', 'score90'] as const)
          close(first[key], second[key]);
        for (const key of ['precision', 'recall', 'leadHours', 'brier'] as const)
          close(first.late[key], second.late[key]);
        expect(tallySchema.parse(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
        expect(() => scoreRowSchema.parse(first)).not.toThrow();
      }),
    );
  });

  test('a tally says what counting by hand says', () => {
    fc.assert(
      fc.property(fc.array(someScore, { minLength: 1, maxLength: 30 }), (all) => {
        const scores = all.filter(scorable);
        const mine = row(...all);
        expect(mine.n).toBe(scores.length);
        if (scores.length === 0) return;
        const covered = scores.filter(
          ({ deliveredAt, lo80, hi80 }) => lo80 <= deliveredAt && deliveredAt <= hi80,
        );
        expect(mine.cover80).toBeCloseTo(covered.length / scores.length, 9);
        const promised = scores.filter(({ promise }) => promise !== null);
        const late = promised.filter(({ promise, deliveredAt }) => deliveredAt > (promise ?? 0));
        expect(mine.late.n).toBe(late.length);
        if (promised.length > 0) expect(mine.onTime).toBeCloseTo(1 - late.length / promised.length, 9);
      }),
    );
  });
});

test('of all central ranges the true one has the least interval score', () => {
  // Deliveries spread evenly over 0 to 1: the central 80 % is from 0.1 to 0.9.
  const values = Array.from({ length: 1000 }, (_, index) => (index + 0.5) / 1000);
  const mean = (lo: number, hi: number): number =>
    values.reduce((total, value) => total + intervalScore(lo, hi, value, 0.2), 0) / values.length;
  const best = mean(0.1, 0.9);
  for (const [lo, hi] of [
    [0, 1],
    [0.2, 0.8],
    [0.05, 0.85],
    [0.15, 0.95],
  ] as const) {
    expect(mean(lo, hi)).toBeGreaterThan(best);
  }
});

test('the zone decides what is the same day', () => {
  const score = { ...scoreAt({}), p50: asInstant(NOW), lo80: asInstant(NOW), lo90: asInstant(NOW) };
  // 04:00 and 18:00 UTC: one day in London, two in Kuala Lumpur (12:00 and 02:00 of the next).
  const delivered = { ...score, deliveredAt: asInstant(NOW + (14 / 24) * DAY) };
  expect(tallyOf(delivered, 'Europe/London').exact).toBe(1);
  expect(tallyOf(delivered, zone).exact).toBe(0);
});
