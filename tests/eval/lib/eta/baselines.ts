import { quantile, type Outcome } from './measures.ts';
import type { ShipmentRow } from './rows.ts';
import type { From } from './walk.ts';

/** A lane with fewer deliveries than this is told from its destination's, and that from all. */
const LEAST = 20;
const WINDOW_DAYS = 60;

export const startOf = (row: ShipmentRow, from: From): number | null =>
  from === 'ordered' ? row.orderedAt : row.handedOverAt;

export const isLate = (row: ShipmentRow): boolean | null =>
  row.promisedOn === null ? null : row.deliveredAt > row.promisedOn;

/** The promise as if it were a prediction. */
export function promiseOutcomes(rows: readonly ShipmentRow[], from: From): Outcome[] {
  return rows.flatMap((row) => {
    const start = startOf(row, from);
    if (start === null || row.promisedOn === null) return [];
    const p50 = Math.max(0, row.promisedOn - start);
    return [{ actual: row.deliveredAt - start, p50, late: isLate(row) }];
  });
}

/** Deliveries by lane, destination and overall, each in the order in which they were made. */
class History {
  readonly #lists = new Map<string, { at: number; days: number }[]>();

  constructor(rows: readonly ShipmentRow[], from: From) {
    for (const row of rows.toSorted((a, b) => a.deliveredAt - b.deliveredAt)) {
      const start = startOf(row, from);
      if (start === null) continue;
      for (const key of keysOf(row)) {
        const list = this.#lists.get(key) ?? [];
        list.push({ at: row.deliveredAt, days: row.deliveredAt - start });
        this.#lists.set(key, list);
      }
    }
  }

  /** Sorted times of the narrowest group with enough deliveries from `since` up to `until`. */
  times(row: ShipmentRow, since: number, until: number): Float64Array {
    for (const [place, key] of keysOf(row).entries()) {
      const list = this.#lists.get(key) ?? [];
      const found = list.slice(firstAfter(list, since), firstAfter(list, until));
      if (found.length >= LEAST || place === 2)
        return Float64Array.from(found, (item) => item.days).toSorted();
    }
    return new Float64Array();
  }
}

const keysOf = (row: ShipmentRow): string[] => [
  `lane ${row.origin}>${row.destination}`,
  `to ${row.destination}`,
  'all',
];

/** Index of the first delivery later than `at`. */
function firstAfter(list: readonly { at: number }[], at: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The lane's own quantiles: `fixed` from everything delivered before the cut, else from the 60 days before each moment.
 * The late risk is the share of those deliveries that took longer than the promise leaves.
 */
export function laneOutcomes(
  rows: readonly ShipmentRow[],
  walked: readonly ShipmentRow[],
  from: From,
  cut: number,
  fixed: boolean,
): Outcome[] {
  const history = new History(rows, from);
  return walked.flatMap((row) => {
    const start = startOf(row, from);
    if (start === null) return [];
    const times = fixed
      ? history.times(row, Number.NEGATIVE_INFINITY, cut)
      : history.times(row, start - WINDOW_DAYS, start);
    if (times.length === 0) return [];
    const left = row.promisedOn === null ? null : row.promisedOn - start;
    return [
      {
        actual: row.deliveredAt - start,
        p50: quantile(times, 0.5),
        lo80: quantile(times, 0.1),
        hi80: quantile(times, 0.9),
        lo90: quantile(times, 0.05),
        hi90: quantile(times, 0.95),
        pLate: left === null ? null : times.filter((days) => days > left).length / times.length,
        late: isLate(row),
      },
    ];
  });
}
