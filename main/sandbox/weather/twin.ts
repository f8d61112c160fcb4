import { DAY, HOUR, MINUTE } from '#shared/time.ts';
import { startTwin, type Twin, type TwinCall, type TwinReply } from '../carriers/kit/server.ts';
import { dayAt, type Sky, type SkyDay } from './sky.ts';

export interface WeatherTwinOptions {
  readonly sky: Sky;
  readonly now: () => number;
  /** As the address of paid plans: it wants this key and counts nothing. */
  readonly key?: string;
}

const FIGURES: Readonly<Record<string, readonly [unit: string, of: (day: SkyDay) => number]>> = {
  weather_code: ['wmo code', ({ code }) => code],
  precipitation_sum: ['mm', ({ precipitation }) => precipitation],
  snowfall_sum: ['cm', ({ snow }) => snow],
  wind_gusts_10m_max: ['km/h', ({ gust }) => gust],
};
/** Squares that one address may ask for. */
const LIMITS = [
  ['Minutely', 600, MINUTE, 'in one minute'],
  ['Hourly', 5_000, HOUR, 'in the next hour'],
  ['Daily', 10_000, DAY, 'tomorrow'],
] as const;
const FORECAST_DAYS = 7;

const refused = (reason: string, status = 400): TwinReply => ({ status, body: { error: true, reason } });
const list = (text: string | null): string[] => (text === null || text === '' ? [] : text.split(','));
/** Models have squares of their own: what comes back is their middle. */
const snapped = (degrees: number): number => Math.round(degrees * 8) / 8;
const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** Open-Meteo's forecasts on loopback, over an invented sky. */
export function startOpenMeteo({ sky, now, key }: WeatherTwinOptions): Promise<Twin> {
  const counts = new Map<string, { period: number; n: number }>();

  const overLimit = (squares: number): TwinReply | null => {
    if (key !== undefined) return null;
    for (const [name, most, length, when] of LIMITS) {
      const period = Math.floor(now() / length);
      const count = counts.get(name);
      const used = count?.period === period ? count.n : 0;
      if (used >= most) return refused(`${name} API request limit exceeded. Please try again ${when}.`, 429);
      counts.set(name, { period, n: used + squares });
    }
    return null;
  };

  const location = (lat: number, lon: number, index: number, names: readonly string[], days: number) => {
    const offset = Math.round(lon / 15) * 3_600;
    const first = dayAt(now(), offset);
    const sought = Array.from({ length: days }, (_, ahead) => first + ahead);
    const figures = names.map((name) => [name, FIGURES[name]] as const);
    return {
      latitude: snapped(lat),
      longitude: snapped(lon),
      generationtime_ms: 0.05,
      utc_offset_seconds: offset,
      timezone: 'auto',
      timezone_abbreviation: `GMT${offset < 0 ? '' : '+'}${offset / 3_600}`,
      elevation: 10,
      ...(index === 0 ? {} : { location_id: index }),
      daily_units: {
        time: 'iso8601',
        ...Object.fromEntries(figures.map(([name, figure]) => [name, figure?.[0]])),
      },
      daily: {
        time: sought.map(dateOf),
        ...Object.fromEntries(
          figures.map(([name, figure]) => [name, sought.map((day) => figure?.[1](sky.at(lat, lon, day)))]),
        ),
      },
    };
  };

  const answer = ({ method, path, query }: TwinCall): TwinReply => {
    if (method !== 'GET' || path !== '/v1/forecast') return refused('Not Found', 404);
    const given = query.get('apikey');
    if (key !== undefined && given === null)
      return refused('API key required. Please add &apikey= to the URL.', 401);
    if (key !== undefined && given !== key) return refused('The supplied API key is invalid.');
    const lats = list(query.get('latitude'));
    const lons = list(query.get('longitude'));
    if (lats.length === 0) return refused("Value required for parameter 'latitude'.");
    if (lats.length !== lons.length) {
      return refused("Parameter 'latitude' and 'longitude' must have the same number of elements");
    }
    const wrong = [...lats, ...lons].find((text) => text === '' || !Number.isFinite(Number(text)));
    if (wrong !== undefined) return refused(`Cannot read a number from '${wrong}'.`);
    const far = lats.find((text) => Math.abs(Number(text)) > 90);
    if (far !== undefined) return refused(`Latitude must be in range of -90 to 90°. Given: ${far}.`);
    const names = list(query.get('daily'));
    const strange = names.find((name) => !Object.hasOwn(FIGURES, name));
    if (strange !== undefined) {
      return refused(
        `Cannot initialize ForecastVariableDaily from invalid String value ${strange} for key daily`,
      );
    }
    const days = Number(query.get('forecast_days') ?? FORECAST_DAYS);
    if (!Number.isInteger(days) || days < 0 || days > 16) {
      return refused(`Forecast days is invalid. Allowed range 0 to 16. Given ${String(days)}.`);
    }
    const limit = overLimit(lats.length);
    if (limit) return limit;
    const found = lats.map((lat, index) => location(Number(lat), Number(lons[index]), index, names, days));
    return { body: found.length === 1 ? found[0] : found };
  };
  // Its own limits are longer than a second.
  return startTwin({ perSecond: 1_000, now, answer });
}
