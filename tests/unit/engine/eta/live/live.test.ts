import { describe, expect, it } from 'vitest';
import type { Estimate } from '../../../../../shared/model/eta.ts';
import type { StageSpan } from '../../../../../shared/model/journey.ts';
import type { Stage } from '../../../../../shared/model/node.ts';
import {
  type CalendarSettings,
  NO_CALENDAR_SETTINGS,
  type Weekday,
  WEEKDAYS,
} from '../../../../../shared/model/calendar.ts';
import { asInstant, DAY, HOUR, type Instant } from '../../../../../shared/time.ts';
import { workRules } from '../../../../../main/engine/eta/calendars/workRules.ts';
import { type Basis, basisOf, changeBetween } from '../../../../../main/engine/eta/live/change.ts';
import {
  beginLearning,
  learnDay,
  learnWholeDay,
  type Learner,
  type Pupil,
} from '../../../../../main/engine/eta/live/lessons.ts';
import { momentsOf } from '../../../../../main/engine/eta/live/moments.ts';
import { dateOf } from '../../../../../main/engine/eta/calendars/days.ts';
import { daysOffIn } from '../../../../../main/engine/eta/live/daysOff.ts';
import { wayDays } from '../../../../../main/engine/eta/live/placeDays.ts';
import { surroundings } from '../../../../../main/engine/eta/live/surroundings.ts';
import {
  foreseenAt,
  pastOf,
  spanOf,
  type Trail,
  trailOf,
} from '../../../../../main/engine/eta/live/trail.ts';
import { ROUTE } from '../../../../../main/engine/eta/model/journey.ts';
import { staleAfter } from '../../../../../main/engine/eta/model/gaps.ts';
import { traitsOf } from '../../../../../main/engine/eta/live/trail.ts';

const FIRST = 20_000;

/** A parcel whose every stage takes `days`, from day FIRST + `from` on. */
function pupil(id: number, from: number, days: number, change: Partial<Trail> = {}): Pupil {
  const begun = ROUTE.map((stage, index) => {
    const at = FIRST + from + index * days;
    return { stage, at, weekday: (Math.floor(at) + 3) % 7, hour: 9, before: index === 0 ? null : days };
  });
  const deliveredAt = (FIRST + from + ROUTE.length * days) * DAY;
  const orderedAt = asInstant((FIRST + from) * DAY);
  const trail = {
    market: 'MY',
    carrier: 'spx',
    orderedAt,
    promise: null,
    begun,
    troubles: [],
    daysOff: [],
    deliveredAt,
    goneAt: null,
  };
  return {
    id,
    trail: { ...trail, ...change },
    scans: () => [...begun.map(({ at }) => at * DAY), deliveredAt],
  };
}

function learn(pupils: readonly Pupil[], days: number, stops = false): Learner {
  let learner = beginLearning(FIRST);
  for (let day = 0; day < days; day += 1) {
    // As a restart does: what is learnt is read again from its text.
    if (stops) learner = JSON.parse(JSON.stringify(learner)) as Learner;
    learnWholeDay(learner, pupils);
  }
  return learner;
}

describe('lessons', () => {
  const pupils = Array.from({ length: 40 }, (_, n) => pupil(n + 1, n / 2, 1 + (n % 5) / 10));

  it('are the same in whatever order parcels are given, and over restarts', () => {
    const learnt = JSON.stringify(learn(pupils, 40));
    expect(JSON.stringify(learn(pupils.toReversed(), 40))).toBe(learnt);
    expect(JSON.stringify(learn(pupils, 40, true))).toBe(learnt);
  });

  it('count each delivery once, on its day', () => {
    expect(learn(pupils, 7).learnt).toBe(0);
    expect(learn(pupils, 40).learnt).toBe(40);
  });

  it('pause within a busy day, and are not of that day before it is done', () => {
    const many = Array.from({ length: 350 }, (_, n) => pupil(n + 1, (n % 20) / 20, 1));
    const [paused, whole] = [beginLearning(FIRST), beginLearning(FIRST)];
    let pauses = 0;
    for (const _pause of learnDay(paused, many)) {
      pauses += 1;
      expect(paused.day).toBe(FIRST);
    }
    expect(pauses).toBe(3);
    learnWholeDay(whole, many);
    expect(JSON.stringify(paused)).toBe(JSON.stringify(whole));
  });

  it('learn stages and gaps of the lane', () => {
    const { state } = learn(pupils, 40);
    expect(state.stages['LAST_MILE']?.n).toBe(40);
    const traits = traitsOf({ market: 'MY', carrier: 'spx' }, 0);
    const other = traitsOf({ market: 'BR', carrier: 'spx' }, 0);
    const at = FIRST + 40;
    expect(staleAfter(state.gaps, 'LINEHAUL', traits, at)).toBeLessThan(
      staleAfter(state.gaps, 'LINEHAUL', other, at),
    );
  });

  it('learn the gap after a late hand-over from when it counts', () => {
    const gap = (happened: number | undefined) => {
      const { trail } = pupil(1, 0, 1);
      const begun = trail.begun.map((each) =>
        each.stage === 'FIRST_MILE' && happened !== undefined ? { ...each, happened } : each,
      );
      const scans = [happened ?? FIRST + 1, FIRST + 2].map((at) => at * DAY);
      const { state } = learn([{ id: 1, trail: { ...trail, begun }, scans: () => scans }], 9);
      return state.gaps;
    };
    expect(gap(FIRST + 0.5)).toEqual(gap(undefined));
  });

  it('follow a parcel no longer that does not come any more', () => {
    const gone = pupil(1, 0, 1, { deliveredAt: null, goneAt: (FIRST + 8) * DAY });
    expect(Object.keys(learn([gone], 8).following.followed)).not.toEqual([]);
    const after = learn([gone], 9);
    expect(Object.keys(after.following.followed)).toEqual([]);
    expect(after.learnt).toBe(0);
  });
});

