import type { TroubleKind } from '#shared/model/case.ts';
import type { Estimate, EtaAdjustment, EtaDayOff, EtaLate, EtaTerm } from '#shared/model/eta.ts';
import type { Stage } from '#shared/model/node.ts';
import { asInstant, DAY, type Instant } from '#shared/time.ts';
import type { HandOver } from '../calendars/handOver.ts';
import { lateTerms, riskOf } from '../intervals/late.ts';
import type { Calibration } from './calibration.ts';
import type { ToldRange } from './range.ts';
import { combine, type Moments } from './combine.ts';
import { type DaysOff, daysOffAhead, type Leg, NO_DAYS_OFF } from './daysOff.ts';
import { type Hazard, type StageWindow, withHazards } from './hazards.ts';
import { type Reading, timesOf, type Way } from './reading.ts';
import { remaining, sometimes, type Remaining } from './remaining.ts';
import { troubleOf } from './troubles.ts';
import type { Start, Traits } from './traits.ts';
import { isTaught, waitsAt } from './standing.ts';

/** A parcel as the model has to know it. */
export interface ParcelState {
  readonly traits: Traits;
  /** The stage the parcel stands in and when it came there; null before anything is known. */
  readonly start: (Start & { readonly stage: Stage }) | null;
  /** The hand-over that `start` is, where it counts later than it happened. */
  readonly handOver?: HandOver | null;
  /** Waits where its buyer can fetch it: no carrier's week says when. */
  readonly collectable?: boolean;
  readonly lastScanAt: Instant | null;
  /** First moment that is late. */
  readonly promise: Instant | null;
  /** Delivered, lost, or on its way back. */
  readonly ended: boolean;
}

export interface Context {
  readonly now: Instant;
  readonly openCase: TroubleKind | null;
  /** Since when it is open; where that is not told, it has just begun. */
  readonly openSince?: Instant | null;
  /** Warnings on the way, for the stages that are left with their times, the present one first; null: nobody warns. */
  readonly hazards: ((windows: readonly StageWindow[]) => readonly Hazard[]) | null;
  /** Holidays on working days that a stage touches between two instants, to be told. */
  daysOff(stage: Stage, from: Instant, to: Instant): readonly EtaDayOff[];
  /** The same as a sum, to be added; without it nothing is known of them. */
  readonly rests?: DaysOff;
  /**
   * The first moment from `at` on at which the last mile delivers, and the days without deliveries before it: `at` itself on
   * a day on which it works. Null where nothing is known of its week.
   */
  readonly delivers?: ((at: Instant) => Delivery) | null;
  /** Whether a date of the span lies outside the calendars. */
  calendarGap(from: Instant, to: Instant): Estimate['calendarGap'];
}

export interface Delivery {
  readonly at: Instant;
  /** End of the last day with deliveries before the moment that was asked for; that moment itself on such a day. */
  readonly before: Instant;
  readonly daysOff: readonly EtaDayOff[];
}

interface Part {
  readonly lane: ReturnType<typeof timesOf>[number]['lane'];
  readonly rest: Remaining;
  readonly moments: Moments;
  readonly leg: Leg;
}

const days = (ms: number): number => ms / DAY;
const onDay = (day: number): Instant => asInstant(Math.round(day * DAY));
const instant = (base: number, later: number): Instant => asInstant(Math.round(base + later * DAY));

/** `age`: days that the first stage has lasted, without days off. */
function partsOf(
  reading: Reading,
  { traits }: ParcelState,
  start: Start & { stage: Stage },
  age: number,
): Part[] {
  return timesOf(reading, traits, start).map(({ lane, time }, index) => {
    const rest = remaining(time, index === 0 ? age : 0);
    const { stage, chance, dayOffCost: cost } = lane;
    const leg = { stage, usual: chance * rest.median, cost };
    return { lane, rest, leg, moments: chance === 1 ? rest : sometimes(rest, chance) };
  });
}

/** The times in which the stages that are left are expected, one after another. */
function windowsOf(terms: readonly Pick<EtaTerm, 'stage' | 'usualMs'>[], now: number): StageWindow[] {
  let from = now;
  return terms.map(({ stage, usualMs }) => {
    const begin = from;
    from += usualMs;
    return { stage, from: begin, to: from };
  });
}

/** The stages that are left. `ends`: when each ends, where days off are met on the way. */
function termsOf(
  parts: readonly Part[],
  context: Context,
  since: number,
  ends: readonly number[] | null,
): EtaTerm[] {
  return parts.map(({ lane: { stage, chance, sample, basis }, rest, leg }, index) => {
    const begin = ends?.[index - 1] ?? since;
    const daysOff = ends ? context.daysOff(stage, onDay(begin), onDay(ends[index] ?? begin)) : [];
    const usualMs = leg.usual * DAY;
    const [loMs, hiMs] = [chance * rest.low * DAY, rest.high * DAY];
    return { stage, usualMs, chance, loMs, hiMs, sample, basis, daysOff: [...daysOff] };
  });
}

