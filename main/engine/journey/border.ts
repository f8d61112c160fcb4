import { type EventNode, isNode, NODE_FACTS } from '#shared/model/node.ts';
import type { BareMeaning } from './meaning.ts';
import type { Placed } from './order.ts';

export const POSTING: ReadonlySet<EventNode> = new Set(['INFO_RECEIVED', 'PICKUP_ARRANGED', 'PICKED_UP']);
/** Nodes of the buyer's end that say so themselves. */
export const AT_GOAL: ReadonlySet<EventNode> = new Set([
  'DEST_HUB_IN',
  'DEST_HUB_OUT',
  'LAST_MILE_HUB',
  'OUT_FOR_DELIVERY',
]);
/** Nodes that only the buyer's end has. */
const DOOR: ReadonlySet<EventNode> = new Set([
  'LAST_MILE_HUB',
  'OUT_FOR_DELIVERY',
  'READY_FOR_PICKUP',
  'DELIVERY_FAILED',
  'DELIVERED',
]);
/** Nodes that come behind the last hub. */
const STATION: ReadonlySet<EventNode> = new Set(['LAST_MILE_HUB', 'OUT_FOR_DELIVERY', 'READY_FOR_PICKUP']);
/** Hubs that only the buyer's country has, where the words say so. */
const GOAL_HUB: ReadonlySet<EventNode> = new Set(['DEST_HUB_IN', 'DEST_HUB_OUT']);
/** Nodes after which a parcel that goes on to another hub has left the buyer's end no more. */
const BEFORE_DOOR: ReadonlySet<EventNode> = new Set([...AT_GOAL, 'READY_FOR_PICKUP', 'DELIVERY_FAILED']);

/** What leaves a hub, or is on its way. */
export const leaves = ({ node, side }: BareMeaning): boolean =>
  side === 'hub-out' || node.endsWith('HUB_OUT') || node === 'IN_TRANSIT';
/** Where a scan was made: its place, or the one that Chinese carriers print in brackets before their sentence. */
const standsAt = (placed: Placed | undefined): string | null =>
  placed?.scan.place ?? /^\s*[[【]([^\]】]+)[\]】]/.exec(placed?.scan.text ?? '')?.[1] ?? null;
/** What Chinese carriers print without any place happened where the scan before it did. */
const namesNoPlace = ({ scan }: Placed): boolean =>
  scan.place === null && /^[\u4e00-\u9fff\s]+$/.test(scan.text ?? '');
const samePlace = (placed: readonly Placed[], index: number): boolean => {
  const item = placed[index];
  if (!item) return false;
  const place = standsAt(item);
  return place === null ? namesNoPlace(item) : place === standsAt(placed[index - 1]);
};

/** Where the border lies in a trail, as far as it says. */
export interface Border {
  /** Index of the first scan that left the country, or of the first in the other one; Infinity when there is none. */
  readonly left: number;
  readonly arrived: number;
  readonly crosses: boolean;
  /** Domestic: index of the first departure, and of the last hub before the delivery station. */
  readonly firstOut: number;
  readonly station: number;
  readonly startsAtOrigin: boolean;
  /** Domestic: index of the first scan whose own words name the buyer's end; Infinity when there is none. */
  readonly reached: number;
  /** Index of the first hub whose own words name the destination; Infinity when there is none. */
  readonly goalHub: number;
  /** Index of the last word from the export side, where neither departure nor arrival was scanned; -1 for none. */
  readonly lastExport: number;
  /** Index of the last clearance whose words name no side; -1 for none. */
  readonly cleared: number;
  /** Index of the last customs scan without a side that only the buyer's end follows, of a trail without a main leg; -1 for none. */
  readonly entry: number;
  /** Index of the first customs scan without a side behind the departure; -1 for none. */
  readonly behindLeft: number;
  /** How many scans came to a hub before the delivery station. */
  readonly hubIns: number;
}

export function borderOf(placed: readonly Placed[], from: number): Border {
  let left = Infinity;
  let arrived = Infinity;
  let crosses = false;
  let firstOut = Infinity;
  let station = Infinity;
  let reached = Infinity;
  let goalHub = Infinity;
  let startsAtOrigin = false;
  let lastExport = -1;
  let cleared = -1;
  let hubIns = 0;
  let looked = -1;
  let entry = -1;
  let behindLeft = -1;
  let stood = false;
  const ports: number[] = [];
  for (let index = from; index < placed.length; index += 1) {
    const meaning = placed[index]?.meaning;
    if (!meaning) continue;
    const { node, side } = meaning;
    if (!isNode(node)) continue;
    const { stage } = NODE_FACTS[node];
    const border =
      node === 'LINEHAUL_HANDOVER' || node === 'LINEHAUL_DEPARTED' || node === 'LINEHAUL_ARRIVED';
    if (border || stage === 'EXPORT' || stage === 'IMPORT') crosses = true;
    if (stage === 'EXPORT' || node === 'LINEHAUL_HANDOVER') lastExport = index;
    if (side === 'customs' && node === 'IMPORT_CLEARED') cleared = index;
    if (side === 'customs' && left !== Infinity && behindLeft === -1) behindLeft = index;
    if (side === 'customs') looked = index;
    else if (border) looked = -1;
    if (entry === -1 && looked !== -1 && side === 'none' && DOOR.has(node)) entry = looked;
    if (node === 'LINEHAUL_DEPARTED' && left === Infinity && (side === 'none' || arrived === Infinity)) {
      left = index;
    }
    if (side === 'port-in') ports.push(index);
    else if (
      (node === 'LINEHAUL_ARRIVED' || (stage === 'IMPORT' && side === 'none')) &&
      arrived === Infinity
    ) {
      arrived = index;
    }
    if (side === 'hub-in' || node.endsWith('HUB_IN')) {
      stood = true;
      if (station === Infinity) hubIns += 1;
    }
    if (leaves(meaning) && (stood || node !== 'IN_TRANSIT')) {
      // Loaded, and driven off from the same place, is one departure.
      if (firstOut === Infinity || (firstOut === index - 1 && samePlace(placed, index))) firstOut = index;
    }
    // What left before the courier came, left the seller's own warehouse.
    if (POSTING.has(node) && !stood) firstOut = Infinity;
    if (STATION.has(node) && station === Infinity) station = index;
    if (side === 'none' && GOAL_HUB.has(node) && goalHub === Infinity) goalHub = index;
    if (side === 'none' && BEFORE_DOOR.has(node) && reached === Infinity) reached = index;
    if (stage === 'INFO' || stage === 'FIRST_MILE' || stage === 'ORIGIN') startsAtOrigin = true;
  }
  // A port that names no end of the main leg is the far one after the departure, or where nothing else comes before it;
  // of two ports of which the parcel came to the first from a hub and left it again, the second.
  const [near = 0] = ports;
  const flew =
    left === Infinity && lastExport === -1 && firstOut < near
      ? placed.findIndex(({ meaning }, index) => index > near && leaves(meaning))
      : -1;
  const second = flew === -1 ? undefined : ports.find((index) => index > flew);
  const far = second ?? ports.find((index) => index > lastExport && (left === Infinity || index > left));
  if (far !== undefined && far < arrived) arrived = far;
  return {
    left,
    arrived,
    crosses,
    firstOut,
    station,
    reached,
    goalHub,
    startsAtOrigin,
    lastExport,
    cleared,
    entry: left === Infinity && arrived === Infinity && lastExport === -1 ? entry : -1,
    behindLeft,
    hubIns,
  };
}
