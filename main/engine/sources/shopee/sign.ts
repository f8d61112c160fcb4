import { createHmac } from 'node:crypto';

/** Who a call is made for. `public` calls carry no token. */
export type Auth =
  | { readonly kind: 'public' }
  | { readonly kind: 'shop' | 'merchant'; readonly id: string; readonly token: string };

/** One app of the Open Platform. The key is a secret: never logged, never given to the page. */
export interface Partner {
  readonly id: string;
  readonly key: string;
}

/** The text that is signed: parts in the order of guide 16, joined without anything between. */
export function baseString(partnerId: string, path: string, timestamp: number, auth: Auth): string {
  const common = `${partnerId}${path}${timestamp}`;
  return auth.kind === 'public' ? common : `${common}${auth.token}${auth.id}`;
}

/** HMAC-SHA256 in lowercase hex; the key is text as the console shows it, never decoded. */
export function sign(key: string, text: string): string {
  return createHmac('sha256', key).update(text, 'utf8').digest('hex');
}

/**
 * The common query parameters of a call, signed. `path` is the whole path from `/api/v2` on, without host and query;
 * `timestamp` is in Unix seconds. Business parameters and bodies are not signed.
 */
export function signedQuery(
  partner: Partner,
  path: string,
  timestamp: number,
  auth: Auth,
): Record<string, string> {
  const query: Record<string, string> = { partner_id: partner.id, timestamp: String(timestamp) };
  if (auth.kind !== 'public') {
    query['access_token'] = auth.token;
    query[`${auth.kind}_id`] = auth.id;
  }
  query['sign'] = sign(partner.key, baseString(partner.id, path, timestamp, auth));
  return query;
}
