import type { Connecting } from '#shared/contract/shops.ts';
import type { AppId, ShopId } from '#shared/model/shop.ts';
import { fail, type Fault, ok, type Result } from '#shared/result.ts';
import { asInstant, MINUTE } from '#shared/time.ts';
import type { Clock, Timers } from '../../../ports.ts';
import type { BackPage, Listener } from './listener.ts';
import { type Grant, readRedirect } from './redirect.ts';

/** The code lives ten minutes; the seller may take as long to log in and choose a term. */
const OPEN_MS = 15 * MINUTE;

/** One authorisation from the link to the shops. */
export interface Attempt {
  state(): Connecting;
  /** Takes the address of the redirect; the first good one ends the waiting. */
  take(address: string): Result<Connecting>;
  cancel(): void;
  /** Settles when what was taken is done or has failed. */
  settled(): Promise<void>;
}

export interface AttemptDeps {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly listen: (state: string, page: BackPage, came: (address: string) => boolean) => Promise<Listener>;
  /** Makes Shopee's page out of where to come back to, and the state. */
  readonly page: (redirect: string, state: string) => string;
  /** Turns a grant into connected shops. */
  readonly connect: (grant: Grant) => Promise<Result<{ shopIds: ShopId[]; merchants: number }>>;
  readonly changed: () => void;
}

/**
 * Begins an authorisation. With a redirect of the seller's own nobody listens, and the address is pasted. Ends by
 * itself after a quarter of an hour.
 */
export async function beginAttempt(
  deps: AttemptDeps,
  order: { appId: AppId; state: string; redirect: string | null; back: BackPage },
): Promise<Result<Attempt>> {
  let listener: Listener | null = null;
  let work: Promise<void> = Promise.resolve();
  let attempt: Attempt | null = null;
  if (order.redirect === null) {
    try {
      listener = await deps.listen(order.state, order.back, (address) => attempt?.take(address).ok === true);
    } catch {
      return fail('connect-no-port');
    }
  }
  const redirect = listener?.redirect ?? order.redirect ?? '';
  let state: Connecting = {
    appId: order.appId,
    phase: 'waiting',
    url: deps.page(redirect, order.state),
    redirect,
    listening: listener !== null,
    expiresAt: asInstant(deps.clock.now() + OPEN_MS),
    fault: null,
    shopIds: [],
    merchants: 0,
  };
  const become = (change: Partial<Connecting>): void => {
    state = { ...state, ...change };
    if (state.phase !== 'waiting') {
      stopTimer();
      listener?.close();
      listener = null;
      state = { ...state, listening: false };
    }
    deps.changed();
  };
  const stopTimer = deps.timers.after(OPEN_MS, () => {
    if (state.phase === 'waiting') become({ phase: 'expired' });
  });
  const failed = (fault: Fault): void => become({ phase: 'failed', fault });

  attempt = {
    state: () => state,
    take: (address) => {
      if (state.phase !== 'waiting') return fail('connect-not-open');
      const grant = readRedirect(address, order.state);
      if (!grant.ok) return grant;
      become({ phase: 'exchanging' });
      work = deps.connect(grant.value).then(
        (done) => (done.ok ? become({ phase: 'done', ...done.value }) : failed(done.error)),
        () => failed({ code: 'internal' }),
      );
      return ok(state);
    },
    cancel: () => {
      if (state.phase === 'waiting') become({ phase: 'cancelled' });
    },
    settled: () => work,
  };
  return ok(attempt);
}
