import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Connecting } from '#shared/contract/shops.ts';
import type { AppId, ShopRow } from '#shared/model/shop.ts';
import { DAY, HOUR, MINUTE } from '#shared/time.ts';
import { rowsOf } from '../../../fakes/dump.ts';
import { openWorld, START, type World } from '../../../fakes/engine.ts';
import { TokenPlatform } from '../../../fakes/shopee.ts';

let world: World;
let platform: TokenPlatform;
beforeEach(async () => {
  platform = new TokenPlatform(() => world?.clock.at ?? START);
  world = await openWorld({ fetch: (url, init) => platform.fetch(url, init) });
});
afterEach(() => world.remove());

const typed = {
  place: 'custom',
  customHost: 'http://127.0.0.1:9',
  partnerId: '7',
  key: 'shpk-test',
} as const;
const saveApp = async (): Promise<AppId> => (await world.get('shops.app.save', typed)).app.id;
const begin = async (appId: AppId): Promise<Connecting> =>
  world.get('shops.connect.begin', { appId, lang: 'en', redirect: null });

/** What a browser does when Shopee sends it back; `host` is the name that it believes to speak with. */
function visit(address: string, host?: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const url = new URL(address);
    const options = { headers: host === undefined ? {} : { host }, agent: false as const };
    request(url, options, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => (body += part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    })
      .on('error', reject)
      .end();
  });
}

/** Waits until the authorisation is over. */
async function over(): Promise<Connecting> {
  for (let n = 0; n < 500; n += 1) {
    const { connecting } = await world.get('shops.list', {});
    if (connecting && !['waiting', 'exchanging'].includes(connecting.phase)) return connecting;
    await sleep(5);
  }
  throw new Error('The authorisation does not end.');
}
async function connectShop(no = '42'): Promise<ShopRow> {
  const connecting = await begin(await saveApp());
  await visit(`${connecting.redirect}?code=${platform.code(`shop:${no}`)}&shop_id=${no}`);
  expect((await over()).phase).toBe('done');
  const { shops } = await world.get('shops.list', {});
  const shop = shops.find(({ shopNo }) => shopNo === no);
  if (!shop) throw new Error('The shop is not there.');
  return shop;
}

describe('an app', () => {
  it('is kept with its key trimmed, of which only the tail is ever told', async () => {
    const saved = await world.get('shops.app.save', {
      ...typed,
      partnerId: ' 7\n',
      key: '\u200b  shpk-test\t',
    });
    expect(saved).toMatchObject({ checked: true, app: { partnerId: '7', keyTail: 'test', shops: 0 } });
    const told = JSON.stringify([
      saved,
      await world.get('shops.list', {}),
      rowsOf(world.home, 'SELECT * FROM audit'),
    ]);
    expect(told).not.toContain('shpk-test');
    expect(JSON.stringify([world.log.lines, world.sent])).not.toContain('shpk-test');
    expect(rowsOf(world.home, 'SELECT partner_key FROM shopee_app')).toEqual([{ partner_key: 'shpk-test' }]);
  });

  it.each([
    [{ key: 'shpk te st' }, 'shopee-key-blank'],
    [{ key: ' \u00a0 ' }, 'shopee-key-blank'],
    [{ key: 'shpk-other' }, 'shopee-key-wrong'],
    [{ partnerId: '7a' }, 'shopee-partner-malformed'],
    [{ customHost: 'http://example.com' }, 'shopee-host-foreign'],
    [{ customHost: null }, 'shopee-host-foreign'],
  ])('%j is refused with %s, and nothing is kept', async (change, code) => {
    const answer = await world.ask('shops.app.save', { ...typed, ...change });
    expect(answer).toMatchObject({ ok: false, error: { code } });
    expect((await world.get('shops.list', {})).apps).toEqual([]);
  });

  it('is kept unchecked where the platform cannot be asked', async () => {
    platform.before = () => 'cut';
    expect(await world.get('shops.app.save', typed)).toMatchObject({ checked: false });
  });

  it('goes with its key when nothing uses it, and not before', async () => {
    const shop = await connectShop();
    const refused = await world.ask('shops.app.remove', { appId: shop.appId });
    expect(refused).toMatchObject({ ok: false, error: { code: 'app-in-use', detail: { shops: 1 } } });
    await world.get('shops.disconnect', { shopId: shop.id });
    await world.get('shops.app.remove', { appId: shop.appId });
    expect((await world.get('shops.list', {})).apps).toEqual([]);
    expect(rowsOf(world.home, "SELECT * FROM shopee_app WHERE partner_key <> ''")).toEqual([]);
  });
});

