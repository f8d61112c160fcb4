import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { FaultError } from '#shared/result.ts';
import type { RawRow, RawTable } from './rows.ts';
import type { SniffedFile } from './sniff.ts';

/** Objects whose keys make the columns: later rows may lack some, and new keys in them are not read. */
const LOOK = 500;
const LINE_MAX = 1024 * 1024;

type Flat = Map<string, string>;

/** One level of nesting becomes `outer.inner`; lists and deeper levels stay JSON text; null is an empty cell. */
function flatten(value: unknown): Flat | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const flat: Flat = new Map();
  const put = (key: string, cell: unknown): void => {
    if (cell === null || cell === undefined) flat.set(key, '');
    else flat.set(key, typeof cell === 'object' ? JSON.stringify(cell) : String(cell));
  };
  for (const [key, cell] of Object.entries(value)) {
    if (typeof cell === 'object' && cell !== null && !Array.isArray(cell)) {
      for (const [inner, deep] of Object.entries(cell)) put(`${key}.${inner}`, deep);
    } else put(key, cell);
  }
  return flat;
}

interface Line {
  line: number;
  value: Flat | null;
  bytes: number;
}

/** Numbers that JavaScript cannot hold (long tracking numbers without quotes) keep their digits. */
function parseObject(text: string): Flat | null {
  try {
    const safe = text.replace(/([:[,]\s*)(-?\d{16,})(?=\s*[,}\]])/g, '$1"$2"');
    return flatten(JSON.parse(safe));
  } catch {
    try {
      return flatten(JSON.parse(text));
    } catch {
      return null;
    }
  }
}

async function* linesOf(file: SniffedFile): AsyncGenerator<Line> {
  const decoder = new TextDecoder(file.decoder);
  let rest = '';
  let line = 0;
  let bytes = 0;
  for await (const chunk of createReadStream(file.path, { highWaterMark: 256 * 1024 })) {
    bytes += (chunk as Buffer).length;
    const parts = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n');
    rest = parts.pop() ?? '';
    if (rest.length > LINE_MAX) {
      throw new FaultError('file-row-open', { file: file.fileName, line: line + parts.length + 1 });
    }
    for (const text of parts) {
      line += 1;
      if (text.trim() !== '') yield { line, value: parseObject(text), bytes };
    }
  }
  const last = rest + decoder.decode();
  if (last.trim() === '') return;
  const value = parseObject(last);
  // The last line without its end, and not closed: the file was cut there.
  if (!value) throw new FaultError('file-truncated', { file: file.fileName, line: line + 1 });
  yield { line: line + 1, value, bytes };
}

async function* itemsOf(file: SniffedFile): AsyncGenerator<Line> {
  let list: unknown;
  try {
    list = JSON.parse(new TextDecoder(file.decoder).decode(await readFile(file.path)));
  } catch {
    throw new FaultError('file-truncated', { file: file.fileName, line: null });
  }
  if (!Array.isArray(list)) throw new FaultError('file-no-columns', { file: file.fileName });
  for (const [index, item] of list.entries()) {
    yield {
      line: index + 1,
      value: flatten(item),
      bytes: Math.round(((index + 1) / list.length) * file.bytes),
    };
  }
}

/** JSON lines (streamed), or one JSON array (small files). */
export async function jsonRows(file: SniffedFile): Promise<RawTable> {
  const source = (): AsyncGenerator<Line> => (file.jsonArray ? itemsOf(file) : linesOf(file));
  const columns: string[] = [];
  const seen = new Set<string>();
  let looked = 0;
  const head = source();
  for await (const { value } of head) {
    for (const key of value?.keys() ?? []) {
      if (!seen.has(key)) columns.push(key);
      seen.add(key);
    }
    looked += 1;
    if (looked >= LOOK) break;
  }
  if (columns.length === 0) throw new FaultError('file-no-columns', { file: file.fileName });
  return {
    sheets: [],
    columns,
    rows: async function* rows(): AsyncGenerator<RawRow> {
      for await (const { line, value, bytes } of source()) {
        yield { line, bytes, cells: value ? columns.map((name) => value.get(name) ?? '') : null };
      }
    },
  };
}
