import type { Transport } from '../../main/engine/sources/shopee/transport.ts';
import { sign } from '../../main/engine/sources/shopee/sign.ts';

interface Wire {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}
type Answer = Readonly<Record<string, unknown>>;

const HOUR = 3_600;

/**
 * What the platform keeps of tokens, in memory: codes, pairs that are good once for each id, grants. Everything that is
 * asked is checked by its signature. `before` may answer in its place, or cut the line after the work was done.
 */
export class TokenPlatform {
  readonly partnerId = '7';
  key = 'shpk-test';
  now: () => number;
  /** Ids that one grant is for: `main:9` gives the ids of its shops and merchants. */
  readonly grants = new Map<string, { shops: string[]; merchants: string[] }>();
  readonly codes = new Map<string, string>();
  /** Access tokens in force, by id; the older one stays good for five minutes. */
  readonly access = new Map<string, { token: string; until: number }[]>();
  /** Refresh tokens with the ids that may still use each. */
  readonly refresh = new Map<string, Set<string>>();
  /** Errors in place of an answer to calls for an id. */
  readonly refused = new Map<string, { error: string; message: string }>();
  readonly calls: { path: string; owner: string; ok: boolean }[] = [];
  /** Refresh tokens that were shown a second time. */
  burnt = 0;
  running = 0;
  mostAtOnce = 0;
  /** Milliseconds of real waiting in each call, so that calls can cross. */
  slowMs = 0;
  before: ((wire: Wire) => 'cut' | 'cut-after' | Response | null) | null = null;
  private count = 0;

  constructor(now: () => number) {
    this.now = now;
  }

  private pair(ids: readonly string[]): { access_token: string; refresh_token: string; expire_in: number } {
    this.count += 1;
    const access = `access-${this.count}`;
    const refresh = `refresh-${this.count}`;
    for (const id of ids) {
      const older = (this.access.get(id) ?? []).map((each) => ({
        ...each,
        until: Math.min(each.until, this.now() + 300_000),
      }));
      this.access.set(id, [...older, { token: access, until: this.now() + 4 * HOUR * 1000 }]);
    }
    this.refresh.set(refresh, new Set(ids));
    return { access_token: access, refresh_token: refresh, expire_in: 4 * HOUR };
  }

  /** A code as a seller gets one; for a shop or a main account. */
  code(account: string): string {
    this.count += 1;
    const code = `code-${this.count}-aaaaaaaa`;
    this.codes.set(code, account);
    return code;
  }

  private answer({ path, query, body }: Wire): Answer {
    const owner = query['shop_id']
      ? `shop:${query['shop_id']}`
      : query['merchant_id']
        ? `merchant:${query['merchant_id']}`
        : '';
    const signed = `${query['partner_id']}${path}${query['timestamp']}${query['access_token'] ?? ''}${query['shop_id'] ?? query['merchant_id'] ?? ''}`;
    if (sign(this.key, signed) !== query['sign']) return { error: 'error_sign', message: 'Wrong sign.' };
    if (path.endsWith('/auth/token/get')) {
      const account = this.codes.get(String(body['code']));
      const asked =
        body['shop_id'] === undefined
          ? `main:${String(body['main_account_id'])}`
          : `shop:${String(body['shop_id'])}`;
      if (account === undefined || account !== asked) return { error: 'error_auth', message: 'Invalid code' };
      this.codes.delete(String(body['code']));
      const granted = this.grants.get(account);
      const ids = granted
        ? [...granted.shops.map((no) => `shop:${no}`), ...granted.merchants.map((no) => `merchant:${no}`)]
        : [account];
      const lists = granted
        ? { shop_id_list: granted.shops.map(Number), merchant_id_list: granted.merchants.map(Number) }
        : {};
      return { error: '', message: '', ...this.pair(ids), ...lists };
    }
    if (path.endsWith('/auth/access_token/get')) {
      const kind = body['shop_id'] === undefined ? 'merchant' : 'shop';
      const id = `${kind}:${String(body[`${kind}_id`])}`;
      const refused = this.refused.get(id);
      if (refused) return refused;
      const users = this.refresh.get(String(body['refresh_token']));
      if (!users?.delete(id)) {
        this.burnt += 1;
        return { error: 'error_auth', message: 'Invalid refresh_token.' };
      }
      return { error: '', message: '', ...this.pair([id]) };
    }
    if (path.endsWith('/get_shops_by_partner')) return { error: '', message: '', authed_shop_list: [] };
    const refused = this.refused.get(owner);
    if (refused) return refused;
    const good = (this.access.get(owner) ?? []).some(
      ({ token, until }) => token === query['access_token'] && until > this.now(),
    );
    if (!good)
      return { error: 'invalid_acceess_token', message: 'Invalid access_token, please have a check.' };
    if (path.endsWith('/get_shop_info')) {
      return {
        error: '',
        message: '',
        shop_name: `Shop ${query['shop_id']}`,
        region: 'SG',
        status: 'NORMAL',
        is_cb: true,
        merchant_id: null,
        auth_time: Math.floor(this.now() / 1000),
        expire_time: Math.floor(this.now() / 1000) + 30 * 24 * HOUR,
      };
    }
    if (path.endsWith('/get_merchant_info')) {
      return { error: '', message: '', merchant_name: 'M', merchant_region: 'CN', merchant_currency: 'CNY' };
    }
    return { error: '', message: '', response: {} };
  }

  readonly fetch: Transport = async (address, init) => {
    const url = new URL(address);
    const query = Object.fromEntries(url.searchParams);
    const body = init.body === null ? {} : (JSON.parse(init.body) as Record<string, unknown>);
    const wire = { path: url.pathname, query, body };
    const refresh = wire.path.endsWith('/auth/access_token/get');
    if (refresh) this.running += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.running);
    try {
      if (this.slowMs > 0) await new Promise((done) => setTimeout(done, this.slowMs));
      const instead = this.before?.(wire) ?? null;
      if (instead === 'cut') throw new TypeError('the line is dead');
      if (instead instanceof Response) return instead;
      const answer = this.answer(wire);
      const owner = String(
        query['shop_id'] ?? body['shop_id'] ?? query['merchant_id'] ?? body['merchant_id'] ?? '',
      );
      this.calls.push({ path: wire.path, owner, ok: answer['error'] === '' });
      if (instead === 'cut-after') throw new TypeError('the line died with the answer');
      return new Response(JSON.stringify(answer), {
        status: answer['error'] === 'invalid_acceess_token' ? 403 : 200,
        headers: { date: new Date(this.now()).toUTCString() },
      });
    } finally {
      if (refresh) this.running -= 1;
    }
  };
}
