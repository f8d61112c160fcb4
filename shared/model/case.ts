import { z } from 'zod';
import { instantSchema } from '../time.ts';
import { caseIdSchema, eventIdSchema, parcelIdSchema } from './ids.ts';
import { marketSchema } from './market.ts';
import { nodeSchema, reasonSchema, stageSchema } from './node.ts';

/** Troubles that scans, or their absence, show. Each may be why a parcel comes later. */
export const TROUBLE_KINDS = ['silence', 'delivery-failed', 'customs-hold', 'return-started'] as const;
export type TroubleKind = (typeof TROUBLE_KINDS)[number];

/**
 * What can be wrong: a trouble, or `promise-miss`: the parcel will probably miss its promise, or has missed it. Later issues
 * add kinds; nothing else in the shape changes.
 */
export const CASE_KINDS = [...TROUBLE_KINDS, 'promise-miss'] as const;
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

/**
 * What costs money next. `promise`: the promised moment, after which the buyer may claim non-receipt · `claim`: the refund that
 * a claim of today's would bring · `answer`: a claim or return is open, and the seller has to answer it.
 */
export const DEADLINES = ['promise', 'claim', 'answer'] as const;
export const deadlineSchema = z.enum(DEADLINES);
export type DeadlineKind = z.infer<typeof deadlineSchema>;

/** What a detector found in a journey; `trigger` makes it the same finding however often it is found. */
export interface Finding {
  readonly kind: CaseKind;
  /** `kind`-unique key inside the parcel: the event that started it, as text. */
  readonly trigger: string;
  readonly severity: number;
  /** When the trouble began (the scan's instant, or the moment the threshold passed). */
  readonly since: number | null;
  readonly evidence: readonly z.infer<typeof eventIdSchema>[];
  /** Of `silence`: working days without movement, and how many the stage allows; of `promise-miss`: `missFacts`. */
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
  /** The next moment that costs money, which gives the row its place, and what it is; null where none is known. */
  dueAt: instantSchema.nullable(),
  dueFor: deadlineSchema.nullable(),
  /** How likely the parcel misses its promise, by its last estimate; null without a promise or while dates are withheld. */
  pLate: z.number().min(0).max(1).nullable(),
  snoozedUntil: instantSchema.nullable(),
  lastScanAt: instantSchema.nullable(),
  lastPlace: z.string().nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
export type CaseRow = z.infer<typeof caseRowSchema>;

/** Why a parcel will miss its promise: what delays it, or `stages`: what is left usually takes longer than what is there. */
export const MISS_CAUSES = [
  'stages',
  'network-speed',
  'weekday',
  'holiday',
  'open-case',
  'strike',
  'weather',
  'seller',
  'hand-over',
  'delivery-day',
] as const;

/** The facts of a `promise-miss`. Times are instants; dates are absent while they are withheld. */
export const missFactsSchema = z.object({
  /** 1: the promised moment has passed. */
  missed: z.union([z.literal(0), z.literal(1)]),
  promise: instantSchema,
  pLate: z.number().min(0).max(1).nullable(),
  p50: instantSchema.nullable(),
  lo80: instantSchema.nullable(),
  hi80: instantSchema.nullable(),
  cause: z.enum(MISS_CAUSES).nullable(),
  /** What the cause adds, ms; of `stages`: what is left by usual times. */
  causeMs: z.number().nullable(),
  /** The stage that takes longest of those that are left. */
  stage: stageSchema.nullable(),
  /** The moment that the figures are of. */
  asOf: instantSchema,
});
export type MissFacts = z.infer<typeof missFactsSchema>;

/** The facts of a `promise-miss`; null for other kinds and for rows that another version wrote. */
export function missFactsOf(row: { readonly kind: string; readonly facts: unknown }): MissFacts | null {
  return row.kind === 'promise-miss' ? (missFactsSchema.safeParse(row.facts).data ?? null) : null;
}

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
