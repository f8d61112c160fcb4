import { DAY } from '#shared/time.ts';
import { statusOf } from '../../simulate/state.ts';
import type { OrderPlan } from '../../simulate/types.ts';
import {
  asked,
  type Call,
  cursorPage,
  type Endpoint,
  get,
  listIn,
  neededText,
  packCursor,
  textIn,
  unpackCursor,
  wholeIn,
} from '../call.ts';
import { orderUnknown, wrong } from '../errors.ts';
import { refuse, type Reply, wrapped } from '../reply.ts';
import { orderDetail, shownStatus } from './orderDetail.ts';

/** Statuses that get_order_list can filter by; RETRY_SHIP and its like are not among them. */
const FILTERS: ReadonlySet<string> = new Set([
  'UNPAID',
  'READY_TO_SHIP',
  'PROCESSED',
  'SHIPPED',
  'COMPLETED',
  'IN_CANCEL',
  'CANCELLED',
  'INVOICE_PENDING',
]);

function list(call: Call): Reply {
  const field = neededText(call, 'time_range_field');
  if (field !== 'create_time' && field !== 'update_time') return wrong('time_range_field is invalid.');
  const from = wholeIn(call, 'time_from', { min: 0, max: 4_294_967_295 }) * 1000;
  const to = wholeIn(call, 'time_to', { min: 0, max: 4_294_967_295 }) * 1000;
  const size = wholeIn(call, 'page_size', { min: 1, max: 100 });
  if (from >= to || to - from > 15 * DAY) {
    const text = 'Start time must be earlier than end time and diff in 15days.';
    return refuse('order.order_list_invalid_time', text);
  }
  const filter = textIn(call, 'order_status');
  if (filter !== '' && !FILTERS.has(filter)) return wrong('order_status is invalid.');
  const cursor = textIn(call, 'cursor');
  const [at, index] = cursor === '' ? [] : (unpackCursor(cursor, 2) ?? [NaN, NaN]);
  if (Number.isNaN(at)) return wrong('cursor is invalid.');
  let after = at === undefined || index === undefined ? null : { at, index };

  const taken: { order: OrderPlan; at: number; index: number }[] = [];
  let last = false;
  while (taken.length <= size && !last) {
    const limit = size + 1;
    const found = call.world.list({ shop: call.shop.index, field, from, to, now: call.now, after, limit });
    last = found.length < limit;
    for (const entry of found) {
      const order = call.world.order(call.shop.index, entry.index);
      after = { at: entry.at, index: entry.index };
      if (filter === '' || shownStatus(call, order) === filter) taken.push({ order, ...after });
      if (taken.length > size) break;
    }
  }
  const more = taken.length > size;
  const page = taken.slice(0, size);
  const end = page.at(-1);
  return wrapped({
    more,
    next_cursor: more && end ? packCursor(end.at, end.index) : '',
    order_list: page.map(({ order }) => ({
      order_sn: order.sn,
      booking_sn: '',
      ...asked(call, { order_status: () => shownStatus(call, order) }),
    })),
  });
}

/** The order when it is the shop's and has been placed by now. */
export function orderOf(call: Call, sn: string): OrderPlan | null {
  const order = call.world.findOrder(sn);
  return order && order.shop.index === call.shop.index && order.createdAt <= call.now ? order : null;
}

function detail(call: Call): Reply {
  const orders = listIn(call, 'order_sn_list', 50).map((sn) => orderOf(call, sn));
  const known = orders.filter((order) => order !== null);
  // Some known and some unknown numbers: not documented; here the known ones are answered, with a warning.
  if (known.length === 0) return orderUnknown();
  const warning = known.length < orders.length ? { warning: ['Some orders are not found.'] } : {};
  return wrapped({ order_list: known.map((order) => orderDetail(call, order)) }, warning);
}

function shipments(call: Call): Reply {
  const size = wholeIn(call, 'page_size', { min: 1, max: 100 });
  const waiting = call.world
    .list({
      shop: call.shop.index,
      field: 'create_time',
      from: call.now - 15 * DAY,
      to: call.now,
      now: call.now,
      after: null,
      limit: 5000,
    })
    .map((entry) => call.world.order(call.shop.index, entry.index))
    .filter((order) => ['READY_TO_SHIP', 'RETRY_SHIP'].includes(statusOf(order, call.now)))
    .flatMap((order) =>
      order.packages.map((parcel) => ({ order_sn: order.sn, package_number: parcel.number })),
    );
  const { part, more, next } = cursorPage(waiting, textIn(call, 'cursor'), size);
  return wrapped({ order_list: part, more, next_cursor: next });
}

export const orderEndpoints: readonly Endpoint[] = [
  get('order/get_order_list', list),
  get('order/get_order_detail', detail),
  get('order/get_shipment_list', shipments),
];
