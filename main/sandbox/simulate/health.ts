import { DAY } from '#shared/time.ts';
import { numberOf } from './ids.ts';
import { mix } from './random.ts';
import type { OrderPlan } from './types.ts';
import type { World } from './world.ts';

/** An order whose parcel was not handed over by its ship-by date. Instants in milliseconds. */
export interface LateOrder {
  readonly order: OrderPlan;
  readonly shipBy: number;
  /** Null while it still waits. */
  readonly handedOverAt: number | null;
  readonly lateByDays: number;
}

/** Late orders by `now`, latest deadline first. */
export function lateOrders(world: World, shop: number, now: number): LateOrder[] {
  return world
    .index(shop)
    .late.map((index) => world.order(shop, index))
    .filter((order) => order.shipBy < now)
    .map((order) => {
      const arrived = Math.max(
        ...order.packages.map((parcel) => parcel.arrivedAt ?? order.cancel?.at ?? Infinity),
      );
      const handedOverAt = arrived <= now ? arrived : null;
      return {
        order,
        shipBy: order.shipBy,
        handedOverAt,
        lateByDays: Math.max(1, Math.ceil(((handedOverAt ?? now) - order.shipBy) / DAY)),
      };
    })
    .filter((late) => late.handedOverAt === null || late.handedOverAt > late.shipBy)
    .sort((a, b) => b.shipBy - a.shipBy);
}

export interface PenaltyPoint {
  /** Digits of a number beyond 2^53. */
  readonly reference: string;
  readonly at: number;
  readonly points: number;
  /** PenaltyViolationType of the enumerations. */
  readonly violation: number;
}

/** One look a week at how many orders were late: too many give a point (8), and so do too many cancelled ones (7). */
export function penaltyPoints(world: World, shop: number, now: number): PenaltyPoint[] {
  const points: PenaltyPoint[] = [];
  const late = lateOrders(world, shop, now);
  for (let week = 1; world.config.start + week * 7 * DAY <= now; week += 1) {
    const until = world.config.start + week * 7 * DAY;
    const placed = world.placedUntil(shop, until) - world.placedUntil(shop, until - 7 * DAY);
    const overdue = late.filter((one) => one.shipBy >= until - 7 * DAY && one.shipBy < until).length;
    if (placed > 0 && overdue / placed > 0.08) points.push(pointOf(shop, week, until, 8));
  }
  return points.toReversed();
}

const pointOf = (shop: number, week: number, at: number, violation: number): PenaltyPoint => ({
  reference: `7645${String(mix(shop, week, violation)).padStart(10, '0')}${String(numberOf(4, shop, week))}`,
  at,
  points: 1,
  violation,
});

export interface Metric {
  readonly id: number;
  readonly name: string;
  readonly type: 1 | 2 | 3;
  readonly parent: number;
  readonly unit: 1 | 2 | 3 | 4 | 5;
  readonly target: { readonly comparator: '<' | '<=' | '>='; readonly value: number };
  readonly current: number | null;
  readonly last: number | null;
}

const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 1000) / 10;

/** Figures of a shop over the seven days to `until`. Targets are those of the published sample. */
function figures(
  world: World,
  shop: number,
  until: number,
): { late: number | null; cancelled: number | null; returned: number | null } {
  const from = until - 7 * DAY;
  const first = world.placedUntil(shop, from);
  const end = world.placedUntil(shop, until);
  const { leftAt, returns, late } = world.index(shop);
  let cancelled = 0;
  const lateOnes = late.filter(
    (index) => index >= first && index < end && (leftAt[index] ?? 0) <= until + 7 * DAY,
  ).length;
  const asked = returns.filter((index) => index >= first && index < end).length;
  for (const index of late)
    if (index >= first && index < end && world.order(shop, index).cancel?.by === 'system') cancelled += 1;
  return {
    late: percent(lateOnes, end - first),
    cancelled: percent(cancelled, end - first),
    returned: percent(asked, end - first),
  };
}

/** The metrics that the account health page shows, computed from the shop's own orders. */
export function metricsOf(world: World, shop: number, now: number): Metric[] {
  const [current, last] = [figures(world, shop, now), figures(world, shop, now - 7 * DAY)];
  const add = (a: number | null, b: number | null): number | null =>
    a === null || b === null ? null : Math.round((a + b) * 10) / 10;
  const metric = (
    id: number,
    name: string,
    type: Metric['type'],
    parent: number,
    unit: Metric['unit'],
    target: Metric['target'],
    values: readonly [number | null, number | null],
  ): Metric => ({
    id,
    name,
    type,
    parent,
    unit,
    target,
    current: values[0],
    last: values[1],
  });
  return [
    metric(3, 'non_fulfillment_rate', 1, 0, 2, { comparator: '<', value: 10 }, [
      add(current.cancelled, current.returned),
      add(last.cancelled, last.returned),
    ]),
    metric(42, 'cancellation_rate', 1, 3, 2, { comparator: '<', value: 5 }, [
      current.cancelled,
      last.cancelled,
    ]),
    metric(43, 'return_refund_rate', 1, 3, 2, { comparator: '<', value: 5 }, [
      current.returned,
      last.returned,
    ]),
    metric(1, 'late_shipment_rate', 1, 0, 2, { comparator: '<', value: 10 }, [current.late, last.late]),
    metric(4, 'preparation_time', 1, 0, 4, { comparator: '<', value: 2 }, [null, null]),
    metric(25, 'same_day_handover_rate', 1, 0, 2, { comparator: '>=', value: 60 }, [null, null]),
    metric(52, 'severe_listing_violations', 2, 0, 1, { comparator: '<=', value: 0 }, [0, 0]),
    metric(53, 'other_listing_violations', 2, 0, 1, { comparator: '<=', value: 0 }, [0, 0]),
    metric(11, 'response_rate', 3, 0, 2, { comparator: '>=', value: 70 }, [75, 75]),
    metric(21, 'response_time', 3, 0, 4, { comparator: '<', value: 1 }, [null, null]),
    metric(22, 'shop_rating', 3, 0, 1, { comparator: '>=', value: 4.5 }, [4.7, 4.7]),
  ];
}

export const meets = (metric: Metric): boolean => {
  if (metric.current === null) return true;
  const { comparator, value } = metric.target;
  return comparator === '<'
    ? metric.current < value
    : comparator === '<='
      ? metric.current <= value
      : metric.current >= value;
};
