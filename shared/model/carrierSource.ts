import { z } from 'zod';

/** Services that are asked about parcels beside Shopee. Aggregators first, then carriers. */
export const CARRIER_SOURCES = [
  '17track',
  'aftership',
  'kuaidi100',
  'ninjavan',
  'yunexpress',
  '4px',
  'jt',
  'sf',
] as const;
export const carrierSourceSchema = z.enum(CARRIER_SOURCES);
export type CarrierSourceId = z.infer<typeof carrierSourceSchema>;

/** Services whose pushes the receiver knows how to check: Shopee, and the carrier sources that document a signature. */
export const PUSH_SOURCES = ['shopee', '17track', 'aftership', 'kuaidi100', 'ninjavan', 'jt'] as const;
export const pushSourceSchema = z.enum(PUSH_SOURCES);
export type PushSourceId = z.infer<typeof pushSourceSchema>;

/**
 * What went wrong with a question, by what can be done: `auth` fix the credentials · `quota` wait for more or buy ·
 * `rate` wait a moment · `transient` try again · `caller` the question is wrong (number, carrier, a field that is
 * missing) · `not-found` the service does not know the number · `no-info-yet` it knows it and has no scan.
 */
export const SOURCE_FAULTS = [
  'auth',
  'quota',
  'rate',
  'transient',
  'caller',
  'not-found',
  'no-info-yet',
] as const;
export const sourceFaultKindSchema = z.enum(SOURCE_FAULTS);
export type SourceFaultKind = z.infer<typeof sourceFaultKindSchema>;

/** How an answer differs from what we know of the service. */
export const DRIFT_KINDS = ['new-field', 'new-value', 'missing-field', 'wrong-type'] as const;
export const driftKindSchema = z.enum(DRIFT_KINDS);
export type DriftKind = z.infer<typeof driftKindSchema>;

/** One field of a service's credentials. Words are in `shared/text/ui/carrierSources.ts`. */
export interface CredentialField {
  readonly key: string;
  /** Kept in the encrypted store, shown by its last characters only. */
  readonly secret: boolean;
  readonly optional: boolean;
  /** A value that cannot be right is refused before anything is asked. */
  readonly pattern: RegExp;
  readonly options?: readonly string[];
}

export interface CarrierSourceFacts {
  readonly kind: 'aggregator' | 'carrier';
  readonly name: string;
  /** Numbers in one question, at most. */
  readonly batch: number;
  /** Questions a second, at most. */
  readonly perSecond: number;
  /** What the service charges for: nothing, each number once, or each question. */
  readonly paidPer: 'nothing' | 'number' | 'question';
  readonly push: boolean;
  /**
   * How well the service's form is known: `documented` in full, or `partial`: built from what public documents tell and
   * marked "not verified against the live service" until a user's first good answer.
   */
  readonly known: 'documented' | 'partial';
  /** Hours after which a second question can bring more; asking sooner is waste (CA 7.1). */
  readonly freshHours: number;
  readonly fields: readonly CredentialField[];
}

const secret = (key: string, optional = false): CredentialField => ({
  key,
  secret: true,
  optional,
  pattern: /^[\x21-\x7e]{4,400}$/,
});
const plain = (key: string, pattern = /^[\x21-\x7e]{1,200}$/): CredentialField => ({
  key,
  secret: false,
  optional: false,
  pattern,
});
const choice = (key: string, options: readonly string[]): CredentialField => ({
  key,
  secret: false,
  optional: false,
  pattern: new RegExp(`^(${options.join('|')})$`),
  options,
});

/** Batch sizes, rates and units of charge as the services document them (CA 2.1 and 3.1). */
export const CARRIER_SOURCE_FACTS: Readonly<Record<CarrierSourceId, CarrierSourceFacts>> = {
  '17track': {
    kind: 'aggregator',
    name: '17TRACK',
    batch: 40,
    perSecond: 3,
    paidPer: 'number',
    push: true,
    known: 'documented',
    freshHours: 3,
    fields: [secret('apiKey')],
  },
  aftership: {
    kind: 'aggregator',
    name: 'AfterShip',
    batch: 50,
    perSecond: 5,
    paidPer: 'number',
    push: true,
    known: 'documented',
    freshHours: 0.5,
    fields: [secret('apiKey'), secret('webhookSecret', true)],
  },
  kuaidi100: {
    kind: 'aggregator',
    name: '快递100',
    batch: 1,
    perSecond: 1,
    paidPer: 'question',
    push: true,
    known: 'partial',
    // Repeated questions about one number within half an hour can lock it.
    freshHours: 0.5,
    fields: [plain('customer'), secret('key'), secret('salt', true)],
  },
  ninjavan: {
    kind: 'carrier',
    name: 'Ninja Van',
    batch: 1,
    perSecond: 2,
    paidPer: 'nothing',
    push: true,
    known: 'partial',
    freshHours: 0.5,
    fields: [
      choice('country', ['sg', 'my', 'id', 'ph', 'th', 'vn']),
      plain('clientId'),
      secret('clientSecret'),
    ],
  },
  yunexpress: {
    kind: 'carrier',
    name: 'YunExpress',
    batch: 1,
    perSecond: 2,
    paidPer: 'nothing',
    push: false,
    known: 'partial',
    freshHours: 2,
    fields: [plain('appId'), secret('appSecret'), secret('sourceKey')],
  },
  '4px': {
    kind: 'carrier',
    name: '4PX',
    batch: 1,
    perSecond: 2,
    paidPer: 'nothing',
    push: false,
    known: 'partial',
    freshHours: 2,
    fields: [plain('appKey'), secret('appSecret')],
  },
  jt: {
    kind: 'carrier',
    name: 'J&T Express',
    batch: 30,
    perSecond: 1,
    paidPer: 'nothing',
    push: true,
    known: 'partial',
    freshHours: 1,
    fields: [choice('country', ['my', 'th', 'vn', 'mx', 'cn']), plain('apiAccount'), secret('privateKey')],
  },
  sf: {
    kind: 'carrier',
    name: 'SF Express',
    batch: 10,
    perSecond: 10,
    paidPer: 'nothing',
    push: false,
    known: 'partial',
    freshHours: 1,
    fields: [plain('partnerId'), secret('checkword')],
  },
};

/** Why a carrier is thought to be a number's: named by the shop or file, told before, postal check digit, shape. */
export const carrierCandidateSchema = z.object({
  carrier: z.string(),
  score: z.number().min(0).max(1),
  why: z.enum(['named', 'learned', 's10', 'pattern']),
});
export type CarrierCandidate = z.infer<typeof carrierCandidateSchema>;
