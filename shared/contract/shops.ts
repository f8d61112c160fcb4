import { z } from 'zod';
import {
  appIdSchema,
  merchantRowSchema,
  shopeeAppSchema,
  shopeePlaceSchema,
  shopIdSchema,
  shopRowSchema,
} from '../model/shop.ts';
import { instantSchema } from '../time.ts';
import { command, query } from './define.ts';
import { faultSchema } from './faults.ts';
import { nothing } from './page.ts';
import { uiLangSchema } from './shell.ts';

/** One authorisation under way. There is at most one; the next one takes its place. */
export const connectingSchema = z.object({
  appId: appIdSchema,
  /**
   * `waiting`: the seller is at Shopee's page · `exchanging`: the code is being turned into tokens · `done` · `failed`:
   * see `fault` · `cancelled` · `expired`: nobody came back in time
   */
  phase: z.enum(['waiting', 'exchanging', 'done', 'failed', 'cancelled', 'expired']),
  /** Shopee's page, for the browser (`window.open` goes through the shell). */
  url: z.string(),
  /** Where Shopee sends the browser back to: an address of this machine, or the seller's own, to be pasted. */
  redirect: z.string(),
  /** Whether somebody listens at `redirect`; otherwise the address must be pasted. */
  listening: z.boolean(),
  expiresAt: instantSchema,
  fault: faultSchema.nullable(),
  /** The shops that were connected, for `done`. */
  shopIds: z.array(shopIdSchema).max(500),
  merchants: z.number().int(),
});
export type Connecting = z.infer<typeof connectingSchema>;

const key = z.string().min(1).max(300);
const oneShop = z.object({ shopId: shopIdSchema }).strict();

export const shopCalls = {
  /** Everything that the shops screen and the wizard show. Changes come on the topic `shops`. */
  'shops.list': query(
    nothing,
    z.object({
      apps: z.array(shopeeAppSchema).max(500),
      shops: z.array(shopRowSchema).max(500),
      merchants: z.array(merchantRowSchema).max(500),
      connecting: connectingSchema.nullable(),
      revision: z.number().int(),
    }),
  ),
  /**
   * Keeps an app, or a new key of a known one. The key is tried out first: a wrong one is refused and nothing is kept;
   * `checked` is false where the platform could not be asked.
   */
  'shops.app.save': command(
    z
      .object({
        place: shopeePlaceSchema,
        /** For `custom` only: an origin of this machine such as `http://127.0.0.1:4010`. */
        customHost: z.string().max(200).nullable(),
        partnerId: z.string().min(1).max(40),
        key,
      })
      .strict(),
    z.object({ app: shopeeAppSchema, checked: z.boolean() }),
  ),
  /** Forgets an app and its key; refused while shops are connected through it. */
  'shops.app.remove': command(z.object({ appId: appIdSchema }).strict(), nothing),
  /**
   * Begins an authorisation: answers the page to open. `redirect`: an address that the seller has declared in the
   * console; null listens on this machine, which works where none is declared.
   */
  'shops.connect.begin': command(
    z.object({ appId: appIdSchema, lang: uiLangSchema, redirect: z.url().max(500).nullable() }).strict(),
    connectingSchema,
  ),
  /** Takes the address to which Shopee sent the browser, pasted by hand. */
  'shops.connect.paste': command(
    z.object({ address: z.string().min(1).max(4_000) }).strict(),
    connectingSchema,
  ),
  'shops.connect.cancel': command(nothing, connectingSchema),
  'shops.pause': command(oneShop, shopRowSchema),
  /** Ends a pause, and tries again after a stop whose cause a person has removed (address declared, key reset). */
  'shops.resume': command(oneShop, shopRowSchema),
  /** Deletes the shop's tokens. What came from it stays. `cancelUrl`: where the seller takes the access back at Shopee. */
  'shops.disconnect': command(oneShop, z.object({ cancelUrl: z.string() })),
};
