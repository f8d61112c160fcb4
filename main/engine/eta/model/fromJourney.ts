import type { Journey, StageSpan } from '#shared/model/journey.ts';
import type { Stage } from '#shared/model/node.ts';
import { asInstant, DAY, type Instant } from '#shared/time.ts';
import type { CountsFrom, HandOver } from '../calendars/handOver.ts';
import { dayIn, minuteIn, weekdayOf } from '../calendars/days.ts';
import { DAY_OFF_COST, type DaysOff } from './daysOff.ts';
import type { ParcelState } from './estimate.ts';
import { begunStages, ROUTE, type Begun } from './journey.ts';
import type { Traits } from './traits.ts';

/** What the model needs of a parcel beside its journey. */
export interface ParcelFacts {
  readonly traits: Traits;
  /** Null when only scans are known. */
  readonly orderedAt: Instant | null;
  /** First moment that is late. */
  readonly promise: Instant | null;
  /** Zone of the place where a stage happens: the seller's up to line-haul, the buyer's after it. */
  readonly zone: (stage: Stage) => string;
  /** From when a hand-over counts; null: at once. */
  readonly countsFrom?: (at: Instant) => CountsFrom | null;
  /** Days off of the place of a stage; without it there are none. */
  readonly daysOff?: DaysOff;
}

const HAND_OVER: ReadonlySet<Stage> = new Set<Stage>(['FIRST_MILE', 'ORIGIN']);

function begunAt(stage: Stage, at: number, zone: string): Begun {
  return {
    stage,
    at: at / DAY,
    weekday: weekdayOf(dayIn(zone, at)),
    hour: Math.floor(minuteIn(zone, at) / 60),
    before: null,
  };
}

const forward = (span: StageSpan): span is StageSpan & { start: Instant } =>
  span.direction === 'forward' && span.start !== null && ROUTE.includes(span.stage);

/** How long a stage took, days. A stage that stood still over days off is not a slow one that a slow one follows. */
function tookOf({ stage, at }: Begun, until: number, { daysOff }: ParcelFacts): number {
  const off = daysOff ? daysOff(stage, at, until, 'part') : 0;
  return Math.max(0, until - at - off * DAY_OFF_COST);
}

/**
 * The begins of a journey's stages, in order, each with the days that the stage before it took. The order itself begins
 * the first stage when it is known and came before the first scan. Scans on the way back and without a time count not.
 */
export function begunOf(journey: Pick<Journey, 'spans'>, facts: ParcelFacts): Begun[] {
  const starts = journey.spans
    .filter(forward)
    .map(({ stage, start }) => begunAt(stage, start, facts.zone(stage)));
  const first = starts.reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY);
  const { orderedAt } = facts;
  if (orderedAt !== null && orderedAt / DAY <= first) {
    starts.push(begunAt('INFO', orderedAt, facts.zone('INFO')));
  }
  const begun = begunStages(starts);
  return begun.map((start, index) => {
    const earlier = begun[index - 1];
    return { ...start, before: earlier ? tookOf(earlier, start.at, facts) : null };
  });
}

/**
 * The same begins with the hand-over (the first of first mile and origin) where it counts from, so that what is learnt of a
 * stage and what is told of it count from the same moment, and neither weekday nor hour of a late hand-over is in both.
 * Where the parcel went on (or had `ended`) before that moment the cut-off did not hold, and the hand-over stays.
 */
export function countedFrom(
  begun: readonly Begun[],
  facts: ParcelFacts,
  ended: Instant | null,
): { begun: readonly Begun[]; handOver: HandOver | null } {
  const { countsFrom, zone } = facts;
  const index = begun.findIndex(({ stage }) => HAND_OVER.has(stage));
  const handed = begun[index];
  if (!handed || !countsFrom) return { begun, handOver: null };
  const happenedAt = asInstant(Math.round(handed.at * DAY));
  const counts = countsFrom(happenedAt);
  const next = begun[index + 1];
  const over = next === undefined ? ended : next.at * DAY;
  if (counts === null || (over !== null && over < counts.at)) return { begun, handOver: null };
  const earlier = begun[index - 1];
  const moved = begunAt(handed.stage, counts.at, zone(handed.stage));
  const before = earlier ? tookOf(earlier, moved.at, facts) : null;
  const after = next ? [{ ...next, before: tookOf({ ...handed, at: moved.at }, next.at, facts) }] : [];
  return {
    begun: [
      ...begun.slice(0, index),
      { ...moved, before, happened: handed.at },
      ...after,
      ...begun.slice(index + 2),
    ],
    handOver: { ...counts, happenedAt },
  };
}

/**
 * A parcel as `estimate` wants it. Its stage is the one that the journey stands in, since it came there last; a parcel
 * without an understood scan stands where its order put it.
 */
export function parcelOf(
  journey: Pick<Journey, 'spans' | 'stage' | 'terminal' | 'direction' | 'lastScanAt'> &
    Partial<Pick<Journey, 'node'>>,
  facts: ParcelFacts,
): ParcelState {
  const raw = begunOf(journey, facts);
  const { begun, handOver } = countedFrom(raw, facts, null);
  const now = journey.spans.filter(forward).findLast(({ stage }) => stage === journey.stage);
  const index = raw.findIndex(({ stage }) => stage === journey.stage);
  const known = begun[index];
  const present = now ? begunAt(now.stage, now.start, facts.zone(now.stage)) : null;
  const found = present !== null && known && present.at === raw[index]?.at ? known : present;
  const start: Begun | null = found ? { ...found, before: known?.before ?? null } : (begun.at(-1) ?? null);
  return {
    traits: facts.traits,
    start,
    handOver: start?.happened === undefined ? null : handOver,
    collectable: journey.node === 'READY_FOR_PICKUP',
    lastScanAt: journey.lastScanAt,
    promise: facts.promise,
    ended: journey.terminal || journey.direction !== 'forward',
  };
}
