import { between, type Misses, ToldRange } from './range.ts';
import type { Reading } from './reading.ts';
import { knownWhole, type WholeState } from './state.ts';
import type { Traits } from './traits.ts';
import { type Taught, TROUBLE_TRUST, troubleKey, waitKey, WAITS_TRUST, wholeKey } from './standing.ts';
import type { StageTime } from './stage.ts';
import { correctionAt, sizeOf } from './whole.ts';

/** Whose misses are told of parcels that have waited in a stage for `waits` of `WAITS`: theirs, or of those that waited less. */
export function waitsTold(reading: Reading, stage: string, region: string, waits: number): string {
  for (let told = waits; told > 0; told -= 1) {
    const key = waitKey(stage, told);
    if (knownWhole(reading.state, key).n >= WAITS_TRUST) return key;
  }
  return wholeKey(stage, region);
}

/**
 * The same of those that were in a trouble for `waits` of `TROUBLE_WAITS`; null where too few ever were in it. The way from each
 * to the next is gone by `between`: what is left after a failed delivery changes by the hour.
 */
export function troubleTold(reading: Reading, kind: Taught, waits: number): number | null {
  for (let told = waits; told >= 0; told -= 1) {
    if (knownWhole(reading.state, troubleKey(kind, told)).n >= TROUBLE_TRUST) return told;
  }
  return null;
}

/**
 * What is known of the sum of a lane's stages beside the stages: how far it is off, how fast the network is, and how single
 * parcels miss it that stand as this one does.
 */
export class Calibration {
  readonly whole: Readonly<WholeState>;
  /** Of the network at present, log. */
  readonly speed: number;
  /** What is added to the sum, log. */
  readonly correction: number;
  readonly #reading: Reading;
  readonly #key: string;
  readonly #group: string;
  readonly #sizes = new Map<string, Misses>();

  /** `key`: whose misses; `group`: the destination as a group of its own. */
  constructor(reading: Reading, stage: string, traits: Traits, key: string, group: string) {
    const { state, at } = reading;
    const base = wholeKey(stage, traits.region);
    this.#reading = reading;
    this.#group = group;
    this.#key = key;
    this.whole = knownWhole(state, this.#key);
    this.speed = knownWhole(state, base).speed;
    this.correction = correctionAt(state, base, this.#key, traits, at);
  }

  /** How journeys of a size miss. */
  ofSize(size: string): Misses {
    let found = this.#sizes.get(size);
    if (!found) {
      const distribution = this.#reading.distribution(this.#key, size);
      const misses = this.#reading.misses(this.#key, size, this.#group);
      this.#sizes.set(size, (found = { distribution, misses }));
    }
    return found;
  }

  /** A sum of stages so calibrated; `share` of the way to `next`, the calibration of those that stand so for longer. */
  rangeOf({ location: sum, spread }: StageTime, next: Calibration = this, share = 0): ToldRange {
    const correction = this.correction + share * (next.correction - this.correction);
    const location = sum + this.speed + correction;
    const size = sizeOf(location);
    const own = this.ofSize(size);
    return new ToldRange(share === 0 ? own : between(own, next.ofSize(size), share), location, spread);
  }

  /** What that makes of the middle of the sum, without the network's speed. */
  factorOf(range: ToldRange, sum: StageTime): number {
    return range.points.p50 / Math.exp(sum.location + this.speed);
  }
}
