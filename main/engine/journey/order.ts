import type { Scan } from '#shared/model/event.ts';
import { isNode, NODE_FACTS } from '#shared/model/node.ts';
import { DAY } from '#shared/time.ts';
import type { BareMeaning } from './meaning.ts';

export interface Placed<S extends Scan = Scan> {
  readonly scan: S;
  readonly meaning: BareMeaning;
  /** The scan's instant, or for one without a time that of the timed scan before it in its source. */
  readonly at: number;
}

const text = (a: string | null, b: string | null): number => {
  const left = a ?? '';
  const right = b ?? '';
  return left < right ? -1 : left > right ? 1 : 0;
};

/** Two scans that say the same at the same moment and place are one (CA 7.2). */
function same(a: Scan, b: Scan): boolean {
  return (
    a.instant === b.instant &&
    a.seq === b.seq &&
    a.text === b.text &&
    a.code === b.code &&
    a.status === b.status &&
    a.scheme === b.scheme &&
    a.place === b.place &&
    a.number === b.number &&
    a.carrier === b.carrier
  );
}

/**
 * One order for any arrival order and any repetition of the same scans: by instant, then the source's own sequence,
 * then the node's place in the journey, then the words. Ids decide nothing. A scan without a time stands where its
 * sequence puts it: at the instant of the newest timed scan before it under the same number, else just before the
 * oldest timed one after it; without any timed neighbour the sequence alone counts. A day without a clock stands at its
 * noon, or as near to it as its source's sequence lets it.
 */
export function orderScans<S extends Scan>(
  scans: readonly S[],
  meaning: (scan: S) => BareMeaning,
): Placed<S>[] {
  const placed = scans.map((scan) => ({
    scan,
    meaning: meaning(scan),
    at:
      scan.instant === null
        ? neighbour(scan, scans)
        : scan.dateOnly
          ? withinDay(scan, scan.instant, scans)
          : scan.instant,
  }));
  placed.sort((a, b) => compare(a, b) || a.scan.id - b.scan.id);
  let kept = 0;
  for (const item of placed) {
    const before = placed[kept - 1];
    if (before && same(before.scan, item.scan)) continue;
    placed[kept] = item;
    kept += 1;
  }
  placed.length = kept;
  return placed;
}

function compare(a: Placed, b: Placed): number {
  if (a.at !== b.at) return a.at - b.at;
  const left = a.scan;
  const right = b.scan;
  const sequence = (left.seq ?? Number.MAX_SAFE_INTEGER) - (right.seq ?? Number.MAX_SAFE_INTEGER);
  if (sequence !== 0) return sequence;
  return (
    rank(a.meaning) - rank(b.meaning) ||
    text(left.text, right.text) ||
    text(left.place, right.place) ||
    text(left.code, right.code) ||
    text(left.number, right.number) ||
    text(left.carrier, right.carrier) ||
    text(left.status, right.status) ||
    text(left.scheme, right.scheme) ||
    (left.instant ?? 0) - (right.instant ?? 0)
  );
}

function rank(meaning: BareMeaning): number {
  return isNode(meaning.node) ? NODE_FACTS[meaning.node].order : 0;
}

/**
 * Noon of the day, moved behind or before timed scans of that day which the source lists before or after this one. Where
 * those contradict each other, the sequence says nothing about the day and it stays noon.
 */
function withinDay(scan: Scan, noon: number, scans: readonly Scan[]): number {
  if (scan.seq === null) return noon;
  const [first, last] = [noon - DAY / 2, noon + DAY / 2 - 1];
  let from = first;
  let to = last;
  for (const { instant, dateOnly, number, seq } of scans) {
    if (instant === null || dateOnly || number !== scan.number || seq === null) continue;
    // Each bound by itself: whether one counts must not hang on which came first.
    if (instant < first || instant > last) continue;
    if (seq < scan.seq) from = Math.max(from, instant);
    if (seq > scan.seq) to = Math.min(to, instant);
  }
  return from > to ? noon : Math.min(Math.max(noon, from), to);
}

function neighbour(scan: Scan, scans: readonly Scan[]): number {
  let before = -Infinity;
  let after = Infinity;
  for (const other of scans) {
    if (other.instant === null || other.number !== scan.number) continue;
    if (other.seq === null || scan.seq === null) continue;
    if (other.seq < scan.seq && other.instant > before) before = other.instant;
    if (other.seq > scan.seq && other.instant < after) after = other.instant;
  }
  if (before !== -Infinity) return before;
  return after === Infinity ? 0 : after;
}
