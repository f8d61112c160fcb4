import { z } from 'zod';
import { driftAlarmSchema, scoreGroupSchema, scoreMomentSchema, scoreRowSchema } from '../model/score.ts';
import { query } from './define.ts';

/** What the rows of a scoreboard are: moments of the journey over everything, or the groups of one moment. */
export const scoreBySchema = z.enum(['moment', 'lane', 'market', 'carrier']);

export const scoreboardInputSchema = z
  .object({
    by: scoreBySchema,
    /** Which estimates are scored; for `by: moment` it only chooses the series and the alarms. */
    moment: scoreMomentSchema,
    /** Rolling window: deliveries of the last so many days, today included. */
    days: z.union([z.literal(7), z.literal(28), z.literal(90)]),
  })
  .strict();
export type ScoreboardInput = z.infer<typeof scoreboardInputSchema>;

export const scoreboardSchema = z.object({
  rows: z.array(scoreRowSchema).max(500),
  /** All deliveries at the chosen moment, by day of delivery; days without any are left out. */
  series: z.array(z.object({ date: z.string(), row: scoreRowSchema })).max(90),
  /** Raised in the window, newest first. */
  alarms: z
    .array(driftAlarmSchema.extend({ group: scoreGroupSchema, name: z.string(), moment: scoreMomentSchema }))
    .max(200),
  /** Where nothing was scored: as of an arrival (`arrivals.ts`). */
  learning: z.number().min(0).max(1).nullable().default(null),
});
export type Scoreboard = z.infer<typeof scoreboardSchema>;

export const insightCalls = {
  /** How often estimates were right: error, coverage, interval score, late-risk, beside promise and lane median. */
  'insights.scoreboard': query(scoreboardInputSchema, scoreboardSchema),
};
