import {
  GRANT_WARNING_DAYS,
  type GrantTerm,
  type MerchantRow,
  type ShopClick,
  type ShopeeApp,
  type ShopRow,
  type ShopState,
  type StopReason,
} from '#shared/model/shop.ts';
import { MARKETS } from '#shared/model/market.ts';
import { DAY } from '#shared/time.ts';
import type { TokenOwner } from '../aggregates/tokens.ts';
import type { Reader } from '../types.ts';

/** What a person clicks, for each reason; also which state a shop is in. */
const OF_REASON: Readonly<Record<StopReason, readonly [ShopState, ShopClick]>> = {
  'grant-expired': ['needs-authorisation', 'authorise'],
  unlinked: ['needs-authorisation', 'authorise'],
  'refresh-lost': ['needs-authorisation', 'authorise'],
  'refresh-invalid': ['needs-authorisation', 'authorise'],
  banned: ['banned', 'ask-shopee'],
  frozen: ['banned', 'ask-shopee'],
  'no-permission': ['app-refused', 'open-console'],
  'wrong-key': ['key-expired', 'enter-key'],
  'key-expired': ['key-expired', 'enter-key'],
  'partner-unknown': ['app-refused', 'enter-key'],
  'address-undeclared': ['address-undeclared', 'declare-address'],
  'app-deleted': ['app-refused', 'open-console'],
  'app-restricted': ['app-refused', 'open-console'],
  'app-suspended': ['app-refused', 'open-console'],
};

/** How near the end of a grant is. */
export function termOf(expiresAt: number | null, now: number): GrantTerm {
  if (expiresAt === null) return 'unknown';
  if (expiresAt <= now) return 'over';
  return expiresAt - now <= GRANT_WARNING_DAYS * DAY ? 'soon' : 'far';
}

/** The state of a shop: its app's trouble first, then its own, then the pause. */
function stateOf(row: StoredShop, now: number): Pick<ShopRow, 'state' | 'reason' | 'click' | 'address'> {
  const reason = row.appStopped ?? row.stopped;
  if (reason !== null) {
    const [state, click] = OF_REASON[reason];
    return { state, reason, click, address: reason === 'address-undeclared' ? row.appAddress : null };
  }
  if (row.paused === 1) return { state: 'paused', reason: null, click: 'resume', address: null };
  if (row.tokenExpiresAt === null) {
    return { state: 'needs-authorisation', reason: 'unlinked', click: 'authorise', address: null };
  }
  const renewing = row.leaseUntil > now || row.tokenExpiresAt <= now;
  return { state: renewing ? 'refreshing' : 'ok', reason: null, click: null, address: null };
}

interface StoredShop {
  readonly id: number;
  readonly appId: number;
  readonly shopNo: string;
  readonly name: string;
  readonly region: string;
  readonly crossBorder: number;
  readonly merchantNo: string | null;
  readonly connectedAt: number;
  readonly grantedAt: number | null;
  readonly grantExpiresAt: number | null;
  readonly paused: number;
  readonly stopped: StopReason | null;
  readonly errorAt: number | null;
  readonly errorCode: string | null;
  readonly appStopped: StopReason | null;
  readonly appStoppedAt: number | null;
  readonly appError: string | null;
  readonly appAddress: string | null;
  readonly tokenExpiresAt: number | null;
  readonly leaseUntil: number;
}

const SHOPS = `SELECT s.id, s.app_id AS appId, s.shop_no AS shopNo, s.name, s.region, s.cross_border AS crossBorder,
    s.merchant_no AS merchantNo, s.connected_at AS connectedAt, s.granted_at AS grantedAt,
    s.grant_expires_at AS grantExpiresAt, s.paused, s.stopped, s.error_at AS errorAt, s.error_code AS errorCode,
    a.stopped AS appStopped, a.stopped_at AS appStoppedAt, a.error_code AS appError, a.address AS appAddress,
    t.expires_at AS tokenExpiresAt, ifnull(t.lease_until, 0) AS leaseUntil
  FROM shop s JOIN shopee_app a ON a.id = s.app_id
  LEFT JOIN shopee_token t ON t.app_id = s.app_id AND t.kind = 'shop' AND t.owner_no = s.shop_no
  WHERE s.disconnected_at IS NULL`;

