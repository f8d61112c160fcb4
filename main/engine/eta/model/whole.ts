import type { Moments } from './combine.ts';
import { levelOf, POINT_NAMES, type Point } from '../intervals/levels.ts';
import { lateRisk, meet, onItsSide } from '../intervals/late.ts';
import { addMiss, missAt, mixed, shareBelow, type Distribution } from '../intervals/shape.ts';
import { type DaysOff, NO_DAYS_OFF } from './daysOff.ts';
import { type Calm, calmTails } from '../intervals/tails.ts';
import { deviation, settle } from './decay.ts';
import { BEGUN, keyOf, type Standing, wholeKey } from './standing.ts';
import { MEMORY, SHORTEST_DAYS, SURPRISE_LIMIT, YOUNG } from './settings.ts';
import { timeOff, partsOf, sumOf, worked } from './sum.ts';
import { knownWhole, wholeOf, type ModelState, type WholeState } from './state.ts';
import { laneOf, type Start, type Traits } from './traits.ts';

/** The remaining time as it was foreseen at a moment. Enough to learn from later, and to say it again. */
export interface Forecast {
  readonly whole: string;
  /** Days since 1970. */
  readonly at: number;
  readonly location: number;
  readonly spread: number;
  /** The whole of the market pair, seen from the begin of the stage: its correction and its speed are inside `location`. */
  readonly base: string;
  readonly standing: Standing;
  /** The groups of the shape and of the levels that were used. */
  readonly size: string;
  readonly destination: string;
  /** The network's speed that is inside `location`. */
  readonly speed: number;
  /** What days off add that were ahead; null where there are none. */
  readonly off: Moments | null;
  /** Journeys that the whole had learnt by then. */
  readonly n: number;
  /** By how much its late points were told earlier because the network is calm. */
  readonly calm: Calm;
  /** Days from `at`. */
  readonly points: Readonly<Record<Point, number>>;
}

/** Log of the days at which one size of a journey ends and the next begins: about 4, 5½, 9, 15, 17 and 20 days. */
const SIZES = [1.3, 1.7, 2.2, 2.7, 2.85, 3] as const;

/**
 * Short and long journeys miss differently, in their middle too: what is foreseen as longest comes sooner than that, and
 * what is foreseen as shortest later.
 */
export function sizeOf(location: number): string {
  return `size ${SIZES.filter((end) => location >= end).length}`;
}

export function distributionOf(whole: WholeState, size: string): Distribution {
  return mixed(whole.shapes, ['*', size], MEMORY.shape);
}

/** The corrections of the sum of stages: in general, by destination, by lane. The network's speed is not among them. */
function corrections(traits: Traits) {
  return [
    { key: '*', memory: MEMORY.whole },
    { key: `d|${traits.destination}`, memory: MEMORY.wholeDestination },
    { key: `l|${laneOf(traits)}`, memory: MEMORY.wholeLane },
  ];
}

/** The correction of the market pair's whole, and on top of it that of parcels which stand as this one does. */
export function correctionAt(
  state: ModelState,
  base: string,
  key: string,
  traits: Traits,
  at: number,
): number {
  const own = correctionOf(knownWhole(state, base), traits, at);
  return key === base ? own : own + correctionOf(knownWhole(state, key), traits, at);
}

export function correctionOf(whole: WholeState, traits: Traits, at: number): number {
  return corrections(traits).reduce(
    (sum, { key, memory }) => sum + deviation(whole.corrections, key, at, memory),
    0,
  );
}

/**
 * Foresees the time over `stages` for a parcel that began the first of them at `from` and stands in it as it does
 * (`stood`: by the calendar), with the days off of its way.
 * Its points are days from then, never below 0, in order.
 */
