import type { DeadlineKind } from '#shared/model/case.ts';
import { DAY } from '#shared/time.ts';

/**
 * Days from a claim of non-receipt to its refund if the seller says nothing. Source: sellers' help, reproduced and dated
 * (peers, section 1); the order itself tells no such date, so it counts from the first moment at which a claim is possible.
 */
export const CLAIM_REFUND_DAYS = 3;

/** What an order is called once its buyer has it, or will not get it: nobody waits for its promise, whatever scans say. */
const ORDER_OVER: ReadonlySet<string | null> = new Set(['TO_CONFIRM_RECEIVE', 'COMPLETED', 'CANCELLED']);

/** The promise that an order's buyer waits for: its own, until the order is over. */
export function promiseHeld<T extends number>(order: {
  readonly promise: T | null;
  readonly orderStatus: string | null;
}): T | null {
  return ORDER_OVER.has(order.orderStatus) ? null : order.promise;
}

/** What an order says about money and time. */
export interface MoneyClocks {
  /** The last instant that keeps the promise; after it the buyer may claim non-receipt. Null once the order is over. */
  readonly promise: number | null;
  /** Until when the seller has to answer an open claim or return. */
  readonly answerBy: number | null;
}

/** The next moment after `now` that costs money, and what it is; null where nothing is known or all has passed. */
export function nextDeadline(
  { promise, answerBy }: MoneyClocks,
  now: number,
): { readonly at: number; readonly is: DeadlineKind } | null {
  const clocks: { at: number; is: DeadlineKind }[] = [];
  if (answerBy !== null) clocks.push({ at: answerBy, is: 'answer' });
  if (promise !== null) {
    clocks.push({ at: promise, is: 'promise' }, { at: promise + CLAIM_REFUND_DAYS * DAY, is: 'claim' });
  }
  return clocks.filter(({ at }) => at > now).toSorted((a, b) => a.at - b.at)[0] ?? null;
}
