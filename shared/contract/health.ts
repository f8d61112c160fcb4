import { z } from 'zod';
import { CARRIER_SOURCES } from '../model/carrierSource.ts';
import { instantSchema } from '../time.ts';
import { query } from './define.ts';
import { nothing } from './page.ts';

/** Sources that are asked: Shopee (all shops together) and the tracking services. Files are no source of this kind. */
export const healthSourceSchema = z.enum(['shopee', ...CARRIER_SOURCES]);
export type HealthSourceId = z.infer<typeof healthSourceSchema>;

const spread = z.object({ p50: z.number(), p90: z.number(), n: z.number().int() });

/**
 * How a source is, from the last seven days. Times in milliseconds, shares 0 to 1, null where there is too little to say.
 * `idle`: nothing was asked and nothing came · `good` · `failing`: it does not answer · `silent`: it answers, and no scan
 * has come for far longer than usual.
 */
export const sourceHealthSchema = z.object({
  source: healthSourceSchema,
  state: z.enum(['idle', 'good', 'failing', 'silent']),
  calls: z.number().int(),
  good: z.number().int(),
  share: z.number().min(0).max(1).nullable(),
  latency: spread.nullable(),
  /** From the scan to our knowing it, without what a first answer tells of the past. */
  lag: spread.nullable(),
  silence: z.object({
    /** Since the newest scan came in. */
    now: z.number().nullable(),
    longest: z.number().nullable(),
    /** Nine in ten silences of the last 30 days were shorter. */
    usual: z.number().nullable(),
  }),
  /** Scans that came after a later one of the same leg was known. */
  disorder: z.object({ late: z.number().int(), of: z.number().int(), share: z.number().nullable() }),
  /** Notes of changed answers that were met. */
  drift: z.object({ notes: z.number().int(), lastAt: instantSchema.nullable() }),
  /** Stretches in which it was asked and answered nothing. */
  gaps: z.object({ count: z.number().int(), longest: z.number() }),
  /** The last 24 hours, oldest first. */
  strip: z
    .array(
      z.object({
        at: instantSchema,
        good: z.number().int(),
        bad: z.number().int(),
        scans: z.number().int(),
      }),
    )
    .length(24),
});
export type SourceHealth = z.infer<typeof sourceHealthSchema>;

export const healthCalls = {
  /** One row for each source that was ever asked or set up. */
  'health.sources': query(nothing, z.object({ sources: z.array(sourceHealthSchema) })),
};
