import { HOUR, MINUTE } from '#shared/time.ts';
import { dayOf, instantOf, whenOpen } from './calendar.ts';
import type { MarketFacts } from './markets.ts';
import { LAST_MILE } from './parameters.ts';
import type { Trip } from './trip.ts';
import type { PackageEnd } from './types.ts';

export interface LastMile {
  readonly end: PackageEnd;
  /** The decision to send it back. */
  readonly reversedAt: number | null;
}

/** Whom a parcel goes to. `country`: whose days of rest count; `city` is the buyer's. */
export interface Destination {
  readonly market: MarketFacts;
  readonly country: string;
  readonly city: string;
  readonly cashOnDelivery: boolean;
}

const FAILURES = ['FAILED_NOBODY', 'FAILED_UNREACHABLE', 'FAILED_ADDRESS', 'FAILED_RESCHEDULED'] as const;

/** Hubs of the destination, up to the door of the delivery station. */
function throughHubs(trip: Trip, market: MarketFacts, city: string): PackageEnd | null {
  const { chance } = trip;
  const hub = chance.pick(market.hubs);
  trip.wait({ median: 5 * HOUR, sigma: 0.4 });
  trip.scan('DEST_HUB_IN', hub);
  if (chance.happens(LAST_MILE.damaged)) {
    trip.wait({ median: HOUR, sigma: 0.5 });
    trip.scan('EXCEPTION', hub, 'DAMAGED');
    trip.blame('damaged');
    if (!chance.happens(LAST_MILE.damagedDelivered)) {
      trip.wait(LAST_MILE.stuckFor);
      trip.scan('DISPOSED', hub);
      return 'disposed';
    }
  }
  if (chance.happens(LAST_MILE.stuck)) {
    trip.blame('hub-stuck');
    trip.wait(LAST_MILE.stuckFor);
  }
  trip.wait(market.hubDwell);
  trip.scan('DEST_HUB_OUT', hub);
  trip.wait(market.trunk);
  if (chance.happens(LAST_MILE.misrouted)) {
    trip.scan('EXCEPTION', chance.pick(market.hubs), 'MISROUTED');
    trip.blame('misrouted');
    trip.wait(LAST_MILE.misroutedFor);
  }
  trip.scan('LAST_MILE_HUB', city);
  return null;
}

/** The way back to the sender's address in the market's return warehouse. */
export function sendBack(trip: Trip, market: MarketFacts): LastMile {
  trip.wait(LAST_MILE.returnAfter);
  const reversedAt = trip.at;
  trip.scan('RETURN_STARTED', market.hubs[0] ?? market.airport);
  trip.back = true;
  trip.wait({ median: LAST_MILE.returnTakes.median / 2, sigma: LAST_MILE.returnTakes.sigma });
  trip.scan('RETURN_IN_TRANSIT', market.hubs[0] ?? market.airport);
  trip.wait({ median: LAST_MILE.returnTakes.median / 2, sigma: LAST_MILE.returnTakes.sigma });
  trip.scan('RETURNED', market.hubs[0] ?? market.airport);
  return { end: 'returned', reversedAt };
}

/** A locker or a shop: the parcel waits, mostly for a day or two. */
function atPickUpPoint(trip: Trip, market: MarketFacts, city: string): LastMile {
  trip.at = whenOpen(trip.at, { from: 8, to: 20, offset: market.offset });
  trip.scan('READY_FOR_PICKUP', city);
  if (trip.chance.happens(LAST_MILE.pickupPointForgotten)) {
    trip.at += LAST_MILE.pickupPointWaits;
    trip.scan('DELIVERY_FAILED', city, 'UNCLAIMED');
    trip.blame('unclaimed');
    return sendBack(trip, market);
  }
  trip.wait({ median: 26 * HOUR, sigma: 0.8 });
  trip.at = whenOpen(trip.at, { from: 7, to: 23, offset: market.offset });
  trip.scan('DELIVERED', city, 'COLLECTED');
  return { end: 'delivered', reversedAt: null };
}

/** Attempts at the door, one a day that is worked, in the daytime of the market. */
function atTheDoor(trip: Trip, { market, country, city, cashOnDelivery }: Destination): LastMile {
  const { chance } = trip;
  let fails = market.fails;
  for (let attempt = 1; ; attempt += 1) {
    const rests = (day: number): boolean => trip.rests(country, day);
    const open = { from: 8, to: 11, offset: market.offset, noSunday: !market.sundays, rests };
    trip.at = whenOpen(trip.at, open);
    trip.scan('OUT_FOR_DELIVERY', city);
    trip.wait({ median: 4 * HOUR, sigma: 0.35 });
    // Nobody rings after nine in the evening.
    const night = instantOf(dayOf(trip.at, market.offset), 21, market.offset);
    if (trip.at > night) trip.at = night - chance.below(90) * MINUTE;
    if (!chance.happens(fails)) {
      trip.scan('DELIVERED', city);
      return { end: 'delivered', reversedAt: null };
    }
    const refused = chance.happens(0.12);
    const unpaid = refused && cashOnDelivery;
    const why = refused ? 'FAILED_REFUSED' : chance.pick(FAILURES);
    trip.scan('DELIVERY_FAILED', city, unpaid ? 'FAILED_UNPAID' : why);
    trip.blame('attempt-failed');
    if (refused || attempt >= LAST_MILE.attempts) return sendBack(trip, market);
    fails = LAST_MILE.failsAgain;
    trip.at = instantOf(dayOf(trip.at, market.offset) + 1, 8, market.offset) + chance.below(120) * MINUTE;
  }
}

/** From the released parcel to its end. */
export function deliver(trip: Trip, to: Destination): LastMile {
  const { market, city } = to;
  const early = throughHubs(trip, market, city);
  if (early) return { end: early, reversedAt: null };
  trip.wait({ median: 2 * HOUR, sigma: 0.5 });
  const waits = trip.chance.happens(market.pickupPoint);
  return waits ? atPickUpPoint(trip, market, city) : atTheDoor(trip, to);
}
