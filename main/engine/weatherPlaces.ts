import type { Journey } from '#shared/model/journey.ts';
import type { Stage } from '#shared/model/node.ts';
import { DAY, HOUR } from '#shared/time.ts';
import type { Known } from './journey/places/gazetteer.ts';
import type { Places } from './journey/places/index.ts';
import { locateEvents } from './journey/places/locate.ts';
import type { Clock } from './ports.ts';
import type { Reader } from './store/types.ts';
import { createTrailReader } from './store/views/events.ts';
import { deliveredParcels, openMarkets, standingPlaces } from './store/views/weather.ts';

/** The places whose weather matters now. */
export interface WeatherPlaces {
  /** Each once, the most needed first. */
  readonly places: readonly Known[];
  /** The place that parcels of a market pass in a stage, by `MY IMPORT`. */
  readonly ahead: ReadonlyMap<string, Known>;
}

/** Parcels that were not scanned for so long have no date, so no weather either. */
export const UNDER_WAY = 30 * DAY;
const PLACES_MAX = 200;
/** A town of fewer people is not asked about: its square would say much of the buyer and little of the weather. */
const TOWN_LEAST = 15_000;
/** Parcels of a market must be seen at so many … */
const PASSED_LEAST = 5;
/** … and so large a share of those seen anywhere in the stage, for the place to be on everybody's way. */
const PASSED_SHARE = 0.5;
/** Ways change with seasons, not with scans. */
const WAYS_KEPT = 12 * HOUR;

/** Stages without a place on the way: with the seller, and arrived. */
const NOWHERE: ReadonlySet<Stage> = new Set<Stage>(['INFO', 'CLOSE']);
/** Delivered parcels of a market that are looked at. */
const LOOKED = 200;

/** Whether a place may be asked about: carriers' yards and gateways, and towns that are no village. */
function mayAsk({ id, precision, population }: Known): boolean {
  if (precision === 'hub') return true;
  return precision === 'city' && (id.startsWith('h:') || population >= TOWN_LEAST);
}

/**
 * Finds the places on the ways of open parcels: where they stand by their scans, and where the last delivered parcels of
 * their market passed. Nothing is read of an order or a buyer.
 */
export function createWeatherPlaces(deps: {
  reader: Reader;
  clock: Clock;
  places: () => Promise<Places>;
  breathe: () => Promise<void>;
}): () => Promise<WeatherPlaces> {
  const { reader, clock } = deps;
  const trails = createTrailReader(reader, () => null);
  const ways = new Map<string, { at: number; passed: ReadonlyMap<Stage, Known> }>();

  /** The last place of a parcel in each stage; of a line-haul where it arrived. */
  const waysOf = (id: number, journey: Journey, market: string, atlas: Places): Map<Stage, Known> => {
    const stages = new Map(
      journey.spans.flatMap(({ stage, direction, events }) =>
        direction === 'forward' && !NOWHERE.has(stage) ? events.map((event) => [event, stage] as const) : [],
      ),
    );
    const located = locateEvents(journey, trails.trail(id), market, atlas);
    const met = new Map<Stage, Known>();
    for (const [index, { id: event }] of journey.events.entries()) {
      const stage = stages.get(event);
      const found = located[index];
      const place = found && !found.ambiguous ? atlas.byId(found.place.id) : undefined;
      if (!stage || !place) continue;
      if (stage === 'LINEHAUL' && place.country !== market) continue;
      met.set(stage, place);
    }
    return met;
  };

  const passedOn = (market: string, atlas: Places): ReadonlyMap<Stage, Known> => {
    const seen = new Map<Stage, Map<string, { place: Known; n: number }>>();
    for (const { id, journey } of deliveredParcels(reader, market, LOOKED)) {
      for (const [stage, place] of waysOf(id, journey, market, atlas)) {
        const counts = seen.get(stage) ?? new Map<string, { place: Known; n: number }>();
        seen.set(stage, counts);
        counts.set(place.id, { place, n: (counts.get(place.id)?.n ?? 0) + 1 });
      }
    }
    trails.forget();
    const passed = new Map<Stage, Known>();
    for (const [stage, counts] of seen) {
      const all = [...counts.values()];
      const sum = all.reduce((total, { n }) => total + n, 0);
      const most = all.reduce((best, each) => (each.n > best.n ? each : best));
      const everybody = most.n >= PASSED_LEAST && most.n >= PASSED_SHARE * sum;
      if (everybody && mayAsk(most.place)) passed.set(stage, most.place);
    }
    return passed;
  };

  return async () => {
    const atlas = await deps.places();
    const since = clock.now() - UNDER_WAY;
    const found = new Map<string, Known>();
    const ahead = new Map<string, Known>();
    for (const market of openMarkets(reader, since)) {
      const now = clock.now();
      let way = ways.get(market);
      if (!way || now - way.at >= WAYS_KEPT || now < way.at) {
        ways.set(market, (way = { at: now, passed: passedOn(market, atlas) }));
        await deps.breathe();
      }
      for (const [stage, place] of way.passed) {
        ahead.set(`${market} ${stage}`, place);
        found.set(place.id, place);
      }
    }
    for (const { id } of standingPlaces(reader, since, PLACES_MAX)) {
      const place = atlas.byId(id);
      if (place && mayAsk(place)) found.set(id, place);
    }
    return { places: [...found.values()].slice(0, PLACES_MAX), ahead };
  };
}
