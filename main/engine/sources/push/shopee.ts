import { z } from 'zod';
import { shopeePush } from '../carriers/kit/signatures.ts';
import { sameSignature } from '../carriers/kit/sign.ts';
import { jsonOf } from './json.ts';
import type { PushScheme } from './types.ts';

const id = z.union([z.string(), z.number()]).transform(String);
/** Field names are not uniform (SP 4.2): both spellings are read. */
const schema = z.looseObject({
  code: z.number(),
  timestamp: z.number().nullish(),
  shop_id: id.nullish(),
  shopid: id.nullish(),
  data: z
    .looseObject({
      ordersn: z.string().nullish(),
      order_sn: z.string().nullish(),
      package_number: z.string().nullish(),
      return_sn: z.string().nullish(),
      tracking_no: z.string().nullish(),
      status: z.string().nullish().catch(null),
      fulfillment_status: z.string().nullish().catch(null),
      update_time: z.number().nullish().catch(null),
      shop_id: id.nullish(),
    })
    .nullish()
    .catch(null),
});

/**
 * Shopee's pushes are hints: no order is promised, repeats are, so the object is fetched. The signature covers the
 * configured address and the body (SP 4.1); it wants 2xx with an empty body within three seconds. A seller may have several
 * apps that push to the same address: each signs with its own key.
 */
export function shopeeScheme(partnerKeys: readonly string[]): PushScheme {
  return {
    source: 'shopee',
    verify: (push) =>
      partnerKeys.some((key) =>
        sameSignature(push.header('authorization'), shopeePush(push.bytes, push.publicUrl, key)),
      ),
    sentAt: (push) => {
      const read = schema.safeParse(jsonOf(push.text));
      return read.success && read.data.timestamp ? read.data.timestamp * 1000 : null;
    },
    read: (push) => {
      const read = schema.safeParse(jsonOf(push.text));
      if (!read.success) return [{ kind: 'nothing', why: 'unreadable' }];
      const { code, data, shop_id, shopid } = read.data;
      const ids: Record<string, string | null | undefined> = {
        shopId: shop_id ?? shopid ?? data?.shop_id,
        orderNo: data?.ordersn ?? data?.order_sn,
        packageNo: data?.package_number,
        returnNo: data?.return_sn,
        number: data?.tracking_no,
      };
      const known = Object.entries(ids).filter((entry): entry is [string, string] => Boolean(entry[1]));
      return [
        {
          kind: 'hint',
          code: String(code),
          ids: Object.fromEntries(known),
          status: data?.status ?? data?.fulfillment_status ?? null,
          changedAt: data?.update_time ? data.update_time * 1000 : null,
        },
      ];
    },
    reply: { status: 200, type: 'text/plain', body: '' },
  };
}
