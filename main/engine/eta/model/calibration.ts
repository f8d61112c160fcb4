import type { Point } from '../intervals/levels.ts';
import type { Distribution } from '../intervals/shape.ts';
import type { Reading } from './reading.ts';
import { knownWhole, type WholeState } from './state.ts';
import type { Traits } from './traits.ts';
import { WAITS_TRUST } from './waits.ts';
import { correctionAt, waitKey, wholeKey } from './whole.ts';

/** Whose misses are told of parcels that have waited in a stage for `waits` of `WAITS`: theirs, or of those that waited less. */
export function waitsTold(reading: Reading, stage: string, waits: number): number {
  let told = waits;
  while (told > 0 && knownWhole(reading.state, waitKey(stage, told)).n < WAITS_TRUST) told -= 1;
  return told;
}

/**
 * What is known of the sum of a lane's stages beside the stages: how far it is off, how fast the network is, and how single
 * parcels miss it that have waited as long in the first of them.
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
  readonly #sizes = new Map<
    string,
    { distribution: Distribution; misses: Readonly<Record<Point, number>> }
  >();

  /** `told`: by `waitsTold`; `group`: the destination as a group of its own. */
  constructor(reading: Reading, stage: string, traits: Traits, told: number, group: string) {
    const { state, at } = reading;
    const base = wholeKey(stage, traits.region);
    this.#reading = reading;
    this.#group = group;
    this.#key = told === 0 ? base : waitKey(stage, told);
    this.whole = knownWhole(state, this.#key);
    this.speed = knownWhole(state, base).speed;
    this.correction = correctionAt(state, base, this.#key, traits, at);
  }

  /** How journeys of a size miss, and the standardised misses of the range's points. */
  ofSize(size: string): { distribution: Distribution; misses: Readonly<Record<Point, number>> } {
    let found = this.#sizes.get(size);
    if (!found) {
      const distribution = this.#reading.distribution(this.#key, size);
      const misses = this.#reading.misses(this.#key, size, this.#group);
      this.#sizes.set(size, (found = { distribution, misses }));
    }
    return found;
  }
}
