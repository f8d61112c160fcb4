import { promotionId } from '../../simulate/goods.ts';
import { MARKET_FACTS } from '../../simulate/markets.ts';
import { RETURN_WINDOW } from '../../simulate/order.ts';
import { latestBy, packageStatusOf, statusOf, updatedAt } from '../../simulate/state.ts';
import type { Line, OrderPlan, OrderStatus, PackagePlan } from '../../simulate/types.ts';
import { asked, type Call, textIn } from '../call.ts';
import { type Fields, int64, type Json, money, seconds } from '../reply.ts';

const instant = (at: number | null, now: number): number => (at !== null && at <= now ? seconds(at) : 0);

/** PENDING shows only to those who ask for it; to others the order is READY_TO_SHIP, the older mapping. */
export function shownStatus(call: Call, order: OrderPlan): OrderStatus {
  const status = statusOf(order, call.now);
  const asksPending = textIn(call, 'request_order_status_pending') === 'true';
  return status === 'PENDING' && !asksPending ? 'READY_TO_SHIP' : status;
}

/** Address and names as the platform masks them. */
export const addressOf = (order: OrderPlan): Fields => ({
  name: order.buyer.name,
  phone: order.buyer.phone,
  town: '',
  district: '',
  city: order.buyer.city,
  state: order.buyer.state,
  region: order.shop.market,
  zipcode: order.buyer.zip,
  full_address: `******${order.buyer.city}`,
});

function lineOf(call: Call, order: OrderPlan, line: Line, position: number): Json {
  const cancelled = statusOf(order, call.now) === 'CANCELLED';
  const asksReturn = order.returned !== null && order.returned.at <= call.now;
  return {
    item_id: line.itemId,
    item_name: line.name,
    item_sku: line.modelId === 0 ? line.sku : '',
    model_id: line.modelId,
    model_name: line.model,
    model_sku: line.modelId === 0 ? '' : line.sku,
    model_quantity_purchased: line.quantity,
    model_original_price: money(line.original),
    model_discounted_price: money(line.price),
    wholesale: false,
    weight: line.gram / 1000,
    add_on_deal: false,
    main_item: false,
    add_on_deal_id: 0,
    promotion_type: line.price < line.original ? 'product_promotion' : '',
    promotion_id: line.price < line.original ? int64(promotionId(call.world.config.seed, line.itemId)) : 0,
    promotion_group_id: 0,
    order_item_id: line.itemId,
    line_item_id: line.itemId + position,
    image_info: { image_url: `https://cf.shopee.sg/file/sandbox-${line.itemId}_tn` },
    product_location_id: ['CN0001SEA'],
    is_prescription_item: false,
    is_b2c_owned_item: false,
    active_qty: cancelled ? 0 : line.quantity,
    cancel_requested_qty: 0,
    cancelled_qty: cancelled ? line.quantity : 0,
    return_requested_qty: asksReturn ? line.quantity : 0,
    returned_qty: 0,
  };
}

/** What a package's lines are called in lists of packages. */
export const linesOf = (order: OrderPlan, parcel: PackagePlan): Line[] =>
  parcel.lines.map((position) => order.lines[position]).filter((line) => line !== undefined);

const gramOf = (order: OrderPlan, parcel: PackagePlan): number =>
  linesOf(order, parcel).reduce((sum, line) => sum + line.gram * line.quantity, 40);

function packageOf(call: Call, order: OrderPlan, parcel: PackagePlan): Json {
  const { channel } = MARKET_FACTS[order.shop.market];
  const status = packageStatusOf(parcel, call.now);
  // For historical reasons packages in orders may still say what only orders should (G229).
  const older = status === 'LOGISTICS_READY' && order.index % 7 === 0 ? 'LOGISTICS_PENDING_ARRANGE' : status;
  return {
    package_number: parcel.number,
    logistics_status: older,
    logistics_channel_id: channel.id,
    shipping_carrier: channel.name,
    allow_self_design_awb: false,
    group_shipment_id: null,
    parcel_chargeable_weight_gram: gramOf(order, parcel),
    sorting_group: '',
    item_list: linesOf(order, parcel).map((line) => ({
      item_id: line.itemId,
      model_id: line.modelId,
      model_quantity: line.quantity,
      order_item_id: line.itemId,
      promotion_group_id: 0,
      product_location_id: 'CN0001SEA',
    })),
  };
}

