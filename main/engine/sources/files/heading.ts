import { FaultError } from '#shared/result.ts';
import { isHeadless } from './columns.ts';
import type { RawRow, RawTable } from './rows.ts';

/** A column without a heading is called as spreadsheets call it: A, B, … Z, AA. */
function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

/**
 * The table over records of which the first heads the columns. Where that first one is a parcel already the file has no
 * headings: nothing of it is lost, and its columns go by letters.
 */
export async function tableOf(
  fileName: string,
  sheets: readonly string[],
  records: () => AsyncGenerator<RawRow>,
): Promise<RawTable> {
  const first = records();
  const head = await first.next();
  await first.return(undefined);
  if (head.done || !head.value.cells) throw new FaultError('file-empty', { file: fileName });
  const { cells } = head.value;
  const headless = isHeadless(cells);
  return {
    sheets,
    columns: cells.map((cell, index) => (headless ? letters(index) : cell.trim())),
    rows: async function* rows() {
      let heading = !headless;
      for await (const row of records()) {
        if (!heading) yield row;
        heading = false;
      }
    },
  };
}
