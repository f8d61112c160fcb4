import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SLOTS } from '../../../../../main/engine/sync/schedule/activity.ts';
import { nextPrice, projected } from '../../../../../main/engine/sync/schedule/budget.ts';
import {
  dueAt,
  GIVE_UP,
  GIVE_UP_SILENT,
  LATEST,
  nextAsk,
  SOONEST,
  urgencyOf,
} from '../../../../../main/engine/sync/schedule/due.ts';
import {
  AGE_EDGES,
  type HazardState,
  learnWait,
  ratesOf,
  stepOf,
} from '../../../../../main/engine/sync/schedule/hazard.ts';
import { planBatches } from '../../../../../main/engine/sync/schedule/plan.ts';
import { asked, constant, DAY, FLAT, HOUR, MONDAY } from './asked.ts';

const plain = (from: number, to: number): number => (to - from) / HOUR;

describe('when the next scan comes', () => {
  const standing = { carrier: 'spx', lane: 'CN-TH', node: 'DEST_HUB_IN' } as const;

  test('steps of age begin at their lower edge', () => {
    expect(stepOf(0)).toBe(0);
    expect(stepOf(0.25)).toBe(1);
    expect(stepOf(10_000)).toBe(AGE_EDGES.length);
  });

  test('a parcel told in stretches teaches the same as one told at once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 400, noNaN: true }), { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        (cuts, ended) => {
          const stops = cuts.toSorted((a, b) => a - b).map((hours) => MONDAY + Math.round(hours * HOUR));
          const whole: HazardState = new Map();
          const parts: HazardState = new Map();
          const last = stops.at(-1) ?? MONDAY;
          learnWait(whole, standing, { lastScanAt: MONDAY, from: MONDAY, to: last, ended }, plain);
          let from = MONDAY;
          stops.forEach((to, index) => {
            const final = ended && index === stops.length - 1;
            learnWait(parts, standing, { lastScanAt: MONDAY, from, to, ended: final }, plain);
            from = to;
          });
          for (const [key, seen] of whole) {
            expect(parts.get(key)?.events).toEqual(seen.events);
            seen.hours.forEach((hours, step) =>
              expect(parts.get(key)?.hours[step] ?? NaN).toBeCloseTo(hours, 6),
            );
          }
        },
      ),
    );
  });

  test('learns the pace of a lane and leaves other lanes with the wider group', () => {
    const state: HazardState = new Map();
    for (let n = 0; n < 300; n += 1) {
      const wait = { lastScanAt: MONDAY, from: MONDAY, to: MONDAY + 5 * HOUR, ended: true };
      learnWait(state, standing, wait, plain);
      const slow = { ...wait, to: MONDAY + 50 * HOUR };
      learnWait(state, { ...standing, lane: 'CN-BR' }, slow, plain);
    }
    const step = stepOf(5);
    const quick = ratesOf(state, standing)[step] ?? 0;
    const slow = ratesOf(state, { ...standing, lane: 'CN-BR' })[step] ?? 0;
    const unseen = ratesOf(state, { ...standing, lane: 'CN-MX' })[step] ?? 0;
    expect(quick).toBeGreaterThan(unseen * 1.5);
    expect(slow).toBeLessThan(unseen / 1.5);
    // Every one of the quick lane's scans comes between four and six hours, at its fifth: one an hour of waiting there.
    expect(quick).toBeGreaterThan(0.8);
  });

  test('a wait that ends before it begins teaches nothing', () => {
    const state: HazardState = new Map();
    learnWait(state, standing, { lastScanAt: MONDAY, from: MONDAY, to: MONDAY - HOUR, ended: true }, plain);
    learnWait(state, standing, { lastScanAt: MONDAY, from: MONDAY - 2, to: MONDAY, ended: true }, plain);
    expect(state.size).toBe(0);
  });
});

