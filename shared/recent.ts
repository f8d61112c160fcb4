/**
 * What was used lately, by key, in bounded memory: at most twice `half` entries, of which the last `half` that were used are
 * always there. Two maps do it: a full one becomes the old one, and what is asked of that comes over. A map that is emptied
 * when it is full would forget just those that are used all the time.
 */
export class Recent<K, V> {
  private young = new Map<K, V>();
  private old = new Map<K, V>();
  private readonly half: number;

  constructor(half: number) {
    this.half = half;
  }

  get(key: K): V | undefined {
    const known = this.young.get(key);
    if (known !== undefined) return known;
    const found = this.old.get(key);
    if (found !== undefined) this.set(key, found);
    return found;
  }

  /** The value of a key; where it is not there it is made and kept. */
  of(key: K, make: (key: K) => V): V {
    const known = this.get(key);
    return known === undefined ? this.set(key, make(key)) : known;
  }

  /** Keeps a value; answers it. */
  set(key: K, value: V): V {
    if (this.young.size >= this.half) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(key, value);
    return value;
  }

  clear(): void {
    this.young.clear();
    this.old.clear();
  }
}
