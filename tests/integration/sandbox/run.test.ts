import { afterEach, expect, test } from 'vitest';
import { DAY, HOUR } from '../../../shared/time.ts';
import { type Running, runSandbox } from '../../../main/sandbox/run.ts';
import { callerOf } from './caller.ts';

let running: Running | null = null;
afterEach(async () => {
  await running?.close();
  running = null;
});
const realNow = Date.UTC(2026, 10, 25, 3);
const start = async (...args: string[]): Promise<Running> => {
  running = await runSandbox(args, () => realNow);
  if (!running) throw new Error('not understood');
  return running;
};
const ask = async (path: string, body?: unknown): Promise<Record<string, unknown>> => {
  const answer = await fetch(
    `${running?.sandbox.url}/_sandbox/${path}`,
    body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) },
  );
  return (await answer.json()) as Record<string, unknown>;
};

test('prints the credentials that open it, and its present is the thirtieth day', async () => {
  const { text, sandbox } = await start('--json', '--orders', '600');
  const facts = JSON.parse(text) as {
    partnerId: number;
    shops: unknown[];
    world: { start: number; orders: number };
  };
  expect(facts).toMatchObject({ partnerId: sandbox.credentials.partnerId, world: { orders: 600 } });
  expect(facts.shops).toHaveLength(9);
  expect(realNow - facts.world.start).toBeGreaterThanOrEqual(30 * DAY);
  expect(realNow - facts.world.start).toBeLessThan(31 * DAY);
  const truth = await ask('truth');
  expect(Number(truth['orders'])).toBeGreaterThan(540);
  expect(Number(truth['events'])).toBeGreaterThan(4000);
});

test('tells a person how to connect', async () => {
  const { text } = await start();
  for (const word of ['partner id', 'partner key', '/auth', 'MX']) expect(text).toContain(word);
});

test('does not start on what it does not understand', async () => {
  for (const args of [
    ['--days', 'x'],
    ['--faults', 'nonsense'],
    ['--colour'],
    ['--help'],
    ['--orders', '0'],
  ]) {
    expect(await runSandbox(args, () => realNow)).toBeNull();
  }
});

test('is steered from outside: clock, faults, a shop, silence', async () => {
  const { sandbox } = await start('--orders', '300');
  let skipped = 0;
  const { call, connect } = callerOf(sandbox, () => realNow + skipped);
  const { access } = await connect();
  const holder = { kind: 'shop', id: sandbox.credentials.shops[0]?.shopId ?? 0, token: access } as const;
  const error = async (): Promise<unknown> =>
    (await call('GET', 'shop/get_shop_info', { holder })).body['error'];
  expect(await error()).toBe('');
  expect(await ask('faults', { rules: [{ fault: 'server', times: 1 }] })).toMatchObject({
    rules: [{ fault: 'server' }],
  });
  expect([await error(), await error()]).toEqual(['error_server', '']);
  expect(await ask('faults', { preset: 'nothing-like-it' })).toHaveProperty('error');
  await ask('shop', { shopId: holder.id, linked: false });
  expect(await error()).toBe('shop_no_linked');
  await ask('shop', { shopId: holder.id, linked: true });
  const before = Number((await ask('truth'))['events']);
  expect(await ask('clock', { advance: HOUR * 30 })).toEqual({ now: realNow + 30 * HOUR });
  skipped = 30 * HOUR;
  expect(Number((await ask('truth'))['events'])).toBeGreaterThan(before);
  expect(await error()).toBe('invalid_acceess_token');
  await ask('silence', { ms: null });
  await expect(error()).rejects.toThrow();
  await ask('silence', { ms: 0 });
  expect(await error()).toBe('invalid_acceess_token');
  expect(await ask('counters')).toMatchObject({ tokensBurnt: 0 });
});
