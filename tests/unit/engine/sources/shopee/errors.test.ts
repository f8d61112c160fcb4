import { describe, expect, it } from 'vitest';
import {
  actionOf,
  classify,
  type ErrorClass,
  type ErrorReason,
  nextQuotaDay,
  retryAfterMs,
} from '../../../../../main/engine/sources/shopee/errors.ts';

const CASES: readonly [code: string, message: string, errorClass: ErrorClass, reason: ErrorReason][] = [
  ['invalid_acceess_token', 'Invalid access_token, please have a check.', 'token', 'token-invalid'],
  ['error_auth', 'Invalid access_token.', 'token', 'token-invalid'],
  ['common.error_auth', 'Invalid access_token.', 'token', 'token-invalid'],
  ['error_param', 'There is no access_token in query.', 'token', 'token-invalid'],
  ['error_auth', 'No permission to current api.', 'permission', 'no-permission'],
  ['error_auth', 'Invalid partner_id or shopid.', 'permission', 'unlinked'],
  ['error_auth', 'Something that nobody has seen', 'permission', 'no-permission'],
  ['error_auth', '', 'permission', 'no-permission'],
  ['error_auth', 'partner_id is invalid', 'app', 'partner-unknown'],
  ['error_auth', 'The App is deleted, and no call can be made.', 'app', 'app-deleted'],
  ['error_auth', 'System error, please try again later.', 'transient', 'server'],
  ['error_api_permission', 'This app type has no permission to this API.', 'permission', 'no-permission'],
  ['error_ashop_api_permission', '', 'permission', 'affiliate-shop'],
  ['error_kyc_auth', '', 'permission', 'registration-missing'],
  ['product.error_permission', '', 'permission', 'no-permission'],
  ['error_auth', 'Invalid refresh_token.', 'refresh-failed', 'refresh-token-invalid'],
  ['error_shop_refresh_token', '', 'refresh-failed', 'refresh-token-invalid'],
  ['refresh_token_expired', '', 'refresh-failed', 'refresh-token-invalid'],
  [
    'error_param',
    'Your refresh token or shop_id is wrong, please check.',
    'refresh-failed',
    'refresh-token-invalid',
  ],
  ['shop_no_linked', '', 'link-lost', 'unlinked'],
  ['shop_access_expired', '', 'link-lost', 'grant-expired'],
  ['merchant_access_expired', '', 'link-lost', 'grant-expired'],
  ['shop_banned', '', 'link-lost', 'banned'],
  ['partner_frozen', '', 'link-lost', 'frozen'],
  ['', 'Your partner id and shop has no link.', 'link-lost', 'unlinked'],
  ['error_auth', 'Invalid code', 'code', 'code-invalid'],
  ['invalid_code', '', 'code', 'code-invalid'],
  ['invalid_main_acount_id', '', 'code', 'code-invalid'],
  ['error_sign', 'Wrong sign.', 'signature', 'wrong-key'],
  ['error_param', 'There is no sign in query.', 'signature', 'wrong-key'],
  ['error_param', 'Timestamp is expired.', 'clock', 'clock-off'],
  ['error_param', 'no timestamp', 'clock', 'clock-off'],
  ['error_param', 'Invalid timestamp', 'clock', 'clock-off'],
  ['invalid_partner_id', '', 'app', 'partner-unknown'],
  ['error_partner_key_expired', '', 'app', 'key-expired'],
  ['source_ip_undeclared', 'Request Source IP (1.2.3.4) is undeclared.', 'app', 'address-undeclared'],
  ['api_suspended', '', 'app', 'app-suspended'],
  ['error_api_call_restricted', '', 'app', 'app-restricted'],
  ['error_rate_limit', 'Too many requests.', 'throttled', 'too-many'],
  [
    'error_limit',
    'reached the daily API call limit, try again after 00: 00 (UTC+08:00)',
    'quota',
    'quota-used',
  ],
  ['error_limit', 'The list is too long', 'caller', 'rejected'],
  ['order.error_limit', 'At most 50', 'caller', 'rejected'],
  ['error_server', 'Something wrong. Please try later.', 'transient', 'server'],
  ['logistics.error_core_server', '', 'transient', 'server'],
  ['error_network', 'Inner http call failed', 'transient', 'server'],
  ['error_inner', '', 'transient', 'server'],
  ['error_data', 'parse data failed', 'transient', 'server'],
  ['SERVER_ERROR', '', 'transient', 'server'],
  ['error_data', 'data not exist', 'caller', 'not-found'],
  ['error_not_found', 'the order is not found.', 'caller', 'not-found'],
  ['logistics.package_number_not_exist', '', 'caller', 'not-found'],
  ['logistics.error_param', 'The order is being allocated', 'caller', 'rejected'],
  ['PARAMS_ERROR', '', 'caller', 'rejected'],
  ['something_new', 'Words', 'caller', 'rejected'],
];

describe('errors', () => {
  it.each(CASES)('%s "%s" is %s', (code, message, errorClass, reason) => {
    expect(classify(200, code, message)).toEqual({ class: errorClass, reason });
  });

  it('never lets a refusal refresh a token, nor a failed refresh be repeated', () => {
    for (const [, , errorClass] of CASES.filter((each) => each[2] !== 'token')) {
      expect(actionOf(errorClass)).not.toBe('refresh-token');
    }
    expect(actionOf('token')).toBe('refresh-token');
  });

  it('takes 429 for too much, whatever the body says', () => {
    expect(classify(429, 'error_auth', 'Invalid access_token.').class).toBe('throttled');
  });

  it('begins the quota anew at midnight of UTC+8', () => {
    expect(nextQuotaDay(Date.UTC(2026, 10, 24, 15, 59))).toBe(Date.UTC(2026, 10, 24, 16));
    expect(nextQuotaDay(Date.UTC(2026, 10, 24, 16))).toBe(Date.UTC(2026, 10, 25, 16));
  });

  it('reads Retry-After as seconds or a date', () => {
    const now = Date.UTC(2026, 10, 24);
    expect(retryAfterMs('7', now)).toBe(7000);
    expect(retryAfterMs(new Date(now + 60_000).toUTCString(), now)).toBe(60_000);
    expect(retryAfterMs('soon', now)).toBeNull();
    expect(retryAfterMs(null, now)).toBeNull();
  });
});
