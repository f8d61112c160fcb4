import { z } from 'zod';
import { instantSchema } from '../time.ts';
import { parcelIdSchema } from './ids.ts';
import { marketSchema } from './market.ts';

/** When in a parcel's life an estimate was made: each is scored by itself, they are never averaged together. */
export const SCORE_MOMENTS = [
  'ordered',
  'handed-over',
  'FIRST_MILE',
  'ORIGIN',
  'EXPORT',
  'LINEHAUL',
  'IMPORT',
  'LAST_MILE',
] as const;
export const scoreMomentSchema = z.enum(SCORE_MOMENTS);
export type ScoreMoment = z.infer<typeof scoreMomentSchema>;

/** An estimate that waits for its delivery: the first one made at its moment. */
export const scoredEstimateSchema = z.object({
  parcelId: parcelIdSchema,
  moment: scoreMomentSchema,
  madeAt: instantSchema,
  lane: z.string(),
  market: marketSchema.nullable(),
  carrier: z.string(),
  p50: instantSchema,
  lo80: instantSchema,
  hi80: instantSchema,
  lo90: instantSchema,
  hi90: instantSchema,
  pLate: z.number().min(0).max(1).nullable(),
  /** The last instant that keeps the promise. */
  promise: instantSchema.nullable(),
  /** What the median of the lane alone would have said at this moment. */
  laneMedian: instantSchema.nullable(),
  /** When a person could see that it would be late (the late-risk case opened); null if it was never said. */
  warnedAt: instantSchema.nullable(),
  /** When that was taken back, because the risk had fallen; null while it stands. */
  recalledAt: instantSchema.nullable(),
});
export type ScoredEstimate = z.infer<typeof scoredEstimateSchema>;
export type Score = ScoredEstimate & { readonly deliveredAt: z.infer<typeof instantSchema> };

/** Hours of warning kept in one tally, at most: enough for a median. */
export const LEADS_MAX = 200;

/** Sums over deliveries that can be added to each other: `engine/eta/scoreboard/tally.ts`. Days are of 24 hours. */
export const tallySchema = z.object({
  n: z.number().int(),
  /** Same date as the median, in the market's zone. */
  exact: z.number().int(),
  absDays: z.number(),
  /** Signed: positive is later than the median said. */
  days: z.number(),
  in80: z.number().int(),
  in90: z.number().int(),
  width80: z.number(),
  width90: z.number(),
  score80: z.number(),
  score90: z.number(),
  /** Deliveries with a promise; how many kept it; and the promise read as an estimate. */
  promised: z.number().int(),
  onTime: z.number().int(),
  promiseAbsDays: z.number(),
  promiseExact: z.number().int(),
  /** Deliveries with a lane median, and it read as an estimate. */
  medians: z.number().int(),
  medianAbsDays: z.number(),
  medianExact: z.number().int(),
  /** Late-risk: late and called so in time, called so and not late, late and not called so, or no longer. */
  hits: z.number().int(),
  falseAlarms: z.number().int(),
  misses: z.number().int(),
  /** Deliveries with a probability, and the sum of its squared error. */
  odds: z.number().int(),
  brier: z.number(),
  /** Hours from the warning to the broken promise, of the hits. */
  leads: z.array(z.number()).max(LEADS_MAX),
});
export type Tally = z.infer<typeof tallySchema>;

export const SCORE_GROUPS = ['all', 'lane', 'market', 'carrier'] as const;
export const scoreGroupSchema = z.enum(SCORE_GROUPS);
export type ScoreGroup = z.infer<typeof scoreGroupSchema>;

/** `late`, `early`: arrivals fall after (before) the median too often · `narrow`, `wide`: the 80 % range holds too rarely (too often). */
export const DRIFTS = ['late', 'early', 'narrow', 'wide'] as const;
export const driftKindSchema = z.enum(DRIFTS);
export type DriftKind = z.infer<typeof driftKindSchema>;

export const driftAlarmSchema = z.object({
  kind: driftKindSchema,
  /** The delivery that raised it. */
  at: instantSchema,
  /** When the change most likely began. */
  since: instantSchema,
});
export type DriftAlarm = z.infer<typeof driftAlarmSchema>;

const share = z.number().min(0).max(1).nullable();
const amount = z.number().nullable();

/** One row of the scoreboard. A share or mean over nothing is null, never 0. */
export const scoreRowSchema = z.object({
  group: scoreGroupSchema,
  /** The lane, market or carrier; '' for all. */
  name: z.string(),
  moment: scoreMomentSchema,
  n: z.number().int(),
  onTime: share,
  exactDay: share,
  /** Days. */
  mae: amount,
  bias: amount,
  cover80: share,
  cover90: share,
  width80: amount,
  width90: amount,
  score80: amount,
  score90: amount,
  promise: z.object({ n: z.number().int(), mae: amount, exactDay: share }),
  laneMedian: z.object({ n: z.number().int(), mae: amount, exactDay: share }),
  late: z.object({
    n: z.number().int(),
    /** Warnings given in time, true and false: what `precision` is a share of. */
    warnings: z.number().int(),
    precision: share,
    recall: share,
    /** Median hours of warning of the hits. */
    leadHours: amount,
    brier: amount,
  }),
});
export type ScoreRow = z.infer<typeof scoreRowSchema>;
