import type { WordList } from '../lexicon.ts';

/** Participles that follow their noun's gender, of Portuguese and Spanish; an order (`pedido`) is a thing and has its own. */
const PARTICIPLE = /\b(?!pedido\b|estado\b|mercado\b)(\p{L}{2,}(?:[ai]d|uelt|eit|uest))o(s?)(?=\s|$)/gu;

/**
 * What a list's participles are of a feminine thing: a `mercadoria` is `liberada` where an `objeto` is `liberado`. Only the words
 * that differ; a list's own words go before them.
 */
export function feminine(list: WordList): WordList {
  const made: Record<string, string> = {};
  for (const [concepts, words] of Object.entries(list)) {
    const changed = words
      .split(',')
      .map((word) => [word, word.replace(PARTICIPLE, '$1a$2')] as const)
      .filter(([word, other]) => word !== other);
    if (changed.length > 0) made[concepts] = changed.map(([, other]) => other).join(',');
  }
  return made;
}
