import type {
  ImportField,
  ImportOptions,
  Mapping,
  RefusedRow,
  Refusal,
  ScanRow,
} from '#shared/model/import.ts';
import { MARKET_ZONE, type Market, SELLER_ZONE } from '#shared/model/market.ts';
import { DAY } from '#shared/time.ts';
import { carrierOfNumber, carrierSlug } from './carriers.ts';
import type { RawRow } from './rows.ts';
import { type DateOrder, offsetName, readClock } from './time.ts';
import { carrierZone, marketOfCell, offsetAt, zoneOfCell } from './zones.ts';

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

  const place = (
    wallTime: string,
  ): { at: number; zone: string; zoneReason: ScanRow['zoneReason'] } | Refusal => {
    const clock = readClock(wallTime, context.order);
    if (!clock.ok) return clock.why;
    if (clock.offset !== null) {
      return { at: clock.wall - clock.offset, zone: offsetName(clock.offset), zoneReason: 'offset' };
    }
    const { zone, reason } = zoneFor(cell('zone'), carrier, market, context.options.zone);
    return { at: clock.wall - zoneOffset(zone, clock.wall), zone, zoneReason: reason };
  };

  const clock = unquote(cell('time'));
  const day = unquote(cell('date'));
  // Date and clock in two columns make one time; a spreadsheet gives a bare clock the date of its epoch.
  const rawTime = day === '' ? clock : `${dayOnly(day)} ${clockOnly(clock)}`.trim();
  let moment: { at: number; zone: string; zoneReason: ScanRow['zoneReason'] } | null = null;
  if (rawTime === '') {
    if (seq === null) return refuse('no-time', 'time');
  } else {
    if (FORMULA.test(rawTime)) return refuse('formula', 'time', rawTime);
    const placed = place(rawTime);
    if (typeof placed === 'string') return refuse(placed, 'time', rawTime);
    if (placed.at > context.now + FUTURE) return refuse('future-time', 'time', rawTime);
    moment = placed;
  }
  const orderCell = unquote(cell('orderTime'));
  let orderTime: number | null = null;
  if (orderCell !== '') {
    const placed = place(orderCell);
    if (typeof placed === 'string') return refuse(placed, 'orderTime', orderCell);
    orderTime = placed.at;
    if (moment && moment.at < orderTime - BEFORE_ORDER) return refuse('before-order', 'time', rawTime);
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
      place: cell('place') === '' ? null : cell('place'),
      rawTime: rawTime === '' ? null : rawTime,
      instant: moment?.at ?? null,
      zone: moment?.zone ?? null,
      zoneReason: moment?.zoneReason ?? 'none',
      seq,
      orderNo: unquote(cell('orderNo')).toUpperCase() || null,
      orderTime,
      market,
    },
  };
}

/** Offset, column, carrier, market, chosen, and at last the seller's zone as an open assumption (CA 1.4). */
function zoneFor(
  zoneCell: string,
  carrier: string,
  market: Market | null,
  chosen: string | null,
): { zone: string; reason: ScanRow['zoneReason'] } {
  const column = zoneOfCell(zoneCell);
  if (column !== null) return { zone: column, reason: 'column' };
  const own = carrierZone(carrier);
  if (own !== null) return { zone: own, reason: 'carrier' };
  if (market !== null) return { zone: MARKET_ZONE[market], reason: 'market' };
  const picked = zoneOfCell(chosen ?? '');
  if (picked !== null) return { zone: picked, reason: 'chosen' };
  return { zone: SELLER_ZONE, reason: 'assumed' };
}

function zoneOffset(zone: string, wall: number): number {
  const fixed = /^([+-])(\d{2}):(\d{2})$/.exec(zone);
  if (!fixed) return offsetAt(zone, wall);
  return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3])) * 60_000;
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
