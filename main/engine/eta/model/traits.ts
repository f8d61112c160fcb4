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

function promiseMean(cells: Cells, key: string, otherwise: number): number {
  const cell = cells[key];
  const { trust } = MEMORY.promise;
  return cell ? (cell.sum + trust * otherwise) / (cell.weight + trust) : otherwise;
}

/**
 * How generous a promise is beside those of the same lane in the last weeks (log scale). Platforms promise from what
 * they know of buyer and seller, so a short promise tells a short way; but they also change their habits for all, and
 * that tells nothing.
 */
export function tightnessOf(
  promises: Cells,
  parcel: Pick<Traits, 'origin' | 'destination'>,
  promisedDays: number | null,
): number {
  if (promisedDays === null) return 0;
  const own = Math.log(Math.max(1, promisedDays));
  const overall = promiseMean(promises, '*', own);
  const destination = promiseMean(promises, `d|${parcel.destination}`, overall);
  const usual = promiseMean(promises, `l|${laneOf(parcel)}`, destination);
  return Math.max(-TIGHTNESS_LIMIT, Math.min(TIGHTNESS_LIMIT, own - usual));
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
export function learnPromise(
  promises: Cells,
  parcel: Pick<Traits, 'origin' | 'destination'>,
  promisedDays: number | null,
  at: number,
): void {
  if (promisedDays === null) return;
  const value = Math.log(Math.max(1, promisedDays));
  for (const key of [`l|${laneOf(parcel)}`, `d|${parcel.destination}`, '*'])
    add(promises, key, at, value, MEMORY.promise);
}
