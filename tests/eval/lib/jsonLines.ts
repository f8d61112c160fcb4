import { readFileSync } from 'node:fs';
import type { z } from 'zod';

/**
 * Reads a file of one JSON object a line, each checked with `schema`. Blank lines are skipped; the first line that does
 * not fit ends the reading with its number and what is wrong with it, without its contents.
 */
export function readJsonLines<T>(path: string, schema: z.ZodType<T>): T[] {
  const rows: T[] = [];
  for (const [index, line] of readText(path).split('\n').entries()) {
    if (line.trim() === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (error) {
      throw new Error(`${path}, line ${index + 1}: this is not JSON`, { cause: error });
    }
    const found = schema.safeParse(value);
    if (!found.success) {
      const issue = found.error.issues[0];
      throw new Error(
        `${path}, line ${index + 1}: ${issue?.path.join('.') || 'row'}: ${issue?.message ?? 'wrong'}`,
      );
    }
    rows.push(found.data);
  }
  if (rows.length === 0) throw new Error(`${path}: no rows`);
  return rows;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    throw new Error(`${path}: cannot be read (${code})`, { cause: error });
  }
}

/** A share with four decimals; null where there is nothing to divide by. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000;
}
