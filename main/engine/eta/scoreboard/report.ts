import type { ScoreGroup, ScoreMoment, ScoreRow, Tally } from '#shared/model/score.ts';

const per = (sum: number, n: number): number | null => (n === 0 ? null : sum / n);

/** The middle value; the mean of the two middle ones of an even number; null of none. */
function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** The row of a group at one moment of the journey, from the tally of its window. */
export function scoreRow(
  of: { readonly group: ScoreGroup; readonly name: string; readonly moment: ScoreMoment },
  tally: Tally,
): ScoreRow {
  const { n, promised, medians, hits, falseAlarms, misses } = tally;
  return {
    ...of,
    n,
    onTime: per(tally.onTime, promised),
    exactDay: per(tally.exact, n),
    mae: per(tally.absDays, n),
    bias: per(tally.days, n),
    cover80: per(tally.in80, n),
    cover90: per(tally.in90, n),
    width80: per(tally.width80, n),
    width90: per(tally.width90, n),
    score80: per(tally.score80, n),
    score90: per(tally.score90, n),
    promise: {
      n: promised,
      mae: per(tally.promiseAbsDays, promised),
      exactDay: per(tally.promiseExact, promised),
    },
    laneMedian: {
      n: medians,
      mae: per(tally.medianAbsDays, medians),
      exactDay: per(tally.medianExact, medians),
    },
    late: {
      n: hits + misses,
      warnings: hits + falseAlarms,
      precision: per(hits, hits + falseAlarms),
      recall: per(hits, hits + misses),
      leadHours: median(tally.leads),
      brier: per(tally.brier, tally.odds),
    },
  };
}
