import type { Writer } from '../types.ts';

/** Keeps a source's credentials; other credentials must prove themselves anew. */
export function saveAccount(writer: Writer, source: string, credentials: string, at: number): void {
  writer.run(
    `INSERT INTO carrier_account(source, credentials, updated_at) VALUES (?, ?, ?)
     ON CONFLICT (source) DO UPDATE SET credentials = excluded.credentials, updated_at = excluded.updated_at,
       verified_at = NULL, ok_at = NULL, fault = NULL, fault_code = NULL, fault_at = NULL, rest_until = NULL
     WHERE carrier_account.credentials <> excluded.credentials`,
    ...[source, credentials, at],
  );
}

/** Forgets a source's credentials; what it brought stays. */
export function forgetAccount(writer: Writer, source: string): boolean {
  return writer.run('DELETE FROM carrier_account WHERE source = ?', source).changes > 0;
}

/** Turns a source on or off; false when it has no account. */
export function enableAccount(writer: Writer, source: string, enabled: boolean, at: number): boolean {
  return (
    writer.run(
      'UPDATE carrier_account SET enabled = ?, updated_at = ? WHERE source = ?',
      ...[enabled ? 1 : 0, at, source],
    ).changes > 0
  );
}

/** The account was answered. `withScans`: the answer proves the source for this user. */
export function accountWorked(writer: Writer, source: string, at: number, withScans: boolean): void {
  writer.run(
    `UPDATE carrier_account SET ok_at = ?, fault = NULL, fault_code = NULL, fault_at = NULL, rest_until = NULL,
       verified_at = CASE WHEN ? = 1 THEN ifnull(verified_at, ?) ELSE verified_at END
     WHERE source = ?`,
    ...[at, withScans ? 1 : 0, at, source],
  );
}

/** The account met a fault of the whole source. */
export function accountFailed(
  writer: Writer,
  source: string,
  fault: { kind: string; code: string; restUntil: number | null },
  at: number,
): void {
  writer.run(
    'UPDATE carrier_account SET fault = ?, fault_code = ?, fault_at = ?, rest_until = ? WHERE source = ?',
    ...[fault.kind, fault.code, at, fault.restUntil, source],
  );
}

/** Notes that a service knows a number now. */
export function numberRegistered(writer: Writer, source: string, number: string, at: number): void {
  writer.run(
    `INSERT INTO carrier_number(source, number, registered_at) VALUES (?, ?, ?)
     ON CONFLICT (source, number) DO UPDATE SET registered_at = ifnull(registered_at, excluded.registered_at),
       stopped_at = NULL`,
    ...[source, number, at],
  );
}

/** Notes what asking about a number brought. `hash` and `scans` are null where nothing changed. */
export function numberAnswered(
  writer: Writer,
  answer: {
    source: string;
    number: string;
    outcome: string;
    code: string | null;
    answered: boolean;
    hash: string | null;
    scans: number | null;
    at: number;
  },
): void {
  const { source, number, outcome, code, answered, hash, scans, at } = answer;
  writer.run(
    `INSERT INTO carrier_number(source, number, hash, scans, asked_at, answered_at, changed_at, outcome, outcome_code)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (source, number) DO UPDATE SET
       asked_at = excluded.asked_at,
       answered_at = ifnull(excluded.answered_at, answered_at),
       changed_at = ifnull(excluded.changed_at, changed_at),
       hash = ifnull(excluded.hash, hash),
       shrunk = shrunk + CASE WHEN excluded.changed_at IS NOT NULL AND excluded.scans < scans THEN 1 ELSE 0 END,
       scans = CASE WHEN excluded.changed_at IS NOT NULL THEN excluded.scans ELSE scans END,
       outcome = excluded.outcome,
       outcome_code = excluded.outcome_code`,
    ...[source, number, hash, scans ?? 0, at, answered ? at : null, hash === null ? null : at, outcome, code],
  );
}

/** Notes that a service follows a number no longer. */
export function numberStopped(writer: Writer, source: string, number: string, at: number): void {
  writer.run(
    `INSERT INTO carrier_number(source, number, stopped_at) VALUES (?, ?, ?)
     ON CONFLICT (source, number) DO UPDATE SET stopped_at = excluded.stopped_at`,
    ...[source, number, at],
  );
}

/** Keeps whose number it is. A source never overrides a person. */
export function tellCarrier(
  writer: Writer,
  told: { number: string; carrier: string; by: 'person' | 'source'; at: number },
): void {
  writer.run(
    `INSERT INTO number_carrier(number, carrier, told_by, at) VALUES (?, ?, ?, ?)
     ON CONFLICT (number) DO UPDATE SET carrier = excluded.carrier, told_by = excluded.told_by, at = excluded.at
     WHERE excluded.told_by = 'person' OR number_carrier.told_by = 'source'`,
    ...[told.number, told.carrier, told.by, told.at],
  );
}

/**
 * Gives a parcel the carrier that a person told. A leg without a carrier gets it (unless one of that carrier is there); a leg
 * that a source named stays as the source named it, because its next scans come under that name again. The parcel is marked
 * for a new projection; false when it has no such number.
 */
export function giveCarrier(writer: Writer, parcelId: number, number: string, carrier: string): boolean {
  const legs = writer.all<{ id: number; carrier: string }>(
    'SELECT id, carrier FROM leg WHERE parcel_id = ? AND number = ? ORDER BY id',
    ...[parcelId, number],
  );
  if (legs.length === 0) return false;
  const bare = legs.find((leg) => leg.carrier === 'unknown');
  if (bare && !legs.some((leg) => leg.carrier === carrier)) {
    writer.run('UPDATE leg SET carrier = ? WHERE id = ?', ...[carrier, bare.id]);
  }
  writer.run('UPDATE parcel SET carrier = ? WHERE id = ? AND number = ?', ...[carrier, parcelId, number]);
  writer.run('UPDATE parcel SET dirty = 1 WHERE id = ?', parcelId);
  return true;
}

/** Remembers a push that was taken. */
export function rememberPush(writer: Writer, source: string, hash: string, at: number): void {
  writer.run(
    'INSERT INTO push_log(source, hash, at) VALUES (?, ?, ?) ON CONFLICT (source, hash) DO NOTHING',
    ...[source, hash, at],
  );
}

/** Forgets pushes that no service repeats any more, and counts of long ago. */
export function forgetPushes(writer: Writer, pushesBefore: number, dayBefore: number): number {
  writer.run('DELETE FROM carrier_day WHERE day < ?', dayBefore);
  return writer.run('DELETE FROM push_log WHERE at < ?', pushesBefore).changes;
}

/** Counts a difference between an answer and what we know of it. */
export function noteDrift(
  writer: Writer,
  note: { source: string; call: string; kind: string; path: string; sample: string },
  at: number,
): void {
  writer.run(
    `INSERT INTO carrier_drift(source, call, kind, path, sample, first_at, last_at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (source, call, kind, path, sample) DO UPDATE SET seen = seen + 1, last_at = excluded.last_at`,
    ...[note.source, note.call, note.kind, note.path, note.sample, at, at],
  );
}

/** Adds to a count of the day. */
export function countDay(
  writer: Writer,
  source: string,
  day: number,
  what: string,
  n: number,
  ms: number,
): void {
  writer.run(
    `INSERT INTO carrier_day(source, day, what, n, ms) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (source, day, what) DO UPDATE SET n = n + excluded.n, ms = ms + excluded.ms`,
    ...[source, day, what, n, Math.round(ms)],
  );
}
