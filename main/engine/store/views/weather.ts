import type { Journey } from '#shared/model/journey.ts';
import type { Forecast } from '#shared/model/weather.ts';
import { unpackJourney } from '../pack.ts';
import type { Reader } from '../types.ts';

export interface KeptForecast {
  readonly fetchedAt: number;
  readonly forecast: Forecast;
}

/** Every forecast that is kept: some hundreds at most. */
export function forecasts(reader: Reader): KeptForecast[] {
  return reader
    .all<{ fetchedAt: number; body: string }>(
      'SELECT fetched_at AS fetchedAt, body FROM weather_cell ORDER BY cell LIMIT 500',
    )
    .map(({ fetchedAt, body }) => ({ fetchedAt, forecast: JSON.parse(body) as Forecast }));
}

/** Places at which parcels stand that are on their way and were scanned since, fullest first. */
export function standingPlaces(reader: Reader, since: number, limit: number): { id: string; n: number }[] {
  return reader.all(
    `SELECT place_id AS id, count(*) AS n FROM journey
     WHERE terminal = 0 AND place_id IS NOT NULL AND last_scan_at >= ? AND direction = 'forward'
     GROUP BY place_id ORDER BY n DESC, place_id LIMIT ?`,
    since,
    limit,
  );
}

/** Markets to which parcels are on their way that were scanned since, busiest first. */
export function openMarkets(reader: Reader, since: number): string[] {
  return reader
    .all<{ market: string }>(
      `SELECT market, count(*) AS n FROM journey
       WHERE terminal = 0 AND market IS NOT NULL AND last_scan_at >= ? GROUP BY market ORDER BY n DESC, market LIMIT 50`,
      since,
    )
    .map(({ market }) => market);
}

/** The newest delivered parcels of a market, with their journeys. */
export function deliveredParcels(
  reader: Reader,
  market: string,
  limit: number,
): { id: number; journey: Journey }[] {
  return reader
    .all<{ id: number; body: string }>(
      `SELECT j.parcel_id AS id, b.body FROM journey j JOIN journey_body b ON b.parcel_id = j.parcel_id
       WHERE j.market = ? AND j.terminal = 1 AND j.node = 'DELIVERED'
       ORDER BY j.last_scan_at DESC, j.parcel_id DESC LIMIT ?`,
      market,
      limit,
    )
    .map(({ id, body }) => ({ id, journey: unpackJourney(body) }));
}
