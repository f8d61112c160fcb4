import { z } from 'zod';
import { instantSchema } from '../time.ts';
import { orderIdSchema, parcelIdSchema } from './ids.ts';
import { marketSchema } from './market.ts';
import { shopIdSchema } from './shop.ts';

/**
 * What Shopee says an order is at, in the order of its life; then what may happen beside it. The set is open: another
 * word is kept as it came.
 */
export const ORDER_STATUSES = [
  'UNPAID',
  'PENDING',
  'READY_TO_SHIP',
  'PROCESSED',
  'SHIPPED',
  'TO_CONFIRM_RECEIVE',
  'COMPLETED',
  'RETRY_SHIP',
  'IN_CANCEL',
  'CANCELLED',
  'TO_RETURN',
  'INVOICE_PENDING',
] as const;

/** `listed`: seen in a list, details are still to come · `known` · `vanished`: Shopee no longer knows it. */
export const orderStateSchema = z.enum(['listed', 'known', 'vanished']);
export type OrderState = z.infer<typeof orderStateSchema>;

/** An exact amount in the currency's own units, as text: "12.50", "145000". */
export const amountSchema = z.string().max(30);

export const orderRowSchema = z.object({
  id: orderIdSchema,
  shopId: shopIdSchema,
  market: marketSchema.nullable(),
  orderSn: z.string(),
  status: z.string(),
  state: orderStateSchema,
  createdAt: instantSchema.nullable(),
  updatedAt: instantSchema.nullable(),
  /** Until when the seller must have handed it over. */
  shipBy: instantSchema.nullable(),
  amount: amountSchema.nullable(),
  currency: z.string().nullable(),
  cod: z.boolean(),
  /** The buyer's user name; null when never told, or when its time to be forgotten has come. */
  buyer: z.string().nullable(),
  /** Pieces over all lines. */
  quantity: z.number().int(),
  /** The first line's SKU, the variation's before the product's. */
  sku: z.string().nullable(),
  packages: z.number().int(),
  /** The tracking numbers that the packages have so far; at most ten. */
  numbers: z.array(z.string()).max(10),
  /** Shopee counts it as late. */
  late: z.boolean(),
  /** The newest return's status, where there is one. */
  returnStatus: z.string().nullable(),
});
export type OrderRow = z.infer<typeof orderRowSchema>;

export const orderItemSchema = z.object({
  line: z.number().int(),
  itemId: z.string(),
  modelId: z.string(),
  sku: z.string().nullable(),
  name: z.string(),
  variation: z.string().nullable(),
  quantity: z.number().int(),
  price: amountSchema.nullable(),
});
export type OrderItem = z.infer<typeof orderItemSchema>;

export const shopPackageSchema = z.object({
  packageNumber: z.string(),
  /** Shopee's LogisticsStatus, as it came. */
  status: z.string(),
  carrierName: z.string().nullable(),
  /** Empty until Shopee assigns it, which may take days. */
  number: z.string().nullable(),
  firstMile: z.string().nullable(),
  lastMile: z.string().nullable(),
  /** Whether the domestic transit warehouse has scanned it; null where there is no first mile. */
  arrivedWarehouse: z.boolean().nullable(),
  parcelId: parcelIdSchema.nullable(),
  /** When its tracking was last asked for, and when it is to be asked next; null: no more. */
  askedAt: instantSchema.nullable(),
  nextAt: instantSchema.nullable(),
});
export type ShopPackage = z.infer<typeof shopPackageSchema>;

export const shopReturnSchema = z.object({
  returnSn: z.string(),
  orderSn: z.string(),
  status: z.string(),
  reason: z.string().nullable(),
  amount: amountSchema.nullable(),
  currency: z.string().nullable(),
  number: z.string().nullable(),
  createdAt: instantSchema.nullable(),
  updatedAt: instantSchema.nullable(),
  /** Until when the seller must answer. */
  dueAt: instantSchema.nullable(),
});
export type ShopReturn = z.infer<typeof shopReturnSchema>;

export const shopReviewSchema = z.object({
  commentId: z.string(),
  itemId: z.string(),
  rating: z.number().int(),
  text: z.string().nullable(),
  createdAt: instantSchema.nullable(),
  replied: z.boolean(),
  hidden: z.boolean(),
});
export type ShopReview = z.infer<typeof shopReviewSchema>;
