import type { WeatherView } from '#shared/contract/weather.ts';
import type { EventNode } from '#shared/model/node.ts';
import { cellOf, WEATHER_COUNTS_MS } from '#shared/model/weather.ts';
import { DAY } from '#shared/time.ts';
import { dateOf } from './eta/calendars/days.ts';
import { type PlaceWeather, standsThere, type WayWeather } from './eta/weather/hazards.ts';
import { spellsOf } from './eta/weather/risk.ts';
import type { KeptForecast } from './store/views/weather.ts';
import type { WeatherPlaces } from './weatherPlaces.ts';

interface BadPlace extends PlaceWeather {
  readonly country: string;
  /** When its forecast counts no more, ms. */
  readonly until: number;
}

/** The bad weather on the ways of open parcels, as far as forecasts that count know of it. */
export interface WeatherTable {
  /** Where it is bad, and for which markets and stages that matters; equal for tables that warn of the same. */
  readonly signature: string;
  readonly placeIds: readonly string[];
  readonly markets: readonly string[];
  /** When the next of its forecasts counts no more, ms; null: it warns of nothing. */
  readonly expires: number | null;
  /** What lies on a parcel's way; null where nothing does. */
  way(parcel: WeatherParcel, now: number): WayWeather | null;
  warnings(now: number): WeatherView['warnings'];
}

export interface WeatherParcel {
  readonly market: string | null;
  readonly node: EventNode;
  readonly placeId: string | null;
}

/** Lays forecasts over places. Forecasts that are too old at `now` warn of nothing. */
export function weatherTable(
  { places, ahead }: WeatherPlaces,
  kept: readonly KeptForecast[],
  now: number,
): WeatherTable {
  const byCell = new Map(kept.map((each) => [each.forecast.cell, each]));
  const bad = new Map<string, BadPlace>();
  for (const { id, name, zh, country, lat, lon } of places) {
    const found = byCell.get(cellOf(lat, lon).key);
    if (!found) continue;
    const { forecast, fetchedAt } = found;
    const until = fetchedAt + WEATHER_COUNTS_MS;
    const spells = until > now ? spellsOf(forecast) : [];
    if (spells.length > 0) bad.set(id, { id, name, zh, country, offsetMs: forecast.offsetMs, spells, until });
  }
  const passed = new Map<string, BadPlace>();
  for (const [way, { id }] of ahead) {
    const place = bad.get(id);
    if (place) passed.set(way, place);
  }
  const list = [...bad.values()];
  const counting = (place: BadPlace | undefined, at: number): PlaceWeather | null =>
    place && place.until > at ? place : null;
  return {
    signature: JSON.stringify([
      list.map(({ id, spells }) => [id, spells]),
      [...passed].map(([way, { id }]) => [way, id]),
    ]),
    placeIds: list.map(({ id }) => id),
    markets: [...new Set([...passed.keys()].map((way) => way.split(' ')[0] ?? ''))],
    expires: list.length === 0 ? null : Math.min(...list.map(({ until }) => until)),
    way: ({ market, node, placeId }, at) => {
      if (list.length === 0) return null;
      const here = placeId !== null && standsThere(node) ? counting(bad.get(placeId), at) : null;
      return { here, ahead: (stage) => counting(passed.get(`${market ?? ''} ${stage}`), at) };
    },
    warnings: (at) =>
      list
        .filter(({ until }) => until > at)
        .flatMap(({ id, name, zh, country, offsetMs, spells }) => {
          const today = dateOf(Math.floor((at + offsetMs) / DAY));
          return spells
            .filter(({ to }) => to >= today)
            .map((spell) => ({ ...spell, placeId: id, place: name, placeZh: zh, country }));
        })
        .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
        .slice(0, 50),
  };
}

/** No places, no forecasts: nothing is warned of. */
export const NO_TABLE: WeatherTable = weatherTable({ places: [], ahead: new Map() }, [], 0);
