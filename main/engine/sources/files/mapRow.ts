import type {
  ImportField,
  ImportOptions,
  Mapping,
  RefusedRow,
  Refusal,
  ScanRow,
} from '#shared/model/import.ts';
import { DAY } from '#shared/time.ts';
import { type Moment, nowhere, readMoment, type ZoneOfPlace } from '../times/moment.ts';
import type { DateOrder } from '../times/order.ts';
import { marketOfCell } from '../times/zones.ts';
import { carrierOfNumber, carrierSlug } from './carriers.ts';
import type { RawRow } from './rows.ts';

/** Longest cell that is taken: carriers' sentences have a few hundred characters. */
const CELL_MAX = 4_000;
const NUMBER = /^[0-9A-Z-]{4,40}$/;
/** What Excel makes of a long number. */
const SCIENTIFIC = /^\d(?:[.,]\d+)?E[+-]?\d+$/i;
const FORMULA = /^[=@]|^[+-](?![\d.])/;
/** Scans may be this much later than now (clocks differ, zones are assumed), or this much before the order. */
const FUTURE = DAY;
const BEFORE_ORDER = 2 * DAY;

export interface MapContext {
  readonly mapping: Mapping;
  readonly columns: readonly string[];
  readonly options: ImportOptions;
  readonly order: DateOrder;
  readonly now: number;
  /** Without it no time is placed by its place. */
  readonly zoneOfPlace?: ZoneOfPlace;
}

export type Mapped =
  | { readonly ok: true; readonly row: ScanRow }
  | { readonly ok: false; readonly row: RefusedRow };

/** Makes a scan of one row, or says why not: which column, which value. */
export function mapRow(raw: RawRow, context: MapContext): Mapped {
  const { mapping, columns } = context;
  const refuse = (reason: Refusal, field?: ImportField, value?: string): Mapped => ({
    ok: false,
    row: {
      line: raw.line,
      reason,
      column: field === undefined ? null : (columns[mapping[field] ?? -1] ?? null),
      value: value === undefined || value === '' ? null : value.slice(0, 120),
    },
  });
  const { cells } = raw;
  if (!cells) return refuse('broken-row');
  if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell.trim() !== '')) {
    return refuse('wrong-width');
  }
  const cell = (field: ImportField): string => {
    const index = mapping[field];
    return index === undefined ? '' : (cells[index] ?? '').trim();
  };
  for (const field of Object.keys(mapping) as ImportField[]) {
    const value = cell(field);
    if (value.includes('\uFFFD')) return refuse('bad-encoding', field, value);
    if (value.length > CELL_MAX) return refuse('too-long', field, value);
    const index = mapping[field];
    if (index !== undefined && raw.formulas?.has(index)) return refuse('formula', field);
  }

  const written = unquote(cell('number'));
  if (written === '') return refuse('no-number', 'number');
  if (FORMULA.test(written)) return refuse('formula', 'number', written);
  const number = written.normalize('NFKC').toUpperCase().replace(/\s+/g, '');
  if (SCIENTIFIC.test(number) || !NUMBER.test(number)) {
    return refuse('bad-number', 'number', written);
  }
  const text = cell('text');
  const code = cell('code');
  const status = cell('status');
  if (text === '' && code === '' && status === '') return refuse('no-words', 'text');

  const carrier =
    carrierSlug(cell('carrier')) ||
    carrierSlug(context.options.carrier ?? '') ||
    carrierOfNumber(number) ||
    'unknown';
  const market = marketOfCell(cell('market'));
  const seqText = cell('seq');
  const seq = /^\d{1,9}$/.test(seqText) ? Number(seqText) : null;

  const place = cell('place') === '' ? null : cell('place');
  const moment = (time: string): Moment =>
    readMoment(time, {
      ...{ order: context.order, zoneField: cell('zone'), carrier, place, market },
      chosen: context.options.zone,
      zoneOfPlace: context.zoneOfPlace ?? nowhere,
    });

  const clock = unquote(cell('time'));
  const day = unquote(cell('date'));
  // Date and clock in two columns make one time; a spreadsheet gives a bare clock the date of its epoch.
  const rawTime = day === '' ? clock : `${dayOnly(day)} ${clockOnly(clock)}`.trim();
  let scanned: (Moment & { ok: true }) | null = null;
  if (rawTime === '') {
    if (seq === null) return refuse('no-time', 'time');
  } else {
    if (FORMULA.test(rawTime)) return refuse('formula', 'time', rawTime);
    const read = moment(rawTime);
    if (!read.ok) return refuse(read.why, 'time', rawTime);
    if (read.at > context.now + FUTURE) return refuse('future-time', 'time', rawTime);
    scanned = read;
  }
  const orderCell = unquote(cell('orderTime'));
  let orderTime: number | null = null;
  if (orderCell !== '') {
    const read = moment(orderCell);
    if (!read.ok) return refuse(read.why, 'orderTime', orderCell);
    orderTime = read.at;
    if (scanned && scanned.at < orderTime - BEFORE_ORDER) return refuse('before-order', 'time', rawTime);
  }
  return {
    ok: true,
    row: {
      line: raw.line,
      number,
      carrier,
      code: code === '' ? null : code,
      scheme: status === '' ? null : schemeOf(cell('scheme')),
      status: status === '' ? null : status,
      text,
      lang: langOf(cell('lang')),
      place,
      rawTime: rawTime === '' ? null : rawTime,
      instant: scanned?.at ?? null,
      zone: scanned?.zone ?? null,
      zoneReason: scanned?.zoneReason ?? 'none',
      ...(scanned?.dateOnly ? { dateOnly: true } : {}),
      seq,
      orderNo: unquote(cell('orderNo')).toUpperCase() || null,
      orderTime,
      market,
    },
  };
}

/** Excel users keep long numbers as `="0123"`, and exporters put a tab or an apostrophe before them. */
function unquote(cell: string): string {
  return (/^="([^"]*)"$/.exec(cell)?.[1] ?? cell).replace(/^['\t]+/, '').trim();
}

function schemeOf(cell: string): string | null {
  const slug = cell.toLowerCase().replace(/[^a-z0-9]+/g, '');
  return slug === '' ? null : slug.slice(0, 40);
}

function langOf(cell: string): string | null {
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(cell) ? cell : null;
}

/** A spreadsheet's date cell comes with midnight, its clock cell with the spreadsheet's first day. */
function dayOnly(cell: string): string {
  return cell.replace(/[ T]00:00(:00)?$/, '');
}

function clockOnly(cell: string): string {
  return cell.replace(/^(1899-12-3[01]|1900-01-0[01]|1904-01-01)[ T]/, '');
}
