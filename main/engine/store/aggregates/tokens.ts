import type { Writer } from '../types.ts';

/** Whose token: a shop or a merchant of one app. */
export interface TokenOwner {
  readonly appId: number;
  readonly kind: 'shop' | 'merchant';
  readonly no: string;
}

export interface NewPair {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Epoch ms. */
  readonly expiresAt: number;
}

/** Keeps the pair of a grant; whatever was there before is void. `shared`: one pair for all ids of a main account. */
export function grantToken(
  writer: Writer,
  owner: TokenOwner,
  pair: NewPair,
  shared: boolean,
  at: number,
): void {
  writer.run(
    `INSERT INTO shopee_token(app_id, kind, owner_no, access_token, refresh_token, expires_at, saved_at, shared, generation)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)
     ON CONFLICT (app_id, kind, owner_no) DO UPDATE SET access_token = excluded.access_token,
       refresh_token = excluded.refresh_token, expires_at = excluded.expires_at, saved_at = excluded.saved_at,
       shared = excluded.shared, generation = shopee_token.generation + 1, asked_at = NULL,
       lease_holder = NULL, lease_until = 0`,
    owner.appId,
    owner.kind,
    owner.no,
    pair.accessToken,
    pair.refreshToken,
    pair.expiresAt,
    at,
    shared ? 1 : 0,
  );
}

/** Takes the right to refresh until `until`, unless another process has it; tells whether it was taken. */
export function leaseToken(
  writer: Writer,
  owner: TokenOwner,
  holder: string,
  now: number,
  until: number,
): boolean {
  return (
    writer.run(
      `UPDATE shopee_token SET lease_holder = ?, lease_until = ?
       WHERE app_id = ? AND kind = ? AND owner_no = ? AND (lease_holder IS NULL OR lease_holder = ? OR lease_until <= ?)`,
      holder,
      until,
      owner.appId,
      owner.kind,
      owner.no,
      holder,
      now,
    ).changes === 1
  );
}

/** Notes that a refresh is about to be sent: should its answer be lost, the next attempt knows why it fails. */
export function markAsked(writer: Writer, owner: TokenOwner, at: number): void {
  writer.run(
    `UPDATE shopee_token SET asked_at = ifnull(asked_at, ?) WHERE app_id = ? AND kind = ? AND owner_no = ?`,
    at,
    owner.appId,
    owner.kind,
    owner.no,
  );
}

/**
 * Puts a refreshed pair in the place of the one of `generation`, and gives the lease back. Tells whether it did: a
 * grant may have put another pair there meanwhile, which is newer than anything that a refresh brings.
 */
export function renewToken(
  writer: Writer,
  owner: TokenOwner,
  generation: number,
  pair: NewPair,
  at: number,
): boolean {
  return (
    writer.run(
      `UPDATE shopee_token SET access_token = ?, refresh_token = ?, expires_at = ?, saved_at = ?, shared = 0,
         generation = generation + 1, asked_at = NULL, lease_holder = NULL, lease_until = 0
       WHERE app_id = ? AND kind = ? AND owner_no = ? AND generation = ?`,
      pair.accessToken,
      pair.refreshToken,
      pair.expiresAt,
      at,
      owner.appId,
      owner.kind,
      owner.no,
      generation,
    ).changes === 1
  );
}

/** Gives the lease back; `known` takes the note off where the answer came and changed nothing. */
export function releaseToken(writer: Writer, owner: TokenOwner, holder: string, known: boolean): void {
  writer.run(
    `UPDATE shopee_token SET lease_holder = NULL, lease_until = 0, asked_at = CASE WHEN ? = 1 THEN NULL ELSE asked_at END
     WHERE app_id = ? AND kind = ? AND owner_no = ? AND lease_holder = ?`,
    known ? 1 : 0,
    owner.appId,
    owner.kind,
    owner.no,
    holder,
  );
}

/** Forgets the tokens of a shop or a merchant. */
export function dropToken(writer: Writer, owner: TokenOwner): void {
  writer.run(
    'DELETE FROM shopee_token WHERE app_id = ? AND kind = ? AND owner_no = ?',
    owner.appId,
    owner.kind,
    owner.no,
  );
}
