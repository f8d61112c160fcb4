import { numberOfParcel } from '../../simulate/state.ts';
import { type Call, type Endpoint, neededText, objectsIn, post, textOfField } from '../call.ts';
import { type Json, refuse, type Reply, wrapped } from '../reply.ts';
import { parcelIn } from './tracking.ts';

interface Outcome {
  readonly entry: { readonly [key: string]: Json };
  readonly failed: boolean;
}

const failure = (sn: string, code: string, text: string): Outcome => ({
  entry: { order_sn: sn, fail_error: `firstmile.${code}`, fail_message: text },
  failed: true,
});

/** Partial failures are in the list; when all fail the call has an error of its own. */
function batch(number: string, outcomes: readonly Outcome[]): Reply {
  const response = { first_mile_tracking_number: number, order_list: outcomes.map((one) => one.entry) };
  const warning = outcomes.filter((one) => one.failed).map((one) => ({ order_sn: one.entry['order_sn'] }));
  if (outcomes.every((one) => one.failed)) {
    return refuse('firstmile.batch_api_all_failed', 'All failed, please check result_list for detail', {
      response,
      warning,
    });
  }
  return wrapped(response, warning.length > 0 ? { warning } : {});
}

function bind(call: Call): Reply {
  const number = neededText(call, 'first_mile_tracking_number');
  neededText(call, 'shipment_method');
  const own = call.desk.numbers.get(number);
  const outcomes = objectsIn(call, 'order_list', 50).map((entry): Outcome => {
    const sn = textOfField(entry, 'order_sn');
    const found = parcelIn(call, sn, textOfField(entry, 'package_number'));
    if ('reply' in found) return failure(sn, 'order_not_exist', 'Order is not exist.');
    if (own?.shop !== call.shop.index) return failure(sn, 'error', 'The FM code does not exist');
    const { parcel } = found;
    if (numberOfParcel(parcel, call.now) === '') {
      return failure(sn, 'error', 'The logistics status is not supported for binding');
    }
    const elsewhere = [...call.desk.numbers].some(
      ([name, other]) => name !== number && other.parcels.has(parcel.number),
    );
    if (elsewhere || (parcel.firstMile?.boundAt ?? Infinity) <= call.now) {
      return failure(sn, 'error', 'The SLS TN is tied to another FM code');
    }
    own.parcels.set(parcel.number, call.now);
    return { entry: { order_sn: sn, package_number: parcel.number }, failed: false };
  });
  return batch(number, outcomes);
}

function unbind(call: Call): Reply {
  const number = neededText(call, 'first_mile_tracking_number');
  const own = call.desk.numbers.get(number);
  const outcomes = objectsIn(call, 'order_list', 50).map((entry): Outcome => {
    const sn = textOfField(entry, 'order_sn');
    const found = parcelIn(call, sn, textOfField(entry, 'package_number'));
    if ('reply' in found || !own?.parcels.delete(found.parcel.number)) {
      return failure(sn, 'invalid_order_status', `The status of order(order_sn: ${sn}) is invalid.`);
    }
    return { entry: { order_sn: sn, package_number: found.parcel.number }, failed: false };
  });
  return batch(number, outcomes);
}

function unbindAll(call: Call): Reply {
  const success: Json[] = [];
  const failed: Json[] = [];
  for (const entry of objectsIn(call, 'order_list', 50)) {
    const sn = textOfField(entry, 'order_sn');
    const found = parcelIn(call, sn, textOfField(entry, 'package_number'));
    const name = 'reply' in found ? '' : found.parcel.number;
    const number = [...call.desk.numbers].find(([, own]) => own.parcels.delete(name))?.[0];
    if (number === undefined) {
      failed.push({
        order_sn: sn,
        package_number: name,
        fail_error: 'firstmile.order_not_exist',
        fail_message: 'Order is not exist.',
      });
    } else
      success.push({
        order_sn: sn,
        package_number: name,
        binding_id: '',
        first_mile_tracking_number: number,
      });
  }
  return wrapped({ success_list: success, fail_list: failed });
}

/** Binding parcels to numbers that were asked for through the API. */
export const bindingEndpoints: readonly Endpoint[] = [
  post('first_mile/bind_first_mile_tracking_number', bind),
  post('first_mile/unbind_first_mile_tracking_number', unbind),
  post('first_mile/unbind_first_mile_tracking_number_all', unbindAll),
];
