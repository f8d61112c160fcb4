import { z } from 'zod';
import { instantSchema } from '../time.ts';
import { marketSchema } from './market.ts';
import { shopIdSchema } from './shop.ts';

/** What is fetched from a shop, each with its own rhythm. */
export const SYNC_RESOURCES = [
  'orders', // the list, by the time of the last change
  'details',
  'numbers', // tracking numbers of packages
  'tracking',
  'returns',
  'reviews',
  'performance',
  'late-orders',
  'penalties',
  'first-mile',
] as const;
export const syncResourceSchema = z.enum(SYNC_RESOURCES);
export type SyncResource = z.infer<typeof syncResourceSchema>;

/** Why nothing was heard for a while. */
export const gapReasonSchema = z.enum([
  'asleep', // the computer, or Seamark was not running
  'offline',
  'quota', // the day's calls were used up
  'paused', // by the person
  'stopped', // the shop's permission was gone
  'unreachable', // Shopee did not answer
  'endless', // a list that does not end was given up
  'refused', // Shopee refused to list it, again and again
]);
export type GapReason = z.infer<typeof gapReasonSchema>;

/** In which way a list does not end; with the list before it, a gap's note (`orders: empty-pages`). */
export const LIST_TROUBLES = ['empty-pages', 'no-cursor', 'cursor-again', 'too-many-pages'] as const;
export type ListTrouble = (typeof LIST_TROUBLES)[number];

/** `filling` · `filled` · `partly`: some of it could not be read, `note` says what. */
export const gapStateSchema = z.enum(['filling', 'filled', 'partly']);
export type GapState = z.infer<typeof gapStateSchema>;

/** A stretch of time that was not followed as it happened, and what became of it. */
export const syncGapSchema = z.object({
  id: z.number().int().positive(),
  shopId: shopIdSchema,
  market: marketSchema.nullable(),
  resource: syncResourceSchema,
  from: instantSchema,
  to: instantSchema,
  reason: gapReasonSchema,
  state: gapStateSchema,
  noticedAt: instantSchema,
  filledAt: instantSchema.nullable(),
  /** Orders or returns that changed in the gap. */
  found: z.number().int(),
  note: z.string().nullable(),
});
export type SyncGap = z.infer<typeof syncGapSchema>;

/** How far the first load of a shop is: whole stretches of time, newest first. */
export const loadProgressSchema = z.object({
  /** Back to here. */
  since: instantSchema,
  windows: z.number().int(),
  windowsDone: z.number().int(),
  pages: z.number().int(),
  orders: z.number().int(),
  detailsLeft: z.number().int(),
  paused: z.boolean(),
  done: z.boolean(),
});
export type LoadProgress = z.infer<typeof loadProgressSchema>;

/** One endpoint's calls of the last 24 hours. */
export const callFiguresSchema = z.object({
  endpoint: z.string(),
  calls: z.number().int(),
  ok: z.number().int(),
  /** Failed calls by the class of the failure. */
  failed: z.record(z.string(), z.number().int()),
  /** Half of the calls were answered within this many milliseconds, and 95 of 100; upper bounds of their bucket. */
  medianMs: z.number().int().nullable(),
  p95Ms: z.number().int().nullable(),
});
export type CallFigures = z.infer<typeof callFiguresSchema>;

/** An app of the seller's: budget and success share belong to it, not to a shop. */
export const appHealthSchema = z.object({
  /** Environment and partner id, as `live:2001887`. */
  app: z.string(),
  calls24h: z.number().int(),
  /** Share of the last 24 hours' calls that succeeded, 0 to 1; null before the first call. */
  successShare: z.number().nullable(),
  /** Calls that Seamark may make on one day (until 00:00 UTC+8), and how many it made. */
  budget: z.number().int(),
  used: z.number().int(),
  /** Requests a second at present. */
  rate: z.number(),
  pausedUntil: instantSchema.nullable(),
  pauseReason: z.enum(['quota', 'budget', 'throttled', 'outage', 'share']).nullable(),
});
export type AppHealth = z.infer<typeof appHealthSchema>;

/** A call that is left alone for a while because it failed. */
export const openBreakerSchema = z.object({
  endpoint: z.string(),
  until: instantSchema,
  /** Class of the failure. */
  why: z.string(),
});

/** One shop's sync: whether it runs, how fresh it is, what is missing. */
export const shopHealthSchema = z.object({
  shopId: shopIdSchema,
  app: z.string(),
  market: marketSchema.nullable(),
  /** `syncing` · `loading`: the first load is under way · `paused` · `stopped`: `stopReason` says why */
  state: z.enum(['syncing', 'loading', 'paused', 'stopped']),
  stopReason: z.string().nullable(),
  /** Orders are followed up to here. */
  syncedTo: instantSchema.nullable(),
  lastSuccessAt: instantSchema.nullable(),
  calls24h: z.number().int(),
  successShare: z.number().nullable(),
  orders: z.number().int(),
  parcelsFollowed: z.number().int(),
  openGaps: z.number().int(),
  load: loadProgressSchema.nullable(),
  breakers: z.array(openBreakerSchema).max(50),
  /** Latest message from sync about something odd, e.g. a list that never ended. */
  note: z.string().nullable(),
});
export type ShopHealth = z.infer<typeof shopHealthSchema>;
