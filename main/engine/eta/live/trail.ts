import type { Journey } from '#shared/model/journey.ts';
import { DAY, type Instant } from '#shared/time.ts';
import { begunOf, countedFrom, type ParcelFacts } from '../model/fromJourney.ts';
import type { Begun } from '../model/journey.ts';
import { regionOf } from '../model/priors.ts';
import type { Traits } from '../model/traits.ts';
import { type Standing, TROUBLE_WAITS, WAITS } from '../model/standing.ts';
import { daysOffOn, type TrailDays, trailDays } from './daysOff.ts';
import { ORIGIN, placeOf } from './place.ts';
import type { WayDays } from './placeDays.ts';
import { type Trouble, type TroubledScan, troublesOf } from './troubles.ts';

/** Raised when trails, or what is learnt of them, have another shape: the model is then learnt anew. */
export const TRAIL_VERSION = 8;

/** What is known of a parcel beside its journey. */
export interface ParcelSide {
  readonly market: string | null;
  readonly carrier: string;
  readonly orderedAt: Instant | null;
  /** The last instant that keeps what the platform promised to the buyer. */
  readonly promise: Instant | null;
}

/** All that the model learns of one parcel. Plain JSON. */
export interface Trail extends ParcelSide {
  readonly begun: readonly Begun[];
  readonly troubles: readonly Trouble[];
  /** Of its places, from its first begin on. */
  readonly daysOff: TrailDays;
  readonly deliveredAt: number | null;
  /** The end of a parcel that does not come any more (lost, on its way back), or null. */
  readonly goneAt: number | null;
}

/** The way of a parcel, as far as promises know it. */
export function wayOf({
  market,
}: Pick<ParcelSide, 'market'>): Pick<Traits, 'origin' | 'destination' | 'region'> {
  const destination = market ?? '';
  return { origin: ORIGIN, destination, region: regionOf(ORIGIN, destination) };
}

/** What a parcel's time depends on; `tightness` comes from the model and is given. */
export function traitsOf(side: Pick<ParcelSide, 'market' | 'carrier'>, tightness: number): Traits {
  return { ...wayOf(side), carrier: side.carrier === 'unknown' ? '' : side.carrier, tightness };
}

/** Days from the order to the end of the promise; null where either is not known or the promise makes no sense. */
export function promisedDays({
  orderedAt,
  promise,
}: Pick<ParcelSide, 'orderedAt' | 'promise'>): number | null {
  return orderedAt === null || promise === null || promise <= orderedAt ? null : (promise - orderedAt) / DAY;
}

/** What a person set and calendars say: when a hand-over counts later than it happens, and the days off on the way. */
export interface Around extends Pick<ParcelFacts, 'countsFrom'> {
  readonly way?: WayDays;
}

/** A parcel beside its journey, as the model asks for it. */
export function factsFor(side: ParcelSide, tightness: number, { countsFrom, way }: Around = {}): ParcelFacts {
  return {
    ...(countsFrom ? { countsFrom } : {}),
    ...(way ? { daysOff: daysOffOn(way) } : {}),
    traits: traitsOf(side, tightness),
    orderedAt: side.orderedAt,
    promise: side.promise,
    zone: (stage) => placeOf(stage, side.market).zone,
  };
}

/**
 * What the model will learn of a parcel, from its journey as it is now. Begins after the end, or in the future, count not.
 * `scans`: of a parcel that was in trouble.
 */
export function trailOf(
  journey: Pick<Journey, 'spans' | 'node' | 'since' | 'terminal' | 'direction' | 'lastScanAt'>,
  side: ParcelSide,
  now: Instant,
  around: Around = {},
  scans: readonly TroubledScan[] = [],
): Trail {
  const delivered = journey.node === 'DELIVERED' && journey.direction === 'forward' ? journey.since : null;
  const gone = delivered === null && (journey.terminal || journey.direction !== 'forward');
  const end = delivered ?? now;
  const facts = factsFor(side, 0, around);
  const happened = begunOf(journey, facts).filter(({ at }) => at * DAY <= end);
  const goneAt = gone ? (journey.lastScanAt ?? now) : null;
  const { begun } = countedFrom(happened, facts, delivered ?? goneAt);
  const last = (delivered ?? goneAt ?? now) / DAY;
  return {
    ...side,
    begun,
    troubles: troublesOf(scans).filter(({ from }) => from <= last),
    daysOff: around.way && begun[0] ? trailDays(around.way, begun[0].at) : [],
    deliveredAt: delivered !== null && delivered <= now ? delivered : null,
    goneAt,
  };
}

/** First and last instant of a trail; null for one that tells nothing. */
export function spanOf({
  begun,
  troubles,
  deliveredAt,
  goneAt,
}: Trail): { first: number; last: number } | null {
  const instants = begun.map(({ at }) => at * DAY);
  if (instants.length === 0) return null;
  instants.push(...troubles.map(({ from }) => from * DAY));
  if (deliveredAt !== null) instants.push(deliveredAt);
  if (goneAt !== null) instants.push(goneAt);
  return { first: Math.min(...instants), last: Math.max(...instants) };
}

/** A moment at which the rest of a way is foreseen and learnt from: a stage's begin, or when it has lasted some days; likewise a trouble's. */
export interface Foreseen {
  readonly begun: Begun;
  readonly standing: Standing;
  /** Days since 1970. */
  readonly at: number;
}

/** All of them, stage by stage, then the troubles. What goes on is taken to last: what comes of it is not known yet. */
export function foreseenAt({ begun, troubles, deliveredAt, goneAt }: Trail): Foreseen[] {
  const ended = deliveredAt ?? goneAt;
  const end = ended === null ? Number.POSITIVE_INFINITY : ended / DAY;
  const lasting = (waits: readonly number[], from: number, until: number): number[] => [
    0,
    ...waits.filter((days) => from + days < until),
  ];
  const stages = begun.flatMap((each, index) =>
    lasting(WAITS, each.at, begun[index + 1]?.at ?? end).map((waited) => ({
      ...{ begun: each, at: each.at + waited },
      standing: { waited, trouble: null },
    })),
  );
  const inTrouble = troubles.flatMap(({ kind, from, until }) =>
    lasting(TROUBLE_WAITS, from, until ?? end).flatMap((days) => {
      const at = from + days;
      const stage = begun.findLast((each) => each.at <= at);
      if (!stage || at >= end) return [];
      return [{ begun: stage, at, standing: { waited: at - stage.at, trouble: { kind, days } } }];
    }),
  );
  return [...stages, ...inTrouble];
}

/** What a trail says of days before `day` (days since 1970): when this changes, the past has changed. */
export function pastOf(trail: Trail, day: number): string {
  const { market, carrier, orderedAt, promise, begun, troubles, daysOff, deliveredAt, goneAt } = trail;
  const early = begun.filter(({ at }) => at < day);
  if (early.length === 0) return '';
  const before = (at: number | null): number | null => (at !== null && at / DAY < day ? at : null);
  const trouble = troubles
    .filter(({ from }) => from < day)
    .map(({ kind, from, until }) => [kind, from, until !== null && until < day ? until : null]);
  const ends = [before(deliveredAt), before(goneAt)];
  return JSON.stringify([market, carrier, orderedAt, promise, early, trouble, daysOff, ...ends]);
}
