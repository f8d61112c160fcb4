import { MARKET_FACTS } from './markets.ts';
import { numberOf } from './ids.ts';
import type { WorldMarket } from './parameters.ts';
import { type Chance, mix } from './random.ts';
import type { Buyer } from './types.ts';

const SYLLABLES = [
  'ka',
  'mi',
  'ra',
  'to',
  'ne',
  'lu',
  'sa',
  'vi',
  'an',
  'do',
  'pe',
  'yo',
  'ri',
  'ma',
  'ho',
  'zu',
];

/** An invented buyer. Names and numbers are masked as the platform masks them; a few buyers order again. */
export function buyerOf(seed: number, shop: number, market: WorldMarket, chance: Chance): Buyer {
  // Fewer people than orders: somebody comes back.
  const person = chance.below(60_000);
  const code = mix(seed, 50, shop, person);
  const word = (shift: number): string => SYLLABLES[(code >>> shift) & 15] ?? 'ka';
  const userName = `${word(0)}${word(4)}${word(8)}${(code >>> 12) % 1000}`;
  const [city, state, zip] = MARKET_FACTS[market].cities[
    (code >>> 5) % MARKET_FACTS[market].cities.length
  ] ?? ['', '', ''];
  return {
    userId: numberOf(9, seed, 51, shop, person),
    userName,
    name: `${word(16).slice(0, 1).toUpperCase()}******${word(20).slice(-1)}`,
    phone: `******${String(code % 100).padStart(2, '0')}`,
    city,
    state,
    zip,
  };
}
