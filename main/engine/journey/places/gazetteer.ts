import type { Place, Precision } from '#shared/model/place.ts';
import { countryNames } from './countries.ts';
import { ALIASES, DISTRICTS, HUBS } from './hubs.ts';
import { REGIONS } from './regions.ts';
import { foldLatin, keyOf } from './text.ts';

/** The derived table (`scripts/places/derive.ts`). */
export interface CityFile {
  readonly zones: string;
  readonly rows: string;
}

/** A place with what decides between it and others of its name. */
export interface Known extends Omit<Place, 'zh'> {
  /** In Chinese; the table's own may be an old or a Japanese spelling, which `ALIASES` puts right. */
  zh: string | null;
  /** Division of the country, GeoNames' code. */
  readonly admin: string;
  readonly population: number;
  readonly zone: string | null;
}

export interface Gazetteer {
  /** Everything of that name, in no order; see `keyOf` for the form. */
  named(key: string): readonly Known[];
  byId(id: string): Known | undefined;
  /** Country codes by name, in lower case or in their own script. */
  country(key: string): string | undefined;
  /** Longest name in characters that is not written in Latin letters. */
  readonly longest: number;
}

/** Share of a country's inhabitants in one zone above which the country has that zone as far as parcels go. */
const ONE_ZONE = 0.9;

/** Mean of places on the globe, weighted by inhabitants, so that a country across the antimeridian has its middle in it. */
class Middle {
  private x = 0;
  private y = 0;
  private z = 0;
  people = 0;
  private readonly zones = new Map<string, number>();

  add(city: Known): void {
    const weight = city.population + 1;
    const lat = (city.lat * Math.PI) / 180;
    const lon = (city.lon * Math.PI) / 180;
    this.x += weight * Math.cos(lat) * Math.cos(lon);
    this.y += weight * Math.cos(lat) * Math.sin(lon);
    this.z += weight * Math.sin(lat);
    this.people += weight;
    if (city.zone !== null) this.zones.set(city.zone, (this.zones.get(city.zone) ?? 0) + weight);
  }

  at(): { lat: number; lon: number } {
    const degrees = (radians: number): number => Math.round((radians * 180_000) / Math.PI) / 1000;
    return {
      lat: degrees(Math.atan2(this.z, Math.hypot(this.x, this.y))),
      lon: degrees(Math.atan2(this.y, this.x)),
    };
  }

  zone(): string | null {
    const [first] = [...this.zones].toSorted((a, b) => b[1] - a[1]);
    return first && first[1] >= ONE_ZONE * this.people ? first[0] : null;
  }
}

/** The nearest of these, by degrees: good enough inside a country. */
function nearest(cities: readonly Known[], lat: number, lon: number): Known | null {
  const shrink = Math.cos((lat * Math.PI) / 180);
  let best: Known | null = null;
  let least = Infinity;
  for (const city of cities) {
    const distance = (city.lat - lat) ** 2 + ((city.lon - lon) * shrink) ** 2;
    if (distance >= least) continue;
    least = distance;
    best = city;
  }
  return best;
}

/** Reads the table and joins hubs, regions and countries to it. A quarter of a second; once per process. */
export function openGazetteer(file: CityFile): Gazetteer {
  const names = new Map<string, Known[]>();
  const ids = new Map<string, Known>();
  const countries = new Map<string, Middle>();
  const regions = new Map<string, Middle>();
  const cities = new Map<string, Known[]>();
  const zones = file.zones.split(' ');
  let longest = 2;

  const name = (key: string, place: Known): void => {
    if (key.length < 2) return;
    const list = names.get(key);
    if (list === undefined) names.set(key, [place]);
    else if (!list.includes(place)) list.push(place);
    if (key.charCodeAt(0) > 0x2ff && key.length > longest) longest = key.length;
  };
  const add = (place: Known, written: readonly string[]): void => {
    ids.set(place.id, place);
    for (const one of written) if (one !== '') name(keyOf(one), place);
  };
  const middle = (map: Map<string, Middle>, key: string): Middle => {
    const known = map.get(key) ?? new Middle();
    map.set(key, known);
    return known;
  };

  for (const line of file.rows.split('\n')) {
    const [id, main, lat, lon, country, admin, people, zone, , others] = line.split('|');
    if (main === undefined || country === undefined) continue;
    const more = others === undefined || others === '' ? [] : others.split(';');
    const city: Known = {
      id: `c:${id ?? ''}`,
      name: main,
      zh: more.find((text) => /^\p{Script=Han}/u.test(text)) ?? null,
      country,
      ...{ lat: Number(lat), lon: Number(lon), precision: 'city', admin: admin ?? '' },
      ...{ population: Number(people), zone: zones[Number.parseInt(zone ?? '', 36)] ?? null },
    };
    add(city, [main, ...more]);
    const list = cities.get(country);
    if (list === undefined) cities.set(country, [city]);
    else list.push(city);
    middle(countries, country).add(city);
    if (city.admin !== '') middle(regions, `${country}-${city.admin}`).add(city);
  }

  for (const [country, title, zh, ...more] of ALIASES) {
    const same = names.get(foldLatin(title))?.filter((city) => city.country === country) ?? [];
    const city = same.toSorted((a, b) => b.population - a.population)[0];
    if (!city) continue;
    city.zh = zh ?? null;
    add(city, [zh ?? '', ...more]);
  }
  const wide = (id: string, precision: Precision, title: string, zh: string | null, from: Middle): Known => ({
    ...{ id, name: title, zh, country: id.slice(2, 4), precision, ...from.at() },
    ...{ admin: id.slice(5), population: Math.round(from.people), zone: from.zone() },
  });
  for (const [country, capital, ...written] of REGIONS) {
    // A region is known by its seat, whose row tells the division's code.
    const seats = names.get(foldLatin(capital))?.filter((city) => city.country === country) ?? [];
    const seat = seats.toSorted((a, b) => b.population - a.population)[0];
    const from = seat && regions.get(`${country}-${seat.admin}`);
    if (!seat || !from) continue;
    const zh = written.find((text) => /^\p{Script=Han}/u.test(text)) ?? null;
    const region = wide(`r:${country}-${seat.admin}`, 'region', written[0] ?? capital, zh, from);
    add(region.zone === null ? { ...region, zone: seat.zone } : region, written);
  }
  const byName = new Map<string, string>();
  for (const [code, from] of countries) {
    const written = countryNames(code);
    const place = wide(`n:${code}`, 'country', written.en, written.zh, from);
    ids.set(place.id, place);
    for (const one of written.all) {
      const key = keyOf(one);
      byName.set(key, code);
      if (key.charCodeAt(0) > 0x2ff && key.length > longest) longest = key.length;
    }
  }
  const hubs = [...HUBS, ...DISTRICTS];
  for (const [index, [code, title, country, lat, lon, ...written]] of hubs.entries()) {
    const precision = index < HUBS.length ? 'hub' : 'city';
    const near = nearest(cities.get(country) ?? [], lat, lon);
    const zh = written.find((text) => /^\p{Script=Han}/u.test(text)) ?? null;
    add(
      {
        ...{ id: `h:${code}`, name: title, zh, country, lat, lon, precision },
        ...{ admin: near?.admin ?? '', population: 0, zone: near?.zone ?? null },
      },
      [title, ...written],
    );
  }
  const none: readonly Known[] = [];
  return {
    named: (key) => names.get(key) ?? none,
    byId: (id) => ids.get(id),
    country: (key) => byName.get(key),
    longest,
  };
}