describe('when to ask', () => {
  test('where scans are rare, the waits between questions go by the root of price and rate', () => {
    const wait = (rate: number, price: number): number =>
      (dueAt({ ...asked, rates: constant(rate) }, price) - MONDAY) / HOUR;
    // sqrt(2·0.25/0.004) = 11 h for the hours alone; that a scan is seen late brings it a little nearer.
    expect(wait(0.004, 0.25)).toBeGreaterThan(8);
    expect(wait(0.004, 0.25)).toBeLessThan(12);
    expect(wait(0.001, 0.25)).toBeGreaterThan(wait(0.004, 0.25) * 1.5);
  });

  test('dearer calls come later, dearer ignorance sooner, never outside the bounds', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 5, noNaN: true }),
        fc.double({ min: 0.05, max: 20, noNaN: true }),
        fc.double({ min: 0.25, max: 5, noNaN: true }),
        fc.integer({ min: 0, max: 200 }),
        (rate, price, urgency, waited) => {
          const parcel = { ...asked, askedAt: MONDAY + waited * HOUR, rates: constant(rate), urgency };
          const due = dueAt(parcel, price);
          expect(dueAt(parcel, price * 2)).toBeGreaterThanOrEqual(due);
          expect(dueAt({ ...parcel, urgency: urgency * 2 }, price)).toBeLessThanOrEqual(due);
          expect(due - parcel.askedAt).toBeGreaterThanOrEqual(SOONEST);
          expect(due - parcel.askedAt).toBeLessThanOrEqual(LATEST);
        },
      ),
    );
  });

  test('the question waits for the day where little is scanned at night', () => {
    const day = new Float64Array(SLOTS).map((_, slot) => (slot >= 32 && slot < 80 ? 2 : 0));
    const evening = { ...asked, askedAt: MONDAY + 20 * HOUR, rates: constant(0.01) };
    const due = dueAt({ ...evening, pace: { ...FLAT, day } }, 0.4);
    const flat = dueAt(evening, 0.4);
    expect(new Date(flat).getUTCHours()).toBeLessThan(8);
    expect(due).toBeGreaterThan(flat);
  });

  test('stakes raise the urgency, an end lowers it', () => {
    const calm = { terminal: false, outForDelivery: false, openCase: false, deadlineAt: null, now: MONDAY };
    expect(urgencyOf(calm)).toBe(1);
    expect(urgencyOf({ ...calm, outForDelivery: true })).toBeGreaterThan(1);
    expect(urgencyOf({ ...calm, openCase: true })).toBeGreaterThan(1);
    expect(urgencyOf({ ...calm, deadlineAt: MONDAY + DAY })).toBeGreaterThan(1);
    expect(urgencyOf({ ...calm, deadlineAt: MONDAY + 9 * DAY })).toBe(1);
    expect(urgencyOf({ ...calm, terminal: true, openCase: true })).toBeLessThan(1);
  });

  test('ended parcels are asked about less and less, and at last not at all', () => {
    const after = (days: number): number | null =>
      nextAsk({ ...asked, askedAt: MONDAY + days * DAY, rates: constant(0.1) }, 1, true);
    expect(after(0)).toBe(MONDAY + 2 * DAY);
    expect(after(3)).toBe(MONDAY + 9 * DAY);
    expect(after(14)).toBe(MONDAY + 42 * DAY);
    expect(after(GIVE_UP / DAY + 1)).toBeNull();
    const silent = { ...asked, askedAt: MONDAY + GIVE_UP_SILENT + HOUR, rates: constant(0.1) };
    expect(nextAsk(silent, 1, false)).toBeNull();
  });
});

describe('the budget', () => {
  const budget = { from: MONDAY, to: MONDAY + 30 * DAY, allowed: 1_000, used: 400 };

  test('projects the pace of the last hours to the end', () => {
    expect(projected(budget, { hours: 24, used: 20 }, MONDAY + 10 * DAY)).toBe(800);
    expect(projected(budget, { hours: 0, used: 0 }, MONDAY + 10 * DAY)).toBe(400);
  });

  test('the price rises when too much would be used, falls when calls would be left, and ends with the budget', () => {
    expect(nextPrice(1, 1_600, budget)).toBeGreaterThan(1);
    expect(nextPrice(1, 700, budget)).toBeLessThan(1);
    expect(nextPrice(1, 1_000, budget)).toBe(1);
    expect(nextPrice(1, 99_999, budget)).toBe(2);
    expect(nextPrice(1, 1_000, { ...budget, used: 1_000 })).toBe(Infinity);
    expect(nextPrice(Infinity, 700, budget)).toBeLessThan(48);
  });
});

describe('the plan', () => {
  const candidate = (id: string, dueHours: number, askedHours = 0) => ({
    id,
    dueAt: MONDAY + dueHours * HOUR,
    askedAt: MONDAY + askedHours * HOUR,
  });
  const now = MONDAY + 10 * HOUR;

  test('the most overdue come first, within the calls allowed', () => {
    const all = [candidate('late', 9), candidate('later', 5), candidate('latest', 1), candidate('soon', 40)];
    expect(planBatches(all, { batch: 1, calls: 2 }, now)).toEqual([['latest'], ['later']]);
  });

  test('a batch that is sent anyway takes along those whose time has half come', () => {
    const all = [candidate('due', 9), candidate('half', 15), candidate('fresh', 100)];
    expect(planBatches(all, { batch: 40, calls: 5 }, now)).toEqual([['due', 'half']]);
    expect(planBatches([candidate('half', 15)], { batch: 40, calls: 5 }, now)).toEqual([]);
    expect(planBatches(all, { batch: 40, calls: 0 }, now)).toEqual([]);
  });

  test('nobody is asked about twice, nobody who is not a candidate', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 0, max: 9 }),
        (dues, batch, calls) => {
          const all = dues.map((hours, index) => candidate(String(index), hours));
          const batches = planBatches(all, { batch, calls }, now);
          const flat = batches.flat();
          expect(new Set(flat).size).toBe(flat.length);
          expect(batches.length).toBeLessThanOrEqual(calls);
          expect(batches.every((one) => one.length <= batch && one.length > 0)).toBe(true);
        },
      ),
    );
  });
});
