import type { Market } from '#shared/model/market.ts';

type Text = string | null;
/** A logistics status as it was sent, whichever family of words it is from. */
type Word = { readonly raw: string } | null;
type Time = number | null;

/** What the sync reads of each answer, under the names of the wire; times in milliseconds, ids and amounts as text. */
export interface Wire {
  'order.get_order_list': {
    readonly more: boolean | null;
    readonly next_cursor: Text;
    readonly order_list: readonly { readonly order_sn: Text; readonly order_status: Text }[];
  };
  'order.get_order_detail': { readonly order_list: readonly WireOrder[] };
  'logistics.get_mass_tracking_number': {
    readonly success_list: readonly {
      readonly package_number: Text;
      readonly tracking_number: Text;
      readonly first_mile_tracking_number: Text;
      readonly last_mile_tracking_number: Text;
    }[];
    readonly fail_list: readonly { readonly package_number: Text; readonly fail_reason: Text }[];
  };
  'logistics.get_tracking_info': {
    readonly logistics_status: Word;
    readonly tracking_info: readonly {
      readonly update_time: Time;
      readonly description: Text;
      readonly logistics_status: Word;
    }[];
    readonly reversed_tracking_number: Text;
    readonly reversed_courier_name: Text;
    readonly reversed_tracking_info: readonly { readonly update_time: Time; readonly description: Text }[];
  };
  'returns.get_return_list': {
    readonly more: boolean | null;
    readonly return: readonly {
      readonly return_sn: Text;
      readonly order_sn: Text;
      readonly status: Text;
      readonly reason: Text;
      readonly reassessed_request_reason: Text;
      readonly return_solution: number | null;
      readonly refund_amount: Text;
      readonly currency: Text;
      readonly tracking_number: Text;
      readonly create_time: Time;
      readonly update_time: Time;
      readonly due_date: Time;
      readonly return_ship_due_date: Time;
      readonly return_seller_due_date: Time;
    }[];
  };
  'product.get_comment': {
    readonly more: boolean | null;
    readonly next_cursor: Text;
    readonly item_comment_list: readonly {
      readonly comment_id: Text;
      readonly item_id: Text;
      readonly order_sn: Text;
      readonly comment: Text;
      readonly buyer_username: Text;
      readonly rating_star: number | null;
      readonly create_time: Time;
      readonly hidden: boolean | null;
      readonly comment_reply: { readonly reply: Text } | null;
    }[];
  };
  'account_health.get_shop_performance': {
    readonly overall_performance: {
      readonly rating: number | null;
      readonly fulfillment_failed: number | null;
      readonly listing_failed: number | null;
      readonly custom_service_failed: number | null;
    } | null;
    readonly metric_list: readonly {
      readonly metric_type: number | null;
      readonly metric_id: Text;
      readonly parent_metric_id: Text;
      readonly metric_name: Text;
      readonly current_period: number | null;
      readonly last_period: number | null;
      readonly unit: number | null;
      readonly target: { readonly value: Text; readonly comparator: Text } | null;
    }[];
  };
  'account_health.get_late_orders': {
    readonly late_order_list: readonly {
      readonly order_sn: Text;
      readonly shipping_deadline: Time;
      readonly late_by_days: number | null;
    }[];
    readonly total_count: number | null;
  };
  'account_health.get_penalty_point_history': {
    readonly penalty_point_list: readonly {
      readonly issue_time: Time;
      readonly latest_point_num: number | null;
      readonly original_point_num: number | null;
      readonly reference_id: Text;
      readonly violation_type: number | null;
    }[];
    readonly total_count: number | null;
  };
  'first_mile.get_tracking_number_list': {
    readonly more: boolean | null;
    readonly next_cursor: Text;
    readonly first_mile_tracking_number_list: readonly {
      readonly first_mile_tracking_number: Text;
      readonly status: Text;
      readonly declare_date: Text;
    }[];
  };
  'first_mile.get_detail': {
    readonly status: Text;
    readonly declare_date: Text;
    readonly more: boolean | null;
    readonly next_cursor: Text;
    readonly order_list: readonly {
      readonly order_sn: Text;
      readonly package_number: Text;
      readonly arrived_transit_warehouse: boolean | null;
    }[];
  };
}

