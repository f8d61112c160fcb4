import fc from 'fast-check';
import type { ParcelId } from '../../../../../shared/model/ids.ts';
import { type Score, SCORE_MOMENTS } from '../../../../../shared/model/score.ts';
import { asInstant, DAY, HOUR } from '../../../../../shared/time.ts';

export const NOW = Date.parse('2026-06-15T04:00:00Z');

/** A score with the given days after `NOW` for each instant. */
export function scoreAt(
  days: Partial<Record<'p50' | 'lo80' | 'hi80' | 'lo90' | 'hi90' | 'deliveredAt', number>> & {
    readonly promise?: number | null;
    readonly laneMedian?: number | null;
    readonly warnedAt?: number | null;
    readonly recalledAt?: number | null;
    readonly pLate?: number | null;
  },
): Score {
  const at = (day: number): Score['p50'] => asInstant(NOW + Math.round(day * DAY));
  const maybe = (day: number | null | undefined): Score['promise'] =>
    day === null || day === undefined ? null : at(day);
  const p50 = days.p50 ?? 5;
  return {
    parcelId: 1 as ParcelId,
    moment: 'ordered',
    madeAt: asInstant(NOW),
    lane: 'CN>MY/spx',
    market: 'MY',
    carrier: 'spx',
    p50: at(p50),
    lo80: at(days.lo80 ?? p50 - 2),
    hi80: at(days.hi80 ?? p50 + 2),
    lo90: at(days.lo90 ?? (days.lo80 ?? p50 - 2) - 1),
    hi90: at(days.hi90 ?? (days.hi80 ?? p50 + 2) + 1),
    pLate: days.pLate ?? null,
    promise: maybe(days.promise),
    laneMedian: maybe(days.laneMedian),
    warnedAt: maybe(days.warnedAt),
    recalledAt: maybe(days.recalledAt),
    deliveredAt: at(days.deliveredAt ?? p50),
  };
}

const day = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: min * 24, max: max * 24 }).map((hours) => (hours * HOUR) / DAY);

/** Scores of every kind, those that cannot be scored among them. */
export const someScore: fc.Arbitrary<Score> = fc
  .record({
    p50: day(3, 20),
    deliveredAt: day(-1, 40),
    half: day(0, 4),
    promise: fc.option(day(1, 25)),
    laneMedian: fc.option(day(1, 25)),
    warnedAt: fc.option(day(0, 30)),
    recalledAt: fc.option(day(0, 30)),
    pLate: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    moment: fc.constantFrom(...SCORE_MOMENTS),
    lane: fc.constantFrom('a', 'b', 'c'),
    carrier: fc.constantFrom('spx', 'jt'),
    market: fc.constantFrom('MY' as const, 'BR' as const, null),
  })
  .map(({ half, moment, lane, carrier, market, ...days }) => ({
    ...scoreAt({ ...days, lo80: days.p50 - half, hi80: days.p50 + half }),
    moment,
    lane,
    carrier,
    market,
  }));
