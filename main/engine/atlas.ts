import type { Journey } from '#shared/model/journey.ts';
import { marketOf } from '#shared/model/market.ts';
import type { Place } from '#shared/model/place.ts';
import { Recent } from '#shared/recent.ts';
import {
  type Outlook,
  type Overview,
  OVERVIEW_PLACES_MAX,
  type PlaceCount,
  type Route,
} from '#shared/model/route.ts';
import { MINUTE } from '#shared/time.ts';
import { outlookOf } from './journey/outlook.ts';
import type { Places } from './journey/places/index.ts';
import { routeOf } from './journey/route.ts';
import type { Clock } from './ports.ts';
import type { Reader } from './store/types.ts';
import { createTrailReader } from './store/views/events.ts';
import { deliveredJourneys, placeTotals } from './store/views/map.ts';
import { parcelById } from './store/views/parcels.ts';

/** What the map and the timeline ask beside a parcel's detail. Answers null for a parcel that is not there. */
export interface Atlas {
  route(parcelId: number): Promise<Route | null>;
  outlook(parcelId: number): Outlook | null;
  overview(market: string | null): Promise<Overview>;
}

/** What is usual on a lane is kept this long: it changes with days, not with scans. */
const KEEP = 10 * MINUTE;

/** Joins the store, the places and the journeys for the map: the only file that knows all three. */
export function createAtlas(deps: { reader: Reader; clock: Clock; places: () => Promise<Places> }): Atlas {
  const { reader, clock } = deps;
  const trails = createTrailReader(reader, () => null);
  const lanes = new Recent<string, { at: number; journeys: readonly Pick<Journey, 'spans'>[] }>(100);

  const finished = (market: string | null, carrier: string | null): readonly Pick<Journey, 'spans'>[] => {
    const key = `${market ?? ''} ${carrier ?? ''}`;
    const now = clock.now();
    const known = lanes.get(key);
    if (known && now - known.at < KEEP && now >= known.at) return known.journeys;
    const journeys = deliveredJourneys(reader, market, carrier).map(({ spans }) => ({ spans }));
    lanes.set(key, { at: now, journeys });
    return journeys;
  };

  return {
    route: async (parcelId) => {
      const found = parcelById(reader, parcelId);
      if (!found) return null;
      return routeOf(found.journey, trails.trail(parcelId), found.row.market, await deps.places());
    },
    outlook: (parcelId) => {
      const found = parcelById(reader, parcelId);
      if (!found) return null;
      const { market, carrier } = found.row;
      // The carrier's own parcels where there are enough of them, else all of the market.
      const own = finished(market, carrier);
      const wide = own.length >= 20 ? own : finished(market, null);
      const lane = {
        market: marketOf(market),
        carrier: wide === own ? carrier : null,
      };
      return outlookOf(found.journey, wide, lane, clock.now());
    },
    overview: async (market) => {
      const totals = placeTotals(reader, market);
      const places = await deps.places();
      const placeOf = (id: string): Place | null => {
        const known = places.byId(id);
        if (!known) return null;
        const { name, zh, country, lat, lon, precision } = known;
        return { id, name, zh, country, lat, lon, precision };
      };
      const countries = new Map<string, { moving: number; stuck: number }>();
      const counted: PlaceCount[] = [];
      const nowhere = { moving: 0, stuck: 0 };
      for (const { id, moving, stuck } of totals) {
        const place = id === null ? null : placeOf(id);
        const sum = place === null ? nowhere : (countries.get(place.country) ?? { moving: 0, stuck: 0 });
        sum.moving += moving;
        sum.stuck += stuck;
        if (place === null) continue;
        countries.set(place.country, sum);
        counted.push({ place, moving, stuck });
      }
      return {
        places: counted.slice(0, OVERVIEW_PLACES_MAX),
        countries: [...countries]
          .flatMap(([code, sum]): PlaceCount[] => {
            const place = placeOf(`n:${code}`);
            return place ? [{ place, ...sum }] : [];
          })
          .toSorted((a, b) => b.moving - a.moving),
        nowhere,
      };
    },
  };
}
