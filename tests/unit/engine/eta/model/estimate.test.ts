import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Stage } from '../../../../../shared/model/node.ts';
import { asInstant, DAY } from '../../../../../shared/time.ts';
import { agrees, recomputeP50 } from '../../../../../main/engine/eta/explanation/recompute.ts';
import { estimate, type Context } from '../../../../../main/engine/eta/model/estimate.ts';
import { learnGap, staleAfter } from '../../../../../main/engine/eta/model/gaps.ts';
import type { Hazard, StageWindow } from '../../../../../main/engine/eta/model/hazards.ts';
import { begunStages, ROUTE, stagesFrom, type Begun } from '../../../../../main/engine/eta/model/journey.ts';
import { regionOf } from '../../../../../main/engine/eta/model/priors.ts';
import { Reading, timesOf } from '../../../../../main/engine/eta/model/reading.ts';
import { remaining } from '../../../../../main/engine/eta/model/remaining.ts';
import { createModel, type ModelState } from '../../../../../main/engine/eta/model/state.ts';
import { stageTime } from '../../../../../main/engine/eta/model/stage.ts';
import { forecast } from '../../../../../main/engine/eta/model/whole.ts';
import {
  begun,
  context,
  FIRST,
  handedLate,
  known,
  NOW,
  parcelAt,
  restsOn,
  told,
  traits,
  weekday,
} from './history.ts';

const warnings = (windows: readonly StageWindow[], many: number): Hazard[] =>
  Array.from({ length: many }, (_, index): Hazard => ({
    ...{ kind: 'weather', place: 'Penang', chance: 0.5, days: 1, longestDays: 3 },
    weather: {
      ...{ from: '2022-04-11', to: '2022-04-12', level: 'severe', kind: 'wind', placeZh: '槟城' },
      stage: windows[index % windows.length]?.stage ?? 'LAST_MILE',
    },
  }));
const width = ({ lo80, hi80 }: { lo80: number; hi80: number }): number => hi80 - lo80;

