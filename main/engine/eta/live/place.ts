import { type Market, MARKET_ZONE, SELLER_ZONE } from '#shared/model/market.ts';
import type { Stage } from '#shared/model/node.ts';

/** Where the sellers ship from. */
export const ORIGIN = 'CN';

const BEFORE_BORDER: ReadonlySet<Stage> = new Set<Stage>([
  'INFO',
  'FIRST_MILE',
  'ORIGIN',
  'EXPORT',
  'LINEHAUL',
]);

/** Whose calendar counts for a stage, and its zone: the seller's up to line-haul, the buyer's after it. */
export function placeOf(stage: Stage, market: string | null): { country: string | null; zone: string } {
  if (BEFORE_BORDER.has(stage)) return { country: ORIGIN, zone: SELLER_ZONE };
  const zone = market === null ? undefined : MARKET_ZONE[market as Market];
  return { country: market, zone: zone ?? SELLER_ZONE };
}
