import { DAY, HOUR, MINUTE } from '#shared/time.ts';
import { mix } from '../simulate/random.ts';

/** Life times of the platform (reference, section 1.3), in milliseconds. */
export const TOKEN_LIFE = {
  access: 4 * HOUR,
  overlap: 5 * MINUTE,
  refresh: 30 * DAY,
  code: 10 * MINUTE,
} as const;

/** `shop:123` or `merchant:456`. */
export type Holder = string;

interface Code {
  readonly account: { readonly kind: 'shop' | 'main'; readonly id: number };
  readonly holders: readonly Holder[];
  readonly until: number;
  used: boolean;
}
interface Refresh {
  readonly until: number;
  /** Ids that have not used it yet. */
  readonly fresh: Set<Holder>;
  readonly holders: ReadonlySet<Holder>;
}

export interface Grant {
  authorisedAt: number;
  until: number;
  linked: boolean;
  banned: boolean;
}

export interface Pair {
  readonly access: string;
  readonly refresh: string;
  /** Milliseconds from now. */
  readonly expiresIn: number;
}

export type RefreshAnswer =
  | { readonly ok: true; readonly pair: Pair }
  | {
      readonly ok: false;
      readonly why: 'unknown' | 'used' | 'expired' | 'unlinked' | 'banned' | 'grant-expired';
    };

/** Authorisations, codes and tokens of one app, with the rules of the platform. */
export interface Tokens {
  readonly grants: Map<Holder, Grant>;
  readonly counters: { issued: number; refreshed: number; burnt: number };
  /** A code for the holders that the account stands for; the grants begin. */
  authorise(account: Code['account'], holders: readonly Holder[], now: number, term: number): string;
  exchange(
    code: string,
    account: Code['account'],
    now: number,
  ): { pair: Pair; holders: readonly Holder[] } | null;
  refresh(token: string, holder: Holder, now: number): RefreshAnswer;
  /** True when the token opens calls of this holder now. */
  opens(token: string, holder: Holder, now: number): boolean;
  /** Ends the life of the holder's access tokens at once. */
  expire(holder: Holder): void;
}

export function createTokens(seed: number, life: { access: number } = TOKEN_LIFE): Tokens {
  const codes = new Map<string, Code>();
  const refreshes = new Map<string, Refresh>();
  const access = new Map<Holder, Map<string, number>>();
  const grants = new Map<Holder, Grant>();
  const counters = { issued: 0, refreshed: 0, burnt: 0 };
  let made = 0;

  const secret = (): string => {
    made += 1;
    return [1, 2, 3, 4].map((part) => mix(seed, 80, made, part).toString(16).padStart(8, '0')).join('');
  };
  const issue = (holders: readonly Holder[], now: number, shorter: number): Pair => {
    const pair = { access: secret(), refresh: secret(), expiresIn: life.access - shorter };
    for (const holder of holders) {
      const held = access.get(holder) ?? new Map<string, number>();
      // What expired long ago is forgotten.
      for (const [token, until] of held) if (until < now - DAY) held.delete(token);
      held.set(pair.access, now + pair.expiresIn);
      access.set(holder, held);
    }
    refreshes.set(pair.refresh, {
      until: now + TOKEN_LIFE.refresh,
      fresh: new Set(holders),
      holders: new Set(holders),
    });
    counters.issued += 1;
    return pair;
  };

  return {
    grants,
    counters,
    authorise(account, holders, now, term) {
      for (const holder of holders) {
        const before = grants.get(holder);
        grants.set(holder, {
          authorisedAt: now,
          until: now + term,
          linked: true,
          banned: before?.banned ?? false,
        });
      }
      const code = secret();
      codes.set(code, { account, holders, until: now + TOKEN_LIFE.code, used: false });
      return code;
    },
    exchange(name, account, now) {
      const code = codes.get(name);
      if (!code || code.used || code.until < now) return null;
      if (code.account.kind !== account.kind || code.account.id !== account.id) return null;
      code.used = true;
      // Re-authorising replaces both tokens.
      for (const holder of code.holders) {
        access.delete(holder);
        for (const refresh of refreshes.values()) refresh.fresh.delete(holder);
      }
      return { pair: issue(code.holders, now, (made % 9) * 60_000 + 41_000), holders: code.holders };
    },
    refresh(token, holder, now) {
      const grant = grants.get(holder);
      if (!grant?.linked) return { ok: false, why: 'unlinked' };
      if (grant.banned) return { ok: false, why: 'banned' };
      if (grant.until <= now) return { ok: false, why: 'grant-expired' };
      const held = refreshes.get(token);
      if (!held?.holders.has(holder)) return { ok: false, why: 'unknown' };
      if (!held.fresh.has(holder)) {
        counters.burnt += 1;
        return { ok: false, why: 'used' };
      }
      if (held.until <= now) return { ok: false, why: 'expired' };
      held.fresh.delete(holder);
      const old = access.get(holder);
      if (old) for (const [name, until] of old) old.set(name, Math.min(until, now + TOKEN_LIFE.overlap));
      counters.refreshed += 1;
      return { ok: true, pair: issue([holder], now, 0) };
    },
    opens(token, holder, now) {
      const until = access.get(holder)?.get(token);
      return until !== undefined && until > now;
    },
    expire(holder) {
      access.delete(holder);
    },
  };
}
