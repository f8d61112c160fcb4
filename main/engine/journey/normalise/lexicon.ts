import { cleanText } from './clean.ts';
import { conceptIndex } from './concepts.ts';
import { LetterTree } from './tree.ts';

/** Words of one language: for each concept, or several joined by `+`, its words and phrases; `*` ends an open stem. */
export type WordList = Readonly<Record<string, string>>;

/** Concepts of a word that ends at a letter, and of an open stem. */
export interface End {
  readonly whole: Uint8Array | null;
  readonly stem: Uint8Array | null;
}

/** A list of words as a tree of letters. */
export type WordTree = LetterTree<End>;

/** Word lists, the stronger first: where two have words of one length, the first one's count. */
export type Lexicon = readonly WordTree[];

/** Stands among the concepts where a sentence ends, and where a part of one does. */
export const SENTENCE = 254;
export const PART = 255;

const PIPE = 124;
const COMMA = 44;
const BLANK = 32;

/** Letters of scripts that part their words by blanks: there a word matches as a whole. */
export const PARTS = new Uint8Array(0x1_0000);
for (const [first, last] of [
  [97, 122],
  [48, 57],
  [39, 39],
  [0xc0, 0x24f],
  [0x370, 0x52f],
] as const) {
  PARTS.fill(1, first, last + 1);
}

/** The words of lists in the compared form. Where lists have the same words twice, the later place counts. */
export function wordsOf(lists: readonly WordList[]): ReadonlyMap<string, End> {
  const ends = new Map<string, End>();
  for (const [key, words] of lists.flatMap((list) => Object.entries(list))) {
    const concepts = Uint8Array.from(key.split('+'), conceptIndex);
    for (const word of words.split(',')) add(ends, word.trim(), concepts);
  }
  return ends;
}

const PLAIN = /^[a-z ]*$/;

function add(ends: Map<string, End>, word: string, concepts: Uint8Array): void {
  const open = word.endsWith('*');
  const bare = open ? word.slice(0, -1) : word;
  const clean = PLAIN.test(bare) ? bare : cleanText(bare);
  if (clean === '') return;
  const there = ends.get(clean);
  ends.set(clean, {
    whole: open ? (there?.whole ?? null) : concepts,
    stem: open ? concepts : (there?.stem ?? null),
  });
}

/**
 * The concepts of a clean text in their order, with marks where sentences and parts of them end. At each place the
 * longest word counts; what no list knows is passed over.
 */
export function conceptsOf(lexicon: Lexicon, text: string): number[] {
  const found: number[] = [];
  const { length } = text;
  let at = 0;
  while (at < length) {
    const code = text.charCodeAt(at);
    if (code === BLANK) {
      at += 1;
      continue;
    }
    if (code === PIPE || code === COMMA) {
      found.push(code === PIPE ? SENTENCE : PART);
      at += 1;
      continue;
    }
    const end = longest(lexicon, text, at);
    if (end > at) {
      for (const concept of matched as Uint8Array) found.push(concept);
      at = end;
      continue;
    }
    at = PARTS[code] === 1 ? wordEnd(text, at + 1) : at + 1;
  }
  return found;
}

/** What `longest` found last: a value beside its answer, so that a look at every letter makes no object. */
let matched: Uint8Array | null = null;

/** Where the longest word that begins at `start` ends, its concepts in `matched`; `start` for none. */
function longest(lexicon: Lexicon, text: string, start: number): number {
  let end = start;
  for (const tree of lexicon) {
    let node: number = LetterTree.ROOT;
    let stemEnd = 0;
    for (let at = start; at < text.length;) {
      node = tree.next(node, text.charCodeAt(at));
      if (node === 0) break;
      at += 1;
      const here = tree.at(node);
      if (!here) continue;
      if (here.stem) {
        if (stemEnd < at) stemEnd = wordEnd(text, at);
        // A whole word goes before a stem that ends with it, the stronger list before the other.
        if (stemEnd > end) {
          matched = here.stem;
          end = stemEnd;
        }
      }
      const whole = here.whole && wordEnd(text, at) === at;
      if (whole && (at > end || (at === end && at === stemEnd))) {
        matched = here.whole;
        end = at;
      }
    }
  }
  return end;
}

/** Where the word that goes on at `at` ends; `at` itself where none does. */
export function wordEnd(text: string, at: number): number {
  if (PARTS[text.charCodeAt(at - 1)] === 0) return at;
  let end = at;
  while (end < text.length && PARTS[text.charCodeAt(end)] === 1) end += 1;
  return end;
}
