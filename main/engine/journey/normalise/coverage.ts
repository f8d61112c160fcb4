import { type End, PARTS, wordEnd } from './lexicon.ts';
import { LetterTree } from './tree.ts';

/**
 * How many letters of a text the words of several lists make up, found for all of them in one walk over the text: a walk per
 * list would read the same letters through as many trees.
 */
export class Coverage {
  /** The words of all lists: a bit for each list that has it as a whole, and `lists` bits higher one for each as a stem. */
  private readonly tree: LetterTree<number>;
  private readonly lists: number;
  /** By list, how much is covered so far and where its last word ends. Kept, so that a text makes no new ones. */
  private readonly covered: Int32Array;
  private readonly until: Int32Array;

  /** Of at most 15 lists of words in the compared form. */
  constructor(lists: readonly ReadonlyMap<string, End>[]) {
    this.lists = lists.length;
    this.covered = new Int32Array(lists.length);
    this.until = new Int32Array(lists.length);
    const bits = new Map<string, number>();
    for (const [index, words] of lists.entries()) {
      for (const [word, { whole, stem }] of words) {
        const own = (whole ? 1 : 0) | (stem ? 1 << lists.length : 0);
        bits.set(word, (bits.get(word) ?? 0) | (own << index));
      }
    }
    this.tree = new LetterTree(bits);
  }

  /** The covered letters of a clean text by list: at each place a list's longest word. The next call overwrites them. */
  of(text: string): Readonly<Int32Array> {
    this.covered.fill(0);
    this.until.fill(0);
    for (let at = 0; at < text.length; at += 1) {
      if (PARTS[text.charCodeAt(at)] === 0) continue;
      this.cover(text, at);
      at = wordEnd(text, at + 1) - 1;
    }
    return this.covered;
  }

  /** Counts what begins at `start`, for the lists that have no longer word over it. */
  private cover(text: string, start: number): void {
    const { tree, lists } = this;
    const free = this.freeAt(start);
    let node: number = LetterTree.ROOT;
    let stemEnd = 0;
    for (let at = start; at < text.length;) {
      node = tree.next(node, text.charCodeAt(at));
      if (node === 0) return;
      at += 1;
      const found = tree.at(node);
      if (found === undefined) continue;
      const stems = (found >> lists) & free;
      if (stems !== 0) {
        if (stemEnd < at) stemEnd = wordEnd(text, at);
        this.reach(stems, start, stemEnd);
      }
      const wholes = found & free;
      if (wholes !== 0 && wordEnd(text, at) === at) this.reach(wholes, start, at);
    }
  }

  /** The lists, as bits, whose last word does not go beyond `start`. */
  private freeAt(start: number): number {
    let free = 0;
    for (let list = 0; list < this.lists; list += 1) {
      if ((this.until[list] as number) <= start) free |= 1 << list;
    }
    return free;
  }

  /** Some lists have a word from `start` to `end`: counts what of it they had not yet. */
  private reach(found: number, start: number, end: number): void {
    const { covered, until } = this;
    for (let rest = found; rest !== 0; rest &= rest - 1) {
      const list = 31 - Math.clz32(rest & -rest);
      const from = Math.max(start, until[list] as number);
      if (end <= from) continue;
      covered[list] = (covered[list] as number) + end - from;
      until[list] = end;
    }
  }
}
