import { CsvError, parse } from 'csv-parse';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { FaultError } from '#shared/result.ts';
import { tableOf } from './heading.ts';
import type { RawRow, RawTable } from './rows.ts';
import type { SniffedFile } from './sniff.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** A record beyond this is an open quote that swallows the file. */
const RECORD_MAX = 256 * 1024;

interface WithInfo {
  record: string[];
  info: { lines: number; bytes: number };
}

/** The delimiter that the first lines agree on; a comma when none says more. */
export function delimiterOf(head: string): string {
  const lines = head
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20);
  let best = ',';
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const counts = lines.map((line) => line.replace(/"[^"]*"/g, '').split(delimiter).length - 1);
    const least = Math.min(...counts);
    if (least > most) {
      most = least;
      best = delimiter;
    }
  }
  return best;
}

async function* decoded(file: SniffedFile): AsyncGenerator<string> {
  const decoder = new TextDecoder(file.decoder);
  for await (const chunk of createReadStream(file.path, { highWaterMark: 256 * 1024 })) {
    yield decoder.decode(chunk as Buffer, { stream: true });
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

/** CSV with `,` `;` tab or `|`, quotes, and line numbers that stay right across quoted line breaks. Streams. */
export async function csvRows(file: SniffedFile): Promise<RawTable> {
  const delimiter = delimiterOf(await headText(file));
  async function* records(): AsyncGenerator<RawRow> {
    const parser = parse({
      delimiter,
      info: true,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: RECORD_MAX,
    });
    const source = Readable.from(decoded(file));
    source.on('error', (error) => parser.destroy(error));
    source.pipe(parser);
    let before = 0;
    // Text is handed over decoded, so the parser counts other bytes than the file has: scale them.
    let scale = 1;
    try {
      for await (const { record, info } of parser as AsyncIterable<WithInfo>) {
        if (info.bytes > file.bytes) scale = file.bytes / info.bytes;
        yield {
          line: before + 1,
          cells: record,
          bytes: Math.min(file.bytes, Math.round(info.bytes * scale)),
        };
        before = info.lines;
      }
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      throw new FaultError('file-row-open', { file: file.fileName, line: before + 1 });
    } finally {
      source.destroy();
    }
  }
  return tableOf(file.fileName, [], records);
}

async function headText(file: SniffedFile): Promise<string> {
  const handle = await open(file.path, 'r');
  try {
    const buffer = Buffer.alloc(64 * 1024);
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    return new TextDecoder(file.decoder).decode(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}
