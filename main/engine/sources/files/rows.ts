import type { SniffedFile } from './sniff.ts';
import { csvRows } from './csv.ts';
import { jsonRows } from './json.ts';

/** One row as it stands in the file. */
export interface RawRow {
  /** 1-based line (text) or row (workbook) where it begins. */
  readonly line: number;
  /** Cells in the order of the columns; null when the row itself cannot be read. */
  readonly cells: readonly string[] | null;
  /** Bytes of the file that are behind us, about. */
  readonly bytes: number;
  /** Columns whose formula has no stored value (workbooks only). */
  readonly formulas?: ReadonlySet<number>;
}

/** An open table: its headings first, then its rows. */
export interface RawTable {
  readonly sheets: readonly string[];
  readonly columns: readonly string[];
  rows(): AsyncIterable<RawRow>;
}

/** Opens the table in a file, whatever its format. `sheet` is for workbooks; null is the first. */
export async function openTable(file: SniffedFile, sheet: string | null): Promise<RawTable> {
  switch (file.format) {
    case 'csv':
      return csvRows(file);
    case 'jsonl':
      return jsonRows(file);
    case 'xlsx':
      // The workbook library is large: only who opens a workbook pays for it.
      return (await import('./workbook.ts')).workbookRows(file, sheet);
  }
}
