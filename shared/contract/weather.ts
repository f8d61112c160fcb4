import { z } from 'zod';
import { weatherSpellSchema } from '../model/weather.ts';
import { instantSchema } from '../time.ts';
import { command, query } from './define.ts';
import { faultCodeSchema } from './faults.ts';
import { nothing } from './page.ts';

/** Bad weather ahead at one place on the ways of open parcels. */
const warningSchema = weatherSpellSchema.extend({
  placeId: z.string(),
  place: z.string(),
  placeZh: z.string().nullable(),
  country: z.string(),
});

/**
 * What is set about weather, and how it is known. `off` · `waiting`: on, nothing known yet · `fresh` · `old`: what is known
 * counts no more, so there are no warnings.
 */
export const weatherViewSchema = z.object({
  on: z.boolean(),
  /** Of the user's own; null: Open-Meteo's. */
  address: z.string().nullable(),
  hasKey: z.boolean(),
  /** Where it asks. */
  host: z.string(),
  state: z.enum(['off', 'waiting', 'fresh', 'old']),
  /** When the newest forecast was asked for. */
  asOf: instantSchema.nullable(),
  /** Why nothing newer came: no line, or what the service said; null where all is well. */
  offline: z.boolean(),
  problem: faultCodeSchema.nullable(),
  /** Places that are asked about, and squares asked for today (UTC). */
  places: z.number().int(),
  askedToday: z.number().int(),
  /** Differences in the form of its answers, noted since the start. */
  drift: z.number().int(),
  /** Earliest first. */
  warnings: z.array(warningSchema).max(50),
});
export type WeatherView = z.infer<typeof weatherViewSchema>;

export const weatherCalls = {
  'weather.get': query(nothing, weatherViewSchema),
  /**
   * Turns weather on or off, and says where to ask. `key` null keeps the one that is there, unless the address is another:
   * a key never goes to a place that it was not given for. An empty one takes it out.
   */
  'weather.set': command(
    z
      .object({
        on: z.boolean(),
        address: z.string().max(300).nullable(),
        key: z.string().max(200).nullable(),
      })
      .strict(),
    weatherViewSchema,
  ),
};
