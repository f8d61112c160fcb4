import { z } from 'zod';
import { estimateSchema, etaChangeSchema } from '../model/eta.ts';
import { parcelIdSchema } from '../model/ids.ts';
import { marketSchema } from '../model/market.ts';
import { instantSchema } from '../time.ts';

/** One line of why a date is what it is. `adds`: its share of the remaining time, ms; null for a line that adds nothing. */
const lineSchema = z.object({ kind: z.string(), text: z.string(), adds: z.number().nullable() });
const linesSchema = z.array(lineSchema).max(300);

/** When a parcel arrives and why, in the operator's languages and in the buyer's. */
export const arrivalSchema = z.object({
  estimate: estimateSchema,
  /** Of an estimate from assumptions: how much of the history is learnt, 0 to 1, while that goes on or waits; null otherwise. */
  learning: z.number().min(0).max(1).nullable(),
  /** Zone in which its dates are dates: the buyer's. */
  zone: z.string(),
  why: z.object({ 'zh-CN': linesSchema, en: linesSchema }),
  buyer: z.object({ lang: z.string(), text: z.string() }),
});
export type Arrival = z.infer<typeof arrivalSchema>;

/** Estimates made today that moved most since the last one of an earlier day, by six hours at least. */
export const movedSchema = z.object({
  /** Largest move first. */
  rows: z
    .array(
      z.object({
        parcelId: parcelIdSchema,
        number: z.string(),
        carrier: z.string(),
        market: marketSchema.nullable(),
        p50: instantSchema,
        change: etaChangeSchema,
      }),
    )
    .max(100),
  /** Of all, not only of the rows. */
  later: z.number().int(),
  earlier: z.number().int(),
});
export type Moved = z.infer<typeof movedSchema>;
