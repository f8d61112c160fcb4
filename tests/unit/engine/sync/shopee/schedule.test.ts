import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '#shared/time.ts';
import { PACKAGE_STATUSES } from '../../../../../main/engine/sources/shopee/words.ts';
import { nextNumberAt, nextTrackAt, phaseOf } from '../../../../../main/engine/sync/shopee/schedule.ts';

const NOW = Date.UTC(2026, 10, 24, 8);
const moving = (silence: number) =>
  nextTrackAt(
    { status: 'LOGISTICS_PICKUP_DONE', statusSince: NOW - 60 * DAY, movedAt: NOW - silence, afterEnd: 0 },
    NOW,
  );

it('knows every status that is published, and takes a new one for moving', () => {
  expect(PACKAGE_STATUSES.filter((status) => phaseOf(status) === 'moving')).toEqual([
    'LOGISTICS_PICKUP_DONE',
  ]);
  expect(phaseOf('LOGISTICS_TELEPORTED')).toBe('moving');
});

describe('a tracking number', () => {
  it('is not asked for before arrangement, nor faster than every five minutes, and for as long as the parcel lives', () => {
    expect(nextNumberAt('LOGISTICS_READY', 0, NOW)).toBeNull();
    expect(nextNumberAt('LOGISTICS_REQUEST_CREATED', 0, NOW)).toBe(NOW + 5 * MINUTE);
    fc.assert(
      fc.property(fc.nat(1_000), (tries) => {
        const next = nextNumberAt('LOGISTICS_REQUEST_CREATED', tries, NOW) ?? 0;
        expect(next - NOW).toBeGreaterThanOrEqual(5 * MINUTE);
        expect(next - NOW).toBeLessThanOrEqual(6 * HOUR);
      }),
    );
    expect(nextNumberAt('LOGISTICS_INVALID', 4, NOW)).toBeNull();
  });
});

describe('tracking', () => {
  it('is asked less often the longer nothing moves, and after months no more', () => {
    const silences = [0, 12 * HOUR, 20 * HOUR, 3 * DAY, 30 * DAY].map(
      (silence) => (moving(silence) ?? 0) - NOW,
    );
    expect(silences).toEqual(silences.toSorted((a, b) => a - b));
    expect(silences[0]).toBe(6 * HOUR);
    const since = {
      status: 'LOGISTICS_PICKUP_DONE',
      statusSince: NOW - 91 * DAY,
      movedAt: null,
      afterEnd: 0,
    };
    expect(nextTrackAt(since, NOW)).toBeNull();
  });

  it('is never asked before arrangement, and twice more after the end', () => {
    const at = (status: string, afterEnd: number) =>
      nextTrackAt({ status, statusSince: NOW, movedAt: NOW, afterEnd }, NOW);
    expect(at('LOGISTICS_READY', 0)).toBeNull();
    for (const status of ['LOGISTICS_DELIVERY_DONE', 'LOGISTICS_LOST', 'LOGISTICS_REQUEST_CANCELED']) {
      expect([0, 1, 2].map((n) => at(status, n) !== null)).toEqual([true, true, false]);
    }
  });

  it('is a whole number of milliseconds in the future', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PACKAGE_STATUSES),
        fc.nat(90 * DAY),
        fc.nat(3),
        (status, silence, afterEnd) => {
          const next = nextTrackAt({ status, statusSince: NOW - silence, movedAt: null, afterEnd }, NOW);
          if (next === null) return;
          expect(Number.isInteger(next)).toBe(true);
          expect(next).toBeGreaterThan(NOW);
        },
      ),
    );
  });
});
