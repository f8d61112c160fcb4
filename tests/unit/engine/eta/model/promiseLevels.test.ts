import { describe, expect, it } from 'vitest';
import { Reading, timesOf } from '../../../../../main/engine/eta/model/reading.ts';
import { learnStage, stageTerms, stageTime } from '../../../../../main/engine/eta/model/stage.ts';
import { createModel } from '../../../../../main/engine/eta/model/state.ts';
import { promiseLevelOf, type Start } from '../../../../../main/engine/eta/model/traits.ts';
import { begun, traits } from './history.ts';
import { seeded } from './world.ts';

const DAYS = 300;
const after = (at: number): Start & { stage: 'LAST_MILE' } => ({
  ...begun('LAST_MILE', at),
  stage: 'LAST_MILE',
  before: 2,
});

/**
 * One lane on which a tight promise tells the town (1 day) from the country beyond it (3 days), and one on which it tells
 * nothing.
 */
function townAndCountry() {
  const state = createModel();
  const chance = seeded(11);
  for (let parcel = 0; parcel < 4 * DAYS; parcel += 1) {
    const at = 19_000 + parcel / 4;
    const tightness = chance() - 0.5;
    const noise = Math.exp(0.3 * (chance() + chance() - 1));
    const town = { ...traits, tightness };
    learnStage(state, 'LAST_MILE', town, after(at), (tightness < 0 ? 1 : 3) * noise, at);
    const flat = { ...traits, destination: 'TH', tightness };
    learnStage(state, 'LAST_MILE', flat, after(at), 2 * noise, at);
  }
  return state;
}

describe('levels of a promise', () => {
  const state = townAndCountry();
  const at = 19_000 + DAYS;
  const usual = (destination: string, tightness: number, start = after(at)): number =>
    Math.exp(stageTime(state, 'LAST_MILE', { ...traits, destination, tightness }, start, at).location);

  it('are ten per cent wide, end on either side, and are none without a promise', () => {
    expect([-0.95, -0.31, -0.01, 0.01, 0.19, 0.9].map(promiseLevelOf)).toEqual([-4, -4, -1, 0, 1, 3]);
    expect(promiseLevelOf(0)).toBeNull();
  });

  it('tell a step on the lane that has one, close to the step too, and leave the other lane alone', () => {
    for (const near of [0.04, 0.3]) {
      expect(usual('MY', -near)).toBeGreaterThan(0.75);
      expect(usual('MY', -near)).toBeLessThan(1.35);
      expect(usual('MY', near)).toBeGreaterThan(2.4);
      expect(usual('MY', near)).toBeLessThan(3.5);
      expect(usual('TH', near) / usual('TH', -near)).toBeLessThan(1.35);
    }
  });

  it('belong to a stage that begins after another; seen from elsewhere there is the slope alone', () => {
    const named = (start: Start): string[] =>
      stageTerms(state, 'LAST_MILE', { ...traits, tightness: 0.2 }, start, at)
        .map(({ name }) => name)
        .filter((name) => name.startsWith('promise'));
    expect(named(after(at))).toEqual(['promiseLevel', 'promiseLane', 'promise']);
    expect(named({ ...after(at), before: null })).toEqual(['promise']);
    expect(named({ ...after(at), stage: 'IMPORT' })).toEqual(['promise']);
  });

  it('are read for many parcels at once as for one', () => {
    const reading = new Reading(state, at);
    for (const tightness of [-0.4, -0.05, 0, 0.05, 0.4]) {
      for (const start of [after(at - 0.3), { ...after(at - 0.3), before: null }]) {
        const parcel = { ...traits, tightness };
        const [first] = timesOf(reading, parcel, start);
        const alone = stageTime(state, 'LAST_MILE', parcel, start, at);
        expect(first?.time.location).toBeCloseTo(alone.location, 12);
        expect(first?.time.spread).toBe(alone.spread);
      }
    }
  });
});
