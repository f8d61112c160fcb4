import { numberOfParcel, packageStatusOf, scansBy, statusOf, updatedAt } from '../simulate/state.ts';
import type { OrderPlan } from '../simulate/types.ts';
import type { World } from '../simulate/world.ts';

/** What a client must have of one order by now. Instants in milliseconds. */
export interface OrderCensus {
  readonly shopId: number;
  readonly orderSn: string;
  readonly status: string;
  readonly updatedAt: number;
  readonly parcels: readonly {
    readonly packageNumber: string;
    readonly trackingNumber: string;
    readonly status: string;
    readonly scans: number;
  }[];
}

export interface Census {
  readonly shops: number;
  readonly orders: number;
  /** Parcels that have a tracking number. */
  readonly parcels: number;
  /** Scans of those parcels. */
  readonly events: number;
  readonly returns: number;
  readonly reviews: number;
}

const censusOfOrder = (order: OrderPlan, now: number): OrderCensus => ({
  shopId: order.shop.shopId,
  orderSn: order.sn,
  status: statusOf(order, now),
  updatedAt: updatedAt(order, now) ?? order.createdAt,
  parcels: order.packages.map((parcel) => ({
    packageNumber: parcel.number,
    trackingNumber: numberOfParcel(parcel, now),
    status: packageStatusOf(parcel, now),
    scans: scansBy(parcel, now).length,
  })),
});

/** Every order placed by `now`, shop by shop, one at a time: to find what a client misses or has twice. */
export function* ordersBy(world: World, now: number, shopId?: number): Generator<OrderCensus> {
  for (const shop of world.shops) {
    if (shopId !== undefined && shop.shopId !== shopId) continue;
    const end = world.placedUntil(shop.index, now);
    for (let index = 0; index < end; index += 1) yield censusOfOrder(world.peek(shop.index, index), now);
  }
}

/** Totals of the truth by `now`. */
export function census(world: World, now: number): Census {
  const sums = { shops: world.shops.length, orders: 0, parcels: 0, events: 0, returns: 0, reviews: 0 };
  for (const order of ordersBy(world, now)) {
    sums.orders += 1;
    for (const parcel of order.parcels) {
      if (parcel.trackingNumber !== '') sums.parcels += 1;
      sums.events += parcel.scans;
    }
  }
  for (const shop of world.shops) {
    const { returns, reviews } = world.index(shop.index);
    sums.returns += returns.filter(
      (index) => (world.order(shop.index, index).returned?.at ?? Infinity) <= now,
    ).length;
    for (const list of reviews.values()) sums.reviews += list.filter((review) => review.at <= now).length;
  }
  return sums;
}
