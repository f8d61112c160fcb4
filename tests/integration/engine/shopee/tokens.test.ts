import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asInstant, DAY, HOUR, MINUTE } from '#shared/time.ts';
import { createShopeeClient } from '../../../../main/engine/sources/shopee/client.ts';
import { createShopeeAccess } from '../../../../main/engine/sources/shopee/tokens/access.ts';
import { createTokenKeeper } from '../../../../main/engine/sources/shopee/tokens/keeper.ts';
import type { Owner } from '../../../../main/engine/sources/shopee/tokens/vault.ts';
import { connectOwner, saveApp } from '../../../../main/engine/store/aggregates/shops.ts';
import { grantToken } from '../../../../main/engine/store/aggregates/tokens.ts';
import { connect } from '../../../../main/engine/store/db.ts';
import { openFile } from '../../../../main/engine/store/file.ts';
import type { Writer } from '../../../../main/engine/store/types.ts';
import { tokenOf } from '../../../../main/engine/store/views/tokens.ts';
import { storeVault } from '../../../../main/engine/vault.ts';
import { TokenPlatform } from '../../../fakes/shopee.ts';
import { KEY, recordingLog, tempStore } from '../../../fakes/store.ts';

const SHOP: Owner = { kind: 'shop', no: '42' };
const OTHER: Owner = { kind: 'shop', no: '43' };
const MERCHANT: Owner = { kind: 'merchant', no: '900' };

let temp: ReturnType<typeof tempStore>;
let platform: TokenPlatform;
let store: ReturnType<typeof temp.open>;
let appId: number;
const closers: (() => void)[] = [];

beforeEach(() => {
  temp = tempStore();
  store = temp.open();
  platform = new TokenPlatform(() => temp.clock.at);
  appId = saveApp(
    store.writer,
    { place: 'custom', customHost: 'http://127.0.0.1:9', partnerId: platform.partnerId, key: platform.key },
    temp.clock.at,
  );
});
afterEach(() => {
  for (const close of closers.splice(0)) close();
  store.close();
  temp.remove();
});

/** An engine's half that deals with tokens; each has a connection of its own, as each process has. */
function engine(holder: string) {
  const db = openFile(temp.options.path, KEY, { readonly: false });
  db.pragma('busy_timeout = 2000');
  closers.push(() => db.close());
  const { writer } = connect(db, { log: recordingLog(), slowMs: 1e9 });
  const clock = { now: () => asInstant(temp.clock.at) };
  const log = recordingLog();
  const client = createShopeeClient({
    base: 'http://127.0.0.1:9',
    partner: { id: platform.partnerId, key: platform.key },
    fetch: platform.fetch,
    clock,
  });
  const vault = storeVault(writer, appId, holder);
  const waits: number[] = [];
  const wait = async (ms: number): Promise<void> => {
    waits.push(ms);
    await new Promise((done) => setTimeout(done, 1));
  };
  const keeper = createTokenKeeper({ client, partnerId: platform.partnerId, vault, clock, log, wait });
  const access = createShopeeAccess({ client, keeper, vault, clock, stopped: () => {} });
  return { writer, vault, keeper, access, waits, log };
}

/** Grants as a seller does; the pair is kept as the program keeps it. */
async function grant(writer: Writer, account: string, owners: readonly Owner[]): Promise<void> {
  const code = platform.code(account);
  const client = createShopeeClient({
    base: 'http://127.0.0.1:9',
    partner: { id: platform.partnerId, key: platform.key },
    fetch: platform.fetch,
    clock: { now: () => asInstant(temp.clock.at) },
  });
  const [kind, id] = account.split(':');
  const answer = await client.call(
    'public.get_access_token',
    { code, partner_id: '7', ...(kind === 'main' ? { main_account_id: id ?? '' } : { shop_id: id ?? '' }) },
    { kind: 'public' },
  );
  if (!answer.ok) throw new Error(answer.fault.code);
  writer.transaction('command', () => {
    for (const owner of owners) {
      connectOwner(writer, { appId, ...owner }, temp.clock.at);
      grantToken(
        writer,
        { appId, ...owner },
        {
          accessToken: answer.value.access_token ?? '',
          refreshToken: answer.value.refresh_token ?? '',
          expiresAt: temp.clock.at + 4 * HOUR,
        },
        owners.length > 1,
        temp.clock.at,
      );
    }
  });
}
const stored = (owner: Owner) => tokenOf(store.reader, { appId, ...owner });
const refreshes = (): number =>
  platform.calls.filter(({ path, ok }) => path.endsWith('/access_token/get') && ok).length;