describe('an estimate', () => {
  it('tells at the begin of each stage the very range that is learnt from, stages that are hardly seen or not', () => {
    for (const stage of ROUTE) {
      const made = told(known, parcelAt(stage, 0));
      const { points } = forecast(known, stagesFrom(stage), traits, begun(stage, NOW));
      for (const [point, days] of Object.entries(points)) {
        expect(
          Math.abs(made[point as keyof typeof points] - (NOW + days) * DAY),
          `${stage} ${point}`,
        ).toBeLessThan(2);
      }
    }
  });

  it('is the number that its own terms and adjustments give, whatever happens to the parcel', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ROUTE),
        fc.double({ min: 0, max: 60, noNaN: true }),
        fc.option(fc.constantFrom('silence', 'customs-hold', 'delivery-failed', 'return-started' as const)),
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 0, max: 3 }),
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        (stage, age, openCase, weather, holidays, cold, rests, late) => {
          const parcel = late ? handedLate(age) : parcelAt(stage, age);
          const made = told(cold ? createModel() : known, parcel, {
            openCase,
            hazards: weather > 0 ? (windows) => warnings(windows, weather) : null,
            daysOff: (where) =>
              where === 'LAST_MILE'
                ? Array.from({ length: holidays }, () => ({
                    date: '2022-05-02',
                    name: null,
                    country: 'MY',
                    state: null,
                    tentative: false,
                    why: 'holiday',
                  }))
                : [],
            rests: (where) => (where === 'LAST_MILE' ? holidays : 0),
            delivers: rests ? restsOn(6) : null,
          });
          expect(Math.abs(recomputeP50(made) - made.p50)).toBeLessThanOrEqual(1);
          expect(agrees(made)).toBe(true);
          const order = [made.base, made.lo90, made.lo80, made.p50, made.hi80, made.hi90];
          expect(order.toSorted((a, b) => a - b)).toEqual(order);
          expect(made.pLate).toBeGreaterThanOrEqual(0);
          expect(made.pLate).toBeLessThanOrEqual(1);
          const first = late ? 'FIRST_MILE' : stage;
          expect(made.terms.map((term) => term.stage)).toEqual(ROUTE.slice(ROUTE.indexOf(first)));
          if (rests) expect(order.slice(1).filter((at) => weekday(at) === 6)).toEqual([]);
        },
      ),
    );
  });

  it("tells a prior from a pooled and a lane's own history, with the sample", () => {
    const cold = told(createModel(), parcelAt('ORIGIN', 0.2));
    expect(cold.cold).toBe(true);
    expect(cold.terms.every(({ basis, sample }) => basis === 'prior' && sample === 0)).toBe(true);
    const own = told(known, parcelAt('ORIGIN', 0.2));
    expect(own.cold).toBe(false);
    expect(own.terms[0]).toMatchObject({ stage: 'ORIGIN', basis: 'lane' });
    expect(own.terms[0]?.sample).toBeGreaterThan(100);
    const elsewhere = { ...traits, destination: 'NEW', carrier: '' };
    expect(told(known, parcelAt('ORIGIN', 0.2, { traits: elsewhere })).terms[0]?.basis).toBe('pooled');
  });

  it('comes near the truth of the history, and adds nothing for a stage that no parcel is seen in', () => {
    const made = told(known, parcelAt('LINEHAUL', 0));
    const left = (made.p50 - made.base) / DAY;
    expect(left).toBeGreaterThan(4.9);
    expect(left).toBeLessThan(6.6);
    const begin = told(known, parcelAt('ORIGIN', 0));
    const unseen = begin.terms.find((term) => term.stage === 'EXPORT');
    expect(unseen?.usualMs).toBeLessThan(0.1 * DAY);
    // Its words say so: what remains of it is a matter of those few that show it.
    expect(unseen?.chance).toBeLessThan(0.2);
    expect(begin.terms[0]?.chance).toBe(1);
  });

  it('moves on with the stages and with time', () => {
    const seen = ROUTE.filter((stage) => stage !== 'EXPORT');
    const lefts = seen.map((stage) => told(known, parcelAt(stage, 0)).p50);
    expect(lefts.toSorted((a, b) => b - a)).toEqual(lefts);
    const early = told(known, parcelAt('LINEHAUL', 0.1));
    const waited = told(known, parcelAt('LINEHAUL', 4));
    expect(waited.terms[0]?.usualMs).toBeLessThan(early.terms[0]?.usualMs ?? 0);
    expect(waited.p50 - waited.base + 4 * DAY).toBeGreaterThan(early.p50 - early.base);
    expect(waited.pLate).toBeLessThan(1);
    const over = asInstant((NOW - 1) * DAY);
    expect(told(known, parcelAt('LINEHAUL', 4, { promise: over })).pLate).toBe(1);
  });

  it('is wider in trouble and names the reason', () => {
    const calm = told(known, parcelAt('IMPORT', 0.5));
    const held = told(known, parcelAt('IMPORT', 0.5), { openCase: 'customs-hold' });
    expect(width(held)).toBeGreaterThan(1.5 * width(calm));
    expect(held.p50).toBeGreaterThan(calm.p50);
    expect(held.adjustments.find(({ kind }) => kind === 'open-case')?.caseKind).toBe('customs-hold');
  });

  it('takes warnings in last: nothing becomes earlier, and what each adds is told beside it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ROUTE),
        fc.double({ min: 0, max: 30, noNaN: true }),
        fc.integer({ min: 1, max: 4 }),
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        fc.double({ min: 0.1, max: 4, noNaN: true }),
        fc.boolean(),
        (stage, age, many, chance, usual, cold) => {
          const state = cold ? createModel() : known;
          const calm = told(state, parcelAt(stage, age));
          const warned = told(state, parcelAt(stage, age), {
            hazards: (windows) =>
              warnings(windows, many).map((each) => ({
                ...each,
                chance,
                days: usual,
                longestDays: 3 * usual,
              })),
          });
          expect([warned.lo90, warned.lo80]).toEqual([calm.lo90, calm.lo80]);
          for (const point of ['p50', 'hi80', 'hi90'] as const) {
            expect(warned[point]).toBeGreaterThanOrEqual(calm[point]);
          }
          expect(warned.pLate).toBeGreaterThanOrEqual((calm.pLate ?? 0) - 1e-9);
          const added = warned.adjustments.slice(calm.adjustments.length);
          expect(warned.adjustments.slice(0, calm.adjustments.length)).toEqual(calm.adjustments);
          expect(added.map(({ kind }) => kind)).toEqual(Array.from({ length: many }, () => 'weather'));
          const sum = (of: (adjustment: (typeof added)[number]) => number): number =>
            added.reduce((all, each) => all + of(each), 0);
          expect(Math.abs(sum(({ addMs }) => addMs) - (warned.p50 - calm.p50))).toBeLessThanOrEqual(1);
          expect(
            Math.abs(sum(({ weather }) => weather?.widerMs ?? 0) - (warned.hi80 - calm.hi80)),
          ).toBeLessThanOrEqual(many + 1);
          // Without them, the same law gives the estimate as it was.
          expect(
            Math.abs(recomputeP50({ ...warned, adjustments: calm.adjustments }) - calm.p50),
          ).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('widens more than it moves under a storm, and is the same to the byte without one', () => {
    const calm = told(known, parcelAt('IMPORT', 0.5));
    const storm = told(known, parcelAt('IMPORT', 0.5), { hazards: (windows) => warnings(windows, 1) });
    expect(width(storm)).toBeGreaterThan(1.1 * width(calm));
    expect(storm.hi80 - calm.hi80).toBeGreaterThan(storm.p50 - calm.p50);
    expect(storm.adjustments.at(-1)).toMatchObject({
      place: 'Penang',
      weather: { stage: 'IMPORT', level: 'severe' },
    });
    expect(JSON.stringify(told(known, parcelAt('IMPORT', 0.5), { hazards: () => [] }))).toBe(
      JSON.stringify(calm),
    );
    expect(JSON.stringify(calm)).not.toContain('weather');
  });

  it('asks for warnings over the stages that are left, one after another, and not for an ended parcel', () => {
    const asked: StageWindow[][] = [];
    const hazards: Context['hazards'] = (windows) => {
      asked.push([...windows]);
      return [];
    };
    const made = told(known, parcelAt('EXPORT', 0.5), { hazards });
    told(known, parcelAt('EXPORT', 0.5, { ended: true }), { hazards });
    expect(asked).toHaveLength(1);
    expect(asked[0]?.map(({ stage }) => stage)).toEqual(made.terms.map(({ stage }) => stage));
    expect(asked[0]?.[0]?.from).toBe(made.base);
    for (const [index, { to }] of (asked[0] ?? []).entries()) {
      expect(to).toBe(asked[0]?.[index + 1]?.from ?? to);
    }
  });

  it('is withheld once the last scan is older than nine of ten gaps of the lane, and says since when', () => {
    const state = JSON.parse(JSON.stringify(known)) as ModelState;
    for (let scan = 0; scan < 400; scan += 1) learnGap(state.gaps, 'LINEHAUL', traits, 0.5 + (scan % 3), NOW);
    const limit = staleAfter(state.gaps, 'LINEHAUL', traits, NOW);
    expect(limit).toBeGreaterThan(1.5);
    expect(limit).toBeLessThan(4.5);
    const scanned = (ago: number) =>
      told(state, parcelAt('LINEHAUL', ago, { lastScanAt: asInstant(Math.round((NOW - ago) * DAY)) }))
        .withheld;
    expect(scanned(limit - 0.01)).toBeNull();
    const withheld = scanned(limit + 2);
    expect(withheld?.reason).toBe('stale-input');
    expect(withheld?.since).toBe(Math.round((NOW - limit - 2) * DAY));
    expect(told(state, parcelAt('LINEHAUL', 1, { ended: true })).withheld?.reason).toBe('ended');
    expect(estimate(new Reading(state, NOW), parcelAt('INFO', 1, { start: null }), context())).toBeNull();
  });

  it('begins with the prior of the market pair: near, far and inland', () => {
    const left = (origin: string, market: string): number => {
      const region = regionOf(origin, market);
      const made = told(
        createModel(),
        parcelAt('ORIGIN', 0, { traits: { ...traits, origin, destination: market, region } }),
      );
      return (made.p50 - made.base) / DAY;
    };
    expect(left('CN', 'SG')).toBeLessThan(left('CN', 'ID'));
    expect(left('CN', 'ID')).toBeLessThan(left('CN', 'BR'));
    expect(left('BR', 'BR')).toBeLessThan(left('CN', 'MY'));
    expect(left('CN', 'somewhere')).toBeGreaterThan(3);
  });

  it('reads each stage as the model tells it for itself', () => {
    const start = { ...begun('FIRST_MILE', NOW - 0.3), before: 2.2 };
    const parcel = { ...traits, tightness: 0.3 };
    for (const { lane, time } of timesOf(new Reading(known, NOW), parcel, start)) {
      const alone = stageTime(known, lane.stage, parcel, start, NOW);
      expect(time.location).toBeCloseTo(alone.location, 10);
      expect(time.spread).toBeCloseTo(alone.spread, 10);
    }
  });

  it('changes nothing in the model', () => {
    const before = JSON.stringify(known);
    told(known, parcelAt('EXPORT', 3), { openCase: 'silence' });
    told(known, parcelAt('EXPORT', 3, { traits: { ...traits, region: 'CN>CL', destination: 'CL' } }));
    expect(JSON.stringify(known)).toBe(before);
  });
});

