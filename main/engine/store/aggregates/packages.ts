import type { FirstMilePackage, PackageRecord, PackageRow, Writer } from '../types.ts';

const COLUMNS = `p.id, p.shop_id AS shopId, p.order_id AS orderId, o.order_sn AS orderSn, o.market,
  o.created_at AS orderedAt, p.package_number AS packageNumber, p.status, p.status_since AS statusSince,
  p.carrier_name AS carrierName, p.carrier, p.number, p.parcel_id AS parcelId, p.number_due AS numberDue,
  p.number_tries AS numberTries, p.track_due AS trackDue, p.track_asked_at AS trackAskedAt,
  p.track_tries AS trackTries, p.track_after_end AS trackAfterEnd, p.moved_at AS movedAt,
  (SELECT count(*) FROM shop_package x WHERE x.order_id = p.order_id) AS siblings`;

/** The packages of an order, oldest first. */
export function packagesOf(writer: Writer, orderId: number): PackageRow[] {
  return writer.all<PackageRow>(
    `SELECT ${COLUMNS} FROM shop_package p JOIN shop_order o ON o.id = p.order_id WHERE p.order_id = ? ORDER BY p.id`,
    orderId,
  );
}

/** When a package's number and tracking are to be asked for next. */
export interface PackageDues {
  readonly numberDue: number | null;
  readonly trackDue: number | null;
  /** 0 while it moves, 1 once it has ended. */
  readonly rank: number;
}

/** Writes a package as its order tells it; answers its id. `at` counts as the moment of a new status. */
export function savePackage(
  writer: Writer,
  order: { shopId: number; orderId: number },
  told: PackageRecord,
  dues: PackageDues,
  at: number,
): number {
  writer.run(
    `INSERT INTO shop_package(shop_id, order_id, package_number, status, status_since, channel, carrier_name,
       number_due, track_due, track_rank) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
     ON CONFLICT (order_id, package_number) DO UPDATE SET
       status_since = CASE WHEN status = excluded.status THEN status_since ELSE excluded.status_since END,
       track_after_end = CASE WHEN status = excluded.status THEN track_after_end ELSE 0 END,
       status = excluded.status, channel = excluded.channel, carrier_name = excluded.carrier_name,
       number_due = excluded.number_due, track_due = excluded.track_due, track_rank = excluded.track_rank`,
    order.shopId,
    order.orderId,
    told.packageNumber,
    told.status,
    at,
    told.channel,
    told.carrierName,
    dues.numberDue,
    dues.trackDue,
    dues.rank,
  );
  return (
    writer.get<{ id: number }>(
      'SELECT id FROM shop_package WHERE order_id = ? AND package_number = ?',
      order.orderId,
      told.packageNumber,
    )?.id ?? 0
  );
}

/** Writes what came of asking for a package's tracking number. */
export function saveNumbers(
  writer: Writer,
  id: number,
  told: {
    number: string | null;
    firstMile: string | null;
    lastMile: string | null;
    carrier: string | null;
    parcelId: number | null;
    numberDue: number | null;
    numberTries: number;
    trackDue: number | null;
  },
): void {
  writer.run(
    `UPDATE shop_package SET number = ifnull(?2, number), first_mile = ifnull(?3, first_mile),
       last_mile = ifnull(?4, last_mile), carrier = ifnull(?5, carrier), parcel_id = ifnull(?6, parcel_id),
       number_due = ?7, number_tries = ?8, track_due = ?9 WHERE id = ?1`,
    id,
    told.number,
    told.firstMile,
    told.lastMile,
    told.carrier,
    told.parcelId,
    told.numberDue,
    told.numberTries,
    told.trackDue,
  );
}

/** Writes what came of asking for a package's tracking. */
export function saveTracking(
  writer: Writer,
  id: number,
  told: {
    askedAt: number | null;
    movedAt: number | null;
    scans: number;
    returnNumber: string | null;
    trackDue: number | null;
    tries: number;
    afterEnd: number;
  },
): void {
  writer.run(
    `UPDATE shop_package SET track_asked_at = ifnull(?2, track_asked_at), moved_at = ?3, scans = max(scans, ?4),
       return_number = ifnull(?5, return_number), track_due = ?6, track_tries = ?7, track_after_end = ?8
     WHERE id = ?1`,
    id,
    told.askedAt,
    told.movedAt,
    told.scans,
    told.returnNumber,
    told.trackDue,
    told.tries,
    told.afterEnd,
  );
}

/** The domestic warehouse's scan, from a first-mile number's own list. Answers whether something is new. */
export function saveArrival(
  writer: Writer,
  shopId: number,
  firstMile: string,
  told: FirstMilePackage,
): boolean {
  return (
    writer.run(
      `INSERT INTO first_mile_package(shop_id, order_sn, package_number, number, arrived) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (shop_id, order_sn, package_number) DO UPDATE SET number = excluded.number,
         arrived = excluded.arrived WHERE number <> excluded.number OR arrived < excluded.arrived`,
      ...[shopId, told.orderSn, told.packageNumber ?? '', firstMile, told.arrived ? 1 : 0],
    ).changes > 0
  );
}

/** Packages of a first-mile number that the warehouse has not scanned yet. */
export function waitingAtFirstMile(writer: Writer, shopId: number, firstMile: string): number {
  return (
    writer.get<{ n: number }>(
      'SELECT count(*) AS n FROM first_mile_package WHERE shop_id = ? AND number = ? AND arrived = 0',
      shopId,
      firstMile,
    )?.n ?? 0
  );
}

/** The packages of a parcel are to be asked for now; answers how many. */
export function askParcelNow(writer: Writer, parcelId: number, at: number): number {
  return writer.run(
    'UPDATE shop_package SET track_due = ? WHERE parcel_id = ? AND number IS NOT NULL',
    at,
    parcelId,
  ).changes;
}

/** What can still be learnt of an order's packages is to be asked for now: the number of those without, the trail of the rest. */
export function askPackagesNow(writer: Writer, orderId: number, at: number): void {
  writer.run(
    `UPDATE shop_package SET number_due = CASE WHEN number IS NULL THEN ?2 ELSE number_due END,
       track_due = CASE WHEN number IS NULL THEN track_due ELSE ?2 END WHERE order_id = ?1`,
    orderId,
    at,
  );
}

/** Packages whose tracking number is due, at most `limit`, most urgent first. */
export function numbersDue(writer: Writer, shopId: number, now: number, limit: number): PackageRow[] {
  return writer.all<PackageRow>(
    `SELECT ${COLUMNS} FROM shop_package p JOIN shop_order o ON o.id = p.order_id
     WHERE p.shop_id = ? AND p.number_due <= ? ORDER BY p.number_due, p.id LIMIT ?`,
    ...[shopId, now, limit],
  );
}

/** Packages of a rank whose tracking is due, at most `limit`, most urgent first. */
export function trackingDue(
  writer: Writer,
  shopId: number,
  rank: 0 | 1,
  now: number,
  limit: number,
): PackageRow[] {
  return writer.all<PackageRow>(
    `SELECT ${COLUMNS} FROM shop_package p JOIN shop_order o ON o.id = p.order_id
     WHERE p.shop_id = ? AND p.track_rank = ? AND p.track_due <= ? ORDER BY p.track_due, p.id LIMIT ?`,
    ...[shopId, rank, now, limit],
  );
}
