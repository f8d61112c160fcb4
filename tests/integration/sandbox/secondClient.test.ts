import { ShopeeSDK } from '@congminh1254/shopee-sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asInstant, DAY } from '../../../shared/time.ts';
import { ordersOf } from '../../unit/sandbox/worlds.ts';
import { createWorld } from '../../../main/sandbox/simulate/world.ts';
import { startShopeeSandbox, type ShopeeSandbox } from '../../../main/sandbox/shopee/start.ts';

/**
 * A client that others wrote and that has never heard of the sandbox: where it gets answers, the sandbox checks the
 * platform's signature and not our idea of it. It takes the time from the system, so the world's present is today.
 */
const start = Date.now() - 20 * DAY;
const world = createWorld({ seed: 7, orders: 900, days: 30, start });

const sent = [...ordersOf(world)].find(
  (order) =>
    order.shop.index === 1 &&
    order.packages.length === 1 &&
    order.packages[0]?.end === 'delivered' &&
    order.packages[0].endAt < Date.now(),
);

describe('an independent client from the registry', () => {
  let sandbox: ShopeeSandbox;
  let sdk: ShopeeSDK;
  let shopId = 0;
  const clientOf = (key: string): ShopeeSDK =>
    new ShopeeSDK({
      partner_id: sandbox.credentials.partnerId,
      partner_key: key,
      shop_id: shopId,
      base_url: `${sandbox.url}/api/v2`,
      base_auth_url: sandbox.credentials.authPage,
    });
  beforeAll(async () => {
    sandbox = await startShopeeSandbox({ world, clock: { now: () => asInstant(Date.now()) } });
    shopId = sandbox.credentials.shops[1]?.shopId ?? 0;
    sdk = clientOf(sandbox.credentials.partnerKey);
    const link = `${sdk.getAuthorizationUrl('http://127.0.0.1:1/back')}&account=${shopId}`;
    const redirect = await fetch(link, { redirect: 'manual' });
    const back = new URL(redirect.headers.get('location') ?? '');
    await sdk.authenticateWithCode(back.searchParams.get('code') ?? '', shopId);
  });
  afterAll(() => sandbox.close());

  test('reads the shop, its orders, their details and a trail', async () => {
    const info = await sdk.shop.getShopInfo();
    expect(info).toMatchObject({ error: '', region: 'MY' });
    const to = Math.floor(Date.now() / 1000);
    const list = await sdk.order.getOrderList({
      time_range_field: 'create_time',
      time_from: to - 14 * 86_400,
      time_to: to,
      page_size: 50,
    });
    const names = list.response?.order_list?.map((order) => order.order_sn ?? '') ?? [];
    expect(names.length).toBeGreaterThan(20);
    // The platform wants one comma-joined value; the client's lists would be repeated parameters.
    const joined = names.slice(-5).join(',');
    const detail = await sdk.order.getOrderDetail({
      order_sn_list: [joined],
      response_optional_fields: 'item_list',
    });
    expect(detail.response?.order_list).toHaveLength(5);
    const trail = await sdk.logistics.getTrackingInfo({ order_sn: sent?.sn ?? '' });
    expect(trail.response?.tracking_info?.length).toBeGreaterThan(3);
  });

  test('refreshes its token and goes on', async () => {
    const before = sandbox.counters().refreshes;
    await sdk.refreshToken();
    expect(sandbox.counters().refreshes).toBe(before + 1);
    expect(await sdk.shop.getShopInfo()).toMatchObject({ error: '' });
  });

  test('with another key it is told that the sign is wrong', async () => {
    await expect(
      clientOf('shpk0123456789').public.getShopsByPartner({ page_no: 1, page_size: 10 }),
    ).rejects.toThrow(/sign/i);
  });
});
