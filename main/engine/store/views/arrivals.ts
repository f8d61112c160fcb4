import type { ArrivalRow, ModelRow, SaidBefore } from '../aggregates/arrivals.ts';
import { type BareJourney, unpackBare } from '../pack.ts';
import type { Reader } from '../types.ts';
import { type ArrivalCases, arrivalCases, NO_CASES } from './cases.ts';

/** A parcel with its way and its order: what is learnt from. */
export interface Travelling {
  readonly parcelId: number;
  readonly number: string;
  readonly carrier: string;
  /** Of its legs, the parcel's own first, then as they came to be known. */
  readonly carriers: readonly string[];
  readonly market: string | null;
  /** Of its order's address, by its code (`eta/calendars/states.ts`); null where it is not known. */
  readonly state: string | null;
  readonly orderedAt: number | null;
  readonly promise: number | null;
  readonly orderStatus: string | null;
  /** Where its newest scan that names a place was; null where none does. */
  readonly placeId: string | null;
  readonly journey: BareJourney;
}

/** What an estimate is made from, beside the model, and what it is compared with. */
export interface Arriving extends Travelling, ArrivalCases {
  /** Its last estimate; null where there is none. */
  readonly said: SaidBefore | null;
}

type RawTravelling = Omit<Travelling, 'journey' | 'carriers'> & { body: string };

/**
 * The given parcels, each with its order's time and promise where it is linked to one, in their order; those that are not
 * projected are left out. One statement for all of them: alone, each would cost more in asking than in reading.
 */
export function travelling(reader: Reader, ids: readonly number[]): Travelling[] {
  const list = JSON.stringify(ids);
  const rows = new Map<number, RawTravelling>();
  for (const row of reader.all<RawTravelling>(
    `SELECT p.id AS parcelId, p.number, p.carrier, j.market, ifnull(p.ordered_at, o.created_at) AS orderedAt,
       o.promised_to AS promise, o.status AS orderStatus, o.address_state AS state, j.place_id AS placeId, b.body
     FROM json_each(?) i CROSS JOIN parcel p ON p.id = i.value JOIN journey j ON j.parcel_id = p.id
       JOIN journey_body b ON b.parcel_id = p.id
       LEFT JOIN shop_package s ON s.id = (SELECT max(x.id) FROM shop_package x WHERE x.parcel_id = p.id)
       LEFT JOIN shop_order o ON o.id = s.order_id`,
    list,
  )) {
    rows.set(row.parcelId, row);
  }
  const legs = new Map<number, string[]>();
  for (const { parcelId, carrier } of reader.all<{ parcelId: number; carrier: string }>(
    `SELECT l.parcel_id AS parcelId, l.carrier FROM json_each(?) i CROSS JOIN leg l ON l.parcel_id = i.value
     ORDER BY l.parcel_id, l.id`,
    list,
  )) {
    const own = rows.get(parcelId)?.carrier;
    const known = legs.get(parcelId);
    if (carrier === own) continue;
    if (known) known.push(carrier);
    else legs.set(parcelId, [carrier]);
  }
  return ids.flatMap((id) => {
    const raw = rows.get(id);
    if (!raw) return [];
    const { body, ...rest } = raw;
    return [{ ...rest, carriers: [rest.carrier, ...(legs.get(id) ?? [])], journey: unpackBare(body) }];
  });
}

/** The same with their cases and what was last said of them. */
export function arriving(reader: Reader, ids: readonly number[]): Arriving[] {
  const cases = arrivalCases(reader, ids);
  const said = new Map(
    reader
      .all<SaidBefore & { parcelId: number }>(
        `SELECT a.parcel_id AS parcelId, a.made_at AS madeAt, a.withheld, a.basis, a.before
         FROM json_each(?) i CROSS JOIN arrival a ON a.parcel_id = i.value`,
        JSON.stringify(ids),
      )
      .map((row) => [row.parcelId, row]),
  );
  return travelling(reader, ids).map((parcel) => ({
    ...parcel,
    ...(cases.get(parcel.parcelId) ?? NO_CASES),
    said: said.get(parcel.parcelId) ?? null,
  }));
}

/** Parcels whose journey changed since they were estimated, lowest id first. */
export function arrivalsDue(reader: Reader, limit: number): number[] {
  return reader
    .all<{ id: number }>('SELECT parcel_id AS id FROM eta_due ORDER BY parcel_id LIMIT ?', limit)
    .map(({ id }) => id);
}

/** Parcels whose estimate was made before `before`, oldest first. */
export function arrivalsOlder(reader: Reader, before: number): number[] {
  return reader
    .all<{ id: number }>('SELECT parcel_id AS id FROM arrival WHERE made_at < ? ORDER BY made_at', before)
    .map(({ id }) => id);
}

const COLUMNS = `a.parcel_id AS parcelId, a.made_at AS madeAt, a.p50, a.lo80, a.hi80, a.lo90, a.hi90, a.p_late AS pLate,
  a.promise, a.withheld, a.withheld_since AS withheldSince, a.moved_ms AS movedMs, a.basis, a.before, a.change`;

