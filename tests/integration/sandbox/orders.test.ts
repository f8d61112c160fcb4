import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asInstant, DAY } from '../../../shared/time.ts';
import { startShopeeSandbox, type ShopeeSandbox } from '../../../main/sandbox/shopee/start.ts';
import { ordersOf, START, worldOf } from '../../unit/sandbox/worlds.ts';
import { callerOf, type Heard, type Holder } from './caller.ts';

const now = START + 20 * DAY;
const world = worldOf();
let sandbox: ShopeeSandbox;
let call: ReturnType<typeof callerOf>['call'];
let holder: Holder;

beforeAll(async () => {
  sandbox = await startShopeeSandbox({ world, clock: { now: () => asInstant(now) } });
  const caller = callerOf(sandbox, () => now);
  ({ call } = caller);
  holder = {
    kind: 'shop',
    id: sandbox.credentials.shops[1]?.shopId ?? 0,
    token: (await caller.connect()).access,
  };
});
afterAll(() => sandbox.close());

interface Page {
  more: boolean;
  next_cursor: string;
  order_list: { order_sn: string; order_status?: string }[];
}
const list = (query: Record<string, string | number>): Promise<Heard> =>
  call('GET', 'order/get_order_list', {
    holder,
    query: {
      time_range_field: 'create_time',
      time_from: now / 1000 - 14 * 86_400,
      time_to: now / 1000,
      page_size: 50,
      ...query,
    },
  });

describe('get_order_list', () => {
  test('gives every order of the window once, page by page', async () => {
    const found: string[] = [];
    for (let cursor = ''; ;) {
      const { response } = (await list({ cursor })).body as { response: Page };
      found.push(...response.order_list.map((order) => order.order_sn));
      if (!response.more) break;
      cursor = response.next_cursor;
    }
    const wanted = [...ordersOf(world)]
      .filter(
        (order) => order.shop.index === 1 && order.createdAt >= now - 14 * DAY && order.createdAt <= now,
      )
      .map((order) => order.sn);
    expect(found.toSorted()).toEqual(wanted.toSorted());
    expect(found.length).toBeGreaterThan(100);
  });

  test('refuses more than fifteen days, and shows a status only when asked', async () => {
    const wide = await list({ time_from: now / 1000 - 16 * 86_400 });
    expect(wide.body['error']).toBe('order.order_list_invalid_time');
    const plain = (await list({})).body as { response: Page };
    expect(plain.response.order_list[0]).not.toHaveProperty('order_status');
    const asked = (await list({ order_status: 'SHIPPED', response_optional_fields: 'order_status' }))
      .body as { response: Page };
    expect(new Set(asked.response.order_list.map((order) => order.order_status))).toEqual(
      new Set(['SHIPPED']),
    );
  });

  test('refuses a page of 101 and a cursor that it did not make', async () => {
    expect((await list({ page_size: 101 })).body['error']).toBe('error_param');
    expect((await list({ cursor: 'nonsense' })).body['error']).toBe('error_param');
  });
});

describe('details and tracking', () => {
  const detail = (names: string[], fields = ''): Promise<Heard> =>
    call('GET', 'order/get_order_detail', {
      holder,
      query: {
        order_sn_list: names.join(','),
        ...(fields === '' ? {} : { response_optional_fields: fields }),
      },
    });

  test('fields come when asked for, and foreign orders are not found', async () => {
    const mine = world.order(1, 0);
    const other = world.order(2, 0);
    const { response } = (await detail([mine.sn], 'total_amount,item_list')).body as {
      response: { order_list: Record<string, unknown>[] };
    };
    expect(response.order_list[0]).toHaveProperty('total_amount', mine.total / 100);
    expect(response.order_list[0]).not.toHaveProperty('buyer_username');
    expect((await detail([other.sn])).body['error']).toBe('error_not_found');
    expect((await detail(Array.from({ length: 51 }, () => mine.sn))).body['error']).toBe('error_param');
  });

  test('64-bit numbers leave as bare JSON numbers', async () => {
    const heard = await detail(
      [world.order(1, 0).sn, world.order(1, 1).sn, world.order(1, 2).sn],
      'item_list',
    );
    expect(heard.text).toMatch(/"promotion_id":10\d{17}[,}]/);
  });

  test('the tracking of an order that was not arranged is refused, of an arranged one shows what has happened', async () => {
    const orders = [...ordersOf(world)].filter(
      (order) => order.shop.index === 1 && order.packages.length === 1,
    );
    const early = orders.find((order) => (order.packages[0]?.arrangedAt ?? 0) > now && order.createdAt < now);
    const late = orders.find(
      (order) => order.packages[0]?.end === 'delivered' && order.packages[0].endAt < now,
    );
    const track = (sn: string): Promise<Heard> =>
      call('GET', 'logistics/get_tracking_info', { holder, query: { order_sn: sn } });
    expect((await track(early?.sn ?? '')).body['error']).toBe('logistics.error_status_limit');
    expect((await track('2601012345ABCD')).body['error']).toBe('logistics.invalid_error');
    const { response } = (await track(late?.sn ?? '')).body as {
      response: { logistics_status: string; tracking_info: unknown[] };
    };
    expect(response.logistics_status).toBe('LOGISTICS_DELIVERY_DONE');
    // The truth stays apart: neither nodes nor causes are in an answer.
    expect((await track(late?.sn ?? '')).text).not.toMatch(/LINEHAUL|IMPORT_|LAST_MILE|cause|variant/);
    expect(response.tracking_info).toHaveLength(late?.packages[0]?.scans.length ?? 0);
  });
});
