import { z } from 'zod';
import { orderIdSchema } from '../model/ids.ts';
import { marketSchema } from '../model/market.ts';
import {
  orderItemSchema,
  orderRowSchema,
  shopPackageSchema,
  shopReturnSchema,
  shopReviewSchema,
} from '../model/order.ts';
import { shopIdSchema } from '../model/shop.ts';
import { instantSchema } from '../time.ts';
import { query } from './define.ts';
import { pageInput, pageOf } from './page.ts';

export const orderFilterSchema = z
  .object({
    /**
     * Part of an order number, a tracking number, a buyer's user name or a SKU, at least three characters; shorter texts
     * are taken for the beginning of an order number. Blank for all.
     */
    text: z.string().max(120),
    shopId: shopIdSchema.nullable(),
    market: marketSchema.nullable(),
    status: z.string().max(40).nullable(),
  })
  .strict();
export type OrderFilter = z.infer<typeof orderFilterSchema>;

export const orderDetailSchema = z.object({
  row: orderRowSchema,
  paidAt: instantSchema.nullable(),
  daysToShip: z.number().int().nullable(),
  /** The delivery date told to the buyer, where Shopee tells one. */
  promisedFrom: instantSchema.nullable(),
  promisedTo: instantSchema.nullable(),
  cancelBy: z.string().nullable(),
  cancelReason: z.string().nullable(),
  items: z.array(orderItemSchema).max(200),
  packages: z.array(shopPackageSchema).max(50),
  returns: z.array(shopReturnSchema).max(50),
  reviews: z.array(shopReviewSchema).max(50),
  /** As Shopee masks it; null once forgotten. */
  recipient: z
    .object({
      name: z.string().nullable(),
      phone: z.string().nullable(),
      address: z.string().nullable(),
      forgetAt: instantSchema,
    })
    .nullable(),
});
export type OrderDetail = z.infer<typeof orderDetailSchema>;

export const orderCalls = {
  /** Newest order first. */
  'orders.page': query(orderFilterSchema.extend(pageInput).strict(), pageOf(orderRowSchema)),
  'orders.detail': query(z.object({ orderId: orderIdSchema }).strict(), orderDetailSchema),
  /** How many orders stand at each status. */
  'orders.counts': query(
    z.object({ shopId: shopIdSchema.nullable() }).strict(),
    z.object({ statuses: z.record(z.string(), z.number().int()) }),
  ),
};
