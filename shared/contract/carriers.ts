import { z } from 'zod';
import {
  carrierCandidateSchema,
  carrierSourceSchema,
  driftKindSchema,
  pushSourceSchema,
  sourceFaultKindSchema,
} from '../model/carrierSource.ts';
import { parcelIdSchema } from '../model/ids.ts';
import { instantSchema } from '../time.ts';
import { command, query } from './define.ts';
import { nothing, pageInput, pageOf } from './page.ts';

/** One tracking service with its state. No secret is in it: a secret is told by its last characters. */
export const carrierSourceViewSchema = z.object({
  source: carrierSourceSchema,
  name: z.string(),
  kind: z.enum(['aggregator', 'carrier']),
  /** The user's own credentials, as far as they may be shown; null before any were saved. */
  credentials: z
    .array(z.object({ key: z.string(), secret: z.boolean(), shown: z.string().nullable() }))
    .nullable(),
  enabled: z.boolean(),
  /** When the live service first gave this user a good answer; null: not verified against the live service. */
  verifiedAt: instantSchema.nullable(),
  lastGoodAt: instantSchema.nullable(),
  fault: z.object({ kind: sourceFaultKindSchema, code: z.string(), at: instantSchema }).nullable(),
  /** It is not asked before this. */
  restUntil: instantSchema.nullable(),
  /** Numbers that the service knows. */
  numbers: z.number().int(),
  /** Calls within seven days: all, those that went well, and their mean time in ms. */
  week: z.object({
    calls: z.number().int(),
    good: z.number().int(),
    meanMs: z.number().int(),
    charged: z.number().int(),
  }),
});
export type CarrierSourceView = z.infer<typeof carrierSourceViewSchema>;

/** How the questions to one enabled service are planned. */
const carrierScheduleSchema = z.object({
  source: carrierSourceSchema,
  nextDueAt: instantSchema.nullable(),
  /** Numbers that will be asked about again. */
  following: z.number().int(),
  /** Of those, numbers that wait because the month's charges are used up. */
  unpaid: z.number().int(),
  /** Numbers that the service refused for want of its own allowance, and when the first is tried again; null for none. */
  lacking: z.object({ n: z.number().int(), until: instantSchema }).nullable(),
  /** Numbers asked about on this UTC day. */
  askedToday: z.number().int(),
  /** Charges of this calendar month (UTC) and what they will be when it `ends`; null: the service charges nothing. */
  month: z
    .object({
      allowed: z.number().int(),
      used: z.number().int(),
      projected: z.number().int(),
      ends: instantSchema,
    })
    .nullable(),
});
export type CarrierSchedule = z.infer<typeof carrierScheduleSchema>;

const one = z.object({ source: carrierSourceSchema }).strict();

export const pushStateSchema = z.object({
  on: z.boolean(),
  /** The port that was asked for; 0 is any free one. */
  port: z.number().int(),
  /** The port on which it listens now. */
  listening: z.number().int().nullable(),
  /** The public address of the user's tunnel, without a slash at its end. */
  publicBase: z.string().nullable(),
  sources: z.array(
    z.object({
      source: pushSourceSchema,
      /** What to enter at the service; null while no public address is told. */
      url: z.string().nullable(),
      /** The secret for checking its signature is there. */
      ready: z.boolean(),
      /** Pushes within seven days, by what became of them. */
      week: z.record(z.string(), z.number().int()),
    }),
  ),
});
export type PushState = z.infer<typeof pushStateSchema>;

export const driftNoteSchema = z.object({
  id: z.number().int(),
  source: carrierSourceSchema,
  call: z.string(),
  kind: driftKindSchema,
  path: z.string(),
  sample: z.string(),
  seen: z.number().int(),
  firstAt: instantSchema,
  lastAt: instantSchema,
});

export const carrierCalls = {
  /** Every service that can be asked, with or without credentials. */
  'carriers.list': query(nothing, z.object({ sources: z.array(carrierSourceViewSchema) })),
  /** When each enabled service is asked next, and how its budget will last. */
  'carriers.schedule': query(nothing, z.object({ sources: z.array(carrierScheduleSchema) })),
  /** How many numbers or questions a service may charge in a calendar month (UTC). */
  'carriers.setMonthly': command(
    z.object({ source: carrierSourceSchema, allowed: z.number().int().min(0).max(1_000_000) }).strict(),
    z.object({ source: carrierSourceSchema, allowed: z.number().int() }),
  ),
  /** Saves credentials; a secret that is left blank stays as it is. Answers with masks. */
  'carriers.save': command(
    z
      .object({
        source: carrierSourceSchema,
        credentials: z.record(z.string().max(40), z.string().max(400)),
      })
      .strict(),
    carrierSourceViewSchema,
  ),
  /** Asks the service something that costs nothing (Kuaidi100: one question) to prove the credentials. */
  'carriers.test': command(
    one,
    z.object({
      ms: z.number().int(),
      allowance: z.object({ total: z.number().nullable(), left: z.number().nullable() }).nullable(),
    }),
  ),
  'carriers.setEnabled': command(
    z.object({ source: carrierSourceSchema, enabled: z.boolean() }).strict(),
    carrierSourceViewSchema,
  ),
  /** Forgets the credentials. What the service brought stays. */
  'carriers.forget': command(one, carrierSourceViewSchema),
  'carriers.push': query(nothing, pushStateSchema),
  /** Turns the receiver of pushes on or off. It listens on loopback; the tunnel is the user's own. */
  'carriers.setPush': command(
    z
      .object({
        on: z.boolean(),
        port: z.number().int().min(0).max(65_535),
        publicBase: z
          .string()
          .max(300)
          // A loopback address is for the sandbox: a service reaches none.
          .regex(/^(https:\/\/[^\s/]+|http:\/\/127\.0\.0\.1(:\d{1,5})?)(\/[^\s]*[^\s/])?$/)
          .nullable(),
      })
      .strict(),
    pushStateSchema,
  ),
  /** How answers differ from what we know of them, newest first. */
  'carriers.drift': query(z.object(pageInput).strict(), pageOf(driftNoteSchema)),
  /** Whose number it may be, best first. */
  'parcels.carrierCandidates': query(
    z.object({ parcelId: parcelIdSchema }).strict(),
    z.object({
      number: z.string(),
      carrier: z.string(),
      candidates: z.array(carrierCandidateSchema).max(20),
      /** The one that may be taken without asking, or null. */
      certain: z.string().nullable(),
    }),
  ),
  /** A person says whose number it is: learned, and used for what is asked from now on. */
  'parcels.setCarrier': command(
    z
      .object({
        parcelId: parcelIdSchema,
        carrier: z
          .string()
          .min(2)
          .max(60)
          .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
      })
      .strict(),
    z.object({ number: z.string(), carrier: z.string() }),
  ),
};