describe('what is left of a stage', () => {
  it('is the mean and the quantiles of those that last as long (against numbers summed by hand)', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1, max: 2.5, noNaN: true }),
        fc.double({ min: 0.2, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1.2, noNaN: true }),
        (location, spread, z) => {
          const age = z === 0 ? 0 : Math.exp(location + spread * (z - 0.4));
          const rest = remaining({ location, spread }, age);
          let weight = 0;
          let sum = 0;
          let below = 0;
          for (let x = -6; x < 8; x += 0.002) {
            const value = Math.exp(location + spread * x);
            if (value <= age) continue;
            const density = Math.exp((-x * x) / 2);
            weight += density;
            sum += density * (value - age);
            if (value - age <= rest.median) below += density;
          }
          expect(rest.mean / (sum / weight)).toBeCloseTo(1, 1);
          expect(below / weight).toBeCloseTo(0.5, 1);
          expect(rest.low <= rest.median && rest.median <= rest.high && rest.variance > 0).toBe(true);
        },
      ),
    );
  });
});

describe('a journey', () => {
  it('begins each stage once, in the order of the route, whatever the scans say', () => {
    const at = (stage: Stage, day: number): Begun => begun(stage, FIRST + day);
    const stages = begunStages([
      at('LAST_MILE', 9),
      at('LINEHAUL', 4),
      at('ORIGIN', 2),
      at('LINEHAUL', 6),
      at('EXPORT', 1),
      at('CLOSE', 12),
    ]);
    expect(stages.map(({ stage, at: day }) => [stage, day - FIRST])).toEqual([
      ['ORIGIN', 2],
      ['LINEHAUL', 4],
      ['LAST_MILE', 9],
    ]);
  });
});
