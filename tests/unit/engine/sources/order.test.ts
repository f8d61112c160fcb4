import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClock } from '../../../../main/engine/sources/times/clock.ts';
import {
  DATE_ORDERS,
  type KnownOrder,
  orderOfAll,
  ordersOf,
} from '../../../../main/engine/sources/times/order.ts';
import { DAY } from '../../../../shared/time.ts';

const NOW = Date.UTC(2026, 10, 24);

/** A day as a file writes it in an order. */
function written(at: number, order: KnownOrder, short: boolean): string {
  const date = new Date(at);
  const two = (n: number): string => String(n).padStart(2, '0');
  const [day, month] = [two(date.getUTCDate()), two(date.getUTCMonth() + 1)];
  const year = short ? two(date.getUTCFullYear() % 100) : String(date.getUTCFullYear());
  const parts = {
    'day-first': [day, month, year],
    'month-first': [month, day, year],
    'year-first': [year, month, day],
  };
  return parts[order].join('/');
}

describe('the order of dates', () => {
  it('is told by the days that exist', () => {
    expect(ordersOf('24/11/2026', NOW)).toEqual(['day-first']);
    expect(ordersOf('11/24/2026', NOW)).toEqual(['month-first']);
    expect(ordersOf('03/04/2026', NOW)).toEqual(['day-first', 'month-first']);
    expect(ordersOf('03/03/2026', NOW)).toBeNull();
    expect(ordersOf('2026-03-04', NOW)).toBeNull();
  });

  it('and for short years by those that have begun', () => {
    expect(ordersOf('24/11/26 08:05', NOW)).toEqual(['day-first', 'year-first']);
    expect(ordersOf('26/10/30', NOW)).toEqual(['year-first']);
    expect(ordersOf('31.10.26', NOW)).toEqual(['day-first']);
    expect(ordersOf('09/05/69', NOW)).toBeNull();
  });

  it('is the one in which all dates can stand', () => {
    expect(orderOfAll(['24/11/26', '31/10/26'], NOW)).toBe('day-first');
    expect(orderOfAll(['26/11/05', '26/10/31'], NOW)).toBe('year-first');
    expect(orderOfAll(['11/05/26', '10/31/26'], NOW)).toBe('month-first');
    expect(orderOfAll(['03/04/26', '05/06/2026', '24/11/2026'], NOW)).toBe('day-first');
    expect(orderOfAll(['03/04/26'], NOW)).toBe('unknown');
    expect(orderOfAll(['24/11/2026', '11/24/2026'], NOW)).toBe('unknown');
    expect(orderOfAll(['2026-11-24', 'yesterday', ''], NOW)).toBe('unneeded');
  });

  it('is never another than the one that was written, and reads every day back', () => {
    const days = fc.array(fc.integer({ min: Date.UTC(2010, 0) / DAY, max: NOW / DAY }), { minLength: 1 });
    fc.assert(
      fc.property(days, fc.constantFrom(...DATE_ORDERS), fc.boolean(), (numbers, order, wish) => {
        const short = wish || order === 'year-first';
        const dates = numbers.map((day) => written(day * DAY, order, short));
        const found = orderOfAll(dates, NOW);
        expect([order, 'unknown', 'unneeded']).toContain(found);
        for (const [index, date] of dates.entries()) {
          const read = readClock(date, found === 'unneeded' ? 'unknown' : found);
          if (read.ok) expect(read.wall).toBe((numbers[index] ?? 0) * DAY);
          else expect([found, read.why]).not.toContain(order);
        }
      }),
    );
  });
});
