import { z } from 'zod';
import { instantSchema } from '../time.ts';
import { caseIdSchema, eventIdSchema, parcelIdSchema } from './ids.ts';
import { marketSchema } from './market.ts';
import { nodeSchema, reasonSchema, stageSchema } from './node.ts';

/** What can be wrong. Later issues add kinds; nothing else in the shape changes. */
export const CASE_KINDS = ['silence', 'delivery-failed', 'customs-hold', 'return-started'] as const;
export const caseKindSchema = z.enum(CASE_KINDS);
export type CaseKind = z.infer<typeof caseKindSchema>;

/** 4 critical ● · 3 high ◐ · 2 medium ◔ · 1 low ○ */
export const severitySchema = z.number().int().min(1).max(4);

/**
 * `open`: nobody has looked · `accepted`: a person works on it · `snoozed`: asleep until `snoozedUntil` or the next
 * movement · `dismissed`: a person said it is none, with a reason · `cleared`: it went away by itself.
 */
export const CASE_STATES = ['open', 'accepted', 'snoozed', 'dismissed', 'cleared'] as const;
export const caseStateSchema = z.enum(CASE_STATES);
export type CaseState = z.infer<typeof caseStateSchema>;

export const DISMISS_REASONS = [
  'not-a-problem',
  'handled-elsewhere',
  'duplicate',
  'wrong-data',
  'other',
] as const;
export const dismissReasonSchema = z.enum(DISMISS_REASONS);
export type DismissReason = z.infer<typeof dismissReasonSchema>;

/** What a detector found in a journey; `trigger` makes it the same finding however often it is found. */
export interface Finding {
  readonly kind: CaseKind;
  /** `kind`-unique key inside the parcel: the event that started it, as text. */
  readonly trigger: string;
  readonly severity: number;
  /** When the trouble began (the scan's instant, or the moment the threshold passed). */
  readonly since: number | null;
  readonly evidence: readonly z.infer<typeof eventIdSchema>[];
  /** For `silence`: working days without movement, and how many the stage allows. */
  readonly facts: Readonly<Record<string, string | number | null>>;
}

/** One row of the queue. */
export const caseRowSchema = z.object({
  id: caseIdSchema,
  parcelId: parcelIdSchema,
  number: z.string(),
  carrier: z.string(),
  market: marketSchema.nullable(),
  kind: caseKindSchema,
  severity: severitySchema,
  state: caseStateSchema,
  node: nodeSchema,
  stage: stageSchema.nullable(),
  reason: reasonSchema.nullable(),
  /** When the trouble began. */
  since: instantSchema.nullable(),
  openedAt: instantSchema,
  /** The deadline that gives the row its place; none of the first kinds has one yet. */
  dueAt: instantSchema.nullable(),
  snoozedUntil: instantSchema.nullable(),
  lastScanAt: instantSchema.nullable(),
  lastPlace: z.string().nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
export type CaseRow = z.infer<typeof caseRowSchema>;

/** One line of what happened to a case. `event` is the scan that opened or cleared it. */
export const caseLogSchema = z.object({
  at: instantSchema,
  what: z.enum([
    'opened',
    'accepted',
    'snoozed',
    'woke',
    'dismissed',
    'reopened',
    'cleared',
    'undone',
    'worsened',
  ]),
  by: z.enum(['seamark', 'person']),
  eventId: eventIdSchema.nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
export type CaseLog = z.infer<typeof caseLogSchema>;
