import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asInstant, DAY, HOUR, MINUTE } from '../../../shared/time.ts';
import { startShopeeSandbox, type ShopeeSandbox } from '../../../main/sandbox/shopee/start.ts';
import { START, worldOf } from '../../unit/sandbox/worlds.ts';
import { callerOf, type Holder } from './caller.ts';

let now = START + 20 * DAY;
let sandbox: ShopeeSandbox;
let caller: ReturnType<typeof callerOf>;
let holder: Holder;

beforeAll(async () => {
  sandbox = await startShopeeSandbox({ world: worldOf(), clock: { now: () => asInstant(now) } });
  caller = callerOf(sandbox, () => now);
  const { access } = await caller.connect();
  holder = { kind: 'shop', id: sandbox.credentials.shops[0]?.shopId ?? 0, token: access };
});
afterAll(() => sandbox.close());

describe('the gate', () => {
  const info = 'shop/get_shop_info';
  test.each([
    ['another partner', { partner: '1' }, 'invalid_partner_id'],
    ['a partner that is no number', { partner: 'abc' }, 'error_param'],
    ['a clock 301 s behind', { timestamp: String(Math.floor(START / 1000)) }, 'error_param'],
    ['a timestamp with a fraction', { timestamp: '1794672000.5' }, 'error_param'],
    ['a wrong key', { key: 'shpk00' }, 'error_sign'],
    ['a key with a blank', { key: ' ' }, 'error_sign'],
  ])('refuses %s', async (_, wrong, error) => {
    const heard = await caller.call('GET', info, { holder, wrong });
    expect(heard.body['error']).toBe(error);
  });

  test('answers a known shop and says its own time', async () => {
    const heard = await caller.call('GET', info, { holder });
    expect(heard.body).toMatchObject({ error: '', message: '', region: 'SG', is_cb: true });
    expect(Date.parse(heard.headers.get('date') ?? '')).toBe(Math.floor(now / 1000) * 1000);
  });

  test("refuses a token of nobody with 403 and the platform's spelling", async () => {
    const heard = await caller.call('GET', info, { holder: { ...holder, token: 'deadbeef' } });
    expect([heard.status, heard.body['error']]).toEqual([403, 'invalid_acceess_token']);
  });

  test('refuses paths that do not exist and the wrong method', async () => {
    expect((await caller.call('GET', 'order/get_nothing', { holder })).body['error']).toBe('error_param');
    const post = await caller.call('POST', info, { holder, body: {} });
    expect([post.status, post.text]).toEqual([500, 'block by gateway due to invalid cid']);
  });

  test('refuses a merchant call with a shop id', async () => {
    expect((await caller.call('GET', 'merchant/get_merchant_info', { holder })).body['error']).toBe(
      'error_param',
    );
    const merchant: Holder = { kind: 'merchant', id: sandbox.credentials.merchantId, token: holder.token };
    expect((await caller.call('GET', 'merchant/get_merchant_info', { holder: merchant })).body['error']).toBe(
      '',
    );
  });
});

describe('tokens', () => {
  const shopOf = (index: number): number => sandbox.credentials.shops[index]?.shopId ?? 0;
  test('the first pair of a main account is shared, and spent once per shop and merchant', async () => {
    const first = await caller.connect();
    const one = await caller.refresh(first.refresh, { shop_id: shopOf(1) });
    const two = await caller.refresh(first.refresh, { shop_id: shopOf(2) });
    const merchant = await caller.refresh(first.refresh, { merchant_id: sandbox.credentials.merchantId });
    expect([one, two, merchant].map((heard) => heard.body['error'])).toEqual(['', '', '']);
    expect(one.body['refresh_token']).not.toBe(two.body['refresh_token']);
    const before = sandbox.counters().tokensBurnt;
    const again = await caller.refresh(first.refresh, { shop_id: shopOf(1) });
    expect(again.body['error']).not.toBe('');
    expect(sandbox.counters().tokensBurnt).toBe(before + 1);
    const foreign = await caller.refresh(String(one.body['refresh_token']), { shop_id: shopOf(2) });
    expect(foreign.body['error']).not.toBe('');
  });

  test('the old access token is good for five minutes after a refresh, the new one for four hours', async () => {
    const first = await caller.connect(shopOf(3));
    const next = await caller.refresh(first.refresh, { shop_id: shopOf(3) });
    const status = async (token: string): Promise<number> =>
      (await caller.call('GET', 'shop/get_shop_info', { holder: { kind: 'shop', id: shopOf(3), token } }))
        .status;
    const start = now;
    const fresh = String(next.body['access_token']);
    now = start + 4 * MINUTE;
    expect([await status(first.access), await status(fresh)]).toEqual([200, 200]);
    now = start + 6 * MINUTE;
    expect([await status(first.access), await status(fresh)]).toEqual([403, 200]);
    now = start + 4 * HOUR + MINUTE;
    expect(await status(fresh)).toBe(403);
    now = start;
  });

  test('a code is good once and for ten minutes, a grant until its term', async () => {
    const { partnerId, authPage } = sandbox.credentials;
    const shop = shopOf(4);
    const page = `${authPage}?partner_id=${partnerId}&redirect_uri=http://127.0.0.1:1/&account=${shop}&days=7`;
    const code = async (): Promise<string> => {
      const redirect = await fetch(page, { redirect: 'manual' });
      return new URL(redirect.headers.get('location') ?? '').searchParams.get('code') ?? '';
    };
    const exchange = async (value: string): Promise<unknown> =>
      (
        await caller.call('POST', 'auth/token/get', {
          body: { code: value, partner_id: partnerId, shop_id: shop },
        })
      ).body['error'];
    const once = await code();
    expect([await exchange(once), await exchange(once)]).toEqual(['', 'invalid_code']);
    const late = await code();
    const start = now;
    now = start + 11 * MINUTE;
    expect(await exchange(late)).toBe('invalid_code');
    const pair = await caller.connect(shop, 7);
    now = start + 8 * DAY;
    expect((await caller.refresh(pair.refresh, { shop_id: shop })).body['error']).toBe('shop_access_expired');
    now = start;
  });
});
