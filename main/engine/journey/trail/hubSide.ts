import type { Meaning } from '#shared/model/event.ts';
import type { EventNode } from '#shared/model/node.ts';
import { hubSideOf } from '../tables/hubSides.ts';
import type { Spot, TrailFacts } from './spot.ts';

/** Where a hub stands; `own` leaves it where the scan's own words or its table put it. */
type Where = 'seller' | 'buyer' | 'between' | 'own';
/** One case of where the hub of the scan with `index` stands. The first case that holds decides. */
interface HubCase {
  readonly holds: (index: number, trail: TrailFacts, spot: Spot) => boolean;
  readonly where: Where;
}

/** Nobody scanned that a parcel left the country; that it was to leave, something says. */
const unscanned = ({ border }: TrailFacts): boolean => border.left === Infinity;

/** Behind the arrival in the buyer's country. */
const behindArrival: HubCase = { holds: (index, { border }) => index > border.arrived, where: 'buyer' };
/** The border was crossed unscanned: what comes right before the delivery station is on the buyer's side. */
const beforeStation: HubCase = {
  holds: (index, trail) => {
    const { arrived, lastExport, station } = trail.border;
    const crossedUnscanned = unscanned(trail) && arrived === Infinity && lastExport !== -1;
    return crossedUnscanned && index > lastExport && station !== Infinity && index >= trail.lastHubIn;
  },
  where: 'buyer',
};
/** Of a trail that begins behind the seller's end, what follows a clearance is the buyer's. */
const behindClearance: HubCase = {
  holds: (index, trail) => {
    const { startsAtOrigin, cleared } = trail.border;
    return !startsAtOrigin && unscanned(trail) && cleared !== -1 && index > cleared;
  },
  where: 'buyer',
};
/** Customs that only the buyer's end follows is the buyer's, and so are the hubs behind it. */
const behindEntry: HubCase = {
  holds: (index, { border }) => border.entry !== -1 && index > border.entry,
  where: 'buyer',
};
/** Behind the customs that looked at a parcel after it had left: nobody scanned that it arrived. */
const behindCustoms: HubCase = {
  holds: (index, { border: { arrived, behindLeft }, lands }) =>
    arrived === Infinity &&
    behindLeft !== -1 &&
    index > behindLeft &&
    (lands.at[behindLeft] ?? null) === null,
  where: 'buyer',
};
/** Up to the first departure of a trail whose arrival alone was scanned. */
const firstBeforeArrival: HubCase = {
  holds: (index, trail) => {
    const { arrived, firstOut } = trail.border;
    return unscanned(trail) && arrived !== Infinity && index <= firstOut && index < arrived;
  },
  where: 'seller',
};
/** A trail that shows neither the seller's end nor a departure says nothing of its hubs. */
const nothingKnown: HubCase = {
  holds: (_, trail) => unscanned(trail) && !trail.border.startsAtOrigin,
  where: 'own',
};
const beforeDeparture: HubCase = { holds: (index, { border }) => index < border.left, where: 'seller' };

/** Of a trail that crosses a border (CA 4.2): before the country is left origin, after the arrival destination, else between. */
const ACROSS: readonly HubCase[] = [
  behindArrival,
  behindCustoms,
  beforeStation,
  behindClearance,
  behindEntry,
  firstBeforeArrival,
  nothingKnown,
  beforeDeparture,
];

/** Behind a scan whose own words name the buyer's end. */
const behindGoal: HubCase = { holds: (index, { border }) => index > border.reached, where: 'buyer' };
/** Without a departure the last of several arrivals before the delivery run is the buyer's. */
const lastOfSeveral: HubCase = {
  holds: (index, { border: { firstOut, station, hubIns }, lastHubIn }) =>
    firstOut === Infinity && station !== Infinity && hubIns > 1 && index === lastHubIn,
  where: 'buyer',
};
const untilFirstDeparture: HubCase = {
  holds: (index, { border }) => index <= border.firstOut,
  where: 'seller',
};
/** The table's own side stands where the table names one (SPX's sorting centres are the buyer's side). */
const namedByTable: HubCase = { holds: (_, __, { side }) => side === 'hub', where: 'own' };
const lastBeforeStation: HubCase = {
  holds: (index, { border, lastHubIn }) => border.station !== Infinity && index >= lastHubIn,
  where: 'buyer',
};

/** Of a trail inside one country. */
const INSIDE: readonly HubCase[] = [
  behindGoal,
  lastOfSeveral,
  untilFirstDeparture,
  namedByTable,
  lastBeforeStation,
];

/** The country in which a hub lies says its side, where the places of a trail that crosses a border name it. */
function byLand({ index, trail: { lands } }: Spot): Where | null {
  const land = lands.at[index] ?? null;
  if (land === null || lands.home === null) return null;
  if (land === lands.home) return 'seller';
  return land === lands.goal ? 'buyer' : 'between';
}

function byTrail(spot: Spot): Where {
  const cases = spot.trail.border.crosses ? ACROSS : INSIDE;
  return cases.find(({ holds }) => holds(spot.index, spot.trail, spot))?.where ?? 'between';
}

/** One scan alone has no trail to say on which side its hub lies; whose hub it is may. */
function byCarrier({ side, carrier }: Spot): Where {
  return (side === 'hub' ? null : hubSideOf(carrier)) ?? 'own';
}

/** The node of a hub by its side. */
export function hubNode(read: Meaning, spot: Spot): EventNode {
  const lone = spot.trail.length === 1;
  const where = lone ? byCarrier(spot) : (byLand(spot) ?? byTrail(spot));
  if (where === 'own') return read.node;
  if (where === 'between') return 'TRANSIT_HUB';
  const way = spot.side === 'hub-out' || read.node.endsWith('_OUT') ? 'OUT' : 'IN';
  return where === 'seller' ? `ORIGIN_HUB_${way}` : `DEST_HUB_${way}`;
}
