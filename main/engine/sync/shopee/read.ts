import type { ScanRow } from '#shared/model/import.ts';
import { type Market, MARKET_ZONE, MARKETS } from '#shared/model/market.ts';
import { DAY, HOUR } from '#shared/time.ts';
import { carrierOfNumber, carrierSlug } from '../../sources/files/carriers.ts';
import type {
  FirstMilePackage,
  FirstMileRecord,
  LateRecord,
  MetricRecord,
  NumberRecord,
  OrderRecord,
  PackageRow,
  PenaltyRecord,
  RatingRecord,
  ReturnRecord,
  ReviewRecord,
} from '../../store/types.ts';
import type { Wire, WireOrder } from './gate.ts';

/** A text, or null where nothing was said: documents print a dash, answers send blanks. */
const said = (text: string | null): string | null => {
  const plain = text?.trim() ?? '';
  return plain === '' || plain === '-' ? null : plain;
};

/** Market codes are closed here; an unknown region is kept as none. */
export function marketOf(region: string | null): string | null {
  const code = region?.trim().toUpperCase() ?? '';
  return (MARKETS as readonly string[]).includes(code) ? code : null;
}

/** The zone in which a market's scans are shown. */
export function zoneOf(market: string | null): string {
  return market === null ? 'UTC' : (MARKET_ZONE[market as Market] ?? 'UTC');
}

/** One order of `get_order_detail`, or null where it has no number. */
export function readOrder(order: WireOrder): OrderRecord | null {
  const orderSn = said(order.order_sn);
  if (orderSn === null) return null;
  const address = order.recipient_address;
  return {
    orderSn,
    market: marketOf(order.region),
    status: said(order.order_status) ?? 'UNKNOWN',
    createdAt: order.create_time,
    updatedAt: order.update_time,
    paidAt: order.pay_time,
    shipBy: order.ship_by_date,
    daysToShip: order.days_to_ship,
    promisedFrom: order.edt_from,
    promisedTo: order.edt_to,
    pickedUpAt: order.pickup_done_time,
    amount: order.total_amount,
    currency: said(order.currency),
    cod: order.cod ?? false,
    carrierName: said(order.shipping_carrier),
    fulfilment: said(order.fulfillment_flag),
    cancelBy: said(order.cancel_by),
    cancelReason: said(order.cancel_reason) ?? said(order.buyer_cancel_reason),
    items: order.item_list.map((item) => ({
      itemId: item.item_id ?? '',
      modelId: item.model_id ?? '0',
      sku: said(item.model_sku) ?? said(item.item_sku),
      name: item.item_name ?? '',
      variation: said(item.model_name),
      quantity: item.model_quantity_purchased ?? 0,
      price: item.model_discounted_price,
    })),
    packages: order.package_list.flatMap((each) => {
      const packageNumber = said(each.package_number);
      if (packageNumber === null) return [];
      return [
        {
          packageNumber,
          status: said(each.logistics_status?.raw ?? null) ?? 'UNKNOWN',
          channel: said(each.logistics_channel_id),
          carrierName: said(each.shipping_carrier),
        },
      ];
    }),
    buyer: {
      userId: said(order.buyer_user_id),
      userName: said(order.buyer_username),
      name: said(address?.name ?? null),
      phone: said(address?.phone ?? null),
      address: said(address?.full_address ?? null),
    },
    place: { state: said(address?.state ?? null), city: said(address?.city ?? null) },
  };
}

/** The numbers of `get_mass_tracking_number`, those without one included. */
export function readNumbers(answer: Wire['logistics.get_mass_tracking_number']): NumberRecord[] {
  return answer.success_list.flatMap((each) => {
    const packageNumber = said(each.package_number);
    if (packageNumber === null) return [];
    return [
      {
        packageNumber,
        number: said(each.tracking_number)?.toUpperCase() ?? null,
        firstMile: said(each.first_mile_tracking_number)?.toUpperCase() ?? null,
        lastMile: said(each.last_mile_tracking_number)?.toUpperCase() ?? null,
      },
    ];
  });
}

/** Orders are asked for at most a few years back. */
const LONGEST_BACK = 5 * 366 * DAY;

/**
 * Where an order stands among the others while only its number is known: at the day with which the number begins
 * (YYMMDD, as every published sample has it), else at `now`, when it was heard of.
 */
