import type { CarrierSourceId, DriftKind, SourceFaultKind } from '#shared/model/carrierSource.ts';
import type { ScanRow } from '#shared/model/import.ts';
import type { Market } from '#shared/model/market.ts';

/** Why a question got no scans. `code` is the service's own code or a word of ours (`http-503`, `error-page`). */
export interface SourceFault {
  readonly kind: SourceFaultKind;
  readonly code: string;
  /** How long the service asks us to wait; null where it does not say. */
  readonly retryAfterMs: number | null;
}

/** One number to ask about, with what the service may need to answer. */
export interface Asked {
  readonly number: string;
  /** Our slug of the carrier, or null where it is not known. */
  readonly carrier: string | null;
  /** The service was told about this number before. */
  readonly registered: boolean;
  /** Change test of the last answer: an equal one means nothing new. */
  readonly hash: string | null;
  readonly market: Market | null;
  readonly orderNo: string | null;
  readonly orderTime: number | null;
  /** Last four digits of a phone number, which SF and Kuaidi100 want for numbers of other accounts. */
  readonly phoneTail: string | null;
}

/** When the carrier or the service means to deliver, as it says. Instants in ms. */
export interface PromisedBy {
  readonly from: number | null;
  readonly to: number | null;
  readonly by: string;
}

export type NumberAnswer =
  | {
      readonly kind: 'scans';
      readonly number: string;
      readonly rows: readonly ScanRow[];
      /** Scans that were left out: later than now, older than the order, or without any word. */
      readonly refused: number;
      readonly hash: string;
      /** Whether the carrier answered the aggregator; null where the source is the carrier or does not say. */
      readonly carrierAnswered: boolean | null;
      readonly promised: PromisedBy | null;
    }
  | { readonly kind: 'unchanged'; readonly number: string; readonly hash: string }
  | { readonly kind: 'fault'; readonly number: string; readonly fault: SourceFault };

/** The answer to one question: each number is in `answers` or in `unasked`. */
export interface AskAnswer {
  readonly answers: readonly NumberAnswer[];
  /** Numbers that were not asked because of `fault`. */
  readonly unasked: readonly string[];
  /** The fault that ended the question early, or null. */
  readonly fault: SourceFault | null;
  /** Numbers that the service knows now. */
  readonly registered: readonly string[];
  /** Numbers that this question was charged for. */
  readonly charged: readonly string[];
}

/** What is left of an allowance, as the service says; null where it does not say. */
export interface Allowance {
  readonly total: number | null;
  readonly left: number | null;
}

/** A carrier source: what sync asks, whichever service is behind it. Never throws; faults are data. */
export interface CarrierSource {
  readonly id: CarrierSourceId;
  ask(items: readonly Asked[], signal: AbortSignal): Promise<AskAnswer>;
  /** A question that costs nothing and proves the credentials. */
  test(signal: AbortSignal): Promise<{ fault: SourceFault | null; allowance: Allowance | null }>;
}

/** Facts of one call, for statistics. No number, no text. `S`: whose calls, by name. */
export interface CallFacts<S extends string = CarrierSourceId> {
  readonly source: S;
  readonly call: string;
  readonly at: number;
  readonly ms: number;
  readonly status: number | null;
  readonly outcome: 'ok' | SourceFaultKind;
  readonly code: string | null;
  readonly numbers: number;
  readonly bytes: number;
}

/** One difference between an answer and what we know of its form. `sample` keeps shape, not content. */
export interface DriftNote<S extends string = CarrierSourceId> {
  readonly source: S;
  readonly call: string;
  readonly kind: DriftKind;
  readonly path: string;
  readonly sample: string;
}

/** Makes a fault. */
export function faultOf(
  kind: SourceFaultKind,
  code: string,
  retryAfterMs: number | null = null,
): SourceFault {
  return { kind, code, retryAfterMs };
}

/** What a service's own code means; null for success or no code. One that the table does not hold is taken for a wrong question. */
export function codeFault(
  code: string | null | undefined,
  success: string,
  kinds: Readonly<Record<string, SourceFaultKind>>,
): SourceFault | null {
  if (code === null || code === undefined || code === success) return null;
  return faultOf(kinds[code] ?? 'caller', code);
}
