import type { Forecast, WeatherCell, WeatherDay } from '#shared/model/weather.ts';
import { type Location, UNITS } from './schema.ts';

/** Models answer from the middle of their own squares, up to 25 km wide; farther off it is another place's weather. */
const FARTHEST_DEGREES = 0.6;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DAYS_MAX = 16;

/** Whether the answer is about the square that was asked for. Answers that do not say are taken by their order. */
export function isAbout(location: Location, cell: WeatherCell): boolean {
  const { latitude, longitude } = location;
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return true;
  const apart = Math.abs(longitude - cell.lon) % 360;
  return (
    Math.abs(latitude - cell.lat) <= FARTHEST_DEGREES && Math.min(apart, 360 - apart) <= FARTHEST_DEGREES
  );
}

/** The forecast of a square: days with a date, in order; null where the answer has none, or its clock is not known. */
export function forecastOf(location: Location, cell: WeatherCell): Forecast | null {
  const { daily, daily_units: units, utc_offset_seconds: offset } = location;
  const dates = daily?.time;
  if (!daily || !dates || typeof offset !== 'number') return null;
  const figure = (
    name: 'precipitation_sum' | 'snowfall_sum' | 'wind_gusts_10m_max',
    index: number,
  ): number | null => {
    const unit = units?.[name];
    if (unit !== undefined && unit !== null && unit !== UNITS[name]) return null;
    const value = daily[name]?.[index];
    return value === undefined || value === null || value < 0 ? null : value;
  };
  const days = dates.slice(0, DAYS_MAX).flatMap((date, index): WeatherDay[] => {
    if (!DATE.test(date)) return [];
    const code = daily.weather_code?.[index];
    return [
      {
        date,
        code: typeof code === 'number' && Number.isInteger(code) ? code : null,
        precipitationMm: figure('precipitation_sum', index),
        snowCm: figure('snowfall_sum', index),
        gustKmh: figure('wind_gusts_10m_max', index),
      },
    ];
  });
  if (days.length === 0) return null;
  days.sort((a, b) => (a.date < b.date ? -1 : 1));
  return { cell: cell.key, offsetMs: Math.round(offset) * 1000, days };
}
