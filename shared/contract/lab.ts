import { z } from 'zod';
import { carrierSourceSchema, SOURCE_FAULTS } from '../model/carrierSource.ts';
import { instantSchema } from '../time.ts';
import { command, query } from './define.ts';
import { nothing } from './page.ts';

/** Calls to one source in one run, at most. */
export const LAB_CALLS_MAX = 500;

export const LAB_OUTCOMES = ['scans', 'unchanged', ...SOURCE_FAULTS] as const;
export const labOutcomeSchema = z.enum(LAB_OUTCOMES);
export type LabOutcome = z.infer<typeof labOutcomeSchema>;

/**
 * Why a source's part of a run ended before its last call: `off` · `resting` (it asked us to wait) · `budget` (the rest
 * would cost) · `auth` · `quota` · `rate` (a long wait) · `unreachable` (too many failures in a row) · `once` (each number
 * may be asked once only) · `cancelled`.
 */
export const LAB_ENDS = [
  'off',
  'resting',
  'budget',
  'auth',
  'quota',
  'rate',
  'unreachable',
  'once',
  'cancelled',
] as const;
export const labEndSchema = z.enum(LAB_ENDS);
export type LabEnd = z.infer<typeof labEndSchema>;

/** What a waybill may be, and how many one run takes. */
export const LAB_NUMBER = /^[A-Za-z0-9-]{5,40}$/;
export const LAB_NUMBERS_MAX = 100;

export const labOptionsSchema = z
  .object({
    sources: z.array(carrierSourceSchema).min(1).max(8),
    numbers: z.array(z.string().trim().regex(LAB_NUMBER)).min(1).max(LAB_NUMBERS_MAX),
    /** Calls to each source. */
    calls: z.number().int().min(1).max(LAB_CALLS_MAX),
    /** Calls a second to each source; a source that allows less is asked less. */
    perSecond: z.number().min(0.1).max(10),
    /** Numbers or questions that may be charged in this run, over all sources. */
    mayCharge: z.number().int().min(0).max(LAB_CALLS_MAX),
  })
  .strict();
export type LabOptions = z.infer<typeof labOptionsSchema>;

const runId = z.number().int().positive();
export const labRunSchema = z.object({
  id: runId,
  /** `interrupted`: the program ended during it. */
  state: z.enum(['running', 'done', 'cancelled', 'interrupted']),
  options: labOptionsSchema,
  done: z.number().int(),
  planned: z.number().int(),
  startedAt: instantSchema,
  finishedAt: instantSchema.nullable(),
});
export type LabRun = z.infer<typeof labRunSchema>;

/** A source of the run under way that is left alone for a while, because it was asked too fast. */
export const labWaitSchema = z.object({
  source: carrierSourceSchema,
  until: instantSchema,
  /** How long to wait was the service's own word; otherwise it is our guess. */
  asked: z.boolean(),
  /** The service's code of the fault. */
  code: z.string(),
});
export type LabWait = z.infer<typeof labWaitSchema>;

/** What one source showed in a run. Times in milliseconds. */
export const labSourceReportSchema = z.object({
  source: carrierSourceSchema,
  calls: z.number().int(),
  ended: labEndSchema.nullable(),
  /** The interface answered, also with "no information yet" or "no such number". */
  answered: z.number().int(),
  share: z.number().min(0).max(1).nullable(),
  /** Lower bound of the share (Wilson, 95 %): few calls prove little. */
  shareLow: z.number().min(0).max(1),
  latency: z
    .object({ p50: z.number(), p90: z.number(), p99: z.number(), max: z.number(), mean: z.number() })
    .nullable(),
  /** Calls by latency: up to each of `LAB_CLASSES`, and beyond. */
  classes: z.array(z.number().int()),
  outcomes: z.array(
    z.object({ outcome: labOutcomeSchema, code: z.string().nullable(), n: z.number().int() }),
  ),
  /** Answers that differ from the one before about the same number. */
  changed: z.number().int(),
  /** Answers with fewer scans than the one before. */
  shrunk: z.number().int(),
  drift: z.number().int(),
  charged: z.number().int(),
  /** Scans that were new to the journal. */
  fresh: z.number().int(),
});
export type LabSourceReport = z.infer<typeof labSourceReportSchema>;

const one = z.object({ runId }).strict();
export const labCalls = {
  /** Starts a run of calls to real services; one run at a time. */
  'lab.start': command(labOptionsSchema, labRunSchema),
  /** Newest first, and who is waited for. Progress is announced on the topic `sources`. */
  'lab.runs': query(
    nothing,
    z.object({ runs: z.array(labRunSchema).max(50), waits: z.array(labWaitSchema).max(8) }),
  ),
  /** The sources side by side, the steadiest first. */
  'lab.report': query(one, z.object({ run: labRunSchema, sources: z.array(labSourceReportSchema) })),
  'lab.cancel': command(one, labRunSchema),
  /** Writes the calls (CSV), or run, report and calls (JSON). */
  'lab.export': command(
    z.object({ runId, path: z.string().min(1).max(4096), format: z.enum(['csv', 'json']) }).strict(),
    z.object({ path: z.string(), rows: z.number().int() }),
  ),
};
