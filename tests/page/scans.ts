import { HOUR } from '#shared/time.ts';

const HEADINGS = ['number', 'carrier', 'time', 'code', 'description', 'location', 'market'] as const;

/** One invented scan; what is not given is filled in. */
export interface Scan {
  readonly number: string;
  readonly code: string;
  /** Hours before now. */
  readonly ago: number;
  readonly text?: string;
  readonly place?: string;
  readonly market?: string;
  /** In place of the time that `ago` gives. */
  readonly time?: string;
}

/** Scans as CSV with English headings. */
export function csvOf(scans: readonly Scan[]): string {
  const now = Date.now();
  const line = (scan: Scan): string =>
    [
      scan.number,
      'Shopee Express',
      scan.time ?? new Date(now - scan.ago * HOUR).toISOString(),
      scan.code,
      scan.text ?? `says ${scan.code}`,
      scan.place ?? 'Somewhere',
      scan.market ?? 'SG',
    ].join(',');
  return `${[HEADINGS.join(','), ...scans.map(line)].join('\n')}\n`;
}

/** A valid tracking number; different for each `n`. */
export const numberOf = (n: number): string => `SPXSG0${String(70_000_000_000 + n)}`;

/** A parcel whose delivery failed `ago` hours before now. */
export function failed(n: number, ago: number, extra: Partial<Scan> = {}): Scan[] {
  return ['F100', 'F430', 'F510', 'F599', 'F600', 'F650'].map((code, at) => ({
    number: numberOf(n),
    code,
    ago: ago + (5 - at) * 9,
    ...extra,
  }));
}

/** The same parcel delivered: its case clears by itself. */
export const delivered = (n: number, ago: number): Scan => ({ number: numberOf(n), code: 'F980', ago });
