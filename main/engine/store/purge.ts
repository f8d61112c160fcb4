import type { Writer } from './types.ts';

/**
 * Forgets the values of refused rows whose time is up (they may be personal data); answers how many. The column's name
 * goes too: in a file without a heading it is the first row's cell.
 */
export function purgeExpired(writer: Writer, now: number): number {
  return writer.run(
    `UPDATE import_refusal SET value = NULL, column_name = NULL
     WHERE purge_at <= ? AND (value IS NOT NULL OR column_name IS NOT NULL)`,
    now,
  ).changes;
}
