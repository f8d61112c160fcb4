import { z } from 'zod';
import { eventIdSchema, parcelIdSchema } from '../model/ids.ts';
import { nodeSchema, reasonSchema } from '../model/node.ts';
import { instantSchema } from '../time.ts';
import { ownRuleSchema } from '../model/ownRule.ts';
import { command, query } from './define.ts';
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

const ruleChangeSchema = z.object({
  ruleId: z.number().int(),
  /** Different words that the rule reads, and parcels that have them. */
  scans: z.number().int(),
  parcels: z.number().int(),
});

const neighbourSchema = z.object({
  /** Null: the trail begins or ends there. */
  node: nodeSchema.nullable(),
  times: z.number().int(),
});

/** What is known around words that nothing understands, for a person who is to say what they mean. */
export const wordsAroundSchema = z.object({
  /** The newest parcels that have them. */
  parcels: z.array(z.object({ parcelId: parcelIdSchema, number: z.string() })).max(5),
  /** What comes right before and right after them in the newest trails, most often first. */
  before: z.array(neighbourSchema).max(3),
  after: z.array(neighbourSchema).max(3),
  /** The most alike of the words that are understood, and how alike they are, from 0.5 to 1; null where none is. */
  alike: z
    .object({ text: z.string(), node: nodeSchema, reason: reasonSchema.nullable(), share: z.number() })
    .nullable(),
});
export type WordsAround = z.infer<typeof wordsAroundSchema>;

/** Words as a rule has them, or those of a scan that is stored: what is shown of it may lack the names of persons. */
const ruleWords = {
  carrier: z.string().min(1).max(60).nullable(),
  code: z.string().min(1).max(200).nullable(),
  text: z.string().max(20_000),
};

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
  /** `text` is the status word where a scan has no text. */
  'sources.around': query(
    z.union([z.object(ruleWords).strict(), z.object({ eventId: eventIdSchema }).strict()]),
    wordsAroundSchema,
  ),
  /** The user's own rules, oldest first. */
  'sources.rules': query(nothing, z.object({ rules: z.array(ownRuleSchema) })),
  /**
   * Says what words mean, for every scan that says the same. `carrier` null is any carrier; `text` is the status word
   * where a scan has no text. A rule for the same words is replaced.
   */
  'sources.mapText': command(
    z
      .object({
        ...ruleWords,
        node: nodeSchema.exclude(['UNKNOWN']),
        reason: reasonSchema.nullable(),
      })
      .strict(),
    ruleChangeSchema,
  ),
  /** The same for the words of a scan, by its own carrier and code: for one that was read wrongly. */
  'sources.mapScan': command(
    z
      .object({
        eventId: eventIdSchema,
        node: nodeSchema.exclude(['UNKNOWN']),
        reason: reasonSchema.nullable(),
      })
      .strict(),
    ruleChangeSchema,
  ),
  /** Takes a rule back: what it read is read again without it. */
  'sources.unmapText': command(z.object({ ruleId: z.number().int().min(1) }).strict(), ruleChangeSchema),
  /** Writes the rules to a JSON file. */
  'sources.exportRules': command(
    z.object({ path: z.string().min(1).max(4096) }).strict(),
    z.object({ path: z.string(), rows: z.number().int() }),
  ),
};
