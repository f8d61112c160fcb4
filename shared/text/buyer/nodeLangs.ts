import type { Market } from '../../model/market.ts';

/** Languages in which a node can be said to a buyer, and the market's own among them. */
export const NODE_LANGS = ['en', 'zh-Hans', 'zh-Hant', 'ms', 'id', 'th', 'vi', 'tl', 'pt-BR', 'es'] as const;
export type NodeLang = (typeof NODE_LANGS)[number];
export const MARKET_LANG: Readonly<Record<Market, NodeLang>> = {
  ...{ SG: 'en', MY: 'ms', TH: 'th', VN: 'vi', ID: 'id', PH: 'tl', TW: 'zh-Hant' },
  ...{ BR: 'pt-BR', MX: 'es', CO: 'es', CL: 'es' },
};

export type NodeWords = Readonly<Record<NodeLang, string>>;
/** One node's words in the order of `NODE_LANGS`. */
export const say = (
  ...words: readonly [string, string, string, string, string, string, string, string, string, string]
): NodeWords => {
  const [en, hans, hant, ms, id, th, vi, tl, pt, es] = words;
  return { en, 'zh-Hans': hans, 'zh-Hant': hant, ms, id, th, vi, tl, 'pt-BR': pt, es };
};