describe('connecting', () => {
  it('takes a shop account from the browser, tells what it is, and closes the door', async () => {
    const connecting = await begin(await saveApp());
    const url = new URL(connecting.url);
    expect(url.origin + url.pathname).toBe('http://127.0.0.1:9/auth');
    expect(url.searchParams.get('redirect_uri')).toBe(connecting.redirect);
    const state = url.searchParams.get('state') ?? '';
    const back = `${connecting.redirect}?code=${platform.code('shop:42')}&shop_id=42&state=${state}`;
    const page = await visit(back);
    expect([page.status, page.body.includes('go back to Seamark')]).toEqual([200, true]);
    const done = await over();
    const { shops } = await world.get('shops.list', {});
    expect(done).toMatchObject({ phase: 'done', listening: false, shopIds: [shops[0]?.id], fault: null });
    expect(shops).toHaveLength(1);
    expect(shops[0]).toMatchObject({
      shopNo: '42',
      name: 'Shop 42',
      market: 'SG',
      crossBorder: true,
      state: 'ok',
      click: null,
      term: 'far',
      grantExpiresAt: START + 30 * DAY,
      tokenExpiresAt: START + 4 * HOUR,
    });
    await expect(visit(back)).rejects.toThrow();
    const told = JSON.stringify([world.log.lines, world.sent, rowsOf(world.home, 'SELECT * FROM audit')]);
    expect(told).not.toMatch(/code-\d|access-\d|refresh-\d/);
  });

  it('waits on when somebody else knocks', async () => {
    const connecting = await begin(await saveApp());
    const code = platform.code('shop:42');
    const origin = new URL(connecting.redirect).origin;
    expect((await visit(`${origin}/connect/guessed?code=${code}&shop_id=42`)).status).toBe(404);
    expect((await visit(`${connecting.redirect}?code=${code}&shop_id=42`, 'evil.example')).status).toBe(404);
    expect((await visit(`${connecting.redirect}?code=${code}&shop_id=42&state=guessed`)).status).toBe(400);
    expect((await visit(`${connecting.redirect}?shop_id=42`)).status).toBe(400);
    expect((await world.get('shops.list', {})).connecting?.phase).toBe('waiting');
    expect((await visit(`${connecting.redirect}?code=${code}&shop_id=42`)).status).toBe(200);
    expect((await over()).phase).toBe('done');
  });

  it('takes a main account from a pasted address, and gives each id its own pair', async () => {
    platform.grants.set('main:9', { shops: ['42', '43'], merchants: ['900'] });
    const appId = await saveApp();
    const connecting = await world.get('shops.connect.begin', {
      appId,
      lang: 'zh-CN',
      redirect: 'https://seller.example/back',
    });
    expect([connecting.listening, connecting.redirect]).toEqual([false, 'https://seller.example/back']);
    const state = new URL(connecting.url).searchParams.get('state');
    for (const [address, code] of [
      ['https://seller.example/back', 'connect-no-code'],
      ['https://seller.example/back?code=abc', 'connect-no-code'],
      ['https://seller.example/back?code=aaaaaaaaaa&main_account_id=9&state=another', 'connect-wrong-state'],
    ] as const) {
      expect(await world.ask('shops.connect.paste', { address })).toMatchObject({
        ok: false,
        error: { code },
      });
    }
    await world.get('shops.connect.paste', {
      address: `  https://seller.example/back?code=${platform.code('main:9')}&main_account_id=9&state=${state}\n`,
    });
    expect(await over()).toMatchObject({ phase: 'done', merchants: 1 });
    const list = await world.get('shops.list', {});
    expect(list.shops.map(({ shopNo }) => shopNo)).toEqual(['42', '43']);
    expect(list.merchants).toMatchObject([{ merchantNo: '900', region: 'CN', currency: 'CNY' }]);
    const pairs = rowsOf<{ refresh_token: string; shared: number }>(world.home, 'SELECT * FROM shopee_token');
    expect(new Set(pairs.map((row) => row.refresh_token)).size).toBe(3);
    expect(pairs.every((row) => row.shared === 0)).toBe(true);
    expect(platform.burnt).toBe(0);
  });

  it('says that a code was used, and that it can begin again', async () => {
    const connecting = await begin(await saveApp());
    await visit(`${connecting.redirect}?code=code-000-unknown&shop_id=42`);
    expect(await over()).toMatchObject({ phase: 'failed', fault: { code: 'connect-code-used' } });
    expect((await world.get('shops.list', {})).shops).toEqual([]);
    expect(await connectShop()).toMatchObject({ state: 'ok' });
  });

  it('ends by itself, at a word, and when the next one begins', async () => {
    const appId = await saveApp();
    const first = await begin(appId);
    await world.pass(15 * MINUTE);
    expect((await world.get('shops.list', {})).connecting?.phase).toBe('expired');
    await expect(visit(first.redirect)).rejects.toThrow();
    const second = await begin(appId);
    expect(await world.get('shops.connect.cancel', {})).toMatchObject({ phase: 'cancelled' });
    await expect(visit(second.redirect)).rejects.toThrow();
    const third = await begin(appId);
    const fourth = await begin(appId);
    await expect(visit(third.redirect)).rejects.toThrow();
    expect((await visit(fourth.redirect)).status).toBe(400);
    const late = await world.ask('shops.connect.paste', {
      address: `${third.redirect}?code=aaaaaaaa&shop_id=42`,
    });
    expect(late).toMatchObject({ ok: false, error: { code: 'connect-wrong-state' } });
  });
});

