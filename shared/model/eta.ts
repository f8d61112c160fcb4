import { z } from 'zod';
import { instantSchema, zoneSchema } from '../time.ts';
import { TROUBLE_KINDS } from './case.ts';
import { stageSchema } from './node.ts';
import { weatherSpellSchema } from './weather.ts';

/** A holiday or an own day off that falls into a stage, as `engine/eta/calendars` names it. */
export const etaDayOffSchema = z.object({
  /** `YYYY-MM-DD` in the zone of the place. */
  date: z.string(),
  /** A holiday's name in the country's language, an own day off's as a person calls it; null where it has none. */
  name: z.string().nullable(),
  /** Market or CN. */
  country: z.string(),
  /** By its code (`shared/text/states.ts`), where the holiday is not the whole country's. */
  state: z.string().nullable().default(null),
  tentative: z.boolean(),
  /** `week`: a day on which the carrier does not work; it has no name. */
  why: z.enum(['holiday', 'own', 'week']).default('holiday'),
});
export type EtaDayOff = z.infer<typeof etaDayOffSchema>;

/**
 * Where a stage's usual time comes from, strongest first: `lane`: the seller's own parcels on this lane · `pooled`: mixed
 * with wider groups because the lane has few · `prior`: the documented prior of the market pair, no history at all.
 */
export const ETA_BASES = ['lane', 'pooled', 'prior'] as const;

/** One remaining stage. The stage the parcel stands in comes first, with what is left of it. */
export const etaTermSchema = z.object({
  stage: stageSchema,
  /** Median of what remains of this stage, ms, times `chance`: its share of the whole. */
  usualMs: z.number().min(0),
  /** The chance that a parcel of this way is scanned in the stage at all; its time counts with it. */
  chance: z.number().min(0).max(1).default(1),
  /** Its own 10th (times `chance`) and 90th percentile, ms: they do not add up over stages. */
  loMs: z.number().min(0),
  hiMs: z.number().min(0),
  /** Deliveries behind it, those of wider groups included (weights rounded). */
  sample: z.number().int().min(0),
  basis: z.enum(ETA_BASES),
  daysOff: z.array(etaDayOffSchema),
});
export type EtaTerm = z.infer<typeof etaTermSchema>;

/** Below this chance the time of a stage is no longer said as if every parcel took it. */
const NEARLY_ALL = 0.95;
/** Below this chance a stage is told as one that hardly a parcel shows. */
const HARDLY = 0.005;

/**
 * How a stage is to be told that not every parcel is scanned in: `whole`: what remains of it for those that are, ms;
 * `hardly`: next to none is. Null for a stage that nearly all show.
 */
export function sometimesOf({ chance, usualMs, loMs }: Pick<EtaTerm, 'chance' | 'usualMs' | 'loMs'>): {
  readonly whole: number;
  readonly lo: number;
  readonly hardly: boolean;
} | null {
  if (chance >= NEARLY_ALL) return null;
  return chance < HARDLY
    ? { whole: 0, lo: 0, hardly: true }
    : { whole: usualMs / chance, lo: loMs / chance, hardly: false };
}

/** A stage that no parcel was scanned in, on a way whose other stages are known: it is not that there was no parcel. */
export function isUnseen(term: Pick<EtaTerm, 'sample'>, all: readonly Pick<EtaTerm, 'sample'>[]): boolean {
  return term.sample === 0 && all.some(({ sample }) => sample > 0);
}

/**
 * What turns the sum of the stages' medians into the median of the whole:
 * `combination`: the median of a sum is not the sum of medians · `elapsed`: the parcel has been in its stage longer (or
 * less) than usual · `network-speed`: everything is faster or slower than it was · `weekday`: weekends and departure
 * days · `holiday` · `open-case` · `strike` · `weather` · `seller`: this seller's usual lateness to hand over ·
 * `calibration`: the correction learnt from past errors · `hand-over`: it counts only from a later day on ·
 * `delivery-day`: nothing is delivered on the day on which it would come.
 */
export const ETA_ADJUSTMENTS = [
  'combination',
  'elapsed',
  'network-speed',
  'weekday',
  'holiday',
  'open-case',
  'strike',
  'weather',
  'seller',
  'calibration',
  'hand-over',
  'delivery-day',
] as const;
export const etaAdjustmentKindSchema = z.enum(ETA_ADJUSTMENTS);
export type EtaAdjustmentKind = z.infer<typeof etaAdjustmentKindSchema>;

/** What a warning of weather is about: which days, which stage meets it, and what it does to the range. */
export const etaWeatherSchema = weatherSpellSchema.extend({
  stage: stageSchema,
  /** The place's name in Chinese, where we know it. */
  placeZh: z.string().nullable(),
  /** The 80 % range ends so much later because of it, ms. */
  widerMs: z.number().min(0),
});
export type EtaWeather = z.infer<typeof etaWeatherSchema>;

