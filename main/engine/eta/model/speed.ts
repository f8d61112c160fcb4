import type { Reading } from './reading.ts';
import { SHORTEST_DAYS, SPEED } from './settings.ts';
import { wholeOf } from './state.ts';
import { type Forecast, shareWithin } from './whole.ts';

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
 * of deliveries would see it only when the slow ones have come. `reading`: the model at the end of the day.
 */
export function learnDay(reading: Reading, key: string, exposed: Iterable<Exposed>): void {
  const whole = wholeOf(reading.state, key);
  let seen = 0;
  let expected = 0;
  for (const { told, until, came } of exposed) {
    const distribution = reading.distribution(key, told.size);
    const moved = whole.speed - told.speed;
    const left = (at: number): number => {
      const age = at - told.at;
      if (!(age > 0)) return 1;
      return Math.max(0.002, 1 - shareWithin(distribution, told, Math.max(SHORTEST_DAYS.whole, age), moved));
    };
    expected += Math.min(SPEED.hazardLimit, Math.log(left(reading.at - 1) / left(until)));
    if (came) seen += 1;
  }
  const fade = 2 ** (-1 / SPEED.halfLife);
  whole.seen = whole.seen * fade + seen;
  whole.expected = whole.expected * fade + expected;
  whole.speed -= SPEED.gain * Math.log((whole.seen + SPEED.trust) / (whole.expected + SPEED.trust));
}
