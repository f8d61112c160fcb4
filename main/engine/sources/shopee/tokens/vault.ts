import type { StopReason } from '#shared/model/shop.ts';

/** A shop or a merchant of one app, by the platform's own id. */
export interface Owner {
  readonly kind: 'shop' | 'merchant';
  readonly no: string;
}

/** A pair as kept. Times are epoch ms. */
export interface KeptToken {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresAt: number;
  readonly savedAt: number;
  /** Still the first pair of a main account, in the hands of its other shops too. */
  readonly shared: boolean;
  /** Grows with each new pair. */
  readonly generation: number;
  /** A refresh was sent then, and nobody knows its answer. */
  readonly askedAt: number | null;
}

export interface Pair {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresAt: number;
}

/**
 * Where one app's tokens are kept. Every write is on the disk before the call returns, and holds against other
 * processes on the same store.
 */
export interface Vault {
  token(owner: Owner): KeptToken | null;
  /**
   * Takes the right to refresh until `until` and notes that a refresh is about to be sent. Answers the token as it was
   * before the note; `busy` while another has the right; null where there is no token.
   */
  begin(owner: Owner, now: number, until: number): KeptToken | 'busy' | null;
  /** Keeps the pair that came for `generation`; false where that one is no longer the newest. */
  renew(owner: Owner, generation: number, pair: Pair, at: number): boolean;
  /** Gives the right back. `known`: the answer came, and the refresh token was not used. */
  release(owner: Owner, known: boolean): void;
  /** Why nothing may be called, or null. */
  stopOf(owner: Owner): StopReason | null;
  stop(owner: Owner, stop: { reason: StopReason; code: string; at: number }): void;
  stopApp(stop: { reason: StopReason; code: string; address: string | null; at: number }): void;
}
