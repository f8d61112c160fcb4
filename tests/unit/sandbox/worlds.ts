import { createWorld, type World } from '../../../main/sandbox/simulate/world.ts';
import type { OrderPlan } from '../../../main/sandbox/simulate/types.ts';

/** Midnight in China at the beginning of a month. */
export const START = Date.UTC(2026, 9, 25, 16);

export const worldOf = (seed = 7, orders = 2000, days = 30, slowsDown = false): World =>
  createWorld({ seed, orders, days, start: START, slowsDown });

export function* ordersOf(world: World): Generator<OrderPlan> {
  for (const shop of world.shops) {
    for (let index = 0; index < world.count(shop.index); index += 1) yield world.order(shop.index, index);
  }
}
