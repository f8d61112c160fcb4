import { z } from 'zod';
import { instantSchema, zoneReasonSchema, zoneSchema } from '../time.ts';
import { eventIdSchema, importIdSchema } from './ids.ts';
import { nodeSchema, reasonSchema } from './node.ts';

export const CONFIDENCES = ['high', 'medium', 'low'] as const;
export const confidenceSchema = z.enum(CONFIDENCES);
export type Confidence = z.infer<typeof confidenceSchema>;

/**
 * By which means a scan got its node, strongest first. `own`: a rule of the user · `code`: the carrier's code table · `text`: the rules of its
 * language over the free text · `word`: the carrier's or an aggregator's status word · `position`: the trail around it
 * decided (hub side, customs side, return leg) · `none`: not understood, node is UNKNOWN.
 */
export const MEANS = ['own', 'code', 'text', 'word', 'position', 'none'] as const;
export const meansSchema = z.enum(MEANS);
export type Means = z.infer<typeof meansSchema>;

/** Forward towards the buyer, or back to the sender. */
export const directionSchema = z.enum(['forward', 'return']);
export type Direction = z.infer<typeof directionSchema>;

/** What one scan means on its own or within its trail. */
export const meaningSchema = z.object({
  node: nodeSchema,
  reason: reasonSchema.nullable(),
  confidence: confidenceSchema,
  means: meansSchema,
});
export type Meaning = z.infer<typeof meaningSchema>;

/** What the carrier wrote, apart from when and where: the key of the meaning. */
export interface ScanWords {
  /** Carrier slug in lower case, e.g. `spx`, `4px`, `thailand-post`; `unknown` where the file names none. */
  readonly carrier: string;
  readonly code: string | null;
  /** Aggregator whose status word this is (`17track`, `aftership`, `track123`, …), or null for the carrier's own. */
  readonly scheme: string | null;
  readonly status: string | null;
  readonly text: string;
}

/** One stored scan as the journey reads it: the words, the moment, the place, and where it came from. */
export interface Scan extends ScanWords {
  readonly id: z.infer<typeof eventIdSchema>;
  /** Null when the source gave no time; then only `seq` orders it. */
  readonly instant: number | null;
  /** The source gave a day without a clock: `instant` is that day's noon, and its order within the day is open. */
  readonly dateOnly?: boolean;
  /** Position inside its source, 0 = oldest; null when the source gives none. */
  readonly seq: number | null;
  readonly place: string | null;
  /** Number of the leg (waybill) it was scanned under. */
  readonly number: string;
}

/** One scan as a person sees it, raw and read. */
export const eventViewSchema = z.object({
  id: eventIdSchema,
  number: z.string(),
  carrier: z.string(),
  code: z.string().nullable(),
  status: z.string().nullable(),
  text: z.string(),
  lang: z.string().nullable(),
  place: z.string().nullable(),
  rawTime: z.string().nullable(),
  instant: instantSchema.nullable(),
  zone: zoneSchema.nullable(),
  zoneReason: zoneReasonSchema,
  /** Only the day is known; `instant` is its noon. */
  dateOnly: z.boolean(),
  direction: directionSchema,
  /** Scans of an earlier parcel that carried the same number are shown apart. */
  earlier: z.boolean(),
  meaning: meaningSchema,
  source: z.object({
    /** A file that was imported, a Shopee shop, or a carrier or tracking service that was asked. */
    kind: z.enum(['file', 'shopee', 'carrier']),
    /** The file's name, the shop's (its number until Shopee told the name), or the service's slug. */
    name: z.string(),
    importId: importIdSchema.nullable(),
    line: z.number().int().nullable(),
    receivedAt: instantSchema,
  }),
});
export type EventView = z.infer<typeof eventViewSchema>;