/**
 * Estimates of parcels that still come. One that has ended keeps its last estimate until the next round takes it away,
 * and a move of a parcel that is there already is none.
 */
const STILL_COMING = `arrival a JOIN journey j ON j.parcel_id = a.parcel_id
  AND j.terminal = 0 AND j.direction = 'forward'`;

/** Estimates made since `since` that moved most against an earlier day, largest first. */
export function arrivalsMoved(
  reader: Reader,
  since: number,
  least: number,
  limit: number,
): (ArrivalRow & { readonly number: string; readonly carrier: string; readonly market: string | null })[] {
  return reader.all(
    `SELECT ${COLUMNS}, p.number, p.carrier, p.market FROM ${STILL_COMING} JOIN parcel p ON p.id = a.parcel_id
     WHERE a.moved_ms IS NOT NULL AND abs(a.moved_ms) >= ? AND a.made_at >= ?
     ORDER BY abs(a.moved_ms) DESC, a.parcel_id DESC LIMIT ?`,
    least,
    since,
    limit,
  );
}

/** How many parcels arrive later and earlier than was said on an earlier day, by at least `least`. */
export function movedTotals(
  reader: Reader,
  since: number,
  least: number,
): { later: number; earlier: number } {
  const found = reader.get<{ later: number | null; earlier: number | null }>(
    `SELECT sum(a.moved_ms > 0) AS later, sum(a.moved_ms < 0) AS earlier FROM ${STILL_COMING}
     WHERE a.moved_ms IS NOT NULL AND abs(a.moved_ms) >= ? AND a.made_at >= ?`,
    least,
    since,
  );
  return { later: found?.later ?? 0, earlier: found?.earlier ?? 0 };
}

/** The stored trails of the given parcels as text, by parcel. */
export function trailBodies(reader: Reader, ids: readonly number[]): ReadonlyMap<number, string> {
  return new Map(
    reader
      .all<{ id: number; body: string }>(
        `SELECT t.parcel_id AS id, t.body FROM json_each(?) i CROSS JOIN eta_trail t ON t.parcel_id = i.value`,
        JSON.stringify(ids),
      )
      .map(({ id, body }) => [id, body]),
  );
}

/** Trails that touch the time from `first` to `last`, and those of parcels that wait since up to `waiting` ms before, by parcel. */
export function trailsBetween(
  reader: Reader,
  { first, last, waiting }: { first: number; last: number; waiting: number },
): { id: number; body: string }[] {
  return reader.all(
    `SELECT parcel_id AS id, body FROM eta_trail WHERE last_at >= ? AND first_at < ? AND (last_at >= ? OR delivered = 0)
     ORDER BY parcel_id`,
    first - waiting,
    last,
    first,
  );
}

/** Pages of all trails, by parcel: at most `limit` after the given one. */
export function trailsAfter(reader: Reader, after: number, limit: number): { id: number; body: string }[] {
  return reader.all(
    'SELECT parcel_id AS id, body FROM eta_trail WHERE parcel_id > ? ORDER BY parcel_id LIMIT ?',
    after,
    limit,
  );
}

/** Delivered parcels that there is something to learn from. */
export function deliveredTrails(reader: Reader): number {
  return reader.get<{ n: number }>('SELECT count(*) AS n FROM eta_trail WHERE delivered = 1')?.n ?? 0;
}

/** Deliveries before `before` whose trail is not made yet, counted up to `limit`. */
export function deliveriesDue(reader: Reader, before: number, limit: number): number {
  const found = reader.get<{ n: number }>(
    `SELECT count(*) AS n FROM (SELECT 1 FROM eta_due d JOIN journey j ON j.parcel_id = d.parcel_id
       WHERE j.node = 'DELIVERED' AND j.since < ? AND NOT EXISTS (
         SELECT 1 FROM eta_trail t WHERE t.parcel_id = d.parcel_id AND t.delivered = 1) LIMIT ?)`,
    before,
    limit,
  );
  return found?.n ?? 0;
}

/** How far the model has come, or undefined before anything is learnt. Asked every minute, so without the model itself. */
export function modelHead(
  reader: Reader,
): (Omit<ModelRow, 'body'> & { readonly behind: number }) | undefined {
  return reader.get(
    'SELECT version, day, learnt, behind, relearnt_at AS relearntAt FROM eta_model WHERE id = 1',
  );
}

/** The model, or undefined before anything is learnt. */
export function modelRow(reader: Reader): ModelRow | undefined {
  return reader.get(
    'SELECT version, day, learnt, relearnt_at AS relearntAt, body FROM eta_model WHERE id = 1',
  );
}

/** The instants of a parcel's scans, ascending. */
export function scanInstants(reader: Reader, parcelId: number): number[] {
  return reader
    .all<{ at: number }>(
      `SELECT e.instant AS at FROM leg l JOIN event e ON e.leg_id = l.id
       WHERE l.parcel_id = ? AND e.instant IS NOT NULL ORDER BY e.instant`,
      parcelId,
    )
    .map(({ at }) => at);
}