describe('a connected shop', () => {
  it('is still there after a restart, and its token is renewed by the clock', async () => {
    const shop = await connectShop();
    await world.restart();
    expect((await world.get('shops.list', {})).shops).toMatchObject([{ id: shop.id, state: 'ok' }]);
    await world.pass(4 * HOUR - 10 * MINUTE);
    await sleep(50);
    const [after] = (await world.get('shops.list', {})).shops;
    expect(after?.tokenExpiresAt).toBe(world.clock.at + 4 * HOUR);
    expect(platform.burnt).toBe(0);
  });

  it('warns three weeks ahead of the end of its grant', async () => {
    await connectShop();
    world.clock.at += 9 * DAY - 1;
    expect((await world.get('shops.list', {})).shops[0]?.term).toBe('far');
    world.clock.at += 1;
    expect((await world.get('shops.list', {})).shops[0]?.term).toBe('soon');
    world.clock.at += 21 * DAY;
    expect((await world.get('shops.list', {})).shops[0]?.term).toBe('over');
  });

  it('pauses, goes on, and is let go with its tokens', async () => {
    const { id: shopId } = await connectShop();
    expect(await world.get('shops.pause', { shopId })).toMatchObject({ state: 'paused', click: 'resume' });
    expect(await world.ask('shops.pause', { shopId })).toMatchObject({ error: { code: 'wrong-state' } });
    expect(await world.get('shops.resume', { shopId })).toMatchObject({ state: 'ok' });
    expect(await world.ask('shops.resume', { shopId })).toMatchObject({ error: { code: 'wrong-state' } });
    const { cancelUrl } = await world.get('shops.disconnect', { shopId });
    expect(cancelUrl).toContain('http://127.0.0.1:9/cancel_auth?partner_id=7');
    expect(rowsOf(world.home, 'SELECT * FROM shopee_token')).toEqual([]);
    expect((await world.get('shops.list', {})).shops).toEqual([]);
    expect(
      rowsOf<{ what: string }>(world.home, 'SELECT what FROM audit ORDER BY id').map(({ what }) => what),
    ).toEqual(['shops.app-saved', 'shops.connected', 'shops.paused', 'shops.resumed', 'shops.disconnected']);
    expect(await connectShop()).toMatchObject({ id: shopId, state: 'ok' });
  });

  it.each([
    ['shop_banned', '', { state: 'banned', reason: 'banned', click: 'ask-shopee' }],
    ['shop_no_linked', '', { state: 'needs-authorisation', reason: 'unlinked', click: 'authorise' }],
    [
      'shop_access_expired',
      '',
      { state: 'needs-authorisation', reason: 'grant-expired', click: 'authorise' },
    ],
    ['error_partner_key_expired', '', { state: 'key-expired', reason: 'key-expired', click: 'enter-key' }],
    [
      'source_ip_undeclared',
      'Request Source IP (203.0.113.9) is undeclared.',
      { state: 'address-undeclared', click: 'declare-address', address: '203.0.113.9' },
    ],
  ])('says after %s why it stands still and what to click', async (error, message, expected) => {
    const shop = await connectShop();
    platform.refused.set('shop:42', { error, message });
    await world.engine.shops.access(shop.appId).call({ kind: 'shop', no: '42' }, 'shop.get_shop_info', {});
    const [stopped] = (await world.get('shops.list', {})).shops;
    expect(stopped).toMatchObject({ ...expected, lastError: error, lastErrorAt: world.clock.at });
    platform.refused.clear();
    expect(await world.get('shops.resume', { shopId: shop.id })).toMatchObject({ state: 'ok', reason: null });
  });

  it('goes on with a new key of its app', async () => {
    const shop = await connectShop();
    platform.key = 'shpk-next';
    await world.engine.shops.access(shop.appId).call({ kind: 'shop', no: '42' }, 'shop.get_shop_info', {});
    expect((await world.get('shops.list', {})).shops[0]).toMatchObject({
      reason: 'wrong-key',
      click: 'enter-key',
    });
    await world.get('shops.app.save', { ...typed, key: 'shpk-next' });
    expect((await world.get('shops.list', {})).shops[0]).toMatchObject({ id: shop.id, state: 'ok' });
    const access = world.engine.shops.access(shop.appId);
    expect((await access.call({ kind: 'shop', no: '42' }, 'shop.get_shop_info', {})).ok).toBe(true);
  });
});
