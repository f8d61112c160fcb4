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
  writer.run(
    `INSERT INTO journey(parcel_id, node, stage, reason, direction, terminal, since, last_scan_at, last_place, events,
       unknown, market, check_at, place_id, country) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (parcel_id) DO UPDATE SET node = excluded.node, stage = excluded.stage, reason = excluded.reason,
       direction = excluded.direction, terminal = excluded.terminal, since = excluded.since,
       last_scan_at = excluded.last_scan_at, last_place = excluded.last_place, events = excluded.events,
       unknown = excluded.unknown, market = excluded.market, check_at = excluded.check_at,
       place_id = excluded.place_id, country = excluded.country`,
    parcelId,
    journey.node,
    journey.stage,
    journey.reason,
    journey.direction,
    journey.terminal ? 1 : 0,
    journey.since,
    journey.lastScanAt ?? 0,
    journey.lastPlace,
    journey.events.length,
    journey.unknown,
    market,
    checkAt,
    at?.id ?? null,
    at?.country ?? null,
  );
  writer.run(
    `INSERT INTO journey_body(parcel_id, body) VALUES (?, ?)
     ON CONFLICT (parcel_id) DO UPDATE SET body = excluded.body`,
    parcelId,
    packJourney(journey),
  );
}

/** The projections of this parcel are up to date with the journal; when it arrives is to be said anew. */
export function markClean(writer: Writer, parcelId: number): void {
  writer.run('UPDATE parcel SET dirty = 0 WHERE id = ?', parcelId);
  writer.run('INSERT OR IGNORE INTO eta_due(parcel_id) VALUES (?)', parcelId);
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
