import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asInstant, DAY, HOUR } from '../../../shared/time.ts';
import { startShopeeSandbox, type ShopeeSandbox } from '../../../main/sandbox/shopee/start.ts';
import { packageStatusOf, statusOf } from '../../../main/sandbox/simulate/state.ts';
import type { OrderPlan } from '../../../main/sandbox/simulate/types.ts';
import type { World } from '../../../main/sandbox/simulate/world.ts';
import { START, worldOf } from '../../unit/sandbox/worlds.ts';
import { callerOf, type Heard, type Holder } from './caller.ts';

const SHOP = 1;
let now = 0;
let world: World;
let everything: OrderPlan[];
let orders: OrderPlan[];
let sandbox: ShopeeSandbox;
let holder: Holder;
let call: ReturnType<typeof callerOf>['call'];

beforeEach(async () => {
  now = START + 20 * DAY;
  // Acts change the world, so each test has its own.
  world = worldOf();
  everything = Array.from({ length: world.count(SHOP) }, (_, index) => world.order(SHOP, index));
  orders = everything.filter((order) => order.createdAt < now);
  sandbox = await startShopeeSandbox({ world, clock: { now: () => asInstant(now) } });
  const caller = callerOf(sandbox, () => now);
  ({ call } = caller);
  holder = {
    kind: 'shop',
    id: sandbox.credentials.shops[SHOP]?.shopId ?? 0,
    token: (await caller.connect()).access,
  };
});
afterEach(() => sandbox.close());

/** To another time, with a token of that time. */
const travel = async (at: number): Promise<void> => {
  now = at;
  const caller = callerOf(sandbox, () => now);
  ({ call } = caller);
  holder = { ...holder, token: (await caller.connect()).access };
};
const post = (name: string, body: unknown): Promise<Heard> => call('POST', name, { holder, body });
const get = (name: string, query: Record<string, string | number>): Promise<Heard> =>
  call('GET', name, { holder, query });
const detailOf = async (sn: string): Promise<Record<string, unknown>> => {
  const fields = 'note,cancel_by,cancel_reason,package_list,item_list';
  const { body } = await get('order/get_order_detail', {
    order_sn_list: sn,
    response_optional_fields: fields,
  });
  return (body['response'] as { order_list: Record<string, unknown>[] }).order_list[0] ?? {};
};
const withStatus = (status: string): OrderPlan => {
  const order = orders.find((one) => statusOf(one, now) === status && one.packages.length <= 1);
  if (!order) throw new Error(`no order is ${status}`);
  return order;
};

describe('orders', () => {
  test('arranging a shipment makes it PROCESSED now, and its number comes later', async () => {
    const order = withStatus('READY_TO_SHIP');
    expect((await post('logistics/ship_order', { order_sn: order.sn })).body['error']).toBe('error_param');
    const shipped = await post('logistics/ship_order', { order_sn: order.sn, dropoff: {} });
    expect(shipped.body).toMatchObject({ error: '', message: '' });
    expect(shipped.body).not.toHaveProperty('response');
    expect(await detailOf(order.sn)).toMatchObject({ order_status: 'PROCESSED', update_time: now / 1000 });
    const number = async (): Promise<unknown> =>
      (
        (await get('logistics/get_tracking_number', { order_sn: order.sn })).body['response'] as Record<
          string,
          unknown
        >
      )['tracking_number'];
    expect(await number()).toBe('');
    await travel(now + 3 * DAY);
    expect(await number()).toMatch(/^MY\d+[A-Z]$/);
  });

  test('a seller cancels what is not sent, and not what is', async () => {
    const order = withStatus('READY_TO_SHIP');
    const cancel = (sn: string): Promise<Heard> =>
      post('order/cancel_order', { order_sn: sn, cancel_reason: 'CUSTOMER_REQUEST' });
    expect((await cancel(order.sn)).body['error']).toBe('');
    expect(await detailOf(order.sn)).toMatchObject({
      order_status: 'CANCELLED',
      cancel_by: 'seller',
      cancel_reason: 'CUSTOMER_REQUEST',
    });
    expect((await cancel(withStatus('SHIPPED').sn)).body['error']).toBe('order.error_limit');
    const list = await get('order/get_order_list', {
      time_range_field: 'update_time',
      time_from: now / 1000 - 10,
      time_to: now / 1000,
      page_size: 100,
    });
    const names = (list.body['response'] as { order_list: { order_sn: string }[] }).order_list.map(
      (one) => one.order_sn,
    );
    expect(names).toContain(order.sn);
  });

  test('a buyer who asks to cancel is refused or let go', async () => {
    const order = everything.find((one) => one.statuses.some((change) => change.status === 'IN_CANCEL'));
    await travel((order?.statuses.find((change) => change.status === 'IN_CANCEL')?.at ?? 0) + HOUR / 60);
    const sn = order?.sn ?? '';
    expect(
      (await post('order/handle_buyer_cancellation', { order_sn: sn, operation: 'REJECT' })).body['error'],
    ).toBe('');
    expect(await detailOf(sn)).toMatchObject({ order_status: 'READY_TO_SHIP' });
    expect(
      (await post('order/handle_buyer_cancellation', { order_sn: sn, operation: 'ACCEPT' })).body['error'],
    ).toMatch(/^order\./);
  });

  test('a note is kept; a split is refused; a split order is asked for by package', async () => {
    const order = withStatus('READY_TO_SHIP');
    await post('order/set_note', { order_sn: order.sn, note: 'gift wrap' });
    expect(await detailOf(order.sn)).toMatchObject({ note: 'gift wrap' });
    expect((await post('order/split_order', { order_sn: order.sn, package_list: [] })).body['error']).toBe(
      'order.order_cannot_split',
    );
    const split = orders.find(
      (one) => one.packages.length > 1 && statusOf(one, now) !== 'READY_TO_SHIP' && one.cancel === null,
    );
    const trail = (query: Record<string, string>): Promise<Heard> =>
      get('logistics/get_tracking_info', query);
    expect((await trail({ order_sn: split?.sn ?? '' })).body['error']).toBe(
      'logistics.package_number_not_exist',
    );
    const part = { order_sn: split?.sn ?? '', package_number: split?.packages[1]?.number ?? '' };
    expect((await trail(part)).body['error']).toBe('');
  });
});

