import { z } from 'zod';
import { instantSchema } from '../time.ts';
import { directionSchema, meaningSchema } from './event.ts';
import { eventIdSchema } from './ids.ts';
import { nodeSchema, reasonSchema, stageSchema } from './node.ts';

/** A stretch of the journey in one stage. A parcel may come back to a stage; then the stretch appears again. */
export const stageSpanSchema = z.object({
  stage: stageSchema,
  direction: directionSchema,
  start: instantSchema.nullable(),
  /** Null while the parcel is still in the stage, or where no time was given. */
  end: instantSchema.nullable(),
  place: z.string().nullable(),
  events: z.array(eventIdSchema),
});
export type StageSpan = z.infer<typeof stageSpanSchema>;

export const journeyEventSchema = meaningSchema.extend({
  id: eventIdSchema,
  direction: directionSchema,
  /** True for scans of an earlier parcel under the same, re-used number. */
  earlier: z.boolean(),
});
export type JourneyEvent = z.infer<typeof journeyEventSchema>;

/** Things worth telling that are no trouble by themselves. */
export const journeyNoteSchema = z.enum([
  'number-reused', // an earlier parcel had the same number
  'two-carriers', // scanned under more than one carrier
  'times-missing', // some scans carry no time
  'zones-assumed', // some zones are assumptions
  'order-uncertain', // scans without a full time; order taken from the source
  'scans-after-end', // the way goes on after the end that the parcel stands at: the last mile a day and more, its begin at all
  'clocks-disagree', // times run against the order in which the source lists its scans
]);
export type JourneyNote = z.infer<typeof journeyNoteSchema>;

/** A parcel's journey: a pure function of its scans (`engine/journey/reduce.ts`), rebuilt at will, byte for byte. */
export const journeySchema = z.object({
  /** The node the parcel stands at: the last that moved it, never NOTE; UNKNOWN when nothing was understood. */
  node: nodeSchema,
  stage: stageSchema.nullable(),
  reason: reasonSchema.nullable(),
  direction: directionSchema,
  terminal: z.boolean(),
  /** When the parcel came to `node`. */
  since: instantSchema.nullable(),
  /** Instant of the newest scan, whether it moved the parcel or not. */
  lastScanAt: instantSchema.nullable(),
  lastMoveAt: instantSchema.nullable(),
  lastEventId: eventIdSchema.nullable(),
  lastPlace: z.string().nullable(),
  unknown: z.number().int(),
  spans: z.array(stageSpanSchema),
  /** Oldest first. */
  events: z.array(journeyEventSchema),
  notes: z.array(journeyNoteSchema),
});
export type Journey = z.infer<typeof journeySchema>;
