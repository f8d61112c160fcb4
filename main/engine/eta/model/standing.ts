import type { TroubleKind } from '#shared/model/case.ts';

/**
 * Days that a stage has lasted at which a parcel in it is foreseen anew, and learnt from: whoever still waits there misses
 * differently from those that have just come, and more (docs/decisions/0123).
 */
export const WAITS = [1, 2, 4] as const;
/** The same of a trouble: the next attempt is on the next day, so the first hours count (docs/decisions/0124). */
export const TROUBLE_WAITS = [0.5, 0.75, 1, 2, 4] as const;
export const LONGEST_WAIT = Math.max(...WAITS, ...TROUBLE_WAITS);

function passedOf(waits: readonly number[], age: number): number {
  let passed = 0;
  while (passed < waits.length && age >= (waits[passed] ?? 0)) passed += 1;
  return passed;
}
/** How many of `WAITS` a stage that has lasted `age` days has passed. */
export const waitsAt = (age: number): number => passedOf(WAITS, age);
/** How many of `TROUBLE_WAITS` a trouble has. */
export const troubleWaitsAt = (age: number): number => passedOf(TROUBLE_WAITS, age);

/** Troubles that scans show, so that they are learnt from; of the others one waits, or does not come. */
export const TAUGHT = ['customs-hold', 'delivery-failed'] as const satisfies readonly TroubleKind[];
export type Taught = (typeof TAUGHT)[number];
export const isTaught = (kind: TroubleKind | null): kind is Taught =>
  kind !== null && TAUGHT.some((each) => each === kind);

/** How a parcel stands in its stage: since how many days, and in what trouble since how many. */
export interface Standing {
  readonly waited: number;
  readonly trouble: { readonly kind: Taught; readonly days: number } | null;
}
/** It has just come there. */
export const BEGUN: Standing = { waited: 0, trouble: null };

/** The whole of a market pair, seen from the begin of a stage. */
export const wholeKey = (stage: string, region: string): string => `${stage}|${region}`;
/** What parcels miss that wait in a stage, of all market pairs: few wait long. `waits`: of `WAITS`. */
export const waitKey = (stage: string, waits: number): string => `${stage}+${waits}`;
/** What parcels miss that are in a trouble, wherever. `waits`: of `TROUBLE_WAITS`. */
export const troubleKey = (kind: Taught, waits: number): string => `!${kind}+${waits}`;

/** Whose misses teach, and are taught by, a parcel that stands so. */
export function keyOf(stage: string, region: string, { waited, trouble }: Standing): string {
  if (trouble) return troubleKey(trouble.kind, troubleWaitsAt(trouble.days));
  const waits = waitsAt(waited);
  return waits === 0 ? wholeKey(stage, region) : waitKey(stage, waits);
}

/** So many moments of parcels that waited as long must have been learnt before what they missed is told; until then those that waited less tell. */
export const WAITS_TRUST = 200;
/** The same of a trouble; until then that of a shorter one, and at first our own assumption (`troubles.ts`). */
export const TROUBLE_TRUST = 40;
