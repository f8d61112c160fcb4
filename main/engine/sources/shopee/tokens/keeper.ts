import type { StopReason } from '#shared/model/shop.ts';
import { MINUTE } from '#shared/time.ts';
import type { Clock, Logger } from '../../../ports.ts';
import type { ShopeeClient, ShopeeFault } from '../client.ts';
import { type Outcome, readRefresh } from './outcome.ts';
import type { KeptToken, Owner, Pair, Vault } from './vault.ts';

/** A token that may be used now, or why there is none. */
export type Held =
  | { readonly ok: true; readonly token: string; readonly generation: number }
  | { readonly ok: false; readonly why: 'stopped'; readonly reason: StopReason }
  | { readonly ok: false; readonly why: 'no-token' }
  /** The refresh did not come through: try again later. */
  | { readonly ok: false; readonly why: 'later'; readonly fault: ShopeeFault | null };

export interface TokenKeeper {
  /** A token for a shop or a merchant, refreshed first where its end is near. */
  token(owner: Owner): Promise<Held>;
  /** The platform refused the token of this generation: a newer one, refreshed if there is none yet. */
  refused(owner: Owner, generation: number): Promise<Held>;
  /** Settles when no refresh is under way: what was sent must be kept before the store closes. */
  idle(): Promise<void>;
}

/** So long before its end a token is renewed at the earliest: a lost answer then still leaves time for another try. */
const RENEW_BEFORE_MS = 20 * MINUTE;
/** Of a short life at most this part, lest a token be renewed with every call. */
const RENEW_PART = 0.1;
/** Longer than a refresh can take, so that nobody else begins while an answer may still come. */
const LEASE_MS = 90_000;
const REFRESH_TIMEOUT_MS = 30_000;
const TRIES = 3;
const RETRY_MS = [1_000, 4_000];
const POLL_MS = 250;
/** After a refresh that failed without saying for how long. */
const COOL_MS = MINUTE;
/** A token that is refused right after its refresh is refused for another reason: no second refresh so soon. */
const REFUSED_COOL_MS = 10 * MINUTE;

const keyOf = (owner: Owner): string => `${owner.kind}:${owner.no}`;
const renewBefore = ({ expiresAt, savedAt }: KeptToken): number =>
  Math.min(RENEW_BEFORE_MS, (expiresAt - savedAt) * RENEW_PART);
const held = (token: KeptToken): Held => ({
  ok: true,
  token: token.accessToken,
  generation: token.generation,
});

/**
 * Keeps the tokens of one app. A refresh token is good once: so one refresh at a time for each id, here by sharing the
 * running one, and across processes by a lease in the store; the new pair is on the disk before anybody gets it; and
 * a refresh that was sent is never called off.
 */
