import type { Direction, Scan } from '#shared/model/event.ts';
import type { Journey, JourneyEvent } from '#shared/model/journey.ts';
import { type Market, marketOf } from '#shared/model/market.ts';
import { type EventNode, isNode, NODE_FACTS } from '#shared/model/node.ts';
import type { PlaceGuess, Side } from '#shared/model/place.ts';
import { placeInWords } from './inWords.ts';
import type { Places } from './resolve.ts';

/** Least confidence in a place that only words name. */
const WORDS_LEAST = 0.5;

/** One scan of a trail as far as its place needs it. */
interface TrailStep {
  readonly node: EventNode;
  readonly direction: Direction;
  readonly place: string | null;
  /** The part of its words that may name a place, where no field does. */
  readonly words: string | null;
  readonly carrier: string;
}

export interface Located {
  /** What names it, as the carrier wrote it. */
  readonly raw: string;
  readonly place: PlaceGuess;
  readonly others: readonly PlaceGuess[];
  readonly ambiguous: boolean;
}

/** Which end of the way a node belongs to; null where it may be either (on the main leg, on the way back, unknown). */
function sideOf(node: EventNode, direction: Direction): Side {
  if (!isNode(node) || direction === 'return') return null;
  if (node === 'LINEHAUL_ARRIVED') return 'destination';
  if (node === 'LINEHAUL_HANDOVER' || node === 'LINEHAUL_DEPARTED') return 'origin';
  if (node === 'TRANSIT_HUB' || node === 'IN_TRANSIT' || node === 'EXCEPTION') return null;
  const { stage } = NODE_FACTS[node];
  if (stage === 'CLOSE') return node === 'DELIVERED' ? 'destination' : null;
  return stage === 'IMPORT' || stage === 'LAST_MILE' ? 'destination' : 'origin';
}

/** Where a scan was, null where it names no place for certain; `open`: where the parcel was before may decide between readings. */
function readStep(
  { node, direction, place, words, carrier }: TrailStep,
  { market, previous }: { readonly market: Market | null; readonly previous: PlaceGuess | null },
  places: Places,
): { readonly located: Located | null; readonly open: boolean } {
  const raw = place ?? words;
  if (raw === null) return { located: null, open: false };
  const context = { market, side: sideOf(node, direction), carrier, previous };
  const { candidates, ambiguous, open } = places.resolve(raw, context);
  const [best, ...others] = candidates;
  const named = best && (place !== null || isSure(best, ambiguous));
  return { located: named ? { raw, place: best, others, ambiguous } : null, open };
}

/**
 * Where each scan of a trail was, oldest first, null where its text names no place: each place is read with the one
 * before it in mind. A country alone never stands in for the finer place in it that the parcel has not left.
 */
function locateTrail(steps: readonly TrailStep[], market: Market | null, places: Places): (Located | null)[] {
  let previous: PlaceGuess | null = null;
  return steps.map((step): Located | null => {
    const { located } = readStep(step, { market, previous }, places);
    if (located && (located.place.precision !== 'country' || previous?.country !== located.place.country))
      previous = located.place;
    return located;
  });
}

/** What words name is a guess twice over: only a town or a yard that is clear counts. */
function isSure({ confidence, precision }: PlaceGuess, ambiguous: boolean): boolean {
  return !ambiguous && confidence >= WORDS_LEAST && (precision === 'hub' || precision === 'city');
}

/** A scan as far as its place needs it. */
export type LocatedScan = Pick<Scan, 'id' | 'place' | 'carrier' | 'text'>;

/** The places of a journey's scans, in the order of `journey.events`; null for a scan that names none. */
export function locateEvents(
  journey: Journey,
  scans: readonly LocatedScan[],
  market: string | null,
  places: Places,
): (Located | null)[] {
  const stepOf = stepsOf(scans);
  return locateTrail(journey.events.map(stepOf), marketOf(market), places);
}

function stepsOf(scans: readonly LocatedScan[]): (event: JourneyEvent) => TrailStep {
  const byId = new Map(scans.map((scan) => [scan.id, scan]));
  return ({ id, node, direction, earlier }) => {
    const scan = byId.get(id);
    const place = earlier ? null : (scan?.place ?? null);
    const words = earlier || place !== null ? null : placeInWords(scan?.text ?? '', node);
    return { node, direction, place, words, carrier: scan?.carrier ?? '' };
  };
}

/** Where the parcel is: the place of its newest scan that names one. */
export function whereNow(
  journey: Journey,
  scans: readonly LocatedScan[],
  market: string | null,
  places: Places,
): PlaceGuess | null {
  const stepOf = stepsOf(scans);
  const land = marketOf(market);
  for (let at = journey.events.length - 1; at >= 0; at -= 1) {
    const step = stepOf(journey.events[at] as JourneyEvent);
    const { located, open } = readStep(step, { market: land, previous: null }, places);
    // Only where the places before may decide is the whole trail read.
    if (open)
      return locateEvents(journey, scans, market, places).findLast((one) => one !== null)?.place ?? null;
    if (located) return located.place;
  }
  return null;
}
