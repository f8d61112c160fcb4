import type { OrderPlan } from './types.ts';

/** Where things of a shop can be found without planning all of its orders again. */
export interface ShopIndex {
  /** Every change of every order, ascending; `next` is the following change of the same order. */
  readonly changes: { readonly at: Float64Array; readonly order: Int32Array; readonly next: Float64Array };
  /** Parcels (order · 8 + part) by the day of the collection that took them. */
  readonly collections: ReadonlyMap<number, readonly number[]>;
  /** Reviews by article, newest first. */
  readonly reviews: ReadonlyMap<
    number,
    readonly { readonly at: number; readonly order: number; readonly line: number }[]
  >;
  /** Orders with a return, and orders whose buyer wrote. */
  readonly returns: readonly number[];
  /** When each order's last parcel reached the warehouse or the order was cancelled: it waits no longer. */
  readonly leftAt: Float64Array;
  /** Orders whose parcel reached the warehouse after its ship-by date. */
  readonly late: readonly number[];
  readonly chats: readonly number[];
}

/** Goes once over the plans of a shop and keeps what is small. */
export function indexShop(count: number, plan: (index: number) => OrderPlan): ShopIndex {
  let at = new Float64Array(count * 10);
  let order = new Int32Array(count * 10);
  let next = new Float64Array(count * 10);
  let used = 0;
  const collections = new Map<number, number[]>();
  const reviews = new Map<number, { at: number; order: number; line: number }[]>();
  const returns: number[] = [];
  const chats: number[] = [];
  const late: number[] = [];
  const leftAt = new Float64Array(count);
  for (let index = 0; index < count; index += 1) {
    const life = plan(index);
    if (used + life.touched.length > at.length) {
      at = grown(at);
      next = grown(next);
      const wider = new Int32Array(order.length * 2);
      wider.set(order);
      order = wider;
    }
    life.touched.forEach((instant, position) => {
      at[used] = instant;
      order[used] = index;
      next[used] = life.touched[position + 1] ?? Infinity;
      used += 1;
    });
    for (const parcel of life.packages) {
      if (!parcel.firstMile) continue;
      const list = collections.get(parcel.firstMile.day) ?? [];
      list.push(index * 8 + parcel.part);
      collections.set(parcel.firstMile.day, list);
    }
    for (const review of life.reviews) {
      const { itemId } = life.lines[review.line] ?? { itemId: 0 };
      const list = reviews.get(itemId) ?? [];
      list.push({ at: review.at, order: index, line: review.line });
      reviews.set(itemId, list);
    }
    const arrived = Math.max(0, ...life.packages.map((parcel) => parcel.arrivedAt ?? 0));
    leftAt[index] = life.cancel?.at ?? arrived;
    if ((life.cancel?.at ?? arrived) > life.shipBy && life.readyAt !== null) late.push(index);
    if (life.returned) returns.push(index);
    if (life.messages.length > 0) chats.push(index);
  }
  for (const list of reviews.values()) list.sort((a, b) => b.at - a.at || a.order - b.order);
  const sorted = Uint32Array.from({ length: used }, (_, position) => position).sort(
    (a, b) => (at[a] ?? 0) - (at[b] ?? 0) || (order[a] ?? 0) - (order[b] ?? 0),
  );
  return {
    changes: {
      at: Float64Array.from(sorted, (position) => at[position] ?? 0),
      order: Int32Array.from(sorted, (position) => order[position] ?? 0),
      next: Float64Array.from(sorted, (position) => next[position] ?? Infinity),
    },
    collections,
    reviews,
    returns,
    leftAt,
    late,
    chats,
  };
}

function grown(array: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const wider = new Float64Array(array.length * 2);
  wider.set(array);
  return wider;
}

/** Position of the first entry of an ascending list that is above `value`. */
export function above(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
