import { writeXlsx } from 'hucre/xlsx';
import { HOUR } from '#shared/time.ts';
import { START } from './engine.ts';

/** One row of an invented tracking file. */
export interface FileScan {
  readonly number: string;
  readonly code: string;
  /** Hours before the world's start; negative is after it. */
  readonly ago: number;
  readonly text?: string;
  readonly place?: string;
  readonly market?: string;
}

const HEADINGS = ['number', 'carrier', 'time', 'code', 'description', 'location', 'market'];

/** Scans of the main leg are told by stage words: no code table has them. */
const WORDS: Readonly<Record<string, string>> = {
  LINEHAUL_DEPARTED: 'Departed origin country',
  LINEHAUL_ARRIVED: 'Arrived destination country',
  IMPORT_CLEARED: 'Import customs cleared',
  IMPORT_HELD: 'Import customs hold',
};

const cells = (scan: FileScan): string[] => [
  scan.number,
  'Shopee Express',
  new Date(START - scan.ago * HOUR).toISOString(),
  scan.code,
  scan.text ?? WORDS[scan.code] ?? `says ${scan.code}`,
  scan.place ?? 'Somewhere',
  scan.market ?? 'SG',
];

/** The scans as CSV. */
export function csvOf(scans: readonly FileScan[]): string {
  return [HEADINGS, ...scans.map(cells)].map((row) => `${row.join(',')}\n`).join('');
}

/** The scans as JSON lines. */
export function jsonLinesOf(scans: readonly FileScan[]): string {
  return scans
    .map((scan) => JSON.stringify(Object.fromEntries(HEADINGS.map((name, n) => [name, cells(scan)[n]]))))
    .map((line) => `${line}\n`)
    .join('');
}

/** The scans as a workbook. */
export async function workbookOf(scans: readonly FileScan[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: 'Scans', rows: [HEADINGS, ...scans.map(cells)] }] });
}

/** A parcel on its way to the buyer's town; the last scan is `ago` hours old. */
export function underway(number: string, ago: number, market = 'SG'): FileScan[] {
  const codes = ['F100', 'F430', 'LINEHAUL_DEPARTED', 'LINEHAUL_ARRIVED', 'IMPORT_CLEARED', 'F599', 'F600'];
  return codes.map((code, n) => ({ number, code, market, ago: ago + (codes.length - 1 - n) * 10 }));
}

/** A parcel whose delivery failed `ago` hours before the start. */
export function failed(number: string, ago: number, market = 'SG'): FileScan[] {
  return [...underway(number, ago + 3, market), { number, code: 'F650', ago, market }];
}

/** A parcel that customs holds since `ago` hours. */
export function held(number: string, ago: number, market = 'SG'): FileScan[] {
  return [...underway(number, ago + 20, market).slice(0, 4), { number, code: 'IMPORT_HELD', ago, market }];
}

/** A parcel on its way back. */
export function returning(number: string, ago: number, market = 'SG'): FileScan[] {
  return [...failed(number, ago + 20, market), { number, code: 'F671', ago, market }];
}

/** A delivered parcel. */
export function delivered(number: string, ago: number, market = 'SG'): FileScan[] {
  return [...underway(number, ago + 3, market), { number, code: 'F980', ago, market }];
}

/** Valid tracking numbers that differ. */
export const numberOf = (n: number): string => `SPXSG0${String(70_000_000_000 + n)}`;
