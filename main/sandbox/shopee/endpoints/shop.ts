import { type Call, type Endpoint, get, pageOf, wholeIn } from '../call.ts';
import { flat, type Reply, seconds, wrapped } from '../reply.ts';

function info(call: Call): Reply {
  const { shop, world } = call;
  const grant = call.desk.tokens.grants.get(`shop:${shop.shopId}`);
  return flat({
    shop_name: shop.name,
    region: shop.market,
    status: grant?.banned ? 'BANNED' : 'NORMAL',
    shop_fulfillment_flag: 'Others',
    is_cb: true,
    is_upgraded_cbsc: true,
    merchant_id: world.merchantId,
    is_sip: shop.sip !== null,
    ...(shop.sip === 'affiliate'
      ? {}
      : {
          sip_affi_shops: world.shops
            .filter((other) => shop.affiliates.includes(other.shopId))
            .map((other) => ({ affi_shop_id: other.shopId, region: other.market })),
        }),
    is_main_shop: false,
    is_direct_shop: false,
    linked_main_shop_id: 0,
    linked_direct_shop_list: [],
    auth_time: seconds(grant?.authorisedAt ?? 0),
    expire_time: seconds(grant?.until ?? 0),
  });
}

function merchant(call: Call): Reply {
  const grant = call.desk.tokens.grants.get(`merchant:${call.world.merchantId}`);
  return flat({
    merchant_name: 'Seamark sample company',
    is_cnsc: true,
    is_upgraded_cbsc: true,
    merchant_currency: 'CNY',
    merchant_region: 'CN',
    auth_time: seconds(grant?.authorisedAt ?? 0),
    expire_time: seconds(grant?.until ?? 0),
  });
}

function shopList(call: Call): Reply {
  const page = wholeIn(call, 'page_no', { min: 1, max: 10_000 });
  const { part, more } = pageOf(call.world.shops, page, wholeIn(call, 'page_size', { min: 1, max: 500 }));
  return flat({ is_cnsc: true, shop_list: part.map((shop) => ({ shop_id: shop.shopId })), more });
}

const profile = (call: Call): Reply =>
  wrapped({
    shop_logo: 'https://cf.shopee.sg/file/sandbox',
    description: 'An invented shop of the sandbox world',
    shop_name: call.shop.name,
  });

/** What a shop and a merchant say of themselves. */
export const shopEndpoints: readonly Endpoint[] = [
  get('shop/get_shop_info', info),
  get('shop/get_profile', profile),
  get('shop/get_shop_notification', () =>
    flat({ cursor: 0, data: { create_time: 0, content: '', title: '', url: '' } }),
  ),
  get('merchant/get_merchant_info', merchant, 'merchant'),
  get('merchant/get_shop_list_by_merchant', shopList, 'merchant'),
];
