import { z } from 'zod';
import { faultSchema } from '../contract/faults.ts';
import { instantSchema, type ZoneReason, zoneSchema } from '../time.ts';
import { importIdSchema } from './ids.ts';

/** What a column of a tracking file can hold. `number` and one of `text`, `code`, `status` are needed. */
export const IMPORT_FIELDS = [
  'number', // tracking number of the leg
  'carrier',
  'time',
  'date', // where the file keeps date and time in two columns; `time` is then the clock
  'zone', // offset or zone name for `time`
  'text', // what the carrier wrote
  'code', // the carrier's own code
  'status', // an aggregator's status word
  'scheme', // which aggregator's words `status` uses
  'place',
  'orderNo',
  'orderTime',
  'market',
  'lang',
  'seq', // position in the trail, 0 = oldest
] as const;
export const importFieldSchema = z.enum(IMPORT_FIELDS);
export type ImportField = z.infer<typeof importFieldSchema>;

export const fileFormatSchema = z.enum(['csv', 'xlsx', 'jsonl']);
export type FileFormat = z.infer<typeof fileFormatSchema>;
export const fileEncodingSchema = z.enum([
  ...(['utf-8', 'utf-8-mark', 'utf-16le', 'utf-16be'] as const),
  // code pages of the markets' spreadsheets
  ...(['gb18030', 'big5', 'windows-874', 'windows-1252'] as const),
  'none', // a workbook
]);
export type FileEncoding = z.infer<typeof fileEncodingSchema>;

/** Which column holds which field: field to column index. */
export const mappingSchema = z.partialRecord(importFieldSchema, z.number().int().min(0).max(999));
export type Mapping = z.infer<typeof mappingSchema>;

export const importOptionsSchema = z.object({
  /** Zone for wall-clock times that nothing else places. Null: the seller's zone, marked as an assumption. */
  zone: zoneSchema.nullable(),
  /** Carrier for rows that name none. */
  carrier: z.string().max(60).nullable(),
  /** How to read 03/04/2026 and 26/03/04: day, month or short year first; `auto` decides from the file's other dates. */
  dateOrder: z.enum(['auto', 'day-first', 'month-first', 'year-first']),
  /** XLSX sheet by name; null is the first. */
  sheet: z.string().max(200).nullable(),
});
export type ImportOptions = z.infer<typeof importOptionsSchema>;
export const DEFAULT_IMPORT_OPTIONS: ImportOptions = {
  zone: null,
  carrier: null,
  dateOrder: 'auto',
  sheet: null,
};

/** Why a row was not taken. Words are in `shared/text/ui/imports.ts`. */
export const REFUSALS = [
  'no-number', // no tracking number in the row
  'bad-number', // not a tracking number (length, characters, 1.23E+11)
  'no-words', // neither text nor code nor status
  'no-time', // neither a time nor a position in the trail
  'bad-time', // the time cannot be read
  'impossible-time', // 31 February, 25:00
  'ambiguous-time', // day and month cannot be told apart anywhere in the file
  'future-time', // later than now plus one day
  'before-order', // more than two days before the order
  'bad-encoding', // bytes that are not text in the file's encoding
  'broken-row', // quotes or JSON do not close
  'wrong-width', // more columns than the header has
  'formula', // an XLSX formula without a stored value, or a CSV cell that starts one
  'too-long', // a cell longer than 4,000 characters
] as const;
export const refusalSchema = z.enum(REFUSALS);
export type Refusal = z.infer<typeof refusalSchema>;

export const refusedRowSchema = z.object({
  line: z.number().int(),
  reason: refusalSchema,
  /** The column at fault, as the file names it. */
  column: z.string().nullable(),
  /** The cell at fault, shortened. Shown and exported to the person, never logged. */
  value: z.string().nullable(),
});
export type RefusedRow = z.infer<typeof refusedRowSchema>;

/** Doubts about rows that were taken all the same. */
export const IMPORT_NOTES = [
  'number-reused',
  'two-carriers',
  'zone-assumed',
  'time-missing',
  'unknown-scans',
] as const;
export const importNoteSchema = z.object({ note: z.enum(IMPORT_NOTES), count: z.number().int() });

export const IMPORT_STATES = ['running', 'projecting', 'done', 'cancelled', 'failed', 'interrupted'] as const;
export const importStateSchema = z.enum(IMPORT_STATES);
export type ImportState = z.infer<typeof importStateSchema>;

/** The figures of one import, while it runs and for good. */
export const importRunSchema = z.object({
  id: importIdSchema,
  fileName: z.string(),
  format: fileFormatSchema,
  encoding: fileEncodingSchema,
  state: importStateSchema,
  bytesTotal: z.number().int(),
  bytesRead: z.number().int(),
  rows: z.number().int(),
  accepted: z.number().int(),
  known: z.number().int(),
  refused: z.number().int(),
  /** Scans taken whose meaning is not known. */
  unknown: z.number().int(),
  parcels: z.number().int(),
  startedAt: instantSchema,
  finishedAt: instantSchema.nullable(),
  notes: z.array(importNoteSchema),
  fault: faultSchema.nullable(),
});
export type ImportRun = z.infer<typeof importRunSchema>;

/** One scan as read from a file, mapped and checked, before it meets the store. */
export interface ScanRow {
  /** 1-based line (CSV, JSON lines) or row (XLSX) in the file. */
  readonly line: number;
  readonly number: string;
  readonly carrier: string;
  readonly code: string | null;
  readonly scheme: string | null;
  readonly status: string | null;
  readonly text: string;
  readonly lang: string | null;
  readonly place: string | null;
  readonly rawTime: string | null;
  readonly instant: number | null;
  readonly zone: string | null;
  readonly zoneReason: ZoneReason;
  /** True where the source gave a day without a clock: `instant` is then that day's noon, in `zone`. */
  readonly dateOnly?: boolean;
  readonly seq: number | null;
  readonly orderNo: string | null;
  readonly orderTime: number | null;
  readonly market: string | null;
}

/** What the mapping step shows before anything is stored. */
export const importPreviewSchema = z.object({
  fileName: z.string(),
  format: fileFormatSchema,
  encoding: fileEncodingSchema,
  bytes: z.number().int(),
  /** Fingerprint of size and content sample: `imports.start` refuses if the file changed since. */
  digest: z.string(),
  sheets: z.array(z.string()),
  columns: z.array(
    z.object({
      index: z.number().int(),
      name: z.string(),
      samples: z.array(z.string()).max(3),
      /** What we take it for, or null. */
      field: importFieldSchema.nullable(),
    }),
  ),
  mapping: mappingSchema,
  dateOrder: z.enum(['day-first', 'month-first', 'year-first', 'unneeded', 'unclear']),
  /** The first rows as they would be stored or refused. */
  rows: z
    .array(
      z.object({
        line: z.number().int(),
        cells: z.array(z.string()),
        refusal: refusalSchema.nullable(),
      }),
    )
    .max(20),
  /** What must be settled before the import can start. */
  problems: z.array(faultSchema),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;
