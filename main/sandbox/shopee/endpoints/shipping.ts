import { DAY } from '#shared/time.ts';
import { MARKET_FACTS } from '../../simulate/markets.ts';
import { isArranged, packageStatusOf } from '../../simulate/state.ts';
import { type Call, type Endpoint, get, neededText, objectsIn, post, textIn, textOfField } from '../call.ts';
import { missing, orderUnknown, wrongState } from '../errors.ts';
import { flat, type Json, refuse, type Reply, seconds, wrapped } from '../reply.ts';
import { orderOf } from './orders.ts';
import { type Found, parcelIn } from './tracking.ts';

const ADDRESS = {
  address_id: 1173,
  region: 'CN',
  state: '广东省',
  city: '深圳市',
  district: '龙岗区',
  town: '',
  address: '样例路 1 号',
  zipcode: '518100',
} as const;

const canArrange = (found: Exclude<Found, { reply: Reply }>, now: number): boolean =>
  ['LOGISTICS_READY', 'LOGISTICS_PICKUP_RETRY'].includes(packageStatusOf(found.parcel, now));

/** Cross-border shops hand in at a drop-off point (G644); the slots are of the three days to come. */
const choices = (now: number): { [key: string]: Json } => ({
  info_needed: { dropoff: [] },
  dropoff: { branch_list: null },
  pickup: {
    address_list: [
      {
        ...ADDRESS,
        address_flag: ['default_address', 'pickup_address', 'return_address'],
        time_slot_list: [1, 2, 3].map((day) => ({
          date: seconds(now + day * DAY),
          pickup_time_id: String(seconds(now + day * DAY)),
        })),
      },
    ],
  },
});

function parameter(call: Call): Reply {
  const sn = neededText(call, 'order_sn');
  if (!orderOf(call, sn)) return orderUnknown();
  const found = parcelIn(call, sn, textIn(call, 'package_number'));
  if ('reply' in found) return found.reply;
  return canArrange(found, call.now) ? wrapped(choices(call.now)) : wrongState();
}

function massParameter(call: Call): Reply {
  objectsIn(call, 'package_list', 50);
  return wrapped(choices(call.now));
}

function ship(call: Call): Reply {
  const found = parcelIn(call, neededText(call, 'order_sn'), textIn(call, 'package_number'));
  if ('reply' in found) return found.reply;
  const ways = ['pickup', 'dropoff', 'non_integrated'].filter((name) => call.body[name] !== undefined);
  if (ways.length !== 1) return missing('pickup, dropoff or non_integrated');
  if (!canArrange(found, call.now)) return wrongState();
  call.world.intervene(found.order, { arrangedAt: call.now });
  return flat({});
}

function massShip(call: Call): Reply {
  const success: Json[] = [];
  const failed: Json[] = [];
  for (const entry of objectsIn(call, 'package_list', 50)) {
    const number = textOfField(entry, 'package_number');
    const found = call.world.findPackage(number);
    const mine = found && found.order.shop.index === call.shop.index && found.order.createdAt <= call.now;
    if (!mine) failed.push({ package_number: number, fail_reason: 'Package is not exist.' });
    else if (!canArrange(found, call.now))
      failed.push({ package_number: number, fail_reason: 'Package status does not support this operation.' });
    else {
      call.world.intervene(found.order, { arrangedAt: call.now });
      success.push({ package_number: number });
    }
  }
  return wrapped({ success_list: success, fail_list: failed });
}

function update(call: Call): Reply {
  const found = parcelIn(call, neededText(call, 'order_sn'), textIn(call, 'package_number'));
  if ('reply' in found) return found.reply;
  if (!isArranged(found.parcel, call.now)) return wrongState();
  return refuse(
    'logistics.update_shipping_order_no_param_change',
    'You can’t update shipping with all the same parameters.',
  );
}

function channels(call: Call): Reply {
  const { channel, cashOnDelivery } = MARKET_FACTS[call.shop.market];
  return wrapped({
    logistics_channel_list: [
      {
        block_seller_cover_shipping_fee: false,
        cod_enabled: cashOnDelivery > 0,
        enabled: true,
        fee_type: 'SIZE_INPUT',
        force_enable: false,
        item_max_dimension: { dimension_sum: 160, height: 60, length: 60, unit: 'cm', width: 60 },
        logistics_capability: { seller_logistics: false },
        logistics_channel_id: channel.id,
        logistics_channel_name: channel.name,
        logistics_description: '',
        mask_channel_id: 0,
        seller_logistic_has_configuration: null,
        size_list: [],
        support_cross_border: true,
        support_pause: false,
        volume_limit: { item_max_volume: 0, item_min_volume: 0 },
        weight_limit: { item_max_weight: 20, item_min_weight: 0 },
        preprint: false,
      },
    ],
  });
}

/** Arranging shipments. */
export const shippingEndpoints: readonly Endpoint[] = [
  get('logistics/get_shipping_parameter', parameter),
  post('logistics/get_mass_shipping_parameter', massParameter),
  post('logistics/ship_order', ship),
  post('logistics/mass_ship_order', massShip),
  post('logistics/update_shipping_order', update),
  get('logistics/get_channel_list', channels),
  get('logistics/get_address_list', () =>
    wrapped({
      show_pickup_address: true,
      address_list: [{ ...ADDRESS, address_type: ['PICK_UP_ADDRESS', 'RETURN_ADDRESS'] }],
    }),
  ),
];
