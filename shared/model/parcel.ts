import { z } from 'zod';
import { instantSchema } from '../time.ts';
import { directionSchema } from './event.ts';
import { legIdSchema, parcelIdSchema } from './ids.ts';
import { marketSchema } from './market.ts';
import { nodeSchema, reasonSchema, stageSchema } from './node.ts';

/** One tracking number with one carrier. */
export const legSchema = z.object({
  id: legIdSchema,
  number: z.string(),
  carrier: z.string(),
  events: z.number().int(),
});
export type Leg = z.infer<typeof legSchema>;

/** One row of the parcel list. */
export const parcelRowSchema = z.object({
  id: parcelIdSchema,
  number: z.string(),
  carrier: z.string(),
  orderNo: z.string().nullable(),
  market: marketSchema.nullable(),
  node: nodeSchema,
  stage: stageSchema.nullable(),
  reason: reasonSchema.nullable(),
  direction: directionSchema,
  terminal: z.boolean(),
  since: instantSchema.nullable(),
  lastScanAt: instantSchema.nullable(),
  lastPlace: z.string().nullable(),
  events: z.number().int(),
  unknown: z.number().int(),
  openCases: z.number().int(),
});
export type ParcelRow = z.infer<typeof parcelRowSchema>;
