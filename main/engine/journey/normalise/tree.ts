/**
 * Words as a tree of letters in flat arrays: a step down is one look into a table, and a list of thousands of words is a
 * few arrays to the collector. A node is a number; its lowest bit tells whether something ends there.
 */
export class LetterTree<T> {
  /** Pairs in open addressing: a node and the letter that leads on from it, then the node it leads to (0 for a free place). */
  private table = new Int32Array(2 * 1_024);
  private mask = 1_023;
  private readonly ends: (T | undefined)[] = [undefined];

  /** The root, where every word begins. */
  static readonly ROOT = 0;

  /** The node that a letter leads to, or 0 for none. */
  next(node: number, letter: number): number {
    const { table, mask } = this;
    const key = keyOf(node, letter);
    for (let place = home(key) & mask; ; place = (place + 1) & mask) {
      const to = table[2 * place + 1] as number;
      if (to === 0 || table[2 * place] === key) return to;
    }
  }

  /** What ends at a node. */
  at(node: number): T | undefined {
    return (node & 1) === 0 ? undefined : this.ends[node >> 1];
  }

  /** Puts what a word stands for at its end, made anew from what stands there. Throws for more letters than fit (65,535). */
  put(word: string, make: (there: T | undefined) => T): void {
    let place = 0;
    let node: number = LetterTree.ROOT;
    for (let index = 0; index < word.length; index += 1) {
      place = this.placeOf(keyOf(node, word.charCodeAt(index)));
      node = this.table[2 * place + 1] as number;
    }
    if (node === LetterTree.ROOT) return;
    this.table[2 * place + 1] = node | 1;
    this.ends[node >> 1] = make(this.ends[node >> 1]);
  }

  /** Where a step stands in the table; made where there was none. */
  private placeOf(key: number): number {
    const there = this.free(key);
    if (this.table[2 * there + 1] !== 0) return there;
    const made = this.ends.push(undefined) - 1;
    if (made > 0xffff) throw new Error('a word list has more letters than a tree holds');
    // Half empty at the least: then the first look is nearly always the right one.
    if (made * 2 > this.mask) this.grow();
    const place = this.free(key);
    this.table[2 * place] = key;
    this.table[2 * place + 1] = made << 1;
    return place;
  }

  private grow(): void {
    const old = this.table;
    this.table = new Int32Array(old.length * 2);
    this.mask = old.length - 1;
    for (let at = 0; at < old.length; at += 2) {
      if (old[at + 1] === 0) continue;
      const place = this.free(old[at] as number);
      this.table[2 * place] = old[at] as number;
      this.table[2 * place + 1] = old[at + 1] as number;
    }
  }

  /** The place of a key, or the free one where it belongs. */
  private free(key: number): number {
    let place = home(key) & this.mask;
    while (this.table[2 * place + 1] !== 0 && this.table[2 * place] !== key) place = (place + 1) & this.mask;
    return place;
  }
}

const keyOf = (node: number, letter: number): number => ((node >> 1) << 16) | letter;

/** Spreads neighbours far apart: the multiplier is 2^32 by the golden ratio. */
function home(key: number): number {
  const spread = Math.imul(key, 0x9e37_79b1);
  return spread ^ (spread >>> 15);
}
