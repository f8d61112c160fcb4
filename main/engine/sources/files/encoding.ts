import type { FileEncoding } from '#shared/model/import.ts';

/** Labels for `TextDecoder`. */
export type Decoder = Exclude<FileEncoding, 'utf-8-mark' | 'none'>;

/** The decoder of an encoding; a workbook's own parts are UTF-8. */
export const decoderOf = (encoding: FileEncoding): Decoder =>
  encoding === 'utf-8-mark' || encoding === 'none' ? 'utf-8' : encoding;

/** How a code page shows itself: the share of what is not ASCII that is usual in it, 0 to 1. */
type Usual = (bytes: Uint8Array) => number;

/** Below this a code page is not believed: rows are rather refused by name than read as other words. */
const BELIEVED = 0.8;
/** GB 18030 has characters beyond those in daily use, traditional ones among them: a text of many still has this share. */
const RARE = 0.4;
/** Share of NUL bytes above which text is taken for UTF-16 without a mark. */
const WIDE = 0.2;

/**
 * The encoding of a file by its head. A mark decides; then UTF-8, if most of the lines that are not ASCII decode as it (a
 * cut last line does not count); else the code page of a market in which the bytes look most like its language: simplified
 * and traditional Chinese, Thai, and the Latin of Portuguese, Spanish and Malay. Where none does, GB18030 if some of it
 * is in daily use there and fewer lines are undecodable. A file of mixed encodings goes by its majority; lines that do not fit are refused.
 */
export function encodingOf(head: Buffer, cut: boolean): FileEncoding {
  if (startsWith(head, 0xef, 0xbb, 0xbf)) return 'utf-8-mark';
  const wide = wideOf(head);
  if (wide) return wide;
  const whole = cut ? head.subarray(0, Math.max(0, head.lastIndexOf(10))) : head;
  const lines = [...splitLines(whole.length > 0 ? whole : head)];
  const wrong = (label: Decoder): number =>
    lines.filter((line) => new TextDecoder(label).decode(line).includes('\uFFFD')).length;
  const utf8 = wrong('utf-8');
  const foreign = lines.filter((line) => line.some((byte) => byte > 127));
  if (utf8 === 0 || utf8 <= foreign.length / 2) return 'utf-8';
  const bytes = Buffer.concat(foreign);
  const [best] = PAGES.map(([label, usual]) => ({ label, share: usual(bytes) })).toSorted(
    (a, b) => b.share - a.share,
  );
  if (best && best.share >= BELIEVED) return best.label;
  return gb18030(bytes) >= RARE && wrong('gb18030') < utf8 ? 'gb18030' : 'utf-8';
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

/** Share of pairs of bytes that are usual, of all that stand where a pair begins. */
function pairs(bytes: Uint8Array, usual: (first: number, second: number) => boolean): number {
  let all = 0;
  let good = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const first = bytes[at] ?? 0;
    if (first < 0x80) continue;
    const second = bytes[at + 1] ?? 0;
    all += 1;
    if (usual(first, second)) good += 1;
    if (second >= 0x40) at += 1;
  }
  return all === 0 ? 0 : good / all;
}

/** GB 2312: punctuation and full-width letters, then the characters in daily use. */
const gb18030: Usual = (bytes) =>
  pairs(bytes, (a, b) => b >= 0xa1 && (a === 0xa1 || a === 0xa3 || (a >= 0xb0 && a <= 0xf7)));

/** Big5: punctuation, then the frequent characters; their second byte reaches down into ASCII. */
const big5: Usual = (bytes) =>
  pairs(bytes, (a, b) => a >= 0xa1 && a <= 0xc6 && ((b >= 0x40 && b <= 0x7e) || (b >= 0xa1 && b <= 0xfe)));

/** Kinds of Thai letters in TIS 620: a vowel that goes before its consonant, one behind, and marks above or below. */
const before = (byte: number): boolean => byte >= 0xe0 && byte <= 0xe4;
const behind = (byte: number): boolean => byte === 0xd0 || byte === 0xd2 || byte === 0xd3 || byte === 0xe5;
const mark = (byte: number): boolean =>
  byte === 0xd1 || (byte >= 0xd4 && byte <= 0xda) || (byte >= 0xe7 && byte <= 0xee);
const consonant = (byte: number): boolean => byte >= 0xa1 && byte <= 0xce;

/** Thai obeys its spelling nearly everywhere, and most of it is written with a third of its letters. */
const SPELT = 0.95;
const FREQUENT = 0.7;
const FREQUENT_THAI: ReadonlySet<number> = new Set(
  Buffer.from('a1a2a4a7a8b4b5b7b9babbbec1c2c3c5c7cacbcdd0d1d2d4d5e0e1e8e9', 'hex'),
);
/** Thai, by TIS 620. A few Chinese words may obey its spelling from end to end, but not in its frequent letters. */
const thai: Usual = (bytes) => {
  let all = 0;
  let good = 0;
  let frequent = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    all += 1;
    if (FREQUENT_THAI.has(byte)) frequent += 1;
    const last = bytes[at - 1] ?? 0;
    if (before(byte)) good += consonant(bytes[at + 1] ?? 0) ? 1 : 0;
    else if (behind(byte) || mark(byte)) good += consonant(last) || mark(last) || behind(last) ? 1 : 0;
    else if (consonant(byte) || byte === 0xcf || byte === 0xe6) good += 1;
  }
  return all > 0 && good / all >= SPELT && frequent / all >= FREQUENT ? 1 : 0;
};

/** Latin letters with marks: one or two at a time, within words of ASCII. */
const latin: Usual = (bytes) => {
  const ascii = (byte: number | undefined): boolean =>
    byte !== undefined && /[A-Za-z]/.test(String.fromCharCode(byte));
  let all = 0;
  let good = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    all += 1;
    const alone = (bytes[at - 1] ?? 0) < 0x80 || (bytes[at + 1] ?? 0) < 0x80;
    const sign = byte < 0xc0 || byte === 0xd7 || byte === 0xf7;
    const inWord = [bytes[at - 2], bytes[at - 1], bytes[at + 1], bytes[at + 2]].some(ascii);
    if (alone && inWord && (!sign || USUAL_SIGNS.has(byte))) good += 1;
  }
  return all === 0 ? 0 : good / all;
};
/** Euro, dots, quotes, dashes, no-break blank, ¡ ª ° º ¿ of windows-1252. */
const USUAL_SIGNS: ReadonlySet<number> = new Set([
  ...[0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0xa0, 0xa1, 0xaa, 0xb0, 0xba, 0xbf],
]);

/** Of two that fit equally well the first is taken. */
const PAGES: readonly (readonly [Decoder, Usual])[] = [
  ['windows-874', thai],
  ['gb18030', gb18030],
  ['big5', big5],
  ['windows-1252', latin],
];

function* splitLines(bytes: Buffer): Generator<Buffer> {
  let start = 0;
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
    yield bytes.subarray(start, end);
    start = end + 1;
  }
  if (start < bytes.length) yield bytes.subarray(start);
}
