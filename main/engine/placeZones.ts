import { loadPlaces } from './journey/places/index.ts';
import type { ZoneOfPlace } from './sources/times/moment.ts';

/** Opens the places for a source that has to put a wall clock into a zone. Joins two stages, so it is at the root. */
export async function zoneOfPlaces(): Promise<ZoneOfPlace> {
  const places = await loadPlaces();
  return (place, { market, carrier }) =>
    places.zoneOf(place, { market, carrier, side: null, previous: null });
}
