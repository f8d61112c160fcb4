import { type Market, marketSchema } from '#shared/model/market.ts';
import type { Stage } from '#shared/model/node.ts';
import { DAY, HOUR } from '#shared/time.ts';
import type { Known } from './journey/places/gazetteer.ts';
import type { Places } from './journey/places/index.ts';
import type { Clock } from './ports.ts';
import type { Reader } from './store/types.ts';
import { deliveredJourneys } from './store/views/map.ts';
import { openMarkets, standingPlaces } from './store/views/weather.ts';

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
const AT_ORIGIN: ReadonlySet<Stage> = new Set<Stage>(['FIRST_MILE', 'ORIGIN', 'EXPORT']);

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
  const ways = new Map<string, { at: number; passed: ReadonlyMap<Stage, Known> }>();

  const passedOn = (market: string, atlas: Places): ReadonlyMap<Stage, Known> => {
    const seen = new Map<Stage, Map<string, { place: Known; n: number }>>();
    const known: Market | null = marketSchema.safeParse(market).data ?? null;
    for (const { spans } of deliveredJourneys(reader, market, null)) {
      const met = new Set<string>();
      for (const { stage, direction, place } of spans) {
        if (direction !== 'forward' || place === null || NOWHERE.has(stage)) continue;
        const side = AT_ORIGIN.has(stage) ? 'origin' : 'destination';
        const { candidates, ambiguous } = atlas.resolve(place, {
          ...{ market: known, side, carrier: null, previous: null },
        });
        const found = ambiguous ? undefined : atlas.byId(candidates[0]?.id ?? '');
        const key = `${stage} ${found?.id ?? ''}`;
        // The last place of a line-haul is where it arrives, or else nothing but where it left.
        const left = stage === 'LINEHAUL' && found?.country !== market;
        if (!found || left || !mayAsk(found) || met.has(key)) continue;
        met.add(key);
        const counts = seen.get(stage) ?? new Map<string, { place: Known; n: number }>();
        seen.set(stage, counts);
        counts.set(found.id, { place: found, n: (counts.get(found.id)?.n ?? 0) + 1 });
      }
    }
    const passed = new Map<Stage, Known>();
    for (const [stage, counts] of seen) {
      const all = [...counts.values()];
      const sum = all.reduce((total, { n }) => total + n, 0);
      const most = all.reduce((best, each) => (each.n > best.n ? each : best));
      if (most.n >= PASSED_LEAST && most.n >= PASSED_SHARE * sum) passed.set(stage, most.place);
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