describe('a token', () => {
  it('serves until shortly before its end, then is renewed once, kept first and used after', async () => {
    const one = engine('one');
    await grant(one.writer, 'shop:42', [SHOP]);
    expect(await one.keeper.token(SHOP)).toMatchObject({ ok: true, generation: 1 });
    expect(refreshes()).toBe(0);
    temp.clock.at += 4 * HOUR - 10 * MINUTE;
    let keptWhenUsed = '';
    platform.before = (wire) => {
      if (wire.query['access_token']) keptWhenUsed = stored(SHOP)?.accessToken ?? '';
      return null;
    };
    const answer = await one.access.call(SHOP, 'shop.get_shop_info', {});
    expect(answer.ok).toBe(true);
    expect(refreshes()).toBe(1);
    expect(keptWhenUsed).toBe(stored(SHOP)?.accessToken);
    expect(stored(SHOP)).toMatchObject({ generation: 2, askedAt: null, leaseHolder: null });
  });

  it('of a short life is not renewed with every call', async () => {
    const one = engine('one');
    await grant(one.writer, 'shop:42', [SHOP]);
    one.writer.run('UPDATE shopee_token SET expires_at = ?', temp.clock.at + 5 * MINUTE);
    for (let n = 0; n < 5; n += 1) expect((await one.keeper.token(SHOP)).ok).toBe(true);
    expect(refreshes()).toBe(0);
    temp.clock.at += 5 * MINUTE - 20_000;
    expect(await one.keeper.token(SHOP)).toMatchObject({ generation: 2 });
  });

  it('is renewed once by many callers at the same time', async () => {
    const one = engine('one');
    await grant(one.writer, 'shop:42', [SHOP]);
    temp.clock.at += 5 * HOUR;
    platform.slowMs = 5;
    const held = await Promise.all(Array.from({ length: 20 }, () => one.keeper.token(SHOP)));
    expect(new Set(held.map((each) => (each.ok ? each.token : each.why))).size).toBe(1);
    expect([refreshes(), platform.burnt]).toEqual([1, 0]);
  });

  it('is renewed once by two processes that meet, again and again', async () => {
    const one = engine('one');
    const two = engine('two');
    await grant(one.writer, 'shop:42', [SHOP]);
    platform.slowMs = 3;
    for (let round = 1; round <= 25; round += 1) {
      temp.clock.at += 4 * HOUR;
      const both = await Promise.all(
        [one, two, two, one].map(({ access }) => access.call(SHOP, 'shop.get_shop_info', {})),
      );
      expect(both.every((answer) => answer.ok)).toBe(true);
      expect(refreshes()).toBe(round);
    }
    expect([platform.burnt, platform.mostAtOnce]).toEqual([0, 1]);
    expect(stored(SHOP)?.generation).toBe(26);
  });

  it('is taken over from a process that died in the middle, and not before', async () => {
    const dead = engine('dead');
    await grant(dead.writer, 'shop:42', [SHOP]);
    temp.clock.at += 5 * HOUR;
    // It had sent nothing yet: the note is there, the token is unused.
    expect(dead.vault.begin(SHOP, temp.clock.at, temp.clock.at + 90_000)).toMatchObject({ generation: 1 });
    const two = engine('two');
    const waiting = two.keeper.token(SHOP);
    await new Promise((done) => setTimeout(done, 20));
    expect(refreshes()).toBe(0);
    temp.clock.at += 91_000;
    expect(await waiting).toMatchObject({ ok: true, generation: 2 });
    expect(platform.burnt).toBe(0);
  });
});

describe('the first pair of a main account', () => {
  it('becomes one pair for each shop and merchant, by one refresh each, with the same token', async () => {
    const one = engine('one');
    const two = engine('two');
    platform.grants.set('main:9', { shops: ['42', '43'], merchants: ['900'] });
    const owners = [SHOP, OTHER, MERCHANT];
    await grant(one.writer, 'main:9', owners);
    expect(new Set(owners.map((owner) => stored(owner)?.refreshToken)).size).toBe(1);
    platform.slowMs = 2;
    await Promise.all(owners.flatMap((owner) => [one, two].map(({ keeper }) => keeper.token(owner))));
    expect([refreshes(), platform.burnt]).toEqual([3, 0]);
    expect(new Set(owners.map((owner) => stored(owner)?.refreshToken)).size).toBe(3);
    expect(owners.map((owner) => stored(owner)?.shared)).toEqual([false, false, false]);
    temp.clock.at += 4 * HOUR;
    for (const owner of owners) expect((await one.keeper.token(owner)).ok).toBe(true);
    expect([refreshes(), platform.burnt]).toEqual([6, 0]);
    expect((await one.access.call(MERCHANT, 'merchant.get_merchant_info', {})).ok).toBe(true);
  });

  it('still serves where the first refresh does not come through', async () => {
    const one = engine('one');
    platform.grants.set('main:9', { shops: ['42', '43'], merchants: [] });
    await grant(one.writer, 'main:9', [SHOP, OTHER]);
    platform.before = (wire) => (wire.path.endsWith('/access_token/get') ? 'cut' : null);
    expect((await one.access.call(SHOP, 'shop.get_shop_info', {})).ok).toBe(true);
    platform.before = null;
    temp.clock.at += 2 * MINUTE;
    expect((await one.access.call(SHOP, 'shop.get_shop_info', {})).ok).toBe(true);
    expect(stored(SHOP)?.shared).toBe(false);
    expect(stored(OTHER)?.shared).toBe(true);
  });
});