describe('labels', () => {
  const printable = (): OrderPlan[] =>
    orders.filter(
      (one) =>
        one.packages.length === 1 &&
        packageStatusOf(one.packages[0] as never, now) === 'LOGISTICS_REQUEST_CREATED' &&
        (one.packages[0]?.numberedAt ?? Infinity) < now,
    );

  test('are made first and then loaded: one as PDF, several thermal ones as a ZIP with a PDF in it', async () => {
    const list = printable()
      .slice(0, 3)
      .map((order) => ({ order_sn: order.sn }));
    expect(list.length).toBeGreaterThan(1);
    const load = (order_list: unknown[]): Promise<Heard> =>
      post('logistics/download_shipping_document', {
        shipping_document_type: 'THERMAL_AIR_WAYBILL',
        order_list,
      });
    expect((await load(list)).body['error']).toBe('logistics.shipping_document_should_print_first');
    await post('logistics/create_shipping_document', { order_list: list });
    const one = await load(list.slice(0, 1));
    expect([one.headers.get('content-type'), one.text.slice(0, 8)]).toEqual(['application/pdf', '%PDF-1.4']);
    const answer = await load(list);
    expect([answer.headers.get('content-type'), answer.text.slice(0, 2)]).toEqual(['application/zip', 'PK']);
    expect(answer.text).toContain('%PDF-1.4');
  });

  test('of parcels that have left cannot be made: all failed is an error, some failed a warning', async () => {
    const gone = { order_sn: withStatus('SHIPPED').sn };
    const create = (order_list: unknown[]): Promise<Heard> =>
      post('logistics/create_shipping_document', { order_list });
    expect((await create([gone])).body['error']).toBe('common.batch_api_all_failed');
    const [good] = printable().map((order) => ({ order_sn: order.sn }));
    expect((await create([good, gone])).body).toMatchObject({ error: '', warning: [gone] });
  });
});