export interface WireOrder {
  readonly order_sn: Text;
  readonly region: Text;
  readonly currency: Text;
  readonly cod: boolean | null;
  readonly total_amount: Text;
  readonly order_status: Text;
  readonly shipping_carrier: Text;
  readonly create_time: Time;
  readonly update_time: Time;
  readonly pay_time: Time;
  readonly days_to_ship: number | null;
  readonly ship_by_date: Time;
  readonly edt_from: Time;
  readonly edt_to: Time;
  readonly pickup_done_time: Time;
  readonly fulfillment_flag: Text;
  readonly cancel_by: Text;
  readonly cancel_reason: Text;
  readonly buyer_cancel_reason: Text;
  readonly buyer_user_id: Text;
  readonly buyer_username: Text;
  readonly recipient_address: {
    readonly name: Text;
    readonly phone: Text;
    readonly full_address: Text;
    readonly state: Text;
    readonly city: Text;
  } | null;
  readonly item_list: readonly {
    readonly item_id: Text;
    readonly item_name: Text;
    readonly item_sku: Text;
    readonly model_id: Text;
    readonly model_name: Text;
    readonly model_sku: Text;
    readonly model_quantity_purchased: number | null;
    readonly model_discounted_price: Text;
  }[];
  readonly package_list: readonly {
    readonly package_number: Text;
    readonly logistics_status: Word;
    readonly logistics_channel_id: Text;
    readonly shipping_carrier: Text;
  }[];
}

export type WireName = keyof Wire;

/** One attempt of a call, for the manners and the statistics. A call may need two (token, clock). */
export interface Attempt {
  /** `ok` or the class of the failure. */
  readonly outcome: string;
  /** Whether the platform counts it into its share. */
  readonly counts: boolean;
  /** Whether it counts it as a success: an answer with words is none. */
  readonly clean: boolean;
  readonly ms: number;
  readonly retryAfterMs: number | null;
  readonly untilAt: number | null;
}

export type GateAnswer<T> =
  | { readonly kind: 'ok'; readonly value: T; readonly raw: unknown; readonly attempts: readonly Attempt[] }
  | {
      readonly kind: 'fault';
      /** Class and reason of the client's verdict. */
      readonly class: string;
      readonly reason: string;
      readonly attempts: readonly Attempt[];
    }
  /** There is no token: the shop has stopped, and its record says why. No call was made, or only one about tokens. */
  | { readonly kind: 'stopped'; readonly attempts: readonly Attempt[] };

/** A connected shop as the sync sees it. */
export interface SyncShop {
  /** Our row's id. */
  readonly shopId: number;
  /** Shopee's own number of it. */
  readonly shopNo: string;
  /** The app whose budget its calls use: environment and partner id, as `live:2001887`. */
  readonly app: string;
  readonly market: Market | null;
  readonly crossBorder: boolean;
  /** Why it stopped, in the words of the shop's record; null while it goes on. */
  readonly stopped: string | null;
}

/** The way to Shopee: the client and the keeper of tokens, put together by the composition root. */
export interface Gate {
  shops(): readonly SyncShop[];
  call<N extends WireName>(
    shop: SyncShop,
    name: N,
    params: Readonly<Record<string, unknown>>,
    signal: AbortSignal,
  ): Promise<GateAnswer<Wire[N]>>;
  /** Attempts since the last time that belong to no call of the sync: refreshed tokens, refused ones, what was described. */
  others(): readonly (Attempt & { readonly app: string; readonly endpoint: string })[];
  /** How far the server's clock is ahead of ours, in milliseconds. */
  clockOffset(app: string): number;
}