export function listedAt(orderSn: string, now: number): number {
  const [, year, month, day] = /^(\d\d)(\d\d)(\d\d)/.exec(orderSn)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return now;
  const at = Date.UTC(2000 + year, month - 1, day);
  const isDay = month >= 1 && month <= 12 && new Date(at).getUTCDate() === day;
  return isDay && at <= now && at > now - LONGEST_BACK ? at : now;
}

/** Who ships, in the words that are known: all begin so. */
const isFulfilment = (word: string | null): boolean => word?.startsWith('fulfilled') === true;

/** Who ships never changes: a word that is new to us does not take the place of one that is known (the raw answer has it). */
export const keptFulfilment = (known: string | null, told: string | null): string | null =>
  known === null || isFulfilment(told) ? told : known;

/**
 * When an order of which only a word new to us is known is asked for again: after as long as it is old, at least an hour,
 * for a month; null: not at all. A new version's word stays and costs ten calls at most, a broken answer's does not stay.
 */
export function confirmAt(fulfilment: string | null, createdAt: number, now: number): number | null {
  const age = now - createdAt;
  return fulfilment === null || isFulfilment(fulfilment) || age >= 30 * DAY
    ? null
    : now + Math.max(HOUR, age);
}

/** Shopee's own carriers, by the words that channels use for them. */
const OWN = /\b(spx|shopee)\b/i;

/**
 * The carrier of a package's number: what the number says by itself; SLS for cross-border shops; otherwise the channel's
 * carrier. Decided once per package, so that its scans stay on one leg.
 */
export function carrierFor(number: string, channel: string | null, crossBorder: boolean): string {
  const own = carrierOfNumber(number);
  if (own !== null) return own;
  if (crossBorder) return 'sls';
  if (channel === null || OWN.test(channel)) return 'spx';
  const slug = carrierSlug(channel);
  return slug === '' ? 'spx' : slug;
}

interface TrackedPackage extends Pick<PackageRow, 'orderSn' | 'market' | 'orderedAt'> {
  readonly number: string;
  readonly carrier: string;
  readonly zone: string;
}

type WireScan = { readonly update_time: number | null; readonly description: string | null };

/** Longer texts are cut: nobody reads them, and an answer may be anything. */
const TEXT_MAX = 1_000;

function scanRow(
  scan: WireScan,
  status: string | null,
  leg: TrackedPackage,
  number: string,
  carrier: string,
): ScanRow | null {
  const text = (scan.description ?? '').trim().slice(0, TEXT_MAX);
  if (scan.update_time === null || (text === '' && status === null)) return null;
  return {
    line: 0,
    number,
    carrier,
    code: null,
    scheme: 'shopee',
    status,
    text,
    lang: null,
    place: null,
    rawTime: String(Math.round(scan.update_time / 1_000)),
    instant: scan.update_time,
    zone: leg.zone,
    // Unix seconds: nothing had to be assumed.
    zoneReason: 'offset',
    seq: null,
    orderNo: leg.orderSn,
    orderTime: leg.orderedAt,
    market: leg.market,
  };
}

/** What `get_tracking_info` says of a package: its scans, those of the way back, and the number of the way back. */
export function readTracking(
  answer: Wire['logistics.get_tracking_info'],
  leg: TrackedPackage,
): { rows: ScanRow[]; movedAt: number | null; returnNumber: string | null; returnCarrier: string } {
  const returnNumber = said(answer.reversed_tracking_number)?.toUpperCase() ?? null;
  const courier = carrierSlug(answer.reversed_courier_name ?? '');
  const returnCarrier =
    (returnNumber === null ? null : carrierOfNumber(returnNumber)) ??
    (OWN.test(courier) ? 'spx' : courier || leg.carrier);
  const forward = answer.tracking_info.flatMap((scan) => {
    const row = scanRow(scan, said(scan.logistics_status?.raw ?? null), leg, leg.number, leg.carrier);
    return row === null ? [] : [row];
  });
  const back =
    returnNumber === null
      ? []
      : answer.reversed_tracking_info.flatMap((scan) => {
          const row = scanRow(scan, null, leg, returnNumber, returnCarrier);
          return row === null ? [] : [row];
        });
  // The order of the list is not documented: oldest first, and within a second as it came.
  const rows = [...forward, ...back].toSorted((a, b) => (a.instant ?? 0) - (b.instant ?? 0));
  return { rows, movedAt: rows.at(-1)?.instant ?? null, returnNumber, returnCarrier };
}

