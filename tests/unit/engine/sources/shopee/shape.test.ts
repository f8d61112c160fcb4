import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  endpointOf,
  endpoints,
  type EndpointName,
} from '../../../../../main/engine/sources/shopee/endpoints/index.ts';
import {
  type Drift,
  flag,
  id,
  list,
  money,
  number,
  shape,
  text,
  time,
} from '../../../../../main/engine/sources/shopee/shape.ts';
import { logisticsWord, ORDER_STATUSES, wordOf } from '../../../../../main/engine/sources/shopee/words.ts';

const noted = (): Drift & { seen: string[] } => {
  const seen: string[] = [];
  return { seen, note: (path, what) => void seen.push(`${what}:${path}`) };
};

describe('reading what was not promised', () => {
  const order = shape(
    { order_sn: text, item_id: id, total: money, cod: flag, days: number, at: time, tags: list(text) },
    { total: 'amount' },
  );
  const nothing = { order_sn: null, item_id: null, total: null, cod: null, days: null, at: null, tags: [] };

  it('takes numbers as texts and texts as numbers', () => {
    const drift = noted();
    const sent = {
      order_sn: 123,
      item_id: 77,
      total: '12.50',
      cod: 'true',
      days: '3',
      at: '1700000000',
      tags: 'x',
    };
    expect(order(sent, drift, '')).toEqual({
      order_sn: '123',
      item_id: '77',
      total: '12.50',
      cod: true,
      days: 3,
      at: 1700000000000,
      tags: ['x'],
    });
    expect(drift.seen).toEqual([]);
  });

  it('takes null, nothing and emptiness everywhere', () => {
    const nulls = Object.fromEntries(Object.keys(nothing).map((key) => [key, null]));
    expect(order(nulls, noted(), '')).toEqual(nothing);
    expect(order({}, noted(), '')).toEqual(nothing);
    expect(order({ item_id: '', total: '', at: 0, days: '' }, noted(), '')).toEqual(nothing);
    expect(order(null, noted(), '')).toBeNull();
  });

  it('names fields that nobody declared, and those that cannot be read, without their values', () => {
    const drift = noted();
    const orders = shape({ orders: list(order) });
    orders({ orders: [{ order_sn: { first: 'A name' }, new_thing: 'Somebody', amount: 5 }] }, drift, '');
    expect(drift.seen).toEqual(['unreadable:orders[].order_sn', 'unknown-field:orders[].new_thing']);
  });

  it('reads an amount under its other name, and never as a float', () => {
    expect(order({ amount: 0.1 }, noted(), '')?.total).toBe('0.1');
    expect(order({ amount: 1e-7 }, noted(), '')?.total).toBe('0.0000001');
    expect(order({ total: '764539404640322244' }, noted(), '')?.total).toBe('764539404640322244');
  });

  it('tells seconds, milliseconds and nanoseconds apart', () => {
    const at = (sent: unknown): unknown => time(sent, noted(), '');
    expect(at(1614853200)).toBe(1614853200000);
    expect(at(1614853200441)).toBe(1614853200441);
    expect(at('1614853200441470571')).toBe(1614853200441);
    expect(at(-1)).toBeNull();
  });

  it.each(Object.keys(endpoints) as EndpointName[])('%s reads anything without a throw', (name) => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const { answer } = endpointOf(name);
        const read = answer(value, noted(), '');
        expect(read === null || typeof read === 'object').toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});

describe('words', () => {
  it('knows both families of logistics status wherever they stand', () => {
    expect(logisticsWord('LOGISTICS_DELIVERY_FAILED')).toMatchObject({ family: 'package' });
    expect(logisticsWord('FAILED_DELIVERED')).toMatchObject({ family: 'scan' });
    expect(logisticsWord('LOGISTICS_NOT_STARTED').word).toBe('LOGISTICS_NOT_START');
    expect(logisticsWord('FULFILMENT_DELIVERY_FAILED').word).toBe('LOGISTICS_DELIVERY_FAILED');
  });

  it('keeps an unknown word and calls it other', () => {
    expect(logisticsWord('TELEPORTED')).toEqual({ family: 'other', word: 'other', raw: 'TELEPORTED' });
    expect(logisticsWord(null)).toEqual({ family: 'other', word: 'other', raw: '' });
    expect(wordOf(ORDER_STATUSES, 'SHIPPED')).toBe('SHIPPED');
    expect(wordOf(ORDER_STATUSES, 'BRAND_NEW')).toBe('other');
  });
});
