import { z } from 'zod';
import { parcelIdSchema } from '../model/ids.ts';
import { shopIdSchema } from '../model/shop.ts';
import { appHealthSchema, callFiguresSchema, shopHealthSchema, syncGapSchema } from '../model/sync.ts';
import { instantSchema } from '../time.ts';
import { command, query } from './define.ts';
import { nothing, pageInput, pageOf } from './page.ts';

export const syncHealthSchema = z.object({
  /** The person paused it, or the computer is asleep or offline. */
  paused: z.boolean(),
  /** When the next call is due; null when there is nothing to ask. */
  nextAt: instantSchema.nullable(),
  apps: z.array(appHealthSchema).max(50),
  shops: z.array(shopHealthSchema).max(500),
});
export type SyncHealth = z.infer<typeof syncHealthSchema>;

export const syncCalls = {
  /** State of the sync with Shopee: budget and success share by app, freshness, load and gaps by shop. */
  'sync.health': query(nothing, syncHealthSchema),
  /** Newest first. */
  'sync.gaps': query(
    z.object({ shopId: shopIdSchema.nullable(), ...pageInput }).strict(),
    pageOf(syncGapSchema),
  ),
  /** The last 24 hours of calls, busiest endpoint first. */
  'sync.calls': query(
    z.object({ shopId: shopIdSchema.nullable() }).strict(),
    z.object({ endpoints: z.array(callFiguresSchema).max(100) }),
  ),
  /** Loads a shop's past (every shop's for null) as far back as asked; what is there already is not asked again. */
  'sync.load': command(
    z.object({ shopId: shopIdSchema.nullable(), days: z.number().int().min(1).max(720) }).strict(),
    z.object({ windows: z.number().int() }),
  ),
  /** Pauses or resumes the first load of a shop; new changes are followed all the same. */
  'sync.pauseLoad': command(
    z.object({ shopId: shopIdSchema, paused: z.boolean() }).strict(),
    z.object({ paused: z.boolean() }),
  ),
  /** Stops and resumes all calls to Shopee. */
  'sync.pause': command(z.object({ paused: z.boolean() }).strict(), z.object({ paused: z.boolean() })),
  /** Asks for one parcel's tracking, at Shopee and at its tracking service, as soon as the limits allow. */
  'sync.askNow': command(
    z.object({ parcelId: parcelIdSchema }).strict(),
    z.object({ asked: z.number().int() }),
  ),
};
