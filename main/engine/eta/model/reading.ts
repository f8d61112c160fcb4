import type { EtaTerm } from '#shared/model/eta.ts';
import type { Stage } from '#shared/model/node.ts';
import type { Point } from '../intervals/levels.ts';
import type { Distribution } from '../intervals/shape.ts';
import { Calibration, troubleTold, waitsTold } from './calibration.ts';
import { dayOffCost } from './daysOff.ts';
import { deviation, weightOf } from './decay.ts';
import { staleAfter } from './gaps.ts';
import { chanceOf, stagesFrom } from './journey.ts';
import { priorOf } from './priors.ts';
import { MEMORY } from './settings.ts';
import {
  beforeOf,
  DAYTIMES,
  laneGroups,
  levelFor,
  momentGroups,
  promiseGroups,
  promiseKey,
  spreadOf,
  type StageTime,
} from './stage.ts';
import { knownWhole, type ModelState } from './state.ts';
import { type Taught, TROUBLE_WAITS, troubleKey, troubleWaitsAt } from './standing.ts';
import { laneOf, type Start, type Traits } from './traits.ts';
import { distributionOf, missesOf } from './whole.ts';

/** What a lane's parcels have in common in one stage. */
interface LaneStage extends Pick<EtaTerm, 'sample' | 'basis'> {
  readonly stage: Stage;
  readonly location: number;
  readonly spread: number;
  /** The chance that a parcel is seen in the stage. */
  readonly chance: number;
  readonly promiseSlope: number;
  /** Days that a day off adds. */
  readonly dayOffCost: number;
}

/** So many (faded) parcels of the lane outweigh its pooled part three to one. */
const LANE_SAMPLE = 9;

/** What the parcels of a lane that stand in the same stage have in common: worked out when it is first asked for. */
export class Way {
  /** The stages that are left, as the lane's parcels pass them. */
  readonly stages: readonly LaneStage[];
  /** The destination as a group of its own. */
  readonly group: string;
  readonly #reading: Reading;
  readonly #stage: Stage;
  readonly #traits: Traits;
  readonly #calibrations = new Map<string, Calibration>();
  /** By waits: asked for by every estimate. */
  readonly #waiting: Calibration[] = [];
  readonly #levels = new Map<number, number>();
  #staleAfter: number | null = null;

  constructor(reading: Reading, stage: Stage, traits: Traits, stages: readonly LaneStage[]) {
    this.stages = stages;
    this.#reading = reading;
    this.#stage = stage;
    this.#traits = traits;
    this.group = `d|${traits.destination}`;
  }

