import { type Call, type Endpoint, neededText, pageOf, post, get, textIn, wholeIn } from '../call.ts';
import { flat, refuse, type Reply, seconds } from '../reply.ts';
import { wrong } from '../errors.ts';

const idOf = (call: Call, name: string): number | null => {
  const text = textIn(call, name);
  return /^\d+$/.test(text) ? Number(text) : null;
};

function exchange(call: Call): Reply {
  const code = neededText(call, 'code');
  const shop = idOf(call, 'shop_id');
  const main = idOf(call, 'main_account_id');
  if ((shop === null) === (main === null))
    return wrong('exactly one of shop_id and main_account_id is required.');
  const account =
    shop === null ? ({ kind: 'main', id: main ?? 0 } as const) : ({ kind: 'shop', id: shop } as const);
  const got = call.desk.tokens.exchange(code, account, call.now);
  if (!got) return refuse('invalid_code', 'The code is expired or used or invalid, please check the code.');
  const ids = (kind: string): number[] =>
    got.holders.flatMap((holder) => (holder.startsWith(kind) ? [Number(holder.slice(kind.length))] : []));
  return flat({
    access_token: got.pair.access,
    refresh_token: got.pair.refresh,
    expire_in: seconds(got.pair.expiresIn),
    ...(account.kind === 'main' ? { merchant_id_list: ids('merchant:'), shop_id_list: ids('shop:') } : {}),
  });
}

/** A refused refresh token has three spellings in the documents and in life; they take turns. */
function refused(call: Call, kind: 'shop' | 'merchant'): Reply {
  const turn = call.desk.tokens.counters.burnt % 3;
  if (turn === 1) {
    const name = `${kind}_id`;
    return refuse(
      'error_param',
      `Your refresh token or ${name} is wrong, please check refresh token or ${name}.`,
    );
  }
  if (turn === 2) {
    const text = `Your refresh token is error ,please check refresh token or ${kind}id.`;
    return refuse(`error_${kind}_refresh_token`, text);
  }
  return refuse('error_auth', 'Invalid refresh_token.');
}

function refresh(call: Call): Reply {
  const token = neededText(call, 'refresh_token');
  const shop = idOf(call, 'shop_id');
  const merchant = idOf(call, 'merchant_id');
  if ((shop === null) === (merchant === null))
    return wrong('exactly one of shop_id and merchant_id is required.');
  const kind = shop === null ? 'merchant' : 'shop';
  const id = shop ?? merchant ?? 0;
  const answer = call.desk.tokens.refresh(token, `${kind}:${id}`, call.now);
  if (answer.ok) {
    return flat({
      partner_id: call.desk.app.partnerId,
      [`${kind}_id`]: id,
      access_token: answer.pair.access,
      refresh_token: answer.pair.refresh,
      expire_in: seconds(answer.pair.expiresIn),
    });
  }
  switch (answer.why) {
    case 'unlinked':
      return refuse(`${kind}_no_linked`, `Partner and ${kind} has no linked.`);
    case 'banned':
      return refuse('shop_banned', 'The shop account has been banned.');
    case 'grant-expired':
      return refuse(`${kind}_access_expired`, `Your access to ${kind} has expired.`);
    case 'expired':
      return refuse('refresh_token_expired', 'Your refresh_token expired.');
    case 'used':
    case 'unknown':
      return refused(call, kind);
  }
}

function shops(call: Call): Reply {
  const { part, more } = pageOf(
    call.world.shops.filter((shop) => call.desk.tokens.grants.get(`shop:${shop.shopId}`)?.linked),
    wholeIn(call, 'page_no', { min: 1, max: 10_000, otherwise: 1 }),
    wholeIn(call, 'page_size', { min: 1, max: 100, otherwise: 100 }),
  );
  return flat({
    authed_shop_list: part.map((shop) => {
      const grant = call.desk.tokens.grants.get(`shop:${shop.shopId}`);
      return {
        shop_id: shop.shopId,
        region: shop.market,
        auth_time: seconds(grant?.authorisedAt ?? 0),
        expire_time: seconds(grant?.until ?? 0),
        sip_affi_shops: call.world.shops
          .filter((other) => shop.affiliates.includes(other.shopId))
          .map((other) => ({ affi_shop_id: other.shopId, region: other.market })),
      };
    }),
    more,
  });
}

function merchants(call: Call): Reply {
  const grant = call.desk.tokens.grants.get(`merchant:${call.world.merchantId}`);
  return flat({
    authed_merchant_list: grant?.linked
      ? [
          {
            merchant_id: call.world.merchantId,
            region: 'CN',
            auth_time: seconds(grant.authorisedAt),
            expire_time: seconds(grant.until),
          },
        ]
      : [],
    more: false,
  });
}

/** Tokens, and who has authorised the app: all of the Public kind, all without a `response` object. */
export const authEndpoints: readonly Endpoint[] = [
  post('auth/token/get', exchange, 'public'),
  post('auth/access_token/get', refresh, 'public'),
  get('public/get_shops_by_partner', shops, 'public'),
  get('public/get_merchants_by_partner', merchants, 'public'),
  get('public/get_shopee_ip_ranges', () => flat({ ip_list: ['127.0.0.0/8'] }), 'public'),
];
