import { refuse, type Reply } from './reply.ts';

/** What the gateway refuses with: error names and texts of the platform's common error table. */
export const GATE = {
  noPartner: () => refuse('error_param', 'There is no partner_id in query.'),
  badPartner: () =>
    refuse('error_param', 'Partner_id is invalid, should be an integer between 0 and 4294967295.'),
  unknownPartner: () => refuse('invalid_partner_id', 'Invalid partner_id, please have a check.'),
  noTimestamp: () => refuse('error_param', 'no timestamp'),
  badTimestamp: () => refuse('error_param', 'Invalid timestamp'),
  expired: () => refuse('error_param', 'Timestamp is expired.'),
  noSign: () => refuse('error_param', 'There is no sign in query.'),
  wrongSign: () => refuse('error_sign', 'Wrong sign.'),
  keyExpired: () =>
    refuse(
      'error_partner_key_expired',
      'Your API partner key has expired, please reset the Live API Partner Key in Console to get a new valid partner key to call open api.',
    ),
  noPermission: () => refuse('error_api_permission', 'This app type has no permission to this API.'),
  quota: () =>
    refuse(
      'error_limit',
      'The total API call number made by your APP has reached the daily API call limit, please try again after 00: 00 (UTC+08:00)',
    ),
  rate: () =>
    refuse(
      'error_rate_limit',
      'Too many requests. You have reached the rate limit. Please try again later.',
      {},
      429,
    ),
  address: (ip: string) =>
    refuse(
      'source_ip_undeclared',
      `Request Source IP (${ip}) is undeclared. Please declare all your IP addresses in the Shopee Open Platform Console > App list > IP Address Whitelist`,
    ),
  unknownPath: () =>
    refuse(
      'error_param',
      'Permission denied. This API is currently offline or the request path is incorrect.',
    ),
  noToken: () => refuse('error_param', 'There is no access_token in query.'),
  badToken: () => refuse('invalid_acceess_token', 'Invalid access_token, please have a check.', {}, 403),
  noShop: () => refuse('error_param', 'There is no shop_id in query.'),
  noMerchant: () => refuse('error_param', 'There is no merchant_id in query.'),
  shopUnlinked: () =>
    ({
      kind: 'json',
      status: 200,
      fields: { error: 'shop_no_linked', msg: 'Your partner id and shop has no link.' },
    }) satisfies Reply,
  merchantUnlinked: () => refuse('merchant_no_linked', 'Partner and merchant has no linked.'),
  banned: () =>
    refuse(
      'shop_banned',
      'The shop account has been banned. Permissions for shop authorization and API calls have been suspended until the shop account is restored.',
    ),
  shopExpired: () => refuse('shop_access_expired', 'Your access to shop has expired.'),
  merchantExpired: () => refuse('merchant_access_expired', 'Your access to merchant has expired.'),
  affiliate: () =>
    refuse('error_ashop_api_permission', 'The shop is Affiliate shop has no permission to call this API.'),
} as const;

/** What calls refuse with. */
export const missing = (name: string): Reply =>
  refuse('error_param', `Wrong parameters, detail: ${name} is a required field.`);
export const wrong = (detail: string): Reply => refuse('error_param', `Wrong parameters, detail: ${detail}`);
export const orderUnknown = (): Reply =>
  refuse('error_not_found', 'Wrong parameters, detail: the order is not found.');
export const parcelUnknown = (): Reply => refuse('logistics.invalid_error', 'The order is not exist.');
export const wrongState = (): Reply =>
  refuse('logistics.error_status_limit', 'The order status does not support this operation.');
