import { z } from 'zod';
import { instantSchema } from '../time.ts';
import { caseIdSchema, draftIdSchema, parcelIdSchema } from './ids.ts';

/** Languages that a buyer's message can be written in so far; all nine follow with the outreach issue. */
export const BUYER_LANGS = ['en', 'zh-Hant'] as const;
export const buyerLangSchema = z.enum(BUYER_LANGS);
export type BuyerLang = z.infer<typeof buyerLangSchema>;

/** How a message reaches the buyer. So far a person copies it into the chat window. */
export const CHANNELS = ['copy'] as const;
export const channelSchema = z.enum(CHANNELS);

/** `proposed`: as composed · `edited`: a person changed it · `copied`: a person took it away to send · `discarded` */
export const DRAFT_STATES = ['proposed', 'edited', 'copied', 'discarded'] as const;
export const draftStateSchema = z.enum(DRAFT_STATES);
export type DraftState = z.infer<typeof draftStateSchema>;

/** Where the words come from: who made a message is always on it (Shopee's rule on chat). */
export const ORIGINS = ['auto-drafted', 'edited'] as const;
export const originSchema = z.enum(ORIGINS);

export const DRAFT_TEXT_MAX = 4000;

export const draftSchema = z.object({
  id: draftIdSchema,
  caseId: caseIdSchema,
  parcelId: parcelIdSchema,
  number: z.string(),
  carrier: z.string(),
  channel: channelSchema,
  lang: buyerLangSchema,
  template: z.string(),
  text: z.string().max(DRAFT_TEXT_MAX),
  state: draftStateSchema,
  origin: originSchema,
  /** False once the case it was written for has cleared: then the text may say what is no longer so. */
  relevant: z.boolean(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  copiedAt: instantSchema.nullable(),
});
export type Draft = z.infer<typeof draftSchema>;
