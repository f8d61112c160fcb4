import { type EventNode, isNode, NODE_FACTS, type Reason } from '#shared/model/node.ts';
import type { BareMeaning } from './meaning.ts';

/** Nodes that say where a parcel is but may be named on the wrong side, or not at all. */
const HUBS: ReadonlySet<EventNode> = new Set([
  'ORIGIN_HUB_IN',
  'ORIGIN_HUB_OUT',
  'TRANSIT_HUB',
  'DEST_HUB_IN',
  'DEST_HUB_OUT',
  'LAST_MILE_HUB',
]);

const isEnd = (node: EventNode): boolean => isNode(node) && NODE_FACTS[node].terminal;
const isTrouble = (node: EventNode): boolean => isNode(node) && NODE_FACTS[node].exception;
/** Grounds that say "cause not given": whatever the words beside the code name is more. */
const VAGUE: ReadonlySet<Reason> = new Set(['OTHER', 'ON_HOLD', 'DELAYED', 'CUSTOMS_HOLD']);
const plain = (reason: Reason | null): boolean => reason === null || VAGUE.has(reason);

/**
 * A code's meaning with what the text beside it adds. The code decides; the text decides within what the code leaves open: a
 * movement without a place, a hub or customs without a side, an exception without a kind, a code whose meaning is not
 * certain. It never makes an end out of something else, but for "delivered, to the sender", and names the ground where the
 * code names none.
 */
export function refine(code: BareMeaning, text: BareMeaning): BareMeaning {
  if (text.node === 'UNKNOWN') return code;
  if (code.node === 'UNKNOWN') return text;
  if (code.node === text.node) {
    // The words name the side that the code leaves to the trail.
    return withGround(code.side !== 'none' && text.side === 'none' ? { ...code, side: 'none' } : code, text);
  }
  if (code.node === 'DELIVERED' && text.node === 'RETURNED') return text;
  if (isEnd(text.node) && isDoubtful(code) && text.confidence === 'high') return text;
  if (text.node === 'NOTE' || isEnd(text.node)) return withGround(code, text);
  return leavesOpen(code, text) ? text : withGround(code, text);
}

/** A guess, or a trouble or remark that is not certain: even the end that sure words tell goes before it. */
function isDoubtful({ node, confidence }: BareMeaning): boolean {
  return (
    !isEnd(node) &&
    (confidence === 'low' || (confidence === 'medium' && (isTrouble(node) || node === 'NOTE')))
  );
}

function leavesOpen(code: BareMeaning, text: BareMeaning): boolean {
  const { node, confidence, side } = code;
  if (node === 'IN_TRANSIT' && side === 'none') return true;
  if (confidence === 'low') return text.confidence !== 'low';
  if (node === 'NOTE') return confidence === 'medium' && text.confidence === 'high';
  if (text.node === 'IN_TRANSIT') return false;
  if (node === 'EXCEPTION') return isTrouble(text.node) && plain(code.reason);
  if (HUBS.has(node) && HUBS.has(text.node)) return side !== 'none' && text.side === 'none';
  return confidence === 'medium' && text.confidence === 'high' && !isEnd(node);
}

function withGround(code: BareMeaning, text: BareMeaning): BareMeaning {
  const certain = code.confidence === 'high' || text.confidence !== 'high';
  if (plain(text.reason) || (certain && !plain(code.reason))) return code;
  const damaged = text.reason === 'DAMAGED' && code.node === 'DELIVERED';
  return damaged || isTrouble(code.node) ? { ...code, reason: text.reason } : code;
}