export function forecast(
  state: ModelState,
  stages: readonly string[],
  traits: Traits,
  from: Start,
  stood: Standing = BEGUN,
  daysOff: DaysOff = NO_DAYS_OFF,
): Forecast {
  const base = wholeKey(from.stage, traits.region);
  const moment = from.at + stood.waited;
  const standing = worked(state, traits, from, stood, daysOff);
  const key = keyOf(from.stage, traits.region, standing);
  const whole = knownWhole(state, key);
  const { speed, n } = knownWhole(state, base);
  const parts = partsOf(state, stages, traits, from, moment, standing.waited);
  const off = timeOff(state, parts, traits, moment, daysOff);
  const sum = sumOf(parts, off, standing);
  const location = sum.location + correctionAt(state, base, key, traits, moment) + speed;
  const size = sizeOf(location);
  const distribution = distributionOf(whole, size);
  const destination = `d|${traits.destination}`;
  return {
    whole: key,
    at: moment,
    location,
    spread: sum.spread,
    size,
    destination,
    speed,
    n,
    calm: calmTails(whole.tails),
    base,
    standing,
    off,
    points: pointsOf(missesOf(whole, distribution, destination), location, sum.spread),
  };
}

/** The standardised miss of each point of the range, read at the levels that were learnt. */
export function missesOf(
  whole: Readonly<WholeState>,
  distribution: Distribution,
  destination: string,
): Record<Point, number> {
  const calm: Readonly<Partial<Record<Point, number>>> = calmTails(whole.tails);
  const misses = { lo90: 0, lo80: 0, p50: 0, hi80: 0, hi90: 0 };
  for (const name of POINT_NAMES) {
    misses[name] = missAt(distribution, levelOf(whole.levels, ['*', destination], name, calm[name]));
  }
  // The offsets of the points move by themselves and may cross; the points may not, and the middle stays where it is.
  misses.lo80 = Math.min(misses.lo80, misses.p50);
  misses.lo90 = Math.min(misses.lo90, misses.lo80);
  misses.hi80 = Math.max(misses.hi80, misses.p50);
  misses.hi90 = Math.max(misses.hi90, misses.hi80);
  return misses;
}

/** The points of a range, days from its moment. */
export function pointsOf(
  misses: Readonly<Record<Point, number>>,
  location: number,
  spread: number,
): Record<Point, number> {
  const at = (name: Point): number => Math.exp(location + spread * misses[name]);
  return { lo90: at('lo90'), lo80: at('lo80'), p50: at('p50'), hi80: at('hi80'), hi90: at('hi90') };
}

/** The probability to take longer than `days` from the forecast: what the record of promises says, met with the range, on the median's side. */
export function riskAfter(state: ModelState, told: Forecast, days: number): number {
  const chance = { promisedDays: days, p50: told.points.p50, group: told.destination };
  const line = lateRisk(knownWhole(state, told.whole).late, chance, told.at);
  return onItsSide(meet(line, 1 - foreseenShare(state, told, days)), days, told.points.p50);
}

/** The share of such parcels that arrive within `days` of the forecast, by how journeys miss; `moved`: slower than foreseen, log. */
export function shareWithin(distribution: Distribution, told: Forecast, days: number, moved = 0): number {
  if (!(days > 0)) return 0;
  return shareBelow(distribution, (Math.log(days) - told.location - moved) / told.spread);
}

/** The same by the shape as it is known now. */
export function foreseenShare(state: ModelState, told: Forecast, days: number): number {
  return shareWithin(distributionOf(knownWhole(state, told.whole), told.size), told, days);
}

/** Learns how long a foreseen journey took. */
export function learnWhole(
  state: ModelState,
  stages: readonly string[],
  traits: Traits,
  from: Start,
  told: Forecast,
  days: number,
  at: number,
): void {
  const whole = wholeOf(state, told.whole);
  const took = Math.log(Math.max(SHORTEST_DAYS.whole, days));
  whole.n += 1;
  if (told.n >= YOUNG) {
    const miss = (took - told.location) / told.spread;
    for (const key of ['*', told.size]) addMiss(whole.shapes, key, at, miss, MEMORY.shape);
  }
  const parts = partsOf(state, stages, traits, from, at, told.standing.waited);
  const now =
    sumOf(parts, told.off, told.standing).location +
    correctionAt(state, told.base, told.whole, traits, at) +
    knownWhole(state, told.base).speed;
  let rest = Math.max(-SURPRISE_LIMIT, Math.min(SURPRISE_LIMIT, took - now));
  for (const { key, memory } of corrections(traits)) {
    rest = settle(whole.corrections, key, at, rest, memory);
  }
}
