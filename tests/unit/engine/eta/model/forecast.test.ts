import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combine, momentsOf } from '../../../../../main/engine/eta/model/combine.ts';
import type { Cells } from '../../../../../main/engine/eta/model/decay.ts';
import { learnStage, stageTerms, stageTime } from '../../../../../main/engine/eta/model/stage.ts';
import { priorOf } from '../../../../../main/engine/eta/model/priors.ts';
import { createModel, type ModelState } from '../../../../../main/engine/eta/model/state.ts';
import {
  learnPromise,
  tightnessOf,
  type Start,
  type Traits,
} from '../../../../../main/engine/eta/model/traits.ts';
import { forecast, learnWhole, riskAfter } from '../../../../../main/engine/eta/model/whole.ts';
import { untruncated } from '../../../../../main/engine/eta/model/truncation.ts';
import { walk } from '../../../../eval/lib/eta/walk.ts';
import { FIRST_DAY, world } from './world.ts';

const STAGES = ['HANDLING', 'TRANSIT'];
const start = (over: Partial<Start> = {}): Start => ({
  stage: 'HANDLING',
  at: FIRST_DAY + 90,
  weekday: 2,
  hour: 10,
  before: null,
  ...over,
});
const traits = (over: Partial<Traits> = {}): Traits => ({
  origin: 'HUB',
  destination: 'FAR',
  carrier: '',
  region: '',
  tightness: 0,
  ...over,
});
const learnt = walk(world({ seed: 21, days: 80, perDay: 25 }), FIRST_DAY + 60).state;
const copy = (state: ModelState): ModelState => JSON.parse(JSON.stringify(state)) as ModelState;

const anyTraits = fc.record({
  origin: fc.constantFrom('HUB', 'YARD', '', 'constructor', 'NEW'),
  destination: fc.constantFrom('NEAR', 'FAR', 'ISLE', '', '__proto__', 'NEW'),
  carrier: fc.constantFrom('', 'jt', 'toString'),
  region: fc.constantFrom('', 'CN>BR'),
  tightness: fc.double({ min: -1, max: 1, noNaN: true }),
});
const anyStart = fc.record({
  stage: fc.constantFrom('HANDLING', 'TRANSIT'),
  at: fc.double({ min: FIRST_DAY - 1_000, max: FIRST_DAY + 5_000, noNaN: true }),
  weekday: fc.integer({ min: 0, max: 6 }),
  hour: fc.integer({ min: 0, max: 23 }),
  before: fc.option(fc.double({ min: 0, max: 400, noNaN: true })),
});

