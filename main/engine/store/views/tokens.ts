import type { TokenOwner } from '../aggregates/tokens.ts';
import type { Reader } from '../types.ts';

export interface StoredToken {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresAt: number;
  readonly savedAt: number;
  /** Still the first pair of a main account, which is also in the hands of its other shops. */
  readonly shared: boolean;
  readonly generation: number;
  /** A refresh was sent then, and its answer never came. */
  readonly askedAt: number | null;
  readonly leaseHolder: string | null;
  readonly leaseUntil: number;
}

/** The pair of a shop or a merchant, or null where there is none. */
export function tokenOf(reader: Reader, owner: TokenOwner): StoredToken | null {
  const row = reader.get<Omit<StoredToken, 'shared'> & { shared: number }>(
    `SELECT access_token AS accessToken, refresh_token AS refreshToken, expires_at AS expiresAt, saved_at AS savedAt,
       shared, generation, asked_at AS askedAt, lease_holder AS leaseHolder, lease_until AS leaseUntil
     FROM shopee_token WHERE app_id = ? AND kind = ? AND owner_no = ?`,
    owner.appId,
    owner.kind,
    owner.no,
  );
  return row ? { ...row, shared: row.shared === 1 } : null;
}

/** Everyone with a token, apps in turn; at most 500. */
export function tokenOwners(reader: Reader): TokenOwner[] {
  return reader.all(
    'SELECT app_id AS appId, kind, owner_no AS no FROM shopee_token ORDER BY app_id, kind, owner_no LIMIT 500',
  );
}

/** A token with what decides whether its owner is looked after now. */
export interface Tended extends TokenOwner {
  readonly savedAt: number;
  readonly describedAt: number | null;
  readonly paused: boolean;
}

/** Owners whose app and who themselves are not stopped, apps in turn; at most 500. */
export function ownersToTend(reader: Reader): Tended[] {
  const rows = reader.all<Omit<Tended, 'paused'> & { paused: number }>(
    `SELECT t.app_id AS appId, t.kind, t.owner_no AS no, t.saved_at AS savedAt,
       coalesce(s.described_at, m.described_at) AS describedAt, ifnull(s.paused, 0) AS paused
     FROM shopee_token t JOIN shopee_app a ON a.id = t.app_id
     LEFT JOIN shop s ON t.kind = 'shop' AND s.app_id = t.app_id AND s.shop_no = t.owner_no
     LEFT JOIN merchant m ON t.kind = 'merchant' AND m.app_id = t.app_id AND m.merchant_no = t.owner_no
     WHERE a.stopped IS NULL AND a.partner_key <> '' AND coalesce(s.stopped, m.stopped) IS NULL
     ORDER BY t.app_id, t.kind, t.owner_no LIMIT 500`,
  );
  return rows.map((row) => ({ ...row, paused: row.paused === 1 }));
}
