import { DAY } from '#shared/time.ts';
import type { World } from '../simulate/world.ts';
import { grantPush } from './push/events.ts';
import type { Push } from './push/store.ts';
import type { Tokens } from './tokens.ts';
import { sameSign, signed } from './sign.ts';
import type { SandboxApp } from './app.ts';

/** Paths of the authorisation page: the present one and the older signed link; and of the page that takes it back. */
const PAGES = { present: '/auth', older: '/api/v2/shop/auth_partner', cancel: '/cancel_auth' } as const;

export interface PageAnswer {
  readonly status: number;
  readonly location?: string;
  readonly html: string;
  /** What the platform pushes about it. */
  readonly push?: Push;
}

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><body><h1>${title}</h1>${body}</body></html>`;
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/**
 * The seller's side of authorising. Without `account` the page shows whom one may log in as; with `account=main` or a
 * shop id (and optionally `days`) it redirects at once with `code` and `shop_id` or `main_account_id`: a browser's click
 * and a test's request are the same thing. Null when the path is another.
 */
export function authPage(
  deps: { world: World; tokens: Tokens; app: SandboxApp; now: number },
  url: URL,
): PageAnswer | null {
  const older = url.pathname === PAGES.older;
  const cancels = url.pathname === PAGES.cancel;
  if (!older && !cancels && url.pathname !== PAGES.present) return null;
  const { searchParams: query } = url;
  const refusal = (text: string): PageAnswer => ({
    status: 400,
    html: page('Authorization failed', `<p>${text}</p>`),
  });
  if (Number(query.get('partner_id')) !== deps.app.partnerId) return refusal('partner_id is invalid');
  if (older) {
    const timestamp = query.get('timestamp') ?? '';
    const sign = signed(deps.app.partnerKey, `${deps.app.partnerId}${PAGES.older}${timestamp}`);
    if (!sameSign(query.get('sign') ?? '', sign)) return refusal('Wrong sign.');
    if (Math.abs(Number(timestamp) - deps.now / 1000) > 300) return refusal('The link has expired.');
  }
  const target = query.get(older ? 'redirect' : 'redirect_uri') ?? '';
  if (!URL.canParse(target)) return refusal('redirect_uri is invalid');
  const account = query.get('account');
  if (account === null) return { status: 200, html: chooser(deps.world, url) };

  const shop = deps.world.shops.find((one) => String(one.shopId) === account);
  if (!shop && account !== 'main') return refusal('This account cannot authorize.');
  const holders = shop
    ? [`shop:${shop.shopId}`]
    : [...deps.world.shops.map((one) => `shop:${one.shopId}`), `merchant:${deps.world.merchantId}`];
  const back = new URL(target);
  if (cancels) {
    for (const holder of holders) {
      const grant = deps.tokens.grants.get(holder);
      if (grant) grant.linked = false;
    }
  } else {
    const days = Math.min(365, Math.max(1, Number(query.get('days') ?? 365)));
    const who = shop
      ? ({ kind: 'shop', id: shop.shopId } as const)
      : ({ kind: 'main', id: deps.world.mainAccountId } as const);
    back.searchParams.set('code', deps.tokens.authorise(who, holders, deps.now, days * DAY));
    back.searchParams.set(shop ? 'shop_id' : 'main_account_id', String(who.id));
  }
  const state = query.get('state');
  if (state !== null) back.searchParams.set('state', state);
  const push = grantPush(deps.app.partnerId, holders, !cancels, deps.now);
  return { status: 302, location: back.href, html: '', push };
}

function chooser(world: World, url: URL): string {
  const link = (account: string, text: string): string => {
    const next = new URL(url);
    next.searchParams.set('account', account);
    return `<li><a href="${escaped(next.pathname + next.search)}">Authorise</a> ${escaped(text)}</li>`;
  };
  const shops = world.shops.map((shop) =>
    link(String(shop.shopId), `shop ${shop.name} (${shop.market}), ${shop.shopId}`),
  );
  const main = link(
    'main',
    `main account ${world.mainAccountId}: all shops and merchant ${world.merchantId}`,
  );
  return page(
    'Sandbox authorisation',
    `<p>Nothing here is real. Log in as:</p><ul>${main}${shops.join('')}</ul>`,
  );
}
