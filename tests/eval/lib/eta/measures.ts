/** One prediction beside what happened; days since the moment of the prediction. */
export interface Outcome {
  readonly actual: number;
  readonly p50: number;
  readonly lo80?: number;
  readonly hi80?: number;
  readonly lo90?: number;
  readonly hi90?: number;
  readonly pLate?: number | null;
  /** Null without a promise. */
  readonly late: boolean | null;
}

const round = (value: number, digits = 3): number => Math.round(value * 10 ** digits) / 10 ** digits;
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The value below which a share `p` of sorted numbers lies, linear between neighbours. */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  const place = p * (sorted.length - 1);
  const low = Math.floor(place);
  const left = sorted[low] ?? Number.NaN;
  return left + (place - low) * ((sorted[low + 1] ?? left) - left);
}

/**
 * Coverage, mean width and mean interval score of central ranges (Gneiting and Raftery 2007: width, plus 2/α times the
 * distance by which the actual lies outside).
 */
function interval(outcomes: readonly Outcome[], level: 80 | 90): Record<string, number> | null {
  const ranges: { low: number; high: number; actual: number }[] = [];
  for (const { lo80, hi80, lo90, hi90, actual } of outcomes) {
    const low = level === 80 ? lo80 : lo90;
    const high = level === 80 ? hi80 : hi90;
    if (low !== undefined && high !== undefined) ranges.push({ low, high, actual });
  }
  if (ranges.length === 0) return null;
  const penalty = 200 / (100 - level);
  const outside = ({ low, high, actual }: (typeof ranges)[number]): number =>
    Math.max(0, low - actual) + Math.max(0, actual - high);
  return {
    coverage: round((100 * ranges.filter((range) => outside(range) === 0).length) / ranges.length, 2),
    width: round(mean(ranges.map(({ low, high }) => high - low))),
    score: round(mean(ranges.map((range) => range.high - range.low + penalty * outside(range)))),
  };
}

/** Area under the ROC curve by ranks, ties at half; null when all or none were late. */
export function areaUnder(scores: readonly number[], labels: readonly boolean[]): number | null {
  const order = scores.map((_, index) => index).toSorted((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
  let ranks = 0;
  let positives = 0;
  for (let start = 0; start < order.length;) {
    let end = start;
    while (end < order.length && scores[order[end] ?? 0] === scores[order[start] ?? 0]) end += 1;
    for (let place = start; place < end; place += 1) {
      if (labels[order[place] ?? 0]) {
        ranks += (start + end + 1) / 2;
        positives += 1;
      }
    }
    start = end;
  }
  const negatives = order.length - positives;
  return positives === 0 || negatives === 0
    ? null
    : (ranks - (positives * (positives + 1)) / 2) / (positives * negatives);
}

function lateness(outcomes: readonly Outcome[]): Record<string, number | null> | null {
  const judged = outcomes.flatMap(({ pLate, late }) =>
    pLate === null || pLate === undefined || late === null ? [] : [{ pLate, late }],
  );
  if (judged.length === 0) return null;
  const share = mean(judged.map(({ late }) => (late ? 1 : 0)));
  const area = areaUnder(
    judged.map(({ pLate }) => pLate),
    judged.map(({ late }) => late),
  );
  return {
    parcels: judged.length,
    lateShare: round(share, 4),
    auc: area === null ? null : round(area, 4),
    brier: round(mean(judged.map(({ pLate, late }) => (pLate - (late ? 1 : 0)) ** 2)), 5),
    brierOfConstant: round(share * (1 - share), 5),
  };
}

/** All figures of a set of predictions; `bias` above 0 says that the predictions are too late. */
export function measure(outcomes: readonly Outcome[]): Record<string, unknown> {
  if (outcomes.length === 0) return { parcels: 0 };
  const errors = outcomes.map(({ p50, actual }) => p50 - actual);
  const sizes = Float64Array.from(errors, Math.abs).toSorted();
  const within = (days: number): number =>
    round((100 * sizes.filter((size) => size <= days).length) / sizes.length, 2);
  return {
    parcels: outcomes.length,
    meanAbsoluteError: round(mean([...sizes])),
    medianAbsoluteError: round(quantile(sizes, 0.5)),
    bias: round(mean(errors)),
    within1Day: within(1),
    within3Days: within(3),
    range80: interval(outcomes, 80),
    range90: interval(outcomes, 90),
    late: lateness(outcomes),
  };
}
