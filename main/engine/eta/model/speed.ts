import { shareBelow } from '../intervals/shape.ts';
import { SHORTEST_DAYS, SPEED } from './settings.ts';
import { wholeOf, type ModelState } from './state.ts';
import { distributionOf, type Forecast } from './whole.ts';

/** A parcel that was under way during a day, and until when (days since 1970; the end of the day if it has not come). */
export interface Exposed {
  readonly told: Forecast;
  readonly until: number;
  readonly came: boolean;
}

/**
 * Compares a day's deliveries with those that were to be expected from the parcels under way, given how long each had
 * been so (observed against cumulated hazard, the martingale residual of survival analysis: Aalen 1978), and moves the
 * network's speed by a share of the surprise. It sees a slow-down the day it begins, from what does not arrive; the mean
 * of deliveries would see it only when the slow ones have come.
 */
export function learnDay(state: ModelState, key: string, end: number, exposed: Iterable<Exposed>): void {
  const whole = wholeOf(state, key);
  const shapes = new Map<string, Float64Array>();
  let seen = 0;
  let expected = 0;
  for (const { told, until, came } of exposed) {
    let distribution = shapes.get(told.size);
    if (!distribution) shapes.set(told.size, (distribution = distributionOf(whole, told.size)));
    const moved = whole.speed - told.speed;
    const left = (at: number): number => {
      const age = at - told.at;
      if (!(age > 0)) return 1;
      const miss = (Math.log(Math.max(SHORTEST_DAYS.whole, age)) - told.location - moved) / told.spread;
      return Math.max(0.002, 1 - shareBelow(distribution, miss));
    };
    expected += Math.min(SPEED.hazardLimit, Math.log(left(end - 1) / left(until)));
    if (came) seen += 1;
  }
  const fade = 2 ** (-1 / SPEED.halfLife);
  whole.seen = whole.seen * fade + seen;
  whole.expected = whole.expected * fade + expected;
  whole.speed -= SPEED.gain * Math.log((whole.seen + SPEED.trust) / (whole.expected + SPEED.trust));
}
