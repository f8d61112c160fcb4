import type { Direction, Meaning } from '#shared/model/event.ts';
import { type EventNode, isNode, NODE_FACTS } from '#shared/model/node.ts';
import { DAY } from '#shared/time.ts';
import { AT_GOAL, type Border, borderOf, leaves, POSTING } from './border.ts';
import { type Lands, landsOf } from './lands.ts';
import type { BareMeaning } from './meaning.ts';
import type { Placed } from './order.ts';
import { hubSideOf } from './tables/hubSides.ts';
import { jt110 } from './tables/index.ts';

/** A scan read within its trail. */
export interface ReadScan {
  readonly meaning: Meaning;
  readonly direction: Direction;
  readonly earlier: boolean;
}

/** A pause after an end that no one parcel makes: then the number serves another one (CA section 6, re-used numbers). */
const REUSE_AFTER_END = 60 * DAY;
/** A new posting this long after an end is another parcel as well. */
const REUSE_NEW_POSTING = 30 * DAY;
/** Ends that leave nothing for a return leg to turn round. */
const ENDS: ReadonlySet<EventNode> = new Set(['LOST', 'DISPOSED', 'CANCELLED', 'EXPIRED', 'RETURNED']);
/** Nodes that show that a parcel has been on its way. */
const HUBS: ReadonlySet<EventNode> = new Set([
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
const JT_CARRIER = /^jt([-_]|$)/;
/** Codes that only J&T's live set has. */
const LIVE_JT = /^(10|50|92|94|100)$/;
const EXPORT_TWIN: Readonly<Partial<Record<EventNode, EventNode>>> = {
  IMPORT_CUSTOMS: 'EXPORT_CUSTOMS',
  IMPORT_HELD: 'EXPORT_HELD',
  IMPORT_CLEARED: 'EXPORT_CLEARED',
};

/** Index of the first scan of the parcel that has the number now; everything before belongs to an earlier one. */
export function currentFrom(placed: readonly Placed[]): number {
  let from = 0;
  let endedAt: number | null = null;
  // The tracker giving up is no end of the parcel: only a new posting after it makes another one.
  let givenUp = false;
  for (const [index, { meaning, at }] of placed.entries()) {
    if (at <= 0) continue;
    const { node } = meaning;
    if (endedAt !== null) {
      const gap = at - endedAt;
      if ((gap >= REUSE_AFTER_END && !givenUp) || (gap >= REUSE_NEW_POSTING && POSTING.has(node))) {
        from = index;
        endedAt = null;
      }
    }
    if (isNode(node) && NODE_FACTS[node].terminal) {
      endedAt = at;
      givenUp = node === 'EXPIRED';
    }
  }
  return from;
}

/** The end of the main leg at which a port that names none lies. */
function portNode({ side, node }: BareMeaning, index: number, border: Border): EventNode {
  if (side === 'port-out') return index > border.arrived ? 'DEST_HUB_OUT' : node;
  return index < border.arrived ? 'LINEHAUL_HANDOVER' : node;
}

/** The side of a hub (CA 4.2): before the country is left origin, after the arrival destination, else in between. */
function hubNode(meaning: BareMeaning, index: number, border: Border, lastHubIn: number): EventNode {
  const out = meaning.side === 'hub-out' || meaning.node.endsWith('_OUT');
  const origin: EventNode = out ? 'ORIGIN_HUB_OUT' : 'ORIGIN_HUB_IN';
  const destination: EventNode = out ? 'DEST_HUB_OUT' : 'DEST_HUB_IN';
  if (border.crosses) {
    if (index > border.arrived) return destination;
    // The border was crossed unscanned: what comes right before the delivery station is on the buyer's side.
    const unscanned = border.left === Infinity && border.arrived === Infinity && border.lastExport !== -1;
    if (unscanned && index > border.lastExport && border.station !== Infinity && index >= lastHubIn) {
      return destination;
    }
    // Of a trail that begins behind the seller's end, what follows a clearance is the buyer's.
    if (!border.startsAtOrigin && border.left === Infinity && border.cleared !== -1 && index > border.cleared)
      return destination;
    if (
      border.left === Infinity &&
      index <= border.firstOut &&
      index < border.arrived &&
      border.arrived !== Infinity
    )
      return origin;
    if (index < border.left)
      return border.left === Infinity && !border.startsAtOrigin ? meaning.node : origin;
    return 'TRANSIT_HUB';
  }
  if (index > border.reached) return destination;
  // Without a departure the last of several arrivals before the delivery run is the buyer's.
  const several = border.firstOut === Infinity && border.station !== Infinity && border.hubIns > 1;
  if (several && index === lastHubIn) return destination;
  if (index <= border.firstOut) return origin;
  // The table's own side stands where the table names one (SPX's sorting centres are the buyer's side).
  if (meaning.side === 'hub') return meaning.node === 'TRANSIT_HUB' ? 'TRANSIT_HUB' : meaning.node;
  return border.station !== Infinity && index >= lastHubIn ? destination : 'TRANSIT_HUB';
}

/** One scan alone has no trail to say on which side its hub lies; whose hub it is may. */
function loneHub({ side, node }: BareMeaning, carrier: string): EventNode {
  const whose = side === 'hub' ? null : hubSideOf(carrier);
  if (whose === null) return node;
  const way = side === 'hub-out' ? 'OUT' : 'IN';
  return whose === 'seller' ? `ORIGIN_HUB_${way}` : `DEST_HUB_${way}`;
}

/** The side of a hub by the country in which it lies, where the places of a trail that crosses a border name it. */
function landNode({ side, node }: BareMeaning, index: number, lands: Lands): EventNode | null {
  const land = lands.at[index] ?? null;
  if (land === null || lands.home === null) return null;
  const way = side === 'hub-out' || node.endsWith('_OUT') ? 'OUT' : 'IN';
  if (land === lands.home) return `ORIGIN_HUB_${way}`;
  return land === lands.goal ? `DEST_HUB_${way}` : 'TRANSIT_HUB';
}

/** Reads every scan with the whole trail in view. `placed` is in its final order. */
export function readTrail(placed: readonly Placed[]): ReadScan[] {
  const from = currentFrom(placed);
  const live = placed.some(({ scan }) => JT_CARRIER.test(scan.carrier) && LIVE_JT.test(scan.code ?? ''));
  const resolved = placed.map((item) => resolveJt(item, live));
  return [
    ...readSegment(resolved.slice(0, from), true),
    ...readSegment(from === 0 ? resolved : resolved.slice(from), false),
  ];
}

function resolveJt(item: Placed, live: boolean): Placed {
  const { scan } = item;
  if (scan.code !== '110' || !JT_CARRIER.test(scan.carrier) || item.meaning.node !== 'UNKNOWN') return item;
  return { ...item, meaning: { ...jt110(live), means: 'code' } };
}

const arrives = ({ node, side }: BareMeaning): boolean =>
  side === 'hub-in' || side === 'hub' || node.endsWith('HUB_IN') || node === 'LAST_MILE_HUB';

/**
 * The words of a station and of "received by" are the same at both ends: the station that a parcel comes to first, and
 * leaves for another hub before any delivery run, is the seller's, and who received it before it moved is the carrier.
 */
function atFirst(placed: readonly Placed[]): readonly Placed[] {
  const first = placed.findIndex(({ meaning }) => !POSTING.has(meaning.node) && meaning.node !== 'NOTE');
  const item = placed[first];
  if (item?.meaning.means !== 'text') return placed;
  const { node } = item.meaning;
  const after = placed.slice(first + 1);
  const meant = (other: EventNode): readonly Placed[] =>
    placed.with(first, {
      ...item,
      meaning: { ...item.meaning, node: other, means: 'position', confidence: 'medium' },
    });
  if (node === 'LAST_MILE_HUB' && first > 0 && goesOn(after)) return meant('ORIGIN_HUB_IN');
  if (node === 'DELIVERED' && after.some(({ meaning }) => HUBS.has(meaning.node))) return meant('PICKED_UP');
  return placed;
}

/** Whether a parcel leaves for another hub and comes there before anything else is told of it. */
function goesOn(after: readonly Placed[]): boolean {
  let left = false;
  for (const { meaning } of after) {
    if (left && arrives(meaning)) return true;
    if (leaves(meaning)) left = true;
    else if (!arrives(meaning) && meaning.node !== 'NOTE') return false;
  }
  return false;
}

function readSegment(all: readonly Placed[], earlier: boolean): ReadScan[] {
  const placed = atFirst(all);
  const border = borderOf(placed, 0);
  const lands = landsOf(placed, ({ meaning }) => meaning.side === 'none' && GOAL.has(meaning.node));
  const lastHubIn = lastHubBefore(placed, border.station);
  const delivered = placed.findLastIndex(({ meaning }) => meaning.node === 'DELIVERED');
  const abroad = border.left === Infinity ? border.lastExport : border.left;
  let returning = false;
  let collected = false;
  // What waits for the buyer after it has moved is picked up by the buyer.
  let moved = false;
  let waits = false;
  // Customs that names no place looks at the parcel where it was scanned last.
  let lastLand: string | null = null;
  return placed.map(({ scan, meaning }, index) => {
    const { side, ...bare } = meaning;
    lastLand = lands.at[index] ?? lastLand;
    let read: Meaning = bare;
    if (side === 'hub' || side === 'hub-in' || side === 'hub-out') {
      const node =
        placed.length === 1
          ? loneHub(meaning, scan.carrier)
          : (landNode(meaning, index, lands) ?? hubNode(meaning, index, border, lastHubIn));
      if (node !== bare.node) read = { ...bare, node, means: 'position', confidence: 'medium' };
    } else if (side === 'port-in' || side === 'port-out') {
      const node = portNode(meaning, index, border);
      if (node !== bare.node) read = { ...bare, node, means: 'position', confidence: 'medium' };
    } else if (side === 'customs') {
      const twin = EXPORT_TWIN[bare.node];
      const land = lands.at[index] ?? lastLand;
      const before =
        land === null ? index <= Math.min(border.arrived, border.left, border.goalHub) : land === lands.home;
      const outbound = border.startsAtOrigin || border.left !== Infinity || border.arrived !== Infinity;
      if (twin && before && index > border.entry && (outbound || land !== null))
        read = { ...bare, node: twin, means: 'position', confidence: 'medium' };
    }
    // "Pickup missed" is the courier's before the parcel is on its way and the buyer's after (CA 4.3, Exception_008).
    if (collected && read.node === 'PICKUP_FAILED' && read.reason === 'UNCLAIMED') {
      read = { ...read, node: 'EXCEPTION', means: 'position' };
    }
    if (waits && moved && read.node === 'PICKED_UP' && read.means === 'text') {
      read = { ...read, node: 'DELIVERED', means: 'position', confidence: 'medium' };
    }
    // Behind the border the local carrier fetches a parcel that goes on; before it, a carrier that takes it over is no last one.
    if (read.means !== 'code' && index > border.arrived && read.node === 'PICKED_UP' && index < delivered) {
      read = { ...read, node: 'DEST_HUB_IN', means: 'position', confidence: 'medium' };
    }
    if (
      read.means === 'text' &&
      read.node === 'LAST_MILE_HUB' &&
      index < Math.min(border.arrived, border.goalHub) &&
      index < abroad
    ) {
      read = { ...read, node: 'ORIGIN_HUB_IN', means: 'position', confidence: 'medium' };
    }
    // What was fetched by nobody in particular, and is delivered later, was fetched by the courier.
    if (
      read.node === 'DELIVERED' &&
      read.means === 'text' &&
      read.confidence === 'medium' &&
      !waits &&
      index < delivered
    ) {
      read = { ...read, node: 'OUT_FOR_DELIVERY', means: 'position' };
    }
    if (isNode(read.node) && NODE_FACTS[read.node].order >= NODE_FACTS.PICKED_UP.order) collected = true;
    if (isNode(read.node)) waits = read.node === 'READY_FOR_PICKUP';
    if (HUBS.has(read.node)) moved = true;
    const turned = read.node === 'RETURN_STARTED' || read.node === 'RETURN_IN_TRANSIT';
    // A courier who is assigned once the parcel is on its way is the one who delivers it.
    if (collected && read.node === 'PICKUP_ARRANGED' && read.confidence !== 'high') {
      read = { ...read, node: 'OUT_FOR_DELIVERY', means: 'position' };
    }
    // A guess turns no parcel round.
    if (turned && read.confidence !== 'low') returning = true;
    else if (returning) read = onReturn(read);
    const direction: Direction = returning || read.node === 'RETURNED' ? 'return' : 'forward';
    return { meaning: read, direction, earlier };
  });
}

function lastHubBefore(placed: readonly Placed[], station: number): number {
  for (let index = Math.min(station, placed.length) - 1; index >= 0; index -= 1) {
    const meaning = placed[index]?.meaning;
    if (meaning && (meaning.side === 'hub-in' || meaning.node === 'DEST_HUB_IN')) return index;
  }
  return Infinity;
}

/** On the return leg every movement is the return's, and a delivery is one to the sender (CA 4.2). */
function onReturn(read: Meaning): Meaning {
  if (read.node === 'DELIVERED') return { ...read, node: 'RETURNED', means: 'position' };
  if (!isNode(read.node) || ENDS.has(read.node) || read.node === 'EXCEPTION') return read;
  return { ...read, node: 'RETURN_IN_TRANSIT', means: 'position', confidence: 'medium' };
}
