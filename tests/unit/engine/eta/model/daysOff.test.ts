import { describe, expect, it } from 'vitest';
import {
  DAY_OFF_COST,
  dayOffCost,
  daysOffAhead,
  daysOffMet,
  type DaysOff,
  NO_DAYS_OFF,
  sumOfDays,
} from '../../../../../main/engine/eta/model/daysOff.ts';
import { type Begun, learnStages, ROUTE, stagesFrom } from '../../../../../main/engine/eta/model/journey.ts';
import { stageTime } from '../../../../../main/engine/eta/model/stage.ts';
import { createModel, type ModelState } from '../../../../../main/engine/eta/model/state.ts';
import { forecast } from '../../../../../main/engine/eta/model/whole.ts';
import { asInstant, DAY } from '../../../../../shared/time.ts';
import { begun, experienced, known, NOW, parcelAt, told, traits } from './history.ts';

const DATE = { name: null, country: 'CN', state: null, tentative: false, why: 'holiday' } as const;

/** Days off in the places of the given stages, in a zone without an offset. */
function restsOn(days: readonly number[], stages: readonly string[] = ROUTE): DaysOff {
  return (stage, from, to, last) =>
    sumOfDays('UTC', from, to, last, (first, end) => {
      const within = stages.includes(stage) ? days.filter((day) => day >= first && day <= end) : [];
      if (within.length === 0) return null;
      return { count: within.length, first: within[0] === first, last: within.at(-1) === end };
    });
}
const run = (from: number, days: number): number[] => Array.from({ length: days }, (_, n) => from + n);

describe('days off', () => {
  it('count what is left of the day one begins on, and the day one ends on whole or as far as it is gone', () => {
    const off = restsOn([100, 101]);
    expect(off('ORIGIN', 98, 99.9)).toBe(0);
    expect(off('ORIGIN', 99.5, 100.25)).toBe(1);
    expect(off('ORIGIN', 99.5, 100.25, 'part')).toBeCloseTo(0.25, 9);
    expect(off('ORIGIN', 100.25, 101.5)).toBeCloseTo(1.75, 9);
    expect(off('ORIGIN', 100.25, 100.75, 'part')).toBeCloseTo(0.5, 9);
    expect(off('ORIGIN', 100.25, 103, 'part')).toBeCloseTo(1.75, 9);
  });

  it('are all met by a parcel that waits for their end, and by none that goes on before', () => {
    const off = restsOn(run(100, 8));
    expect(daysOffMet({ stage: 'ORIGIN', usual: 1, cost: 1 }, 98.5, off)).toBe(0);
    expect(daysOffMet({ stage: 'ORIGIN', usual: 1, cost: 1 }, 99.5, off)).toBe(8);
    // Where a day off costs a part of a day, work goes on through them.
    expect(daysOffMet({ stage: 'ORIGIN', usual: 1, cost: 0.3 }, 99.5, off)).toBe(1);
    expect(daysOffMet({ stage: 'ORIGIN', usual: 1, cost: 0 }, 99.5, off)).toBe(1);
  });

  it('make a sum longer and wider, also where only the slow ones meet them, and leave it where nobody does', () => {
    const legs = [
      { stage: 'ORIGIN', usual: 2, cost: 1 },
      { stage: 'IMPORT', usual: 2, cost: 1 },
    ];
    const sum = { location: Math.log(4), spread: 0.3 };
    expect(daysOffAhead(legs, sum, 100, restsOn([120]))).toBeNull();
    expect(daysOffAhead(legs, sum, 100, NO_DAYS_OFF)).toBeNull();
    const allMeet = daysOffAhead(legs, sum, 100, restsOn([101]));
    expect(allMeet?.mean).toBeCloseTo(1, 9);
    expect(allMeet?.variance).toBeCloseTo(0, 9);
    // Four days lead to day 104; one in ten takes 5.9.
    const slowMeet = daysOffAhead(legs, sum, 100, restsOn(run(105, 5)));
    expect(slowMeet?.mean).toBeCloseTo(0.3 * 5, 9);
    expect(slowMeet?.variance).toBeGreaterThan(5);
  });
});

