import type { Journey } from '#shared/model/journey.ts';
import type { ParcelFilter } from '#shared/contract/parcels.ts';
import type { Leg, ParcelRow } from '#shared/model/parcel.ts';
import type { Param, Reader } from '../types.ts';
import { unpackJourney } from '../pack.ts';
import { cutPage, searched, TOTAL_MAX, unpackCursor } from './cursor.ts';
import { parcelHits } from './parcelHits.ts';

type Raw = Omit<ParcelRow, 'terminal'> & { terminal: number };

const COLUMNS = `p.id, p.number, p.carrier, p.order_no AS orderNo, p.market, j.node, j.stage, j.reason, j.direction,
  j.terminal, j.since, j.last_scan_at AS lastScanAt, j.last_place AS lastPlace, j.events, j.unknown,
  (SELECT count(*) FROM case_item c WHERE c.parcel_id = p.id AND c.state IN ('open', 'accepted', 'snoozed'))
    AS openCases`;

const toRow = (raw: Raw): ParcelRow => ({
  ...raw,
  terminal: raw.terminal === 1,
  lastScanAt: Number(raw.lastScanAt) === 0 ? null : raw.lastScanAt,
});

/** One page of parcels, newest scan first (last_scan_at DESC, id DESC); parcels without any time come last. */
export function parcelPage(
  reader: Reader,
  filter: ParcelFilter,
  page: { limit: number; cursor: string | null },
): { rows: ParcelRow[]; nextCursor: string | null; total: number } {
  const where: string[] = [];
  const params: Param[] = [];
  if (filter.stage !== null) {
    where.push('j.stage = ?');
    params.push(filter.stage);
  }
  if (filter.market !== null) {
    where.push('j.market = ?');
    params.push(filter.market);
  }
  if (filter.state !== 'all') {
    where.push('j.terminal = ?');
    params.push(filter.state === 'ended' ? 1 : 0);
  }
  if (filter.place !== null) {
    where.push('j.place_id = ? AND j.terminal = 0');
    params.push(filter.place);
  }
  if (filter.country !== null) {
    where.push('j.country = ? AND j.terminal = 0');
    params.push(filter.country);
  }
  if (filter.stuck) {
    where.push(`j.terminal = 0 AND EXISTS (SELECT 1 FROM case_item c
      WHERE c.parcel_id = j.parcel_id AND c.state IN ('open', 'accepted'))`);
  }
  const counted = filter.place === null && filter.country === null && !filter.stuck;
  const others = where.length;
  const found = searched(reader, filter.text, parcelHits);
  if (found !== null) {
    where.push(`${found.few ? '' : '+'}j.parcel_id IN (${found.sql})`);
    params.push(...found.params);
  }
  const total =
    found !== null && others === 0
      ? found.n
      : found === null && counted
        ? countParcels(reader, filter)
        : countMatching(reader, where, params);
  const after = unpackCursor(page.cursor, 2);
  if (after) {
    where.push('(j.last_scan_at, j.parcel_id) < (?, ?)');
    params.push(...after);
  }
  const rows = reader.all<Raw>(
    `SELECT ${COLUMNS} FROM journey j JOIN parcel p ON p.id = j.parcel_id
     ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}
     ORDER BY ${found?.few ? '+' : ''}j.last_scan_at DESC, j.parcel_id DESC LIMIT ?`,
    ...params,
    page.limit + 1,
  );
  const { shown, nextCursor } = cutPage(rows, page.limit, (last) => [
    Number(last.lastScanAt),
    Number(last.id),
  ]);
  return {
    rows: shown.map(toRow),
    nextCursor,
    total: Math.min(total, TOTAL_MAX),
  };
}

/** How many parcels stand under a filter without text, from the counters that triggers keep. */
function countParcels(reader: Reader, filter: ParcelFilter): number {
  const terminal = filter.state === 'all' ? null : filter.state === 'ended' ? 1 : 0;
  const found = reader.get<{ n: number | null }>(
    `SELECT sum(n) AS n FROM journey_count
     WHERE (? IS NULL OR stage = ?) AND (? IS NULL OR market = ?) AND (? IS NULL OR terminal = ?)`,
    filter.stage,
    filter.stage,
    filter.market,
    filter.market,
    terminal,
    terminal,
  );
  return found?.n ?? 0;
}

function countMatching(reader: Reader, where: readonly string[], params: readonly Param[]): number {
  const found = reader.get<{ n: number }>(
    `SELECT count(*) AS n FROM (SELECT 1 FROM parcel p JOIN journey j ON j.parcel_id = p.id
     WHERE ${where.join(' AND ')} LIMIT ${TOTAL_MAX})`,
    ...params,
  );
  return found?.n ?? 0;
}

/** One parcel's row, journey and order time, or undefined. */
export function parcelById(
  reader: Reader,
  id: number,
): { row: ParcelRow; journey: Journey; orderedAt: number | null } | undefined {
  const raw = reader.get<Raw & { body: string; orderedAt: number | null }>(
    `SELECT ${COLUMNS}, b.body, p.ordered_at AS orderedAt
     FROM journey j JOIN parcel p ON p.id = j.parcel_id JOIN journey_body b ON b.parcel_id = p.id WHERE p.id = ?`,
    id,
  );
  if (!raw) return undefined;
  const { body, orderedAt, ...rest } = raw;
  return { row: toRow(rest), journey: unpackJourney(body), orderedAt };
}

/** The legs of a parcel with how many scans each has. */
export function legsOf(reader: Reader, parcelId: number): Leg[] {
  return reader.all<Leg>(
    `SELECT l.id, l.number, l.carrier, (SELECT count(*) FROM event e WHERE e.leg_id = l.id) AS events
     FROM leg l WHERE l.parcel_id = ? ORDER BY l.id LIMIT 50`,
    parcelId,
  );
}

/** All parcels whose projections are behind, lowest id first. */
export function dirtyParcels(reader: Reader, limit: number): number[] {
  return reader
    .all<{ id: number }>('SELECT id FROM parcel WHERE dirty = 1 ORDER BY id LIMIT ?', limit)
    .map((row) => row.id);
}

/** Parcels that the clock should look at by now. */
export function dueParcels(reader: Reader, now: number, limit: number): number[] {
  return reader
    .all<{ id: number }>(
      'SELECT parcel_id AS id FROM journey WHERE check_at IS NOT NULL AND check_at <= ? ORDER BY check_at LIMIT ?',
      now,
      limit,
    )
    .map((row) => row.id);
}
