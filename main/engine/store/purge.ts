import { forgetCalls } from './aggregates/calls.ts';
import { forgetBuyers } from './aggregates/orders.ts';
import type { Writer } from './types.ts';

const FORGET_STEP = 500;

/**
 * Forgets what names a person and whose time is up: buyers, and the values of refused rows (the column's name goes too:
 * in a file without a heading it is the first row's cell). Old statistics go with them. Answers how many.
 */
export function purgeExpired(writer: Writer, now: number): number {
  forgetCalls(writer, now);
  let gone = 0;
  for (let some = 1; some > 0; gone += some) some = forgetBuyers(writer, now, FORGET_STEP);
  return (
    gone +
    writer.run(
      `UPDATE import_refusal SET value = NULL, column_name = NULL
     WHERE purge_at <= ? AND (value IS NOT NULL OR column_name IS NOT NULL)`,
      now,
    ).changes
  );
}
