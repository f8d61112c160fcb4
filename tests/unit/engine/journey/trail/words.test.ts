import { describe, expect, it } from 'vitest';
import {
  fetchedBehindBorder,
  fetchedByCourier,
  handedOverBeforeBorder,
  missedByBuyer,
  pickedUpByBuyer,
} from '../../../../../main/engine/journey/trail/words.ts';
import { after, read } from './spots.ts';

describe('words that say something else at another point of the way', () => {
  it('a missed pickup is the buyer’s once the parcel was collected', () => {
    const missed = read('PICKUP_FAILED', { reason: 'UNCLAIMED' });
    expect(after(missedByBuyer, missed, { told: { collected: true } })).toBe('EXCEPTION');
    expect(after(missedByBuyer, missed)).toBe('PICKUP_FAILED');
    expect(
      after(missedByBuyer, read('PICKUP_FAILED', { reason: 'OTHER' }), { told: { collected: true } }),
    ).toBe('PICKUP_FAILED');
  });

  it('what waits for the buyer after it moved is picked up by the buyer', () => {
    const told = { waits: true, moved: true };
    expect(after(pickedUpByBuyer, read('PICKED_UP'), { told })).toBe('DELIVERED');
    expect(after(pickedUpByBuyer, read('PICKED_UP'), { told: { waits: true } })).toBe('PICKED_UP');
    expect(after(pickedUpByBuyer, read('PICKED_UP'), { told: { moved: true } })).toBe('PICKED_UP');
    expect(after(pickedUpByBuyer, read('PICKED_UP', { means: 'code' }), { told })).toBe('PICKED_UP');
  });

  it('a parcel that is fetched between the border and its delivery comes to the local carrier', () => {
    const border = { arrived: 4 };
    const trail = { delivered: 6 };
    expect(after(fetchedBehindBorder, read('PICKED_UP'), { border, trail })).toBe('DEST_HUB_IN');
    expect(after(fetchedBehindBorder, read('PICKED_UP'), { border: { arrived: 5 }, trail })).toBe(
      'PICKED_UP',
    );
    expect(after(fetchedBehindBorder, read('PICKED_UP'), { border, trail: { delivered: 5 } })).toBe(
      'PICKED_UP',
    );
    expect(after(fetchedBehindBorder, read('PICKED_UP', { means: 'code' }), { border, trail })).toBe(
      'PICKED_UP',
    );
  });

  it('a carrier that takes a parcel over before the border is no last one', () => {
    const made = (border: object, meaning = read('LAST_MILE_HUB')) =>
      after(handedOverBeforeBorder, meaning, { border });
    expect(made({ left: 6 })).toBe('ORIGIN_HUB_IN');
    expect(made({ lastExport: 6 })).toBe('ORIGIN_HUB_IN');
    expect(made({})).toBe('LAST_MILE_HUB');
    expect(made({ left: 5 })).toBe('LAST_MILE_HUB');
    expect(made({ left: 6, arrived: 5 })).toBe('LAST_MILE_HUB');
    expect(made({ left: 6, goalHub: 5 })).toBe('LAST_MILE_HUB');
    expect(made({ left: 6 }, read('LAST_MILE_HUB', { means: 'word' }))).toBe('LAST_MILE_HUB');
  });

  it('who fetched it before the delivery is the courier, where it did not wait for the buyer', () => {
    const fetched = read('DELIVERED', { confidence: 'medium' });
    const trail = { delivered: 6 };
    expect(after(fetchedByCourier, fetched, { trail })).toBe('OUT_FOR_DELIVERY');
    expect(after(fetchedByCourier, fetched, { trail: { delivered: 5 } })).toBe('DELIVERED');
    expect(after(fetchedByCourier, fetched, { trail, told: { waits: true } })).toBe('DELIVERED');
    expect(after(fetchedByCourier, read('DELIVERED'), { trail })).toBe('DELIVERED');
  });
});
