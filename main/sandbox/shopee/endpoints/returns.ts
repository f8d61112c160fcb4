import { DAY } from '#shared/time.ts';
import { MARKET_FACTS } from '../../simulate/markets.ts';
import { latestBy } from '../../simulate/state.ts';
import type { OrderPlan, ReturnPlan } from '../../simulate/types.ts';
import { type Call, type Endpoint, get, neededText, pageOf, post, textIn, wholeIn } from '../call.ts';
import { wrong } from '../errors.ts';
import { type Json, money, refuse, type Reply, seconds, wrapped } from '../reply.ts';

interface Claim {
  readonly order: OrderPlan;
  readonly plan: ReturnPlan;
  readonly status: string;
  readonly updatedAt: number;
}

/** Claims of the shop that have been made by now, oldest first. */
function claimsOf(call: Call): Claim[] {
  return call.world.index(call.shop.index).returns.flatMap((index) => {
    const order = call.world.order(call.shop.index, index);
    const plan = order.returned;
    const last = plan ? latestBy(plan.statuses, call.now) : null;
    return plan && last ? [{ order, plan, status: last.status, updatedAt: last.at }] : [];
  });
}

const open = (status: string): boolean =>
  status === 'REQUESTED' || status === 'SELLER_DISPUTE' || status === 'JUDGING';

const reverseStatus = (plan: ReturnPlan, now: number): string => {
  if (plan.refundOnly) return '';
  const done = plan.reverse.filter((step) => step.at <= now).length;
  return done === 0
    ? 'LOGISTICS_REQUEST_CREATED'
    : done < 3
      ? 'LOGISTICS_PICKUP_DONE'
      : 'LOGISTICS_DELIVERY_DONE';
};

/** The fields that list and detail share. */
function common({ order, plan, status, updatedAt }: Claim, now: number): { [key: string]: Json } {
  const shipped = plan.reverse.some((step) => step.at <= now);
  return {
    image: plan.reason === 'PHYSICAL_DMG' ? ['https://cf.shopee.sg/file/sandbox-damage'] : [],
    reason: plan.reason,
    text_reason: plan.text,
    return_sn: plan.sn,
    refund_amount: money(plan.amount),
    currency: MARKET_FACTS[order.shop.market].currency,
    create_time: seconds(plan.at),
    update_time: seconds(updatedAt),
    status,
    due_date: seconds(plan.dueAt),
    tracking_number: shipped ? (plan.trackingNumber ?? '') : '',
    dispute_reason: plan.statuses.some((change) => change.status === 'SELLER_DISPUTE' && change.at <= now)
      ? ['UNKNOWN']
      : [],
    dispute_text_reason: [],
    needs_logistics: !plan.refundOnly,
    amount_before_discount: money(plan.amount),
    user: {
      username: order.buyer.userName,
      email: '********oo@example.com',
      portrait: 'https://cf.shopee.sg/file/sandbox',
    },
    item: order.lines.map((line) => ({
      model_id: line.modelId,
      name: line.name,
      images: [`https://cf.shopee.sg/file/sandbox-${line.itemId}`],
      amount: line.quantity,
      item_price: money(line.price),
      is_add_on_deal: false,
      is_main_item: false,
      add_on_deal_id: 0,
      item_id: line.itemId,
      item_sku: line.sku,
      variation_sku: line.model,
      refund_amount: money(line.price * line.quantity),
    })),
    order_sn: order.sn,
    return_ship_due_date: plan.refundOnly ? 0 : seconds(plan.shipDueAt),
    return_seller_due_date: plan.refundOnly ? 0 : seconds(plan.sellerDueAt),
    return_refund_type:
      plan.at < (order.statuses.find((change) => change.status === 'COMPLETED')?.at ?? 0) ? 'RRBOC' : 'RRAOC',
    return_solution: plan.refundOnly ? 1 : 0,
    is_seller_arrange: false,
    is_shipping_proof_mandatory: false,
    return_refund_request_type: 0,
    validation_type: 'seller_validation',
    is_arrived_at_warehouse: 0,
    follow_up_action_list: [],
  };
}

const proofOf = (status: string): string => (status === 'SELLER_DISPUTE' ? 'PENDING' : 'NOT_NEEDED');
const negotiationOf = (status: string): string => (status === 'REQUESTED' ? 'PENDING_RESPOND' : 'TERMINATED');

