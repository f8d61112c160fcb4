import type { Writer } from '../types.ts';
import { setState } from './audit.ts';

const FOLLOWED = 'health.event';

/** Adds to a count of one source and hour. */
export function countHour(writer: Writer, source: string, hour: number, what: string, n: number): void {
  writer.run(
    `INSERT INTO source_hour(source, hour, what, n) VALUES (?, ?, ?, ?)
     ON CONFLICT (hour, source, what) DO UPDATE SET n = n + excluded.n`,
    ...[source, hour, what, n],
  );
}

/** Adds durations of one bucket to a day. */
export function countDuration(
  writer: Writer,
  source: string,
  day: number,
  what: 'latency' | 'lag',
  bucket: number,
  n: number,
): void {
  writer.run(
    `INSERT INTO source_sketch(source, day, what, bucket, n) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (day, source, what, bucket) DO UPDATE SET n = n + excluded.n`,
    ...[source, day, what, bucket, n],
  );
}

/** Keeps up to which event the journal was counted. */
export function eventFollowed(writer: Writer, eventId: number): void {
  setState(writer, FOLLOWED, String(eventId));
}

/** Forgets counts that nothing is computed from any more. */
export function forgetHealth(writer: Writer, hourBefore: number, dayBefore: number): void {
  writer.run('DELETE FROM source_hour WHERE hour < ?', hourBefore);
  writer.run('DELETE FROM source_sketch WHERE day < ?', dayBefore);
}
