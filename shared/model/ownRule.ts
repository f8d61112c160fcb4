import { z } from 'zod';
import { instantSchema } from '../time.ts';
import { nodeSchema, reasonSchema } from './node.ts';

/** What a person says a carrier's words mean: every scan that says the same, apart from its numbers, is read so. */
export const ownRuleSchema = z.object({
  id: z.number().int(),
  /** Carrier slug; null is any carrier. */
  carrier: z.string().nullable(),
  /** Null: for scans without a code. */
  code: z.string().nullable(),
  /** The words as they were when the rule was made. */
  text: z.string(),
  node: nodeSchema,
  reason: reasonSchema.nullable(),
  at: instantSchema,
});
export type OwnRule = z.infer<typeof ownRuleSchema>;
