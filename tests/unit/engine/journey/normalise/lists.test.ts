import { expect, test } from 'vitest';
import { cleanText } from '../../../../../main/engine/journey/normalise/clean.ts';
import { LISTS } from '../../../../../main/engine/journey/normalise/language.ts';

/** The same words under two meanings, or twice under one: only the last would count, and nobody would see which. */
test.each(Object.entries(LISTS))('no word stands twice in the list %s', (_, list) => {
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