const adjustment = (
  kind: EtaAdjustment['kind'],
  change: Partial<Pick<EtaAdjustment, 'factor' | 'addMs' | 'caseKind' | 'sample' | 'place'>>,
): EtaAdjustment => ({ kind, factor: 1, addMs: 0, caseKind: null, place: null, ...change });

/**
 * When a parcel arrives, from what is known at `context.now`. The stages that are left are added as distributions; each
 * thing that moves or widens the sum is an adjustment of its own, in the order in which it is applied, so that
 * `recomputeP50` comes to the same number. Changes nothing and reads no clock; `reading` is of the same instant as the
 * context, shared by as many parcels as are estimated at once. Null before anything is known of the parcel: there is no
 * moment to count from.
 */
export function estimate(reading: Reading, parcel: ParcelState, context: Context): Estimate | null {
  const { start, traits, promise } = parcel;
  if (!start) return null;
  const way = reading.way(traits, start.stage);
  const age = workedSince(start);
  const parts = partsOf(reading, parcel, start, age);
  // Until a late hand-over counts, nothing goes on.
  const wait = parcel.handOver ? Math.max(0, start.at - reading.at) : 0;
  const begin = instant(context.now, wait);
  const adjustments: EtaAdjustment[] = [];
  const moments: Moments[] = parts.map((part) => part.moments);
  let middle = parts.reduce((usual, { leg }) => usual + leg.usual, 0);
  let sum = moments.length > 0 ? combine(moments) : { location: Math.log(1e-3), spread: 0.1 };
  const legs = parts.map(({ leg }) => leg);
  const off = daysOffAhead(legs, sum, begin / DAY, context.rests ?? NO_DAYS_OFF);
  const terms = termsOf(parts, context, begin / DAY, off?.ends ?? null);
  const moveTo = (kind: EtaAdjustment['kind'], extra: Partial<EtaAdjustment> = {}): void => {
    const next = Math.exp(sum.location);
    adjustments.push(adjustment(kind, { addMs: (next - middle) * DAY, ...extra }));
    middle = next;
  };
  const adding = (part: Moments, kind: EtaAdjustment['kind'], extra: Partial<EtaAdjustment> = {}): void => {
    moments.push(part);
    sum = combine(moments);
    moveTo(kind, extra);
  };
  moveTo('combination');
  if (off) adding(off, 'holiday');
  const as = calibrated(context.openCase);
  const { location, spread, points: calm } = as.range;
  const { whole, speed } = as.calibration;
  if (speed !== 0) adjustments.push(adjustment('network-speed', { factor: Math.exp(speed) }));
  adjustments.push(adjustment('calibration', { factor: as.factor }));
  const withheld = withheldOf(way, parcel, start.stage, context);
  // Where it is expected is not known of a parcel that nothing new is known of.
  const warnings = withheld || !context.hazards ? [] : context.hazards(windowsOf(terms, begin));
  const reached = (later: number): Delivery => deliveredFrom(instant(begin, later), parcel, context);
  const warned = withHazards(warnings, moments, {
    ...{ points: calm, shift: location - sum.location },
    pointsAt: (at, wide) => as.range.pointsAt(at, wide),
    shown: (later) => reached(later).at,
  });
  if (warned) adjustments.push(...warned.adjustments);
  const points = warned?.points ?? calm;
  if (wait > 0) adjustments.push(adjustment('hand-over', { addMs: wait * DAY }));
  const base = context.now;
  const { at: p50, daysOff: noDelivery } = reached(points.p50);
  if (noDelivery.length > 0)
    adjustments.push(adjustment('delivery-day', { addMs: p50 - instant(begin, points.p50) }));
  const last = reached(points.hi90).at;
  const due = promise === null ? null : deliveredFrom(promise, parcel, context);
  const leftDays = due === null ? null : days(due.before - begin);
  const late = leftDays !== null && leftDays > 0 ? lateOf(leftDays) : null;
  return {
    p50,
    lo80: reached(points.lo80).at,
    hi80: reached(points.hi80).at,
    lo90: reached(points.lo90).at,
    hi90: last,
    from: start.stage === 'INFO' ? 'ordered' : start.stage === 'FIRST_MILE' ? 'handed-over' : 'scan',
    base,
    madeAt: context.now,
    pLate: leftDays === null ? null : late === null ? 1 : riskOf(late),
    late,
    promise,
    withheld,
    cold: terms.every(({ basis }) => basis === 'prior'),
    calendarGap: context.calendarGap(base, last),
    handOver: handOverOf(parcel),
    noDelivery: [...noDelivery, ...(due?.daysOff ?? [])],
    terms,
    adjustments,
    change: null,
  };

  /** Days since a moment without what days off cost. */
  function workedSince({ stage, at }: Start & { readonly stage: Stage }): number {
    if (at >= reading.at) return 0;
    const passed = context.rests?.(stage, at, reading.at, 'part') ?? 0;
    return Math.max(0, reading.at - at - passed * way.dayOffCost);
  }

  /**
   * The range by what is known of parcels that stand as this one does. What its trouble adds is learnt from those that were in
   * it, where there are enough of them, and of silence from those that waited; until then our own assumption tells. `factor`
   * is what the calibration does without the trouble, which is a line of its own where it delays.
   */
  function calibrated(trouble: TroubleKind | null): {
    range: ToldRange;
    calibration: Calibration;
    factor: number;
  } {
    const waiting = way.calibration(waitsAt(age));
    const since = Math.max(0, context.now - (context.openSince ?? context.now)) / DAY;
    const taught = isTaught(trouble) ? way.troubled(trouble, since) : null;
    const silent = trouble === 'silence' && waiting !== way.calibration(0);
    if (!taught && !silent) {
      if (trouble) adding(troubleOf(trouble), 'open-case', { caseKind: trouble, sample: 0 });
      const range = waiting.rangeOf(sum);
      return { range, calibration: waiting, factor: waiting.factorOf(range, sum) };
    }
    const without = silent ? way.calibration(0) : waiting;
    const factor = without.factorOf(without.rangeOf(sum), sum);
    const { of: calibration, next, share } = taught ?? { of: waiting, next: waiting, share: 0 };
    if (taught && isTaught(trouble)) {
      moments.push(troubleOf(trouble));
      sum = combine(moments);
    }
    const range = calibration.rangeOf(sum, next, share);
    const inAll = range.points.p50 / Math.exp(calibration.speed);
    // What does not delay is no line of its own.
    if (inAll <= factor * middle) return { range, calibration, factor: inAll / middle };
    const addMs = (inAll / factor - middle) * DAY;
    const sample = calibration.whole.n;
    adjustments.push(adjustment('open-case', { addMs, caseKind: trouble, sample }));
    return { range, calibration, factor };
  }

  function lateOf(left: number): EtaLate {
    const calmly = as.range.shareAfter(left, location, spread);
    const range = warned
      ? Math.max(calmly, as.range.shareAfter(left, warned.location, warned.spread))
      : calmly;
    const chance = { promisedDays: left, p50: points.p50, group: way.group };
    const { base: without, room, length, destination } = lateTerms(whole.late, chance, reading.at);
    const time = { leftMs: left * DAY, neededMs: points.p50 * DAY };
    return { base: without, room, length, destination, range, ...time, to: traits.destination };
  }
}

