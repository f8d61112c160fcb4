import { DAY, HOUR } from '#shared/time.ts';
import { dayOf, isoDay, yymmdd } from '../../simulate/calendar.ts';
import { type Collection, collectionOf } from '../../simulate/firstMile.ts';
import { placeOfFirstMile } from '../../simulate/ids.ts';
import { SELLER_OFFSET } from '../../simulate/markets.ts';
import { mix } from '../../simulate/random.ts';
import { numberOfParcel, packageStatusOf } from '../../simulate/state.ts';
import type { OrderPlan, PackagePlan } from '../../simulate/types.ts';
import {
  asked,
  type Call,
  cursorPage,
  type Endpoint,
  get,
  neededText,
  post,
  textIn,
  wholeIn,
} from '../call.ts';
import { file, type Json, refuse, type Reply, wrapped } from '../reply.ts';
import { smallPdf } from '../files.ts';

interface Bound {
  readonly order: OrderPlan;
  readonly parcel: PackagePlan;
}

/** Parcels that went with a collection, as far as they are bound by now. */
function boundTo(call: Call, collection: Collection): Bound[] {
  if (collection.boundAt > call.now) return [];
  const codes = call.world.index(call.shop.index).collections.get(collection.day) ?? [];
  return codes.flatMap((code) => {
    const order = call.world.order(call.shop.index, Math.floor(code / 8));
    const parcel = order.packages[code % 8];
    return parcel?.firstMile?.number === collection.number ? [{ order, parcel }] : [];
  });
}

function statusOf(collection: Collection, now: number): string {
  if (now >= collection.deliveredAt) return 'DELIVERED';
  if (now >= collection.pickedUpAt) return 'PICKED_UP';
  return now >= collection.boundAt ? 'ORDER_RECEIVED' : 'ORDER_CREATED';
}

/** The collection of a first-mile number of this shop that exists by now (an hour before it is bound). */
function collectionIn(call: Call, number: string): Collection | null {
  const place = placeOfFirstMile(call.world.config.seed, number);
  if (place?.shop !== call.shop.index) return null;
  const collection = collectionOf(call.world.config.seed, place.shop, place.day);
  return collection.number === number && collection.boundAt - HOUR <= call.now ? collection : null;
}

function detail(call: Call): Reply {
  const number = neededText(call, 'first_mile_tracking_number');
  const collection = collectionIn(call, number);
  const own = call.desk.numbers.get(number);
  if (!collection && own?.shop !== call.shop.index) {
    return refuse('firstmile.error', 'The FM code does not exist');
  }
  const bound = collection
    ? boundTo(call, collection)
    : [...(own?.parcels.keys() ?? [])].flatMap((name) => call.world.findPackage(name) ?? []);
  const { part, more, next } = cursorPage(bound, textIn(call, 'cursor'), 50);
  return wrapped({
    first_mile_tracking_number: number,
    shipment_method: 'pickup',
    logistics_channel_id: 813,
    status: collection
      ? statusOf(collection, call.now)
      : bound.length > 0
        ? 'ORDER_RECEIVED'
        : 'NOT_AVAILABLE',
    declare_date: collection ? isoDay(collection.day) : (own?.declared ?? ''),
    order_list: part.map(({ order, parcel }) => ({
      order_sn: order.sn,
      package_number: parcel.number,
      sls_tracking_number: numberOfParcel(parcel, call.now),
      pick_up_done: (parcel.pickedUpAt ?? Infinity) <= call.now,
      arrived_transit_warehouse: (parcel.arrivedAt ?? Infinity) <= call.now,
    })),
    more,
    next_cursor: next,
  });
}

const dayIn = (call: Call, name: string): number | null => {
  const text = neededText(call, name);
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return Number.isNaN(at) ? null : at / DAY;
};
const badDate = (): Reply =>
  refuse('firstmile.date_format_error', "Format for param date is wrong, should be like '2000-01-01'.");

