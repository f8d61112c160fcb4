import { type Read, text } from './shape.ts';

/** Words of Shopee that Seamark acts upon. Any other word is kept as sent and is `other` here. */
export const ORDER_STATUSES = [
  'UNPAID',
  'PENDING',
  'READY_TO_SHIP',
  'PROCESSED',
  'RETRY_SHIP',
  'SHIPPED',
  'TO_CONFIRM_RECEIVE',
  'IN_CANCEL',
  'CANCELLED',
  'TO_RETURN',
  'COMPLETED',
  'INVOICE_PENDING',
] as const;

/** Of an order and of a package; a package has all but PENDING_ARRANGE and COD_REJECTED. */
export const PACKAGE_STATUSES = [
  'LOGISTICS_NOT_START',
  'LOGISTICS_PENDING_ARRANGE',
  'LOGISTICS_COD_REJECTED',
  'LOGISTICS_READY',
  'LOGISTICS_REQUEST_CREATED',
  'LOGISTICS_PICKUP_DONE',
  'LOGISTICS_DELIVERY_DONE',
  'LOGISTICS_INVALID',
  'LOGISTICS_REQUEST_CANCELED',
  'LOGISTICS_PICKUP_FAILED',
  'LOGISTICS_PICKUP_RETRY',
  'LOGISTICS_DELIVERY_FAILED',
  'LOGISTICS_LOST',
] as const;

/** Of one entry of a trail. */
export const SCAN_STATUSES = [
  'INITIAL',
  'ORDER_INIT',
  'ORDER_SUBMITTED',
  'ORDER_FINALIZED',
  'ORDER_CREATED',
  'PICKUP_REQUESTED',
  'PICKUP_PENDING',
  'PICKED_UP',
  'DELIVERY_PENDING',
  'DELIVERED',
  'PICKUP_RETRY',
  'TIMEOUT',
  'LOST',
  'UPDATE',
  'UPDATE_SUBMITTED',
  'UPDATE_CREATED',
  'RETURN_STARTED',
  'RETURNED',
  'RETURN_PENDING',
  'RETURN_INITIATED',
  'EXPIRED',
  'CANCEL',
  'CANCEL_CREATED',
  'CANCELED',
  'FAILED_ORDER_INIT',
  'FAILED_ORDER_SUBMITTED',
  'FAILED_ORDER_CREATED',
  'FAILED_PICKUP_REQUESTED',
  'FAILED_PICKED_UP',
  'FAILED_DELIVERED',
  'FAILED_UPDATE_SUBMITTED',
  'FAILED_UPDATE_CREATED',
  'FAILED_RETURN_STARTED',
  'FAILED_RETURNED',
  'FAILED_CANCEL_CREATED',
  'FAILED_CANCELED',
] as const;

export type PackageStatus = (typeof PACKAGE_STATUSES)[number];
export type ScanStatus = (typeof SCAN_STATUSES)[number];

/** A word of a closed list, or `other` for one that Shopee added since, or for none. */
export function wordOf<T extends string>(list: readonly T[], raw: string | null): T | 'other' {
  return (list as readonly (string | null)[]).includes(raw) ? (raw as T) : 'other';
}

/** Other spellings that were published, and what they mean. */
const SPELLINGS: Readonly<Record<string, PackageStatus | ScanStatus>> = {
  LOGISTICS_NOT_STARTED: 'LOGISTICS_NOT_START',
  LOGISTICS_REQUEST_CANCELLED: 'LOGISTICS_REQUEST_CANCELED',
  FULFILMENT_DELIVERY_FAILED: 'LOGISTICS_DELIVERY_FAILED',
  FULFILLMENT_DELIVERY_FAILED: 'LOGISTICS_DELIVERY_FAILED',
  CANCELLED: 'CANCELED',
  FAILED_CANCELLED: 'FAILED_CANCELED',
};

/** A logistics status with its family: the documents send either family in either place. */
export type LogisticsWord =
  | { readonly family: 'package'; readonly word: PackageStatus; readonly raw: string }
  | { readonly family: 'scan'; readonly word: ScanStatus; readonly raw: string }
  | { readonly family: 'other'; readonly word: 'other'; readonly raw: string };

/** What `logistics_status` says, wherever it stands: of an order, a package, a trail, or one of its entries. */
export function logisticsWord(raw: string | null): LogisticsWord {
  const sent = raw ?? '';
  const upper = sent.trim().toUpperCase();
  const name = SPELLINGS[upper] ?? upper;
  const known = wordOf(PACKAGE_STATUSES, name);
  if (known !== 'other') return { family: 'package', word: known, raw: sent };
  const scan = wordOf(SCAN_STATUSES, name);
  if (scan !== 'other') return { family: 'scan', word: scan, raw: sent };
  return { family: 'other', word: 'other', raw: sent };
}

/** Reads a logistics status of either family. */
export const logistics: Read<LogisticsWord | null> = (value, drift, path) => {
  const raw = text(value, drift, path);
  return raw === null || raw === '' ? null : logisticsWord(raw);
};
