import type { Gazetteer, Known } from './gazetteer.ts';
import { IATA } from './hubs.ts';
import { foldLatin, isKindWord, keyOf, segments, withoutKinds } from './text.ts';

/** One name found in a text: what it may be, and how much of its part of the text it is (1: all of it). */
export interface Mention {
  readonly places: readonly Known[];
  readonly quality: number;
}

export interface Found {
  readonly mentions: Mention[];
  /** Countries that the text names, as codes. */
  readonly countries: Set<string>;
}

const OTHER = /[\p{Script=Han}\p{Script=Thai}]+/gu;
const WORDS_MAX = 5;
/** What may follow a Chinese name to say what it is. */
const SUFFIX = /^(?:特别行政区|自治区|自治州|自治县|地区|街道|市|区|區|县|縣|镇|鎮|省|州|府)/u;

/** Every place and country that a cleaned text names, coarse before fine left to the caller. */
export function findMentions(text: string, gazetteer: Gazetteer): Found {
  const found: Found = { mentions: [], countries: new Set() };
  if (IATA.has(text) && readCode(text, gazetteer, found)) return found;
  if (withoutKinds(text).trim() === '') return found;
  const whole = gazetteer.named(keyOf(text));
  if (whole.length > 0) found.mentions.push({ places: whole, quality: 1 });
  const nation = gazetteer.country(keyOf(text));
  if (nation !== undefined) found.countries.add(nation);
  if (whole.length > 0 || nation !== undefined) return found;
  if (readCode(text, gazetteer, found)) return found;
  const parts = segments(text);
  for (const [index, part] of parts.entries()) {
    const last = index === parts.length - 1 && parts.length > 1;
    if (
      last &&
      /^[A-Z]{2}$/.test(part) &&
      gazetteer.byId(`n:${part}`) &&
      !isRegionOf(part, gazetteer, found)
    ) {
      found.countries.add(part);
      continue;
    }
    readScript(part, gazetteer, found);
    readLatin(part, gazetteer, found);
  }
  return found;
}

/** "MA" after Boston is Massachusetts, not Morocco: a region's code where a place before it lies in that region. */
function isRegionOf(code: string, gazetteer: Gazetteer, found: Found): boolean {
  const regions = gazetteer.named(code.toLowerCase());
  return found.mentions.some(({ places }) =>
    places.some(({ country, admin }) =>
      regions.some((one) => one.country === country && one.admin === admin),
    ),
  );
}

/** UPU office (SGSINN), UN/LOCODE (CNSZX, CN SZX) or IATA code, alone or beside words for an airport. */
function readCode(text: string, gazetteer: Gazetteer, found: Found): boolean {
  const office = /^([A-Z]{2})[ -]?([A-Z]{3})[A-Z]?$/.exec(text);
  if (office) {
    const [, country = '', code = ''] = office;
    const hub = gazetteer.byId(`h:${code}`);
    const nation = gazetteer.byId(`n:${country}`);
    if (hub?.country === country) {
      found.mentions.push({ places: [hub], quality: 1 });
      return true;
    }
    if (nation && text.replace(/[ -]/, '').length === 6 && gazetteer.named(foldLatin(text)).length === 0) {
      found.countries.add(country);
      return true;
    }
  }
  const codes = text.split(/[^A-Za-z0-9]+/).filter((word) => !isKindWord(word.toLowerCase()) && word !== '');
  const [code, more] = codes;
  if (code === undefined || more !== undefined || !IATA.has(code)) return false;
  const hub = gazetteer.byId(`h:${code}`);
  if (!hub || /[^\x20-\x7e]/.test(text)) return false;
  found.mentions.push({ places: [hub], quality: 1 });
  return true;
}

/** Chinese and Thai have no blanks: the longest name at each point is taken. */
function readScript(part: string, gazetteer: Gazetteer, found: Found): void {
  for (const [run] of part.matchAll(OTHER)) {
    const text = withoutKinds(run);
    const exact = text.trim() === '' ? [] : gazetteer.named(keyOf(run));
    if (exact.length > 0) {
      found.mentions.push({ places: exact, quality: 1 });
      continue;
    }
    const covered: [readonly Known[], number][] = [];
    let at = 0;
    let letters = 0;
    while (at < text.length) {
      if (text[at] === ' ') {
        at += 1;
        continue;
      }
      const size = longestAt(text, at, gazetteer, covered, found);
      if (size === 0) {
        at += 1;
        letters += 1;
        continue;
      }
      at += size;
      letters += size;
      at += SUFFIX.exec(text.slice(at))?.[0].length ?? 0;
    }
    for (const [places, size] of covered) {
      found.mentions.push({
        places,
        quality: letters === size || covered.length > 1 ? 0.95 : 0.55 + 0.4 * (size / letters),
      });
    }
  }
}

function longestAt(
  text: string,
  at: number,
  gazetteer: Gazetteer,
  covered: [readonly Known[], number][],
  found: Found,
): number {
  for (let size = Math.min(gazetteer.longest, text.length - at); size >= 2; size -= 1) {
    const piece = text.slice(at, at + size);
    if (piece.includes(' ')) continue;
    const nation = gazetteer.country(piece);
    if (nation !== undefined) {
      found.countries.add(nation);
      return size;
    }
    const places = gazetteer.named(piece);
    if (places.length === 0) continue;
    covered.push([places, size]);
    return size;
  }
  return 0;
}

/** Latin words: runs of up to five, longest first, without the words for kinds of places at their ends. */
function readLatin(part: string, gazetteer: Gazetteer, found: Found): void {
  const words = foldLatin(part.replace(OTHER, ' '))
    .split(' ')
    .filter((word) => word !== '');
  const useful = words.filter((word) => !isKindWord(word)).length;
  let at = 0;
  while (at < words.length) {
    let taken = 0;
    for (let size = Math.min(WORDS_MAX, words.length - at); size >= 1 && taken === 0; size -= 1) {
      const run = words.slice(at, at + size);
      const kinds = run.filter(isKindWord).length;
      // "centro" or "de la" alone is no place, though somewhere is one of that name.
      if (kinds === size) continue;
      const key = run.join(' ');
      const nation = key.length > 2 ? gazetteer.country(key) : undefined;
      if (nation !== undefined) found.countries.add(nation);
      const places = gazetteer.named(key);
      if (nation === undefined && (places.length === 0 || tooShort(key, places, useful))) continue;
      if (places.length > 0) {
        found.mentions.push({
          places,
          quality: 0.6 + 0.4 * Math.min(1, (size - kinds) / Math.max(1, useful)),
        });
      }
      taken = size;
    }
    at += Math.max(1, taken);
  }
}

/** Two or three letters beside other words are a place only as a region's code. */
function tooShort(key: string, places: readonly Known[], words: number): boolean {
  if (key.length > 3 || places.some(({ precision }) => precision !== 'city')) return false;
  return words > 1 || key.length < 3;
}