describe('a refresh whose answer is lost', () => {
  it('is tried again, and goes on where nothing was used', async () => {
    const one = engine('one');
    await grant(one.writer, 'shop:42', [SHOP]);
    temp.clock.at += 5 * HOUR;
    let cuts = 2;
    platform.before = () => (cuts-- > 0 ? 'cut' : null);
    expect(await one.keeper.token(SHOP)).toMatchObject({ ok: true, generation: 2 });
    expect(one.waits).toEqual([1_000, 4_000]);
    expect(stored(SHOP)?.askedAt).toBeNull();
  });

  it('stops the shop by name where the token was used up, durably, and the others go on', async () => {
    const one = engine('one');
    await grant(one.writer, 'shop:42', [SHOP]);
    await grant(one.writer, 'shop:43', [OTHER]);
    temp.clock.at += 5 * HOUR;
    let cuts = 1;
    platform.before = (wire) => (wire.body['shop_id'] === 42 && cuts-- > 0 ? 'cut-after' : null);
    expect(await one.keeper.token(SHOP)).toEqual({ ok: false, why: 'stopped', reason: 'refresh-lost' });
    expect((await one.access.call(OTHER, 'shop.get_shop_info', {})).ok).toBe(true);
    const before = platform.calls.length;
    expect(await engine('two').access.call(SHOP, 'shop.get_shop_info', {})).toMatchObject({
      ok: false,
      facts: null,
      held: 'stopped',
      reason: 'refresh-lost',
    });
    expect(platform.calls.length).toBe(before);
  });

  it('keeps the old token at work until its own end, and asks at most once a minute', async () => {
    const one = engine('one');
    await grant(one.writer, 'shop:42', [SHOP]);
    temp.clock.at += 4 * HOUR - 10 * MINUTE;
    let asked = 0;
    platform.before = (wire) => {
      if (!wire.path.endsWith('/access_token/get')) return null;
      asked += 1;
      return new Response('<html>502</html>', { status: 502 });
    };
    expect((await one.access.call(SHOP, 'shop.get_shop_info', {})).ok).toBe(true);
    expect((await one.access.call(SHOP, 'shop.get_shop_info', {})).ok).toBe(true);
    expect(asked).toBe(3);
    temp.clock.at += 11 * MINUTE;
    expect(await one.access.call(SHOP, 'shop.get_shop_info', {})).toMatchObject({ ok: false, held: 'later' });
    platform.before = null;
    temp.clock.at += 2 * MINUTE;
    expect((await one.access.call(SHOP, 'shop.get_shop_info', {})).ok).toBe(true);
    expect(platform.burnt).toBe(0);
  });

  it('is written down later where the disk refused it, and never asked for twice', async () => {
    const one = engine('one');
    await grant(one.writer, 'shop:42', [SHOP]);
    temp.clock.at += 5 * HOUR;
    const { renew } = one.vault;
    let full = true;
    Object.assign(one.vault, {
      renew: (...args: Parameters<typeof renew>) => {
        if (full) throw new Error('disk full');
        return renew(...args);
      },
    });
    expect(await one.keeper.token(SHOP)).toMatchObject({ ok: false, why: 'later' });
    full = false;
    expect(await one.keeper.token(SHOP)).toMatchObject({ ok: true, generation: 2 });
    expect([refreshes(), platform.burnt]).toEqual([1, 0]);
  });
});

