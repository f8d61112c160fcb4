import { MARKET_ZONE, type Market, SELLER_ZONE } from '#shared/model/market.ts';
import { HOUR, type ZoneReason } from '#shared/time.ts';
import { offsetName, readClock } from './clock.ts';
import type { DateOrder } from './order.ts';
import { carrierZone, offsetAt, zoneOfCell } from './zones.ts';

/** The zone of the place that a text names, null where that is not clear. Handed in: places are read downstream. */
export type ZoneOfPlace = (place: string, about: { market: Market | null; carrier: string }) => string | null;

/** What is known about a time besides its text. */
export interface MomentContext {
  readonly order: DateOrder;
  /** The source's own zone field, blank for none. */
  readonly zoneField: string;
  readonly carrier: string;
  readonly place: string | null;
  readonly market: Market | null;
  /** The zone that a person chose for this file; null for none. */
  readonly chosen: string | null;
  readonly zoneOfPlace: ZoneOfPlace;
}

export type Moment =
  | {
      readonly ok: true;
      /** Milliseconds since 1970; for a day without a clock its local noon. */
      readonly at: number;
      readonly zone: string;
      readonly zoneReason: ZoneReason;
      readonly dateOnly: boolean;
    }
  | { readonly ok: false; readonly why: 'bad-time' | 'impossible-time' | 'ambiguous-time' };

/** For a source that knows no places. */
export const nowhere: ZoneOfPlace = () => null;

/** The zone of a wall clock without an offset, and why that one: the strongest of what is known (CA 1.4). */
export function decideZone(context: Omit<MomentContext, 'order'>): { zone: string; reason: ZoneReason } {
  const { carrier, place, market } = context;
  const field = zoneOfCell(context.zoneField);
  if (field !== null) return { zone: field, reason: 'column' };
  const own = carrierZone(carrier);
  if (own !== null) return { zone: own, reason: 'carrier' };
  const there = place === null ? null : context.zoneOfPlace(place, { market, carrier });
  if (there !== null) return { zone: there, reason: 'place' };
  if (market !== null) return { zone: MARKET_ZONE[market], reason: 'market' };
  const picked = zoneOfCell(context.chosen ?? '');
  if (picked !== null) return { zone: picked, reason: 'chosen' };
  return { zone: SELLER_ZONE, reason: 'assumed' };
}

/** A time as a source writes it, as an instant with its zone and the reason for that zone. */
export function readMoment(raw: string, context: MomentContext): Moment {
  const clock = readClock(raw, context.order);
  if (!clock.ok) return clock;
  const bare = clock.offset === null && clock.wall % (24 * HOUR) === 0;
  const dateOnly = clock.dateOnly || bare;
  const wall = dateOnly ? clock.wall + 12 * HOUR : clock.wall;
  if (clock.offset !== null) {
    const zone = offsetName(clock.offset);
    return { ok: true, at: wall - clock.offset, zone, zoneReason: 'offset', dateOnly };
  }
  const { zone, reason } = decideZone(context);
  return { ok: true, at: wall - zoneOffset(zone, wall), zone, zoneReason: reason, dateOnly };
}

function zoneOffset(zone: string, wall: number): number {
  const fixed = /^([+-])(\d{2}):(\d{2})$/.exec(zone);
  if (!fixed) return offsetAt(zone, wall);
  return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3])) * 60_000;
}
