import { z } from 'zod';
import { instantSchema } from '../time.ts';
import { directionSchema } from './event.ts';
import { eventIdSchema } from './ids.ts';
import { marketSchema } from './market.ts';
import { stageSchema } from './node.ts';
import { placeGuessSchema, placeSchema } from './place.ts';

/** Stops in one route, newest kept: a parcel with more has looped. */
export const STOPS_MAX = 60;

/** One stay on the way: scans in a row at one place. */
export const stopSchema = z.object({
  place: placeGuessSchema,
  /** Other places that the text may mean, the likeliest first. */
  others: z.array(placeGuessSchema).max(4),
  /** True where one of `others` is nearly as likely and far away. */
  ambiguous: z.boolean(),
  /** As the carrier wrote it, the first of the stay. */
  raw: z.string(),
  stage: stageSchema.nullable(),
  direction: directionSchema,
  first: instantSchema.nullable(),
  last: instantSchema.nullable(),
  /** Only the day of `first` is known. */
  dateOnly: z.boolean(),
  events: z.array(eventIdSchema),
});
export type Stop = z.infer<typeof stopSchema>;

export const routeSchema = z.object({
  /** Oldest first; the last one is where the parcel is. */
  stops: z.array(stopSchema).max(STOPS_MAX),
  /** Where it is going as far as the market says; null when it has arrived, is turned round, or nobody knows. */
  toward: placeSchema.nullable(),
  /** Scans whose place text names no place that we know. */
  unread: z.number().int(),
});
export type Route = z.infer<typeof routeSchema>;

/** How long a stage usually takes: of ten parcels one is quicker than `p10` and one slower than `p90` (ms). */
export const usualSchema = z.object({
  stage: stageSchema,
  p10: z.number(),
  p90: z.number(),
  /** Delivered parcels that this rests on. */
  parcels: z.number().int(),
});
export type Usual = z.infer<typeof usualSchema>;

/** A stage that is still to come, with the time in which it usually begins. */
export const aheadSchema = z.object({
  stage: stageSchema,
  from: instantSchema.nullable(),
  to: instantSchema.nullable(),
  parcels: z.number().int(),
  /** Every parcel of the lane goes through it, few are scanned there. */
  unscanned: z.boolean(),
});
export type Ahead = z.infer<typeof aheadSchema>;

/** What is usual on the parcel's lane, and what it still has before it. */
export const outlookSchema = z.object({
  lane: z.object({ market: marketSchema.nullable(), carrier: z.string().nullable() }),
  stages: z.array(usualSchema),
  ahead: z.array(aheadSchema),
});
export type Outlook = z.infer<typeof outlookSchema>;

/** Parcels on their way that are at one place. `stuck`: those of them with a case that waits for somebody. */
export const placeCountSchema = z.object({
  place: placeSchema,
  moving: z.number().int(),
  stuck: z.number().int(),
});
export type PlaceCount = z.infer<typeof placeCountSchema>;

/** Places in one overview, the fullest kept. */
export const OVERVIEW_PLACES_MAX = 400;
export const overviewSchema = z.object({
  places: z.array(placeCountSchema).max(OVERVIEW_PLACES_MAX),
  /** By country, places that are left out of `places` included. */
  countries: z.array(placeCountSchema).max(300),
  /** On the way, but no scan says where. */
  nowhere: z.object({ moving: z.number().int(), stuck: z.number().int() }),
});
export type Overview = z.infer<typeof overviewSchema>;