/** What a seller learns whose ORIGIN rests on the first eight days of each forty, or to whom these days are nothing. */
function learnt(rests: boolean, tell: boolean): ModelState {
  const state = createModel();
  for (let parcel = 0; parcel < 1_500; parcel += 1) {
    const at = 20_000 + parcel / 8;
    const [usual, span] = [1.2 + (parcel % 7) / 10, 40];
    let end = at + usual;
    const first = Math.floor(end / span) * span;
    if (rests && end < first + 8) end = first + 8 + (end - Math.max(at, first));
    const starts: Begun[] = [begun('ORIGIN', at), begun('LINEHAUL', end)];
    const days = [0, 1, 2, 3, 4, 5, 6].flatMap((period) => run((500 + period) * span, 8));
    learnStages(state, traits, starts, end + 3, end + 3, tell ? restsOn(days, ['ORIGIN']) : NO_DAYS_OFF);
  }
  return state;
}
const usual = (state: ModelState): number =>
  Math.exp(stageTime(state, 'ORIGIN', traits, begun('ORIGIN', 20_190), 20_190).location);

describe('the cost of a day off', () => {
  it('is our own assumption until it is learnt, then what it is: a day where all rest, nothing where nobody does', () => {
    expect(dayOffCost({}, 'ORIGIN', traits, 20_190)).toBe(DAY_OFF_COST);
    expect(dayOffCost(learnt(true, true).daysOff, 'ORIGIN', traits, 20_190)).toBeGreaterThan(0.85);
    expect(dayOffCost(learnt(true, true).daysOff, 'ORIGIN', traits, 20_190)).toBeLessThan(1.25);
    expect(dayOffCost(learnt(false, true).daysOff, 'ORIGIN', traits, 20_190)).toBeLessThan(0.15);
  });

  it('is kept out of the usual time of the stage', () => {
    const [calm, resting, untold] = [learnt(false, false), learnt(true, true), learnt(true, false)].map(
      usual,
    );
    expect(Math.abs(Math.log((resting ?? 0) / (calm ?? 1)))).toBeLessThan(0.07);
    expect(Math.log((untold ?? 0) / (calm ?? 1))).toBeGreaterThan(0.12);
  });
});

describe('an estimate over days off', () => {
  const days = [...run(NOW + 1, 5), NOW + 9];
  const around = (off: DaysOff) => ({ rests: off, daysOff: () => [{ ...DATE, date: '2022-04-12' }] });

  it('tells the very range that is learnt from, at the begin of a stage and after a day off in it', () => {
    const state = experienced(700);
    for (const stage of ROUTE) {
      for (const waited of [0, 1]) {
        const off = restsOn([NOW - 1, ...days]);
        const { points } = forecast(
          state,
          stagesFrom(stage),
          traits,
          begun(stage, NOW - waited),
          { waited, trouble: null },
          off,
        );
        const made = told(state, parcelAt(stage, waited), around(off));
        for (const [point, after] of Object.entries(points)) {
          const far = Math.abs(made[point as keyof typeof points] - (NOW + after) * DAY);
          expect(far, `${stage} ${waited} ${point}`).toBeLessThan(2);
        }
      }
    }
  });

  it('is later and wider, and says by how much', () => {
    const calm = told(known, parcelAt('ORIGIN', 0));
    const made = told(known, parcelAt('ORIGIN', 0), around(restsOn(days)));
    expect((made.p50 - calm.p50) / DAY).toBeGreaterThan(2);
    const adds = made.adjustments.find(({ kind }) => kind === 'holiday')?.addMs ?? 0;
    expect(adds / DAY).toBeGreaterThan(2);
    expect(calm.adjustments.some(({ kind }) => kind === 'holiday')).toBe(false);
  });

  it('takes a parcel that stood still over days off for one that has just come', () => {
    const off = restsOn(run(NOW - 4, 4));
    const stood = told(known, parcelAt('ORIGIN', 4.2), around(off));
    const waited = told(known, parcelAt('ORIGIN', 4.2));
    const fresh = told(known, parcelAt('ORIGIN', 4.2 - 4 * DAY_OFF_COST));
    const far = ({ p50 }: { p50: number }): number => Math.abs(stood.p50 - p50) / DAY;
    // They began on other weekdays.
    expect(far(fresh)).toBeLessThan(0.2);
    expect(far(waited)).toBeGreaterThan(2 * far(fresh));
  });

  it('withholds no date because nobody scanned on days off', () => {
    const parcel = parcelAt('ORIGIN', 8, { lastScanAt: asInstant((NOW - 8) * DAY) });
    expect(told(known, parcel).withheld).not.toBeNull();
    expect(told(known, parcel, around(restsOn(run(NOW - 8, 8)))).withheld).toBeNull();
  });
});