/** The returns of `get_return_list`. */
export function readReturns(answer: Wire['returns.get_return_list']): ReturnRecord[] {
  return answer.return.flatMap((each) => {
    const returnSn = said(each.return_sn);
    if (returnSn === null) return [];
    const again = said(each.reassessed_request_reason);
    return [
      {
        returnSn,
        orderSn: said(each.order_sn) ?? '',
        status: said(each.status) ?? 'UNKNOWN',
        reason: again !== null && again !== 'NONE' ? again : said(each.reason),
        solution: each.return_solution,
        amount: each.refund_amount,
        currency: said(each.currency),
        number: said(each.tracking_number)?.toUpperCase() ?? null,
        createdAt: each.create_time,
        updatedAt: each.update_time,
        dueAt: each.due_date,
        shipDueAt: each.return_ship_due_date,
        sellerDueAt: each.return_seller_due_date,
      },
    ];
  });
}

/** The reviews of `get_comment`. */
export function readReviews(answer: Wire['product.get_comment']): ReviewRecord[] {
  return answer.item_comment_list.flatMap((each) => {
    const commentId = said(each.comment_id);
    if (commentId === null) return [];
    return [
      {
        commentId,
        itemId: each.item_id ?? '',
        orderSn: said(each.order_sn),
        rating: each.rating_star ?? 0,
        text: said(each.comment),
        createdAt: each.create_time,
        replied: said(each.comment_reply?.reply ?? null) !== null,
        hidden: each.hidden ?? false,
        userName: said(each.buyer_username),
      },
    ];
  });
}

const figure = (value: number | null): string | null => (value === null ? null : String(value));

/** The figures of `get_shop_performance`; targets come with them and are never our own. */
export function readPerformance(answer: Wire['account_health.get_shop_performance']): {
  rating: RatingRecord;
  metrics: MetricRecord[];
} {
  const overall = answer.overall_performance;
  return {
    rating: {
      rating: overall?.rating ?? null,
      fulfilmentFailed: overall?.fulfillment_failed ?? null,
      listingFailed: overall?.listing_failed ?? null,
      serviceFailed: overall?.custom_service_failed ?? null,
    },
    metrics: answer.metric_list.flatMap((each) => {
      const metricId = Number(each.metric_id ?? Number.NaN);
      if (!Number.isSafeInteger(metricId)) return [];
      const parent = Number(each.parent_metric_id ?? 0);
      return [
        {
          metricId,
          kind: each.metric_type,
          parentId: Number.isSafeInteger(parent) && parent > 0 ? parent : null,
          name: each.metric_name ?? '',
          unit: each.unit,
          current: figure(each.current_period),
          last: figure(each.last_period),
          target: each.target?.value ?? null,
          comparator: said(each.target?.comparator ?? null),
        },
      ];
    }),
  };
}

export function readLate(answer: Wire['account_health.get_late_orders']): LateRecord[] {
  return answer.late_order_list.flatMap((each) => {
    const orderSn = said(each.order_sn);
    if (orderSn === null) return [];
    return [{ orderSn, deadline: each.shipping_deadline, lateDays: each.late_by_days ?? 0 }];
  });
}

export function readPenalties(answer: Wire['account_health.get_penalty_point_history']): PenaltyRecord[] {
  return answer.penalty_point_list.flatMap((each) => {
    if (each.reference_id === null) return [];
    return [
      {
        reference: each.reference_id,
        issuedAt: each.issue_time ?? 0,
        kind: each.violation_type ?? 0,
        points: each.latest_point_num ?? 0,
        originalPoints: each.original_point_num ?? 0,
      },
    ];
  });
}

export function readFirstMile(answer: Wire['first_mile.get_tracking_number_list']): FirstMileRecord[] {
  return answer.first_mile_tracking_number_list.flatMap((each) => {
    const number = said(each.first_mile_tracking_number);
    if (number === null) return [];
    return [{ number, status: said(each.status) ?? 'UNKNOWN', declared: said(each.declare_date) }];
  });
}

export function readFirstMilePackages(answer: Wire['first_mile.get_detail']): FirstMilePackage[] {
  return answer.order_list.flatMap((each) => {
    const orderSn = said(each.order_sn);
    if (orderSn === null) return [];
    return [
      {
        orderSn,
        packageNumber: said(each.package_number),
        arrived: each.arrived_transit_warehouse ?? false,
      },
    ];
  });
}
