import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '#shared/time.ts';
import type { World } from '../simulate/world.ts';
import { appOf, type SandboxApp } from './app.ts';
import { authPage } from './authPage.ts';
import { countCall, type Counters, createCounters } from './counters.ts';
import { createDesk } from './desk.ts';
import type { Gate } from './gate.ts';
import { answer, type Office } from './handle.ts';
import { bodyOf, encode, sendText } from './http.ts';
import { createPushStore } from './push/store.ts';
import { ENDPOINTS } from './routes.ts';
import { createTokens, TOKEN_LIFE } from './tokens.ts';

export interface SandboxOptions {
  readonly world: World;
  readonly clock: Clock;
  /** 0 or absent: any free port. */
  readonly port?: number;
  readonly category?: SandboxApp['category'];
  /** Life of access tokens in milliseconds; four hours on the platform. */
  readonly accessLife?: number;
}

/** What a seller would copy from the console. */
export interface SandboxCredentials {
  readonly partnerId: number;
  readonly partnerKey: string;
  readonly host: string;
  readonly authPage: string;
  readonly mainAccountId: number;
  readonly merchantId: number;
  readonly shops: readonly { readonly shopId: number; readonly market: string; readonly name: string }[];
}

export interface ShopeeSandbox {
  readonly url: string;
  readonly credentials: SandboxCredentials;
  counters(): Counters & { readonly refreshes: number; readonly tokensBurnt: number };
  close(): Promise<void>;
}

/** Starts a loopback server that behaves like the Shopee Open Platform over a world, at the time of the given clock. */
export async function startShopeeSandbox(options: SandboxOptions): Promise<ShopeeSandbox> {
  const { world, clock } = options;
  const app = { ...appOf(world.config.seed), ...(options.category ? { category: options.category } : {}) };
  const tokens = createTokens(world.config.seed, { access: options.accessLife ?? TOKEN_LIFE.access });
  const desk = createDesk(app, tokens, createPushStore());
  const counters = createCounters();
  const shopIds = new Set(world.shops.map((shop) => shop.shopId));
  const gate: Gate = {
    app,
    tokens,
    endpoints: ENDPOINTS,
    knows: (kind, id) => (kind === 'shop' ? shopIds.has(id) : id === world.merchantId),
    trouble: () => null,
    keyExpired: () => false,
  };
  const office: Office = { world, clock, desk, gate };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.sendDate = false;
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const now = clock.now();
    const page = authPage({ world, tokens, app, now }, url);
    if (page) {
      sendText(
        response,
        page.status,
        'text/html; charset=utf-8',
        page.html,
        page.location ? { Location: page.location } : {},
      );
      return;
    }
    const body = request.method === 'POST' ? await bodyOf(request) : Buffer.alloc(0);
    const knock = { path: url.pathname, method: request.method ?? 'GET', query: url.searchParams, now };
    const reply = answer(office, knock, body ?? Buffer.alloc(0));
    countCall(counters, url.pathname, ENDPOINTS.get(url.pathname)?.kind === 'public', reply);
    const { status, headers, bytes } = encode(reply, counters.calls, now);
    response.writeHead(status, headers);
    response.end(bytes);
  };

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    credentials: {
      partnerId: app.partnerId,
      partnerKey: app.partnerKey,
      host: url,
      authPage: `${url}/auth`,
      mainAccountId: world.mainAccountId,
      merchantId: world.merchantId,
      shops: world.shops.map(({ shopId, market, name }) => ({ shopId, market, name })),
    },
    counters: () => ({
      ...counters,
      refreshes: tokens.counters.refreshed,
      tokensBurnt: tokens.counters.burnt,
    }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
