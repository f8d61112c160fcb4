import type { Change, OrderPlan, OrderStatus, PackagePlan, ReturnPlan } from './types.ts';

interface Facts {
  readonly createdAt: number;
  readonly sold: {
    readonly paidAt: number | null;
    readonly readyAt: number | null;
    readonly asked: { readonly at: number; readonly decidedAt: number } | null;
  };
  readonly cancel: OrderPlan['cancel'];
  readonly packages: readonly PackagePlan[];
  readonly deliveredAt: number | null;
  readonly confirmedAt: number | null;
  readonly returned: ReturnPlan | null;
}

const latest = (instants: readonly (number | null)[]): number | null => {
  const known = instants.filter((at): at is number => at !== null);
  return known.length === instants.length && known.length > 0 ? Math.max(...known) : null;
};

/** The last part: delivered and completed, or returned, lost, cancelled. */
function closing(facts: Facts): Change<OrderStatus>[] {
  const { packages, deliveredAt, confirmedAt, returned } = facts;
  if (deliveredAt === null || confirmedAt === null) {
    const endAt = Math.max(...packages.map((plan) => plan.endAt));
    const someDelivered = packages.some((plan) => plan.end === 'delivered');
    if (someDelivered)
      return [
        { at: endAt, status: 'TO_CONFIRM_RECEIVE' },
        { at: endAt + 86_400_000, status: 'COMPLETED' },
      ];
    const backAt = latest(packages.map((plan) => plan.reversed?.at ?? null));
    const cancelled = { at: endAt, status: 'CANCELLED' } as const;
    return backAt === null ? [cancelled] : [{ at: backAt, status: 'TO_RETURN' }, cancelled];
  }
  const arrived = { at: deliveredAt, status: 'TO_CONFIRM_RECEIVE' } as const;
  const closed = returned?.statuses.at(-1)?.at;
  // A return before the buyer confirmed holds the order; later ones leave it completed (RRBOC, RRAOC).
  if (returned && closed !== undefined && returned.at < confirmedAt) {
    return [arrived, { at: returned.at, status: 'TO_RETURN' }, { at: closed, status: 'COMPLETED' }];
  }
  return [arrived, { at: confirmedAt, status: 'COMPLETED' }];
}

/** The statuses that the order shows, ascending in time (lifecycle of the reference, section 2.3). */
export function statusesOfOrder(facts: Facts): Change<OrderStatus>[] {
  const { sold, cancel, packages } = facts;
  const statuses: Change<OrderStatus>[] = [{ at: facts.createdAt, status: 'UNPAID' }];
  const add = (at: number | null, status: OrderStatus): void => {
    if (at !== null && (!cancel || at < cancel.at)) statuses.push({ at, status });
  };
  if (sold.readyAt !== null && sold.paidAt !== null) {
    if (sold.readyAt > sold.paidAt) add(sold.paidAt, 'PENDING');
    add(sold.readyAt, 'READY_TO_SHIP');
    if (sold.asked) {
      add(sold.asked.at, 'IN_CANCEL');
      if (!cancel || cancel.at > sold.asked.decidedAt) add(sold.asked.decidedAt, 'READY_TO_SHIP');
    }
    add(latest(packages.map((plan) => plan.arrangedAt)), 'PROCESSED');
    for (const change of packages.length === 1 ? (packages[0]?.statuses ?? []) : []) {
      if (change.status === 'LOGISTICS_PICKUP_RETRY') {
        add(change.at, 'RETRY_SHIP');
        add(change.at + 2_400_000, 'PROCESSED');
      }
    }
  }
  if (cancel) return [...statuses, { at: cancel.at, status: 'CANCELLED' }];
  add(latest(packages.map((plan) => plan.arrivedAt)), 'SHIPPED');
  return [...statuses, ...closing(facts)];
}
