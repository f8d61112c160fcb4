import type { Meaning } from '#shared/model/event.ts';
import type { EventNode } from '#shared/model/node.ts';
import type { Spot } from './spot.ts';

/** One thing that the trail puts right. Both functions are pure. */
export interface Correction {
  /** Whether it holds for a scan that was read as `read` and stands at `spot`. */
  readonly holds: (read: Meaning, spot: Spot) => boolean;
  /** The node that the scan has after all; null leaves it as it was read. Asked only where the correction holds. */
  readonly makes: (read: Meaning, spot: Spot) => EventNode | null;
  /** Whether the scan is believed as much as before; else the trail's word has medium confidence. */
  readonly keepsConfidence?: boolean;
}

/** `read` after all `corrections` that hold, each applied to what the one before it made. */
export function correct(corrections: readonly Correction[], read: Meaning, spot: Spot): Meaning {
  let meaning = read;
  for (const correction of corrections) meaning = correctOnce(correction, meaning, spot);
  return meaning;
}

function correctOnce({ holds, makes, keepsConfidence }: Correction, read: Meaning, spot: Spot): Meaning {
  const node = holds(read, spot) ? makes(read, spot) : null;
  if (node === null) return read;
  return { ...read, node, means: 'position', confidence: keepsConfidence ? read.confidence : 'medium' };
}
