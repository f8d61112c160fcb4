import { describe, expect, it } from 'vitest';
import { walk, type Said } from '../../../../eval/lib/eta/walk.ts';
import type { ShipmentRow } from '../../../../eval/lib/eta/rows.ts';
import { FIRST_DAY, seeded, world } from './world.ts';

const rows = world({ seed: 7, days: 100, perDay: 12 });
const CUT = FIRST_DAY + 50;

function shuffled<T>(items: readonly T[], seed: number): T[] {
  const chance = seeded(seed);
  return items
    .map((item) => ({ item, place: chance() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/** Numbers of what was said before an instant, without the rows (their outcomes may differ). */
const numbers = (said: readonly Said[], until: number): unknown[] =>
  said
    .filter(({ row, from }) => (from === 'ordered' ? row.orderedAt : (row.handedOverAt ?? 0)) < until)
    .map(({ row, from, p50, lo80, hi80, lo90, hi90, pLate }) => [
      row.id,
      from,
      p50,
      lo80,
      hi80,
      lo90,
      hi90,
      pLate,
    ]);

/** A shared machine may be slow; nothing here is timed. */
const PATIENCE = 60_000;

describe('walking through time', { timeout: PATIENCE }, () => {
  it('says the same before an instant, whatever is delivered, handed over or ordered after it', () => {
    const now = FIRST_DAY + 75;
    const chance = seeded(99);
    const future = rows
      .filter((row) => row.orderedAt < now || chance() < 0.5)
      .map((row): ShipmentRow => {
        const handedOverAt =
          row.handedOverAt !== null && row.handedOverAt > now ? now + 30 * chance() : row.handedOverAt;
        const deliveredAt =
          row.deliveredAt > now ? Math.max(now, handedOverAt ?? now) + 60 * chance() : row.deliveredAt;
        return { ...row, handedOverAt, deliveredAt };
      });
    const told = numbers(walk(rows, CUT).said, now);
    expect(told.length).toBeGreaterThan(400);
    expect(numbers(walk(future, CUT).said, now)).toEqual(told);
  });

  it('does learn from what is delivered before', () => {
    const now = FIRST_DAY + 75;
    const slower = rows.map((row) =>
      row.deliveredAt > now - 20 && row.deliveredAt < now ? { ...row, deliveredAt: now + 5 } : row,
    );
    expect(numbers(walk(slower, CUT).said, now)).not.toEqual(numbers(walk(rows, CUT).said, now));
  });

  it('does not depend on the order of the rows, ties of time included', () => {
    const tied = rows.map((row) => ({ ...row, orderedAt: Math.floor(row.orderedAt) }));
    const told = numbers(walk(tied, CUT).said, Number.POSITIVE_INFINITY);
    expect(numbers(walk(shuffled(tied, 5), CUT).said, Number.POSITIVE_INFINITY)).toEqual(told);
  });

  it('survives one-parcel lanes, missing hand-overs and promises, and a first parcel after the cut', () => {
    const odd = rows.slice(0, 400).map((row, index): ShipmentRow => ({
      ...row,
      destination: index % 3 === 0 ? `ONLY${index}` : row.destination,
      handedOverAt: index % 4 === 0 ? null : row.handedOverAt,
      promisedOn: index % 5 === 0 ? null : row.promisedOn,
    }));
    for (const cut of [FIRST_DAY - 1, FIRST_DAY + 10, FIRST_DAY + 500]) {
      for (const { p50, lo90, hi90 } of walk(odd, cut).said) {
        expect(Number.isFinite(p50) && lo90 >= 0 && hi90 >= p50 && p50 >= lo90).toBe(true);
      }
    }
  });
});
