import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ActivityState,
  busyHours,
  learnScan,
  type Pace,
  paceAt,
  paceOf,
  SLOTS,
  slotOf,
  weekdayOf,
} from '../../../../../main/engine/sync/schedule/activity.ts';
import {
  type Company,
  companyOf,
  heardMove,
  heardNothing,
  togetherness,
} from '../../../../../main/engine/sync/schedule/company.ts';
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

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Monday, 00:00 UTC. */
const MONDAY = Date.UTC(2026, 0, 5);
const MINUTE = 60_000;
const FLAT: Pace = { day: new Float64Array(SLOTS).fill(1), week: new Float64Array(7).fill(1) };
const plain = (from: number, to: number): number => (to - from) / HOUR;
const constant = (rate: number): Float64Array => new Float64Array(AGE_EDGES.length + 1).fill(rate);
const asked = {
  lastScanAt: MONDAY,
  askedAt: MONDAY,
  pace: FLAT,
  offsetHours: 0,
  urgency: 1,
  company: null,
};

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

describe('the week', () => {
  test('the clock and the weekday are local', () => {
    expect(slotOf(MONDAY, 0)).toBe(0);
    expect(slotOf(MONDAY + 20 * MINUTE, 8)).toBe(33);
    expect(weekdayOf(MONDAY, 0)).toBe(0);
    expect(weekdayOf(MONDAY, -3)).toBe(6);
  });

  test('the pace is 1 on average and high when scans happen', () => {
    const state: ActivityState = new Map();
    for (let day = 0; day < 60; day += 1) learnScan(state, ['all', 'spx'], MONDAY + day * DAY + 10 * HOUR, 0);
    const pace = paceOf(state, ['all', 'spx']);
    expect(busyHours(pace, 0, MONDAY, MONDAY + 7 * DAY)).toBeCloseTo(168, 6);
    expect(paceAt(pace, 0, MONDAY + 10 * HOUR)).toBeGreaterThan(10);
    expect(paceAt(pace, 0, MONDAY + 3 * HOUR)).toBeLessThan(0.6);
    // The same clock in another zone is another moment.
    expect(paceAt(pace, 8, MONDAY + 2 * HOUR)).toBeCloseTo(paceAt(pace, 0, MONDAY + 10 * HOUR), 9);
  });

  test('a group never seen has the pace of the wider one, and the flat one at last', () => {
    const state: ActivityState = new Map();
    for (let day = 0; day < 60; day += 1) learnScan(state, ['all'], MONDAY + day * DAY + 10 * HOUR, 0);
    expect(paceOf(state, ['all', 'unheard of'])).toEqual(paceOf(state, ['all']));
    expect(paceAt(paceOf(state, ['unheard of']), 0, MONDAY)).toBe(1);
  });
});

describe('when to ask', () => {
  test('a constant rate gives the square-root rule', () => {
    const rate = 0.02;
    const due = dueAt({ ...asked, rates: constant(rate) }, 1);
    // sqrt(2·1/0.02) = 10 h; the chance of a second scan that nobody waits for makes it a little later.
    expect((due - MONDAY) / HOUR).toBeGreaterThanOrEqual(10);
    expect((due - MONDAY) / HOUR).toBeLessThan(11);
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

describe('company', () => {
  const rates = constant(0.05);
  const alone = { ...asked, rates };
  const inCompany = (share: number, askedAt: number, movedAt: number | null) => ({
    ...alone,
    company: { share, askedAt, movedAt },
  });

  test('an answer about another parcel of the company puts the question off, the more the closer they travel', () => {
    const later = MONDAY + 6 * HOUR;
    const due = dueAt(alone, 1);
    const loose = dueAt(inCompany(0.3, later, null), 1);
    const close = dueAt(inCompany(0.9, later, null), 1);
    expect(loose).toBeGreaterThan(due);
    expect(close).toBeGreaterThan(loose);
  });

  test('when another has moved on, the question comes at once', () => {
    const moved = dueAt(inCompany(0.9, MONDAY + 6 * HOUR, MONDAY + 2 * HOUR), 1);
    expect(moved).toBeLessThan(dueAt(alone, 1));
    expect((moved - MONDAY) / HOUR).toBeLessThan(4);
  });

  test('one that was asked after the others moved, and had not, travels alone', () => {
    const left = { ...inCompany(0.9, MONDAY + 6 * HOUR, MONDAY - HOUR) };
    expect(dueAt(left, 1)).toBe(dueAt(alone, 1));
  });

  test('learns which nodes are left together', () => {
    const company: Company = { shared: new Map(), word: new Map() };
    for (let flight = 0; flight < 40; flight += 1) {
      const key = companyOf('spx', 'CN-TH', 'LINEHAUL_HANDOVER', MONDAY + flight * DAY);
      const van = companyOf('spx', 'CN-TH', 'LAST_MILE_HUB', MONDAY + flight * DAY);
      heardNothing(company, key, MONDAY);
      for (let parcel = 0; parcel < 3; parcel += 1) {
        heardMove(company, key, 'LINEHAUL_HANDOVER', MONDAY + flight * DAY + parcel * 60_000, MONDAY);
        heardMove(company, van, 'LAST_MILE_HUB', MONDAY + flight * DAY + parcel * 5 * HOUR, MONDAY);
      }
    }
    expect(togetherness(company, 'LINEHAUL_HANDOVER')).toBeGreaterThan(0.9);
    expect(togetherness(company, 'LAST_MILE_HUB')).toBeLessThan(0.1);
    expect(togetherness(company, 'DEST_HUB_IN')).toBe(0.25);
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
