import { MARKET_FACTS } from './markets.ts';
import type { WorldMarket } from './parameters.ts';
import { chanceOf, mix } from './random.ts';
import { numberOf } from './ids.ts';

/** One article of a shop. Prices are in hundredths of the currency's unit. */
export interface Article {
  readonly itemId: number;
  readonly name: string;
  readonly sku: string;
  readonly models: readonly { readonly modelId: number; readonly name: string; readonly sku: string }[];
  readonly original: number;
  readonly price: number;
  readonly gram: number;
}

/** Invented goods: an English name, a short code, a price in US dollars, grams, and whether it comes in models. */
const GOODS: readonly (readonly [string, string, number, number, readonly string[]])[] = [
  ['Folding phone stand, aluminium', 'STAND', 6.2, 180, ['Silver', 'Black']],
  ['Silicone baking mat, set of two', 'MAT', 7.9, 320, []],
  ['Braided USB-C cable', 'CABLE', 3.4, 60, ['1 m', '2 m', '3 m']],
  ['Canvas tote bag with zip', 'TOTE', 5.8, 250, ['Natural', 'Navy', 'Olive']],
  ['LED desk lamp, rechargeable', 'LAMP', 14.5, 540, ['White', 'Black']],
  ['Stainless lunch box, three parts', 'LUNCH', 9.6, 480, []],
  ['Sticker sheet, 50 pieces', 'STICK', 1.9, 30, ['Cats', 'Plants', 'Space']],
  ['Wireless mouse, silent', 'MOUSE', 8.3, 140, ['Grey', 'Pink']],
  ['Water bottle 750 ml', 'BOTTLE', 7.1, 310, ['Blue', 'Green', 'Clear']],
  ['Hair claw clips, six pieces', 'CLIP', 2.6, 90, ['Matt', 'Glossy']],
  ['Yoga mat 6 mm', 'YOGA', 12.8, 980, ['Violet', 'Teal']],
  ['Travel organiser, six bags', 'TRAVEL', 10.4, 420, ['Grey', 'Rose']],
  ['Kitchen scale, 5 kg', 'SCALE', 11.2, 460, []],
  ['Bluetooth earphones', 'EAR', 16.9, 110, ['White', 'Black']],
  ['Cat toy with feather', 'CAT', 2.2, 50, []],
  ['Screen protector, two pieces', 'GLASS', 3.1, 80, ['A15', 'A16', 'S24']],
];

/** The articles of a shop: ten of the goods, priced in its currency. */
export function articlesOf(seed: number, shop: number, market: WorldMarket): readonly Article[] {
  const chance = chanceOf(seed, 30, shop);
  const facts = MARKET_FACTS[market];
  const unit = facts.decimals === 0 ? 100 : 1;
  const round = (hundredths: number): number => Math.max(unit, Math.round(hundredths / unit) * unit);
  const first = chance.below(GOODS.length);
  return Array.from({ length: 10 }, (_, index) => {
    const [name, code, dollars, gram, models] = GOODS[(first + index * 5) % GOODS.length] ?? GOODS[0]!;
    const original = round(dollars * facts.rate * 100 * (0.9 + chance.next() * 0.4));
    return {
      itemId: numberOf(11, seed, 31, shop, index),
      name,
      sku: models.length === 0 ? `${code}-${market}` : '',
      models: models.map((model, position) => ({
        modelId: numberOf(12, seed, 32, shop, index, position),
        name: model,
        sku: `${code}-${position + 1}-${market}`,
      })),
      original,
      price: round(original * (0.7 + chance.next() * 0.3)),
      gram,
    };
  });
}

/** A promotion number beyond 2^53, as the platform sends them since 2026-07. Text: the wire writes it as a number. */
export const promotionId = (seed: number, itemId: number): string =>
  `10${String(mix(seed, itemId, 40)).padStart(10, '0')}${String(mix(seed, itemId, 41) % 10_000_000).padStart(7, '0')}`;
