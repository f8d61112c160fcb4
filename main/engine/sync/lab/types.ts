import type { LabEnd, LabOptions, LabOutcome, LabRun } from '#shared/contract/lab.ts';
import type { CarrierSourceId } from '#shared/model/carrierSource.ts';
import type { SourceFault } from '../../sources/carriers/kit/types.ts';

/** One call of a run, as it is kept. */
export interface LabCall {
  readonly source: CarrierSourceId;
  readonly number: string;
  readonly at: number;
  /** Time on the wire in ms, without waiting for our own gate. */
  readonly ms: number;
  /** Requests that it took: some services want a registration or a token first. */
  readonly requests: number;
  readonly outcome: LabOutcome;
  readonly code: string | null;
  /** Scans in the answer; null where it had none to tell. */
  readonly scans: number | null;
  readonly fresh: number;
  readonly charged: number;
  readonly drift: number;
  readonly changed: boolean;
  readonly shrunk: boolean;
}

/** What asking once brought. */
export interface LabAnswer extends Pick<
  LabCall,
  'ms' | 'requests' | 'outcome' | 'code' | 'scans' | 'fresh' | 'charged' | 'drift'
> {
  /** Change test of the answer; null where it had none. */
  readonly hash: string | null;
  readonly fault: SourceFault | null;
}

/** How the lab asks. What it brings is stored as any other answer is: no call is wasted. */
export interface LabPort {
  /** Why a source cannot be asked now. */
  barred(source: CarrierSourceId): 'off' | 'resting' | null;
  /** What asking about this number would be charged, 0 or 1. */
  costs(source: CarrierSourceId, number: string): number;
  /** Asks about one number; null when the signal ended it. Never beside another question to the same source. */
  ask(source: CarrierSourceId, number: string, signal: AbortSignal): Promise<LabAnswer | null>;
}

/** Where runs are kept. */
export interface LabBook {
  begin(options: LabOptions, planned: number): number;
  add(runId: number, call: LabCall): void;
  /** A source's part ended early. */
  ended(runId: number, source: CarrierSourceId, end: LabEnd): void;
  finish(runId: number, state: 'done' | 'cancelled'): void;
  run(runId: number): LabRun | undefined;
}
