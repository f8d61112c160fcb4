import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asInstant, DAY } from '../../../shared/time.ts';
import { ENDPOINTS } from '../../../main/sandbox/shopee/routes.ts';
import { startShopeeSandbox, type ShopeeSandbox } from '../../../main/sandbox/shopee/start.ts';
import { packageStatusOf } from '../../../main/sandbox/simulate/state.ts';
import { ordersOf, START, worldOf } from '../../unit/sandbox/worlds.ts';
import { callerOf, type Heard, type Holder } from './caller.ts';

/** The published samples lie beside the checkout; in a bare clone there is nothing to compare with, and this says so. */
const folder = join(import.meta.dirname, '../../../../shared/reference/shopee-fixtures/endpoints');
const here = existsSync(folder);

interface Fixture {
  readonly path: string;
  readonly http_method: 'GET' | 'POST';
  readonly auth_type: string;
  readonly response_samples: readonly unknown[];
}

const now = START + 26 * DAY;
const world = worldOf();
const SHOP = 1;
const orders = [...ordersOf(world)].filter((order) => order.shop.index === SHOP && order.createdAt < now);
const waiting = orders.find((order) =>
  order.packages.some((one) => packageStatusOf(one, now) === 'LOGISTICS_READY'),
);
const other = orders.findLast((order) =>
  order.packages.some((one) => packageStatusOf(one, now) === 'LOGISTICS_READY'),
);
const bound = orders.find((order) => (order.packages[0]?.firstMile?.boundAt ?? now) < now);
const delivered = orders.find(
  (order) => order.packages[0]?.end === 'delivered' && order.packages[0].endAt < now,
);
const printable = orders.find(
  (order) =>
    order.packages.length === 1 &&
    packageStatusOf(order.packages[0] as never, now) === 'LOGISTICS_REQUEST_CREATED' &&
    (order.packages[0]?.numberedAt ?? now) < now,
);
const sent = orders.find((order) => (order.packages[0]?.reversed?.at ?? now) < now);
const claim =
  orders.find((order) => order.returned && order.returned.at < now && !order.returned.refundOnly) ??
  orders.find((order) => order.returned && order.returned.at < now);
const review = orders.flatMap((order) =>
  order.reviews.filter((one) => one.at < now).map((one) => ({ one, order })),
)[0];
const seconds = (at: number): number => Math.floor(at / 1000);
const range = { time_from: seconds(now - 14 * DAY), time_to: seconds(now), page_size: 20 };
const parcel = (order: typeof delivered): { order_sn: string; package_number: string } => ({
  order_sn: order?.sn ?? '',
  package_number: order?.packages[0]?.number ?? '',
});

/** Parameters that give each call something to show. */
const PARAMETERS: Readonly<Record<string, { query?: Record<string, string | number>; body?: unknown }>> = {
  'order.get_order_list': { query: { ...range, time_range_field: 'create_time' } },
  'order.get_order_detail': {
    query: {
      order_sn_list: delivered?.sn ?? '',
      response_optional_fields:
        'buyer_user_id,buyer_username,estimated_shipping_fee,recipient_address,actual_shipping_fee,goods_to_declare,note,note_update_time,item_list,pay_time,dropshipper,dropshipper_phone,split_up,buyer_cancel_reason,cancel_by,cancel_reason,actual_shipping_fee_confirmed,buyer_cpf_id,fulfillment_flag,pickup_done_time,package_list,shipping_carrier,payment_method,total_amount,invoice_data',
    },
  },
  'order.get_shipment_list': { query: { page_size: 20 } },
  'order.search_package_list': { body: { pagination: { page_size: 10 } } },
  'order.get_package_detail': { query: { package_number_list: parcel(waiting).package_number } },
  'order.set_note': { body: { order_sn: delivered?.sn, note: 'fragile' } },
  'order.cancel_order': { body: { order_sn: other?.sn, cancel_reason: 'CUSTOMER_REQUEST' } },
  'logistics.get_tracking_info': {
    query: { order_sn: sent?.sn ?? '', package_number: parcel(sent).package_number },
  },
  'logistics.get_tracking_number': { query: parcel(delivered) },
  'logistics.get_mass_tracking_number': { body: { package_list: [parcel(delivered)] } },
  'logistics.get_shipping_parameter': { query: parcel(waiting) },
  'logistics.get_shipping_document_parameter': { body: { order_list: [parcel(printable)] } },
  'logistics.create_shipping_document': { body: { order_list: [{ order_sn: printable?.sn }] } },
  'logistics.get_shipping_document_result': { body: { order_list: [{ order_sn: printable?.sn }] } },
  'logistics.mass_ship_order': { body: { package_list: [{ package_number: 'OFG1' }], dropoff: {} } },
  'first_mile.get_detail': {
    query: { first_mile_tracking_number: bound?.packages[0]?.firstMile?.number ?? '' },
  },
  'first_mile.get_tracking_number_list': {
    query: { from_date: '2026-10-26', to_date: '2026-11-25', page_size: 20 },
  },
  'first_mile.get_unbind_order_list': {
    query: { page_size: 20, response_optional_fields: 'package_number,logistics_status' },
  },
  'first_mile.generate_first_mile_tracking_number': { body: { declare_date: '2026-11-22' } },
  'first_mile.unbind_first_mile_tracking_number_all': { body: { order_list: [{ order_sn: waiting?.sn }] } },
  'returns.get_return_list': { query: { page_no: 1, page_size: 20 } },
  'returns.get_return_detail': { query: { return_sn: claim?.returned?.sn ?? '' } },
  'returns.get_reverse_tracking_info': { query: { return_sn: claim?.returned?.sn ?? '' } },
  'returns.get_available_solutions': { query: { return_sn: claim?.returned?.sn ?? '' } },
  'product.get_item_list': { query: { offset: 0, page_size: 5, item_status: 'NORMAL' } },
  'product.get_item_base_info': { query: { item_id_list: world.articles(SHOP)[0]?.itemId ?? 0 } },
  'product.get_comment': {
    query: { item_id: review?.order.lines[review.one.line]?.itemId ?? 0, page_size: 5, cursor: '' },
  },
  'product.reply_comment': { body: { comment_list: [{ comment_id: review?.one.id, comment: 'Thank you' }] } },
  'account_health.get_late_orders': { query: { page_no: 1 } },
  'account_health.get_metric_source_detail': { query: { metric_id: 1 } },
  'account_health.get_punishment_history': { query: { punishment_status: 1 } },
  'merchant.get_shop_list_by_merchant': { query: { page_no: 1, page_size: 100 } },
  'push.confirm_consumed_lost_push_message': { body: { last_message_id: 0 } },
};

