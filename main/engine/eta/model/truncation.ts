import { missAt, shareBelow } from '../intervals/shape.ts';
import { SHORTEST_DAYS } from './settings.ts';
import { knownWhole, type ModelState } from './state.ts';
import { distributionOf, type Forecast } from './whole.ts';

const LEAST_SEEN = 0.05;
const MOST = 0.995;
const ALL_SEEN = 0.999;

/**
 * Deliveries seen soon after following began are the fast ones: of the parcels ordered since then, no slow one can have
 * come yet. A time that could be seen only up to `longest` days is put at the place in the whole distribution that it
 * has among the times that could be seen (probability integral transform under right truncation; Kalbfleisch and
 * Lawless 1989, "Inference based on retrospective ascertainment"). With a long record this changes nothing.
 */
export function untruncated(state: ModelState, told: Forecast, days: number, longest: number): number {
  if (longest === Number.POSITIVE_INFINITY) return days;
  const distribution = distributionOf(knownWhole(state, told.whole), told.size);
  const share = (value: number): number =>
    shareBelow(distribution, (Math.log(Math.max(SHORTEST_DAYS.whole, value)) - told.location) / told.spread);
  const seen = Math.max(LEAST_SEEN, share(longest));
  if (seen > ALL_SEEN) return days;
  const level = Math.min(MOST, share(days) / seen);
  return Math.exp(told.location + told.spread * missAt(distribution, level));
}
