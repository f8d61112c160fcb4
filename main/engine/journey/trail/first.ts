import type { EventNode } from '#shared/model/node.ts';
import { leaves, POSTING } from '../border.ts';
import type { BareMeaning } from '../meaning.ts';
import type { Placed } from '../order.ts';
import { HUBS } from './spot.ts';

/** A correction of the first scan that moves a parcel, by the scans after it. */
interface FirstCorrection {
  readonly holds: (node: EventNode, index: number, after: readonly Placed[]) => boolean;
  readonly makes: EventNode;
}

/**
 * The words of a station are the same at both ends: the one that a parcel comes to first, and leaves for another hub
 * before any delivery run, is the seller's.
 */
const sellersStation: FirstCorrection = {
  holds: (node, index, after) => node === 'LAST_MILE_HUB' && index > 0 && goesOn(after),
  makes: 'ORIGIN_HUB_IN',
};

/** So are those of "received by": who received a parcel before it moved is the carrier. */
const receivedByCarrier: FirstCorrection = {
  holds: (node, _, after) => node === 'DELIVERED' && after.some(({ meaning }) => HUBS.has(meaning.node)),
  makes: 'PICKED_UP',
};

const CORRECTIONS: readonly FirstCorrection[] = [sellersStation, receivedByCarrier];

/** The trail with its first scan that moves the parcel put right, where that was read from its text alone. */
export function correctFirst(placed: readonly Placed[]): readonly Placed[] {
  const first = placed.findIndex(({ meaning }) => !POSTING.has(meaning.node) && meaning.node !== 'NOTE');
  const item = placed[first];
  if (item?.meaning.means !== 'text') return placed;
  const after = placed.slice(first + 1);
  const found = CORRECTIONS.find(({ holds }) => holds(item.meaning.node, first, after));
  if (!found) return placed;
  const meaning: BareMeaning = {
    ...item.meaning,
    node: found.makes,
    means: 'position',
    confidence: 'medium',
  };
  return placed.with(first, { ...item, meaning });
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

const arrives = ({ node, side }: BareMeaning): boolean =>
  side === 'hub-in' || side === 'hub' || node.endsWith('HUB_IN') || node === 'LAST_MILE_HUB';