/**
 * A point of the range that falls on a day without deliveries is told for the begin of the next day that has them, and a
 * promise that ends on one is kept before it or not at all. Nothing comes between the two moments, so nothing is added to a
 * stage that the learnt weekdays hold already (docs/decisions/0105).
 */
function deliveredFrom(at: Instant, { collectable }: ParcelState, { delivers }: Context): Delivery {
  return delivers && !collectable ? delivers(at) : { at, before: at, daysOff: [] };
}

function handOverOf({ handOver, start }: ParcelState): Estimate['handOver'] {
  if (!handOver || !start) return null;
  const { happenedAt, at, cutOff, zone, daysOff } = handOver;
  return { at: happenedAt, countsFrom: at, cutOff, zone, daysOff: [...daysOff] };
}

/**
 * Why the dates must not be shown: the parcel has ended, or was silent longer than the lane ever is. `since` is the last
 * that was heard, for whoever reads it is told that there has been nothing new since.
 */
function withheldOf(
  way: Way,
  parcel: ParcelState,
  stage: Stage,
  { now, rests = NO_DAYS_OFF }: Context,
): Estimate['withheld'] {
  const { lastScanAt, start, ended, handOver } = parcel;
  const begun = asInstant(Math.round((start?.at ?? 0) * DAY));
  if (ended) return { since: lastScanAt ?? begun, reason: 'ended' };
  // Before the first scan nobody expects one; that silence is the seller's to break, and a case of its own.
  const last = lastScanAt ?? (stage === 'INFO' ? null : begun);
  if (last === null) return null;
  const quietFrom = handOver && handOver.at > last ? handOver.at : last;
  if (now <= instant(quietFrom, way.staleAfter)) return null;
  // Nobody scans on days off.
  const limit = instant(
    quietFrom,
    way.staleAfter + way.dayOffCost * rests(stage, quietFrom / DAY, now / DAY, 'part'),
  );
  return now > limit ? { since: last, reason: 'stale-input' } : null;
}
