import { z } from 'zod';
import { HOUR } from '../time.ts';

/** Weather is asked for by squares of so many degrees: 11 km from north to south. Finer nobody learns where a parcel is. */
const CELL_DEGREES = 0.1;

/** A square of the globe by its middle; `key` names it (`22.6,113.8`). */
export interface WeatherCell {
  readonly key: string;
  /** Degrees, WGS 84, with one decimal. */
  readonly lat: number;
  readonly lon: number;
}

/** The square that a place lies in. Degrees, WGS 84. */
export function cellOf(lat: number, lon: number): WeatherCell {
  const rounded = (degrees: number): number =>
    Math.round(degrees / CELL_DEGREES) / Math.round(1 / CELL_DEGREES) + 0;
  const middle = { lat: rounded(lat), lon: rounded(lon) };
  return { key: `${middle.lat.toFixed(1)},${middle.lon.toFixed(1)}`, ...middle };
}

/** One day's weather as it is foreseen; null where the forecast does not say. */
export const weatherDaySchema = z.object({
  /** `YYYY-MM-DD` at the place. */
  date: z.iso.date(),
  /** WMO code 4677 as Open-Meteo shortens it: the worst of the day. */
  code: z.number().int().nullable(),
  /** Rain, showers and melted snow, mm. */
  precipitationMm: z.number().nullable(),
  snowCm: z.number().nullable(),
  /** Strongest gust at 10 m, km/h. */
  gustKmh: z.number().nullable(),
});
export type WeatherDay = z.infer<typeof weatherDaySchema>;

/** What is foreseen for one square. */
export const forecastSchema = z.object({
  cell: z.string(),
  /** Difference of its clock to UTC, ms. */
  offsetMs: z.number().int(),
  /** Ascending. */
  days: z.array(weatherDaySchema).max(20),
});
export type Forecast = z.infer<typeof forecastSchema>;

/** How much weather hinders: thresholds in `engine/eta/weather/risk.ts`. */
export const WEATHER_LEVELS = ['rough', 'severe', 'extreme'] as const;
export const weatherLevelSchema = z.enum(WEATHER_LEVELS);
export type WeatherLevel = z.infer<typeof weatherLevelSchema>;

/** By what: gusts, rain, snow, or ice (freezing rain, hail). */
export const WEATHER_KINDS = ['wind', 'rain', 'snow', 'ice'] as const;
export const weatherKindSchema = z.enum(WEATHER_KINDS);
export type WeatherKind = z.infer<typeof weatherKindSchema>;

/** Days in a row of bad weather at one place, by their worst. */
export const weatherSpellSchema = z.object({
  /** First and last day, `YYYY-MM-DD` at the place. */
  from: z.iso.date(),
  to: z.iso.date(),
  level: weatherLevelSchema,
  kind: weatherKindSchema,
});
export type WeatherSpell = z.infer<typeof weatherSpellSchema>;

/** What a person chooses about weather. */
export const weatherSettingsSchema = z.object({
  on: z.boolean(),
  /** Where an Open-Meteo of one's own is; null for the public one. */
  address: z.string().nullable(),
  /** Of a paid plan; null for none. Never leaves the engine but to the address it belongs to. */
  key: z.string().nullable(),
});
export type WeatherSettings = z.infer<typeof weatherSettingsSchema>;
export const NO_WEATHER: WeatherSettings = { on: false, address: null, key: null };

/** A forecast is asked for anew after this long, ms. Most global models run every six hours. */
export const WEATHER_FRESH_MS = 6 * HOUR;
/** So long a forecast counts where no newer one comes, ms. */
export const WEATHER_COUNTS_MS = 24 * HOUR;
