/**
 * What a scan can say, before it is put into a language. The first list is written by the seller's side of the border
 * (Chinese or English), the second by the carrier of the market.
 */
export const ORIGIN_PHRASES = [
  'INFO_RECEIVED',
  'PICKUP_ARRANGED',
  'PICKUP_FAILED',
  'PICKED_UP',
  'ORIGIN_HUB_IN',
  'ORIGIN_HUB_OUT',
  'EXPORT_CUSTOMS',
  'EXPORT_HELD',
  'EXPORT_CLEARED',
  'LINEHAUL_HANDOVER',
  'FLIGHT_DELAYED',
  'LINEHAUL_DEPARTED',
  'CANCELLED',
] as const;
export const MARKET_PHRASES = [
  'TRANSIT_HUB',
  'LINEHAUL_ARRIVED',
  'IMPORT_CUSTOMS',
  'HELD_DOCUMENTS',
  'HELD_INSPECTION',
  'HELD_DUTIES',
  'IMPORT_CLEARED',
  'DEST_HUB_IN',
  'DEST_HUB_OUT',
  'LAST_MILE_HUB',
  'MISROUTED',
  'DAMAGED',
  'OUT_FOR_DELIVERY',
  'READY_FOR_PICKUP',
  'FAILED_NOBODY',
  'FAILED_UNREACHABLE',
  'FAILED_ADDRESS',
  'FAILED_REFUSED',
  'FAILED_RESCHEDULED',
  'FAILED_UNPAID',
  'UNCLAIMED',
  'DELIVERED',
  'COLLECTED',
  'RETURN_STARTED',
  'RETURN_IN_TRANSIT',
  'RETURNED',
  'LOST',
  'DISPOSED',
] as const;
export type OriginPhrase = (typeof ORIGIN_PHRASES)[number];
export type MarketPhrase = (typeof MARKET_PHRASES)[number];
export type Phrase = OriginPhrase | MarketPhrase;

/** Wordings of one language; `{place}` is filled in where a wording has it. */
export type OriginWords = Readonly<Record<OriginPhrase, readonly string[]>>;
export type MarketWords = Readonly<Record<MarketPhrase, readonly string[]>>;
