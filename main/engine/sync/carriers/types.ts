import type { CarrierSourceId } from '#shared/model/carrierSource.ts';
import type { AskAnswer, Asked, CarrierSource, SourceFault } from '../../sources/carriers/kit/types.ts';

/** What became of one number. `not-asked` comes with the reason in `why`. */
export interface NumberOutcome {
  readonly number: string;
  readonly outcome: 'scans' | 'unchanged' | 'not-asked' | SourceFault['kind'];
  readonly why: string | null;
}

/** What asking brought, for whoever decided to ask. */
export interface AskReport {
  readonly source: CarrierSourceId;
  readonly numbers: readonly NumberOutcome[];
  /** Scans that were new to the journal. */
  readonly fresh: number;
  /** Numbers or questions that were charged. */
  readonly charged: number;
  /** The fault that ended it early. */
  readonly fault: SourceFault | null;
  /** Not to be asked before this; null for no wait. */
  readonly restUntil: number | null;
}

export interface AskOptions {
  readonly signal: AbortSignal;
  /** How many numbers or questions may be charged at most: the paid budget that the schedule allots. */
  readonly mayCharge: number;
}

/** What the executor needs of the store. `settle` is one transaction: rows, numbers, account and counts together. */
export interface AskBook {
  items(source: CarrierSourceId, numbers: readonly string[]): Asked[];
  /** Until when the source rests, or null. */
  restUntil(source: CarrierSourceId): number | null;
  /** Stores an answer; answers how many scans were new. */
  settle(source: CarrierSourceId, answer: AskAnswer, restUntil: number | null): number;
}

export interface AskerDeps {
  readonly book: AskBook;
  /** The source with the user's credentials; null where it is off or has none. */
  readonly sourceOf: (source: CarrierSourceId) => CarrierSource | null;
}
