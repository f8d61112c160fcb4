import type { MarketFacts } from '../markets.ts';
import { en, enOrigin } from './en.ts';
import { es } from './es.ts';
import { id } from './id.ts';
import { ms } from './ms.ts';
import type { MarketPhrase, MarketWords, OriginPhrase, Phrase } from './phrases.ts';
import { pt } from './pt.ts';
import { th } from './th.ts';
import { tl } from './tl.ts';
import { vi } from './vi.ts';
import { zhHans } from './zhHans.ts';
import { zhHant } from './zhHant.ts';

const MARKET_WORDS: Readonly<Record<MarketFacts['language'], MarketWords>> = {
  en,
  ms,
  th,
  tl,
  vi,
  id,
  'zh-Hant': zhHant,
  pt,
  es,
};

/**
 * The description of a scan as the carrier would write it: the seller's side in Chinese or English, the market's side in
 * its language. `variant` picks the wording (any whole number); `name` is the masked recipient that some wordings carry;
 * `chinese` is the seller's language setting.
 */
export function say(
  phrase: Phrase,
  language: MarketFacts['language'],
  variant: number,
  filling: { readonly place: string; readonly name: string; readonly chinese: boolean },
): string {
  const market: readonly string[] | undefined = MARKET_WORDS[language][phrase as MarketPhrase];
  const origin = filling.chinese ? zhHans : enOrigin;
  const wordings = market ?? origin[phrase as OriginPhrase];
  const wording = wordings[variant % wordings.length] ?? '';
  return wording.replace('{place}', filling.place).replace('{name}', filling.name);
}
