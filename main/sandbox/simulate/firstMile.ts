import { DAY, MINUTE } from '#shared/time.ts';
import { dayOf, hourOf, instantOf, weekdayOf, yymmdd } from './calendar.ts';
import { firstMileNumber } from './ids.ts';
import { SELLER_OFFSET } from './markets.ts';
import { FIRST_MILE } from './parameters.ts';
import { chanceOf } from './random.ts';

/** The collection of one shop on one day (China time): all its parcels travel under one first-mile number. */
export interface Collection {
  readonly number: string;
  readonly day: number;
  readonly boundAt: number;
  /** When the van was meant to come. */
  readonly dueAt: number;
  /** When it came: a day later where the first visit failed. */
  readonly pickedUpAt: number;
  readonly failed: boolean;
  readonly deliveredAt: number;
}

/** The day with whose collection a parcel goes that has its number since `numberedAt`. None on Sundays and days of rest. */
export function collectionDay(numberedAt: number, rests: (day: number) => boolean): number {
  let day = dayOf(numberedAt, SELLER_OFFSET);
  if (hourOf(numberedAt, SELLER_OFFSET) >= FIRST_MILE.cutOff) day += 1;
  while (weekdayOf(day) === 0 || rests(day)) day += 1;
  return day;
}

/** The same for every parcel of the day: chance is that of shop and day. */
export function collectionOf(seed: number, shop: number, day: number): Collection {
  const chance = chanceOf(seed, 20, shop, day);
  const cutOff = instantOf(day, FIRST_MILE.cutOff, SELLER_OFFSET);
  const dueAt = cutOff + chance.about(FIRST_MILE.pickUpAfter.median, FIRST_MILE.pickUpAfter.sigma);
  const failed = chance.happens(FIRST_MILE.pickUpFails);
  const pickedUpAt = failed ? dueAt + DAY : dueAt;
  return {
    number: firstMileNumber(seed, shop, day, yymmdd(day)),
    day,
    boundAt: cutOff + 20 * MINUTE,
    dueAt,
    pickedUpAt,
    failed,
    deliveredAt: pickedUpAt + chance.about(FIRST_MILE.toWarehouse.median, 0.1),
  };
}
