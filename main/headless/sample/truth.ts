import { statusOf } from '../../sandbox/simulate/state.ts';
import { parcelsOf } from '../../sandbox/simulate/truth.ts';
import type { World } from '../../sandbox/simulate/world.ts';
import { HOUR } from '#shared/time.ts';

/** What really happened until `until`, in the terms in which it is compared. */
export interface Truth {
  readonly orders: ReadonlySet<string>;
  /** Tracking numbers that exist by then. */
  readonly numbers: ReadonlySet<string>;
  /** Parcel, second and words of every scan. */
  readonly scans: ReadonlySet<string>;
  /** Calls of a client that asks for every parcel every two hours from its number to its end. */
  readonly callsEvery2h: number;
}

/** A scan under the name by which truth and store are compared. */
export const scanKey = (parcel: string, instant: number, text: string): string =>
  `${parcel} ${Math.floor(instant / 1_000)} ${text.trim()}`;

/** Karrio's interval for a parcel that is on its way. */
const EVERY = 2 * HOUR;

export function truthOf(world: World, until: number): Truth {
  const orders = new Set<string>();
  for (const shop of world.shops) {
    const placed = world.placedUntil(shop.index, until);
    for (let index = 0; index < placed; index += 1) {
      const order = world.order(shop.index, index);
      // Placed within the second of the end, an order has no status yet.
      if (statusOf(order, until) !== null) orders.add(order.sn);
    }
  }
  const numbers = new Set<string>();
  const scans = new Set<string>();
  let callsEvery2h = 0;
  for (const parcel of parcelsOf(world)) {
    const { trackingNumber, arrangedAt, endAt } = parcel;
    if (trackingNumber === null || arrangedAt === null || arrangedAt > until) continue;
    const found = world.findPackage(parcel.packageNumber);
    const numberedAt = found?.parcel.numberedAt ?? null;
    if (numberedAt === null || numberedAt > until) continue;
    numbers.add(trackingNumber);
    callsEvery2h += Math.floor((Math.min(until, endAt) - numberedAt) / EVERY) + 1;
    for (const scan of parcel.scans) {
      if (scan.at <= until) scans.add(scanKey(trackingNumber, scan.at, scan.text));
    }
  }
  return { orders, numbers, scans, callsEvery2h };
}
