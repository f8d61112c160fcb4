import { toSimplified } from './hanForms.ts';

/** Longer texts say nothing more about the parcel; what follows is advertising, legal notice or an error page. */
const MAX_LENGTH = 600;
/** Tags, and no sentence that a carrier puts between the same signs. */
const MARK_UP = /<(?:[!/?][^<>]{0,200}|[a-z][a-z\d-]{0,20}(?:\s[^<>]{0,200}=[^<>]{0,200})?\s*\/?)>/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: ' ',
  gt: ' ',
  quot: ' ',
  apos: "'",
  nbsp: ' ',
  '#39': "'",
  '#x27': "'",
};
/** Letters that decomposition does not take apart. */
const LETTERS: Readonly<Record<string, string>> = {
  đ: 'd',
  ø: 'o',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ı: 'i',
  ð: 'd',
  þ: 'th',
  ŋ: 'n',
};
/** What becomes of a letter; the signs that are none of these stand for it as their own text in `instead`. */
const KEEP = 1;
const BLANK = 2;
const SENTENCE = 3;
const PART = 4;
const INSTEAD = 5;
const DOT = 6;
/** By UTF-16 unit, found out when a text first has it (0): there are too many letters to ask about each of them before. */
const fate = new Uint8Array(0x1_0000);
const instead = new Map<number, string>();
const KEPT = /^[\p{L}\p{M}\p{N}'|+]$/u;
const SPACE = 32;

function fold(letter: string): string {
  return LETTERS[letter] ?? letter.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
}

function learn(code: number): number {
  const letter = String.fromCharCode(code);
  let made = BLANK;
  if (';!?。\n\r…'.includes(letter)) made = SENTENCE;
  else if (':、\t,'.includes(letter)) made = PART;
  else if (letter === '.') made = DOT;
  else {
    const plain = /[\u00c0-\u024f\u1e00-\u1eff]/.test(letter) ? fold(letter) : toSimplified(letter);
    if (plain === letter) made = KEPT.test(letter) ? KEEP : BLANK;
    else {
      made = INSTEAD;
      instead.set(code, plain);
    }
  }
  fate[code] = made;
  return made;
}

/**
 * The form in which texts and word lists are compared: no mark-up, compatibility forms and case levelled, Latin letters
 * without their marks, Han characters in simplified form, hyphens and slashes as blanks. `|` closes a sentence, `,` a part
 * of one. Never throws, whatever the bytes were.
 */
export function cleanText(raw: string): string {
  let text = raw.length > MAX_LENGTH ? raw.slice(0, MAX_LENGTH) : raw;
  if (text.includes('<')) text = text.replace(MARK_UP, ' ');
  if (text.includes('&')) {
    text = text.replace(/&(#?\w{1,6});/g, (_entity, name: string) => ENTITIES[name.toLowerCase()] ?? ' ');
  }
  // The mark of a name is no letter of it.
  if (text.includes('™')) text = text.replaceAll('™', ' ');
  text = text.normalize('NFKC').toLowerCase();
  // Before a place in brackets the short word for "to" at the start of a Chinese scan says "arrived at".
  if (text.startsWith('到【')) text = text.replace('到', '到达');
  if (/['’‘`´]/.test(text)) {
    // Marks around a word are no letters of it.
    text = text.replace(/[’‘`´]/g, "'").replace(/(?<![\p{L}\p{N}])'|'(?![\p{L}\p{N}])/gu, ' ');
    // The small words that French and Italian write before a vowel are words of their own.
    text = text.replace(
      /(?<![\p{L}'])(l|d|n|s|c|j|qu|jusqu|aujourd|dell|all|dall|nell|sull|coll|un|quest)'(?=\p{L})/gu,
      '$1 ',
    );
  }
  return levelled(text);
}

/** One walk over the letters: runs that stay as they are are copied whole. */
function levelled(text: string): string {
  const { length } = text;
  let made = '';
  let from = 0;
  // Blanks that follow a blank, and those at the beginning, fall away.
  let blank = true;
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at);
    let what = fate[code] || learn(code);
    if (what === KEEP) {
      blank = false;
      continue;
    }
    if (what === DOT) {
      const ends = at + 1 === length || /\s/.test(text[at + 1] as string);
      if (!ends) {
        blank = false;
        continue;
      }
      what = SENTENCE;
    }
    if (code === SPACE && !blank) {
      blank = true;
      continue;
    }
    // Letters beyond the first plane are two units; halves alone are no letters.
    const wide = code >= 0xd800 && code <= 0xdbff ? (text.codePointAt(at) as number) : 0;
    if (wide > 0xffff) {
      at += 1;
      if (KEPT.test(String.fromCodePoint(wide))) {
        blank = false;
        continue;
      }
    }
    const start = wide > 0xffff ? at - 1 : at;
    if (start > from) made += text.slice(from, start);
    from = at + 1;
    if (what === INSTEAD) {
      made += instead.get(code) as string;
      blank = false;
      continue;
    }
    const mark = what === SENTENCE ? '| ' : what === PART ? ', ' : '';
    if (!blank) made += ' ';
    made += mark;
    blank = true;
  }
  if (from < length) made += from === 0 ? text : text.slice(from);
  return blank && made.endsWith(' ') ? made.slice(0, -1) : made;
}

/**
 * What is left of a text without its numbers: texts with one skeleton mean the same. Waybill numbers, times, phones and
 * codes fall away, places stay.
 */
export function skeleton(clean: string): string {
  const { length } = clean;
  let made = '';
  let from = 0;
  for (let at = 0; at < length; at += 1) {
    if (!isDigit(clean.charCodeAt(at))) continue;
    let start = at;
    while (start > from && isLatin(clean.charCodeAt(start - 1))) start -= 1;
    made = joined(made, clean, from, start);
    at += 1;
    while (at < length && goesOn(clean.charCodeAt(at))) at += 1;
    from = at;
  }
  return from === 0 ? clean : joined(made, clean, from, length);
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLatin = (code: number): boolean => code >= 97 && code <= 122;
/** What belongs to a number that began: letters, digits, dots and apostrophes. */
const goesOn = (code: number): boolean => isLatin(code) || isDigit(code) || code === 46 || code === 39;

/** A piece of a clean text behind what is there, with one blank between them. */
function joined(there: string, clean: string, from: number, to: number): string {
  const start = clean.charCodeAt(from) === SPACE ? from + 1 : from;
  const end = to > start && clean.charCodeAt(to - 1) === SPACE ? to - 1 : to;
  if (start >= end) return there;
  const piece = clean.slice(start, end);
  return there === '' ? piece : `${there} ${piece}`;
}
