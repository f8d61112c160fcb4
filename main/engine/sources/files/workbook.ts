import { type CellValue, readXlsx, streamXlsxRows } from 'hucre/xlsx';
import { readFile } from 'node:fs/promises';
import { FaultError } from '#shared/result.ts';
import { tableOf } from './heading.ts';
import type { RawRow, RawTable } from './rows.ts';
import { unpackedMegabytes } from './unpacked.ts';
import type { SniffedFile } from './sniff.ts';

/** What a workbook may hold when unpacked: its sheets pass through memory as text. */
const UNPACKED_LIMIT_MB = 600;

/** A date cell is a wall clock without a zone; the library hands it over in UTC fields. */
function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    const iso = value.toISOString();
    return `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** An XLSX sheet, row by row. The workbook's bytes are in memory, its cells are not. */
export async function workbookRows(file: SniffedFile, sheet: string | null): Promise<RawTable> {
  const bytes = await readFile(file.path);
  const broken = (line: number | null): FaultError =>
    new FaultError('file-truncated', { file: file.fileName, line });
  const megabytes = await unpackedMegabytes(bytes);
  if (megabytes === null) throw broken(null);
  if (megabytes > UNPACKED_LIMIT_MB) {
    throw new FaultError('file-too-large', { file: file.fileName, megabytes, limit: UNPACKED_LIMIT_MB });
  }
  let sheets: string[];
  try {
    sheets = (await readXlsx(bytes, { maxRows: 1 })).sheets.map((item) => item.name);
  } catch {
    throw broken(null);
  }
  if (sheet !== null && !sheets.includes(sheet)) {
    throw new FaultError('sheet-missing', { file: file.fileName, sheet });
  }
  const wanted = sheet ?? sheets[0];
  if (wanted === undefined) throw new FaultError('file-empty', { file: file.fileName });

  async function* records(): AsyncGenerator<RawRow> {
    const formulas = lazyFormulas(bytes, wanted ?? '');
    let row = 0;
    try {
      for await (const { index, values } of streamXlsxRows(bytes, { sheet: wanted })) {
        row = index + 1;
        const cells = values.map(cellText);
        if (cells.every((cell) => cell.trim() === '')) continue;
        const hollow = values.some((value) => value === null) ? await formulas(index) : undefined;
        yield { line: row, cells, bytes: file.bytes, ...(hollow ? { formulas: hollow } : {}) };
      }
    } catch (error) {
      if (error instanceof FaultError) throw error;
      throw broken(row + 1);
    }
  }
  return tableOf(file.fileName, sheets, records);
}

/**
 * Streaming shows a formula without a stored value as an empty cell. Which empty cells are formulas is found by one
 * full read, made only when a row has an empty cell and only in workbooks that have formulas at all.
 */
function lazyFormulas(
  bytes: Uint8Array,
  sheet: string,
): (row: number) => Promise<ReadonlySet<number> | undefined> {
  let found: Promise<Map<number, Set<number>>> | null = null;
  const read = async (): Promise<Map<number, Set<number>>> => {
    const book = await readXlsx(bytes, { sheets: [sheet] });
    const rows = new Map<number, Set<number>>();
    for (const [place, cell] of book.sheets[0]?.cells ?? []) {
      if (cell.formula === undefined || (cell.formulaResult ?? null) !== null) continue;
      const [row = 0, column = 0] = place.split(',').map(Number);
      rows.set(row, (rows.get(row) ?? new Set()).add(column));
    }
    return rows;
  };
  return async (row) => {
    found ??= read();
    return (await found).get(row);
  };
}
