/**
 * Days that a stage has lasted at which a parcel in it is foreseen anew, and learnt from: whoever still waits there misses
 * differently from those that have just come, and more (docs/decisions/0123).
 */
export const WAITS = [1, 2, 4] as const;
export const LONGEST_WAIT = Math.max(...WAITS);

/** So many parcels must have come that waited as long before what they missed is told; until then those that waited less tell. */
export const WAITS_TRUST = 200;

/** How many of `WAITS` a stage that has lasted `age` days has passed. */
export function waitsAt(age: number): number {
  let passed = 0;
  while (passed < WAITS.length && age >= (WAITS[passed] ?? 0)) passed += 1;
  return passed;
}
