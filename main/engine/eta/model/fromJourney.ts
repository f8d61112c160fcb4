import type { Journey, StageSpan } from '#shared/model/journey.ts';
import type { Stage } from '#shared/model/node.ts';
import { DAY, type Instant } from '#shared/time.ts';
import { dayIn, minuteIn, weekdayOf } from '../calendars/days.ts';
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
}

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
    return { ...start, before: earlier ? start.at - earlier.at : null };
  });
}

/**
 * A parcel as `estimate` wants it. Its stage is the one that the journey stands in, since it came there last; a parcel
 * without an understood scan stands where its order put it.
 */
export function parcelOf(
  journey: Pick<Journey, 'spans' | 'stage' | 'terminal' | 'direction' | 'lastScanAt'>,
  facts: ParcelFacts,
): ParcelState {
  const begun = begunOf(journey, facts);
  const now = journey.spans.filter(forward).findLast(({ stage }) => stage === journey.stage);
  const known = begun.find(({ stage }) => stage === journey.stage);
  const present = now ? begunAt(now.stage, now.start, facts.zone(now.stage)) : null;
  return {
    traits: facts.traits,
    start: present ? { ...present, before: known?.before ?? null } : (begun.at(-1) ?? null),
    lastScanAt: journey.lastScanAt,
    promise: facts.promise,
    ended: journey.terminal || journey.direction !== 'forward',
  };
}
