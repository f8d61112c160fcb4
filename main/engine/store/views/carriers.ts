import type { Reader } from '../types.ts';
import { cutPage, TOTAL_MAX, unpackCursor } from './cursor.ts';

export interface StoredAccount {
  readonly source: string;
  /** JSON with secrets: for the engine's own use, never for an answer. */
  readonly credentials: string;
  readonly enabled: boolean;
  readonly verifiedAt: number | null;
  readonly okAt: number | null;
  readonly fault: string | null;
  readonly faultCode: string | null;
  readonly faultAt: number | null;
  readonly restUntil: number | null;
}

interface AccountRow extends Omit<StoredAccount, 'enabled'> {
  readonly enabled: number;
}

const ACCOUNT = `SELECT source, credentials, enabled, verified_at AS verifiedAt, ok_at AS okAt, fault,
  fault_code AS faultCode, fault_at AS faultAt, rest_until AS restUntil FROM carrier_account`;

/** All accounts. There are as many as sources. */
export function carrierAccounts(reader: Reader): StoredAccount[] {
  return reader
    .all<AccountRow>(`${ACCOUNT} ORDER BY source`)
    .map((row) => ({ ...row, enabled: row.enabled === 1 }));
}

/** One source's account. */
export function carrierAccount(reader: Reader, source: string): StoredAccount | undefined {
  const row = reader.get<AccountRow>(`${ACCOUNT} WHERE source = ?`, source);
  return row && { ...row, enabled: row.enabled === 1 };
}

export interface KnownNumber {
  readonly registeredAt: number | null;
  readonly hash: string | null;
  readonly askedAt: number | null;
  readonly stoppedAt: number | null;
}

/** What a source knows of a number. */
export function knownNumber(reader: Reader, source: string, number: string): KnownNumber | undefined {
  return reader.get<KnownNumber>(
    `SELECT registered_at AS registeredAt, hash, asked_at AS askedAt, stopped_at AS stoppedAt
     FROM carrier_number WHERE source = ? AND number = ?`,
    ...[source, number],
  );
}

/** Numbers that each source knows. */
export function numberCounts(reader: Reader): Map<string, number> {
  const rows = reader.all<{ source: string; n: number }>(
    'SELECT source, count(*) AS n FROM carrier_number WHERE registered_at IS NOT NULL GROUP BY source',
  );
  return new Map(rows.map((row) => [row.source, row.n]));
}

export interface NumberParcel {
  readonly carrier: string;
  readonly market: string | null;
  readonly orderNo: string | null;
  readonly orderedAt: number | null;
}

/** The parcel that a number belongs to, with what a source may need to be asked. */
export function parcelOfNumber(reader: Reader, number: string): NumberParcel | undefined {
  return reader.get<NumberParcel>(
    `SELECT l.carrier, p.market, p.order_no AS orderNo, p.ordered_at AS orderedAt
     FROM leg l JOIN parcel p ON p.id = l.parcel_id WHERE l.number = ? ORDER BY l.id LIMIT 1`,
    number,
  );
}

/** The carrier that somebody told for a number. */
export function toldCarrier(reader: Reader, number: string): string | undefined {
  return reader.get<{ carrier: string }>('SELECT carrier FROM number_carrier WHERE number = ?', number)
    ?.carrier;
}

/** Told numbers that begin alike, at most so many: what a number's neighbours say. */
export function toldNeighbours(
  reader: Reader,
  prefix: string,
  limit: number,
): { number: string; carrier: string; by: 'person' | 'source' }[] {
  return reader.all(
    `SELECT number, carrier, told_by AS by FROM number_carrier WHERE number >= ? AND number < ?
     ORDER BY number LIMIT ?`,
    ...[prefix, `${prefix}\uffff`, limit],
  );
}

/** Whether a push was taken before. */
export function pushSeen(reader: Reader, source: string, hash: string): boolean {
  return reader.get('SELECT 1 FROM push_log WHERE source = ? AND hash = ?', ...[source, hash]) !== undefined;
}

/** Counts since a day, by source and what was counted. */
export function daysSince(
  reader: Reader,
  day: number,
): { source: string; what: string; n: number; ms: number }[] {
  return reader.all(
    'SELECT source, what, sum(n) AS n, sum(ms) AS ms FROM carrier_day WHERE day >= ? GROUP BY source, what',
    day,
  );
}

export interface DriftRow {
  readonly id: number;
  readonly source: string;
  readonly call: string;
  readonly kind: string;
  readonly path: string;
  readonly sample: string;
  readonly seen: number;
  readonly firstAt: number;
  readonly lastAt: number;
}

/** Notes of changed answers, newest first. */
export function driftPage(
  reader: Reader,
  page: { limit: number; cursor: string | null },
): { rows: DriftRow[]; total: number; nextCursor: string | null } {
  const [at, id] = unpackCursor(page.cursor, 2) ?? [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
  const rows = reader.all<DriftRow>(
    `SELECT id, source, call, kind, path, sample, seen, first_at AS firstAt, last_at AS lastAt FROM carrier_drift
     WHERE (last_at, id) < (?, ?) ORDER BY last_at DESC, id DESC LIMIT ?`,
    ...[at ?? 0, id ?? 0, page.limit + 1],
  );
  const total = reader.get<{ n: number }>(
    `SELECT count(*) AS n FROM (SELECT 1 FROM carrier_drift LIMIT ${TOTAL_MAX})`,
  );
  const { shown, nextCursor } = cutPage(rows, page.limit, (last) => [last.lastAt, last.id]);
  return { rows: shown, total: total?.n ?? 0, nextCursor };
}
