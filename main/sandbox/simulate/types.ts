import type { EventNode } from '#shared/model/node.ts';
import type { Rests } from './calendar.ts';
import type { WorldMarket } from './parameters.ts';
import type { Phrase } from './words/phrases.ts';

/** What a world is made from. The same configuration gives the same world, to the last scan. */
export interface WorldConfig {
  readonly seed: number;
  /** Orders placed between `start` and the end of `days`, over all shops. At most 4 million a shop. */
  readonly orders: number;
  readonly days: number;
  /** First instant at which an order may be placed, in milliseconds. */
  readonly start: number;
  /** Slows the whole network down half-way (parameters, SLOW_DOWN). */
  readonly slowsDown?: boolean;
  /** Days on which the people of a country rest; without it there is none but Sundays. */
  readonly rests?: Rests;
}

export interface ShopFacts {
  readonly index: number;
  readonly shopId: number;
  readonly market: WorldMarket;
  readonly name: string;
  /** The shop sells through other shops of the group (SIP): a primary names its affiliates, an affiliate names none. */
  readonly sip: 'primary' | 'affiliate' | null;
  readonly affiliates: readonly number[];
}

export type OrderStatus =
  | 'UNPAID'
  | 'PENDING'
  | 'READY_TO_SHIP'
  | 'PROCESSED'
  | 'RETRY_SHIP'
  | 'SHIPPED'
  | 'TO_CONFIRM_RECEIVE'
  | 'IN_CANCEL'
  | 'CANCELLED'
  | 'TO_RETURN'
  | 'COMPLETED';

export type PackageStatus =
  | 'LOGISTICS_NOT_START'
  | 'LOGISTICS_READY'
  | 'LOGISTICS_REQUEST_CREATED'
  | 'LOGISTICS_PICKUP_RETRY'
  | 'LOGISTICS_PICKUP_DONE'
  | 'LOGISTICS_DELIVERY_DONE'
  | 'LOGISTICS_DELIVERY_FAILED'
  | 'LOGISTICS_REQUEST_CANCELED'
  | 'LOGISTICS_INVALID'
  | 'LOGISTICS_LOST';

export interface Change<Status> {
  readonly at: number;
  readonly status: Status;
}

/** One carrier scan as it really happened. Its words are made when somebody reads it (`textOf`). */
export interface Scan {
  readonly at: number;
  readonly phrase: Phrase;
  /** The truth that a normaliser should find. */
  readonly node: EventNode;
  readonly place: string;
  readonly carrier: string;
  readonly variant: number;
  /** On the way back to the sender. */
  readonly back: boolean;
}

/** Why something went wrong: known to the world, never shown by the API. */
export interface Cause {
  readonly kind:
    | 'seller-late'
    | 'number-late'
    | 'pick-up-failed'
    | 'warehouse-late'
    | 'export-held'
    | 'offloaded'
    | 'import-held'
    | 'hub-stuck'
    | 'misrouted'
    | 'damaged'
    | 'attempt-failed'
    | 'unclaimed'
    | 'lost'
    | 'delivered-falsely';
  readonly at: number;
}

export type PackageEnd = 'delivered' | 'returned' | 'lost' | 'disposed' | 'cancelled';

export interface PackagePlan {
  readonly number: string;
  readonly part: number;
  /** Positions in the order's lines. */
  readonly lines: readonly number[];
  readonly arrangedAt: number | null;
  readonly numberedAt: number | null;
  readonly trackingNumber: string | null;
  readonly firstMile: { readonly number: string; readonly day: number; readonly boundAt: number } | null;
  readonly pickedUpAt: number | null;
  /** Scan at the transit warehouse: the order becomes SHIPPED. */
  readonly arrivedAt: number | null;
  readonly scans: readonly Scan[];
  readonly statuses: readonly Change<PackageStatus>[];
  readonly end: PackageEnd;
  readonly endAt: number;
  /** Failed delivery: the decision to send it back, with the number of the way back. */
  readonly reversed: { readonly number: string; readonly at: number } | null;
  readonly causes: readonly Cause[];
}

export interface Line {
  readonly itemId: number;
  readonly modelId: number;
  readonly name: string;
  readonly model: string;
  readonly sku: string;
  readonly quantity: number;
  /** In hundredths of the currency's unit. */
  readonly original: number;
  readonly price: number;
  readonly gram: number;
}

export interface Buyer {
  readonly userId: number;
  readonly userName: string;
  /** Masked, as the platform shows it. */
  readonly name: string;
  readonly phone: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
}

export type ReturnStatus =
  | 'REQUESTED'
  | 'ACCEPTED'
  | 'CANCELLED'
  | 'JUDGING'
  | 'CLOSED'
  | 'PROCESSING'
  | 'SELLER_DISPUTE';

export interface ReturnPlan {
  readonly sn: string;
  readonly at: number;
  readonly reason:
    | 'NOT_RECEIPT'
    | 'PHYSICAL_DMG'
    | 'ITEM_MISSING'
    | 'WRONG_ITEM'
    | 'CHANGE_MIND'
    | 'FUNCTIONAL_DMG';
  readonly text: string;
  /** Money only, nothing is sent back. */
  readonly refundOnly: boolean;
  /** In hundredths of the currency's unit. */
  readonly amount: number;
  readonly statuses: readonly Change<ReturnStatus>[];
  readonly dueAt: number;
  readonly shipDueAt: number;
  readonly sellerDueAt: number;
  readonly trackingNumber: string | null;
  readonly reverse: readonly { readonly at: number; readonly text: string }[];
}

export interface ReviewPlan {
  readonly id: number;
  readonly at: number;
  readonly line: number;
  readonly stars: number;
  readonly text: string;
}

export interface MessagePlan {
  readonly id: string;
  readonly at: number;
  readonly fromBuyer: boolean;
  readonly text: string;
}

export interface OrderPlan {
  readonly shop: ShopFacts;
  readonly index: number;
  readonly sn: string;
  readonly createdAt: number;
  readonly paidAt: number | null;
  readonly readyAt: number | null;
  readonly daysToShip: number;
  readonly shipBy: number;
  /** The arrival that the buyer was told at checkout, from and to. */
  readonly promise: readonly [from: number, to: number];
  readonly cashOnDelivery: boolean;
  readonly buyer: Buyer;
  readonly lines: readonly Line[];
  /** Goods and shipping in hundredths of the currency's unit. */
  readonly total: number;
  readonly shippingFee: number;
  readonly statuses: readonly Change<OrderStatus>[];
  /** Every instant at which what the API shows of the order changes, ascending. */
  readonly touched: readonly number[];
  readonly cancel: {
    readonly at: number;
    readonly by: 'buyer' | 'seller' | 'system';
    readonly reason: string;
  } | null;
  readonly packages: readonly PackagePlan[];
  readonly returned: ReturnPlan | null;
  readonly reviews: readonly ReviewPlan[];
  readonly messages: readonly MessagePlan[];
}

/** What a person did through the API: the rest of the order's life is made anew from it. */
export interface Intervention {
  readonly arrangedAt?: number;
  readonly cancelledAt?: number;
  readonly cancelReason?: string;
  readonly buyerCancel?: 'ACCEPT' | 'REJECT';
  readonly decidedAt?: number;
  readonly returnAnswer?: { readonly at: number; readonly how: 'confirm' | 'dispute' };
}
