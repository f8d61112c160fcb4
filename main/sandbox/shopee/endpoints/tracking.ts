import { isArranged, numberOfParcel, packageStatusOf, scansBy } from '../../simulate/state.ts';
import { textOf } from '../../simulate/truth.ts';
import type { OrderPlan, PackagePlan, Scan } from '../../simulate/types.ts';
import {
  asked,
  type Call,
  type Endpoint,
  get,
  neededText,
  objectsIn,
  post,
  textIn,
  textOfField,
} from '../call.ts';
import { parcelUnknown, wrongState } from '../errors.ts';
import { type Json, refuse, type Reply, seconds, wrapped } from '../reply.ts';
import { orderOf } from './orders.ts';

export type Found = { readonly order: OrderPlan; readonly parcel: PackagePlan } | { readonly reply: Reply };

/** The parcel that an order number, and a package number where there are several, name. */
export function parcelIn(call: Call, sn: string, number: string): Found {
  const order = orderOf(call, sn);
  if (!order) return { reply: parcelUnknown() };
  // Never paid: there is nothing to send.
  if (order.packages.length === 0) return { reply: wrongState() };
  const several = order.packages.length > 1;
  if (number === '' && several) {
    const text = 'package_number is required because the order has been split.';
    return { reply: refuse('logistics.package_number_not_exist', text) };
  }
  const parcel = number === '' ? order.packages[0] : order.packages.find((one) => one.number === number);
  return parcel
    ? { order, parcel }
    : { reply: refuse('logistics.package_not_exist', 'The package is not exist.') };
}

/** The status word of an entry: one for the whole middle of the trip, as the platform leaves it. */
export function statusWord(scan: Scan, order: OrderPlan): string {
  // A few parcels carry the other family of words (reference, 3.2: accept both at both places).
  if (order.index % 31 === 0 && scan.node === 'DELIVERED') return 'LOGISTICS_DELIVERY_DONE';
  switch (scan.node) {
    case 'INFO_RECEIVED':
      return 'ORDER_CREATED';
    case 'PICKUP_ARRANGED':
      return 'PICKUP_REQUESTED';
    case 'PICKUP_FAILED':
      return 'PICKUP_RETRY';
    case 'PICKED_UP':
      return 'PICKED_UP';
    case 'DELIVERY_FAILED':
      return 'FAILED_DELIVERED';
    case 'DELIVERED':
      return 'DELIVERED';
    case 'RETURN_STARTED':
      return 'RETURN_STARTED';
    case 'RETURN_IN_TRANSIT':
      return 'RETURN_PENDING';
    case 'RETURNED':
      return 'RETURNED';
    case 'LOST':
    case 'DISPOSED':
      return 'LOST';
    case 'CANCELLED':
      return 'CANCELED';
    default:
      return 'DELIVERY_PENDING';
  }
}

function info(call: Call): Reply {
  const found = parcelIn(call, neededText(call, 'order_sn'), textIn(call, 'package_number'));
  if ('reply' in found) return found.reply;
  const { order, parcel } = found;
  if (!isArranged(parcel, call.now)) return wrongState();
  const scans = scansBy(parcel, call.now);
  const { reversed } = parcel;
  const back = reversed && reversed.at <= call.now;
  const entries = scans
    .filter((scan) => !scan.back)
    .map((scan): Json => {
      return {
        update_time: seconds(scan.at),
        description: textOf(order, scan),
        logistics_status: statusWord(scan, order),
        ...(scan.node === 'DELIVERY_FAILED' ? { return_code: String(1000 + (scan.variant % 9)) } : {}),
      };
    });
  // The order of entries is not documented: shops differ here.
  if (order.shop.index % 2 === 0) entries.reverse();
  return wrapped({
    order_sn: order.sn,
    package_number: parcel.number,
    logistics_status: packageStatusOf(parcel, call.now),
    tracking_info: entries,
    ...(order.shop.market === 'TW' && scans.some((scan) => scan.node === 'READY_FOR_PICKUP')
      ? { collection_pin_code: String(100_000 + (order.index % 900_000)) }
      : {}),
    ...(back
      ? {
          reversed_tracking_number: reversed.number,
          reversed_courier_name: 'SPX Express',
          reversed_tracking_info: scans
            .filter((scan) => scan.back)
            .map((scan) => ({ update_time: seconds(scan.at), description: textOf(order, scan) })),
        }
      : {}),
  });
}

const firstMileOf = (parcel: PackagePlan, now: number): string =>
  parcel.firstMile && parcel.firstMile.boundAt <= now ? parcel.firstMile.number : '';

function trackingNumber(call: Call): Reply {
  const found = parcelIn(call, neededText(call, 'order_sn'), textIn(call, 'package_number'));
  if ('reply' in found) return found.reply;
  const { order, parcel } = found;
  if (!isArranged(parcel, call.now)) return wrongState();
  const known = numberOfParcel(parcel, call.now);
  const optional = asked(call, {
    plp_number: () => '',
    first_mile_tracking_number: () => firstMileOf(parcel, call.now),
    last_mile_tracking_number: () =>
      order.shop.market === 'BR' && known !== '' ? `BR${parcel.number.slice(4)}VSPXLM` : '',
  });
  const hint = known === '' ? 'The tracking number is being generated, please try again later.' : '';
  return wrapped({
    tracking_number: known,
    first_mile_tracking_number: firstMileOf(parcel, call.now),
    ...optional,
    hint,
  });
}

function massNumbers(call: Call): Reply {
  const success: Json[] = [];
  const failed: Json[] = [];
  for (const entry of objectsIn(call, 'package_list', 50)) {
    const name = textOfField(entry, 'package_number');
    const found = call.world.findPackage(name);
    const mine = found && found.order.shop.index === call.shop.index && found.order.createdAt <= call.now;
    if (!mine) failed.push({ package_number: name, fail_reason: 'Package is not exist.' });
    else if (!isArranged(found.parcel, call.now)) {
      failed.push({ package_number: name, fail_reason: 'Package is not arranged shipment.' });
    } else {
      success.push({
        package_number: name,
        tracking_number: numberOfParcel(found.parcel, call.now),
        first_mile_tracking_number: firstMileOf(found.parcel, call.now),
        hint: '',
        pickup_code: '',
      });
    }
  }
  return wrapped({ success_list: success, fail_list: failed });
}

export const trackingEndpoints: readonly Endpoint[] = [
  get('logistics/get_tracking_info', info),
  get('logistics/get_tracking_number', trackingNumber),
  post('logistics/get_mass_tracking_number', massNumbers),
];
