import { fail, ok, type Result } from '#shared/result.ts';

/** What Shopee sends back with the browser. */
export interface Grant {
  readonly code: string;
  readonly account: { readonly kind: 'shop' | 'main'; readonly id: string };
}

/** Codes seen are 32 characters of hex; what is no code at all never leaves. */
const CODE = /^[\w-]{8,200}$/;
const DIGITS = /^\d{1,20}$/;

/**
 * Reads the address to which the browser was sent back, as listened to or as pasted (a person may bring the query
 * alone). `state` must be that of the attempt wherever the address has one, in its query or as the end of its path.
 */
export function readRedirect(address: string, state: string): Result<Grant> {
  const text = address.trim();
  const asUrl = text.includes('?') ? text : `?${text}`;
  let url: URL;
  try {
    url = new URL(asUrl, 'http://pasted.invalid');
  } catch {
    return fail('connect-no-code');
  }
  const told = url.searchParams.get('state') ?? /\/connect\/([\w-]+)$/.exec(url.pathname)?.[1];
  if (told !== undefined && told !== state) return fail('connect-wrong-state');
  const code = url.searchParams.get('code') ?? '';
  const shop = url.searchParams.get('shop_id') ?? '';
  const main = url.searchParams.get('main_account_id') ?? '';
  if (!CODE.test(code)) return fail('connect-no-code');
  // Exactly one of the two says which account it was.
  if (DIGITS.test(main)) return ok({ code, account: { kind: 'main', id: main } });
  if (DIGITS.test(shop)) return ok({ code, account: { kind: 'shop', id: shop } });
  return fail('connect-no-code');
}
