import { toSimplified } from './hanForms.ts';

/** Longer texts say nothing more about the parcel; what follows is advertising, legal notice or an error page. */
const MAX_LENGTH = 600;
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
const folded = new Map<string, string>();

function fold(letter: string): string {
  let plain = folded.get(letter);
  if (plain === undefined) {
    plain = LETTERS[letter] ?? letter.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
    folded.set(letter, plain);
  }
  return plain;
}

/**
 * The form in which texts and word lists are compared: no mark-up, compatibility forms and case levelled, Latin letters
 * without their marks, Han characters in simplified form, hyphens and slashes as blanks. `|` closes a sentence, `,` a part
 * of one. Never throws, whatever the bytes were.
 */
export function cleanText(raw: string): string {
  let text = raw.length > MAX_LENGTH ? raw.slice(0, MAX_LENGTH) : raw;
  if (text.includes('<')) text = text.replace(/<[^<>]{0,200}>/g, ' ');
  if (text.includes('&')) {
    text = text.replace(/&(#?\w{1,6});/g, (_entity, name: string) => ENTITIES[name.toLowerCase()] ?? ' ');
  }
  text = text.normalize('NFKC').toLowerCase();
  text = text.replace(/[’‘`´]/g, "'");
  // The small words that French and Italian write before a vowel are words of their own.
  if (text.includes("'"))
    text = text.replace(/(?<![\p{L}'])(l|d|n|s|c|j|qu|dell|all|nell|sull)'(?=\p{L})/gu, '$1 ');
  if (/[\u00c0-\u024f\u1e00-\u1eff]/.test(text)) text = text.replace(/[\u00c0-\u024f\u1e00-\u1eff]/g, fold);
  if (/[\u3400-\u9fff]/.test(text)) text = toSimplified(text);
  return text
    .replace(/[;!?。\n\r]|\.(?=\s|$)|…/g, ' | ')
    .replace(/[,:、\t]/g, ' , ')
    .replace(/[^\p{L}\p{M}\p{N}'|,.+]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

/**
 * What is left of a text without its numbers: texts with one skeleton mean the same. Waybill numbers, times, phones and
 * codes fall away, places stay.
 */
export function skeleton(clean: string): string {
  return clean
    .replace(/[a-z]*\d[a-z\d.']*/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}