describe('a trail', () => {
  const { trail } = pupil(1, 0, 1);

  it('has a past that changes only with what happened before the day', () => {
    expect(pastOf(trail, FIRST)).toBe('');
    const open = { ...trail, deliveredAt: null };
    expect(pastOf(open, FIRST + 3)).toBe(pastOf(trail, FIRST + 3));
    expect(pastOf(open, FIRST + 30)).not.toBe(pastOf(trail, FIRST + 30));
    expect(pastOf({ ...trail, promise: asInstant(5) }, FIRST + 3)).not.toBe(pastOf(trail, FIRST + 3));
  });

  it('is foreseen where each stage begins and where it has lasted a day, two and four, up to the next or the end', () => {
    const begun = [0, 1.5, 6].map((at, index) => ({ ...pupil(1, 0, 1).trail.begun[index]!, at: FIRST + at }));
    const moments = (change: Partial<Trail>): number[] =>
      foreseenAt({ ...trail, begun, ...change }).map(({ at }) => at - FIRST);
    const ended = { deliveredAt: (FIRST + 8) * DAY };
    // A wait that ends with the stage is none.
    expect(moments(ended)).toEqual([0, 1, 1.5, 2.5, 3.5, 5.5, 6, 7]);
    expect(moments({ deliveredAt: null })).toEqual([0, 1, 1.5, 2.5, 3.5, 5.5, 6, 7, 8, 10]);
    expect(moments({ deliveredAt: null, goneAt: (FIRST + 7.5) * DAY })).toEqual([
      0, 1, 1.5, 2.5, 3.5, 5.5, 6, 7,
    ]);
    for (const { begun: each, standing, at } of foreseenAt(trail)) expect(at).toBe(each.at + standing.waited);
  });

  it('knows the days off of the places of its stages from its first begin on, those of one place once', () => {
    // Noon of Monday, 28 September 2026, in Shenzhen: before China's National Day and Thailand's holidays of October.
    const start = asInstant(Date.UTC(2026, 8, 28, 4));
    const span = (stage: Stage, days: number): StageSpan => ({
      ...{ stage, start: asInstant(start + days * DAY), end: null },
      ...{ direction: 'forward', place: null, events: [] },
    });
    const came = asInstant(start + 9 * DAY);
    const journey = {
      ...{ node: 'DELIVERED' as const, since: came, terminal: true, direction: 'forward' as const },
      ...{ lastScanAt: came, spans: [span('ORIGIN', 0), span('IMPORT', 8)] },
    };
    const side = { market: 'TH', carrier: 'spx', orderedAt: start, promise: null };
    const made = (own: CalendarSettings['ownDaysOff']) => {
      const rules = workRules({ ...NO_CALENDAR_SETTINGS, ownDaysOff: own });
      const way = wayDays(rules, 'TH', ['spx']);
      return trailOf(journey, side, asInstant(start + 20 * DAY), { way });
    };
    const plain = made([]);
    const dates = plain.daysOff.map(({ stages, days }) => [stages.join(), days.map(dateOf).slice(0, 7)]);
    expect(dates[0]).toEqual([
      'INFO,FIRST_MILE,ORIGIN,EXPORT,LINEHAUL',
      ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07'],
    ]);
    expect(dates[1]?.[0]).toBe('IMPORT,LAST_MILE');
    // To noon of 6 October.
    const at = (days: number) => start / DAY + days;
    expect(daysOffIn(plain)('ORIGIN', at(0), at(8), 'part')).toBeCloseTo(5.5, 6);
    expect(daysOffIn(plain)('ORIGIN', at(0), at(3), 'part')).toBeCloseTo(0.5, 6);
    expect(daysOffIn(plain)('IMPORT', at(0), at(8), 'part')).toBe(0);
    // What a person sets is learnt from, so that it changes the past.
    const moved = made([{ from: '2026-09-29', to: '2026-09-30', name: 'Move', place: 'CN' }]);
    expect(pastOf(moved, at(30))).not.toBe(pastOf(plain, at(30)));
    // The stage before stood still over them.
    const [before, without] = [plain, trailOf(journey, side, asInstant(start + 20 * DAY))].map(
      ({ begun }) => begun.at(-1)?.before ?? 0,
    );
    expect(before).toBeLessThan((without ?? 0) - 3);
  });

  it('spans from its first begin to its end; without begins it is none', () => {
    expect(spanOf(trail)).toEqual({ first: FIRST * DAY, last: trail.deliveredAt });
    expect(spanOf({ ...trail, begun: [] })).toBeNull();
  });
});

