import { Recent } from '#shared/recent.ts';
import { DAY } from '#shared/time.ts';
import { Reading } from './eta/model/reading.ts';
import type { ModelState } from './eta/model/state.ts';

/** At least so many are kept: two weeks of common instants, and the hours of scans since the last. */
const KEPT = 80;

/** The model as it stands now, read at instants that many parcels share: what lanes have in common is worked out once. */
export function createReadings(state: () => ModelState): { at(instant: number): Reading } {
  let of: ModelState | null = null;
  const made = new Recent<number, Reading>(KEPT);
  return {
    at: (instant) => {
      const now = state();
      if (now !== of) made.clear();
      of = now;
      return made.of(instant, () => new Reading(now, instant / DAY));
    },
  };
}
