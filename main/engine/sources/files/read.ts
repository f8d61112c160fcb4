import type { ImportOptions, Mapping, RefusedRow, ScanRow } from '#shared/model/import.ts';
import { FaultError } from '#shared/result.ts';
import { nowhere, type ZoneOfPlace } from '../times/moment.ts';
import { type DateOrder, orderOfAll } from '../times/order.ts';
import { type MapContext, type Mapped, mapRow } from './mapRow.ts';
import { openTable, type RawRow, type RawTable } from './rows.ts';
import { sniff } from './sniff.ts';

/** Rows handed over at once: one transaction of the store, about 60 ms; smaller ones write the same index pages more often. */
const BATCH = 5_000;
/** Rows that are looked at to learn the order of day and month. */
const LOOK = 5_000;

/** Some rows of a file, read and checked. */
export interface FileBatch {
  readonly rows: readonly ScanRow[];
  readonly refused: readonly RefusedRow[];
  readonly bytesRead: number;
  /** The last line that this batch covers: where a repeated reading goes on after. */
  readonly lastLine: number;
}

export interface ReadOptions {
  readonly mapping: Mapping;
  readonly options: ImportOptions;
  readonly now: number;
  /** The file must still be this one; null skips the check. */
  readonly digest: string | null;
  /** Rows up to this line are passed over. */
  readonly skipToLine: number;
  readonly signal: AbortSignal;
}

/**
 * Reads a tracking file in batches of about 5,000 rows, in the order of the file and in constant memory. Every row
 * comes out once, taken or refused. Throws `FaultError` for a file that cannot be read (to the end). `places` is asked
 * for at the first wall clock that only its place can put into a zone: most files never need it.
 */
export async function* readTrackingFile(
  path: string,
  options: ReadOptions,
  places: () => Promise<ZoneOfPlace> = () => Promise.resolve(nowhere),
): AsyncGenerator<FileBatch> {
  const file = await sniff(path);
  if (options.digest !== null && file.digest !== options.digest) {
    throw new FaultError('file-changed', { file: file.fileName });
  }
  const table = await openTable(file, options.options.sheet);
  const order = await dateOrderOf(table, options);
  const map = placedMapping(
    { ...options, columns: table.columns, order: order === 'unneeded' ? 'unknown' : order },
    places,
  );
  let rows: ScanRow[] = [];
  let refused: RefusedRow[] = [];
  let bytesRead = 0;
  let lastLine = options.skipToLine;
  for await (const raw of table.rows()) {
    if (options.signal.aborted) return;
    if (raw.line <= options.skipToLine) continue;
    const mapped = await map(raw);
    if (mapped.ok) rows.push(mapped.row);
    else refused.push(mapped.row);
    bytesRead = raw.bytes;
    lastLine = raw.line;
    if (rows.length + refused.length >= BATCH) {
      yield { rows, refused, bytesRead, lastLine };
      rows = [];
      refused = [];
    }
  }
  if (rows.length + refused.length > 0) yield { rows, refused, bytesRead: file.bytes, lastLine };
}

/** Maps rows; the first that wants the zone of a place waits for the places and is mapped again with them. */
function placedMapping(
  context: Omit<MapContext, 'zoneOfPlace'>,
  places: () => Promise<ZoneOfPlace>,
): (raw: RawRow) => Mapped | Promise<Mapped> {
  let known: ZoneOfPlace | null = null;
  let wanted = false;
  const zoneOfPlace: ZoneOfPlace = (place, about) => {
    wanted = true;
    return known === null ? null : known(place, about);
  };
  const withPlaces = { ...context, zoneOfPlace };
  return (raw) => {
    const mapped = mapRow(raw, withPlaces);
    if (known !== null || !wanted) return mapped;
    return places().then((opened) => {
      known = opened;
      return mapRow(raw, withPlaces);
    });
  };
}

/**
 * The order of day, month and short year for the whole file: the person's choice, else the one in which all dates among the
 * first 5,000 rows can stand. `unneeded`: no date could be read two ways. `unknown`: some could, and nothing decides, or
 * dates of both kinds stand in one file; no order is right for all then, so the doubtful ones stay refused.
 */
export async function dateOrderOf(
  table: RawTable,
  { mapping, options, now }: Pick<ReadOptions, 'mapping' | 'options' | 'now'>,
): Promise<DateOrder | 'unneeded'> {
  if (options.dateOrder !== 'auto') return options.dateOrder;
  const indexes = [mapping.date ?? mapping.time, mapping.orderTime].filter((index) => index !== undefined);
  if (indexes.length === 0) return 'unneeded';
  const dates: string[] = [];
  let looked = 0;
  for await (const row of table.rows()) {
    dates.push(...indexes.map((index) => row.cells?.[index] ?? ''));
    looked += 1;
    if (looked >= LOOK) break;
  }
  return orderOfAll(dates, now);
}