describe('first mile', () => {
  test('a parcel is bound to an own number, and to one only', async () => {
    const order = everything.find((one) => one.packages.length === 1 && one.packages[0]?.firstMile);
    await travel((order?.packages[0]?.numberedAt ?? 0) + 1000);
    const { response } = (
      await post('first_mile/generate_first_mile_tracking_number', {
        declare_date: '2026-12-24',
        quantity: 2,
      })
    ).body as { response: { first_mile_tracking_number_list: string[] } };
    const [first = '', second = ''] = response.first_mile_tracking_number_list;
    const bind = (number: string): Promise<Heard> =>
      post('first_mile/bind_first_mile_tracking_number', {
        first_mile_tracking_number: number,
        shipment_method: 'pickup',
        region: 'CN',
        logistics_channel_id: 813,
        order_list: [{ order_sn: order?.sn }],
      });
    expect((await bind(first)).body['error']).toBe('');
    expect((await bind(second)).body['error']).toBe('firstmile.batch_api_all_failed');
    const detail = (await get('first_mile/get_detail', { first_mile_tracking_number: first })).body[
      'response'
    ];
    expect(detail).toMatchObject({
      status: 'ORDER_RECEIVED',
      order_list: [{ order_sn: order?.sn, arrived_transit_warehouse: false }],
    });
    await post('first_mile/unbind_first_mile_tracking_number', {
      first_mile_tracking_number: first,
      order_list: [{ order_sn: order?.sn }],
    });
    expect((await bind(second)).body['error']).toBe('');
  });

  test('a collection of the world shows which parcels the warehouse has scanned', async () => {
    const order = orders.find((one) => (one.packages[0]?.arrivedAt ?? Infinity) < now);
    const number = order?.packages[0]?.firstMile?.number ?? '';
    const { response } = (await get('first_mile/get_detail', { first_mile_tracking_number: number }))
      .body as { response: { status: string; order_list: Record<string, unknown>[] } };
    const mine = response.order_list.find((one) => one['order_sn'] === order?.sn);
    expect(mine).toMatchObject({ arrived_transit_warehouse: true, pick_up_done: true });
    expect(response.status).toBe('DELIVERED');
  });
});

describe('after the sale', () => {
  test('a return is disputed once, while it waits for the seller', async () => {
    const order = everything.find((one) => one.returned);
    const claim = order?.returned;
    await travel((claim?.at ?? 0) + HOUR / 60);
    const dispute = (): Promise<Heard> =>
      post('returns/dispute', { return_sn: claim?.sn, email: 'a@example.com', dispute_reason_id: 1 });
    expect((await dispute()).body['error']).toBe('');
    const detail = (await get('returns/get_return_detail', { return_sn: claim?.sn ?? '' })).body['response'];
    expect(detail).toMatchObject({
      status: 'SELLER_DISPUTE',
      seller_proof: { seller_proof_status: 'PENDING' },
    });
    expect((await dispute()).body['error']).toBe('returnsn.illegal');
  });

  test('a review is answered once', async () => {
    const order = orders.find((one) => one.reviews.some((review) => review.at < now));
    const id = order?.reviews[0]?.id;
    const reply = async (text: string): Promise<unknown> => {
      const { body } = await post('product/reply_comment', {
        comment_list: [{ comment_id: id, comment: text }],
      });
      return (body['response'] as { result_list: unknown[] }).result_list[0];
    };
    expect(await reply('x'.repeat(501))).toMatchObject({ fail_error: 'product.comment_length_invalid' });
    expect(await reply('Thank you')).toEqual({ comment_id: id });
    expect(await reply('Again')).toMatchObject({ fail_error: 'product.duplicate_request' });
  });
});

describe('chat', () => {
  interface Talks {
    readonly conversations: { conversation_id: string; to_id: number; unread_count: number }[];
  }
  const talks = async (query: Record<string, string | number>): Promise<Talks['conversations']> =>
    (
      (await get('sellerchat/get_conversation_list', { type: 'all', page_size: 25, ...query })).body[
        'response'
      ] as Talks
    ).conversations;

  test('older begins with the newest, latest with the oldest, and more than 25 a page gives none', async () => {
    const older = await talks({ direction: 'older' });
    expect(older.length).toBeGreaterThan(1);
    expect(await talks({ direction: 'older', page_size: 60 })).toEqual([]);
    const latest = await talks({ direction: 'latest' });
    if (older.length < 25)
      expect(latest.map((one) => one.conversation_id)).toEqual(
        older.map((one) => one.conversation_id).toReversed(),
      );
  });

  test('an answer is the newest message and clears the unread count', async () => {
    const [open] = await talks({ direction: 'older', type: 'unread' });
    const sent = await post('sellerchat/send_message', {
      to_id: open?.to_id,
      message_type: 'text',
      content: { text: 'On its way' },
    });
    expect(sent.body).toMatchObject({ error: '', response: { conversation_id: open?.conversation_id } });
    const { response } = (
      await get('sellerchat/get_message', { conversation_id: open?.conversation_id ?? '' })
    ).body as { response: { messages: unknown[] } };
    expect(response.messages[0]).toMatchObject({ content: { text: 'On its way' }, from_id: holder.id });
    expect(
      (await talks({ direction: 'older', type: 'unread' })).map((one) => one.conversation_id),
    ).not.toContain(open?.conversation_id);
    expect((await get('sellerchat/get_conversation_list', { direction: 'older', type: 'all' })).text).toMatch(
      /"last_message_timestamp":\d{19}[,}]/,
    );
  });
});
