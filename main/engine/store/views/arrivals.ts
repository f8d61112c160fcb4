import type { TroubleKind } from '#shared/model/case.ts';
import type { Journey } from '#shared/model/journey.ts';
import type { ArrivalRow, ModelRow } from '../aggregates/arrivals.ts';
import { unpackJourney } from '../pack.ts';
import type { Reader } from '../types.ts';

/** What an estimate is made from, beside the model. */
export interface Arriving {
  readonly parcelId: number;
  readonly number: string;
  readonly carrier: string;
  /** Of its legs, the parcel's own first, then as they came to be known. */
  readonly carriers: readonly string[];
  readonly market: string | null;
  readonly orderedAt: number | null;
  readonly promise: number | null;
  readonly orderStatus: string | null;
  /** The worst trouble that is open, and since when. */
  readonly openCase: TroubleKind | null;
  readonly openSince: number | null;
  /** Where its newest scan that names a place was; null where none does. */
  readonly placeId: string | null;
  readonly journey: Journey;
}

/** One parcel with its order's time and promise, where it is linked to one; undefined before it is projected. */
export function arrivingOf(reader: Reader, parcelId: number): Arriving | undefined {
  const raw = reader.get<Omit<Arriving, 'journey' | 'carriers'> & { body: string; others: string | null }>(
    `SELECT p.id AS parcelId, p.number, p.carrier, j.market, ifnull(p.ordered_at, o.created_at) AS orderedAt,
       o.promised_to AS promise, o.status AS orderStatus, j.place_id AS placeId, b.body,
       (SELECT group_concat(l.carrier, ' ' ORDER BY l.id) FROM leg l
        WHERE l.parcel_id = p.id AND l.carrier <> p.carrier) AS others,
       t.kind AS openCase, t.since_key AS openSince
     FROM parcel p JOIN journey j ON j.parcel_id = p.id JOIN journey_body b ON b.parcel_id = p.id
       LEFT JOIN shop_package s ON s.id = (SELECT max(x.id) FROM shop_package x WHERE x.parcel_id = p.id)
       LEFT JOIN shop_order o ON o.id = s.order_id
       LEFT JOIN case_item t ON t.id = (SELECT c.id FROM case_item c
         WHERE c.parcel_id = p.id AND c.kind <> 'promise-miss' AND c.state IN ('open', 'accepted', 'snoozed')
         ORDER BY c.severity DESC, c.id LIMIT 1)
     WHERE p.id = ?`,
    parcelId,
  );
  if (!raw) return undefined;
  const { body, others, ...rest } = raw;
  const carriers = others === null ? [rest.carrier] : [rest.carrier, ...others.split(' ')];
  return { ...rest, carriers, journey: unpackJourney(body) };
}

/** Parcels whose journey changed since they were estimated, lowest id first. */
export function arrivalsDue(reader: Reader, limit: number): number[] {
  return reader
    .all<{ id: number }>('SELECT parcel_id AS id FROM eta_due ORDER BY parcel_id LIMIT ?', limit)
    .map(({ id }) => id);
}

/** Parcels whose estimate was made before `before`, oldest first. */
export function arrivalsOlder(reader: Reader, before: number, limit: number): number[] {
  return reader
    .all<{ id: number }>(
      'SELECT parcel_id AS id FROM arrival WHERE made_at < ? ORDER BY made_at LIMIT ?',
      before,
      limit,
    )
    .map(({ id }) => id);
}

const COLUMNS = `a.parcel_id AS parcelId, a.made_at AS madeAt, a.p50, a.lo80, a.hi80, a.lo90, a.hi90, a.p_late AS pLate,
  a.promise, a.withheld, a.withheld_since AS withheldSince, a.moved_ms AS movedMs, a.basis, a.before, a.change`;

/** The last estimate of a parcel, or undefined. */
export function arrivalOf(reader: Reader, parcelId: number): ArrivalRow | undefined {
  return reader.get<ArrivalRow>(`SELECT ${COLUMNS} FROM arrival a WHERE a.parcel_id = ?`, parcelId);
}

/** Estimates made since `since` that moved most against an earlier day, largest first. */
export function arrivalsMoved(
  reader: Reader,
  since: number,
  least: number,
  limit: number,
): (ArrivalRow & { readonly number: string; readonly carrier: string; readonly market: string | null })[] {
  return reader.all(
    `SELECT ${COLUMNS}, p.number, p.carrier, p.market FROM arrival a JOIN parcel p ON p.id = a.parcel_id
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
    `SELECT sum(moved_ms > 0) AS later, sum(moved_ms < 0) AS earlier FROM arrival
     WHERE moved_ms IS NOT NULL AND abs(moved_ms) >= ? AND made_at >= ?`,
    least,
    since,
  );
  return { later: found?.later ?? 0, earlier: found?.earlier ?? 0 };
}

/** A stored trail as text, or undefined. */
export function trailBody(reader: Reader, parcelId: number): string | undefined {
  return reader.get<{ body: string }>('SELECT body FROM eta_trail WHERE parcel_id = ?', parcelId)?.body;
}

/** Trails that touch the time from `first` to `last`, by parcel. */
export function trailsBetween(reader: Reader, first: number, last: number): { id: number; body: string }[] {
  return reader.all(
    'SELECT parcel_id AS id, body FROM eta_trail WHERE last_at >= ? AND first_at < ? ORDER BY parcel_id',
    first,
    last,
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

/** The model, or undefined before anything is learnt. */
export function modelRow(reader: Reader): (ModelRow & { readonly behind: number }) | undefined {
  return reader.get(
    `SELECT version, day, learnt, behind, relearnt_at AS relearntAt, body FROM eta_model WHERE id = 1`,
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
