import { writeFile } from 'node:fs/promises';
import type { UiLang } from '#shared/contract/shell.ts';
import type { RefusedRow } from '#shared/model/import.ts';
import { FaultError } from '#shared/result.ts';
import { translate } from '#shared/text/translate.ts';
import { basename } from 'node:path';

/** A cell that a spreadsheet would run as a formula gets an apostrophe before it; quotes are doubled. */
export function csvCell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Writes refused rows as CSV (UTF-8 with mark, so that Excel reads it); answers how many. */
export async function exportRefused(
  path: string,
  rows: readonly RefusedRow[],
  lang: UiLang,
): Promise<number> {
  const heading = (['line', 'column', 'value', 'reason'] as const).map((name) =>
    csvCell(translate(lang, `refusedCsv.${name}`)),
  );
  const lines = rows.map((row) =>
    [String(row.line), row.column ?? '', row.value ?? '', translate(lang, `refusal.${row.reason}`)]
      .map(csvCell)
      .join(','),
  );
  try {
    await writeFile(path, `\uFEFF${[heading.join(','), ...lines].join('\r\n')}\r\n`);
  } catch {
    throw new FaultError('export-failed', { file: basename(path) });
  }
  return rows.length;
}
