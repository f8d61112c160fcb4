import type { StopReason } from '#shared/model/shop.ts';
import type { Writer } from '../types.ts';
import type { TokenOwner } from './tokens.ts';

/** An app as it is typed in, once. */
export interface NewApp {
  readonly place: string;
  readonly customHost: string;
  readonly partnerId: string;
  readonly key: string;
}

/** Keeps an app, or another key of a known one (which takes away what stopped it); answers its id. */
export function saveApp(writer: Writer, app: NewApp, at: number): number {
  writer.run(
    `INSERT INTO shopee_app(place, custom_host, partner_id, partner_key, key_saved_at, created_at)
     VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (place, custom_host, partner_id) DO UPDATE SET partner_key = excluded.partner_key,
       key_saved_at = excluded.key_saved_at, stopped = NULL, stopped_at = NULL, error_code = NULL, address = NULL`,
    app.place,
    app.customHost,
    app.partnerId,
    app.key,
    at,
    at,
  );
  const row = writer.get<{ id: number }>(
    'SELECT id FROM shopee_app WHERE place = ? AND custom_host = ? AND partner_id = ?',
    app.place,
    app.customHost,
    app.partnerId,
  );
  return row?.id ?? 0;
}

/** Stops an app, or lets it go on (`reason` null). */
export function stopApp(
  writer: Writer,
  appId: number,
  stop: { reason: StopReason; code: string; address: string | null; at: number } | null,
): void {
  writer.run(
    'UPDATE shopee_app SET stopped = ?, stopped_at = ?, error_code = ?, address = ? WHERE id = ?',
    stop?.reason ?? null,
    stop?.at ?? null,
    stop?.code ?? null,
    stop?.address ?? null,
    appId,
  );
}

/** Takes away the key of an app that nothing uses any more; the row stays for the shops that were its own. */
export function forgetKey(writer: Writer, appId: number): void {
  writer.run("UPDATE shopee_app SET partner_key = '' WHERE id = ?", appId);
  writer.run('DELETE FROM shopee_token WHERE app_id = ?', appId);
}

/** A shop or a merchant was granted: it begins, or begins anew, without what had stopped it. */
export function connectOwner(writer: Writer, owner: TokenOwner, at: number): void {
  if (owner.kind === 'merchant') {
    writer.run(
      `INSERT INTO merchant(app_id, merchant_no, connected_at) VALUES (?, ?, ?)
       ON CONFLICT (app_id, merchant_no) DO UPDATE SET connected_at = excluded.connected_at, stopped = NULL,
         stopped_at = NULL, error_code = NULL, error_at = NULL, described_at = NULL`,
      owner.appId,
      owner.no,
      at,
    );
    return;
  }
  writer.run(
    `INSERT INTO shop(app_id, shop_no, connected_at) VALUES (?, ?, ?)
     ON CONFLICT (app_id, shop_no) DO UPDATE SET connected_at = excluded.connected_at, disconnected_at = NULL,
       paused = 0, stopped = NULL, stopped_at = NULL, error_code = NULL, error_at = NULL, described_at = NULL`,
    owner.appId,
    owner.no,
    at,
  );
}

/** What the platform says of a shop; what is blank or null leaves what is known. */
export interface ShopFacts {
  readonly name: string;
  readonly region: string;
  readonly crossBorder: boolean | null;
  readonly merchantNo: string | null;
  readonly grantedAt: number | null;
  readonly grantExpiresAt: number | null;
}

/** Keeps what the platform says of a shop. */
export function describeShop(writer: Writer, owner: TokenOwner, facts: ShopFacts, at: number): void {
  writer.run(
    `UPDATE shop SET name = ifnull(nullif(?, ''), name), region = ifnull(nullif(?, ''), region),
       cross_border = ifnull(?, cross_border), merchant_no = ?, granted_at = ifnull(?, granted_at),
       grant_expires_at = ifnull(?, grant_expires_at), described_at = ? WHERE app_id = ? AND shop_no = ?`,
    facts.name,
    facts.region,
    facts.crossBorder === null ? null : facts.crossBorder ? 1 : 0,
    facts.merchantNo,
    facts.grantedAt,
    facts.grantExpiresAt,
    at,
    owner.appId,
    owner.no,
  );
}

/** Keeps what the platform says of a merchant. */
export function describeMerchant(
  writer: Writer,
  owner: TokenOwner,
  facts: {
    name: string;
    region: string;
    currency: string;
    grantedAt: number | null;
    grantExpiresAt: number | null;
  },
  at: number,
): void {
  writer.run(
    `UPDATE merchant SET name = ifnull(nullif(?, ''), name), region = ifnull(nullif(?, ''), region),
       currency = ifnull(nullif(?, ''), currency), granted_at = ifnull(?, granted_at),
       grant_expires_at = ifnull(?, grant_expires_at), described_at = ?
     WHERE app_id = ? AND merchant_no = ?`,
    facts.name,
    facts.region,
    facts.currency,
    facts.grantedAt,
    facts.grantExpiresAt,
    at,
    owner.appId,
    owner.no,
  );
}

/** Stops a shop or a merchant, with the platform's code, or lets it go on (`stop` null). */
export function stopOwner(
  writer: Writer,
  owner: TokenOwner,
  stop: { reason: StopReason; code: string; at: number } | null,
): void {
  const sql =
    owner.kind === 'shop'
      ? `UPDATE shop SET stopped = ?, stopped_at = ?, error_code = ifnull(?, error_code), error_at = ifnull(?, error_at)
         WHERE app_id = ? AND shop_no = ?`
      : `UPDATE merchant SET stopped = ?, stopped_at = ?, error_code = ifnull(?, error_code), error_at = ifnull(?, error_at)
         WHERE app_id = ? AND merchant_no = ?`;
  const at = stop?.at ?? null;
  writer.run(sql, stop?.reason ?? null, at, stop?.code ?? null, at, owner.appId, owner.no);
}

/** Pauses shops, or lets them go on; tells whether one changed. */
export function pauseShop(writer: Writer, shopId: number, paused: boolean): boolean {
  return (
    writer.run(
      'UPDATE shop SET paused = ? WHERE id = ? AND paused = ? AND disconnected_at IS NULL',
      paused ? 1 : 0,
      shopId,
      paused ? 0 : 1,
    ).changes === 1
  );
}

/** Marks a shop as no longer connected; what came from it stays. */
export function disconnectShop(writer: Writer, shopId: number, at: number): void {
  writer.run('UPDATE shop SET disconnected_at = ?, paused = 0, stopped = NULL WHERE id = ?', at, shopId);
}
