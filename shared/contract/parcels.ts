import { z } from 'zod';
import { caseRowSchema } from '../model/case.ts';
import { draftSchema } from '../model/draft.ts';
import { eventViewSchema } from '../model/event.ts';
import { parcelIdSchema } from '../model/ids.ts';
import { journeySchema } from '../model/journey.ts';
import { marketSchema } from '../model/market.ts';
import { stageSchema } from '../model/node.ts';
import { legSchema, parcelRowSchema } from '../model/parcel.ts';
import { outlookSchema, overviewSchema, routeSchema } from '../model/route.ts';
import { instantSchema } from '../time.ts';
import { arrivalSchema, movedSchema } from './arrivals.ts';
import { query } from './define.ts';
import { pageInput, pageOf } from './page.ts';

export const parcelFilterSchema = z
  .object({
    /**
     * Part of a tracking number, an order number, a buyer's user name or a SKU, at least three characters; shorter texts
     * are taken for the beginning of a number. Blank for all.
     */
    text: z.string().max(120),
    stage: stageSchema.nullable(),
    market: marketSchema.nullable(),
    /** `moving`: not at an end · `ended`: delivered, returned, lost … · `all` */
    state: z.enum(['all', 'moving', 'ended']),
    /** Id of the place where they are (`parcels.overview`), parcels on their way only; null for anywhere. */
    place: z.string().max(24).nullable().default(null),
    /** The country where they are, two letters, parcels on their way only; null for anywhere. */
    country: z.string().length(2).nullable().default(null),
    /** Only those on their way with a case that is open or taken. */
    stuck: z.boolean().default(false),
  })
  .strict();
export type ParcelFilter = z.infer<typeof parcelFilterSchema>;

/** Scans in one parcel reply, newest kept; the rest comes through `parcels.events`. */
export const DETAIL_EVENTS_MAX = 500;

export const parcelDetailSchema = z.object({
  row: parcelRowSchema,
  legs: z.array(legSchema).max(50),
  journey: journeySchema,
  orderedAt: instantSchema.nullable(),
  /** As of now; null before anything is known to begin from. */
  arrival: arrivalSchema.nullable(),
  events: z.array(eventViewSchema).max(DETAIL_EVENTS_MAX),
  /** True when there are more scans than `events` holds. */
  moreEvents: z.boolean(),
  cases: z.array(caseRowSchema).max(50),
  drafts: z.array(draftSchema).max(50),
});
export type ParcelDetail = z.infer<typeof parcelDetailSchema>;

export const parcelCalls = {
  'parcels.page': query(parcelFilterSchema.extend(pageInput).strict(), pageOf(parcelRowSchema)),
  'parcels.detail': query(z.object({ parcelId: parcelIdSchema }).strict(), parcelDetailSchema),
  'parcels.events': query(
    z.object({ parcelId: parcelIdSchema, ...pageInput }).strict(),
    pageOf(eventViewSchema),
  ),
  /** The places that the parcel was at, and which it is at now. */
  'parcels.route': query(z.object({ parcelId: parcelIdSchema }).strict(), routeSchema),
  /** What is usual on the parcel's lane, and what is still ahead of it. */
  'parcels.outlook': query(z.object({ parcelId: parcelIdSchema }).strict(), outlookSchema),
  /** Whose arrival moved most today, and why. */
  'parcels.moved': query(z.object({ limit: z.number().int().min(1).max(100) }).strict(), movedSchema),
  /** What is on the way and what is stuck, by place and country. */
  'parcels.overview': query(z.object({ market: marketSchema.nullable() }).strict(), overviewSchema),
};