const around = (
  market: string | null,
  now: Instant,
  set: Partial<CalendarSettings> = {},
  state: string | null = null,
) =>
  surroundings({
    now,
    market,
    state,
    openCase: null,
    rules: workRules({ ...NO_CALENDAR_SETTINGS, ...set }),
    carriers: ['sls', 'jt'],
  });

describe('surroundings', () => {
  it('name holidays on working days of the country where the stage happens', () => {
    const now = asInstant(Date.UTC(2026, 8, 28));
    const own = ['2026-09-29', '2026-10-10'].map(
      (date) => ({ from: date, to: date, name: 'Move', place: 'CN' }) as const,
    );
    const at = around('MY', now, { ownDaysOff: own });
    const end = asInstant(now + 8 * DAY);
    const inChina = at.daysOff('ORIGIN', now, end);
    expect(inChina[0]).toEqual({
      date: '2026-09-29',
      state: null,
      name: 'Move',
      country: 'CN',
      tentative: false,
      why: 'own',
    });
    expect(inChina.map(({ date }) => date)).toContain('2026-10-01');
    // A Saturday amid National Day; the weekend before it is one as any other.
    expect(inChina.map(({ date }) => date)).toContain('2026-10-03');
    const before = at.daysOff('ORIGIN', asInstant(now - 2 * DAY), now);
    expect(before).toEqual([]);
    expect(at.daysOff('LAST_MILE', now, end).map(({ country }) => country)).not.toContain('CN');
  });

  it('count the holidays of the buyer’s state on the last mile, and not at the border; a week that is set, too', () => {
    // Sarawak Day is Wednesday, 22 July 2026; noon of the day before in Kuching.
    const now = asInstant(Date.UTC(2026, 6, 21, 4));
    const until = asInstant(now + 3 * DAY);
    const dates = (stage: 'IMPORT' | 'LAST_MILE', state: string | null) =>
      around('MY', now, {}, state)
        .daysOff(stage, now, until)
        .map(({ date, state: where }) => `${date} ${where ?? 'all'}`);
    expect(dates('LAST_MILE', '13')).toEqual(['2026-07-22 13']);
    expect(dates('LAST_MILE', '10')).toEqual([]);
    expect(dates('LAST_MILE', null)).toEqual([]);
    expect(dates('IMPORT', '13')).toEqual([]);
    const six: Partial<CalendarSettings> = {
      carrierWeeks: [{ carrier: 'jt', place: 'MY', days: WEEKDAYS.slice(0, 6) }],
    };
    const day = asInstant(now + DAY);
    const next = (state: string | null) => around('MY', now, six, state).delivers?.(day).at;
    expect(next('10')).toBe(day);
    expect(next('13')).toBe(Date.UTC(2026, 6, 22, 16));
  });

  it('say of a holiday of the whole country that it is, also where the state is known', () => {
    // Malaysia Day is Wednesday, 16 September 2026.
    const now = asInstant(Date.UTC(2026, 8, 15, 4));
    const days = around('MY', now, {}, '13').daysOff('LAST_MILE', now, asInstant(now + 2 * DAY));
    expect(days).toMatchObject([{ date: '2026-09-16', state: null }]);
  });

  it('say where the tables end', () => {
    const now = asInstant(Date.UTC(2027, 11, 20));
    const at = around('MY', now);
    expect(at.calendarGap(now, asInstant(now + 2 * DAY))).toBeNull();
    expect(at.calendarGap(now, asInstant(now + 20 * DAY))).toBe('after-table');
    expect(around(null, now).calendarGap(now, now)).toBe('no-calendar');
  });

  it('deliver on the days of the leg that was named last, and count a holiday only where it takes one of them', () => {
    // Thursday, 24 December 2026, noon in Kuala Lumpur; Christmas is a Friday.
    const now = asInstant(Date.UTC(2026, 11, 24, 4));
    const christmas = (days: readonly Weekday[] | null) =>
      around('MY', now, { carrierWeeks: days ? [{ carrier: 'jt', place: 'MY', days: [...days] }] : [] });
    const after = asInstant(now + DAY);
    const listed = (days: readonly Weekday[] | null) =>
      christmas(days).daysOff('LAST_MILE', now, asInstant(now + 3 * DAY)).length;
    expect(christmas(null).delivers).toBeNull();
    expect([
      listed(null),
      listed(WEEKDAYS.slice(0, 6)),
      listed(WEEKDAYS),
      listed(WEEKDAYS.slice(0, 4)),
    ]).toEqual([1, 1, 0, 0]);
    expect(christmas(WEEKDAYS).delivers?.(after)).toEqual({ at: after, before: after, daysOff: [] });
    const next = christmas(WEEKDAYS.slice(0, 5)).delivers?.(after);
    expect(next?.at).toBe(Date.UTC(2026, 11, 27, 16));
    expect(next?.before).toBe(Date.UTC(2026, 11, 24, 16));
    expect(next?.daysOff.map(({ date, why }) => [date, why])).toEqual([
      ['2026-12-25', 'holiday'],
      ['2026-12-26', 'week'],
      ['2026-12-27', 'week'],
    ]);
  });
});

