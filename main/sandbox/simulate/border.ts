import { nextDeparture } from './calendar.ts';
import { type MarketFacts, SELLER, SELLER_OFFSET, WAREHOUSE } from './markets.ts';
import { BORDER } from './parameters.ts';
import type { Trip } from './trip.ts';

/** From the transit warehouse's door to the airline's. */
function leave(trip: Trip, market: MarketFacts): void {
  trip.wait(BORDER.exportAfter);
  trip.untilWorked(SELLER, SELLER_OFFSET);
  trip.scan('EXPORT_CUSTOMS', WAREHOUSE.airport);
  if (trip.chance.happens(BORDER.exportHeld)) {
    trip.wait(BORDER.exportTakes);
    trip.scan('EXPORT_HELD', WAREHOUSE.airport);
    trip.blame('export-held');
    trip.wait(BORDER.exportHeldFor);
  }
  trip.wait(BORDER.exportTakes);
  trip.untilWorked(SELLER, SELLER_OFFSET);
  trip.scan('EXPORT_CLEARED', WAREHOUSE.airport);
  trip.wait(BORDER.handOver);
  trip.scan('LINEHAUL_HANDOVER', WAREHOUSE.airport);
  trip.at = nextDeparture(trip.at, market.flights, market.flightHour, SELLER_OFFSET);
  if (trip.chance.happens(BORDER.offloaded)) {
    trip.scan('EXCEPTION', WAREHOUSE.airport, 'FLIGHT_DELAYED');
    trip.blame('offloaded');
    trip.at = nextDeparture(trip.at + 1, market.flights, market.flightHour, SELLER_OFFSET);
  }
  trip.scan('LINEHAUL_DEPARTED', WAREHOUSE.airport);
}

/** How customs of the destination lets a parcel go. */
export type Customs = 'released' | 'sent back' | 'destroyed';

function enter(trip: Trip, market: MarketFacts, country: string): Customs {
  trip.wait(BORDER.importAfter);
  trip.scan('IMPORT_CUSTOMS', market.airport);
  if (trip.chance.happens(market.held)) {
    trip.wait(market.customs);
    trip.scan(
      'IMPORT_HELD',
      market.airport,
      trip.chance.pick(['HELD_DOCUMENTS', 'HELD_INSPECTION', 'HELD_DUTIES'] as const),
    );
    trip.blame('import-held');
    trip.wait(BORDER.importHeldFor);
    const end = trip.chance.weighted(BORDER.holdEnds);
    if (end === 1) return 'sent back';
    if (end === 2) return 'destroyed';
  }
  trip.wait(market.customs);
  trip.untilWorked(country, market.offset);
  trip.scan('IMPORT_CLEARED', market.airport);
  return 'released';
}

/** Takes the parcel from the transit warehouse over the border into a country. Customs of both sides rest; flights do not. */
export function crossBorder(trip: Trip, market: MarketFacts, country: string): Customs {
  leave(trip, market);
  if (market.via) {
    trip.wait({ median: market.flight.median * 0.45, sigma: market.flight.sigma });
    trip.scan('TRANSIT_HUB', market.via);
    trip.wait({ median: market.flight.median * 0.55, sigma: market.flight.sigma });
  } else {
    trip.wait(market.flight);
  }
  trip.scan('LINEHAUL_ARRIVED', market.airport);
  return enter(trip, market, country);
}
