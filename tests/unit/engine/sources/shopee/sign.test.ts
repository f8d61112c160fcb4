import { describe, expect, it } from 'vitest';
import { buildRequest } from '../../../../../main/engine/sources/shopee/request.ts';
import { endpointOf } from '../../../../../main/engine/sources/shopee/endpoints/index.ts';
import { type Auth, baseString, sign, signedQuery } from '../../../../../main/engine/sources/shopee/sign.ts';

/** A key that is nobody's; the results were computed apart from this code, with OpenSSL. */
const KEY = 'test_partner_key';
const PUBLIC: Auth = { kind: 'public' };
const shop = (id: string, token: string): Auth => ({ kind: 'shop', id, token });
const merchant = (id: string, token: string): Auth => ({ kind: 'merchant', id, token });
const TOKEN = '59777174636562737266615546704c6d';

const VECTORS: readonly [partner: string, path: string, at: number, auth: Auth, signed: string][] = [
  [
    '2001887',
    '/api/v2/public/get_shops_by_partner',
    1655714431,
    PUBLIC,
    'bfd95b21eda3ed2c80e9373e8c0ce80bdc39b2dc02e4c6dc19e1413c75f8ab09',
  ],
  [
    '2001887',
    '/api/v2/auth/token/get',
    1655714431,
    PUBLIC,
    '4347600f52b50a77f5ecee90bf489adf3cec2d59d3c2febe004674f37def5451',
  ],
  [
    '2001887',
    '/api/v2/shop/get_shop_info',
    1655714431,
    shop('14701711', TOKEN),
    '9fdae5aeed86e753249982ec04aa54339280f12d3f456b9e3f7d8ee91e66a2b3',
  ],
  [
    '2001887',
    '/api/v2/global_product/get_category',
    1655714431,
    merchant('1000000', '09777174636962737266615546704c6d'),
    'acd5a420a62ce9d730d869464ecd8e0cc66698e31175baf1b755007c90d0bd35',
  ],
  [
    '123456',
    '/api/v2/order/get_order_list',
    1710000000,
    shop('654321', 'token_value'),
    '174af5342b881750dad12a896dffa27da126f1e58a9eb99b12e59a06c288735c',
  ],
  [
    '123456',
    '/api/v2/principal/get_shop_sales_performance_detail',
    1710000000,
    merchant('123456', 'token_value'),
    'd74eb31ba4916a915e8860d23fe4caff2a188d7e9886a15344ff5b49359ae48b',
  ],
];

describe('the signature', () => {
  it.each(VECTORS)('of %s %s', (partner, path, at, auth, signed) => {
    expect(sign(KEY, baseString(partner, path, at, auth))).toBe(signed);
    expect(signedQuery({ id: partner, key: KEY }, path, at, auth)['sign']).toBe(signed);
  });

  it('takes the key as text, and any text to be signed', () => {
    const plain = '/api/v2/auth/token/get123456test_partner_idtest_shop_idtest_main_account_id';
    expect(sign(KEY, plain)).toBe('37c864bd9821ff5f2c2f46b2faca14eb1811a718d1fdc6dcf383cba7c74bf9e9');
    const push =
      'https://example.com/shopee/webhook|{"data":{"items":[],"ordersn":"220810QSK8S7BX","status":"PROCESSED",' +
      '"completed_scenario":"","update_time":1660123127},"shop_id":727720655,"code":3,"timestamp":1660123127}';
    expect(sign(KEY, push)).toBe('1d5c9edaaad0c8da0b9556b9b3614c1c8d2e9d1c5482b454b7b1aa848ef6e691');
  });
});

describe('a request', () => {
  const partner = { id: '7', key: KEY };
  const auth = shop('42', 'secret');
  const build = (name: Parameters<typeof endpointOf>[0], params: object, who: Auth = auth) =>
    buildRequest('http://127.0.0.1:1', partner, endpointOf(name), params, who, 1700000000);

  it('carries the common parameters in the address and joins lists with commas', () => {
    const url = new URL(build('order.get_order_detail', { order_sn_list: ['A', 'B'] }).url);
    expect(url.pathname).toBe('/api/v2/order/get_order_detail');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      partner_id: '7',
      timestamp: '1700000000',
      access_token: 'secret',
      shop_id: '42',
      sign: sign(KEY, '7/api/v2/order/get_order_detail1700000000secret42'),
      order_sn_list: 'A,B',
    });
  });

  it('leaves out what is empty, but not the first cursor', () => {
    const url = new URL(
      build('first_mile.get_unbind_order_list', { cursor: '', response_optional_fields: [] }).url,
    );
    expect(url.searchParams.get('cursor')).toBe('');
    expect(url.searchParams.has('response_optional_fields')).toBe(false);
    const info = new URL(build('logistics.get_tracking_info', { order_sn: 'A', package_number: '' }).url);
    expect(info.searchParams.has('package_number')).toBe(false);
  });

  it('writes ids of a body as integers, every digit kept', () => {
    const request = build('product.reply_comment', {
      comment_list: [{ comment_id: '764539404640322244', comment: '12345' }],
    });
    expect(request.method).toBe('POST');
    expect(request.body).toBe('{"comment_list":[{"comment_id":764539404640322244,"comment":"12345"}]}');
    expect(new URL(request.url).searchParams.has('comment_list')).toBe(false);
  });

  it('of a merchant carries the id of the merchant and none of a shop', () => {
    const who = merchant('9', 'secret');
    const url = new URL(build('merchant.get_merchant_info', {}, who).url);
    expect(url.searchParams.get('merchant_id')).toBe('9');
    expect(url.searchParams.has('shop_id')).toBe(false);
  });
});
