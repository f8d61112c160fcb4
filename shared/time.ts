import { z } from 'zod';

/** Milliseconds since 1970-01-01T00:00Z. Where the zone matters it travels beside it as an IANA name or an offset. */
export const instantSchema = z.number().int().min(-8.64e15).max(8.64e15).brand<'Instant'>();
export type Instant = z.infer<typeof instantSchema>;

/** Brands a millisecond count as an instant; the caller vouches that it is one. */
export function asInstant(ms: number): Instant {
  return ms as Instant;
}

/** IANA zone name ("Asia/Shanghai") or fixed offset ("+08:00"). */
export const zoneSchema = z.string().min(1).max(64);

/** Why a zone was taken for a wall-clock time, strongest first. */
export const ZONE_REASONS = [
  'offset',
  'column',
  'source',
  'carrier',
  'place',
  'market',
  'chosen',
  'assumed',
  'none',
] as const;
export const zoneReasonSchema = z.enum(ZONE_REASONS);
/**
 * `offset`: the text carried one · `column`: the file has a zone column · `source`: an
 * aggregator placed it and does not say by what · `carrier`: the carrier's home zone ·
 * `place`: the zone of the scan's place ·
 * `market`: the destination market's zone · `chosen`: the person chose it in the mapping step ·
 * `assumed`: nothing placed it, so the seller's zone was taken · `none`: there is no time.
 */
export type ZoneReason = z.infer<typeof zoneReasonSchema>;

export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;

/** The clock port: the only way to learn the time inside the engine. */
export interface Clock {
  now(): Instant;
}
