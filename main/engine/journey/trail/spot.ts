import type { Meaning } from '#shared/model/event.ts';
import { type EventNode, isNode, NODE_FACTS } from '#shared/model/node.ts';
import { AT_GOAL, type Border, borderOf } from '../border.ts';
import { type Lands, landsOf } from '../lands.ts';
import type { Placed } from '../order.ts';
import type { Side } from '../tables/table.ts';

/** Nodes that show that a parcel has been on its way. */
export const HUBS: ReadonlySet<EventNode> = new Set([
  ...AT_GOAL,
  'ORIGIN_HUB_IN',
  'ORIGIN_HUB_OUT',
  'TRANSIT_HUB',
  'LINEHAUL_DEPARTED',
  'LINEHAUL_ARRIVED',
]);
/** Nodes that show that the country of a scan is the buyer's. */
const GOAL: ReadonlySet<EventNode> = new Set([
  ...AT_GOAL,
  'READY_FOR_PICKUP',
  'DELIVERY_FAILED',
  'DELIVERED',
  'IMPORT_CLEARED',
  'IMPORT_CUSTOMS',
]);

/** What the whole trail of one parcel says, whichever scan is read. */
export interface TrailFacts {
  /** How many scans it has. */
  readonly length: number;
  readonly border: Border;
  readonly lands: Lands;
  /** Index of the last arrival at a hub before the delivery station; Infinity when there is none. */
  readonly lastHubIn: number;
  /** Index of the last delivery; -1 for none. */
  readonly delivered: number;
}

/** What the scans before one have told. */
export interface Told {
  /** The parcel was picked up, or is beyond that. */
  readonly collected: boolean;
  /** It has been at a hub, or between two. */
  readonly moved: boolean;
  /** It waits for the buyer to fetch it. */
  readonly waits: boolean;
  /** It goes back to the sender. */
  readonly returning: boolean;
}

/** Where a scan stands: all that a correction may look at. */
export interface Spot {
  readonly trail: TrailFacts;
  readonly index: number;
  readonly carrier: string;
  /** What the scan's own words leave to the trail. */
  readonly side: Side;
  /** Country of the scan, or of the last one before it that names one; null for none. */
  readonly land: string | null;
  readonly told: Told;
}

export const NOTHING_TOLD: Told = { collected: false, moved: false, waits: false, returning: false };

/** The facts of a trail in its final order. */
export function factsOf(placed: readonly Placed[]): TrailFacts {
  const border = borderOf(placed, 0);
  return {
    length: placed.length,
    border,
    lands: landsOf(placed, ({ meaning }) => meaning.side === 'none' && GOAL.has(meaning.node)),
    lastHubIn: lastHubBefore(placed, border.station),
    delivered: placed.findLastIndex(({ meaning }) => meaning.node === 'DELIVERED'),
  };
}

function lastHubBefore(placed: readonly Placed[], station: number): number {
  for (let index = Math.min(station, placed.length) - 1; index >= 0; index -= 1) {
    const meaning = placed[index]?.meaning;
    if (meaning && (meaning.side === 'hub-in' || meaning.node === 'DEST_HUB_IN')) return index;
  }
  return Infinity;
}

/** Whether a scan turns a parcel round. A guess turns none. */
export const turns = ({ node, confidence }: Meaning): boolean =>
  confidence !== 'low' && (node === 'RETURN_STARTED' || node === 'RETURN_IN_TRANSIT');

/** What is told after a scan that was read as `read`. NOTE and UNKNOWN tell nothing. */
export function tell(told: Told, read: Meaning): Told {
  const { node } = read;
  if (!isNode(node)) return told;
  return {
    collected: told.collected || NODE_FACTS[node].order >= NODE_FACTS.PICKED_UP.order,
    moved: told.moved || HUBS.has(node),
    waits: node === 'READY_FOR_PICKUP',
    returning: told.returning || turns(read),
  };
}