export function createTokenKeeper(deps: {
  readonly client: ShopeeClient;
  readonly partnerId: string;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly log: Logger;
  /** Waits; by the machine's timers or a test's. */
  readonly wait: (ms: number) => Promise<void>;
}): TokenKeeper {
  const { client, vault, clock, log } = deps;
  const running = new Map<string, Promise<Held>>();
  const cool = new Map<string, { until: number; fault: ShopeeFault | null }>();
  const lastRefused = new Map<string, number>();
  const unsaved = new Map<string, { generation: number; pair: Pair }>();

  const isFresh = (token: KeptToken): boolean =>
    !token.shared && token.expiresAt - clock.now() > renewBefore(token);
  /** While a refresh does not come through, the old token serves until its own end. */
  const fallBack = (owner: Owner, refused: number | null, fault: ShopeeFault | null): Held => {
    const token = vault.token(owner);
    const good = token !== null && token.generation !== refused && token.expiresAt > clock.now();
    return good ? held(token) : { ok: false, why: 'later', fault };
  };

  /** Puts a pair that came on the disk. Where that fails it waits in memory: asking again would find it used. */
  const save = (owner: Owner): Held | null => {
    const waiting = unsaved.get(keyOf(owner));
    if (!waiting) return null;
    try {
      if (vault.renew(owner, waiting.generation, waiting.pair, clock.now())) {
        log.info('tokens.refreshed', { ...owner });
      }
      unsaved.delete(keyOf(owner));
    } catch {
      log.error('tokens.unsaved', { ...owner });
      return { ok: false, why: 'later', fault: null };
    }
    const newest = vault.token(owner);
    return newest ? held(newest) : { ok: false, why: 'no-token' };
  };

  const send = async (owner: Owner, token: KeptToken): Promise<Outcome> => {
    const answer = await client.call(
      'public.refresh_access_token',
      {
        refresh_token: token.refreshToken,
        partner_id: deps.partnerId,
        ...(owner.kind === 'shop' ? { shop_id: owner.no } : { merchant_id: owner.no }),
      },
      { kind: 'public' },
      { timeoutMs: REFRESH_TIMEOUT_MS },
    );
    return readRefresh(answer, token, clock.now());
  };

  const settle = (owner: Owner, token: KeptToken, outcome: Outcome): Held | 'again' => {
    const at = clock.now();
    if (outcome.kind === 'pair') {
      unsaved.set(keyOf(owner), { generation: token.generation, pair: outcome.pair });
      return save(owner) ?? { ok: false, why: 'later', fault: null };
    }
    // An answer that tells that nothing was used takes the note off, but not the note of an earlier, lost one.
    vault.release(owner, outcome.kind !== 'lost' && token.askedAt === null);
    if (outcome.kind === 'lost') return 'again';
    if (outcome.kind === 'wait') {
      cool.set(keyOf(owner), { until: at + (outcome.ms ?? COOL_MS), fault: outcome.fault });
      return fallBack(owner, null, outcome.fault);
    }
    const newest = vault.token(owner);
    // Somebody granted anew while the answer was on its way: what failed is the past.
    if (newest && newest.generation !== token.generation) return held(newest);
    const stop = { reason: outcome.reason, code: outcome.fault.code, at };
    if (outcome.scope === 'app') vault.stopApp({ ...stop, address: outcome.fault.address });
    else vault.stop(owner, stop);
    log.warn('tokens.stopped', { ...owner, reason: outcome.reason, code: outcome.fault.code });
    return { ok: false, why: 'stopped', reason: outcome.reason };
  };

  const refresh = async (owner: Owner, refused: number | null): Promise<Held> => {
    let tries = 0;
    const giveUpAt = clock.now() + LEASE_MS + REFRESH_TIMEOUT_MS;
    for (;;) {
      const reason = vault.stopOf(owner);
      if (reason !== null) return { ok: false, why: 'stopped', reason };
      const saved = save(owner);
      if (saved) return saved;
      const now = clock.now();
      const token = vault.begin(owner, now, now + LEASE_MS);
      if (token === null) return { ok: false, why: 'no-token' };
      if (token === 'busy') {
        if (now >= giveUpAt) return fallBack(owner, refused, null);
        await deps.wait(POLL_MS);
        continue;
      }
      if (token.generation !== refused && isFresh(token)) {
        vault.release(owner, token.askedAt === null);
        return held(token);
      }
      const outcome = await send(owner, token);
      const settled = settle(owner, token, outcome);
      if (settled !== 'again') return settled;
      tries += 1;
      const fault = outcome.kind === 'lost' ? outcome.fault : null;
      log.warn('tokens.unanswered', { ...owner, tries, code: fault?.code ?? null });
      if (tries >= TRIES) {
        cool.set(keyOf(owner), { until: clock.now() + COOL_MS, fault });
        return fallBack(owner, refused, fault);
      }
      await deps.wait(RETRY_MS[tries - 1] ?? COOL_MS);
    }
  };

  const single = (owner: Owner, refused: number | null): Promise<Held> => {
    const key = keyOf(owner);
    const under = running.get(key);
    if (under) return under;
    const cooling = cool.get(key);
    if (cooling && cooling.until > clock.now()) {
      return Promise.resolve(fallBack(owner, refused, cooling.fault));
    }
    cool.delete(key);
    const mine = refresh(owner, refused)
      .catch((): Held => {
        // The store refused (a full disk, another process that holds it): nothing was sent, or the pair waits in memory.
        log.error('tokens.store', { ...owner });
        cool.set(key, { until: clock.now() + COOL_MS, fault: null });
        return { ok: false, why: 'later', fault: null };
      })
      .finally(() => running.delete(key));
    running.set(key, mine);
    return mine;
  };

  return {
    token: async (owner) => {
      const reason = vault.stopOf(owner);
      if (reason !== null) return { ok: false, why: 'stopped', reason };
      const token = vault.token(owner);
      if (!token) return { ok: false, why: 'no-token' };
      return isFresh(token) ? held(token) : single(owner, null);
    },
    refused: async (owner, generation) => {
      const token = vault.token(owner);
      if (token && token.generation !== generation && token.expiresAt > clock.now()) return held(token);
      const key = keyOf(owner);
      const before = lastRefused.get(key) ?? Number.NEGATIVE_INFINITY;
      if (clock.now() - before < REFUSED_COOL_MS && !running.has(key)) {
        return { ok: false, why: 'later', fault: null };
      }
      lastRefused.set(key, clock.now());
      return single(owner, generation);
    },
    idle: async () => {
      await Promise.allSettled(running.values());
    },
  };
}
