import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { asInstant, DAY, HOUR, MINUTE } from '../../../shared/time.ts';
import { startShopeeSandbox, type ShopeeSandbox } from '../../../main/sandbox/shopee/start.ts';
import { ordersOf, START, worldOf } from '../../unit/sandbox/worlds.ts';
import { callerOf } from './caller.ts';

interface Got {
  readonly authorization: string;
  readonly raw: string;
  readonly body: { readonly code: number; readonly shop_id?: number; readonly data: Record<string, unknown> };
}
const got: Got[] = [];
let status = 204;
let listener: Server;
let callbackUrl = '';
let now = START + 10 * DAY;
const world = worldOf();
let sandbox: ShopeeSandbox;

beforeAll(async () => {
  listener = createServer((request, response) => {
    let raw = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => (raw += part));
    request.on('end', () => {
      got.push({
        authorization: request.headers.authorization ?? '',
        raw,
        body: JSON.parse(raw) as Got['body'],
      });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  callbackUrl = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/hook`;
});
beforeEach(async () => {
  got.length = 0;
  status = 204;
  now = START + 10 * DAY;
  sandbox = await startShopeeSandbox({
    world,
    clock: { now: () => asInstant(now) },
    callbackUrl,
    retryScale: 0.01,
  });
  return () => sandbox.close();
});
afterAll(() => new Promise((resolve) => listener.close(resolve)));

test('every change of an order is pushed, signed by URL and raw body, some twice and some out of order', async () => {
  const from = now;
  now += DAY;
  await sandbox.pusher.pump();
  for (const { authorization, raw } of got) {
    const sign = createHmac('sha256', sandbox.credentials.partnerKey)
      .update(`${callbackUrl}|${raw}`)
      .digest('hex');
    expect(authorization).toBe(sign);
  }
  const wanted = [...ordersOf(world)].flatMap((order) =>
    order.statuses
      .filter((change) => change.at > from && change.at <= now)
      .map((change) => `${order.sn} ${change.status}`),
  );
  const heard = got
    .filter(({ body }) => body.code === 3)
    .map(({ body }) => `${String(body.data['ordersn'])} ${String(body.data['status'])}`);
  expect(new Set(heard)).toEqual(new Set(wanted));
  expect(heard.length).toBeGreaterThan(new Set(heard).size);
  const times = got.map(({ body }) => Number((body as { timestamp?: number }).timestamp));
  expect(times).not.toEqual(times.toSorted((a, b) => a - b));
  expect(new Set(got.map(({ body }) => body.code))).toEqual(expect.objectContaining(new Set([3, 4, 30])));
});

test('what nobody takes is tried again three times, then kept as lost until it is confirmed', async () => {
  status = 500;
  now += 7 * HOUR;
  await sandbox.pusher.pump();
  const first = got.length;
  expect(first).toBeGreaterThan(0);
  // The last wait of three hours is 108 seconds at a hundredth.
  for (let step = 0; step < 3; step += 1) {
    now += 2 * MINUTE;
    await sandbox.pusher.pump();
  }
  const { call } = callerOf(sandbox, () => now);
  const lost = (await call('GET', 'push/get_lost_push_message')).body['response'] as {
    push_message_list: { code: number; data: string }[];
    last_message_id: number;
    has_next_page: boolean;
  };
  expect(lost.push_message_list.length).toBeGreaterThan(0);
  expect(JSON.parse(lost.push_message_list[0]?.data ?? '')).toHaveProperty(
    'code',
    lost.push_message_list[0]?.code,
  );
  await call('POST', 'push/confirm_consumed_lost_push_message', {
    body: { last_message_id: lost.last_message_id },
  });
  const after = (await call('GET', 'push/get_lost_push_message')).body['response'] as typeof lost;
  expect(after.push_message_list.length).toBeLessThan(100);
  expect(after.push_message_list.map((one) => one.data)).not.toContain(lost.push_message_list[0]?.data);
});

test('a code that is switched off is not pushed', async () => {
  const { call } = callerOf(sandbox, () => now);
  await call('POST', 'push/set_app_push_config', { body: { set_push_config_off: [30] } });
  now += 6 * HOUR;
  await sandbox.pusher.pump();
  expect(got.length).toBeGreaterThan(0);
  expect(got.filter(({ body }) => body.code === 30)).toEqual([]);
});
