import { type Pace, SLOTS } from '../../../../../main/engine/sync/schedule/activity.ts';
import { AGE_EDGES } from '../../../../../main/engine/sync/schedule/hazard.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** A Monday, 00:00 UTC. */
export const MONDAY = Date.UTC(2026, 0, 5);
/** A clock without habits. */
export const FLAT: Pace = { day: new Float64Array(SLOTS).fill(1), week: new Float64Array(7).fill(1) };
/** The same rate at every age, scans an hour. */
export const constant = (rate: number): Float64Array => new Float64Array(AGE_EDGES.length + 1).fill(rate);
/** A parcel scanned and asked about on Monday at midnight, that travels alone. */
export const asked = {
  lastScanAt: MONDAY,
  askedAt: MONDAY,
  pace: FLAT,
  offsetHours: 0,
  urgency: 1,
  company: null,
};
