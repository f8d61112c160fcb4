import { z } from 'zod';
import { anything, text, wanted, words } from '../carriers/kit/drift.ts';

/** The figures of a day that are asked for, by Open-Meteo's names. Up to ten cost no more than one. */
export const DAILY = ['weather_code', 'precipitation_sum', 'snowfall_sum', 'wind_gusts_10m_max'] as const;

/** The units that we ask for. A figure in another one is left out: a wrong number is worse than none. */
export const UNITS = { precipitation_sum: 'mm', snowfall_sum: 'cm', wind_gusts_10m_max: 'km/h' } as const;

const figures = wanted(z.array(z.number().nullable()));

/** The answer for one square. `location_id` is its place in the question; the first one has none. */
export const locationSchema = z.object({
  latitude: wanted(z.number()),
  longitude: wanted(z.number()),
  utc_offset_seconds: wanted(z.number()),
  location_id: z.number().int().nullish(),
  elevation: anything,
  generationtime_ms: anything,
  timezone: text,
  timezone_abbreviation: text,
  daily_units: wanted(
    z.object({
      time: words(['iso8601']),
      weather_code: words(['wmo code']),
      precipitation_sum: words([UNITS.precipitation_sum]),
      snowfall_sum: words([UNITS.snowfall_sum]),
      wind_gusts_10m_max: words([UNITS.wind_gusts_10m_max]),
    }),
  ),
  daily: wanted(
    z.object({
      time: wanted(z.array(z.string())),
      weather_code: figures,
      precipitation_sum: figures,
      snowfall_sum: figures,
      wind_gusts_10m_max: figures,
    }),
  ),
});
export type Location = z.output<typeof locationSchema>;

/** Why Open-Meteo refused. */
export const errorSchema = z.looseObject({ error: z.literal(true), reason: z.string().nullish() });
