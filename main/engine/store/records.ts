/** What Shopee told, read and checked, on its way into the store. Times in milliseconds, amounts exact text. */

export interface ItemRecord {
  readonly itemId: string;
  readonly modelId: string;
  readonly sku: string | null;
  readonly name: string;
  readonly variation: string | null;
  readonly quantity: number;
  readonly price: string | null;
}

export interface PackageRecord {
  readonly packageNumber: string;
  /** LogisticsStatus as it came. */
  readonly status: string;
  readonly channel: string | null;
  readonly carrierName: string | null;
}

/** Personal; kept apart and forgotten in time. Masked by Shopee for most apps. */
export interface BuyerRecord {
  readonly userId: string | null;
  readonly userName: string | null;
  readonly name: string | null;
  readonly phone: string | null;
  readonly address: string | null;
}

export interface OrderRecord {
  readonly orderSn: string;
  readonly market: string | null;
  readonly status: string;
  readonly createdAt: number | null;
  readonly updatedAt: number | null;
  readonly paidAt: number | null;
  readonly shipBy: number | null;
  readonly daysToShip: number | null;
  readonly promisedFrom: number | null;
  readonly promisedTo: number | null;
  readonly pickedUpAt: number | null;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly cod: boolean;
  readonly carrierName: string | null;
  readonly fulfilment: string | null;
  readonly cancelBy: string | null;
  readonly cancelReason: string | null;
  readonly items: readonly ItemRecord[];
  readonly packages: readonly PackageRecord[];
  readonly buyer: BuyerRecord;
  /** Where it goes, as the address says it: only the code of the state is kept with the order. */
  readonly place: { readonly state: string | null; readonly city: string | null };
}

export interface ReturnRecord {
  readonly returnSn: string;
  readonly orderSn: string;
  readonly status: string;
  readonly reason: string | null;
  readonly solution: number | null;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly number: string | null;
  readonly createdAt: number | null;
  readonly updatedAt: number | null;
  readonly dueAt: number | null;
  readonly shipDueAt: number | null;
  readonly sellerDueAt: number | null;
}

export interface ReviewRecord {
  readonly commentId: string;
  readonly itemId: string;
  readonly orderSn: string | null;
  readonly rating: number;
  readonly text: string | null;
  readonly createdAt: number | null;
  readonly replied: boolean;
  readonly hidden: boolean;
  /** Personal. */
  readonly userName: string | null;
}

export interface MetricRecord {
  readonly metricId: number;
  readonly kind: number | null;
  readonly parentId: number | null;
  readonly name: string;
  readonly unit: number | null;
  readonly current: string | null;
  readonly last: string | null;
  readonly target: string | null;
  readonly comparator: string | null;
}

export interface RatingRecord {
  readonly rating: number | null;
  readonly fulfilmentFailed: number | null;
  readonly listingFailed: number | null;
  readonly serviceFailed: number | null;
}

export interface PenaltyRecord {
  readonly reference: string;
  readonly issuedAt: number;
  readonly kind: number;
  readonly points: number;
  readonly originalPoints: number;
}

export interface LateRecord {
  readonly orderSn: string;
  readonly deadline: number | null;
  readonly lateDays: number;
}

export interface FirstMileRecord {
  readonly number: string;
  readonly status: string;
  readonly declared: string | null;
}

/** A package as a first-mile number lists it. */
export interface FirstMilePackage {
  readonly orderSn: string;
  readonly packageNumber: string | null;
  readonly arrived: boolean;
}

/** The tracking numbers of a package. */
export interface NumberRecord {
  readonly packageNumber: string;
  readonly number: string | null;
  readonly firstMile: string | null;
  readonly lastMile: string | null;
}

/** A package as the schedule sees it. */
export interface PackageRow {
  readonly id: number;
  readonly shopId: number;
  readonly orderId: number;
  readonly orderSn: string;
  readonly market: string | null;
  readonly orderedAt: number | null;
  readonly packageNumber: string;
  readonly status: string;
  readonly statusSince: number;
  readonly carrierName: string | null;
  readonly carrier: string | null;
  readonly number: string | null;
  readonly parcelId: number | null;
  readonly numberDue: number | null;
  readonly numberTries: number;
  readonly trackDue: number | null;
  readonly trackAskedAt: number | null;
  readonly trackTries: number;
  readonly trackAfterEnd: number;
  readonly movedAt: number | null;
  /** How many packages its order has: split orders must name theirs. */
  readonly siblings: number;
}

/** A stretch of a list that is being read page by page. */
export interface WindowRow {
  readonly id: number;
  readonly shopId: number;
  readonly resource: 'orders' | 'returns';
  readonly kind: 'follow' | 'gap' | 'load';
  readonly field: 'create_time' | 'update_time';
  readonly from: number;
  readonly to: number;
  readonly cursor: string;
  /** Cursors met so far, newest last: a cursor that comes again ends the window. */
  readonly seen: readonly string[];
  readonly pages: number;
  readonly rows: number;
  readonly empties: number;
  readonly halvings: number;
  readonly tries: number;
  readonly dueAt: number;
  readonly gapId: number | null;
}

/** Something asked from time to time. */
export interface TaskRow {
  readonly shopId: number;
  readonly resource: string;
  readonly key: string;
  readonly dueAt: number;
  readonly cursor: string;
  readonly pages: number;
  readonly tries: number;
  readonly wantedUntil: number | null;
}

/** One call that was made, for the statistics. */
export interface CallRecord {
  readonly app: string;
  readonly shopId: number;
  readonly endpoint: string;
  readonly at: number;
  /** `ok` or the class of the failure. */
  readonly outcome: string;
  readonly ms: number;
}
