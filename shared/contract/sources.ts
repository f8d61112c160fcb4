import { z } from 'zod';
import { instantSchema } from '../time.ts';
import { query } from './define.ts';
import { nothing, pageInput, pageOf } from './page.ts';

/** A scan whose meaning is not known: listed once per carrier, code and text, with how often it was seen. */
export const unknownScanSchema = z.object({
  carrier: z.string(),
  code: z.string().nullable(),
  status: z.string().nullable(),
  text: z.string(),
  lang: z.string().nullable(),
  seen: z.number().int(),
});
export type UnknownScan = z.infer<typeof unknownScanSchema>;

export const sourceCalls = {
  /** Carriers seen so far with how many scans, how many not understood, and the newest scan's age. */
  'sources.list': query(
    nothing,
    z.object({
      sources: z
        .array(
          z.object({
            carrier: z.string(),
            scans: z.number().int(),
            unknown: z.number().int(),
            parcels: z.number().int(),
            lastScanAt: instantSchema.nullable(),
          }),
        )
        .max(500),
    }),
  ),
  /** Most seen first. */
  'sources.unknown': query(
    z.object({ carrier: z.string().max(60).nullable(), ...pageInput }).strict(),
    pageOf(unknownScanSchema),
  ),
};
