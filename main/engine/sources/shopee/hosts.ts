import type { ShopeePlace } from '#shared/model/shop.ts';

interface Hosts {
  readonly api: string;
  /** Where a seller grants access; `/cancel_auth` takes it back. */
  readonly grant: string;
}

/** Hosts of guides 16 and 20. The live ones serve every market: the nearest is chosen, not the shop's. */
const HOSTS: Readonly<Record<Exclude<ShopeePlace, 'custom'>, Hosts>> = {
  'live-sg': { api: 'https://partner.shopeemobile.com', grant: 'https://open.shopee.com' },
  'live-cn': { api: 'https://openplatform.shopee.cn', grant: 'https://open.shopee.cn' },
  'live-br': { api: 'https://openplatform.shopee.com.br', grant: 'https://open.shopee.com.br' },
  sandbox: {
    api: 'https://openplatform.sandbox.test-stable.shopee.sg',
    grant: 'https://open.sandbox.test-stable.shopee.com',
  },
  'sandbox-cn': {
    api: 'https://openplatform.sandbox.test-stable.shopee.cn',
    grant: 'https://open.sandbox.test-stable.shopee.cn',
  },
};

/**
 * The origin of an address on this machine (`http://127.0.0.1:4010`), or null for any other: an app's own host may be
 * nothing but a sandbox beside us, so that no key ever leaves for a stranger.
 */
export function loopbackOrigin(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const here = url.hostname === '127.0.0.1' || url.hostname === 'localhost' || url.hostname === '[::1]';
  const plain = url.username === '' && url.password === '' && url.pathname === '/' && url.search === '';
  return here && plain && url.protocol === 'http:' ? url.origin : null;
}

/** The hosts of a place; `custom` needs an address of this machine. Throws for a place without one. */
export function hostsOf(place: ShopeePlace, customHost: string | null): Hosts {
  if (place !== 'custom') return HOSTS[place];
  const origin = customHost === null ? null : loopbackOrigin(customHost);
  if (origin === null) throw new TypeError('A custom host must be on this machine.');
  return { api: origin, grant: origin };
}

/** The page on which a seller takes the access back. */
export function leaveAddress(place: ShopeePlace, customHost: string | null, partnerId: string): string {
  const url = new URL('/cancel_auth', hostsOf(place, customHost).grant);
  const { origin } = url;
  url.search = new URLSearchParams({
    partner_id: partnerId,
    auth_type: 'seller',
    redirect_uri: `${origin}/`,
    response_type: 'code',
  }).toString();
  return url.href;
}

/**
 * The page on which a seller grants access to an app (guide 20). It is not signed. `state` comes back with the
 * redirect and ties it to this attempt.
 */
export function grantAddress(
  place: ShopeePlace,
  customHost: string | null,
  query: { readonly partnerId: string; readonly redirect: string; readonly state: string },
): string {
  const url = new URL('/auth', hostsOf(place, customHost).grant);
  url.search = new URLSearchParams({
    partner_id: query.partnerId,
    auth_type: 'seller',
    redirect_uri: query.redirect,
    response_type: 'code',
    state: query.state,
  }).toString();
  return url.href;
}