describe('a change', () => {
  const basis = (p50: number, change: Partial<Basis> = {}): Basis => ({
    ...{
      p50: asInstant(p50),
      madeAt: asInstant(0),
      lastScanAt: asInstant(1),
      stage: 'LINEHAUL',
      modelDay: 5,
    },
    effects: { combination: 10 },
    ...change,
  });

  it('has parts that add up, the largest first, and gives the rest to scan, model or waiting', () => {
    const before = basis(1_000);
    const next = { effects: { combination: 30, 'open-case': -500 } } as const;
    const cases = [
      ['scan', { lastScanAt: asInstant(2), modelDay: 6 }],
      ['model', { modelDay: 6 }],
      ['waiting', {}],
    ] as const;
    for (const [kind, change] of cases) {
      const { why } = changeBetween(before, basis(2_000, { ...next, ...change }));
      expect(why.reduce((sum, { addMs }) => sum + addMs, 0)).toBe(1_000);
      expect(why.map((part) => part.kind)).toEqual([kind, 'open-case', 'combination']);
    }
  });

  it('sums adjustments of one kind', () => {
    const hazard = { kind: 'weather', factor: 1, addMs: HOUR, caseKind: null, place: 'x' } as const;
    const estimate = { p50: 0, madeAt: 0, terms: [], adjustments: [hazard, hazard] } as unknown as Estimate;
    expect(basisOf(estimate, null, 0).effects).toEqual({ weather: 2 * HOUR });
  });
});

describe('moments', () => {
  const at = (stage: 'INFO' | 'FIRST_MILE' | 'LINEHAUL', hours: number, withheld = false) => {
    const start = { stage, at: FIRST, weekday: 0, hour: 0, before: null };
    const madeAt = FIRST * DAY + hours * HOUR;
    const told = withheld ? { since: 0, reason: 'stale-input' } : null;
    return momentsOf({ madeAt, withheld: told } as unknown as Estimate, { start }, 1);
  };

  it('are the stage’s begin, the order, and the hand-over', () => {
    expect(at('INFO', 1)).toEqual(['ordered']);
    expect(at('FIRST_MILE', 1)).toEqual(['handed-over', 'FIRST_MILE']);
    expect(at('LINEHAUL', 35)).toEqual(['LINEHAUL']);
  });

  it('are none when the estimate came too late, or is withheld', () => {
    expect(at('LINEHAUL', 40)).toEqual([]);
    expect(at('LINEHAUL', 1, true)).toEqual([]);
  });
});
