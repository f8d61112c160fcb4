import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { UsageError } from './task.ts';

/** The one file of a task's arguments. */
export function oneFile(args: readonly string[]): string {
  const [file, ...rest] = args;
  if (file === undefined || rest.length > 0) throw new UsageError('One file, please.');
  return file;
}

/** Rows of a CSV with a header line, as texts without spaces round them; names of columns in lower case. */
export function readTable(file: string, columns: readonly string[]): Record<string, string>[] {
  const rows = parse<Record<string, string>>(readFileSync(file, 'utf8'), {
    bom: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    columns: (names: string[]) => names.map((name) => name.toLowerCase()),
  });
  const [first] = rows;
  // Nothing read is nothing wrong, which is what a perfect file says too.
  if (!first) throw new Error(`${file}: no rows`);
  const missing = columns.filter((column) => !(column in first));
  if (missing.length > 0) throw new UsageError(`The file has no column ${missing.join(', ')}.`);
  return rows;
}

/** `YYYY-MM-DD` of a date written so, with slashes, in one piece, or with a time behind it. */
export function dateText(text: string | undefined): string {
  const parts = /^(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})(?!\d)/.exec(text ?? '');
  return parts ? `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}` : '';
}
