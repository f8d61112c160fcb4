import { describe, expect, it } from 'vitest';
import { MARKETS } from '#shared/model/market.ts';
import { NODES } from '#shared/model/node.ts';
import { MARKET_LANG, NODE_LANGS, NODE_WORDS } from '#shared/text/buyer/nodes.ts';

const LETTERS: Readonly<Record<string, RegExp>> = {
  'zh-Hans': /\p{Script=Han}/u,
  'zh-Hant': /\p{Script=Han}/u,
  th: /\p{Script=Thai}/u,
};

describe('nodes in the buyer’s words', () => {
  it.each(NODE_LANGS)('%s: every node has its own words, in its letters, without stray blanks', (lang) => {
    const words = NODES.map((node) => NODE_WORDS[node][lang]);
    expect(words.filter((text) => text.trim() !== text || text.length < 2 || text.length > 60)).toEqual([]);
    expect(new Set(words).size).toBe(NODES.length);
    const letters = LETTERS[lang] ?? /\p{Script=Latin}/u;
    expect(words.filter((text) => !letters.test(text))).toEqual([]);
  });

  it('every market has a language', () => {
    expect(MARKETS.filter((market) => !NODE_LANGS.includes(MARKET_LANG[market]))).toEqual([]);
  });
});
