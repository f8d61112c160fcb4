import type { ScanRow } from '#shared/model/import.ts';
import type { Market } from '#shared/model/market.ts';
import { DAY, type ZoneReason } from '#shared/time.ts';
import { nowhere, readMoment, type ZoneOfPlace } from '../../times/moment.ts';
import { zoneOfCell } from '../../times/zones.ts';

/** A scan as a service sends it, in one form for all services. */
export interface SourceScan {
  /** Our slug of the carrier that scanned. */
  readonly carrier: string;
  readonly code: string | null;
  readonly scheme: string | null;
  readonly status: string | null;
  readonly text: string | null;
  readonly lang: string | null;
  readonly place: string | null;
  /** The time as it was written. */
  readonly rawTime: string | null;
  /** The instant in ms where the service gives it beside the raw time. */
  readonly utc?: number | null;
  /** Offset or zone name for `rawTime` or `utc`, with the reason for it. */
  readonly zone?: { readonly name: string; readonly reason: ZoneReason } | null;
}

export interface RowContext {
  readonly number: string;
  readonly now: number;
  readonly market: Market | null;
  readonly orderNo: string | null;
  readonly orderTime: number | null;
  /** How the service lists scans; used where the times do not tell. */
  readonly newestFirst: boolean;
  /** Without it no time is placed by its place. */
  readonly zoneOfPlace?: ZoneOfPlace;
}

/** Scans may be this much later than now (clocks differ, zones are assumed), or this much before the order. */
const FUTURE = DAY;
const BEFORE_ORDER = 2 * DAY;
const TEXT_MAX = 4_000;

/**
 * Makes rows of the journal from one list of scans: cleaned of what cannot be stored, each once, oldest first with its
 * position. Left out and counted: scans without any word, later than tomorrow, or older than the order by two days (a
 * number that was used before). The list's direction is told by its times, so both directions give the same rows.
 */
export function makeRows(
  scans: readonly SourceScan[],
  context: RowContext,
): { rows: ScanRow[]; refused: number } {
  let refused = 0;
  const taken: Omit<ScanRow, 'line' | 'seq'>[] = [];
  for (const scan of scans) {
    const row = makeRow(scan, context);
    if (row) taken.push(row);
    else refused += 1;
  }
  const seen = new Set<string>();
  const once = oldestFirst(taken, context.newestFirst).filter((row) => {
    const key = rowKey(row);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return { rows: once.map((row, index) => Object.assign(row, { line: index + 1, seq: index })), refused };
}

/** What makes two rows of one number the same scan (CA 7.2): never the code alone. */
export function rowKey(row: Omit<ScanRow, 'line' | 'seq'>): string {
  const { number, carrier, code, scheme, status, instant, place, text, rawTime } = row;
  return JSON.stringify([number, carrier, code, scheme, status, instant ?? rawTime, place, text]);
}

function makeRow(scan: SourceScan, context: RowContext): Omit<ScanRow, 'line' | 'seq'> | null {
  const words = clean(scan.text) ?? '';
  const code = clean(scan.code);
  const status = clean(scan.status);
  if (words === '' && code === null && status === null) return null;
  const moment = momentOf(scan, context);
  if (moment !== null && moment.instant > context.now + FUTURE) return null;
  if (moment !== null && context.orderTime !== null && moment.instant < context.orderTime - BEFORE_ORDER) {
    return null;
  }
  return {
    number: context.number,
    carrier: scan.carrier,
    code,
    scheme: status === null ? null : scan.scheme,
    status,
    text: words,
    lang: /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(scan.lang ?? '') ? scan.lang : null,
    place: clean(scan.place),
    rawTime: clean(scan.rawTime),
    instant: moment?.instant ?? null,
    zone: moment?.zone ?? null,
    zoneReason: moment?.reason ?? 'none',
    ...(moment?.dateOnly ? { dateOnly: true } : {}),
    orderNo: context.orderNo,
    orderTime: context.orderTime,
    market: context.market,
  };
}

/** Instant and zone: the service's own instant, else what `times/moment.ts` makes of the written time. */
function momentOf(
  scan: SourceScan,
  { market, zoneOfPlace = nowhere }: RowContext,
): { instant: number; zone: string; reason: ZoneReason; dateOnly: boolean } | null {
  const { utc, zone, carrier } = scan;
  if (utc !== undefined && utc !== null && Number.isFinite(utc)) {
    return { instant: utc, zone: zone?.name ?? '+00:00', reason: zone?.reason ?? 'offset', dateOnly: false };
  }
  const moment = readMoment(scan.rawTime ?? '', {
    ...{ order: 'day-first', zoneField: zone?.name ?? '', carrier, place: clean(scan.place), market },
    ...{ chosen: null, zoneOfPlace },
  });
  if (!moment.ok) return null;
  const reason = zone && moment.zoneReason === 'column' ? zone.reason : moment.zoneReason;
  return { instant: moment.at, zone: moment.zone, reason, dateOnly: moment.dateOnly };
}

/** A zone that a service names, in our form; null when it names none that we can read. */
export function namedZone(name: string | null | undefined, reason: ZoneReason): SourceScan['zone'] {
  const found = zoneOfCell(name ?? '');
  return found === null ? null : { name: found, reason };
}

/** The offset at the end of an ISO time as a zone, or null. */
export function isoZone(iso: string | null | undefined, reason: ZoneReason): SourceScan['zone'] {
  const end = /T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/.exec(iso ?? '')?.[1];
  return end === undefined ? null : namedZone(end, reason);
}

/** An ISO time with an offset as an instant; null without one, because then it is a wall clock. */
export function isoInstant(iso: string | null | undefined): number | null {
  if (!/(Z|[+-]\d{2}:?\d{2})$/.test(iso ?? '')) return null;
  const at = Date.parse(iso ?? '');
  return Number.isNaN(at) ? null : at;
}

/** Text that the store can hold: no half characters, no control characters, not endless; null when nothing is left. */
export function clean(value: string | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  const kept = value
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, TEXT_MAX)
    .toWellFormed();
  return kept === '' ? null : kept;
}

/** Turns a list that is newest first; equal times keep the list's own order. */
function oldestFirst<R extends { instant: number | null }>(rows: readonly R[], newestFirst: boolean): R[] {
  const times = rows.flatMap((row) => (row.instant === null ? [] : [row.instant]));
  const first = times[0] ?? 0;
  const last = times.at(-1) ?? 0;
  const turned = (first === last ? newestFirst : first > last) ? rows.toReversed() : [...rows];
  // A list without one direction (two carriers mixed, late scans) is put in order by time; no time stays where it is.
  return turned.every((row) => row.instant !== null)
    ? turned.sort((a, b) => (a.instant ?? 0) - (b.instant ?? 0))
    : turned;
}

/** Joins what there is of a place, without saying anything twice. */
export function placeOf(...parts: readonly (string | null | undefined)[]): string | null {
  const kept: string[] = [];
  for (const part of parts) {
    const bare = clean(part);
    if (bare !== null && !kept.some((each) => each.toLowerCase().includes(bare.toLowerCase())))
      kept.push(bare);
  }
  return kept.length === 0 ? null : kept.join(', ').slice(0, 400);
}
