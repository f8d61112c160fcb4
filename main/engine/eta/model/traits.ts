import { add, type Cells } from './decay.ts';
import { MEMORY } from './settings.ts';

/** What a parcel's time depends on. Unknown words are empty; they are groups of their own kind and never learnt. */
export interface Traits {
  readonly origin: string;
  readonly destination: string;
  readonly carrier: string;
  /** Parcels whose network slows and quickens together: the market pair. */
  readonly region: string;
  /** Log of promised days from the order, against what this lane is promised lately; 0 without a promise. */
  readonly tightness: number;
}

/** The beginning of a stage, as the model sees it. Weekday and hour are local to the place, so no zone enters here. */
export interface Start {
  readonly stage: string;
  /** Days since 1970. */
  readonly at: number;
  /** 0 for Monday to 6 for Sunday, as the calendars count. */
  readonly weekday: number;
  readonly hour: number;
  /** Days that the stage before took; null when it is not known. */
  readonly before: number | null;
}

export const laneOf = (traits: Pick<Traits, 'origin' | 'destination'>): string =>
  `${traits.origin}>${traits.destination}`;

const TIGHTNESS_LIMIT = 1;

type Way = Pick<Traits, 'origin' | 'destination' | 'region'>;

/** What is promised on a way lately (log days): the level of its market pair, and what its destination and its lane deviate. */
interface UsualPromise {
  readonly level: number;
  readonly destination: number;
  readonly lane: number;
}

/** Promises move for a whole market pair at once; how its places stand to each other hardly changes (docs/decisions/0128). */
function usualPromise(promises: Cells, way: Way, otherwise: number): UsualPromise {
  return {
    level: promiseMean(promises, levelKey(way), otherwise, MEMORY.promise.trust),
    destination: promiseMean(promises, destinationKey(way), 0, MEMORY.promisePlace.trust),
    lane: promiseMean(promises, laneKey(way), 0, MEMORY.promisePlace.trust),
  };
}

/** A faded mean in which `otherwise` counts as `trust` promises. */
function promiseMean(promises: Cells, key: string, otherwise: number, trust: number): number {
  const cell = promises[key];
  return cell ? (cell.sum + trust * otherwise) / (cell.weight + trust) : otherwise;
}

const levelKey = ({ region }: Way): string => `*|${region}`;
const destinationKey = ({ destination }: Way): string => `d|${destination}`;
const laneKey = (way: Way): string => `l|${laneOf(way)}`;

/**
 * How generous a promise is beside those of the same lane in the last weeks (log scale). Platforms promise from what
 * they know of buyer and seller, so a short promise tells a short way; but they also change their habits for all, and
 * that tells nothing.
 */
export function tightnessOf(promises: Cells, way: Way, promisedDays: number | null): number {
  if (promisedDays === null) return 0;
  const own = Math.log(Math.max(1, promisedDays));
  const { level, destination, lane } = usualPromise(promises, way, own);
  return Math.max(-TIGHTNESS_LIMIT, Math.min(TIGHTNESS_LIMIT, own - level - destination - lane));
}

/** Levels of tightness are 10 % of promised days wide; beyond the last on either side a promise tells no more. */
const LEVEL_WIDTH = 0.1;
const LEVELS_EACH_SIDE = 4;

/** The level of a tightness: 0 and above for generous promises, below 0 for tight ones; null without a promise. */
export function promiseLevelOf(tightness: number): number | null {
  if (tightness === 0) return null;
  const level = Math.floor(tightness / LEVEL_WIDTH);
  return Math.max(-LEVELS_EACH_SIDE, Math.min(LEVELS_EACH_SIDE - 1, level));
}

/** Learns a promise on the day it is given. */
export function learnPromise(promises: Cells, way: Way, promisedDays: number | null, at: number): void {
  if (promisedDays === null) return;
  const value = Math.log(Math.max(1, promisedDays));
  const { level, destination } = usualPromise(promises, way, value);
  add(promises, laneKey(way), at, value - level - destination, MEMORY.promisePlace);
  add(promises, destinationKey(way), at, value - level, MEMORY.promisePlace);
  add(promises, levelKey(way), at, value, MEMORY.promise);
}
