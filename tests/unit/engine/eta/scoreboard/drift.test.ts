import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DRIFT_LIMIT,
  type DriftState,
  driftStateSchema,
  NO_DRIFT,
  watchDelivery,
} from '../../../../../main/engine/eta/scoreboard/drift.ts';
import { type DriftKind, DRIFTS } from '../../../../../shared/model/score.ts';
import { scoreAt, someScore } from './scores.ts';

/** A seeded generator (mulberry32), so that the runs below are the same every time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Deliveries whose place in the estimate's distribution (0 to 1) is drawn by `draw`: a true model draws evenly. */
function run(
  count: number,
  draw: (chance: number) => number,
  seed = 1,
): { state: DriftState; first: number | null } {
  const next = seeded(seed);
  let state = NO_DRIFT;
  let first: number | null = null;
  for (let index = 0; index < count; index += 1) {
    // The 80 % range of an even spread over days 0 to 10 is 1 to 9.
    const score = scoreAt({ p50: 5, lo80: 1, hi80: 9, lo90: 0.5, hi90: 9.5, deliveredAt: draw(next()) * 10 });
    state = watchDelivery(state, score);
    if (first === null && state.alarms.length > 0) first = index;
  }
  return { state, first };
}
const kinds = (state: DriftState): DriftKind[] =>
  [...new Set(state.alarms.map(({ kind }) => kind))].toSorted();

describe('alarms', () => {
  test('are rare while the estimates are true', () => {
    const alarms = [1, 2, 3, 4].map((seed) => run(5_000, (chance) => chance, seed).state.alarms.length);
    // Four kinds, 20,000 deliveries, at least 4,900 between false alarms of one kind: 16 would be the worst mean.
    expect(alarms.reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(8);
  });

  test('name what has changed, soon', () => {
    const slower = run(400, (chance) => chance * 0.6 + 0.4);
    expect(kinds(slower.state)).toContain('late');
    expect(slower.first).toBeLessThan(100);
    expect(kinds(run(400, (chance) => chance * 0.6).state)).toContain('early');
    const wilder = run(400, (chance) => (chance < 0.5 ? chance * 0.4 : 1 - (1 - chance) * 0.4));
    expect(kinds(wilder.state)).toEqual(['narrow']);
    expect(wilder.first).toBeLessThan(150);
    expect(kinds(run(400, (chance) => 0.3 + chance * 0.4).state)).toEqual(['wide']);
  });

  test('say since when: after the true time, before the change comes the calm', () => {
    const calm = run(1_000, (chance) => chance, 5);
    let state = { ...calm.state, alarms: [] as DriftState['alarms'] };
    for (let index = 0; index < 100 && state.alarms.length === 0; index += 1) {
      state = watchDelivery(state, { ...scoreAt({ p50: 5, deliveredAt: 8 + index / 10 }) });
    }
    const [alarm] = state.alarms;
    expect(alarm).toBeDefined();
    expect((alarm?.since ?? 0) < (alarm?.at ?? 0)).toBe(true);
  });
});

test('a sum stays between nothing and the limit, and survives as JSON', () => {
  fc.assert(
    fc.property(fc.array(someScore, { maxLength: 80 }), (scores) => {
      const state = scores.reduce(watchDelivery, NO_DRIFT);
      for (const kind of DRIFTS) {
        expect(state[kind].sum).toBeGreaterThanOrEqual(0);
        expect(state[kind].sum).toBeLessThan(DRIFT_LIMIT);
        expect(state[kind].since === null).toBe(state[kind].sum === 0);
      }
      expect(driftStateSchema.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
    }),
  );
});

test('a delivery exactly at the median says nothing about late or early', () => {
  const state = watchDelivery(NO_DRIFT, scoreAt({ p50: 5, deliveredAt: 5 }));
  expect([state.late, state.early]).toEqual([NO_DRIFT.late, NO_DRIFT.early]);
});