function list(call: Call): Reply {
  const page = wholeIn(call, 'page_no', { min: 0, max: 100_000 });
  const size = wholeIn(call, 'page_size', { min: 1, max: 100 });
  const range = (name: string): [number, number] | null => {
    const from = wholeIn(call, `${name}_from`, { min: 0, max: 4_294_967_295, otherwise: 0 }) * 1000;
    const to = wholeIn(call, `${name}_to`, { min: 0, max: 4_294_967_295, otherwise: 0 }) * 1000;
    return from === 0 && to === 0 ? null : [from, to];
  };
  const created = range('create_time');
  const updated = range('update_time');
  for (const span of [created, updated]) {
    if (span && (span[0] >= span[1] || span[1] - span[0] > 15 * DAY))
      return wrong('time range must be within 15 days.');
  }
  const status = textIn(call, 'status');
  const found = claimsOf(call).filter(
    (claim) =>
      (!created || (claim.plan.at >= created[0] && claim.plan.at <= created[1])) &&
      (!updated || (claim.updatedAt >= updated[0] && claim.updatedAt <= updated[1])) &&
      (status === '' || claim.status === status),
  );
  // Text and sample disagree on the first page's number; here 0 and 1 are the same page.
  const { part, more } = pageOf(found.toReversed(), page, size);
  return wrapped({
    more,
    return: part.map((claim) => ({
      ...common(claim, call.now),
      negotiation_status: negotiationOf(claim.status),
      seller_proof_status: proofOf(claim.status),
      seller_compensation_status: 'COMPENSATION_NOT_APPLICABLE',
    })),
  });
}

const unknown = (): Reply => refuse('error_data', "The return you queried doesn't exist");
const claimIn = (call: Call): Claim | undefined => {
  const sn = neededText(call, 'return_sn');
  return claimsOf(call).find((claim) => claim.plan.sn === sn);
};

function detail(call: Call): Reply {
  const claim = claimIn(call);
  if (!claim) return unknown();
  const { order, plan, status } = claim;
  const { buyer } = order;
  return wrapped({
    ...common(claim, call.now),
    buyer_videos: [],
    activity: [],
    seller_proof: {
      seller_proof_status: proofOf(status),
      seller_evidence_deadline: seconds(plan.dueAt + 2 * DAY),
    },
    seller_compensation: {
      seller_compensation_status: 'COMPENSATION_NOT_APPLICABLE',
      seller_compensation_due_date: 0,
      compensation_amount: 0,
    },
    negotiation: {
      negotiation_status: negotiationOf(status),
      latest_solution: plan.refundOnly ? 'REFUND' : 'RETURN_REFUND',
      latest_offer_amount: money(plan.amount),
      latest_offer_creator: buyer.userName,
      counter_limit: 0,
      offer_due_date: open(status) ? seconds(plan.dueAt) : 0,
    },
    logistics_status: reverseStatus(plan, call.now),
    reverse_logistic_status: reverseStatus(plan, call.now),
    return_pickup_address: {
      address: '******',
      name: buyer.name,
      phone: buyer.phone,
      town: '',
      district: '',
      city: buyer.city,
      state: buyer.state,
      region: order.shop.market,
      zipcode: buyer.zip,
    },
    virtual_contact_number: '',
    package_query_number: '',
    return_address: { whs_id: `${order.shop.market}C` },
    has_uploaded_shipping_proof: false,
    is_reverse_logistics_channel_integrated: true,
    reverse_logistic_channel_name: plan.refundOnly ? '' : 'SPX Express',
  });
}

function reverse(call: Call): Reply {
  const claim = claimIn(call);
  if (!claim) return unknown();
  const steps = claim.plan.reverse.filter((step) => step.at <= call.now);
  return wrapped({
    return_sn: claim.plan.sn,
    return_refund_request_type: 0,
    validation_type: 'seller_validation',
    reverse_logistics_status: reverseStatus(claim.plan, call.now),
    reverse_logistics_update_time: seconds(steps.at(-1)?.at ?? claim.updatedAt),
    // Text, as in the published sample.
    estimated_delivery_date_max: String(seconds(claim.plan.sellerDueAt)),
    estimated_delivery_date_min: String(seconds(claim.plan.shipDueAt)),
    tracking_number: steps.length > 0 ? (claim.plan.trackingNumber ?? '') : '',
    tracking_info: steps.map((step) => ({
      update_time: seconds(step.at),
      tracking_description: step.text,
      epop_image_list: [],
      epod_image_list: [],
    })),
  });
}

function solutions(call: Call): Reply {
  const claim = claimIn(call);
  if (!claim) return unknown();
  const eligibility = claim.status === 'REQUESTED';
  const offer = {
    eligibility,
    refund_amount_adjustable: eligibility,
    max_refund_amount: money(claim.plan.amount),
    min_refund_amount: 0,
  };
  return wrapped({ return_sn: claim.plan.sn, offer_return_refund: offer, offer_refund: offer });
}

function decide(how: 'confirm' | 'dispute'): Endpoint['answer'] {
  return (call) => {
    const claim = claimIn(call);
    if (!claim) return unknown();
    if (claim.status !== 'REQUESTED') {
      return refuse(
        'returnsn.illegal',
        'Return status does not allow initiating a dispute case（From dispute side）',
      );
    }
    call.world.intervene(claim.order, { returnAnswer: { at: call.now, how } });
    const msg = how === 'dispute' ? { msg: 'dispute return success' } : {};
    return wrapped({ return_sn: claim.plan.sn, ...msg });
  };
}

export const returnEndpoints: readonly Endpoint[] = [
  get('returns/get_return_list', list),
  get('returns/get_return_detail', detail),
  get('returns/get_reverse_tracking_info', reverse),
  get('returns/get_available_solutions', solutions),
  post('returns/confirm', decide('confirm')),
  post('returns/dispute', decide('dispute')),
];
