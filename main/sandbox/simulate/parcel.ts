import { DAY, MINUTE } from '#shared/time.ts';
import { crossBorder } from './border.ts';
import type { Rests } from './calendar.ts';
import { type Collection, collectionDay, collectionOf } from './firstMile.ts';
import { packageNumber, slsNumber } from './ids.ts';
import { deliver, sendBack } from './lastMile.ts';
import { MARKET_FACTS, SELLER, SELLER_OFFSET, WAREHOUSE } from './markets.ts';
import { FIRST_MILE, LAST_MILE, SELLING } from './parameters.ts';
import { chanceOf } from './random.ts';
import { beginTrip, type Trip } from './trip.ts';
import type { Change, PackageEnd, PackagePlan, PackageStatus, Scan, ShopFacts } from './types.ts';

export interface ParcelOrder {
  readonly seed: number;
  readonly shop: ShopFacts;
  readonly index: number;
  readonly readyAt: number;
  readonly city: string;
  readonly cashOnDelivery: boolean;
  /** The seller forgot it for days. */
  readonly forgotten: boolean;
  /** Waits that begin later take `factor` times as long. */
  readonly slowFrom: number;
  readonly factor: number;
  readonly rests: Rests;
}

/** Where parcels get lost. */
const LOSS_NODES: ReadonlySet<string> = new Set([
  'ORIGIN_HUB_OUT',
  'LINEHAUL_ARRIVED',
  'IMPORT_CLEARED',
  'DEST_HUB_IN',
  'DEST_HUB_OUT',
  'LAST_MILE_HUB',
]);

/** From the number to the transit warehouse; the trip stands at the warehouse afterwards. */
function firstMile(trip: Trip, collection: Collection): { pickedUpAt: number; arrivedAt: number } {
  const seller = '深圳';
  trip.at = collection.boundAt;
  trip.scan('PICKUP_ARRANGED', seller);
  if (collection.failed) {
    trip.at = collection.dueAt;
    trip.scan('PICKUP_FAILED', seller);
    trip.blame('pick-up-failed');
  }
  trip.at = collection.pickedUpAt;
  trip.untilWorked(SELLER, SELLER_OFFSET);
  trip.scan('PICKED_UP', seller);
  const pickedUpAt = trip.at;
  trip.wait(FIRST_MILE.toWarehouse);
  if (trip.chance.happens(FIRST_MILE.warehouseLate)) {
    trip.blame('warehouse-late');
    trip.wait(FIRST_MILE.warehouseLateFor);
  }
  trip.scan('ORIGIN_HUB_IN', WAREHOUSE.place);
  const arrivedAt = trip.scans.at(-1)?.at ?? trip.at;
  trip.wait(FIRST_MILE.inWarehouse);
  trip.scan('ORIGIN_HUB_OUT', WAREHOUSE.place);
  return { pickedUpAt: Math.round(pickedUpAt / 1000) * 1000, arrivedAt };
}

/** Ends the trip at one of its scans: nothing is heard until the carrier admits the loss. */
function lose(trip: Trip): void {
  const places = trip.scans.flatMap((scan, index) =>
    LOSS_NODES.has(scan.node) && !scan.back ? [index] : [],
  );
  const last = trip.chance.pick(places);
  trip.scans.length = last + 1;
  const scan = trip.scans[last] as Scan;
  trip.back = false;
  trip.at = scan.at;
  trip.blame('lost');
  trip.wait(LAST_MILE.admitsLoss);
  trip.scan('LOST', scan.place);
}

function statusesOf(plan: {
  readyAt: number;
  arrangedAt: number;
  collection: Collection;
  pickedUpAt: number;
  arrivedAt: number;
  end: PackageEnd;
  endAt: number;
  reversedAt: number | null;
}): Change<PackageStatus>[] {
  const statuses: Change<PackageStatus>[] = [
    { at: plan.readyAt, status: 'LOGISTICS_READY' },
    { at: plan.arrangedAt, status: 'LOGISTICS_REQUEST_CREATED' },
  ];
  if (plan.collection.failed) {
    statuses.push({ at: plan.collection.dueAt, status: 'LOGISTICS_PICKUP_RETRY' });
    statuses.push({ at: plan.collection.dueAt + 40 * MINUTE, status: 'LOGISTICS_REQUEST_CREATED' });
  }
  statuses.push({ at: plan.arrivedAt, status: 'LOGISTICS_PICKUP_DONE' });
  if (plan.end === 'delivered') statuses.push({ at: plan.endAt, status: 'LOGISTICS_DELIVERY_DONE' });
  if (plan.end === 'lost' || plan.end === 'disposed')
    statuses.push({ at: plan.endAt, status: 'LOGISTICS_LOST' });
  if (plan.end === 'returned') {
    statuses.push({ at: plan.reversedAt ?? plan.endAt, status: 'LOGISTICS_DELIVERY_FAILED' });
  }
  return statuses;
}