  /** What a promise of a level does to the log time of the stage that begins. */
  promised(level: number): number {
    let found = this.#levels.get(level);
    if (found === undefined) {
      const effects = this.#reading.state.stages[this.#stage]?.effects ?? {};
      found = promiseGroups(laneOf(this.#traits), level).reduce(
        (sum, { name, key }) => sum + deviation(effects, key, this.#reading.at, MEMORY[name]),
        0,
      );
      this.#levels.set(level, found);
    }
    return found;
  }

  /** What holds of the stages together, for a parcel that has waited in the first for `waits` of `WAITS`. */
  calibration(waits: number): Calibration {
    return (this.#waiting[waits] ??= this.#calibrated(
      waitsTold(this.#reading, this.#stage, this.#traits.region, waits),
    ));
  }

  /**
   * The same for one that is in trouble since so many days, with that of those that are for longer and how much of the way to
   * them is gone; null until that is learnt.
   */
  troubled(kind: Taught, days: number): { of: Calibration; next: Calibration; share: number } | null {
    const waits = troubleWaitsAt(days);
    const told = troubleTold(this.#reading, kind, waits);
    if (told === null) return null;
    const of = this.#calibrated(troubleKey(kind, told));
    const [from, to] = [TROUBLE_WAITS[told - 1] ?? 0, TROUBLE_WAITS[told]];
    if (told < waits || to === undefined || troubleTold(this.#reading, kind, told + 1) !== told + 1)
      return { of, next: of, share: 0 };
    const next = this.#calibrated(troubleKey(kind, told + 1));
    return { of, next, share: Math.max(0, days - from) / (to - from) };
  }

  #calibrated(key: string): Calibration {
    let found = this.#calibrations.get(key);
    if (!found) {
      found = new Calibration(this.#reading, this.#stage, this.#traits, key, this.group);
      this.#calibrations.set(key, found);
    }
    return found;
  }

  /** Days that a day off adds to the first of the stages. */
  get dayOffCost(): number {
    return this.stages[0]?.dayOffCost ?? 0;
  }

  /** Days after the last scan from which on nothing is told. */
  get staleAfter(): number {
    const { state, at } = this.#reading;
    return (this.#staleAfter ??= staleAfter(state.gaps, this.#stage, this.#traits, at));
  }
}

type Words<T> = Map<string, T>;

/** The map under a word. Words joined to one key would be made and hashed anew for every estimate, which cost a third of it. */
function under<T>(words: Words<Words<T>>, word: string): Words<T> {
  let found = words.get(word);
  if (!found) words.set(word, (found = new Map<string, T>()));
  return found;
}

/**
 * The model as it stands at an instant, for many estimates: what parcels of a lane have in common is worked out once. To be
 * made anew when the model has learnt or the time has moved; making one costs nothing.
 */
export class Reading {
  readonly state: ModelState;
  /** Days since 1970. */
  readonly at: number;
  /** By stage, destination, origin, region and carrier. */
  readonly #ways: Words<Words<Words<Words<Words<Way>>>>> = new Map();
  /** By stage, then by weekday and part of the day. */
  readonly #moments = new Map<string, (readonly number[])[]>();
  readonly #distributions = new Map<string, Distribution>();
  readonly #misses = new Map<string, Readonly<Record<Point, number>>>();

  constructor(state: ModelState, at: number) {
    this.state = state;
    this.at = at;
  }

  /** The way from `stage` on, as the lane's parcels pass it. */
  way(traits: Traits, stage: Stage): Way {
    const { destination, origin, region, carrier } = traits;
    const ways = under(under(under(under(this.#ways, stage), destination), origin), region);
    let found = ways.get(carrier);
    if (!found) {
      const stages = stagesFrom(stage).map((each) => this.#laneStage(each, stage, traits));
      ways.set(carrier, (found = new Way(this, stage, traits, stages)));
    }
    return found;
  }

  /** What weekday and hour of the begin of a stage do to the log time of it and of those after it. */
  moment(start: Start & { readonly stage: Stage }): readonly number[] {
    let known = this.#moments.get(start.stage);
    if (!known) this.#moments.set(start.stage, (known = []));
    const index = start.weekday * DAYTIMES + Math.floor(start.hour / 4);
    let found = known[index];
    if (!found) {
      found = stagesFrom(start.stage).map((stage) => {
        const effects = this.state.stages[stage]?.effects;
        if (!effects) return 0;
        return momentGroups(stage, start).reduce(
          (sum, { name, key: group }) => sum + deviation(effects, group, this.at, MEMORY[name]),
          0,
        );
      });
      known[index] = found;
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
  misses(whole: string, size: string, group: string): Readonly<Record<Point, number>> {
    const key = `${whole} ${size} ${group}`;
    let found = this.#misses.get(key);
    if (!found) {
      found = missesOf(knownWhole(this.state, whole), this.distribution(whole, size), group);
      this.#misses.set(key, found);
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
      dayOffCost: dayOffCost(this.state.daysOff, stage, traits, at),
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
  const way = reading.way(traits, start.stage);
  const level = levelFor(start.stage, traits, start);
  return way.stages.map((lane, index) => {
    const promised = index === 0 && level !== null ? way.promised(level) : 0;
    const location = lane.location + (moments[index] ?? 0) + promised + reading.own(lane, traits, start);
    return { lane, time: { location, spread: lane.spread } };
  });
}
