import { CARRIER_SOURCE_FACTS, type CarrierSourceId } from '#shared/model/carrierSource.ts';
import { DAY, HOUR } from '#shared/time.ts';
import { type Budget, nextPrice, projected } from '../../schedule/budget.ts';
import type { RoundBook } from './types.ts';

/**
 * The price of a call that costs nothing, in hours that news stay unseen (`course.ts`): in the simulated world about half
 * the calls of asking every two hours.
 */
export const PRICE = 1.2;
/** The projection goes on with the pace of so many days: one import must not look like the pace of a month. */
const PACE_DAYS = 7;

/** What a paid source may still charge in this calendar month (UTC). */
export interface Purse {
  readonly budget: Budget;
  /** What will have been charged by the month's end. */
  readonly projected: number;
  readonly left: number;
}

/** A source's purse, or null where it charges nothing. */
export function purseOf(
  book: Pick<RoundBook, 'counted' | 'monthly'>,
  source: CarrierSourceId,
  now: number,
): Purse | null {
  if (CARRIER_SOURCE_FACTS[source].paidPer === 'nothing') return null;
  const date = new Date(now);
  const from = Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
  const to = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
  const budget = {
    ...{ from, to, allowed: book.monthly(source) },
    used: book.counted(source, 'charged', from / DAY),
  };
  const paceDay = Math.floor(now / DAY) - PACE_DAYS + 1;
  const pace = { hours: (now - paceDay * DAY) / HOUR, used: book.counted(source, 'charged', paceDay) };
  return {
    budget,
    projected: projected(budget, pace, now),
    left: Math.max(0, budget.allowed - budget.used),
  };
}

/**
 * The price of a call for the next hour. Only where each question is charged does the price steer what is spent; a spent
 * month stops by `left`, and its price stays finite so that the next month begins where this one ended.
 */
export function priceAfter(source: CarrierSourceId, price: number, purse: Purse | null): number {
  if (purse === null || CARRIER_SOURCE_FACTS[source].paidPer !== 'question') return PRICE;
  const next = nextPrice(price, purse.projected, purse.budget, PRICE);
  return Number.isFinite(next) ? next : price;
}