export const etaAdjustmentSchema = z.object({
  kind: etaAdjustmentKindSchema,
  /** Multiplies what has been summed so far; 1 for none. */
  factor: z.number().positive().default(1),
  /** Is added after the factor, ms; may be negative. */
  addMs: z.number().default(0),
  /** The case that is open, for `open-case`. */
  caseKind: z.enum(TROUBLE_KINDS).nullable().default(null),
  /** For `open-case`: how many such cases tell what it adds; 0 where that is our own assumption. */
  sample: z.int().min(0).optional(),
  /** The place named by a warning, for `weather` and `strike`. */
  place: z.string().nullable().default(null),
  /** For `weather` only. */
  weather: etaWeatherSchema.optional(),
});
export type EtaAdjustment = z.infer<typeof etaAdjustmentSchema>;

/** Why an estimate moved. `scan`: a scan came, sooner or later than expected · `waiting`: time went by without one · `model`: the model learnt. */
export const ETA_CHANGES = ['scan', 'waiting', 'model', ...ETA_ADJUSTMENTS] as const;
export const etaChangeSchema = z.object({
  previousP50: instantSchema,
  previousMadeAt: instantSchema,
  /** Parts of the move, ms each; together they are `p50 - previousP50`. Largest first. */
  why: z.array(
    z.object({
      kind: z.enum(ETA_CHANGES),
      addMs: z.number(),
      stage: stageSchema.nullable().default(null),
    }),
  ),
});
export type EtaChange = z.infer<typeof etaChangeSchema>;

/**
 * The terms of the late risk (docs/decisions/0090). Log odds, of which the first four add up to what the record of promises
 * says; `pLate` is that, met with the range's share (`recomputeLate`).
 */
export const etaLateSchema = z.object({
  /** Without room to spare, for a promise of usual length; with the calm that parcels under way tell of, where they do (0126). */
  base: z.number(),
  /** What the time that is left beside the time that is needed does to it. */
  room: z.number(),
  /** What it does that the promise is shorter or longer than usual. */
  length: z.number(),
  /** What parcels to this destination do differently. */
  destination: z.number(),
  /** The share of the range that lies after the promise. */
  range: z.number().min(0).max(1),
  /** From the moment that the time counts from: to the promise, and to the middle of the range, ms. */
  leftMs: z.number(),
  neededMs: z.number(),
  /** The market; '' where it is not known. */
  to: z.string(),
});
export type EtaLate = z.infer<typeof etaLateSchema>;

/** `stale-input`: nothing new for longer than the lane's p90 gap · `no-scan`: nothing to begin from · `ended`: delivered, lost or on its way back. */
export const ETA_WITHHELD = ['stale-input', 'no-scan', 'ended'] as const;

/**
 * When a parcel arrives. `p50 = base + ms`, where ms is the sum of `terms[].usualMs`, then for each adjustment in order
 * times its factor plus its addition (`engine/eta/explanation/recompute.ts`). All times are instants; a date is a
 * matter of the buyer's zone.
 */
export const estimateSchema = z.object({
  p50: instantSchema,
  lo80: instantSchema,
  hi80: instantSchema,
  lo90: instantSchema,
  hi90: instantSchema,
  /** What the estimate knows: only the order, the hand-over to the carrier, or scans on the way. */
  from: z.enum(['ordered', 'handed-over', 'scan']),
  /** The instant that the remaining time counts from: usually `madeAt`. */
  base: instantSchema,
  madeAt: instantSchema,
  /** Probability to come after the promise, 0 to 1; null without a promise. */
  pLate: z.number().min(0).max(1).nullable(),
  /** Its terms; null without a promise, and where there is no time left until it. */
  late: etaLateSchema.nullable().default(null),
  /** The last instant that still keeps the promise. */
  promise: instantSchema.nullable(),
  /** Not null: the dates must not be shown as if they held. `since`: the last that was heard of the parcel. */
  withheld: z.object({ since: instantSchema, reason: z.enum(ETA_WITHHELD) }).nullable(),
  /** No history of this seller stands behind it; every basis is a prior. */
  cold: z.boolean(),
  /** A date of the span lies outside the holiday tables, or a country has none: see `calendars`. */
  calendarGap: z.enum(['no-calendar', 'before-table', 'after-table']).nullable(),
  /** The hand-over that the present stage began with, where it counts later than it happened (decision 0105). */
  handOver: z
    .object({
      at: instantSchema,
      countsFrom: instantSchema,
      /** The cut-off that it came after, `HH:MM`; null: the day was not worked. */
      cutOff: z.string().nullable(),
      /** Its clock. */
      zone: zoneSchema,
      daysOff: z.array(etaDayOffSchema),
    })
    .nullable()
    .default(null),
  /** Days without deliveries on which the median would fall (it is told for the day after them), or on which the promise ends. */
  noDelivery: z.array(etaDayOffSchema).default([]),
  terms: z.array(etaTermSchema),
  adjustments: z.array(etaAdjustmentSchema),
  change: etaChangeSchema.nullable(),
});
export type Estimate = z.infer<typeof estimateSchema>;
