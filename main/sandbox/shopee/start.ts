import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '#shared/time.ts';
import type { World } from '../simulate/world.ts';
import { appOf, type SandboxApp } from './app.ts';
import { type Census, census } from './census.ts';
import { type Counters, createCounters } from './counters.ts';
import { createDesk } from './desk.ts';
import { createFaults, type FaultState } from './faults/injector.ts';
import type { FaultRule } from './faults/kinds.ts';
import { deliverByFetch } from './push/deliver.ts';
import { createPusher, type Pusher } from './push/send.ts';
import { createPushStore } from './push/store.ts';
import { createServing } from './serve.ts';
import { createTokens, TOKEN_LIFE } from './tokens.ts';

export interface SandboxOptions {
  readonly world: World;
  readonly clock: Clock;
  /** 0 or absent: any free port. */
  readonly port?: number;
  readonly category?: SandboxApp['category'];
  /** Life of access tokens in milliseconds; four hours on the platform. */
  readonly accessLife?: number;
  readonly faults?: readonly FaultRule[];
  /** Where pushes go; none are sent without it. */
  readonly callbackUrl?: string;
  /** Shortens the waits between a push's retries; 1 is the platform's. */
  readonly retryScale?: number;
  /** Lets the control endpoint set the clock. */
  readonly setClock?: (now: number) => void;
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

export interface SandboxCounters extends Counters {
  readonly refreshes: number;
  /** Refreshes with a token that its id had already used. */
  readonly tokensBurnt: number;
}

export interface ShopeeSandbox {
  readonly url: string;
  readonly credentials: SandboxCredentials;
  readonly faults: FaultState;
  readonly pusher: Pusher;
  /** Totals of the truth by now. */
  truth(): Census;
  counters(): SandboxCounters;
  close(): Promise<void>;
}

/** Starts a loopback server that behaves like the Shopee Open Platform over a world, at the time of the given clock. */
export async function startShopeeSandbox(options: SandboxOptions): Promise<ShopeeSandbox> {
  const { world, clock } = options;
  const app = { ...appOf(world.config.seed), ...(options.category ? { category: options.category } : {}) };
  const tokens = createTokens(world.config.seed, { access: options.accessLife ?? TOKEN_LIFE.access });
  const store = createPushStore();
  store.callbackUrl = options.callbackUrl ?? '';
  const desk = createDesk(app, tokens, store);
  const totals = createCounters();
  const faults = createFaults(world.config.seed, options.faults);
  const pusher = createPusher({
    world,
    store,
    grants: tokens.grants,
    partnerKey: app.partnerKey,
    now: () => clock.now(),
    deliver: deliverByFetch,
    retryScale: options.retryScale ?? 1,
  });
  const counters = (): SandboxCounters => ({
    ...totals,
    refreshes: tokens.counters.refreshed,
    tokensBurnt: tokens.counters.burnt,
  });

  let quietUntil = 0;
  const serve = createServing({
    world,
    clock,
    desk,
    faults,
    totals,
    controlled: {
      world,
      desk,
      faults,
      pusher,
      now: () => clock.now(),
      counters,
      ...(options.setClock ? { setClock: options.setClock } : {}),
      silence(ms) {
        quietUntil = ms === null ? Infinity : performance.now() + ms;
      },
    },
  });
  const server = createServer((request, response) => {
    // Silence is the network's: whoever calls is cut off.
    if (performance.now() < quietUntil && !request.url?.startsWith('/_sandbox/')) {
      request.socket.destroy();
      return;
    }
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
    faults,
    pusher,
    truth: () => census(world, clock.now()),
    counters,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
