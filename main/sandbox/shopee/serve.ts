import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '#shared/time.ts';
import type { World } from '../simulate/world.ts';
import { authPage } from './authPage.ts';
import { control, type Controlled } from './control.ts';
import { countCall, type Counters, countFault } from './counters.ts';
import type { Desk } from './desk.ts';
import { CONTENT, spoil } from './faults/content.ts';
import type { FaultState, Strikes, Struck } from './faults/injector.ts';
import { BAD_GATEWAY, NETWORK, REFUSALS, refusalOf, SLOW, STATE } from './faults/trouble.ts';
import type { Gate, Knock } from './gate.ts';
import { answer } from './handle.ts';
import { bodyOf, encode, sendText } from './http.ts';
import type { Reply } from './reply.ts';
import { ENDPOINTS } from './routes.ts';

export interface Serving {
  readonly world: World;
  readonly clock: Clock;
  readonly desk: Desk;
  readonly faults: FaultState;
  readonly totals: Counters;
  readonly controlled: Controlled;
}

/** Query names that do not belong to the question. */
const ASIDE = ['timestamp', 'sign', 'access_token', 'partner_id'];
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const isPublic = (path: string): boolean => {
  const kind = ENDPOINTS.get(path)?.kind;
  return kind === undefined ? /\/api\/v2\/(auth|public|push)\//.test(path) : kind === 'public';
};

/** The request's path of a server over a world: control, authorisation page, or an API call with its faults. */
export function createServing(
  of: Serving,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { world, desk, faults, totals } = of;
  const shopIds = new Set(world.shops.map((shop) => shop.shopId));
  const gateFor = (strikes: Strikes): Gate => ({
    app: desk.app,
    tokens: desk.tokens,
    endpoints: ENDPOINTS,
    knows: (kind, id) => (kind === 'shop' ? shopIds.has(id) : id === world.merchantId),
    trouble(knock) {
      applyState(strikes, knock);
      const struck = noted(strikes.one(REFUSALS));
      return struck ? refusalOf(struck.fault) : null;
    },
  });

  const noted = (struck: Struck | null): Struck | null => {
    if (struck) countFault(totals, struck.fault);
    return struck;
  };

  /** Tokens that expire in mid-page, links that end, shops that are banned. */
  const applyState = (strikes: Strikes, knock: Knock): void => {
    const shop = knock.query.get('shop_id');
    if (shop === null) return;
    const struck = noted(strikes.one(STATE));
    const grant = desk.tokens.grants.get(`shop:${shop}`);
    if (struck?.fault === 'token-expires') desk.tokens.expire(`shop:${shop}`);
    if (struck?.fault === 'revoked' && grant) grant.linked = false;
    if (struck?.fault === 'banned' && grant) grant.banned = true;
  };

  /** How far ahead the server's clock is. */
  const skewAt = (now: number): number => {
    const rule = faults.rules.find(
      (one) => one.fault === 'skew' && now >= (one.from ?? -Infinity) && now < (one.until ?? Infinity),
    );
    return rule ? Number(rule.value ?? 7_200_000) : 0;
  };

  const strikesOf = (knock: Knock, body: Buffer): Strikes => {
    const question = new URLSearchParams(knock.query);
    for (const name of ASIDE) question.delete(name);
    return faults.begin({
      path: knock.path,
      question: `${knock.path}?${question.toString()} ${body.toString('latin1')}`,
      shopId: Number(knock.query.get('shop_id') ?? 0) || null,
      isPublic: isPublic(knock.path),
      now: knock.now,
    });
  };

  const callApi = async (knock: Knock, body: Buffer, response: ServerResponse): Promise<void> => {
    const strikes = strikesOf(knock, body);
    const slow = noted(strikes.one(SLOW));
    if (slow) await pause(Number(slow.value ?? 3000));
    const broken = noted(strikes.one(NETWORK))?.fault ?? null;
    const count = (reply: Reply | null): void => countCall(totals, knock.path, isPublic(knock.path), reply);
    if (broken === 'cut-before') {
      count(null);
      response.destroy();
      return;
    }
    if (broken === '502') {
      count({ kind: 'text', status: 502, type: 'text/html', text: BAD_GATEWAY });
      sendText(response, 502, 'text/html', BAD_GATEWAY);
      return;
    }
    const right = answer({ world, desk, gate: gateFor(strikes) }, knock, body);
    const spoils = strikes.all(CONTENT);
    for (const struck of spoils) noted(struck);
    const reply = spoil(right, spoils, knock.query.get('cursor') ?? '');
    const { status, headers, bytes } = encode(reply, totals.calls, knock.shown);
    if (broken === 'cut-after' || broken === 'half-body') {
      count(null);
      if (broken === 'half-body') {
        // The length is promised, half of it comes.
        response.writeHead(status, headers);
        response.write(bytes.subarray(0, Math.floor(bytes.length / 2)));
        await pause(1);
      }
      response.destroy();
      return;
    }
    count(reply);
    response.writeHead(status, headers);
    response.end(bytes);
  };

  return async (request, response) => {
    response.sendDate = false;
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const method = request.method ?? 'GET';
    const body = method === 'POST' ? ((await bodyOf(request)) ?? Buffer.alloc(0)) : Buffer.alloc(0);
    if (url.pathname.startsWith('/_sandbox/')) {
      const told = await control(of.controlled, method, url, body.toString('utf8'));
      sendText(response, told.status, 'application/json; charset=utf-8', JSON.stringify(told.body));
      return;
    }
    const now = of.clock.now();
    const page = authPage({ world, tokens: desk.tokens, app: desk.app, now }, url);
    if (page) {
      if (page.push) void of.controlled.pusher.send(page.push);
      const more: Record<string, string> = page.location ? { Location: page.location } : {};
      sendText(response, page.status, 'text/html; charset=utf-8', page.html, more);
      return;
    }
    const shown = now + skewAt(now);
    await callApi({ path: url.pathname, method, query: url.searchParams, now, shown }, body, response);
  };
}
