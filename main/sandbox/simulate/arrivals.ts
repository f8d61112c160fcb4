import { DAY, HOUR } from '#shared/time.ts';
import { dayOf, hourOf, weekdayOf } from './calendar.ts';
import { MARKET_FACTS } from './markets.ts';
import { ORDERS_BY_HOUR, ORDERS_BY_WEEKDAY, WORLD_MARKETS } from './parameters.ts';
import { chanceOf } from './random.ts';
import type { ShopFacts, WorldConfig } from './types.ts';

/** How many of the world's orders each shop gets; the shares add up to the last order. */
export function sharesOf(orders: number): number[] {
  const weights = WORLD_MARKETS.map((market) => MARKET_FACTS[market].weight);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let given = 0;
  let gathered = 0;
  return weights.map((weight) => {
    gathered += weight;
    const count = Math.round((orders * gathered) / sum) - given;
    given += count;
    return count;
  });
}

/** A table to draw from by weight with one random number. */
function cumulative(weights: readonly number[]): (random: number) => number {
  const sums: number[] = [];
  let sum = 0;
  for (const weight of weights) sums.push((sum += weight));
  return (random) => {
    const wanted = random * sum;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/** Instants of a shop's orders, ascending and in whole seconds, by weekday and by hour of the buyers' day. */
export function arrivalsOf(config: WorldConfig, shop: ShopFacts, count: number): Float64Array {
  const chance = chanceOf(config.seed, 5, shop.index);
  const { offset } = MARKET_FACTS[shop.market];
  const startHour = hourOf(config.start, offset);
  const day = cumulative(
    Array.from(
      { length: config.days },
      (_, index) => ORDERS_BY_WEEKDAY[weekdayOf(dayOf(config.start + index * DAY, offset))] ?? 1,
    ),
  );
  const hour = cumulative(ORDERS_BY_HOUR);
  const instants = new Float64Array(count);
  for (let index = 0; index < count; index += 1) {
    const after = (hour(chance.next()) + chance.next() - startHour + 48) % 24;
    instants[index] = Math.floor((config.start + day(chance.next()) * DAY + after * HOUR) / 1000) * 1000;
  }
  return instants.sort();
}
