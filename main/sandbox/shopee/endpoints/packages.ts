import { DAY, HOUR } from '#shared/time.ts';
import { MARKET_FACTS } from '../../simulate/markets.ts';
import { isArranged, latestBy, numberOfParcel, packageStatusOf, statusOf } from '../../simulate/state.ts';
import type { OrderPlan, PackagePlan } from '../../simulate/types.ts';
import { type Call, cursorPage, type Endpoint, get, listIn, post, textOfField } from '../call.ts';
import { wrong } from '../errors.ts';
import { type Json, refuse, type Reply, seconds, wrapped } from '../reply.ts';
import { addressOf, linesOf } from './orderDetail.ts';

/** What package_status of the filter means in fulfilment statuses (G229). */
const WANTED: Readonly<Record<number, readonly string[]>> = {
  0: ['LOGISTICS_NOT_START', 'LOGISTICS_READY', 'LOGISTICS_PICKUP_RETRY', 'LOGISTICS_REQUEST_CREATED'],
  1: ['LOGISTICS_NOT_START'],
  2: ['LOGISTICS_READY', 'LOGISTICS_PICKUP_RETRY'],
  3: ['LOGISTICS_REQUEST_CREATED'],
};

const objectIn = (call: Call, name: string): Record<string, unknown> => {
  const given = call.body[name];
  return typeof given === 'object' && given !== null ? { ...given } : {};
};

function search(call: Call): Reply {
  const filter = objectIn(call, 'filter');
  const pagination = objectIn(call, 'pagination');
  const sort = objectIn(call, 'sort');
  const wanted = WANTED[Number(filter['package_status'] ?? 2)];
  const size = Number(pagination['page_size'] ?? 20);
  if (!wanted) return wrong('package_status is invalid.');
  if (!Number.isInteger(size) || size < 1 || size > 100) return wrong('page_size must be between 1 and 100.');
  const found = call.world
    .waiting(call.shop.index, call.now)
    .flatMap((order) => order.packages.map((parcel) => ({ order, parcel })))
    .filter(({ parcel }) => wanted.includes(packageStatusOf(parcel, call.now)));
  const sortType = Number(sort['sort_type'] ?? 1);
  const keyOf = ({ order }: { order: OrderPlan }): number =>
    sortType === 2 ? order.createdAt : sortType === 3 ? (order.readyAt ?? 0) : order.shipBy;
  const way = sort['ascending'] === true ? 1 : -1;
  found.sort((a, b) => way * (keyOf(a) - keyOf(b)) || (a.parcel.number < b.parcel.number ? -1 : 1));
  const { part, more, next } = cursorPage(found, textOfField(pagination, 'cursor'), size);
  return wrapped({
    packages_list: part.map(({ order, parcel }) => ({
      order_sn: order.sn,
      package_number: parcel.number,
      logistics_channel_id: MARKET_FACTS[order.shop.market].channel.id,
      product_location_id: 'CN0001SEA',
      sorting_group: '',
      is_shipment_arranged: isArranged(parcel, call.now),
    })),
    pagination: { total_count: found.length, next_cursor: next, more },
    sort: { sort_type: sortType, is_asc: way === 1 },
  });
}

/** The platform's own urgency: late, to be sent today, soon cancelled (StatusInfoTag). */
function tagOf(order: OrderPlan, parcel: PackagePlan, now: number): Json {
  const waits = (parcel.arrivedAt ?? Infinity) > now && parcel.end !== 'cancelled';
  const cancelledAt = order.shipBy + 6 * DAY;
  if (!waits || order.readyAt === null || order.readyAt > now) return { tag_id: 0, timestamp: 0 };
  if (cancelledAt - now < DAY) return { tag_id: 1, timestamp: seconds(cancelledAt) };
  if (order.shipBy < now) return { tag_id: 3, timestamp: 0 };
  if (order.shipBy - now < HOUR) return { tag_id: 4, timestamp: seconds(order.shipBy) };
  return { tag_id: 2, timestamp: seconds(order.shipBy) };
}

function packageOf(call: Call, order: OrderPlan, parcel: PackagePlan): Json {
  const { now } = call;
  const status = statusOf(order, now);
  const pickedUp = parcel.arrivedAt !== null && parcel.arrivedAt <= now ? seconds(parcel.arrivedAt) : 0;
  const { channel } = MARKET_FACTS[order.shop.market];
  return {
    order_sn: order.sn,
    package_number: parcel.number,
    fulfillment_status: packageStatusOf(parcel, now),
    update_time: seconds(latestBy(parcel.statuses, now)?.at ?? order.createdAt),
    logistics_channel_id: channel.id,
    shipping_carrier: channel.name,
    allow_self_design_awb: false,
    days_to_ship: order.daysToShip,
    ship_by_date: seconds(order.shipBy),
    pending_terms: status === 'PENDING' ? ['SYSTEM_PENDING'] : [],
    pending_description: status === 'PENDING' ? ['Order is being processed by Shopee'] : [],
    tracking_number: numberOfParcel(parcel, now),
    tracking_number_expiration_date: 0,
    pickup_done_time: pickedUp,
    is_split_up: order.packages.length > 1,
    item_list: linesOf(order, parcel).map((line) => ({
      item_id: line.itemId,
      model_id: line.modelId,
      item_sku: line.modelId === 0 ? line.sku : '',
      model_sku: line.modelId === 0 ? '' : line.sku,
      model_quantity: line.quantity,
      order_item_id: line.itemId,
      promotion_group_id: 0,
      product_location_id: 'CN0001SEA',
      consultation_id: '',
    })),
    recipient_address: { ...addressOf(order), geolocation: null },
    parcel_chargeable_weight_gram: linesOf(order, parcel).reduce(
      (sum, line) => sum + line.gram * line.quantity,
      40,
    ),
    group_shipment_id: 0,
    virtual_contact_number: '',
    package_query_number: '',
    sorting_group: '',
    is_shipment_arranged: isArranged(parcel, now),
    status_info_tag: tagOf(order, parcel, now),
    can_split_order: false,
    can_unsplit_order: false,
    is_pre_order: false,
    prescription_images: [],
    pharmacist_name: '',
    prescription_approval_time: 0,
    prescription_rejection_time: 0,
    is_buyer_shop_collection: false,
    buyer_proof_of_collection: [],
    preparation_end_time: 0,
    driver_info: null,
  };
}

function detail(call: Call): Reply {
  const numbers = listIn(call, 'package_number_list', 50);
  const found = numbers.flatMap((number) => {
    const hit = call.world.findPackage(number);
    return hit && hit.order.shop.index === call.shop.index && hit.order.createdAt <= call.now ? [hit] : [];
  });
  if (found.length === 0)
    return refuse('error_not_found', 'Wrong parameters, detail: the package is not found.');
  return wrapped(
    { package_list: found.map(({ order, parcel }) => packageOf(call, order, parcel)) },
    { warning: found.length < numbers.length ? 'Some packages are not found.' : '' },
  );
}

export const packageEndpoints: readonly Endpoint[] = [
  post('order/search_package_list', search),
  get('order/get_package_detail', detail),
];
