import type { Journey } from '#shared/model/journey.ts';
import { asInstant, HOUR, type Instant } from '#shared/time.ts';

/** Every so long all parcels under way are estimated anew, at the same instants for everybody. */
export const TICK = 6 * HOUR;

/** The last common instant. */
export const tickOf = (now: number): Instant => asInstant(Math.floor(now / TICK) * TICK);

/**
 * The instants at which a parcel is judged, newest first: the hour of its last scan where that came after the last common
 * instant, then the common instants back to `days` ago. They depend on what is known and not on when it was asked, so
 * whoever judges a parcel later, or again, comes to the same verdict.
 */
export function* judgedAt(now: number, lastScanAt: number | null, days: number): Generator<Instant> {
  const tick = tickOf(now);
  const scanned = lastScanAt === null ? tick : Math.floor(Math.min(lastScanAt, now) / HOUR) * HOUR;
  if (scanned > tick) yield asInstant(scanned);
  for (let back = 0; back <= days * 4; back += 1) yield asInstant(tick - back * TICK);
}

/** What the arrival model reads of a journey; where exactly it stood is not known of an earlier instant. */
export type Known = Pick<Journey, 'spans' | 'stage' | 'terminal' | 'direction' | 'lastScanAt'> &
  Partial<Pick<Journey, 'node'>>;

/** A journey under way as it stood at one of those instants. `scans`: the instants of its scans, ascending; asked for if needed. */
export function asOf(journey: Known, at: number, scans: () => readonly number[]): Known {
  const { lastScanAt } = journey;
  if (lastScanAt === null || at >= Math.floor(lastScanAt / HOUR) * HOUR) return journey;
  const spans = journey.spans.filter(
    ({ start, direction }) => direction === 'forward' && start !== null && start <= at,
  );
  const last = scans().findLast((scan) => scan <= at);
  return {
    spans,
    stage: spans.at(-1)?.stage ?? null,
    terminal: false,
    direction: 'forward',
    lastScanAt: last === undefined ? null : asInstant(last),
  };
}
