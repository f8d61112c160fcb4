import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameSignature } from '../../../../../main/engine/sources/carriers/kit/sign.ts';
import {
  flashSign,
  fourpxSign,
  hmacPush,
  javaFormEncode,
  jtDigest,
  kuaidi100Push,
  kuaidi100Query,
  sfDigest,
  ship24Push,
  shopeePush,
  track17Push,
  trackingMorePush,
  yunexpressSign,
} from '../../../../../main/engine/sources/carriers/kit/signatures.ts';

/** Worked from each rule with made-up keys (CA 3.9); Shopee's from SP 4.1. They keep client, twin and receiver together. */
const BODY = '{"event":"TRACKING_UPDATED","data":{"number":"RR123456789CN","carrier":3011}}';
const PARAM = '{"com":"yunda","num":"3950055201640"}';
const QUERY = {
  app_key: 'AK',
  format: 'json',
  method: 'tr.order.tracking.get',
  timestamp: '1700000000000',
  v: '1.0.0',
};
const SF = '{"language":"0","trackingType":"1","trackingNumber":["SF0000000000000"],"methodType":"1"}';
const SHOPEE =
  '{"data":{"items":[],"ordersn":"220810QSK8S7BX","status":"PROCESSED","completed_scenario":"","update_time":1660123127},"shop_id":727720655,"code":3,"timestamp":1660123127}';

test.each([
  [
    '17TRACK push',
    track17Push(BODY, 'TESTKEY'),
    'ab21ab9829104b120b2565ba55e718d21878baf3505728509639d9df6f2fb8be',
  ],
  [
    'AfterShip and Ninja Van push',
    hmacPush(BODY, 'TESTSECRET'),
    'OArcRQ0vDa7R6i79/dC/2nFx9hvhA+QUHDsZz7SfH9E=',
  ],
  ['Kuaidi100 question', kuaidi100Query(PARAM, 'KEY', 'CUST'), '115F35921559B789910EAC4271961EB6'],
  ['Kuaidi100 push', kuaidi100Push(PARAM, 'SALT'), 'D2F62F775C759C455D2A0DA425C7BAC7'],
  ['J&T', jtDigest('{"billCodes":"600000000001"}', 'PRIV'), 'A9Z/65cqdxjAf4+YhJwiMA=='],
  [
    '4PX',
    fourpxSign(QUERY, '{"deliveryOrderNo":"4PX3000000000000CN"}', 'SECRET'),
    '0d5320be3e4774e7c08e101e2d48118c',
  ],
  [
    'YunExpress',
    yunexpressSign({ date: '1700000000000', method: 'GET', uri: '/v1/track-service/info/get' }, 'APPSECRET'),
    'UU6AwH2QAMHu/+9LzuF+RPWAkXuEZLVAZsK/wjMNptc=',
  ],
  ['SF', sfDigest(SF, '1700000000000', 'CHECKWORD'), 'yvArsu5FvhJABEJCAzlBGA=='],
  [
    'Flash',
    flashSign({ mchId: 'CA0001', nonceStr: 'n1', pnos: 'TH0000000000A' }, 'SECRET'),
    '689B7EBB65D8D88700D2A46669B190B3445A8086D4AA8CBA13A6FF403A92CCFE',
  ],
  [
    'Shopee push',
    shopeePush(SHOPEE, 'https://example.com/shopee/webhook', 'test_partner_key'),
    '1d5c9edaaad0c8da0b9556b9b3614c1c8d2e9d1c5482b454b7b1aa848ef6e691',
  ],
])('%s', (_name, made, expected) => {
  expect(made).toBe(expected);
});

test('4PX leaves token, language and an older sign out; Flash leaves empty fields out', () => {
  const more = { ...QUERY, access_token: 't', language: 'en', sign: 'old' };
  expect(fourpxSign(more, '', 'S')).toBe(fourpxSign(QUERY, '', 'S'));
  expect(flashSign({ a: '1', b: '', sign: 'x' }, 'S')).toBe(flashSign({ a: '1' }, 'S'));
});

test('a Java form encoder writes blanks and signs otherwise than a browser', () => {
  expect(javaFormEncode("a b*c!'()~-_.é")).toBe('a+b*c%21%27%28%29%7E-_.%C3%A9');
});

test('bytes and text sign alike, and one other bit is another signature', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), fc.nat(), (bytes, at) => {
      const other = Uint8Array.from(bytes);
      const index = at % bytes.length;
      other[index] = (other[index] ?? 0) ^ 1;
      for (const sign of [(b: Uint8Array) => track17Push(b, 'K'), (b: Uint8Array) => hmacPush(b, 'K')]) {
        expect(sign(bytes)).toBe(sign(Buffer.from(bytes)));
        expect(sign(other)).not.toBe(sign(bytes));
      }
    }),
  );
});

test('comparison: equal only when equal, whatever comes', () => {
  expect([sameSignature('abc', 'abc'), sameSignature('abd', 'abc'), sameSignature('', 'abc')]).toEqual([
    true,
    false,
    false,
  ]);
  expect([sameSignature(null, 'abc'), sameSignature('ä', 'abc'), sameSignature('abcd', 'abc')]).toEqual([
    false,
    false,
    false,
  ]);
});

test('services whose body is not covered: the stamp, and the bearer', () => {
  expect(trackingMorePush('1700000000', 'S')).toMatch(/^[0-9a-f]{64}$/);
  expect(trackingMorePush('1700000001', 'S')).not.toBe(trackingMorePush('1700000000', 'S'));
  expect([ship24Push('Bearer S', 'S'), ship24Push('Bearer T', 'S'), ship24Push(null, 'S')]).toEqual([
    true,
    false,
    false,
  ]);
});
