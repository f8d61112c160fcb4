import type { EventNode } from '#shared/model/node.ts';
import type { Correction } from './correction.ts';
import { hubNode } from './hubSide.ts';
import type { Spot } from './spot.ts';

const EXPORT_TWIN: Readonly<Partial<Record<EventNode, EventNode>>> = {
  IMPORT_CUSTOMS: 'EXPORT_CUSTOMS',
  IMPORT_HELD: 'EXPORT_HELD',
  IMPORT_CLEARED: 'EXPORT_CLEARED',
};

/** A hub whose words do not say on which side of the border it stands. What the trail confirms stays the words' own. */
export const sideOfHub: Correction = {
  holds: (_, { side }) => side === 'hub' || side === 'hub-in' || side === 'hub-out',
  makes: (read, spot) => {
    const node = hubNode(read, spot);
    return node === read.node ? null : node;
  },
};

/** A port that is left, behind the arrival in the buyer's country, is left towards the buyer. */
export const portLeft: Correction = {
  holds: (_, { side, index, trail }) => side === 'port-out' && index > trail.border.arrived,
  makes: () => 'DEST_HUB_OUT',
};

/** A port that is come to before that arrival is the near end of the main leg. */
export const portReached: Correction = {
  holds: (_, { side, index, trail }) => side === 'port-in' && index < trail.border.arrived,
  makes: () => 'LINEHAUL_HANDOVER',
};

/** Customs whose words do not say which, before the border: export's. */
export const exportCustoms: Correction = {
  holds: (_, spot) => spot.side === 'customs' && beforeBorder(spot) && spot.index > spot.trail.border.entry,
  makes: ({ node }) => EXPORT_TWIN[node] ?? null,
};

/** Customs that names no place looks at the parcel where it was scanned last; without any place the border decides. */
function beforeBorder({ land, index, trail: { border, lands } }: Spot): boolean {
  if (land !== null) return land === lands.home;
  const outbound = border.startsAtOrigin || border.left !== Infinity || border.arrived !== Infinity;
  return outbound && index <= Math.min(border.arrived, border.left, border.goalHub);
}

/** At most one of them holds for a scan. */
export const SIDES: readonly Correction[] = [sideOfHub, portLeft, portReached, exportCustoms];
