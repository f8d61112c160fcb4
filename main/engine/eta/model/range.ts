import { POINT_NAMES, type Point } from '../intervals/levels.ts';
import { type Distribution, shareBelow } from '../intervals/shape.ts';
import { pointsOf } from './whole.ts';

type Points = Readonly<Record<Point, number>>;

/** How single parcels miss a foreseen time: by the record, and the misses of the range's points at their learnt levels. */
export interface Misses {
  readonly distribution: Distribution;
  readonly misses: Points;
}

/** The misses between two records, `share` of the way from the first to the second. */
export function between(a: Misses, b: Misses, share: number): Misses {
  const mix = (x: number, y: number): number => x + share * (y - x);
  const misses = { ...a.misses };
  for (const name of POINT_NAMES) misses[name] = mix(a.misses[name], b.misses[name]);
  return { distribution: a.distribution.map((edge, n) => mix(edge, b.distribution[n] ?? 1)), misses };
}

/** A foreseen time with its range; the log time is given where it may be another one, as a warning makes it. */
export class ToldRange {
  readonly location: number;
  readonly spread: number;
  /** Days from now. */
  readonly points: Points;
  readonly #of: Misses;

  constructor(of: Misses, location: number, spread: number) {
    this.#of = of;
    this.location = location;
    this.spread = spread;
    this.points = this.pointsAt(location, spread);
  }

  pointsAt(location: number, spread: number): Points {
    return pointsOf(this.#of.misses, location, spread);
  }

  /** The share that takes longer than `left` days from now. */
  shareAfter(left: number, location: number, spread: number): number {
    return 1 - shareBelow(this.#of.distribution, (Math.log(left) - location) / spread);
  }
}
