import { z } from 'zod';
import { buyerLangSchema, DRAFT_TEXT_MAX, draftSchema, draftStateSchema } from '../model/draft.ts';
import { caseIdSchema, draftIdSchema } from '../model/ids.ts';
import { command, query } from './define.ts';
import { pageInput, pageOf } from './page.ts';

const one = z.object({ draftId: draftIdSchema }).strict();

export const draftCalls = {
  /** Drafts in the given state, or all that are not discarded when null; newest first. */
  'drafts.page': query(
    z.object({ state: draftStateSchema.nullable(), ...pageInput }).strict(),
    pageOf(draftSchema),
  ),
  'drafts.get': query(one, draftSchema),
  /** Composes the message for a case; answers the one that is there if it was composed before in that language. */
  'drafts.create': command(z.object({ caseId: caseIdSchema, lang: buyerLangSchema }).strict(), draftSchema),
  'drafts.edit': command(
    z.object({ draftId: draftIdSchema, text: z.string().min(1).max(DRAFT_TEXT_MAX) }).strict(),
    draftSchema,
  ),
  /** Puts the composed words back in place of the edited ones. */
  'drafts.restore': command(one, draftSchema),
  /** A person took the text away to send it. */
  'drafts.copied': command(one, draftSchema),
  'drafts.discard': command(one, draftSchema),
  /** Takes a discarded draft back. */
  'drafts.recover': command(one, draftSchema),
};
