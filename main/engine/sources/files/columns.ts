import type { ImportField, Mapping } from '#shared/model/import.ts';
import { HEADINGS, MAYBE_NUMBER } from './headings.ts';

/** Lower case, half width, without accents, and nothing but letters and digits of any script. */
function plain(heading: string): string {
  return heading
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

const plainWords = (words: string): string[] => words.trim().split(/\s+/).map(plain);
const EXACT = new Map<string, ImportField>(
  (Object.entries(HEADINGS) as [ImportField, string][]).flatMap(([field, words]) =>
    plainWords(words).map((word): [string, ImportField] => [word, field]),
  ),
);
const VAGUE = new Set(plainWords(MAYBE_NUMBER));

/** What a heading says it is, or null. `Location (city)` counts by its first part, `Tracking Number*` by its letters. */
export function fieldOfHeading(heading: string): ImportField | null {
  const whole = EXACT.get(plain(heading));
  if (whole) return whole;
  const first = EXACT.get(plain(heading.split(/[(（[【/|]/)[0] ?? ''));
  if (first) return first;
  const inner = /[(（[【]([^)）\]】]+)[)）\]】]/.exec(heading)?.[1];
  return (inner === undefined ? undefined : EXACT.get(plain(inner))) ?? null;
}

/** Letters and digits in one piece, at least six digits: what tracking numbers look like. */
export const NUMBER_SHAPE = /^[A-Za-z]{0,8}[0-9]{6,}[0-9A-Za-z-]{0,16}$/;
/** In one piece, with a digit or of eight capitals: what a number of a parcel may look like where its heading speaks for it. */
const CODE_SHAPE = /^(?=.*\d)[0-9A-Za-z-]{6,40}$|^[A-Z-]{8,40}$/;
/** Capitals in one piece, too long for a word of a status or a place: where nothing else speaks for it. */
const CAPITALS_SHAPE = /^[0-9A-Z-]{10,40}$/;
const TIME_SHAPE = /^((中華)?民[國国]\s*)?\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}日?([ T]\d{1,2}:\d{2}.*)?$/;

/** A clock without a date: `08:05`, `8:05:30`, `下午 3:20`, `3:20 PM`, or a spreadsheet's clock on its first day. */
const isClock = (cell: string): boolean =>
  /^((上午|下午)?\s*|(1899-12-3[01]|1900-01-0[01]|1904-01-01)[ T])\d{1,2}:\d{2}(:\d{2})?\s*([AaPp][Mm])?$/.test(
    cell,
  );

/** Longer than a name: eight letters, or four characters of Chinese. */
const isSentence = (cell: string): boolean =>
  (cell.length >= 8 && /\p{L}{3}/u.test(cell)) || /\p{Script=Han}{4}/u.test(cell);

const isCode = (cell: string): boolean => CODE_SHAPE.test(cell) && !TIME_SHAPE.test(cell);

/** Numbers that may be mere letters: of one length, as those of one carrier are, and not one word again and again. */
function areNumbers(cells: readonly string[]): boolean {
  const [first = ''] = cells;
  return (
    cells.every((cell) => CAPITALS_SHAPE.test(cell) && cell.length === first.length) &&
    cells.some((cell) => cell !== first)
  );
}

/**
 * Suggests which column is what: by heading first, then by content for the two fields that nothing works without
 * (number and time) and for the words. Each field gets one column, the first that fits.
 */
export function suggestMapping(columns: readonly string[], samples: readonly (readonly string[])[]): Mapping {
  const mapping: Mapping = {};
  const taken = new Set<number>();
  const take = (field: ImportField, index: number): void => {
    if (mapping[field] !== undefined || taken.has(index)) return;
    mapping[field] = index;
    taken.add(index);
  };
  columns.forEach((heading, index) => {
    const field = fieldOfHeading(heading);
    if (field) take(field, index);
  });
  // A date alone is the time; beside a column of clocks it is their date.
  if (mapping.date !== undefined && mapping.time === undefined) {
    mapping.time = mapping.date;
    delete mapping.date;
  }
  const cellsOf = (index: number): string[] =>
    samples.map((row) => (row[index] ?? '').trim()).filter((cell) => cell !== '');
  const share = (index: number, test: (cell: string) => boolean): number => {
    const cells = cellsOf(index);
    return cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
  };
  if (mapping.date !== undefined && mapping.time !== undefined && share(mapping.time, isClock) < 0.5) {
    taken.delete(mapping.date);
    delete mapping.date;
  }
  const like = (test: (cell: string) => boolean): number[] =>
    [...columns.keys()].filter((at) => !taken.has(at) && share(at, test) > 0.8);
  const takeFirst = (field: ImportField, [index]: readonly number[]): void => {
    if (index !== undefined) take(field, index);
  };
  const codes = like(isCode);
  const headed = codes.filter((at) => VAGUE.has(plain(columns[at] ?? '')));
  const numbers = like((cell) => NUMBER_SHAPE.test(cell));
  takeFirst('number', [...headed, ...numbers, ...codes.filter((at) => areNumbers(cellsOf(at)))]);
  takeFirst(
    'time',
    like((cell) => TIME_SHAPE.test(cell)),
  );
  if (mapping.text === undefined && mapping.code === undefined && mapping.status === undefined) {
    // Sentences are longer than names of carriers and places, and differ more.
    const different = (at: number): number => new Set(samples.map((row) => row[at])).size;
    const length = (at: number): number => samples.reduce((sum, row) => sum + (row[at] ?? '').length, 0);
    const [best] = like(isSentence)
      .filter((at) => !areNumbers(cellsOf(at)))
      .toSorted((a, b) => length(b) * different(b) - length(a) * different(a));
    if (best !== undefined) take('text', best);
  }
  return mapping;
}

/** A file whose first row is a parcel already: a number and a time stand in it, and no word that heads a column. */
export function isHeadless(first: readonly string[]): boolean {
  const cells = first.map((cell) => cell.trim());
  return (
    cells.some((cell) => NUMBER_SHAPE.test(cell) || (CAPITALS_SHAPE.test(cell) && !TIME_SHAPE.test(cell))) &&
    cells.some((cell) => TIME_SHAPE.test(cell)) &&
    cells.every((cell) => fieldOfHeading(cell) === null)
  );
}
