import type { EventNode, Stage } from '#shared/model/node.ts';

/**
 * Working days without movement that a stage may have before its silence is a case. Fixed for now; the lanes' own
 * history takes over with the arrival issue. Sources: "SLS: not scanned at the transit warehouse by ship-by + 3 days
 * counts late, + 7 cancels" (peers, section 1) for the first two; the others are our own judgement from the carriers'
 * usual cadence (line-haul flies on weekdays, customs works on weekdays, last mile scans daily).
 */
export const SILENCE_WORKDAYS: Readonly<Record<Stage, number>> = {
  INFO: 3,
  FIRST_MILE: 2,
  ORIGIN: 3,
  EXPORT: 3,
  LINEHAUL: 5,
  IMPORT: 3,
  LAST_MILE: 2,
  CLOSE: 5,
};

/** Nodes with a patience of their own: a parcel that waits for its buyer is not silent. */
export const SILENCE_BY_NODE: Readonly<Partial<Record<EventNode, number>>> = {
  READY_FOR_PICKUP: 5,
  OUT_FOR_DELIVERY: 1,
  DELIVERY_FAILED: 2,
};

/** Calendar days after which silence is history rather than trouble: it sinks to the lowest severity. */
export const OLD_SILENCE_DAYS = 60;
