import { HOUR } from '#shared/time.ts';

/** A number of calls for a stretch of time, and how far it is used. Instants in ms. */
export interface Budget {
  readonly from: number;
  readonly to: number;
  readonly allowed: number;
  readonly used: number;
}

/** What will be used by the end if the pace of the last stretch goes on. */
export function projected(
  budget: Budget,
  lastHours: { readonly hours: number; readonly used: number },
  now: number,
): number {
  const left = Math.max(0, budget.to - now) / HOUR;
  const pace = lastHours.hours > 0 ? lastHours.used / lastHours.hours : 0;
  return budget.used + pace * left;
}

/** Bounds of the price of a call in hours of expected delay: below a minute nobody gains, above two days nobody asks. */
const LOWEST = 1 / 60;
const HIGHEST = 48;

/**
 * The price of a call for the next round: raised where the projection ends above what is allowed, lowered where calls
 * would be left over, by at most a factor of two at a time so that one odd hour does not swing it. A spent budget has
 * an infinite price.
 */
export function nextPrice(price: number, expected: number, budget: Budget, lowest: number = LOWEST): number {
  if (budget.used >= budget.allowed) return Infinity;
  const from = Number.isFinite(price) ? price : HIGHEST;
  const left = Math.max(1, budget.allowed - budget.used);
  const wanted = Math.max(1, expected - budget.used);
  // Calls go with the root of the price (see `dueAt`), so the price goes with the square of the ratio.
  const factor = Math.min(2, Math.max(0.5, (wanted / left) ** 2));
  return Math.min(HIGHEST, Math.max(lowest, from * factor));
}