/** The whole life of one parcel whose shipment the seller arranged at `arrangedAt`. */
export function planParcel(
  order: ParcelOrder,
  part: number,
  lines: readonly number[],
  arrangedAt: number,
): PackagePlan {
  const { seed, shop, index } = order;
  const market = MARKET_FACTS[shop.market];
  const place = { shop: shop.index, index };
  const chance = chanceOf(seed, 11, shop.index, index, part);
  const trip = beginTrip(chance, arrangedAt, order);
  if (order.forgotten) trip.blame('seller-late');
  trip.wait(SELLING.numberAfter);
  if (chance.happens(SELLING.numberLate)) {
    trip.blame('number-late');
    trip.wait(SELLING.numberLateFor);
  }
  trip.scan('INFO_RECEIVED', '');
  const numberedAt = trip.scans[0]?.at ?? trip.at;
  const collection = collectionOf(
    seed,
    shop.index,
    collectionDay(numberedAt, (day) => order.rests(SELLER, day)),
  );
  const { pickedUpAt, arrivedAt } = firstMile(trip, collection);
  const customs = crossBorder(trip, market, shop.market);
  trip.carrier = `SPX ${shop.market}`;
  let end: PackageEnd;
  let reversedAt: number | null = null;
  if (customs === 'released') {
    ({ end, reversedAt } = deliver(trip, { ...order, market, country: shop.market }));
  } else if (customs === 'sent back') {
    ({ end, reversedAt } = sendBack(trip, market));
  } else {
    trip.wait({ median: DAY, sigma: 0.3 });
    trip.scan('DISPOSED', market.airport);
    end = 'disposed';
  }
  if (chance.happens(LAST_MILE.lost)) {
    lose(trip);
    end = 'lost';
    reversedAt = null;
  }
  if (end === 'delivered' && chance.happens(LAST_MILE.deliveredFalsely)) trip.blame('delivered-falsely');
  const endAt = trip.scans.at(-1)?.at ?? trip.at;
  const number = packageNumber(seed, place, part);
  const back = reversedAt === null ? null : Math.round(reversedAt / 1000) * 1000;
  return {
    number,
    part,
    lines,
    arrangedAt,
    numberedAt,
    trackingNumber: slsNumber(seed, shop.market, place, part),
    firstMile: { number: collection.number, day: collection.day, boundAt: collection.boundAt },
    pickedUpAt,
    arrivedAt,
    scans: trip.scans,
    statuses: statusesOf({
      readyAt: order.readyAt,
      arrangedAt,
      collection,
      pickedUpAt,
      arrivedAt,
      end,
      endAt,
      reversedAt: back,
    }),
    end,
    endAt,
    reversed:
      back === null ? null : { number: `${slsNumber(seed, shop.market, place, part + 5)}U`, at: back },
    causes: trip.causes,
  };
}

/** A parcel that was never sent: its order was cancelled at `cancelledAt` before the warehouse had it. */
export function cutParcel(plan: PackagePlan, cancelledAt: number): PackagePlan {
  const arranged = plan.arrangedAt !== null && plan.arrangedAt < cancelledAt;
  const scans = arranged ? plan.scans.filter((scan) => scan.at < cancelledAt) : [];
  const numbered = scans.length > 0;
  const statuses = plan.statuses.filter((change) => change.at < cancelledAt);
  return {
    ...plan,
    arrangedAt: arranged ? plan.arrangedAt : null,
    numberedAt: numbered ? plan.numberedAt : null,
    trackingNumber: numbered ? plan.trackingNumber : null,
    firstMile: plan.firstMile && plan.firstMile.boundAt < cancelledAt && numbered ? plan.firstMile : null,
    pickedUpAt:
      plan.pickedUpAt !== null && plan.pickedUpAt < cancelledAt && numbered ? plan.pickedUpAt : null,
    arrivedAt: null,
    scans: numbered
      ? [
          ...scans,
          {
            at: cancelledAt,
            phrase: 'CANCELLED',
            node: 'CANCELLED',
            place: '',
            carrier: 'SLS',
            variant: 0,
            back: false,
          },
        ]
      : [],
    statuses: [
      ...statuses,
      { at: cancelledAt, status: arranged ? 'LOGISTICS_REQUEST_CANCELED' : 'LOGISTICS_INVALID' },
    ],
    end: 'cancelled',
    endAt: cancelledAt,
    reversed: null,
    causes: plan.causes.filter((cause) => cause.at < cancelledAt),
  };
}
