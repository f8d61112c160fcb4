import type { OrderFilter } from '#shared/contract/orders.ts';
import type { OrderRow } from '#shared/model/order.ts';
import { createListStore } from '../../app/listStore.ts';
import { call, onChange } from '../../bridge/client.ts';

export const NO_FILTER: OrderFilter = { text: '', shopId: null, market: null, status: null };

export const orderList = createListStore<OrderRow, OrderFilter>({
  filter: NO_FILTER,
  keyOf: (row) => row.id,
  fetch: (filter, limit, cursor) => call('orders.page', { ...filter, limit, cursor }),
});

/** Keeps the list fresh while the screen is open; the answer stops. */
export function followOrders(): () => void {
  void orderList.load();
  return onChange('orders', () => void orderList.refresh());
}
