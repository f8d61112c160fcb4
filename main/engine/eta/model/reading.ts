import type { EtaTerm } from '#shared/model/eta.ts';
import type { Stage } from '#shared/model/node.ts';
import type { Point } from '../intervals/levels.ts';
import type { Distribution } from '../intervals/shape.ts';
import { deviation, weightOf } from './decay.ts';
import { chanceOf, stagesFrom } from './journey.ts';
import { priorOf } from './priors.ts';
import { MEMORY } from './settings.ts';
import { beforeOf, laneGroups, momentGroups, promiseKey, spreadOf, type StageTime } from './stage.ts';
import { knownWhole, type ModelState } from './state.ts';
import { laneOf, type Start, type Traits } from './traits.ts';
import { correctionOf, distributionOf, missesOf } from './whole.ts';

/** What a lane's parcels have in common in one stage. */
interface LaneStage extends Pick<EtaTerm, 'sample' | 'basis'> {
  readonly stage: Stage;
  readonly location: number;
  readonly spread: number;
  /** The chance that a parcel is seen in the stage. */
  readonly chance: number;
  readonly promiseSlope: number;
}

/** So many (faded) parcels of the lane outweigh its pooled part three to one. */
const LANE_SAMPLE = 9;

/**
 * The model as it stands at an instant, for many estimates: what parcels of a lane have in common is worked out once. To be
 * made anew when the model has learnt or the time has moved; making one costs nothing.
 */
export class Reading {
  readonly state: ModelState;
  /** Days since 1970. */
  readonly at: number;
  readonly #lanes = new Map<string, readonly LaneStage[]>();
  readonly #moments = new Map<string, readonly number[]>();
  readonly #distributions = new Map<string, Distribution>();
  readonly #misses = new Map<string, Readonly<Record<Point, number>>>();
  readonly #corrections = new Map<string, number>();

  constructor(state: ModelState, at: number) {
    this.state = state;
    this.at = at;
  }

  /** The stages from `stage` on, as the lane's parcels pass them. */
  lane(traits: Traits, stage: Stage): readonly LaneStage[] {
    const key = `${stage}|${traits.region}|${laneOf(traits)}|${traits.carrier}`;
    let found = this.#lanes.get(key);
    if (!found) {
      found = stagesFrom(stage).map((each) => this.#laneStage(each, stage, traits));
      this.#lanes.set(key, found);
    }
    return found;
  }

  /** What weekday and hour of the begin of a stage do to the log time of it and of those after it. */
  moment(start: Start & { readonly stage: Stage }): readonly number[] {
    const key = `${start.stage}|${start.weekday}|${Math.floor(start.hour / 4)}`;
    let found = this.#moments.get(key);
    if (!found) {
      found = stagesFrom(start.stage).map((stage) => {
        const effects = this.state.stages[stage]?.effects;
        if (!effects) return 0;
        return momentGroups(stage, start).reduce(
          (sum, { name, key: group }) => sum + deviation(effects, group, this.at, MEMORY[name]),
          0,
        );
      });
      this.#moments.set(key, found);
    }
    return found;
  }

  /** What the parcel alone does to the log time of a stage: its promise, and how long the stage before took. */
  own(lane: LaneStage, traits: Traits, start: Start): number {
    const promise = lane.promiseSlope * traits.tightness;
    const slopes = this.state.stages[lane.stage]?.slopes;
    if (!slopes || lane.stage !== start.stage || start.before === null) return promise;
    return promise + deviation(slopes, 'before', this.at, MEMORY.slope) * beforeOf(start.before);
  }

  distribution(whole: string, size: string): Distribution {
    const key = `${whole} ${size}`;
    let found = this.#distributions.get(key);
    if (!found) {
      found = distributionOf(knownWhole(this.state, whole), size);
      this.#distributions.set(key, found);
    }
    return found;
  }

  /** The standardised misses of the range's points. */
  misses(whole: string, size: string, destination: string): Readonly<Record<Point, number>> {
    const key = `${whole} ${size} ${destination}`;
    let found = this.#misses.get(key);
    if (!found) {
      found = missesOf(knownWhole(this.state, whole), this.distribution(whole, size), `d|${destination}`);
      this.#misses.set(key, found);
    }
    return found;
  }

  /** What the whole adds to the sum of its stages, log. */
  correction(whole: string, traits: Traits): number {
    const key = `${whole} ${laneOf(traits)}`;
    let found = this.#corrections.get(key);
    if (found === undefined) {
      found = correctionOf(knownWhole(this.state, whole), traits, this.at);
      this.#corrections.set(key, found);
    }
    return found;
  }

  #laneStage(stage: Stage, first: Stage, traits: Traits): LaneStage {
    const known = this.state.stages[stage];
    const { at } = this;
    let location = Math.log(priorOf(stage, traits.region).days);
    if (known) {
      for (const { name, key } of laneGroups(traits))
        location += deviation(known.effects, key, at, MEMORY[name]);
    }
    return {
      stage,
      location,
      spread: spreadOf(this.state, stage, traits, at),
      chance: stage === first ? 1 : chanceOf(this.state.seen, stage, traits, at),
      promiseSlope: known ? deviation(known.slopes, promiseKey(stage, first), at, MEMORY.slope) : 0,
      ...this.#sample(stage, traits),
    };
  }

  /** Which history stands behind a stage, and how much. */
  #sample(stage: Stage, traits: Traits): Pick<EtaTerm, 'sample' | 'basis'> {
    const effects = this.state.stages[stage]?.effects ?? {};
    const lane = weightOf(effects, `l|${laneOf(traits)}`, this.at, MEMORY.lane);
    const base = weightOf(effects, `b|${traits.region}`, this.at, MEMORY.base);
    if (lane >= LANE_SAMPLE) return { sample: Math.round(lane), basis: 'lane' };
    return base >= 1 ? { sample: Math.round(base), basis: 'pooled' } : { sample: 0, basis: 'prior' };
  }
}

/** A stage's time for one parcel. Equal to `stageTime`, for the stages from `start` on. */
export function timesOf(
  reading: Reading,
  traits: Traits,
  start: Start & { readonly stage: Stage },
): { lane: LaneStage; time: StageTime }[] {
  const moments = reading.moment(start);
  return reading.lane(traits, start.stage).map((lane, index) => {
    const location = lane.location + (moments[index] ?? 0) + reading.own(lane, traits, start);
    return { lane, time: { location, spread: lane.spread } };
  });
}
