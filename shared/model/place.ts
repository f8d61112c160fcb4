import { z } from 'zod';

/** How much a place says, finest first: one building or yard, a town, a division of a country, a country. */
export const PRECISIONS = ['hub', 'city', 'region', 'country'] as const;
export const precisionSchema = z.enum(PRECISIONS);
export type Precision = z.infer<typeof precisionSchema>;

/** Radius in km in which the parcel then is, more or less: the halo on the map. */
export const PRECISION_KM: Readonly<Record<Precision, number>> = {
  hub: 8,
  city: 30,
  region: 180,
  country: 600,
};

/** Which end of the journey a scan belongs to, as far as its stage says; null between the two. */
export type Side = 'origin' | 'destination' | null;

/** A place on the map. `id`: `h:SZX` a hub, `c:…` a town, `r:CN-30` a region, `n:CN` a country. */
export const placeSchema = z.object({
  id: z.string().min(3).max(24),
  name: z.string(),
  /** In Chinese, where we know it. */
  zh: z.string().nullable(),
  /** ISO 3166-1, two letters. */
  country: z.string().length(2),
  /** Degrees, WGS 84. */
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  precision: precisionSchema,
});
export type Place = z.infer<typeof placeSchema>;

export const placeGuessSchema = placeSchema.extend({
  /** 0 to 1: how sure it is that the text means this place. */
  confidence: z.number().min(0).max(1),
});
export type PlaceGuess = z.infer<typeof placeGuessSchema>;
