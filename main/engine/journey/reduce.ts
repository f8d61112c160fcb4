import type { Direction, Scan } from '#shared/model/event.ts';
import type { Journey, JourneyEvent, JourneyNote, StageSpan } from '#shared/model/journey.ts';
import { type EventNode, isNode, NODE_FACTS, type Reason, type Stage } from '#shared/model/node.ts';
import { asInstant, DAY, HOUR, type Instant } from '#shared/time.ts';
import { type BareMeaning, meaningOf } from './meaning.ts';
import { orderScans, type Placed } from './order.ts';
import { type ReadScan, readTrail } from './trail.ts';

/** A scan with its bare meaning at hand, where the caller keeps one. */
export type ReduceInput = Scan & { readonly meaning?: BareMeaning; readonly zoneReason?: string };

/** Zones that are somebody's assumption. */
const ASSUMED: ReadonlySet<string | undefined> = new Set(['source', 'market', 'chosen', 'assumed']);

interface Standing {
  node: EventNode;
  reason: Reason | null;
  direction: Direction;
  since: Instant | null;
}

/**
 * A parcel's journey from its scans: the same for any order and repetition of them. The parcel stands at the last node
 * that moved it (CA 4.2): NOTE and UNKNOWN never do, an unspecific IN_TRANSIT never lowers a finer node, an end is
 * left only by a re-used number or, after DELIVERED, by a return; EXPIRED is the tracker's word and gives way to any scan.
 */
export function reduce(scans: readonly ReduceInput[]): Journey {
  const placed = orderScans(scans, (scan) => scan.meaning ?? meaningOf(scan));
  const read = readTrail(placed);
  const builder = new SpanBuilder();
  let standing = null as Standing | null;
  let lastScanAt: number | null = null;
  let lastMoveAt: number | null = null;
  let lastEventId: Scan['id'] | null = null;
  let lastPlace: string | null = null;
  let unknown = 0;
  let afterEnd = false;
  const events: JourneyEvent[] = [];
  for (let index = 0; index < placed.length; index += 1) {
    const item = placed[index] as Placed<ReduceInput>;
    const { meaning, direction, earlier } = read[index] as ReadScan;
    const { scan } = item;
    events.push({
      id: scan.id,
      node: meaning.node,
      reason: meaning.reason,
      confidence: meaning.confidence,
      means: meaning.means,
      direction,
      earlier,
    });
    if (earlier) continue;
    if (meaning.node === 'UNKNOWN') unknown += 1;
    // A day without a clock counts where it was put among the others, so that no stretch ends before it begins.
    const at = scan.instant === null ? null : asInstant(scan.dateOnly ? item.at : scan.instant);
    if (at !== null && (lastScanAt === null || at > lastScanAt)) lastScanAt = at;
    if (scan.place !== null) lastPlace = scan.place;
    lastEventId = scan.id;
    builder.add(scan.id, meaning.node, direction, at, scan.place);
    if (!isNode(meaning.node)) continue;
    if (at !== null && meaning.node !== 'EXPIRED') lastMoveAt = at;
    const next: Standing = { node: meaning.node, reason: meaning.reason, direction, since: at };
    const solved: boolean = item.meaning.side === 'solved' && direction === 'forward' && isTrouble(standing);
    const moved: Standing = solved ? next : step(standing, next);
    afterEnd = moved.node === standing?.node && (afterEnd || isAfterEnd(standing, next));
    standing = moved;
  }
  return {
    node: standing?.node ?? 'UNKNOWN',
    stage: standing ? builder.stageOf(standing.node) : null,
    reason: standing?.reason ?? null,
    direction: standing?.direction ?? 'forward',
    terminal: standing !== null && isEnd(standing.node),
    since: standing?.since ?? null,
    lastScanAt: lastScanAt === null ? null : asInstant(lastScanAt),
    lastMoveAt: lastMoveAt === null ? null : asInstant(lastMoveAt),
    lastEventId,
    lastPlace,
    unknown,
    spans: builder.spans,
    events,
    notes: [...notesOf(placed, events), ...(afterEnd ? (['scans-after-end'] as const) : [])],
  };
}

function isEnd(node: EventNode): boolean {
  return isNode(node) && NODE_FACTS[node].terminal;
}

/** Trouble that "problem resolved" ends (CA 4.2): any exception but an end or a return. */
function isTrouble(now: Standing | null): boolean {
  if (!now || !isNode(now.node) || now.direction === 'return') return false;
  return NODE_FACTS[now.node].exception && !isEnd(now.node);
}

