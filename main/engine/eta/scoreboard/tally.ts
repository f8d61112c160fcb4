import { LEADS_MAX, type Score, type Tally } from '#shared/model/score.ts';
import { DAY, HOUR } from '#shared/time.ts';
import { dayIn } from '../calendars/days.ts';

/** The tally of no deliveries. */
export const NO_DELIVERIES: Tally = {
  n: 0,
  exact: 0,
  absDays: 0,
  days: 0,
  in80: 0,
  in90: 0,
  width80: 0,
  width90: 0,
  score80: 0,
  score90: 0,
  promised: 0,
  onTime: 0,
  promiseAbsDays: 0,
  promiseExact: 0,
  medians: 0,
  medianAbsDays: 0,
  medianExact: 0,
  hits: 0,
  falseAlarms: 0,
  misses: 0,
  odds: 0,
  brier: 0,
  leads: [],
};

/**
 * The interval score of a central range that should hold with probability 1 - alpha: its width, plus 2/alpha times the
 * distance by which it was missed (Gneiting and Raftery 2007, section 6.2). Less is better; in the unit of the values.
 */
export function intervalScore(lo: number, hi: number, value: number, alpha: number): number {
  const missed = Math.max(0, lo - value) + Math.max(0, value - hi);
  return hi - lo + (2 / alpha) * missed;
}

/** Whether a delivery can be scored: it came after its estimate was made, and the estimate is one. */
export function scorable(score: Score): boolean {
  const { madeAt, deliveredAt, lo90, lo80, p50, hi80, hi90 } = score;
  const ordered = lo90 <= lo80 && lo80 <= p50 && p50 <= hi80 && hi80 <= hi90;
  return deliveredAt >= madeAt && ordered;
}

const one = (yes: boolean): number => (yes ? 1 : 0);

/** What one delivery adds. Dates are compared in `zone`, the buyer's. Zero where it cannot be scored. */
export function tallyOf(score: Score, zone: string): Tally {
  if (!scorable(score)) return NO_DELIVERIES;
  const { deliveredAt, p50, lo80, hi80, lo90, hi90, promise, laneMedian, pLate, warnedAt, recalledAt } =
    score;
  const day = dayIn(zone, deliveredAt);
  const off = (said: number): number => Math.abs(deliveredAt - said) / DAY;
  const same = (said: number): number => one(dayIn(zone, said) === day);
  const late = promise !== null && deliveredAt > promise;
  // A warning after the promise was broken is none.
  const warned = promise !== null && warnedAt !== null && warnedAt < Math.min(promise, deliveredAt);
  // A warning that was taken back has alarmed somebody, and has warned nobody.
  const stood = warned && recalledAt === null;
  return {
    n: 1,
    exact: same(p50),
    absDays: off(p50),
    days: (deliveredAt - p50) / DAY,
    in80: one(lo80 <= deliveredAt && deliveredAt <= hi80),
    in90: one(lo90 <= deliveredAt && deliveredAt <= hi90),
    width80: (hi80 - lo80) / DAY,
    width90: (hi90 - lo90) / DAY,
    score80: intervalScore(lo80, hi80, deliveredAt, 0.2) / DAY,
    score90: intervalScore(lo90, hi90, deliveredAt, 0.1) / DAY,
    promised: one(promise !== null),
    onTime: one(promise !== null && !late),
    promiseAbsDays: promise === null ? 0 : off(promise),
    promiseExact: promise === null ? 0 : same(promise),
    medians: one(laneMedian !== null),
    medianAbsDays: laneMedian === null ? 0 : off(laneMedian),
    medianExact: laneMedian === null ? 0 : same(laneMedian),
    hits: one(late && stood),
    falseAlarms: one(warned && !late),
    misses: one(late && !stood),
    odds: one(promise !== null && pLate !== null),
    brier: promise === null || pLate === null ? 0 : (pLate - one(late)) ** 2,
    leads: late && stood ? [(promise - warnedAt) / HOUR] : [],
  };
}

/** Two tallies as one. Of the hours of warning the first `LEADS_MAX` are kept. */
export function addTallies(a: Tally, b: Tally): Tally {
  const sum = { ...a };
  for (const key of Object.keys(NO_DELIVERIES) as (keyof Tally)[]) {
    if (key !== 'leads') sum[key] = a[key] + b[key];
  }
  return { ...sum, leads: [...a.leads, ...b.leads].slice(0, LEADS_MAX) };
}
