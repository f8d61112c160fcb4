import type { ImportField, ImportOptions, ImportPreview, Mapping } from '#shared/model/import.ts';
import { type Fault, FaultError, ok, type Result } from '#shared/result.ts';
import { suggestMapping } from './columns.ts';
import { mapRow } from './mapRow.ts';
import { dateOrderOf } from './read.ts';
import { openTable, type RawRow, type RawTable } from './rows.ts';
import { sniff } from './sniff.ts';

const SHOWN = 20;
const SAMPLED = 200;

/** Reads the head of a file for the mapping step. Stores nothing; trouble with the file comes back as its fault. */
export async function previewTrackingFile(
  path: string,
  given: { mapping: Mapping | null; options: ImportOptions; now: number },
): Promise<Result<ImportPreview>> {
  try {
    return ok(await look(path, given));
  } catch (error) {
    if (error instanceof FaultError) return { ok: false, error: error.fault };
    throw error;
  }
}

async function look(
  path: string,
  given: { mapping: Mapping | null; options: ImportOptions; now: number },
): Promise<ImportPreview> {
  const file = await sniff(path);
  const table = await openTable(file, given.options.sheet);
  const head = await firstRows(table);
  if (head.length === 0) throw new FaultError('file-empty', { file: file.fileName });
  const cells = head.flatMap((row) => (row.cells ? [row.cells] : []));
  const suggested = suggestMapping(table.columns, cells);
  const mapping = given.mapping ?? suggested;
  if (given.mapping === null && mapping.number === undefined && !hasWords(mapping)) {
    throw new FaultError('file-no-columns', { file: file.fileName });
  }
  const order = await dateOrderOf(table, { ...given, mapping });
  const context = {
    mapping,
    columns: table.columns,
    options: given.options,
    order: order === 'unneeded' ? ('unknown' as const) : order,
    now: given.now,
  };
  const fieldAt = new Map(
    (Object.entries(mapping) as [ImportField, number][]).map(([field, index]) => [index, field]),
  );
  return {
    fileName: file.fileName,
    format: file.format,
    encoding: file.encoding,
    bytes: file.bytes,
    digest: file.digest,
    sheets: [...table.sheets],
    columns: table.columns.map((name, index) => ({
      index,
      name,
      samples: samplesOf(cells, index),
      field: fieldAt.get(index) ?? null,
    })),
    mapping,
    dateOrder: order === 'unknown' ? 'unclear' : order,
    rows: head.slice(0, SHOWN).map((raw) => {
      const mapped = mapRow(raw, context);
      return { line: raw.line, cells: [...(raw.cells ?? [])], refusal: mapped.ok ? null : mapped.row.reason };
    }),
    problems: problemsOf(mapping),
  };
}

async function firstRows(table: RawTable): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const row of table.rows()) {
    rows.push(row);
    if (rows.length >= SAMPLED) break;
  }
  return rows;
}

function samplesOf(rows: readonly (readonly string[])[], index: number): string[] {
  const samples = new Set<string>();
  for (const row of rows) {
    const cell = (row[index] ?? '').trim();
    if (cell !== '') samples.add(cell.slice(0, 80));
    if (samples.size === 3) break;
  }
  return [...samples];
}

function hasWords(mapping: Mapping): boolean {
  return mapping.text !== undefined || mapping.code !== undefined || mapping.status !== undefined;
}

/** What must be settled in the mapping step before the import can start. */
function problemsOf(mapping: Mapping): Fault[] {
  const missing: string[] = [];
  if (mapping.number === undefined) missing.push('number');
  if (!hasWords(mapping)) missing.push('text');
  if (mapping.time === undefined && mapping.seq === undefined) missing.push('time');
  return missing.length === 0 ? [] : [{ code: 'mapping-incomplete', detail: { fields: missing.join(', ') } }];
}
