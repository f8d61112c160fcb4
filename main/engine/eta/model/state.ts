import type { Shapes } from '../intervals/shape.ts';
import type { Levels } from '../intervals/levels.ts';
import { newTails, type Tails } from '../intervals/tails.ts';
import { lateLine, type LateLine } from '../intervals/late.ts';
import type { Cells } from './decay.ts';

/** What is known of one stage's duration. Deviations are on the log scale, so terms multiply. */
export interface StageState {
  /** Parcels learnt. */
  n: number;
  /** Log days of the stage for a parcel like the average, as a deviation from the prior. */
  readonly effects: Cells;
  readonly slopes: Cells;
  readonly spread: Cells;
}

/** What is known of the whole remaining time, seen from the moment a stage begins. */
export interface WholeState {
  n: number;
  readonly corrections: Cells;
  readonly shapes: Shapes;
  readonly levels: Levels;
  readonly tails: Tails;
  readonly late: LateLine;
  /** Log factor of the network's present speed: above 0 everything takes longer than learnt. */
  speed: number;
  /** Deliveries and expected deliveries of the last days, faded. */
  seen: number;
  expected: number;
}

/** All that the model has learnt: plain JSON, the same after a round trip. */
export interface ModelState {
  readonly version: 1;
  readonly stages: Record<string, StageState>;
  readonly wholes: Record<string, WholeState>;
  /** Log of promised days by market pair, and what destinations and lanes deviate, to know a tight promise from a wide one. */
  readonly promises: Cells;
  /** How often a lane's parcels are missing in a stage: 0 never, -1 always. */
  readonly seen: Cells;
  /** Log days between scans, and their squares, by stage and lane. */
  readonly gaps: Cells;
  /** Days that a day off costs, by stage and destination, as a deviation from the assumption. */
  readonly daysOff: Cells;
}

export function createModel(): ModelState {
  return { version: 1, stages: {}, wholes: {}, promises: {}, seen: {}, gaps: {}, daysOff: {} };
}

export function stageOf(state: ModelState, stage: string): StageState {
  return (state.stages[stage] ??= { n: 0, effects: {}, slopes: {}, spread: {} });
}

const newWhole = (): WholeState => ({
  n: 0,
  corrections: {},
  shapes: {},
  levels: {},
  tails: newTails(),
  late: lateLine(),
  speed: 0,
  seen: 0,
  expected: 0,
});

/** To learn into: made where it is missing. */
export function wholeOf(state: ModelState, key: string): WholeState {
  return (state.wholes[key] ??= newWhole());
}

const UNKNOWN: WholeState = newWhole();

/** To read from: what is known, or that nothing is. Not to be changed. */
export function knownWhole(state: ModelState, key: string): Readonly<WholeState> {
  return state.wholes[key] ?? UNKNOWN;
}
