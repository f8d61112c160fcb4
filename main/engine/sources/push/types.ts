import type { PushSourceId } from '#shared/model/carrierSource.ts';
import type { ScanRow } from '#shared/model/import.ts';
import type { Market } from '#shared/model/market.ts';
import type { DriftNote } from '../carriers/kit/types.ts';

/** A push as it came in. Signatures are over `bytes`, never over anything that was read and written again. */
export interface RawPush {
  readonly bytes: Uint8Array;
  readonly text: string;
  /** Header by name, in lower case. */
  header(name: string): string | null;
  /** The address that the service was told, which Shopee signs too. */
  readonly publicUrl: string;
}

/** What we know of a number beside the push, so that pushed and asked scans become the same rows. */
export interface NumberFacts {
  readonly market: Market | null;
  readonly orderNo: string | null;
  readonly orderTime: number | null;
}
export interface PushContext {
  readonly now: number;
  readonly factsOf: (number: string) => NumberFacts;
  readonly onDrift: (note: DriftNote) => void;
}

/**
 * What a push says. `scans`: data, stored like an answer · `hint`: something changed, the object is to be fetched ·
 * `stopped`: the service follows the number no longer · `nothing`: a test, or words without news.
 */
export type PushContent =
  | {
      readonly kind: 'scans';
      readonly number: string;
      readonly rows: readonly ScanRow[];
      readonly hash: string;
    }
  | {
      readonly kind: 'hint';
      readonly code: string;
      readonly ids: Readonly<Record<string, string>>;
      /** What it says of the object, to tell news from what is known: its status, and when it changed, in ms. */
      readonly status: string | null;
      readonly changedAt: number | null;
    }
  | { readonly kind: 'stopped'; readonly number: string }
  | { readonly kind: 'nothing'; readonly why: string };

/** One service's way of pushing: how it signs, what it says, what it wants to hear. */
export interface PushScheme {
  readonly source: PushSourceId;
  /** Whether the signature is the service's, in constant time over the raw bytes. */
  verify(push: RawPush): boolean;
  /** The instant that the service signed into the push, in ms; null where it signs none. */
  sentAt(push: RawPush): number | null;
  /** Reads a verified push. Answers `nothing` for what it cannot read; never throws. */
  read(push: RawPush, context: PushContext): readonly PushContent[];
  /** What the service takes for "received". */
  readonly reply: { readonly status: number; readonly type: string; readonly body: string };
}

/** How a push was met, for the counts on the screen. */
export const PUSH_OUTCOMES = [
  'taken',
  'replayed', // the same bytes again: nothing changes
  'bad-signature',
  'stale', // signed longer ago than any service repeats
  'unreadable',
  'too-large',
  'failed', // our own trouble: the service is told to send it again
] as const;
export type PushOutcome = (typeof PUSH_OUTCOMES)[number];