function list(call: Call): Reply {
  const from = dayIn(call, 'from_date');
  const to = dayIn(call, 'to_date');
  if (from === null || to === null) return badDate();
  const { seed } = call.world.config;
  const days = [...call.world.index(call.shop.index).collections.keys()].filter(
    (day) => day >= from && day <= to,
  );
  const known: { [key: string]: Json }[] = days
    .sort((a, b) => a - b)
    .map((day) => collectionOf(seed, call.shop.index, day))
    .filter((collection) => collection.boundAt - HOUR <= call.now)
    .map((collection) => ({
      first_mile_tracking_number: collection.number,
      status: statusOf(collection, call.now),
      declare_date: isoDay(collection.day),
    }));
  for (const [number, own] of call.desk.numbers) {
    if (own.shop === call.shop.index) {
      const status = own.parcels.size > 0 ? 'ORDER_RECEIVED' : 'NOT_AVAILABLE';
      known.push({ first_mile_tracking_number: number, status, declare_date: own.declared });
    }
  }
  const size = wholeIn(call, 'page_size', { min: 1, max: 50, otherwise: 10 });
  const { part, more, next } = cursorPage(known, textIn(call, 'cursor'), size);
  return wrapped({ first_mile_tracking_number_list: part, more, next_cursor: next });
}

function unbound(call: Call): Reply {
  const size = wholeIn(call, 'page_size', { min: 1, max: 100, otherwise: 20 });
  const waiting = call.world
    .waiting(call.shop.index, call.now)
    .flatMap((order) => order.packages.map((parcel) => ({ order, parcel })))
    .filter(
      ({ parcel }) =>
        numberOfParcel(parcel, call.now) !== '' && (parcel.firstMile?.boundAt ?? Infinity) > call.now,
    )
    .filter(({ parcel }) => ![...call.desk.numbers.values()].some((own) => own.parcels.has(parcel.number)));
  const { part, more, next } = cursorPage(waiting, textIn(call, 'cursor'), size);
  return wrapped({
    order_list: part.map(({ order, parcel }) => ({
      order_sn: order.sn,
      ...asked(call, {
        package_number: () => parcel.number,
        logistics_status: () => packageStatusOf(parcel, call.now),
      }),
    })),
    more,
    next_cursor: next,
  });
}

function generate(call: Call): Reply {
  const day = dayIn(call, 'declare_date');
  if (day === null) return badDate();
  if (day < dayOf(call.now, SELLER_OFFSET)) {
    return refuse(
      'firstmile.date_error',
      'Parameter declare_date is wrong, should be later than or equal to today.',
    );
  }
  const quantity = wholeIn(call, 'quantity', { min: 1, max: 20, otherwise: 1 });
  const today = [...call.desk.numbers.values()].filter(
    (own) => own.shop === call.shop.index && own.at > call.now - DAY,
  );
  if (today.length + quantity > 20) {
    return refuse('firstmile.max_number_limit', 'The first mile code number you apply is more than 20.');
  }
  const numbers = Array.from({ length: quantity }, () => {
    const digits = String(mix(call.shop.shopId, call.desk.numbers.size, 5)).padStart(10, '0');
    const number = `CNF99${digits}${yymmdd(day)}`;
    call.desk.numbers.set(number, {
      shop: call.shop.index,
      declared: isoDay(day),
      at: call.now,
      parcels: new Map(),
    });
    return number;
  });
  return wrapped({ first_mile_tracking_number_list: numbers });
}

const waybill = (call: Call): Reply => {
  const given = call.body['first_mile_tracking_number_list'];
  const numbers = Array.isArray(given) ? given.map(String) : [];
  return numbers.length === 0 || numbers.length > 50
    ? refuse('error_param', 'Wrong parameters, detail: first_mile_tracking_number_list is a required field.')
    : file('application/pdf', 'first-mile.pdf', smallPdf(numbers));
};

/** First mile in China: numbers, what is bound to them, and whether the transit warehouse has scanned it. */
export const firstMileEndpoints: readonly Endpoint[] = [
  get('first_mile/get_detail', detail),
  get('first_mile/get_tracking_number_list', list),
  get('first_mile/get_unbind_order_list', unbound),
  post('first_mile/generate_first_mile_tracking_number', generate),
  post('first_mile/get_waybill', waybill),
  get('first_mile/get_channel_list', () =>
    wrapped({
      logistics_channel_list: [
        { shipment_method: 'pickup', logistics_channel_id: 813, logistics_channel_name: 'shopee' },
        { shipment_method: 'self_deliver', logistics_channel_id: 0, logistics_channel_name: '自送' },
      ],
    }),
  ),
  get('first_mile/get_transit_warehouse_list', () =>
    wrapped({
      transit_warehouse_list: [
        {
          warehouse_id: 'TWS01',
          warehouse_name_en: 'Shopee Shenzhen Transit Warehouse',
          warehouse_name_cn: 'Shopee深圳仓',
          warehouse_type: 0,
        },
      ],
    }),
  ),
];