/** Where a parcel is before it leaves its country. */
const AT_HOME: ReadonlySet<Stage> = new Set(['FIRST_MILE', 'ORIGIN', 'EXPORT']);

/**
 * A parcel that is over does not go out for delivery days later, and one that was delivered is not picked up after it: one
 * of the two scans is wrong, and a person must ask. Scans of the same day come late now and then.
 */
function isAfterEnd(now: Standing, next: Standing): boolean {
  if (!isEnd(now.node) || now.since === null || next.since === null || !isNode(next.node)) return false;
  const { stage } = NODE_FACTS[next.node];
  const after = next.since - now.since;
  if (stage === 'LAST_MILE') return after > DAY;
  return now.node === 'DELIVERED' && AT_HOME.has(stage) && after > HOUR;
}

/** Where the parcel stands after one more scan that is a node. */
function step(now: Standing | null, next: Standing): Standing {
  if (!now) return next;
  if (now.node === 'EXPIRED') return next.node === 'EXPIRED' ? now : next;
  if (next.node === 'EXPIRED') return isEnd(now.node) ? now : next;
  if (now.node === 'DELIVERED') {
    const back = next.direction === 'return' || next.node === 'RETURNED';
    if (back) return next;
    return next.node === 'DELIVERED' && next.reason !== null ? { ...next, since: now.since } : now;
  }
  if (isEnd(now.node)) return now;
  if (next.node === 'IN_TRANSIT') {
    return isNode(now.node) && NODE_FACTS[now.node].stage === 'INFO' ? next : now;
  }
  return next.node === now.node && next.reason === now.reason ? { ...next, since: now.since } : next;
}

function notesOf(placed: readonly Placed<ReduceInput>[], events: readonly JourneyEvent[]): JourneyNote[] {
  const notes: JourneyNote[] = [];
  const carriers = new Set(placed.map(({ scan }) => scan.carrier));
  const untimed = placed.filter(({ scan }) => scan.instant === null).length;
  const days = placed.some(({ scan }) => scan.dateOnly);
  if (events.some((event) => event.earlier)) notes.push('number-reused');
  if (carriers.size > 1) notes.push('two-carriers');
  if (untimed > 0) notes.push('times-missing');
  if (placed.some(({ scan }) => ASSUMED.has(scan.zoneReason))) notes.push('zones-assumed');
  if (days || (untimed > 0 && untimed < placed.length)) notes.push('order-uncertain');
  if (clocksDisagree(placed)) notes.push('clocks-disagree');
  return notes;
}

/** True where a source lists a scan after another of the same number whose full time is later. */
function clocksDisagree(placed: readonly Placed<ReduceInput>[]): boolean {
  const highest = new Map<string, number>();
  for (const { scan } of placed) {
    if (scan.seq === null || scan.instant === null || scan.dateOnly) continue;
    const key = `${scan.number} ${scan.carrier}`;
    const before = highest.get(key) ?? -1;
    // They are in the order of their times here: a falling sequence is a contradiction.
    if (scan.seq < before) return true;
    highest.set(key, scan.seq);
  }
  return false;
}

/** Gathers stretches of one stage and direction. Scans that move nothing belong to the stretch they fall in. */
class SpanBuilder {
  readonly spans: StageSpan[] = [];
  private waiting: StageSpan['events'] = [];

  /** A node's stage; EXCEPTION and IN_TRANSIT say nothing about where, so they stay in the stage before them. */
  stageOf(node: EventNode): Stage | null {
    const last = this.spans.at(-1)?.stage ?? null;
    if (!isNode(node)) return last;
    if ((node === 'EXCEPTION' || node === 'IN_TRANSIT') && last !== null && last !== 'INFO') return last;
    return NODE_FACTS[node].stage;
  }

  add(
    id: StageSpan['events'][number],
    node: EventNode,
    direction: Direction,
    at: Instant | null,
    place: string | null,
  ): void {
    const stage = this.stageOf(node);
    const last = this.spans.at(-1);
    if (stage === null) {
      this.waiting.push(id);
      return;
    }
    if (last && (!isNode(node) || (last.stage === stage && last.direction === direction))) {
      last.events.push(id);
      if (place !== null) last.place = place;
      last.start ??= at;
      return;
    }
    if (last) last.end = at;
    this.spans.push({ stage, direction, start: at, end: null, place, events: [...this.waiting, id] });
    this.waiting = [];
  }
}
