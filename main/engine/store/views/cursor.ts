import { FaultError } from '#shared/result.ts';
import type { Reader } from '../types.ts';

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

/** Texts of at least three characters are looked up in a full-text index; it knows parts of three characters. */
export const SEARCH_MIN = 3;

/** Text as one phrase of the full-text index: its own signs taken literally. */
export const phrase = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** The range of the numbers that begin with a text; numbers are in capitals. */
export const beginningWith = (text: string): [string, string] => [
  text.toUpperCase(),
  `${text.toUpperCase()}\u{10ffff}`,
];

/** What a text names: a query for ids, called `id` (perhaps the same twice), with what is bound to it. */
export interface Hits {
  readonly sql: string;
  readonly params: readonly string[];
}

/**
 * How many rows a text names, and whether they are few: few are fetched and put in order; of many, the newest are met soon
 * on the way down the list, so that nothing is sorted. A `+` keeps the planner from the other way.
 */
function countHits(reader: Reader, hits: Hits): { n: number; few: boolean } {
  const n =
    reader.get<{ n: number }>(
      `SELECT count(*) AS n FROM (SELECT DISTINCT * FROM (${hits.sql}) LIMIT ${TOTAL_MAX})`,
      ...hits.params,
    )?.n ?? 0;
  return { n, few: n <= 2_000 };
}

/** What a page's text finds, by the list's own reading of a text; null where none is typed. */
export function searched(
  reader: Reader,
  typed: string,
  hitsOf: (text: string) => Hits,
): (Hits & { n: number; few: boolean }) | null {
  const text = typed.trim();
  if (text === '') return null;
  const hits = hitsOf(text);
  return { ...hits, ...countHits(reader, hits) };
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
