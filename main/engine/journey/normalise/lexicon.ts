import { cleanText } from './clean.ts';
import { conceptIndex } from './concepts.ts';

/** Words of one language: for each concept, or several joined by `+`, its words and phrases; `*` ends an open stem. */
export type WordList = Readonly<Record<string, string>>;

export interface Node {
  readonly next: Map<number, Node>;
  /** Concepts of a word that ends here, and of an open stem. */
  whole: Uint8Array | null;
  stem: Uint8Array | null;
}

/** Word lists as trees of letters, the stronger first: where two have words of one length, the first one's count. */
export type Lexicon = readonly Node[];

/** Stands among the concepts where a sentence ends, and where a part of one does. */
export const SENTENCE = 254;
export const PART = 255;

const PIPE = 124;
const COMMA = 44;
const BLANK = 32;

/** Letters of scripts that part their words by blanks: there a word matches as a whole. */
function parts(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 48 && code <= 57) ||
    code === 39 ||
    (code >= 0xc0 && code <= 0x24f) ||
    (code >= 0x370 && code <= 0x52f)
  );
}

const blank = (): Node => ({ next: new Map(), whole: null, stem: null });

/** Lists of one language as a tree. Where they have the same words twice, the later place counts. */
export function makeTree(...lists: readonly WordList[]): Node {
  const root = blank();
  for (const [key, words] of lists.flatMap((list) => Object.entries(list))) {
    const concepts = Uint8Array.from(key.split('+'), conceptIndex);
    for (const word of words.split(',')) add(root, word.trim(), concepts);
  }
  return root;
}

const PLAIN = /^[a-z ]*$/;

function add(root: Node, word: string, concepts: Uint8Array): void {
  const open = word.endsWith('*');
  const bare = open ? word.slice(0, -1) : word;
  const clean = PLAIN.test(bare) ? bare : cleanText(bare);
  if (clean === '') return;
  let node = root;
  for (let index = 0; index < clean.length; index += 1) {
    const code = clean.charCodeAt(index);
    let next = node.next.get(code);
    if (!next) {
      next = blank();
      node.next.set(code, next);
    }
    node = next;
  }
  if (open) node.stem = concepts;
  else node.whole = concepts;
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
    const end = match(lexicon, text, at, found);
    if (end > at) {
      at = end;
      continue;
    }
    at += 1;
    if (parts(code)) while (at < length && parts(text.charCodeAt(at))) at += 1;
  }
  return found;
}

/** How many letters of a clean text the words of a list make up. */
export function coveredBy(tree: Node, text: string): number {
  const lexicon = [tree];
  const found: number[] = [];
  let covered = 0;
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    const end = parts(code) ? match(lexicon, text, at, found) : at;
    if (end > at) {
      covered += end - at;
      at = end;
      continue;
    }
    at += 1;
    if (parts(code)) while (at < text.length && parts(text.charCodeAt(at))) at += 1;
  }
  return covered;
}

/** Adds the concepts of the longest word that begins at `start`; answers where it ends, or `start` for none. */
function match(lexicon: Lexicon, text: string, start: number, found: number[]): number {
  let best: Uint8Array | null = null;
  let end = start;
  for (const tree of lexicon) {
    let node: Node | undefined = tree;
    let stemEnd = 0;
    for (let at = start; at < text.length;) {
      node = node.next.get(text.charCodeAt(at));
      if (!node) break;
      at += 1;
      if (node.stem) {
        if (stemEnd < at) stemEnd = wordEnd(text, at);
        // A whole word goes before a stem that ends with it, the stronger list before the other.
        if (stemEnd > end) {
          best = node.stem;
          end = stemEnd;
        }
      }
      const whole = node.whole && wordEnd(text, at) === at;
      if (whole && (at > end || (at === end && at === stemEnd))) {
        best = node.whole;
        end = at;
      }
    }
  }
  if (best) for (const concept of best) found.push(concept);
  return end;
}

/** Where the word that goes on at `at` ends; `at` itself where none does. */
function wordEnd(text: string, at: number): number {
  if (!parts(text.charCodeAt(at - 1))) return at;
  let end = at;
  while (end < text.length && parts(text.charCodeAt(end))) end += 1;
  return end;
}
