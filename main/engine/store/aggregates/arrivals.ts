import type { Writer } from '../types.ts';

/** What the model learns of a parcel, as text, with the instants between which it lies. */
export interface TrailRow {
  readonly first: number;
  readonly last: number;
  readonly delivered: boolean;
  readonly body: string;
}

export function saveTrail(writer: Writer, parcelId: number, trail: TrailRow): void {
  writer.run(
    `INSERT INTO eta_trail(parcel_id, first_at, last_at, delivered, body) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (parcel_id) DO UPDATE SET first_at = excluded.first_at, last_at = excluded.last_at,
       delivered = excluded.delivered, body = excluded.body`,
    parcelId,
    Math.floor(trail.first),
    Math.ceil(trail.last),
    trail.delivered ? 1 : 0,
    trail.body,
  );
}

export function dropTrail(writer: Writer, parcelId: number): void {
  writer.run('DELETE FROM eta_trail WHERE parcel_id = ?', parcelId);
}

/** The one row of the model: its state as text, and how far it has come. */
export interface ModelRow {
  readonly version: number;
  readonly day: number;
  readonly learnt: number;
  readonly relearntAt: number;
  readonly body: string;
}

/** Puts the model in place of the one before; it is then up to date with all trails. */
export function saveModel(writer: Writer, row: ModelRow, behind: boolean): void {
  writer.run(
    `INSERT INTO eta_model(id, version, day, learnt, behind, relearnt_at, body) VALUES (1, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET version = excluded.version, day = excluded.day, learnt = excluded.learnt,
       behind = excluded.behind, relearnt_at = excluded.relearnt_at, body = excluded.body`,
    row.version,
    row.day,
    row.learnt,
    behind ? 1 : 0,
    row.relearntAt,
    row.body,
  );
}

/** Trails of days that are learnt have changed. */
export function markBehind(writer: Writer): void {
  writer.run('UPDATE eta_model SET behind = 1');
}

/** The last estimate of a parcel. `basis`, `before` and `change` are JSON. */
export interface ArrivalRow {
  readonly parcelId: number;
  readonly madeAt: number;
  readonly p50: number;
  readonly lo80: number;
  readonly hi80: number;
  readonly lo90: number;
  readonly hi90: number;
  readonly pLate: number | null;
  readonly promise: number | null;
  readonly withheld: string | null;
  readonly withheldSince: number | null;
  readonly movedMs: number | null;
  readonly basis: string;
  readonly before: string | null;
  readonly change: string | null;
}

/** What the next estimate is compared with. */
export type SaidBefore = Pick<ArrivalRow, 'madeAt' | 'withheld' | 'basis' | 'before'>;

export function saveArrival(writer: Writer, row: ArrivalRow): void {
  writer.run(
    `INSERT INTO arrival(parcel_id, made_at, p50, lo80, hi80, lo90, hi90, p_late, promise, withheld, withheld_since,
       moved_ms, basis, before, change) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (parcel_id) DO UPDATE SET made_at = excluded.made_at, p50 = excluded.p50, lo80 = excluded.lo80,
       hi80 = excluded.hi80, lo90 = excluded.lo90, hi90 = excluded.hi90, p_late = excluded.p_late,
       promise = excluded.promise, withheld = excluded.withheld, withheld_since = excluded.withheld_since,
       moved_ms = excluded.moved_ms, basis = excluded.basis, before = excluded.before, change = excluded.change`,
    row.parcelId,
    row.madeAt,
    row.p50,
    row.lo80,
    row.hi80,
    row.lo90,
    row.hi90,
    row.pLate,
    row.promise,
    row.withheld,
    row.withheldSince,
    row.movedMs,
    row.basis,
    row.before,
    row.change,
  );
}

/** A parcel that has ended has no date any more. */
export function dropArrival(writer: Writer, parcelId: number): void {
  writer.run('DELETE FROM arrival WHERE parcel_id = ?', parcelId);
}

/** When each parcel under way arrives is to be said anew; `ended`: of all, because what is learnt of them has changed. */
export function markArrivalsDue(writer: Writer, { ended }: { readonly ended: boolean }): void {
  writer.run(
    `INSERT INTO eta_due(parcel_id) SELECT parcel_id FROM journey WHERE terminal = 0 OR ? = 1
     ON CONFLICT (parcel_id) DO NOTHING`,
    ended ? 1 : 0,
  );
}

/** The parcels have been looked at. */
export function settleDue(writer: Writer, ids: readonly number[]): void {
  writer.run('DELETE FROM eta_due WHERE parcel_id IN (SELECT value FROM json_each(?))', JSON.stringify(ids));
}