/** Calls that need a story of their own and have their tests elsewhere, and those whose sample is a file. */
const ELSEWHERE = new Set([
  'public.get_access_token',
  'public.refresh_access_token',
  'order.handle_buyer_cancellation',
  'order.split_order',
  'order.unsplit_order',
  'logistics.ship_order',
  'logistics.update_shipping_order',
  'logistics.download_shipping_document',
  'logistics.get_mass_shipping_parameter',
  'first_mile.bind_first_mile_tracking_number',
  'first_mile.get_waybill',
  'first_mile.unbind_first_mile_tracking_number',
  'returns.confirm',
  'returns.dispute',
  'push.set_app_push_config',
]);

/** Keys of the samples that the sandbox leaves out, each for a reason. */
const LEFT_OUT: readonly RegExp[] = [
  // The entry of a failed mass call; and a reply that this review has not got.
  /success_list\[\]|\.fail_list\[\]\.(order_sn|package_number|fail_)/,
  /cmt_reply/,
  // Only orders in the state: pin code of a Taiwanese shop, a code on a failed attempt.
  /collection_pin_code|return_code/,
  // Taiwan alone; an empty list of slots.
  /time_slot_list/,
  /fail_message|fail_error/,
  // Cross-border shops hand in at a drop-off point; the sample is of a shop with pick-up.
  /info_needed\.pickup/,
  // Prices of SIP shops and of markets with taxes on top.
  /price_info\[\]\.(sip|inflated)/,
];

/** Key paths of a value; lists go by their first entry. */
function keysOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.length > 0 ? keysOf(value[0], `${path}[]`) : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    `${path}.${key}`,
    ...keysOf(inner, `${path}.${key}`),
  ]);
}

/** Paths of the sample that are missing in the answer, where the answer has a value to look into. */
function missingIn(sample: unknown, answer: unknown): string[] {
  const have = new Set(keysOf(answer));
  const open = (path: string): boolean => {
    const parent = path.slice(0, path.lastIndexOf('.'));
    const list = parent.endsWith('[]');
    return parent === '' || [...have].some((key) => key.startsWith(list ? `${parent}.` : `${parent}.`));
  };
  return keysOf(sample)
    .filter((path) => !have.has(path) && open(path))
    .filter((path) => !['.error', '.message', '.warning'].includes(path))
    .filter((path) => !LEFT_OUT.some((pattern) => pattern.test(path)));
}

describe.runIf(here)('answers have the keys of the published samples', () => {
  let sandbox: ShopeeSandbox;
  let ask: (fixture: Fixture, name: string) => Promise<Heard>;
  beforeAll(async () => {
    sandbox = await startShopeeSandbox({ world, clock: { now: () => asInstant(now) } });
    const caller = callerOf(sandbox, () => now);
    const { access } = await caller.connect();
    const { shops, merchantId } = sandbox.credentials;
    ask = (fixture, name) => {
      const holder: Holder | null =
        fixture.auth_type === 'Public'
          ? null
          : fixture.auth_type === 'Merchant'
            ? { kind: 'merchant', id: merchantId, token: access }
            : { kind: 'shop', id: shops[SHOP]?.shopId ?? 0, token: access };
      return caller.call(fixture.http_method, fixture.path.replace('/api/v2/', ''), {
        ...(holder ? { holder } : {}),
        ...PARAMETERS[name],
        ...(fixture.http_method === 'POST' && !PARAMETERS[name]?.body ? { body: {} } : {}),
      });
    };
  });
  afterAll(() => sandbox.close());

  const names = here
    ? (JSON.parse(readFileSync(join(folder, '_index.json'), 'utf8')) as
        | { api?: string }[]
        | { endpoints: { api: string }[] })
    : [];
  const all = (Array.isArray(names) ? names : names.endpoints).map((entry) =>
    String(entry.api).replace('v2.', ''),
  );
  const fixtures = all
    .map((name) => [name, JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Fixture] as const)
    .filter(([name, fixture]) => ENDPOINTS.has(fixture.path) && !ELSEWHERE.has(name));

  test('for forty calls at least', () => {
    expect(fixtures.length).toBeGreaterThanOrEqual(40);
  });

  test.each(fixtures)('%s', async (name, fixture) => {
    const { body, text } = await ask(fixture, name);
    expect(body['error'] ?? '', text.slice(0, 300)).toBe('');
    const [sample] = fixture.response_samples;
    expect(missingIn(sample, body)).toEqual([]);
  });
});

test.runIf(!here)('the published samples are not beside this checkout: nothing to compare', () => {
  expect(here).toBe(false);
});
