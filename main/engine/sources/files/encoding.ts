import type { FileEncoding } from '#shared/model/import.ts';

/** Labels for `TextDecoder`. */
export type Decoder = Exclude<FileEncoding, 'utf-8-mark' | 'none'>;

/** The decoder of an encoding; a workbook's own parts are UTF-8. */
export const decoderOf = (encoding: FileEncoding): Decoder =>
  encoding === 'utf-8-mark' || encoding === 'none' ? 'utf-8' : encoding;

/** The code pages of the markets by the detector's names: both kinds of Chinese, Thai, and the Latin of pt, es and ms. */
const OURS: ReadonlyMap<string, Decoder> = new Map([
  ['gb18030', 'gb18030'],
  ['big5', 'big5'],
  ['cp874', 'windows-874'],
  ['windows-1252', 'windows-1252'],
]);
/** What files of elsewhere are in. Known, so that they are not read as other words in one of ours; their rows are refused. */
const OTHERS = ['shift_jis', 'euc-jp', 'euc-kr', 'windows-1251'];
/** Share of NUL bytes above which text is taken for UTF-16 without a mark. */
const WIDE = 0.2;

/**
 * The encoding of a file by its head. A mark decides; then UTF-8, if most of the lines that are not ASCII decode as it (a
 * cut last line does not count); else the code page that the detector finds, if it is one of the markets. A file of mixed
 * encodings goes by its majority; lines that do not fit are refused, and so is every one of a code page that is not ours.
 */
export async function encodingOf(head: Buffer, cut: boolean): Promise<FileEncoding> {
  if (startsWith(head, 0xef, 0xbb, 0xbf)) return 'utf-8-mark';
  const wide = wideOf(head);
  if (wide) return wide;
  const whole = cut ? head.subarray(0, Math.max(0, head.lastIndexOf(10))) : head;
  const foreign = [...splitLines(whole.length > 0 ? whole : head)].filter((line) =>
    line.some((byte) => byte > 127),
  );
  const wrong = foreign.filter((line) => new TextDecoder().decode(line).includes('\uFFFD'));
  if (wrong.length === 0 || wrong.length <= foreign.length / 2) return 'utf-8';
  // Loaded here: its model is a megabyte, and most files are UTF-8.
  const { detect } = await import('jschardet');
  const found = detect(Buffer.concat(wrong.flatMap((line) => [line, LINE_END])), {
    detectEncodings: [...OURS.keys(), ...OTHERS],
  });
  return OURS.get(found.encoding?.toLowerCase() ?? '') ?? 'utf-8';
}

/** UTF-16 by its mark, or by the NUL that every other byte of Latin text then is; null for anything else. */
export function wideOf(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (startsWith(head, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(head, 0xfe, 0xff)) return 'utf-16be';
  const nuls = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = nuls;
  if (even + odd < head.length * WIDE || Math.min(even, odd) > 0) return null;
  return odd > 0 ? 'utf-16le' : 'utf-16be';
}

const startsWith = (head: Buffer, ...mark: number[]): boolean => mark.every((byte, at) => head[at] === byte);

const LINE_END = Buffer.from('\n');

function* splitLines(bytes: Buffer): Generator<Buffer> {
  let start = 0;
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
    yield bytes.subarray(start, end);
    start = end + 1;
  }
  if (start < bytes.length) yield bytes.subarray(start);
}
