import { calendarFor } from '../../main/engine/eta/calendars/calendar.ts';
import { dateOf, weekdayOf } from '../../main/engine/eta/calendars/days.ts';
import { workRules } from '../../main/engine/eta/calendars/workRules.ts';
import { beginLearning, learnWholeDay } from '../../main/engine/eta/live/lessons.ts';
import { wayDays } from '../../main/engine/eta/live/placeDays.ts';
import { surroundings } from '../../main/engine/eta/live/surroundings.ts';
import { dayOffCost } from '../../main/engine/eta/model/daysOff.ts';
import { ROUTE } from '../../main/engine/eta/model/journey.ts';
import { createWorld } from '../../main/sandbox/simulate/world.ts';
import { DAY } from '../../shared/time.ts';
import { type Look, lookAt, Looks, pupilsOf } from './lib/eta/looks.ts';
import { WORLD_USAGE, worldSizeOf } from './lib/eta/world.ts';
import type { EvalTask } from './lib/task.ts';

/** A Monday, twelve weeks before National Day and 32 before the Spring Festival. */
const START = Date.UTC(2025, 6, 7);
const YOUNG_DAYS = 60;
const OPEN_DAYS = 30;
const LOOKED_AT = 0.3;
const CARRIERS = ['spx'];
const RULES = workRules();

/** Pick-up, customs and couriers of the world rest on public holidays, weekends amid them included; flights do not. */
const rests = (country: string, day: number): boolean =>
  calendarFor(country, { week: 'daily' }).dayOff(day).why === 'holiday';

/** Whether days off lie in what is left of a parcel's way, or have passed since its stage began. */
function groupOf({ made, begun, around }: Look): string {
  const ahead = made.terms.some(({ daysOff }) => daysOff.length > 0);
  const passed = (around.rests?.(begun.stage, begun.at, made.madeAt / DAY, 'part') ?? 0) > 0;
  return ahead ? (passed ? 'amid' : 'ahead') : passed ? 'passed' : 'none';
}

/** Coverage of ranges through a year's long holidays, in a world that rests on them, and what each day off was learnt to cost. */
export const task: EvalTask = {
  usage: WORLD_USAGE,
  run: async (args) => {
    const { days, orders, seed } = worldSizeOf(args, { days: 290, orders: 29_000 });
    const world = createWorld({ seed, start: START, days, orders, rests });
    const { pupils, byDay, first } = pupilsOf(world, (market) => wayDays(RULES, market, CARRIERS));
    const learner = beginLearning(first);
    const looks = new Looks();
    const weeks = new Map<string, number>();
    for (let day = first; day < START / DAY + days; day += 1) {
      if (day >= first + YOUNG_DAYS && day < START / DAY + days - OPEN_DAYS) {
        const week = dateOf(day - weekdayOf(day));
        weeks.set(week, weeks.get(week) ?? 0);
        const around = (market: string | null, now: Look['made']['madeAt']) =>
          surroundings({ now, market, openCase: null, rules: RULES, carriers: CARRIERS });
        for (const seen of lookAt(learner, pupils, day + LOOKED_AT, { all: true, around })) {
          if (seen.made.withheld) weeks.set(week, (weeks.get(week) ?? 0) + 1);
          else for (const group of ['all', groupOf(seen), week]) looks.count(group, seen);
        }
      }
      learnWholeDay(learner, byDay.get(day) ?? []);
    }
    const end = START / DAY + days;
    const costs = ROUTE.map((stage) => {
      const cost = dayOffCost(learner.state.daysOff, stage, { destination: '' }, end);
      return { stage, days: Math.round(100 * cost) / 100 };
    });
    return {
      parcels: pupils.length,
      all: looks.told('all'),
      daysOff: ['none', 'ahead', 'amid', 'passed'].map((group) => ({ group, ...looks.told(group) })),
      weeks: [...weeks].map(([from, withheld]) => ({ from, withheld, ...looks.told(from) })),
      costs,
    };
  },
};
