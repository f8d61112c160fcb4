import type { Forecast } from '#shared/model/weather.ts';
import type { Writer } from '../types.ts';

/** Puts a square's forecast in place of the one before. */
export function keepForecast(writer: Writer, forecast: Forecast, fetchedAt: number): void {
  writer.run(
    `INSERT INTO weather_cell(cell, fetched_at, body) VALUES (?, ?, ?)
     ON CONFLICT (cell) DO UPDATE SET fetched_at = excluded.fetched_at, body = excluded.body`,
    forecast.cell,
    fetchedAt,
    JSON.stringify(forecast),
  );
}

/** Forgets forecasts that were asked for before an instant. */
export function forgetForecasts(writer: Writer, before: number): void {
  writer.run('DELETE FROM weather_cell WHERE fetched_at < ?', before);
}

/** Parcels on their way that stand at a place are to be estimated anew. */
export function placeDue(writer: Writer, placeId: string): void {
  writer.run(
    'INSERT OR IGNORE INTO eta_due(parcel_id) SELECT parcel_id FROM journey WHERE terminal = 0 AND place_id = ?',
    placeId,
  );
}

/** Parcels on their way to a market are to be estimated anew, if their last scan is not older than `since`. */
export function marketDue(writer: Writer, market: string, since: number): void {
  writer.run(
    `INSERT OR IGNORE INTO eta_due(parcel_id)
     SELECT parcel_id FROM journey WHERE terminal = 0 AND market = ? AND last_scan_at >= ?`,
    market,
    since,
  );
}

/** Parcels whose last estimate has a warning of weather are to be estimated anew. */
export function warnedDue(writer: Writer): void {
  writer.run(
    `INSERT OR IGNORE INTO eta_due(parcel_id) SELECT parcel_id FROM arrival WHERE basis LIKE '%"weather":%'`,
  );
}
