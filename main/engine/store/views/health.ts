import type { Reader } from '../types.ts';
import { stateOf } from './status.ts';

/** A scan of the journal that a source brought, for counting. */
export interface FollowedScan {
  readonly id: number;
  readonly legId: number;
  /** `shopee`, or the slug of a tracking service. */
  readonly source: string;
  readonly instant: number | null;
  readonly receivedAt: number;
}

/** Scans of sources (files aside) that were stored after an event, in the order in which they were stored. */
export function scansAfter(reader: Reader, eventId: number, limit: number): FollowedScan[] {
  return reader.all(
    `SELECT e.id, e.leg_id AS legId, CASE WHEN s.kind = 'shopee' THEN 'shopee' ELSE s.name END AS source,
       CASE WHEN e.day_only = 1 THEN NULL ELSE e.instant END AS instant, e.received_at AS receivedAt
     FROM event e JOIN scan_source s ON s.id = e.source_id WHERE e.id > ? ORDER BY e.id LIMIT ?`,
    ...[eventId, limit],
  );
}

/** What was known of a leg before a moment: how many scans, and the newest of their instants. */
export function legBefore(
  reader: Reader,
  legId: number,
  receivedAt: number,
): { known: number; newest: number | null } {
  return (
    reader.get<{ known: number; newest: number | null }>(
      'SELECT count(*) AS known, max(instant) AS newest FROM event WHERE leg_id = ? AND received_at < ?',
      ...[legId, receivedAt],
    ) ?? { known: 0, newest: null }
  );
}

/** The event up to which the journal was counted, and the newest there is. */
export function followedEvent(reader: Reader): { counted: number; newest: number } {
  const newest = reader.get<{ id: number | null }>('SELECT max(id) AS id FROM event')?.id ?? 0;
  return { counted: Number(stateOf(reader, 'health.event') ?? 0), newest };
}

/** Counts by source and hour since an hour. */
export function hoursSince(
  reader: Reader,
  hour: number,
): { source: string; hour: number; what: string; n: number }[] {
  return reader.all('SELECT source, hour, what, n FROM source_hour WHERE hour >= ?', hour);
}

/** Durations by source since a day, days together. */
export function durationsSince(
  reader: Reader,
  day: number,
): { source: string; what: 'latency' | 'lag'; bucket: number; n: number }[] {
  return reader.all(
    `SELECT source, what, bucket, sum(n) AS n FROM source_sketch WHERE day >= ?
     GROUP BY source, what, bucket`,
    day,
  );
}

/** Calls to Shopee by hour, all apps and shops together, with their classes of latency (aggregates/calls.ts). */
export function shopeeHours(
  reader: Reader,
  hour: number,
): { hour: number; good: number; bad: number; t0: number; t1: number; t2: number; t3: number; t4: number }[] {
  return reader.all(
    `SELECT hour, sum(CASE WHEN outcome = 'ok' THEN calls ELSE 0 END) AS good,
       sum(CASE WHEN outcome = 'ok' THEN 0 ELSE calls END) AS bad,
       sum(t0) AS t0, sum(t1) AS t1, sum(t2) AS t2, sum(t3) AS t3, sum(t4) AS t4
     FROM call_hour WHERE hour >= ? GROUP BY hour`,
    hour,
  );
}

/** Notes of changed answers by source since a moment. */
export function driftSince(
  reader: Reader,
  since: number,
): { source: string; notes: number; lastAt: number }[] {
  return reader.all(
    `SELECT source, count(*) AS notes, max(last_at) AS lastAt FROM carrier_drift WHERE last_at >= ?
     GROUP BY source`,
    since,
  );
}
