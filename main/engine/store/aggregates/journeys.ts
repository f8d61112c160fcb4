import type { Journey } from '#shared/model/journey.ts';
import { packJourney } from '../pack.ts';
import type { Writer } from '../types.ts';

/** Puts a parcel's journey in place of the one before. */
export function saveJourney(
  writer: Writer,
  parcelId: number,
  market: string | null,
  journey: Journey,
  checkAt: number | null,
  /** Where it is: a place's id and its country, null where no scan names a place that we know. */
  at: { readonly id: string; readonly country: string } | null,
): void {
  const { node, stage, reason, direction, since, lastPlace, unknown } = journey;
  const terminal = journey.terminal ? 1 : 0;
  const scans = journey.events.length;
  // Columns of the lists' orders are written in all their indexes, changed or not, each on a page of its own. Many scans
  // tell something older or move nothing, and a round of the clock or a rebuild changes few parcels.
  const told = writer.run(
    `UPDATE journey SET node = ?, reason = ?, direction = ?, since = ?, last_place = ?, events = ?, unknown = ?
     WHERE parcel_id = ? AND stage IS ? AND terminal = ? AND last_scan_at = ? AND market IS ? AND check_at IS ?
       AND place_id IS ? AND country IS ?`,
    ...[node, reason, direction, since, lastPlace, scans, unknown, parcelId, stage, terminal],
    ...[journey.lastScanAt ?? 0, market, checkAt, at?.id ?? null, at?.country ?? null],
  );
  if (told.changes === 0) {
    writer.run(
      `INSERT INTO journey(parcel_id, node, stage, reason, direction, terminal, since, last_scan_at, last_place, events,
         unknown, market, check_at, place_id, country) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (parcel_id) DO UPDATE SET node = excluded.node, stage = excluded.stage, reason = excluded.reason,
         direction = excluded.direction, terminal = excluded.terminal, since = excluded.since,
         last_scan_at = excluded.last_scan_at, last_place = excluded.last_place, events = excluded.events,
         unknown = excluded.unknown, market = excluded.market, check_at = excluded.check_at,
         place_id = excluded.place_id, country = excluded.country`,
      ...[parcelId, node, stage, reason, direction, terminal, since, journey.lastScanAt ?? 0, lastPlace],
      ...[scans, unknown, market, checkAt, at?.id ?? null, at?.country ?? null],
    );
  }
  writer.run(
    `INSERT INTO journey_body(parcel_id, body) VALUES (?, ?)
     ON CONFLICT (parcel_id) DO UPDATE SET body = excluded.body`,
    parcelId,
    packJourney(journey),
  );
}

/** The projections of these parcels are up to date with the journal; when they arrive is to be said anew. */
export function markClean(writer: Writer, ids: readonly number[]): void {
  const list = JSON.stringify(ids);
  writer.run('UPDATE parcel SET dirty = 0 WHERE dirty = 1 AND id IN (SELECT value FROM json_each(?))', list);
  writer.run('INSERT OR IGNORE INTO eta_due(parcel_id) SELECT value FROM json_each(?)', list);
}

/** Every parcel under way is to be projected anew (days that do not count have changed). Answers how many. */
export function markOpenDirty(writer: Writer): number {
  return writer.run(
    `UPDATE parcel SET dirty = 1
     WHERE id IN (SELECT parcel_id FROM journey WHERE terminal = 0 OR node = 'EXPIRED')`,
  ).changes;
}

/** Every parcel is to be projected anew (after a change of rules or tables). Answers how many. */
export function markAllDirty(writer: Writer): number {
  return writer.run('UPDATE parcel SET dirty = 1').changes;
}
