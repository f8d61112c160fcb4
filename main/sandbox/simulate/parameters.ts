import { DAY, HOUR, MINUTE } from '#shared/time.ts';

/**
 * Every distribution of the simulated world, with its source. `invented` means: chosen so that each thing that a seller
 * must handle occurs often enough to be seen in a month, not measured. Nothing here is fitted on data.
 *
 * Durations are medians of lognormal draws in milliseconds, with the spread of the logarithm beside them; shares are
 * probabilities.
 */

/** The markets of the default world: one shop each. */
export const WORLD_MARKETS = ['SG', 'MY', 'TH', 'PH', 'VN', 'ID', 'TW', 'BR', 'MX'] as const;
export type WorldMarket = (typeof WORLD_MARKETS)[number];

/** Orders by local hour of the buyer. Invented: a lunch peak, a higher evening peak, quiet from two to six. */
export const ORDERS_BY_HOUR: readonly number[] = [
  3, 2, 1, 0.6, 0.5, 0.6, 1, 2, 3, 4, 5, 6, 7, 6, 5, 5, 5, 5, 6, 7, 9, 10, 8, 5,
];
/** Orders by weekday, Sunday first. Invented. */
export const ORDERS_BY_WEEKDAY: readonly number[] = [1.15, 1, 0.97, 0.97, 0.98, 1.05, 1.12];

export interface Spread {
  readonly median: number;
  readonly sigma: number;
}
const spread = (median: number, sigma: number): Spread => ({ median, sigma });

/** What happens before the carrier has the parcel. Invented, but for the days to ship. */
export const SELLING = {
  /** Paid at once, or after this long; cash on delivery is confirmed at once. Invented. */
  payAfter: spread(6 * MINUTE, 1.4),
  /** Never paid: the order is cancelled by the system after a day. Invented. */
  neverPaid: 0.02,
  unpaidLimit: 24 * HOUR,
  /** Days to ship that the order shows; the sample of get_order_detail has 2, of get_package_detail 3. */
  daysToShip: [2, 3],
  /** From payment to "arrange shipment". The seller works 9 to 19 China time and not on Sundays. Invented. */
  arrangeAfter: spread(10 * HOUR, 0.7),
  /** The seller forgets or has no stock at hand: this many days on top. Invented. */
  forgets: 0.035,
  forgetsFor: spread(2.5 * DAY, 0.4),
  /** Arranged to tracking number. Poll no faster than 5 minutes, says get_tracking_number; the values are invented. */
  numberAfter: spread(18 * MINUTE, 0.9),
  /** No number for days (a fault of the allocation). Invented. */
  numberLate: 0.012,
  numberLateFor: spread(2 * DAY, 0.3),
  /** More than one parcel. Split is by the seller, at most five (split_order); share invented. */
  split: 0.04,
  /** The buyer asks to cancel before shipping; the seller agrees or not. Invented. */
  buyerCancels: 0.025,
  sellerAgrees: 0.8,
  /** The seller cancels: out of stock. Invented. */
  sellerCancels: 0.008,
  /** Without a warehouse scan this long after the ship-by date the system cancels. Third-party, per market: invented. */
  systemCancelsAfter: 6 * DAY,
  /** Payment is screened first (PENDING). KYC_PENDING is documented for TW; shares invented. */
  screened: 0.03,
  screenedFor: spread(5 * HOUR, 0.6),
} as const;

/** First mile in China. Invented, from the flow of developer guide 225: bind, pick up, scan at the transit warehouse. */
export const FIRST_MILE = {
  /** One collection a day; what is numbered before this local hour goes with it. */
  cutOff: 15,
  /** Hours after the cut-off at which the van comes, and the spread of that. */
  pickUpAfter: spread(3.5 * HOUR, 0.2),
  /** The van does not come or the parcel is not ready: tomorrow. */
  pickUpFails: 0.03,
  toWarehouse: spread(14 * HOUR, 0.35),
  /** Picked up, but the warehouse scan comes days late. */
  warehouseLate: 0.02,
  warehouseLateFor: spread(2.5 * DAY, 0.4),
  inWarehouse: spread(9 * HOUR, 0.45),
} as const;

/** Border. Invented. */
export const BORDER = {
  exportAfter: spread(5 * HOUR, 0.4),
  exportTakes: spread(4 * HOUR, 0.5),
  exportHeld: 0.008,
  exportHeldFor: spread(2 * DAY, 0.5),
  handOver: spread(2 * HOUR, 0.4),
  /** The flight leaves without the parcel: the next one takes it. */
  offloaded: 0.03,
  importAfter: spread(4 * HOUR, 0.4),
  importHeldFor: spread(2.6 * DAY, 0.6),
  /** Ways out of an import hold: released, sent back, destroyed. */
  holdEnds: [0.86, 0.1, 0.04],
} as const;

/** Last mile and what goes wrong. Invented. */
export const LAST_MILE = {
  /** A hub forgets the parcel for this many days. */
  stuck: 0.03,
  stuckFor: spread(4 * DAY, 0.4),
  misrouted: 0.01,
  misroutedFor: spread(1.5 * DAY, 0.4),
  lost: 0.007,
  /** The carrier admits a loss after this long. */
  admitsLoss: spread(13 * DAY, 0.15),
  damaged: 0.006,
  /** Share of damaged parcels that are delivered all the same; the others are destroyed. */
  damagedDelivered: 0.7,
  /** Attempts before the parcel goes back. */
  attempts: 3,
  /** A second or third attempt fails more often than the first. */
  failsAgain: 0.4,
  pickupPointWaits: 7 * DAY,
  pickupPointForgotten: 0.06,
  returnAfter: spread(1.5 * DAY, 0.4),
  returnTakes: spread(4 * DAY, 0.4),
  /** Scans say "delivered" where nothing arrived: the buyer claims non-receipt. */
  deliveredFalsely: 0.004,
} as const;

/** What buyers do afterwards. Invented. */
export const AFTERWARDS = {
  confirmsAfter: spread(1.8 * DAY, 0.8),
  /** Completed by the system without a word of the buyer. */
  confirmsItself: 7 * DAY,
  reviews: 0.35,
  reviewAfter: spread(1.5 * DAY, 0.9),
  /** Days from order to door after which stars begin to fall. */
  patience: 12,
  returns: 0.025,
  returnAsked: spread(2 * DAY, 0.6),
  sellerAnswersReturn: spread(20 * HOUR, 0.7),
  sellerIgnoresReturn: 0.15,
  /** Days of the deadlines of a return: seller's answer, buyer's posting, seller's check. */
  dueDays: 2,
  shipDays: 5,
  sellerDueDays: 3,
  /** Share of orders whose buyer writes while waiting; rises when the parcel is late. */
  asks: 0.05,
  asksWhenLate: 0.3,
  sellerReplies: 0.75,
  repliesAfter: spread(3 * HOUR, 0.9),
} as const;

/** The network slows down half-way where the configuration says so: every dwell that begins later is longer. */
export const SLOW_DOWN = { factor: 1.4, from: 0.5 } as const;
