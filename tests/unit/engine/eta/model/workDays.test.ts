import { describe, expect, it } from 'vitest';
import { asInstant, DAY } from '../../../../../shared/time.ts';
import { begun, handedLate, known, NOW, parcelAt, restsOn, sunday, told, weekday } from './history.ts';

describe('an estimate', () => {
  it('waits until a late hand-over counts, and goes on from there as one that was handed over then', () => {
    const prompt = told(known, parcelAt('FIRST_MILE', 0));
    const late = told(known, handedLate(2));
    expect(late.base).toBe(prompt.base);
    expect(late.p50 - prompt.p50).toBeGreaterThan(1.7 * DAY);
    expect(late.p50 - prompt.p50).toBeLessThan(2.3 * DAY);
    expect(late.adjustments.at(-1)).toMatchObject({ kind: 'hand-over', addMs: 2 * DAY });
    const own = { ...handedLate(2), handOver: null, start: { ...begun('FIRST_MILE', NOW + 2), at: NOW } };
    expect(late.p50 - told(known, own).p50).toBe(2 * DAY);
    expect(late.handOver).toMatchObject({ cutOff: '17:00', countsFrom: (NOW + 2) * DAY, daysOff: [sunday] });
    expect(late.pLate).toBeGreaterThan(prompt.pLate ?? 1);
    // Once it counts there is nothing left to wait for, and silence is counted from there.
    const counting = handedLate(-0.5);
    expect(told(known, counting).adjustments.map(({ kind }) => kind)).not.toContain('hand-over');
    expect(told(known, { ...counting, lastScanAt: asInstant((NOW - 30) * DAY) }).withheld).toBeNull();
  });

  it('that falls on a day without deliveries is told for the next, not for a buyer who can fetch it', () => {
    const free = told(known, parcelAt('LAST_MILE', 0.5));
    const delivers = restsOn(weekday(free.p50));
    const set = told(known, parcelAt('LAST_MILE', 0.5), { delivers });
    expect(set.p50 % DAY).toBe(0);
    expect(set.p50 - free.p50).toBeLessThanOrEqual(DAY);
    expect(set.noDelivery).toEqual([sunday]);
    expect(set.adjustments.at(-1)).toMatchObject({ kind: 'delivery-day', addMs: set.p50 - free.p50 });
    expect(set.pLate).toBe(free.pLate);
    // The promise of this parcel ends on a day with deliveries; one that ends on that day is judged by the evening before.
    const day = Math.floor(free.p50 / DAY);
    const risk = (promise: number, rests: boolean) =>
      told(known, parcelAt('LAST_MILE', 0.5, { promise: asInstant(promise) }), rests ? { delivers } : {});
    const promised = risk((day + 0.999) * DAY, true);
    expect(promised.pLate).toBe(risk(day * DAY, false).pLate);
    expect(promised.pLate).toBeGreaterThan(risk((day + 0.999) * DAY, false).pLate ?? 1);
    expect(promised.p50).toBeGreaterThan(promised.promise ?? 0);
    expect(promised.pLate).toBeGreaterThan(0.4);
    const waiting = told(known, parcelAt('LAST_MILE', 0.5, { collectable: true }), { delivers });
    expect(waiting.p50).toBe(free.p50);
    expect(waiting.noDelivery).toEqual([]);
  });
});
