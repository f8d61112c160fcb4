import { FaultError } from '#shared/result.ts';

/** Packs the last row's order keys into an opaque cursor. Keys are whole numbers, so no escaping is needed. */
export function packCursor(...keys: readonly number[]): string {
  return keys.join('.');
}

/** Unpacks a cursor of exactly `count` whole numbers; anything else is `bad-input`. Null stays null (first page). */
export function unpackCursor(cursor: string | null, count: number): number[] | null {
  if (cursor === null) return null;
  const keys = cursor.split('.').map(Number);
  if (keys.length !== count || !keys.every(Number.isSafeInteger)) throw new FaultError('bad-input');
  return keys;
}

/** Counts are told up to here; beyond it a list says "100,000+". */
export const TOTAL_MAX = 100_000;

/** LIKE pattern for "contains", with its wild cards taken literally (`ESCAPE '\'`). */
export function contains(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

/**
 * Cuts rows that were read with one more than asked for into a page: the rows to show, and the cursor after the last of
 * them, or null when there are no more.
 */
export function cutPage<R>(
  rows: R[],
  limit: number,
  keysOf: (last: R) => readonly number[],
): { shown: R[]; nextCursor: string | null } {
  if (rows.length <= limit) return { shown: rows, nextCursor: null };
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { shown, nextCursor: last === undefined ? null : packCursor(...keysOf(last)) };
}
