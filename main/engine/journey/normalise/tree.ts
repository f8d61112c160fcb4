/** More letters than lead on from any node of any language. */
const MOST_BRANCHES = 0x7fff;

/**
 * Words as a tree of letters in one flat array, to be walked letter by letter. What lies on one way down lies side by side:
 * most words of a text leave the tree at their first letters, and the tail of a long phrase is read in one run, so that a
 * walk touches few lines of memory.
 *
 * A node is its place in the array. Its head says in bit 0 whether something ends there, from bit 16 the letter that leads
 * on where it is the only one, else in bits 1 to 15 how many do. Then come the place of what ends there, if anything does,
 * and either the one node that follows, or the letters in their order and behind them the nodes that they lead to.
 */
export class LetterTree<T> {
  private readonly heads: Int32Array;
  private readonly ends: readonly T[];

  /** The root, where every word begins. */
  static readonly ROOT = 0;

  /** The tree of some words and of what each stands for. */
  constructor(words: ReadonlyMap<string, T>) {
    const sorted = [...words.keys()].toSorted();
    this.ends = sorted.map((word) => words.get(word) as T);
    this.heads = Int32Array.from(layOut(sorted));
  }

  /** The node that a letter leads to, or 0 for none. */
  next(node: number, letter: number): number {
    const { heads } = this;
    const head = heads[node] as number;
    const first = node + 1 + (head & 1);
    const only = head >>> 16;
    if (only !== 0) return only === letter ? first : 0;
    const count = head >> 1;
    let low = first;
    let high = first + count;
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = heads[middle] as number;
      if (there === letter) return heads[middle + count] as number;
      if (there < letter) low = middle + 1;
      else high = middle;
    }
    return 0;
  }

  /** What ends at a node. */
  at(node: number): T | undefined {
    const { heads } = this;
    return ((heads[node] as number) & 1) === 0 ? undefined : this.ends[heads[node + 1] as number];
  }
}

/** The array of a tree of words, which come in the order of their letters, none of them twice. */
function layOut(words: readonly string[]): number[] {
  const heads: number[] = [];
  const letterOf = (index: number, depth: number): number => (words[index] as string).charCodeAt(depth);

  /** Lays out the node of the words from `from` to before `to`, which share `depth` letters, and all below it. */
  const lay = (from: number, to: number, depth: number): number => {
    const node = heads.push(0) - 1;
    const ends = words[from]?.length === depth;
    if (ends) heads.push(from);
    const start = ends ? from + 1 : from;
    // Words in order have the letter of the first and of the last one in common, or branch.
    const only = start < to ? letterOf(start, depth) : 0;
    if (only !== 0 && letterOf(to - 1, depth) === only) {
      heads[node] = (only << 16) | Number(ends);
      lay(start, to, depth + 1);
    } else {
      heads[node] = Number(ends);
      branch(node, start, to, depth);
    }
    return node;
  };

  /** Lays out the letters of the words from `from` to before `to` at `depth`, and the nodes they lead to. */
  const branch = (node: number, from: number, to: number, depth: number): void => {
    const letters = heads.length;
    const starts: number[] = [];
    for (let index = from; index < to; index += 1) {
      const letter = letterOf(index, depth);
      if (starts.length > 0 && heads.at(-1) === letter) continue;
      starts.push(index);
      heads.push(letter);
    }
    if (starts.length > MOST_BRANCHES) throw new Error('more letters lead on than a node can count');
    heads[node] = (heads[node] as number) | (starts.length << 1);
    for (const _ of starts) heads.push(0);
    for (const [index, start] of starts.entries()) {
      heads[letters + starts.length + index] = lay(start, starts[index + 1] ?? to, depth + 1);
    }
  };

  lay(0, words.length, 0);
  return heads;
}
