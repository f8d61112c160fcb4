import type { EventNode } from '#shared/model/node.ts';
import { MARKET_FACTS } from './markets.ts';
import type { OrderPlan, PackageEnd, PackagePlan, Scan } from './types.ts';
import { say } from './words/say.ts';
import type { World } from './world.ts';

/** A scan of the truth with its words, as the API shows them. */
export interface TrueScan {
  readonly at: number;
  readonly node: EventNode;
  readonly place: string;
  readonly text: string;
  readonly carrier: string;
  readonly back: boolean;
}

/** A parcel as it really travels. Instants in milliseconds; those later than "now" are the future. */
export interface TrueParcel {
  readonly market: string;
  readonly shopId: number;
  readonly orderSn: string;
  readonly packageNumber: string;
  readonly trackingNumber: string | null;
  /** Origin, destination, carrier of the last mile, service: the unit of statistics. */
  readonly lane: string;
  readonly orderedAt: number;
  readonly arrangedAt: number | null;
  readonly shipBy: number;
  /** The arrival that the buyer was told, from and to. */
  readonly promise: readonly [from: number, to: number];
  readonly end: PackageEnd;
  readonly endAt: number;
  readonly causes: PackagePlan['causes'];
  readonly scans: readonly TrueScan[];
}

/** The description of a scan. */
export const textOf = (order: OrderPlan, scan: Scan): string =>
  say(scan.phrase, MARKET_FACTS[order.shop.market].language, scan.variant, {
    place: scan.place,
    name: order.buyer.name,
    // Every other shop has its language set to English.
    chinese: order.shop.index % 2 === 0,
  });

/** The truth about one parcel of an order. */
export function trueParcel(order: OrderPlan, parcel: PackagePlan): TrueParcel {
  const { market } = order.shop;
  return {
    market,
    shopId: order.shop.shopId,
    orderSn: order.sn,
    packageNumber: parcel.number,
    trackingNumber: parcel.trackingNumber,
    lane: `CN-${market}:SPX ${market}:${MARKET_FACTS[market].channel.name}`,
    orderedAt: order.createdAt,
    arrangedAt: parcel.arrangedAt,
    shipBy: order.shipBy,
    promise: order.promise,
    end: parcel.end,
    endAt: parcel.endAt,
    causes: parcel.causes,
    scans: parcel.scans.map((scan) => ({
      at: scan.at,
      node: scan.node,
      place: scan.place,
      text: textOf(order, scan),
      carrier: scan.carrier,
      back: scan.back,
    })),
  };
}

/** Every parcel of the world that gets a tracking number, shop by shop in the order of placing; made one by one. */
export function* parcelsOf(world: World): Generator<TrueParcel> {
  for (const shop of world.shops) {
    for (let index = 0; index < world.count(shop.index); index += 1) {
      const order = world.peek(shop.index, index);
      for (const parcel of order.packages)
        if (parcel.trackingNumber !== null) yield trueParcel(order, parcel);
    }
  }
}
