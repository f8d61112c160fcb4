import type { EventNode } from '#shared/model/node.ts';
import { DAY } from '#shared/time.ts';
import type { Taught } from '../model/standing.ts';

/** A scan as far as troubles are told by it. */
export interface TroubledScan {
  readonly node: EventNode;
  /** Instant, ms. */
  readonly at: number;
}

/** A trouble that a parcel was in; days since 1970, `until` null while nothing has moved it since. */
export interface Trouble {
  readonly kind: Taught;
  readonly from: number;
  readonly until: number | null;
}

/** The nodes at which a parcel is in one, as `cases/detect.ts` finds it. */
const TROUBLED: Readonly<Partial<Record<EventNode, Taught>>> = {
  EXPORT_HELD: 'customs-hold',
  IMPORT_HELD: 'customs-hold',
  DELIVERY_FAILED: 'delivery-failed',
};
export const TROUBLED_NODES = Object.keys(TROUBLED) as EventNode[];
/** They move no parcel, so they end no trouble. */
const SAYS_NOTHING: ReadonlySet<EventNode> = new Set<EventNode>(['NOTE', 'UNKNOWN', 'EXPIRED', 'IN_TRANSIT']);

/** The troubles of a parcel by its scans, oldest first. Pure; a second failure after another attempt is another trouble. */
export function troublesOf(scans: readonly TroubledScan[]): Trouble[] {
  const found: Trouble[] = [];
  let open: { kind: Taught; from: number } | null = null;
  for (const { node, at } of scans) {
    if (SAYS_NOTHING.has(node)) continue;
    const kind = TROUBLED[node] ?? null;
    if (open && open.kind !== kind) {
      found.push({ ...open, until: Math.max(open.from, at / DAY) });
      open = null;
    }
    if (kind && !open) open = { kind, from: at / DAY };
  }
  if (open) found.push({ ...open, until: null });
  return found;
}
