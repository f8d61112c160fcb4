/** Words of a list that is written over several lines, parted by commas. */
export function listed(words: string): string[] {
  return words.split(',').map((word) => word.trim().replaceAll(/\s+/g, ' '));
}

/** All phrases that patterns make of names, as a word list has them; `*` in a pattern is the name. */
export function phrases(patterns: string, names: readonly string[]): string {
  return listed(patterns)
    .flatMap((pattern) => names.map((name) => pattern.replace('*', name)))
    .join(', ');
}
