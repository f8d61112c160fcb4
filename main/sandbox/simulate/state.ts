import type { Change, OrderPlan, OrderStatus, PackagePlan, PackageStatus, Scan } from './types.ts';

/** The last of a list of changes that has happened by `now`, or null. */
export function latestBy<Status>(changes: readonly Change<Status>[], now: number): Change<Status> | null {
  for (let index = changes.length - 1; index >= 0; index -= 1) {
    const change = changes[index];
    if (change && change.at <= now) return change;
  }
  return null;
}

/** When the order last changed, as its `update_time` says; null before it was placed. */
export function updatedAt(order: OrderPlan, now: number): number | null {
  for (let index = order.touched.length - 1; index >= 0; index -= 1) {
    const at = order.touched[index];
    if (at !== undefined && at <= now) return at;
  }
  return null;
}

export const statusOf = (order: OrderPlan, now: number): OrderStatus =>
  latestBy(order.statuses, now)?.status ?? 'UNPAID';

export const packageStatusOf = (parcel: PackagePlan, now: number): PackageStatus =>
  latestBy(parcel.statuses, now)?.status ?? 'LOGISTICS_NOT_START';

/** The tracking number once there is one, else "" as the API says it. */
export const numberOfParcel = (parcel: PackagePlan, now: number): string =>
  parcel.numberedAt !== null && parcel.numberedAt <= now ? (parcel.trackingNumber ?? '') : '';

export const isArranged = (parcel: PackagePlan, now: number): boolean =>
  parcel.arrangedAt !== null && parcel.arrangedAt <= now;

/** Scans that have happened, oldest first. */
export const scansBy = (parcel: PackagePlan, now: number): readonly Scan[] =>
  parcel.scans.filter((scan) => scan.at <= now);
