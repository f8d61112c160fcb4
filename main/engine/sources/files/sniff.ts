import { createHash } from 'node:crypto';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { FileEncoding, FileFormat } from '#shared/model/import.ts';
import { FaultError } from '#shared/result.ts';
import { type Decoder, decoderOf, encodingOf, wideOf } from './encoding.ts';

export interface SniffedFile {
  readonly path: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly format: FileFormat;
  readonly encoding: FileEncoding;
  readonly decoder: Decoder;
  readonly digest: string;
  /** A JSON file that is one array instead of one object a line. */
  readonly jsonArray: boolean;
}

const MB = 1024 * 1024;
/** Text streams, so its limit is patience; a workbook is unpacked in memory, so its limit is memory. */
export const LIMIT_MB = { text: 256, workbook: 50, jsonArray: 50 } as const;
const HEAD = 256 * 1024;
const SAMPLE = 64 * 1024;

/** Looks at a file's size, head, middle and tail: what it is, in which encoding, and its fingerprint. */
export async function sniff(path: string): Promise<SniffedFile> {
  const fileName = basename(path);
  const at = { file: fileName };
  let handle: FileHandle;
  let bytes: number;
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new FaultError('file-unreadable', at);
    bytes = found.size;
    handle = await open(path, 'r');
  } catch (error) {
    if (error instanceof FaultError) throw error;
    throw new FaultError(
      (error as { code?: string }).code === 'ENOENT' ? 'file-missing' : 'file-unreadable',
      at,
    );
  }
  try {
    if (bytes === 0) throw new FaultError('file-empty', at);
    const head = await slice(handle, 0, Math.min(HEAD, bytes));
    const workbook = head.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004';
    refuseLarge(fileName, bytes, workbook ? LIMIT_MB.workbook : LIMIT_MB.text);
    const digest = await fingerprint(handle, bytes);
    const base = { path, fileName, bytes, digest };
    if (workbook) {
      return { ...base, format: 'xlsx', encoding: 'none', decoder: 'utf-8', jsonArray: false };
    }
    if (wideOf(head) === null && isBinary(head)) throw new FaultError('file-binary', at);
    const encoding = await encodingOf(head, bytes > head.length);
    const decoder = decoderOf(encoding);
    const text = new TextDecoder(decoder).decode(head).trimStart();
    if (text.trim() === '') throw new FaultError('file-empty', at);
    const jsonArray =
      text.startsWith('[') && ['.json', '.jsonl', '.ndjson'].includes(extname(path).toLowerCase());
    if (jsonArray) refuseLarge(fileName, bytes, LIMIT_MB.jsonArray);
    const format = jsonArray || text.startsWith('{') ? 'jsonl' : 'csv';
    return { ...base, format, encoding, decoder, jsonArray };
  } finally {
    await handle.close();
  }
}

function refuseLarge(file: string, bytes: number, limit: number): void {
  const megabytes = Math.ceil(bytes / MB);
  if (megabytes > limit) throw new FaultError('file-too-large', { file, megabytes, limit });
}

async function slice(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}

/** Size and three samples: enough to notice that a person saved the file again between preview and start. */
async function fingerprint(handle: FileHandle, bytes: number): Promise<string> {
  const hash = createHash('sha256').update(`${bytes}\n`);
  const starts = [0, Math.max(0, Math.floor(bytes / 2) - SAMPLE / 2), Math.max(0, bytes - SAMPLE)];
  for (const start of starts) hash.update(await slice(handle, start, Math.min(SAMPLE, bytes - start)));
  return hash.digest('hex');
}

/** Text has no NUL and hardly any control characters. */
function isBinary(head: Buffer): boolean {
  let control = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) control += 1;
  }
  return control > head.length / 100;
}
