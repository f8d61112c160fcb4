import { SOONEST } from './due.ts';

/** One parcel that could be asked about. */
export interface Candidate<Id> {
  readonly id: Id;
  /** When it is worth a call by itself (`due.ts`). */
  readonly dueAt: number;
  /** When it was asked last. */
  readonly askedAt: number;
}

/** What a source allows at this moment. */
export interface Allowance {
  /** Parcels that one call takes. */
  readonly batch: number;
  /** Calls that may be made now within rate and quota. */
  readonly calls: number;
}

/** A parcel rides along in a call that is made anyway once this share of its own wait has passed. */
const RIDE_ALONG = 0.5;

const share = (candidate: { dueAt: number; askedAt: number }, now: number): number =>
  (now - candidate.askedAt) / Math.max(1, candidate.dueAt - candidate.askedAt);

/**
 * Batches to send now, the most overdue first. The last batch is filled with parcels whose time has half come: they
 * cost nothing more. Equal waits go by order of the candidates, so that the same input gives the same plan.
 */
export function planBatches<Id>(
  candidates: readonly Candidate<Id>[],
  allowance: Allowance,
  now: number,
): readonly (readonly Id[])[] {
  if (allowance.calls < 1 || allowance.batch < 1) return [];
  const due = candidates
    .filter(({ dueAt }) => dueAt <= now)
    .toSorted((a, b) => share(b, now) - share(a, now));
  const room = Math.min(allowance.calls, Math.ceil(due.length / allowance.batch)) * allowance.batch;
  const chosen = due.slice(0, room);
  if (chosen.length > 0 && chosen.length < room) {
    const riders = candidates
      .filter(({ dueAt, askedAt }) => dueAt > now && askedAt + SOONEST <= now)
      .filter((candidate) => share(candidate, now) >= RIDE_ALONG)
      .toSorted((a, b) => share(b, now) - share(a, now));
    chosen.push(...riders.slice(0, room - chosen.length));
  }
  const batches: Id[][] = [];
  for (let start = 0; start < chosen.length; start += allowance.batch) {
    batches.push(chosen.slice(start, start + allowance.batch).map(({ id }) => id));
  }
  return batches;
}