function asRow(row: StoredShop, now: number): ShopRow {
  return {
    ...stateOf(row, now),
    id: row.id,
    appId: row.appId,
    shopNo: row.shopNo,
    name: row.name,
    market: MARKETS.find((market) => market === row.region) ?? null,
    region: row.region,
    crossBorder: row.crossBorder === 1,
    merchantNo: row.merchantNo,
    connectedAt: row.connectedAt,
    grantedAt: row.grantedAt,
    grantExpiresAt: row.grantExpiresAt,
    term: termOf(row.grantExpiresAt, now),
    tokenExpiresAt: row.tokenExpiresAt,
    lastErrorAt: row.appStoppedAt ?? row.errorAt,
    lastError: row.appError ?? row.errorCode,
  } as ShopRow;
}

/** Connected shops with their state, by name; at most 500. */
export function shopRows(reader: Reader, now: number): ShopRow[] {
  return reader
    .all<StoredShop>(`${SHOPS} ORDER BY s.name, s.shop_no LIMIT 500`)
    .map((row) => asRow(row, now));
}

/** One connected shop, or null. */
export function shopById(reader: Reader, id: number, now: number): ShopRow | null {
  const row = reader.get<StoredShop>(`${SHOPS} AND s.id = ?`, id);
  return row ? asRow(row, now) : null;
}

/** Merchants with what is known of them; at most 500. */
export function merchantRows(reader: Reader, now: number): MerchantRow[] {
  const rows = reader.all<Omit<MerchantRow, 'term'>>(
    `SELECT m.app_id AS appId, m.merchant_no AS merchantNo, m.name, m.region, m.currency, m.stopped,
       m.grant_expires_at AS grantExpiresAt, t.expires_at AS tokenExpiresAt
     FROM merchant m
     JOIN shopee_token t ON t.app_id = m.app_id AND t.kind = 'merchant' AND t.owner_no = m.merchant_no
     ORDER BY m.name, m.merchant_no LIMIT 500`,
  );
  return rows.map((row) => ({ ...row, term: termOf(row.grantExpiresAt, now) }));
}

const APPS = `SELECT a.id, a.place, nullif(a.custom_host, '') AS customHost, a.partner_id AS partnerId,
    substr(a.partner_key, -4) AS keyTail, a.key_saved_at AS keySavedAt, a.stopped, a.stopped_at AS stoppedAt, a.address,
    (SELECT count(*) FROM shop s WHERE s.app_id = a.id AND s.disconnected_at IS NULL) AS shops
  FROM shopee_app a WHERE a.partner_key <> ''`;

/** Apps, of whose keys only the tails leave the store; at most 500. */
export function appRows(reader: Reader): ShopeeApp[] {
  return reader.all(`${APPS} ORDER BY a.id LIMIT 500`);
}

/** One app, or null. */
export function appById(reader: Reader, id: number): ShopeeApp | null {
  return reader.get<ShopeeApp>(`${APPS} AND a.id = ?`, id) ?? null;
}

/** The key of an app, for signing and for nothing else; null where it was forgotten. */
export function appKey(reader: Reader, id: number): string | null {
  return (
    reader.get<{ key: string }>("SELECT nullif(partner_key, '') AS key FROM shopee_app WHERE id = ?", id)
      ?.key ?? null
  );
}

/** Why nothing may be called for a shop or a merchant, or null: its app's reason first. */
export function stopOf(reader: Reader, owner: TokenOwner): StopReason | null {
  const sql =
    owner.kind === 'shop'
      ? `SELECT coalesce(a.stopped, s.stopped) AS reason FROM shopee_app a
         JOIN shop s ON s.app_id = a.id WHERE a.id = ? AND s.shop_no = ?`
      : `SELECT coalesce(a.stopped, m.stopped) AS reason FROM shopee_app a
         JOIN merchant m ON m.app_id = a.id WHERE a.id = ? AND m.merchant_no = ?`;
  return reader.get<{ reason: StopReason | null }>(sql, owner.appId, owner.no)?.reason ?? null;
}
