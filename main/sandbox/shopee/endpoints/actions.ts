import { isArranged, statusOf } from '../../simulate/state.ts';
import { type Call, type Endpoint, neededText, post, textIn } from '../call.ts';
import { orderUnknown, wrong } from '../errors.ts';
import { flat, refuse, type Reply, seconds, wrapped } from '../reply.ts';
import { orderOf } from './orders.ts';

const REASONS: ReadonlySet<string> = new Set([
  'OUT_OF_STOCK',
  'CUSTOMER_REQUEST',
  'UNDELIVERABLE_AREA',
  'COD_NOT_SUPPORTED',
]);

function setNote(call: Call): Reply {
  const order = orderOf(call, neededText(call, 'order_sn'));
  if (!order) return orderUnknown();
  call.desk.notes.set(order.sn, { text: textIn(call, 'note'), at: call.now });
  return flat({});
}

function cancel(call: Call): Reply {
  const order = orderOf(call, neededText(call, 'order_sn'));
  if (!order) return orderUnknown();
  const reason = neededText(call, 'cancel_reason');
  if (!REASONS.has(reason)) return wrong('cancel_reason is invalid.');
  if (reason === 'OUT_OF_STOCK' && !Array.isArray(call.body['item_list']))
    return wrong('item_list is a required field.');
  const status = statusOf(order, call.now);
  if (status !== 'READY_TO_SHIP' && status !== 'PROCESSED') {
    return refuse('order.error_limit', 'Can not cancel this order');
  }
  call.world.intervene(order, { cancelledAt: call.now, cancelReason: reason });
  return wrapped({ update_time: seconds(call.now) });
}

function answerCancellation(call: Call): Reply {
  const order = orderOf(call, neededText(call, 'order_sn'));
  if (!order) return orderUnknown();
  const operation = neededText(call, 'operation');
  if (operation !== 'ACCEPT' && operation !== 'REJECT') return wrong('operation is invalid.');
  if (statusOf(order, call.now) !== 'IN_CANCEL') {
    const text = 'Invalid order_status.The order status should be IN_CANCEL.';
    return refuse(
      order.index % 2 === 0 ? 'order.cancel_order_invalid_status' : 'order.order_status_invalid',
      text,
    );
  }
  call.world.intervene(order, { buyerCancel: operation, decidedAt: call.now });
  return wrapped({ update_time: seconds(call.now) });
}

/** Splitting needs a permission per shop, which these shops do not have; splits of the world are the seller's own. */
function split(call: Call): Reply {
  const order = orderOf(call, neededText(call, 'order_sn'));
  if (!order) return orderUnknown();
  if (order.packages.some((parcel) => isArranged(parcel, call.now))) {
    return refuse('order.order_split_failed', 'Split order failed, please try again.');
  }
  return refuse('order.order_cannot_split', 'You don’t have the permission to split order.');
}

function unsplit(call: Call): Reply {
  const order = orderOf(call, neededText(call, 'order_sn'));
  return order ? refuse('order.order_cannot_undo_split', 'Cannot undo split this order.') : orderUnknown();
}

/** What a seller may do to an order. */
export const actionEndpoints: readonly Endpoint[] = [
  post('order/set_note', setNote),
  post('order/cancel_order', cancel),
  post('order/handle_buyer_cancellation', answerCancellation),
  post('order/split_order', split),
  post('order/unsplit_order', unsplit),
];
