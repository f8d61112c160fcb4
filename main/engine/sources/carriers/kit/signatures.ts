import { digest, hmac, sameSignature } from './sign.ts';

/** Raw bytes as they came, or text that is signed before it goes out. */
export type Signed = string | Uint8Array;

/** 17TRACK push: lowercase hex SHA-256 of body, slash, API key. */
export const track17Push = (body: Signed, apiKey: string): string =>
  digest('sha256', 'hex', body, `/${apiKey}`);

/** AfterShip (`aftership-hmac-sha256`) and Ninja Van (`x-ninjavan-hmac-sha256`): base64 HMAC-SHA256 of the body. */
export const hmacPush = (body: Signed, secret: string): string => hmac(secret, 'base64', body);

/** Shopee push: hex HMAC-SHA256 of the configured address, a bar, and the body, by the partner key. */
export const shopeePush = (body: Signed, callbackUrl: string, partnerKey: string): string =>
  hmac(partnerKey, 'hex', `${callbackUrl}|`, body);

/** Kuaidi100 question: upper hex MD5 of param, key, customer. */
export const kuaidi100Query = (param: string, key: string, customer: string): string =>
  digest('md5', 'hex', param, key, customer).toUpperCase();

/** Kuaidi100 push: upper hex MD5 of param and the salt of the subscription. */
export const kuaidi100Push = (param: string, salt: string): string =>
  digest('md5', 'hex', param, salt).toUpperCase();

/** J&T question and push: base64 of the raw MD5 of bizContent and the private key. */
export const jtDigest = (bizContent: string, privateKey: string): string =>
  digest('md5', 'base64', bizContent, privateKey);

/** TrackingMore push: hex HMAC-SHA256 of the time stamp. The body is not covered: such a push is a hint and no more. */
export const trackingMorePush = (timestamp: string, secret: string): string => hmac(secret, 'hex', timestamp);

/** Ship24 push: no signature, only the secret sent back as a bearer. Nothing covers the body. */
export const ship24Push = (authorization: string | null, secret: string): boolean =>
  sameSignature(authorization, `Bearer ${secret}`);

/** 4PX: lowercase hex MD5 of the sorted parameters (without access_token, language, sign), the body, the secret. */
export function fourpxSign(query: Readonly<Record<string, string>>, body: string, secret: string): string {
  const skipped = new Set(['access_token', 'language', 'sign']);
  const sorted = Object.keys(query)
    .filter((key) => !skipped.has(key))
    .toSorted()
    .map((key) => `${key}${query[key]}`)
    .join('');
  return digest('md5', 'hex', sorted, body, secret);
}

/** YunExpress: base64 HMAC-SHA256 of `date=…&method=…&uri=…`, with `body=…&` before it for a POST. */
export function yunexpressSign(
  question: { date: string; method: string; uri: string; body?: string },
  appSecret: string,
): string {
  const { date, method, uri, body } = question;
  const start = body === undefined ? '' : `body=${body}&`;
  return hmac(appSecret, 'base64', `${start}date=${date}&method=${method}&uri=${uri}`);
}

/** SF: base64 of the raw MD5 of the form-encoded message, time stamp and check word. */
export const sfDigest = (message: string, timestamp: string, checkword: string): string =>
  digest('md5', 'base64', javaFormEncode(`${message}${timestamp}${checkword}`));

/** Flash: upper hex SHA-256 of sorted, non-empty `k=v` joined by `&`, and `&key=`. */
export function flashSign(form: Readonly<Record<string, string>>, secret: string): string {
  const pairs = Object.keys(form)
    .filter((key) => key !== 'sign' && form[key] !== '')
    .toSorted()
    .map((key) => `${key}=${form[key]}`);
  return digest('sha256', 'hex', `${pairs.join('&')}&key=${secret}`).toUpperCase();
}

/** As a Java form encoder writes it: blank is `+`, `*` stays, and `!'()~` are encoded, unlike encodeURIComponent. */
export function javaFormEncode(text: string): string {
  return encodeURIComponent(text.toWellFormed())
    .replace(/[!'()~]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}
