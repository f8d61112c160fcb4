import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asInstant, DAY, HOUR } from '../../../shared/time.ts';
import { createFaults } from '../../../main/sandbox/shopee/faults/injector.ts';
import { FAULTS, type FaultKind, type FaultRule } from '../../../main/sandbox/shopee/faults/kinds.ts';
import { allFaults } from '../../../main/sandbox/shopee/faults/presets.ts';
import { startShopeeSandbox, type ShopeeSandbox } from '../../../main/sandbox/shopee/start.ts';
import { START, worldOf } from '../../unit/sandbox/worlds.ts';
import { callerOf, type Heard, type Holder } from './caller.ts';

const now = START + 20 * DAY;
const world = worldOf();
const mine = world.order(1, 0);
let clockNow = now;
let sandbox: ShopeeSandbox;
let caller: ReturnType<typeof callerOf>;
let holder: Holder;

beforeEach(async () => {
  clockNow = now;
  sandbox = await startShopeeSandbox({ world, clock: { now: () => asInstant(clockNow) } });
  caller = callerOf(sandbox, () => now);
  const { access } = await caller.connect();
  holder = { kind: 'shop', id: sandbox.credentials.shops[1]?.shopId ?? 0, token: access };
});
afterEach(() => sandbox.close());

const switchOn = (fault: FaultKind, more: Partial<FaultRule> = {}): void =>
  sandbox.faults.set([{ fault, ...more }]);
const info = (): Promise<Heard> => caller.call('GET', 'shop/get_shop_info', { holder });
const list = (cursor = ''): Promise<Heard> =>
  caller.call('GET', 'order/get_order_list', {
    holder,
    query: {
      time_range_field: 'update_time',
      time_from: now / 1000 - 10 * 86_400,
      time_to: now / 1000,
      page_size: 20,
      cursor,
    },
  });
const detail = (): Promise<Heard> =>
  caller.call('GET', 'order/get_order_detail', {
    holder,
    query: {
      order_sn_list: `${mine.sn},${world.order(1, 1).sn}`,
      response_optional_fields: 'total_amount,note,buyer_user_id',
    },
  });
interface Page {
  readonly more: boolean;
  readonly next_cursor: string;
  readonly order_list: readonly Record<string, unknown>[];
}
const pageOf = (heard: Heard): Page => heard.body['response'] as Page;

describe('the network', () => {
  test('502 comes as HTML and is no answer of the platform', async () => {
    switchOn('502');
    const heard = await info();
    expect([heard.status, heard.headers.get('content-type')]).toEqual([502, 'text/html']);
    expect(heard.text).toContain('<html>');
  });

  test.each(['cut-before', 'cut-after', 'half-body'] as const)(
    '%s ends the call without a whole answer',
    async (fault) => {
      switchOn(fault);
      await expect(info()).rejects.toThrow();
      expect(sandbox.counters().byError).toEqual({ 'no answer': 1 });
    },
  );

  test('a slow answer is whole', async () => {
    switchOn('slow', { value: 30 });
    expect((await info()).body['error']).toBe('');
    expect(sandbox.counters().byFault).toEqual({ slow: 1 });
  });
});

describe('the gateway', () => {
  test.each([
    ['rate', 429, 'error_rate_limit', /Too many/],
    ['quota', 200, 'error_limit', /daily API call limit/],
    ['address', 200, 'source_ip_undeclared', /203\.0\.113\.7/],
    ['key-expired', 200, 'error_partner_key_expired', /expired/],
    ['server', 200, 'error_server', /try later/],
    ['auth-no-permission', 200, 'error_auth', /No permission/],
    ['auth-partner', 200, 'error_auth', /partner_id or shopid/],
    ['auth-deleted', 200, 'error_auth', /deleted/],
    ['auth-system', 200, 'error_auth', /System error/],
    ['auth-token', 200, 'error_auth', /access_token/],
  ] as const)('%s', async (fault, status, error, message) => {
    switchOn(fault);
    const heard = await info();
    expect([heard.status, heard.body['error']]).toEqual([status, error]);
    expect(heard.body['message']).toMatch(message);
  });

  test('a token that expires in mid-page refuses this call and those after it, and a refresh mends it', async () => {
    const pair = await caller.connect(holder.id);
    holder = { ...holder, token: pair.access };
    expect(pageOf(await list()).more).toBe(true);
    switchOn('token-expires', { times: 1 });
    expect([(await list()).status, (await list()).status]).toEqual([403, 403]);
    const next = await caller.refresh(pair.refresh, { shop_id: holder.id });
    holder = { ...holder, token: String(next.body['access_token']) };
    expect((await list()).body['error']).toBe('');
  });

  test('a revoked shop and a banned one say so, the others go on', async () => {
    switchOn('revoked', { times: 1, shopId: holder.id });
    expect((await info()).body['error']).toBe('shop_no_linked');
    expect((await info()).body['error']).toBe('shop_no_linked');
    const other: Holder = { ...holder, id: sandbox.credentials.shops[2]?.shopId ?? 0 };
    expect((await caller.call('GET', 'shop/get_shop_info', { holder: other })).body['error']).toBe('');
    switchOn('banned', { times: 1, shopId: other.id });
    expect((await caller.call('GET', 'shop/get_shop_info', { holder: other })).body['error']).toBe(
      'shop_banned',
    );
  });

  test('a server whose clock is two hours ahead refuses our time and tells its own', async () => {
    switchOn('skew', { value: 2 * HOUR });
    const heard = await info();
    expect(heard.body).toMatchObject({ error: 'error_param', message: 'Timestamp is expired.' });
    expect(Date.parse(heard.headers.get('date') ?? '')).toBe(now + 2 * HOUR);
    const right = await caller.call('GET', 'shop/get_shop_info', {
      holder,
      wrong: { timestamp: String((now + 2 * HOUR) / 1000) },
    });
    expect(right.body['error']).toBe('');
  });

  test('and yet shows no more than has happened', async () => {
    const calm = (await list()).body['response'];
    switchOn('skew', { value: 2 * HOUR });
    const early = callerOf(sandbox, () => now + 2 * HOUR);
    const query = {
      time_range_field: 'update_time',
      time_from: now / 1000 - 10 * 86_400,
      time_to: now / 1000 + 7200,
      page_size: 20,
    };
    expect((await early.call('GET', 'order/get_order_list', { holder, query })).body['response']).toEqual(
      calm,
    );
  });
});

