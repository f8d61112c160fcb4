import { z } from 'zod';
import { caseKindSchema, caseLogSchema, caseRowSchema, dismissReasonSchema } from '../model/case.ts';
import { eventViewSchema } from '../model/event.ts';
import { actionIdSchema, caseIdSchema, draftIdSchema } from '../model/ids.ts';
import { marketSchema } from '../model/market.ts';
import { instantSchema } from '../time.ts';
import { command, query } from './define.ts';
import { nothing, pageInput, pageOf } from './page.ts';

/** The tabs of the queue. `waiting`: needs a decision (open). `mine`: accepted. The rest as their state. */
export const queueViewSchema = z.enum(['waiting', 'mine', 'snoozed', 'cleared', 'dismissed']);
export type QueueView = z.infer<typeof queueViewSchema>;

export const queueFilterSchema = z
  .object({
    view: queueViewSchema,
    kind: caseKindSchema.nullable(),
    market: marketSchema.nullable(),
    /** What its parcel is found by, as in the list of parcels (`parcelFilterSchema`); blank for all. */
    text: z.string().max(120),
  })
  .strict();
export type QueueFilter = z.infer<typeof queueFilterSchema>;

/** At most this many cases in one command; the page asks in slices beyond it. */
export const BULK_MAX = 500;
const cases = z.array(caseIdSchema).min(1).max(BULK_MAX);

/** What a change to cases answers: how many changed, which did not and why, and the handle that undoes it. */
export const changedSchema = z.object({
  actionId: actionIdSchema.nullable(),
  changed: z.number().int(),
  unchanged: z.array(z.object({ caseId: caseIdSchema, code: z.enum(['not-found', 'wrong-state']) })),
});
export type Changed = z.infer<typeof changedSchema>;

export const queueCalls = {
  'queue.page': query(queueFilterSchema.extend(pageInput).strict(), pageOf(caseRowSchema)),
  'queue.counts': query(
    nothing,
    z.object({
      views: z.record(queueViewSchema, z.number().int()),
      /** Of the waiting ones. */
      kinds: z.partialRecord(caseKindSchema, z.number().int()),
      markets: z.partialRecord(marketSchema, z.number().int()),
      revision: z.number().int(),
    }),
  ),
  'queue.case': query(
    z.object({ caseId: caseIdSchema }).strict(),
    z.object({
      row: caseRowSchema,
      evidence: z.array(eventViewSchema),
      log: z.array(caseLogSchema),
      drafts: z.array(draftIdSchema),
      dismissReason: dismissReasonSchema.nullable(),
      clearedBy: eventViewSchema.nullable(),
    }),
  ),
  'cases.accept': command(z.object({ caseIds: cases }).strict(), changedSchema),
  'cases.snooze': command(z.object({ caseIds: cases, until: instantSchema }).strict(), changedSchema),
  'cases.dismiss': command(
    z.object({ caseIds: cases, reason: dismissReasonSchema, note: z.string().max(500) }).strict(),
    changedSchema,
  ),
  /** Takes an accepted, snoozed or dismissed case back to open. */
  'cases.reopen': command(z.object({ caseIds: cases }).strict(), changedSchema),
  /** Takes back one action; cases that moved on meanwhile stay as they are and are listed. */
  'actions.undo': command(z.object({ actionId: actionIdSchema }).strict(), changedSchema),
};
