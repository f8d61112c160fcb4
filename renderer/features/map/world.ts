import type { FeatureCollection, MultiLineString } from 'geojson';

/** The outlines of the world (Natural Earth, 1 : 50 million, public domain). */
export interface World {
  readonly land: FeatureCollection;
  /** Lines between countries, without the coasts. */
  readonly borders: MultiLineString;
}

let loading: Promise<World> | null = null;

/** Loads the outlines at the first map: they are 750 KB that no other screen needs. */
export function loadWorld(): Promise<World> {
  loading ??= Promise.all([import('topojson-client'), import('world-atlas/countries-50m.json')]).then(
    ([{ feature, mesh }, { default: atlas }]) => ({
      land: feature(atlas, atlas.objects.land),
      borders: mesh(atlas, atlas.objects.countries, (a, b) => a !== b),
    }),
  );
  return loading;
}