describe('what answers say', () => {
  test('the same page comes twice, or an empty one for ever', async () => {
    switchOn('duplicate-page', { times: 1 });
    const first = pageOf(await list());
    expect(first.next_cursor).toBe('');
    expect(pageOf(await list(first.next_cursor)).order_list).toEqual(first.order_list);
    switchOn('endless');
    expect(pageOf(await list())).toMatchObject({ more: true, order_list: [], next_cursor: '' });
    expect(pageOf(await list())).toMatchObject({ more: true, order_list: [] });
  });

  test('an order vanishes', async () => {
    switchOn('vanish', { value: mine.sn });
    expect(pageOf(await detail()).order_list.map((order) => order['order_sn'])).toEqual([
      world.order(1, 1).sn,
    ]);
  });

  test('unknown fields, unknown statuses, numbers as texts, nulls', async () => {
    switchOn('extra-fields');
    expect(pageOf(await detail()).order_list[0]).toHaveProperty('sandbox_extra');
    switchOn('strange-everywhere');
    expect(pageOf(await detail()).order_list[0]).toHaveProperty('order_status', 'SANDBOX_NEW_STATUS');
    switchOn('text-numbers');
    expect(pageOf(await detail()).order_list[0]).toHaveProperty('total_amount', String(mine.total / 100));
    switchOn('empty-nulls');
    expect(pageOf(await detail()).order_list[0]).toHaveProperty('note', null);
    switchOn('all-nulls');
    expect(pageOf(await detail()).order_list[0]).toMatchObject({
      order_sn: mine.sn,
      total_amount: null,
      region: null,
    });
  });
});

describe('which call is struck', () => {
  const call = (question: string): Parameters<ReturnType<typeof createFaults>['begin']>[0] => ({
    path: '/api/v2/order/get_order_list',
    question,
    shopId: 1,
    isPublic: false,
    now,
  });
  const struck = (seed: number, rules: readonly FaultRule[], questions: readonly string[]): boolean[] => {
    const faults = createFaults(seed, rules);
    return questions.map((question) => faults.begin(call(question)).one(new Set(FAULTS)) !== null);
  };
  const questions = Array.from({ length: 2000 }, (_, index) => `q${index}`);

  test('depends on the seed and keeps the share', () => {
    const rules: FaultRule[] = [{ fault: 'rate', share: 0.1 }];
    expect(struck(7, rules, questions)).toEqual(struck(7, rules, questions));
    expect(struck(7, rules, questions)).not.toEqual(struck(8, rules, questions));
    const hits = struck(7, rules, questions).filter(Boolean).length;
    expect(hits).toBeGreaterThan(150);
    expect(hits).toBeLessThan(250);
  });

  test('who asks again is spared by a fault that relents', () => {
    const [first, second, third] = struck(7, [{ fault: 'rate', relents: true }], ['same', 'same', 'same']);
    expect([first, second, third]).toEqual([true, false, true]);
  });

  test('times, paths, shops and spans are kept to', () => {
    expect(struck(7, [{ fault: 'rate', times: 2 }], questions.slice(0, 5))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(struck(7, [{ fault: 'rate', path: 'returns/' }], ['a'])).toEqual([false]);
    expect(struck(7, [{ fault: 'rate', shopId: 2 }], ['a'])).toEqual([false]);
    expect(struck(7, [{ fault: 'rate', from: now + 1 }], ['a'])).toEqual([false]);
    expect(struck(7, [{ fault: 'rate', until: now + 1 }], ['a'])).toEqual([true]);
  });

  test('the preset `all` fails fewer than one call in twenty for who asks again', () => {
    const hard = allFaults(START).filter(
      (rule) =>
        rule.from === undefined &&
        !['slow', 'extra-fields', 'strange-values', 'text-numbers', 'empty-nulls'].includes(rule.fault),
    );
    const share = hard
      .filter((rule) => rule.path === undefined)
      .reduce((sum, rule) => sum + (rule.share ?? 1), 0);
    expect(share).toBeLessThan(0.05);
  });
});
