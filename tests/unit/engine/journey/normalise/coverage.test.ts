import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Coverage } from '../../../../../main/engine/journey/normalise/coverage.ts';
import { type WordList, wordsOf } from '../../../../../main/engine/journey/normalise/lexicon.ts';

const coverage = (lists: readonly WordList[]) => new Coverage(lists.map((list) => wordsOf([list])));

/** Few letters, so that words begin, contain and follow one another. */
const word = fc.stringMatching(/^[ab]{1,3}( [abc]{1,2})?\*?$/);
const list = fc.array(word, { minLength: 1, maxLength: 8 }).map((words): WordList => ({
  HUB: words.join(','),
}));
const text = fc
  .array(fc.constantFrom('a', 'b', 'c', 'ab', 'ba', ' ', ' ', ',', '|', 'ค'), { maxLength: 24 })
  .map((parts) => parts.join(''));

/** What one list covers, tried word by word at each beginning of a word. */
function slowly(words: readonly string[], whole: string): number {
  const inWord = (at: number) => /[abc]/.test(whole[at] ?? ' ');
  const endOf = (at: number): number => (inWord(at) ? endOf(at + 1) : at);
  let covered = 0;
  for (let at = 0; at < whole.length;) {
    if (!inWord(at)) {
      at += 1;
      continue;
    }
    const ends = words.map((one) => {
      const open = one.endsWith('*');
      const bare = open ? one.slice(0, -1) : one;
      const end = at + bare.length;
      if (!whole.startsWith(bare, at)) return at;
      return open ? endOf(end) : inWord(end) ? at : end;
    });
    const end = Math.max(...ends);
    covered += end - at;
    at = end > at ? end : endOf(at);
  }
  return covered;
}

describe('how much of a text lists know', () => {
  it('is counted by letters, by the longest word, with the blanks inside it', () => {
    const counted = coverage([{ HUB: 'sorting, sorting centre' }, { HUB: 'sort*' }, { HUB: 'sort' }]);
    expect([...counted.of('the sorting centre')]).toEqual([14, 7, 0]);
    expect([...counted.of('sort')]).toEqual([0, 4, 4]);
  });

  it('is for every list what that list alone covers', () => {
    fc.assert(
      fc.property(fc.array(list, { minLength: 1, maxLength: 7 }), text, (lists, whole) => {
        const alone = lists.map(({ HUB = '' }) => slowly(HUB.split(','), whole));
        expect([...coverage(lists).of(whole)]).toEqual(alone);
      }),
      { numRuns: 1_000 },
    );
  });
});
