import { describe, expect, it } from 'vitest';
import { measure } from '../../../../eval/lib/eta/measures.ts';
import { walk, type Said } from '../../../../eval/lib/eta/walk.ts';
import { FIRST_DAY, world } from './world.ts';

/** Share of parcels, per cent, that came inside their range. */
function coverage(said: readonly Said[], low: 'lo80' | 'lo90', high: 'hi80' | 'hi90'): number {
  const inside = said.filter((item) => {
    const start = item.from === 'ordered' ? item.row.orderedAt : (item.row.handedOverAt ?? 0);
    const days = item.row.deliveredAt - start;
    return days >= item[low] && days <= item[high];
  });
  return (100 * inside.length) / said.length;
}

const made = (said: readonly Said[], since: number, until: number): Said[] =>
  said.filter(({ row }) => row.orderedAt >= FIRST_DAY + since && row.orderedAt < FIRST_DAY + until);

/** A shared machine may be slow; nothing here is timed. */
const PATIENCE = 60_000;

describe('the stated share', { timeout: PATIENCE }, () => {
  const steady = walk(world({ seed: 3, days: 260, perDay: 40 }), FIRST_DAY + 150).said;

  it('is the true share on a steady network, over all and for each destination', () => {
    for (const from of ['ordered', 'handed_over'] as const) {
      const said = made(steady, 150, 260).filter((item) => item.from === from);
      expect(Math.abs(coverage(said, 'lo80', 'hi80') - 80)).toBeLessThan(2);
      expect(Math.abs(coverage(said, 'lo90', 'hi90') - 90)).toBeLessThan(2);
      for (const place of ['NEAR', 'MID', 'FAR', 'HILL', 'ISLE']) {
        const there = said.filter(({ row }) => row.destination === place);
        expect(there.length).toBeGreaterThan(200);
        expect(Math.abs(coverage(there, 'lo80', 'hi80') - 80)).toBeLessThan(4);
      }
    }
  });

  it('tells lanes apart and is not biased', () => {
    const said = made(steady, 150, 260).filter((item) => item.from === 'handed_over');
    const middle = (place: string): number => {
      const there = said.filter(({ row }) => row.destination === place && row.origin === 'HUB');
      return there.reduce((sum, { p50 }) => sum + p50, 0) / there.length;
    };
    expect(middle('NEAR')).toBeGreaterThan(2.6);
    expect(middle('NEAR')).toBeLessThan(3.4);
    expect(middle('ISLE')).toBeGreaterThan(14.4);
    expect(middle('ISLE')).toBeLessThan(17.6);
  });

  it('is within 3 points again 14 days after the network slows by 40 %', () => {
    const slows = (day: number): number => (day >= 180 ? 1.4 : 1);
    const said = walk(world({ seed: 11, days: 260, perDay: 40, pace: slows }), FIRST_DAY + 100).said;
    const before = made(said, 140, 165).filter((item) => item.from === 'handed_over');
    expect(Math.abs(coverage(before, 'lo80', 'hi80') - 80)).toBeLessThan(3);
    const handedOver = said.filter(
      (item) => item.from === 'handed_over' && (item.row.handedOverAt ?? 0) >= FIRST_DAY + 194,
    );
    expect(Math.abs(coverage(handedOver, 'lo80', 'hi80') - 80)).toBeLessThan(3);
    const ordered = made(said, 194, 260).filter((item) => item.from === 'ordered');
    expect(Math.abs(coverage(ordered, 'lo80', 'hi80') - 80)).toBeLessThan(3);
  });

  it('risks to be late are as frequent as said, and tell the late from the others', () => {
    const said = made(steady, 150, 260).filter((item) => item.from === 'ordered');
    const outcomes = said.map(({ row, pLate, p50 }) => ({
      actual: row.deliveredAt - row.orderedAt,
      p50,
      pLate,
      late: row.deliveredAt > (row.promisedOn ?? 0),
    }));
    const { late } = measure(outcomes) as { late: { lateShare: number; auc: number; brier: number } };
    const told = said.reduce((sum, { pLate }) => sum + (pLate ?? 0), 0) / said.length;
    expect(Math.abs(told - late.lateShare)).toBeLessThan(0.02);
    expect(late.auc).toBeGreaterThan(0.7);
    expect(late.brier).toBeLessThan(late.lateShare * (1 - late.lateShare));
  });
});