/** One order as get_order_detail shows it now: the fields that always come, and those asked for. */
export function orderDetail(call: Call, order: OrderPlan): Json {
  const { now } = call;
  const market = MARKET_FACTS[order.shop.market];
  const affiliate = order.shop.sip === 'affiliate';
  const status = shownStatus(call, order);
  const cancelled = order.cancel && order.cancel.at <= now ? order.cancel : null;
  const note = call.desk.notes.get(order.sn);
  const delivered = latestBy(order.statuses, now)?.status === 'TO_CONFIRM_RECEIVE' || status === 'COMPLETED';
  const pickedUp =
    order.packages.length > 0
      ? Math.max(...order.packages.map((parcel) => parcel.arrivedAt ?? Infinity))
      : null;
  const always: Fields = {
    order_sn: order.sn,
    region: order.shop.market,
    // Affiliate shops settle in yuan and show nothing that the buyer paid (G261).
    currency: affiliate ? 'CNY' : market.currency,
    cod: order.cashOnDelivery,
    order_status: status,
    message_to_seller: '',
    create_time: seconds(order.createdAt),
    update_time: seconds(updatedAt(order, now) ?? order.createdAt),
    days_to_ship: order.daysToShip,
    ship_by_date: instant(order.paidAt, now) === 0 ? 0 : seconds(order.shipBy),
    booking_sn: '',
    reverse_shipping_fee: 0,
    ...(status === 'PENDING'
      ? { pending_terms: [order.shop.market === 'TW' ? 'KYC_PENDING' : 'SYSTEM_PENDING'] }
      : {}),
  };
  const optional = asked(call, {
    buyer_user_id: () => order.buyer.userId,
    buyer_username: () => order.buyer.userName,
    estimated_shipping_fee: () => money(order.shippingFee),
    recipient_address: () => addressOf(order),
    actual_shipping_fee: () => (status === 'COMPLETED' ? money(order.shippingFee) : 0),
    actual_shipping_fee_confirmed: () => status === 'COMPLETED',
    goods_to_declare: () => false,
    note: () => note?.text ?? '',
    note_update_time: () => (note ? seconds(note.at) : 0),
    item_list: () => order.lines.map((line, position) => lineOf(call, order, line, position)),
    pay_time: () => instant(order.paidAt, now) || (order.index % 2 === 0 ? null : 0),
    dropshipper: () => null,
    dropshipper_phone: () => null,
    split_up: () => order.packages.length > 1,
    buyer_cancel_reason: () =>
      cancelled?.by === 'buyer' || status === 'IN_CANCEL' ? 'Need to change delivery address' : '',
    cancel_by: () => cancelled?.by ?? '',
    cancel_reason: () => cancelled?.reason ?? '',
    buyer_cpf_id: () => null,
    fulfillment_flag: () => 'fulfilled_by_cb_seller',
    pickup_done_time: () => instant(pickedUp, now),
    package_list: () => order.packages.map((parcel) => packageOf(call, order, parcel)),
    shipping_carrier: () => market.channel.name,
    checkout_shipping_carrier: () => market.channel.name,
    payment_method: () => (order.cashOnDelivery ? 'Cash on Delivery' : 'Online Payment'),
    total_amount: () => (affiliate ? 0 : money(order.total)),
    invoice_data: () => null,
    order_chargeable_weight_gram: () =>
      order.packages.reduce((sum, parcel) => sum + gramOf(order, parcel), 0),
    return_request_due_date: () =>
      delivered ? seconds(Math.max(...order.packages.map((parcel) => parcel.endAt)) + RETURN_WINDOW) : 0,
    payment_info: () => [],
  });
  // One name asks for two fields.
  const told = textIn(call, 'response_optional_fields').split(',').includes('edt');
  const [from, to] = order.promise;
  const edt = told ? { edt_from: seconds(from), edt_to: seconds(to) } : {};
  return { ...always, ...optional, ...edt };
}
