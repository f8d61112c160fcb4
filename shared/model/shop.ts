import { z } from 'zod';
import { instantSchema } from '../time.ts';
import { marketSchema } from './market.ts';

const rowId = z.number().int().positive();
export const shopIdSchema = rowId.brand<'ShopId'>();
export type ShopId = z.infer<typeof shopIdSchema>;
export const appIdSchema = rowId.brand<'AppId'>();
export type AppId = z.infer<typeof appIdSchema>;

/** Which Open Platform an app belongs to; `custom` is a sandbox on this machine. */
export const SHOPEE_PLACES = ['live-sg', 'live-cn', 'live-br', 'sandbox', 'sandbox-cn', 'custom'] as const;
export const shopeePlaceSchema = z.enum(SHOPEE_PLACES);
export type ShopeePlace = z.infer<typeof shopeePlaceSchema>;

/** Why an app, a merchant or a shop is stopped. Nothing is called for it until a person has acted. */
export const STOP_REASONS = [
  // the shop or the merchant
  'grant-expired', // the term that the seller chose is over
  'unlinked', // the seller took the access back
  'refresh-lost', // a refresh was cut off, and its token is used up
  'refresh-invalid', // the platform knows the refresh token no more
  'banned',
  'frozen',
  'no-permission', // the platform refuses even the refresh
  // the app
  'wrong-key',
  'key-expired',
  'partner-unknown',
  'address-undeclared', // the app accepts calls from declared addresses only
  'app-deleted',
  'app-restricted',
  'app-suspended',
] as const;
export const stopReasonSchema = z.enum(STOP_REASONS);
export type StopReason = z.infer<typeof stopReasonSchema>;

export const SHOP_STATES = [
  'ok',
  'refreshing', // a new token is on its way
  'needs-authorisation',
  'banned',
  'key-expired', // the key of its app is no longer good
  'address-undeclared',
  'app-refused', // its app is deleted, restricted, suspended or unknown
  'paused', // by a person
] as const;
export const shopStateSchema = z.enum(SHOP_STATES);
export type ShopState = z.infer<typeof shopStateSchema>;

/** What a person clicks to go on. */
export const SHOP_CLICKS = [
  'authorise', // connect again
  'enter-key',
  'declare-address', // in the console, then try again
  'open-console', // look at the app there
  'ask-shopee', // only they can lift a ban
  'resume',
] as const;
export const shopClickSchema = z.enum(SHOP_CLICKS);
export type ShopClick = z.infer<typeof shopClickSchema>;

/** How near the end of the authorisation is: `soon` within three weeks. */
export const GRANT_TERMS = ['unknown', 'far', 'soon', 'over'] as const;
export const grantTermSchema = z.enum(GRANT_TERMS);
export type GrantTerm = z.infer<typeof grantTermSchema>;

/** A seller's own app, as the page sees it: of the key only its tail. */
export const shopeeAppSchema = z.object({
  id: appIdSchema,
  place: shopeePlaceSchema,
  /** Origin on this machine, for `custom` only. */
  customHost: z.string().nullable(),
  partnerId: z.string(),
  /** The last four characters of the key. */
  keyTail: z.string().max(4),
  keySavedAt: instantSchema,
  stopped: stopReasonSchema.nullable(),
  stoppedAt: instantSchema.nullable(),
  /** The address that the platform saw, for `address-undeclared`. */
  address: z.string().nullable(),
  shops: z.number().int(),
});
export type ShopeeApp = z.infer<typeof shopeeAppSchema>;

export const shopRowSchema = z.object({
  id: shopIdSchema,
  appId: appIdSchema,
  /** Shopee's own id of the shop. */
  shopNo: z.string(),
  /** Empty until the platform told it. */
  name: z.string(),
  market: marketSchema.nullable(),
  /** The region as the platform says it, also where it is no market that we know. */
  region: z.string(),
  crossBorder: z.boolean(),
  merchantNo: z.string().nullable(),
  state: shopStateSchema,
  reason: stopReasonSchema.nullable(),
  click: shopClickSchema.nullable(),
  address: z.string().nullable(),
  connectedAt: instantSchema,
  grantedAt: instantSchema.nullable(),
  grantExpiresAt: instantSchema.nullable(),
  term: grantTermSchema,
  tokenExpiresAt: instantSchema.nullable(),
  lastErrorAt: instantSchema.nullable(),
  /** The platform's code of the last failure that stopped the shop, its app, or a refresh. */
  lastError: z.string().nullable(),
});
export type ShopRow = z.infer<typeof shopRowSchema>;

export const merchantRowSchema = z.object({
  appId: appIdSchema,
  merchantNo: z.string(),
  name: z.string(),
  region: z.string(),
  currency: z.string(),
  stopped: stopReasonSchema.nullable(),
  grantExpiresAt: instantSchema.nullable(),
  term: grantTermSchema,
  tokenExpiresAt: instantSchema.nullable(),
});
export type MerchantRow = z.infer<typeof merchantRowSchema>;

/** An authorisation is warned of this long before its end. */
export const GRANT_WARNING_DAYS = 21;
