import { asInstant, DAY, HOUR, type Instant } from '#shared/time.ts';

/** What kind of failure it is (reference, section 6.3). */
export type ErrorClass =
  | 'token' // the access token is not good
  | 'permission' // the app, or this shop, may not make this call
  | 'refresh-failed' // the refresh token is not good
  | 'link-lost' // shop or merchant are no longer linked, or banned
  | 'code' // the code of an authorisation is not good
  | 'signature' // wrong key
  | 'clock' // our time is not theirs
  | 'app' // the app as a whole is refused
  | 'throttled'
  | 'quota' // the app's calls of the day are used up
  | 'transient'
  | 'caller' // the request is wrong, or the thing is not there
  | 'aborted'; // given up by ourselves

/** What follows from a failure. */
export type ErrorAction =
  | 'refresh-token' // once, then once more
  | 'tell' // nothing will change by itself: say so, go on with other calls
  | 'authorise-again'
  | 'stop-shop'
  | 'begin-again' // with the authorisation
  | 'fix-key'
  | 'fix-clock'
  | 'stop-app'
  | 'back-off'
  | 'wait-for-quota'
  | 'retry-reads' // a bounded number of times, reads only
  | 'none';

/** Why, finer than the class: what the state of a shop and its words are made from. */
export type ErrorReason =
  | 'token-invalid'
  | 'no-permission'
  | 'affiliate-shop'
  | 'registration-missing'
  | 'refresh-token-invalid'
  | 'unlinked'
  | 'grant-expired'
  | 'banned'
  | 'frozen'
  | 'code-invalid'
  | 'wrong-key'
  | 'clock-off'
  | 'partner-unknown'
  | 'app-deleted'
  | 'app-restricted'
  | 'app-suspended'
  | 'key-expired'
  | 'address-undeclared'
  | 'too-many'
  | 'quota-used'
  | 'server'
  | 'network'
  | 'timeout'
  | 'half-body'
  | 'not-json'
  | 'not-found'
  | 'no-such-call'
  | 'rejected'
  | 'aborted';

export interface Verdict {
  readonly class: ErrorClass;
  readonly reason: ErrorReason;
}

const ACTIONS: Readonly<Record<ErrorClass, ErrorAction>> = {
  token: 'refresh-token',
  permission: 'tell',
  'refresh-failed': 'authorise-again',
  'link-lost': 'stop-shop',
  code: 'begin-again',
  signature: 'fix-key',
  clock: 'fix-clock',
  app: 'stop-app',
  throttled: 'back-off',
  quota: 'wait-for-quota',
  transient: 'retry-reads',
  caller: 'none',
  aborted: 'none',
};

/** The action that belongs to a class. */
export function actionOf(errorClass: ErrorClass): ErrorAction {
  return ACTIONS[errorClass];
}

type Rule = readonly [says: RegExp, errorClass: ErrorClass, reason: ErrorReason];

/** Codes that mean several things: the message decides, the last line is for any other. */
const BY_MESSAGE: Readonly<Record<string, readonly Rule[]>> = {
  error_auth: [
    [/access.?token/i, 'token', 'token-invalid'],
    [/refresh.?token/i, 'refresh-failed', 'refresh-token-invalid'],
    [/invalid code|code (is|has)/i, 'code', 'code-invalid'],
    [/app is deleted/i, 'app', 'app-deleted'],
    [/permissions for authorizations/i, 'app', 'app-restricted'],
    [/partner_id or shop/i, 'permission', 'unlinked'],
    [/partner_?id is invalid|invalid partner/i, 'app', 'partner-unknown'],
    [/try again later/i, 'transient', 'server'],
    [/./s, 'permission', 'no-permission'],
  ],
  error_param: [
    [/refresh token|refresh_token/i, 'refresh-failed', 'refresh-token-invalid'],
    [/no access_token/i, 'token', 'token-invalid'],
    [
      /timestamp (is|has) expired|no timestamp|(invalid|wrong) timestamp|timestamp is invalid/i,
      'clock',
      'clock-off',
    ],
    [/no sign in/i, 'signature', 'wrong-key'],
    [/partner_id in query|invalid partner_id|^partner_id is invalid/i, 'app', 'partner-unknown'],
    [/currently offline|path is incorrect/i, 'caller', 'no-such-call'],
    [/not found|not exist/i, 'caller', 'not-found'],
  ],
  error_data: [
    [/parse data failed/i, 'transient', 'server'],
    [/not exist/i, 'caller', 'not-found'],
  ],
};

const verdict = (errorClass: ErrorClass, reason: ErrorReason): Verdict => ({ class: errorClass, reason });

