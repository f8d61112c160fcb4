import { isNode, NODE_FACTS } from '#shared/model/node.ts';
import { DAY } from '#shared/time.ts';
import { POSTING } from '../border.ts';
import type { Placed } from '../order.ts';

/** A pause after an end that no one parcel makes: then the number serves another one (CA section 6, re-used numbers). */
const REUSE_AFTER_END = 60 * DAY;
/** A new posting this long after an end is another parcel as well. */
const REUSE_NEW_POSTING = 30 * DAY;

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