describe('a forecast', () => {
  it('has finite points in order, never before its moment, and a risk between 0 and 1', () => {
    fc.assert(
      fc.property(
        anyTraits,
        anyStart,
        fc.double({ min: -10, max: 500, noNaN: true }),
        (parcel, from, days) => {
          for (const state of [createModel(), copy(learnt)]) {
            const told = forecast(state, from.stage === 'TRANSIT' ? ['TRANSIT'] : STAGES, parcel, from);
            const { lo90, lo80, p50, hi80, hi90 } = told.points;
            const points = [0, lo90, lo80, p50, hi80, hi90];
            expect(points.every(Number.isFinite)).toBe(true);
            expect(points.toSorted((a, b) => a - b)).toEqual(points);
            const risk = riskAfter(state, told, days);
            expect(risk).toBeGreaterThanOrEqual(0);
            expect(risk).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });

  it('is more sure to be late the shorter the promise', () => {
    const state = copy(learnt);
    const told = forecast(state, STAGES, traits(), start());
    const risks = [1, 5, 8, 12, 20, 40].map((days) => riskAfter(state, told, days));
    expect(risks.toSorted((a, b) => b - a)).toEqual(risks);
    expect(risks[0]).toBeGreaterThan(0.8);
    expect(risks.at(-1)).toBeLessThan(0.05);
  });

  it('is the same after its state has been to JSON and back, and goes on learning the same', () => {
    const here = copy(learnt);
    const there = copy(here);
    for (let step = 0; step < 50; step += 1) {
      const from = start({ at: FIRST_DAY + 90 + step, weekday: step % 7 });
      const destination = step % 2 === 0 ? 'FAR' : 'NEW';
      const outcomes = [here, copy(there)].map((state) => {
        const parcel = traits({ destination });
        const told = forecast(state, STAGES, parcel, from);
        learnStage(state, 'HANDLING', parcel, from, 1 + (step % 4), from.at + 3);
        learnWhole(state, STAGES, parcel, from, told, 9 + (step % 5), from.at + 12);
        return { told, state };
      });
      expect(outcomes[1]?.told).toEqual(outcomes[0]?.told);
      Object.assign(there, outcomes[1]?.state);
    }
    expect(there).toEqual(here);
  });

  it('begins from the documented prior where nothing is known', () => {
    const { location, spread } = stageTime(createModel(), 'TRANSIT', traits(), start(), FIRST_DAY);
    expect(Math.exp(location)).toBeCloseTo(priorOf('TRANSIT', '').days);
    expect(spread).toBeCloseTo(priorOf('TRANSIT', '').spread);
  });
});

describe('a stage', () => {
  it('takes the prior times the factor of each of its terms', () => {
    const terms = stageTerms(learnt, 'TRANSIT', traits({ tightness: 0.4 }), start(), FIRST_DAY + 90);
    const { location } = stageTime(learnt, 'TRANSIT', traits({ tightness: 0.4 }), start(), FIRST_DAY + 90);
    const sum = terms.reduce((total, { value }) => total + value, Math.log(priorOf('TRANSIT', '').days));
    expect(sum).toBeCloseTo(location, 12);
    expect(terms.find(({ name }) => name === 'lane')?.weight).toBeGreaterThan(20);
  });

  it('believes a lane of one parcel little and a lane of many much', () => {
    const state = copy(learnt);
    const days = (destination: string): number =>
      Math.exp(stageTime(state, 'TRANSIT', traits({ destination }), start(), FIRST_DAY + 90).location);
    const usual = days('NEW');
    const from = start({ stage: 'TRANSIT' });
    learnStage(state, 'TRANSIT', traits({ destination: 'NEW' }), from, usual * 3, FIRST_DAY + 90);
    const once = days('NEW');
    expect(once).toBeGreaterThan(usual);
    expect(once).toBeLessThan(usual * 1.6);
    for (let parcel = 0; parcel < 60; parcel += 1) {
      learnStage(state, 'TRANSIT', traits({ destination: 'NEW' }), from, usual * 3, FIRST_DAY + 90);
    }
    expect(days('NEW')).toBeGreaterThan(usual * 2.4);
  });

  it('reads a tight promise against what the lane is promised lately', () => {
    const parcel = { origin: 'HUB', destination: 'FAR', region: '' };
    expect(tightnessOf(learnt.promises, parcel, null)).toBe(0);
    expect(tightnessOf(learnt.promises, parcel, 5)).toBeLessThan(0);
    expect(tightnessOf(learnt.promises, parcel, 60)).toBeGreaterThan(0);
    expect(tightnessOf({}, parcel, 9)).toBe(0);
  });

  it('knows what a lane is promised that is seldom sold on when promises move for all', () => {
    const lanes = { busy: 10, seldom: 20 };
    const way = (destination: string, region = 'CN>BR') => ({ origin: 'HUB', destination, region });
    const promises: Cells = {};
    const sell = (day: number, by: number): void => {
      for (let sold = 0; sold < 20; sold += 1)
        learnPromise(promises, way('busy'), lanes.busy * by, FIRST_DAY + day);
      if (day % 10 === 0) learnPromise(promises, way('seldom'), lanes.seldom * by, FIRST_DAY + day);
    };
    for (let day = 0; day < 200; day += 1) sell(day, 1);
    expect(tightnessOf(promises, way('seldom'), lanes.seldom)).toBeCloseTo(0, 1);
    for (let day = 200; day < 240; day += 1) sell(day, 0.6);
    expect(tightnessOf(promises, way('busy'), lanes.busy * 0.6)).toBeCloseTo(0, 1);
    expect(tightnessOf(promises, way('seldom'), lanes.seldom * 0.6)).toBeCloseTo(0, 1);
    // Another market pair kept its habits: nothing is known of it.
    expect(tightnessOf(promises, way('elsewhere', 'CN>SG'), 8)).toBe(0);
  });
});

describe('stages together', () => {
  it('have the mean and the variance of their sum', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            location: fc.double({ min: -2, max: 3, noNaN: true }),
            spread: fc.double({ min: 0.05, max: 1.2, noNaN: true }),
          }),
          { minLength: 1, maxLength: 7 },
        ),
        (parts) => {
          const whole = momentsOf(combine(parts.map(momentsOf)));
          const sum = (key: 'mean' | 'variance'): number =>
            parts.reduce((total, part) => total + momentsOf(part)[key], 0);
          expect(whole.mean / sum('mean')).toBeCloseTo(1, 8);
          expect(whole.variance / sum('variance')).toBeCloseTo(1, 8);
        },
      ),
    );
  });
});

describe('early deliveries', () => {
  it('are put where they would stand among all, and keep their order', () => {
    const state = copy(learnt);
    const told = forecast(state, ['TRANSIT'], traits(), start({ stage: 'TRANSIT', before: 1 }));
    const { p50 } = told.points;
    expect(untruncated(state, told, 3, Number.POSITIVE_INFINITY)).toBe(3);
    expect(untruncated(state, told, 3, 400)).toBe(3);
    const seen = [0.4, 0.6, 0.8, 1].map((part) => untruncated(state, told, part * p50, p50));
    expect(seen.toSorted((a, b) => a - b)).toEqual(seen);
    expect(seen.at(-1)).toBeGreaterThan(p50);
  });
});