/** Codes that mean one thing. */
const BY_CODE: Readonly<Record<string, Verdict>> = {
  invalid_acceess_token: verdict('token', 'token-invalid'),
  invalid_access_token: verdict('token', 'token-invalid'),
  error_access_token: verdict('token', 'token-invalid'),
  error_api_permission: verdict('permission', 'no-permission'),
  error_permission: verdict('permission', 'no-permission'),
  error_perm: verdict('permission', 'no-permission'),
  error_ashop_api_permission: verdict('permission', 'affiliate-shop'),
  error_kyc_auth: verdict('permission', 'registration-missing'),
  refresh_token_expired: verdict('refresh-failed', 'refresh-token-invalid'),
  error_refresh_token: verdict('refresh-failed', 'refresh-token-invalid'),
  error_shop_refresh_token: verdict('refresh-failed', 'refresh-token-invalid'),
  error_merchant_refresh_token: verdict('refresh-failed', 'refresh-token-invalid'),
  shop_no_linked: verdict('link-lost', 'unlinked'),
  partner_shop_no_link: verdict('link-lost', 'unlinked'),
  merchant_no_linked: verdict('link-lost', 'unlinked'),
  shop_access_expired: verdict('link-lost', 'grant-expired'),
  merchant_access_expired: verdict('link-lost', 'grant-expired'),
  shop_banned: verdict('link-lost', 'banned'),
  partner_frozen: verdict('link-lost', 'frozen'),
  invalid_code: verdict('code', 'code-invalid'),
  invalid_shop_id: verdict('code', 'code-invalid'),
  invalid_main_acount_id: verdict('code', 'code-invalid'),
  invalid_main_account_id: verdict('code', 'code-invalid'),
  error_sign: verdict('signature', 'wrong-key'),
  invalid_partner_id: verdict('app', 'partner-unknown'),
  error_api_call_restricted: verdict('app', 'app-restricted'),
  api_suspended: verdict('app', 'app-suspended'),
  error_partner_key_expired: verdict('app', 'key-expired'),
  source_ip_undeclared: verdict('app', 'address-undeclared'),
  error_rate_limit: verdict('throttled', 'too-many'),
  error_limit: verdict('quota', 'quota-used'),
  error_not_found: verdict('caller', 'not-found'),
};

/** Names of trouble on their side, with or without a module before them. */
const THEIR_SIDE = /(^|[._])(error_server|server_error|system_error|core_server|third_party_server)$/i;
/** Refusals that a module names by itself. */
const REFUSED = /^(error_permission|error_perm|auth|shipment_auth)$/;
const THEIR_SIDE_WORDS: ReadonlySet<string> = new Set([
  'error_inner',
  'error_network',
  'error_timeout',
  'error_connection',
  'system_busy',
  'error_system_busy',
]);
/** Failures that are named as a daily limit of the app; `error_limit` alone also means a list that is too long. */
const DAILY = /daily|00: ?00/i;

/** The code without the prefix `common.`, which the same gateway sends at some times and not at others. */
export function bareCode(code: string): string {
  return code.trim().replace(/^common\./, '');
}

/**
 * The class and reason of an answer that carries an error: by code, and by message where one code has several
 * meanings. An unknown error is the caller's.
 */
export function classify(status: number, code: string, message: string): Verdict {
  const name = bareCode(code);
  if (status === 429) return verdict('throttled', 'too-many');
  if (name === 'error_limit' && message !== '' && !DAILY.test(message)) return verdict('caller', 'rejected');
  const single = BY_CODE[name];
  if (single) return single;
  for (const [says, errorClass, reason] of BY_MESSAGE[name] ?? []) {
    if (says.test(message)) return verdict(errorClass, reason);
  }
  if (name === 'error_auth') return verdict('permission', 'no-permission');
  const last = (name.split('.').at(-1) ?? name).trim();
  if (REFUSED.test(last)) return verdict('permission', 'no-permission');
  if (THEIR_SIDE.test(name) || THEIR_SIDE_WORDS.has(last)) return verdict('transient', 'server');
  if (status >= 500 && name === '') return verdict('transient', 'server');
  // Seen on the chat module where the app has no permission for it.
  if (status === 491) return verdict('permission', 'no-permission');
  // Seen without a code: "Your partner id and shop has no link."
  if (/shop has no link/i.test(message)) return verdict('link-lost', 'unlinked');
  return verdict('caller', /not.?(found|exist)/i.test(`${last} ${message}`) ? 'not-found' : 'rejected');
}

/** When the daily quota begins anew: the next 00:00 at UTC+8. */
export function nextQuotaDay(now: number): Instant {
  return asInstant(Math.floor((now + 8 * HOUR) / DAY + 1) * DAY - 8 * HOUR);
}

/** `Retry-After` in milliseconds from now: seconds or a date; null where there is none that can be read. */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null || header.trim() === '') return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, Math.round(seconds * 1000));
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