describe('a refusal', () => {
  it('of the token renews it once and repeats the call once', async () => {
    const one = engine('one');
    await grant(one.writer, 'shop:42', [SHOP]);
    platform.access.set('shop:42', []);
    expect((await one.access.call(SHOP, 'shop.get_shop_info', {})).ok).toBe(true);
    expect([refreshes(), platform.burnt]).toEqual([1, 0]);
  });

  it('of every token does not renew for ever', async () => {
    const one = engine('one');
    await grant(one.writer, 'shop:42', [SHOP]);
    platform.refused.set('shop:42', { error: 'error_auth', message: 'Invalid access_token.' });
    platform.before = (wire) => {
      if (wire.path.endsWith('/access_token/get')) platform.refused.delete('shop:42');
      else platform.refused.set('shop:42', { error: 'error_auth', message: 'Invalid access_token.' });
      return null;
    };
    for (let n = 0; n < 5; n += 1) await one.access.call(SHOP, 'shop.get_shop_info', {});
    expect(refreshes()).toBe(1);
  });

  it.each([
    ['error_auth', 'No permission to current api.'],
    ['error_api_permission', ''],
    ['error_ashop_api_permission', ''],
    ['error_kyc_auth', ''],
    ['something_new', 'Nobody knows'],
  ])('%s "%s" never renews and stops nothing', async (error, message) => {
    const one = engine('one');
    await grant(one.writer, 'shop:42', [SHOP]);
    platform.refused.set('shop:42', { error, message });
    expect(await one.access.call(SHOP, 'shop.get_shop_info', {})).toMatchObject({ ok: false });
    expect(refreshes()).toBe(0);
    platform.refused.clear();
    expect((await one.access.call(SHOP, 'shop.get_shop_info', {})).ok).toBe(true);
  });

  it.each([
    ['shop_banned', '', 'banned'],
    ['shop_no_linked', '', 'unlinked'],
    ['partner_shop_no_link', '', 'unlinked'],
    ['shop_access_expired', '', 'grant-expired'],
  ])('%s stops the shop and lets the others go on', async (error, message, reason) => {
    const one = engine('one');
    await grant(one.writer, 'shop:42', [SHOP]);
    await grant(one.writer, 'shop:43', [OTHER]);
    platform.refused.set('shop:42', { error, message });
    await one.access.call(SHOP, 'shop.get_shop_info', {});
    const calls = platform.calls.length;
    expect(await one.access.call(SHOP, 'shop.get_shop_info', {})).toMatchObject({ held: 'stopped', reason });
    expect(platform.calls.length).toBe(calls);
    expect((await one.access.call(OTHER, 'shop.get_shop_info', {})).ok).toBe(true);
  });

  it.each([
    ['error_partner_key_expired', '', 'key-expired'],
    ['source_ip_undeclared', 'Request Source IP (203.0.113.9) is undeclared.', 'address-undeclared'],
    ['error_sign', 'Wrong sign.', 'wrong-key'],
    ['error_api_call_restricted', '', 'app-restricted'],
  ])('%s stops every shop of the app', async (error, message, reason) => {
    const one = engine('one');
    await grant(one.writer, 'shop:42', [SHOP]);
    await grant(one.writer, 'shop:43', [OTHER]);
    platform.refused.set('shop:42', { error, message });
    await one.access.call(SHOP, 'shop.get_shop_info', {});
    const calls = platform.calls.length;
    expect(await one.access.call(OTHER, 'shop.get_shop_info', {})).toMatchObject({ held: 'stopped', reason });
    expect(platform.calls.length).toBe(calls);
  });

  it('of a refresh for a reason that nobody described is waited out', async () => {
    const one = engine('one');
    await grant(one.writer, 'shop:42', [SHOP]);
    temp.clock.at += 5 * HOUR;
    platform.refused.set('shop:42', { error: 'brand_new_error', message: 'Words' });
    expect(await one.keeper.token(SHOP)).toMatchObject({ ok: false, why: 'later' });
    platform.refused.clear();
    expect(await one.keeper.token(SHOP)).toMatchObject({ ok: false, why: 'later' });
    temp.clock.at += 11 * MINUTE;
    expect(await one.keeper.token(SHOP)).toMatchObject({ ok: true });
  });

  it('after a month without a refresh asks for a new authorisation, which then works', async () => {
    const one = engine('one');
    await grant(one.writer, 'shop:42', [SHOP]);
    temp.clock.at += 31 * DAY;
    platform.refresh.clear();
    expect(await one.keeper.token(SHOP)).toMatchObject({ why: 'stopped', reason: 'refresh-invalid' });
    await grant(one.writer, 'shop:42', [SHOP]);
    expect((await one.access.call(SHOP, 'shop.get_shop_info', {})).ok).toBe(true);
  });
});
