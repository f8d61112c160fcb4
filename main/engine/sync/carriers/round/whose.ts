import { CARRIER_SOURCE_FACTS, type CarrierSourceId } from '#shared/model/carrierSource.ts';
import type { AskedSource, OpenNumber } from './types.ts';

/**
 * The source that a number is asked at: its carrier's own where that is on, because it costs nothing and knows first; else
 * the first aggregator that is on, by the parcel's own number alone, as it follows the further legs by itself. Two sources
 * for one number would be a call for nothing.
 */
export function sourceFor(
  open: Pick<OpenNumber, 'carrier' | 'main'>,
  sources: readonly AskedSource[],
): CarrierSourceId | null {
  const own = sources.find((source) => serves(source, open.carrier));
  if (own) return own.id;
  const aggregator = sources.find(({ id }) => CARRIER_SOURCE_FACTS[id].kind === 'aggregator');
  return open.main ? (aggregator?.id ?? null) : null;
}

/** Whether a carrier's own service knows the numbers of a slug such as `ninjavan-my`: an account is one country's. */
function serves({ id, country }: AskedSource, carrier: string): boolean {
  if (CARRIER_SOURCE_FACTS[id].kind !== 'carrier') return false;
  if (carrier === id) return true;
  if (!carrier.startsWith(`${id}-`)) return false;
  const rest = carrier.slice(id.length + 1);
  return country === null || rest.length !== 2 || rest === country;
}
