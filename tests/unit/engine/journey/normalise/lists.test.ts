import { expect, test } from 'vitest';
import { cleanText } from '../../../../../main/engine/journey/normalise/clean.ts';
import { LISTS } from '../../../../../main/engine/journey/normalise/language.ts';
import type { WordList } from '../../../../../main/engine/journey/normalise/lexicon.ts';
import { EUROPE } from '../../../../../main/engine/journey/normalise/words/europe.ts';

const ALL: readonly (readonly [string, WordList])[] = [...Object.entries(LISTS), ['europe', EUROPE]];

/** The same words under two meanings, or twice under one: only the last would count, and nobody would see which. */
test.each(ALL)('no word stands twice in the list %s', (_, list) => {
  const places = new Map<string, string[]>();
  for (const [key, words] of Object.entries(list)) {
    for (const word of words.split(',').map((each) => each.trim())) {
      const bare = word.endsWith('*') ? word.slice(0, -1) : word;
      const clean = `${cleanText(bare)}${bare === word ? '' : '*'}`;
      places.set(clean, [...(places.get(clean) ?? []), key]);
    }
  }
  const twice = [...places].filter(([word, keys]) => word !== '' && keys.length > 1);
  expect(twice.map(([word, keys]) => `${word}: ${keys.join(', ')}`)).toEqual([]);
});

/** `*` opens the last word alone: before another word it would stand for itself and match nothing. */
test.each(ALL)('no star stands within a phrase of the list %s', (_, list) => {
  const words = Object.values(list).flatMap((each) => each.split(','));
  expect(words.filter((word) => word.trim().slice(0, -1).includes('*'))).toEqual([]);
});

test('the list of Europe says nothing that the one below it says otherwise', () => {
  const place = (list: WordList): Map<string, string> =>
    new Map(
      Object.entries(list).flatMap(([key, words]) =>
        words.split(',').map((word): [string, string] => [word.trim(), key]),
      ),
    );
  const below = place(LISTS.rest);
  const both = [...place(EUROPE)].filter(([word, key]) => (below.get(word) ?? key) !== key);
  expect(both.map(([word, key]) => `${word}: ${key}, ${below.get(word)}`)).toEqual([]);
});
