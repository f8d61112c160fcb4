import type { Writer } from './types.ts';

/** Forgets the values of refused rows whose time is up (they may be personal data); answers how many. */
export function purgeExpired(writer: Writer, now: number): number {
  return writer.run('UPDATE import_refusal SET value = NULL WHERE value IS NOT NULL AND purge_at <= ?', now)
    .changes;
}
