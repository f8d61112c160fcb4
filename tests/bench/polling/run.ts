import type { EventNode } from '#shared/model/node.ts';
import { isNode, NODE_FACTS } from '#shared/model/node.ts';
import { quantile, round } from '../figures.ts';

/** One parcel as it really went: what a source would answer at any moment. Instants in ms. */
export interface Passage {
  readonly carrier: string;
  readonly lane: string;
  /** Offset from UTC in hours where it starts and where it goes. */
  readonly offsets: readonly [number, number];
  /** From here on it can be asked about. */
  readonly bornAt: number;
  /** Oldest first. */
  readonly scans: readonly { readonly at: number; readonly node: EventNode }[];
}

/** What a way of polling knows and decides. `seen` is how many of the parcel's scans are known, `news` how many came now. */
export interface Policy {
  readonly name: string;
  /** When to ask about a parcel for the first time. */
  first(index: number, passage: Passage): number;
  /** When to ask again after an answer at `now`; null for never. */
  next(index: number, passage: Passage, now: number, seen: number, news: number): number | null;
  /** Just before a planned question: a later moment, when what was heard since makes it too soon; null to ask. */
  reconsider?(index: number, passage: Passage, now: number, seen: number): number | null;
  /** Parcels to look at again at once because of the last answer. */
  nudged?(): readonly number[];
}

/** Calls and delays of one policy over all parcels until `end`. */
export interface Outcome {
  readonly policy: string;
  readonly calls: number;
  readonly callsPerParcel: number;
  /** Hours from scan to seen. */
  readonly delayMedian: number;
  readonly delayP90: number;
  readonly delayMean: number;
  /** The same for the scans that cost most when they are late: failed deliveries, holds and ends. */
  readonly troubleMedian: number;
  readonly troubleP90: number;
  /** Scans that nobody had seen at the end, of all that happened an hour before it. */
  readonly unseen: number;
}

const HOUR = 3_600_000;
/** Of the parcels' time. */
const TELL_EVERY = 5 * 24 * HOUR;
const telling = (node: EventNode): boolean =>
  isNode(node) && (NODE_FACTS[node].exception || NODE_FACTS[node].terminal);

/** A binary heap of (time, parcel): the next question of all. Ties go by parcel, so that a run is repeatable. */
function createAgenda() {
  const times: number[] = [];
  const items: number[] = [];
  const before = (a: number, b: number): boolean => {
    const ta = times[a] ?? 0;
    const tb = times[b] ?? 0;
    return ta < tb || (ta === tb && (items[a] ?? 0) < (items[b] ?? 0));
  };
  const swap = (a: number, b: number): void => {
    [times[a], times[b]] = [times[b] ?? 0, times[a] ?? 0];
    [items[a], items[b]] = [items[b] ?? 0, items[a] ?? 0];
  };
  return {
    push(time: number, item: number): void {
      let at = times.push(time) - 1;
      items.push(item);
      while (at > 0) {
        const up = (at - 1) >> 1;
        if (!before(at, up)) break;
        swap(at, up);
        at = up;
      }
    },
    pop(): { time: number; item: number } | null {
      const time = times[0];
      const item = items[0];
      if (time === undefined || item === undefined) return null;
      swap(0, times.length - 1);
      times.pop();
      items.pop();
      let at = 0;
      for (;;) {
        let least = at;
        for (const down of [2 * at + 1, 2 * at + 2])
          if (down < times.length && before(down, least)) least = down;
        if (least === at) return { time, item };
        swap(at, least);
        at = least;
      }
    },
  };
}

/**
 * Plays all parcels against a policy. A question costs one call and shows every scan that has happened by then. `tell` hears
 * now and then how far it is: the instant, and the calls until then.
 */
export function play(
  passages: readonly Passage[],
  policy: Policy,
  end: number,
  tell: (at: number, calls: number) => void = () => {},
): Outcome {
  const agenda = createAgenda();
  const seen = new Int32Array(passages.length);
  const delays: number[] = [];
  const trouble: number[] = [];
  let calls = 0;
  // The one valid time of each parcel: earlier entries of a parcel that was planned anew are passed over.
  const planned = new Float64Array(passages.length);
  const plan = (index: number, time: number): void => {
    planned[index] = time;
    if (time < Infinity) agenda.push(time, index);
  };
  passages.forEach((passage, index) => plan(index, policy.first(index, passage)));
  let told = -Infinity;
  for (let turn = agenda.pop(); turn && turn.time < end; turn = agenda.pop()) {
    if (turn.time >= told + TELL_EVERY) {
      if (told > 0) tell(turn.time, calls);
      told = turn.time;
    }
    const passage = passages[turn.item];
    if (!passage || turn.time !== planned[turn.item]) continue;
    const later = policy.reconsider?.(turn.item, passage, turn.time, seen[turn.item] ?? 0) ?? null;
    if (later !== null && later > turn.time) {
      plan(turn.item, later);
      continue;
    }
    calls += 1;
    const known = seen[turn.item] ?? 0;
    let upTo = known;
    for (let scan = passage.scans[upTo]; scan && scan.at <= turn.time; scan = passage.scans[upTo]) {
      const delay = (turn.time - scan.at) / HOUR;
      delays.push(delay);
      if (telling(scan.node)) trouble.push(delay);
      upTo += 1;
    }
    seen[turn.item] = upTo;
    const again = policy.next(turn.item, passage, turn.time, upTo, upTo - known);
    plan(turn.item, again === null ? Infinity : Math.max(again, turn.time + 60_000));
    for (const other of policy.nudged?.() ?? []) {
      if (other !== turn.item && (planned[other] ?? Infinity) < Infinity) plan(other, turn.time + 1);
    }
  }
  const happened = passages.reduce(
    (sum, { scans }) => sum + scans.filter(({ at }) => at < end - HOUR).length,
    0,
  );
  const sum = delays.reduce((total, delay) => total + delay, 0);
  return {
    policy: policy.name,
    calls,
    callsPerParcel: round(calls / passages.length),
    delayMedian: round(quantile(delays, 0.5)),
    delayP90: round(quantile(delays, 0.9)),
    delayMean: round(sum / Math.max(1, delays.length)),
    troubleMedian: round(quantile(trouble, 0.5)),
    troubleP90: round(quantile(trouble, 0.9)),
    unseen: Math.max(0, happened - delays.length),
  };
}
