import type { CarrierCandidate, CarrierSourceId, PushSourceId } from '#shared/model/carrierSource.ts';
import type { Result } from '#shared/result.ts';
import type { Allowance } from '../sources/carriers/kit/types.ts';

/** Tracking services, as the handlers see them; made by the composition root. */
export interface CarrierPorts {
  /** Proves the credentials with a question that costs nothing where there is one. */
  test(source: CarrierSourceId): Promise<Result<{ ms: number; allowance: Allowance | null }>>;
  /** Starts or stops the receiver of pushes. */
  listen(on: boolean, port: number): Promise<Result<null>>;
  /** The port on which it listens, or null. */
  listening(): number | null;
  /** The secret for checking a source's pushes is there. */
  pushReady(source: PushSourceId): boolean;
  /** Whose number it may be, best first, and the one that may be taken without asking. */
  candidates(number: string): { candidates: CarrierCandidate[]; certain: string | null };
}
