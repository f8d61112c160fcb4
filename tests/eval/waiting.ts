import { beginLearning, learnWholeDay } from '../../main/engine/eta/live/lessons.ts';
import { TAUGHT } from '../../main/engine/eta/model/standing.ts';
import { createWorld } from '../../main/sandbox/simulate/world.ts';
import { DAY } from '../../shared/time.ts';
import { lookAt, Looks, pupilsOf, type Surroundings } from './lib/eta/looks.ts';
import { WORLD_USAGE, worldSizeOf } from './lib/eta/world.ts';
import type { EvalTask } from './lib/task.ts';

/** A Monday. */
const START = Date.UTC(2026, 2, 2);
/** Estimates of a model that has seen less than this are not judged, nor those of the last days, whose outcome is not in the world. */
const YOUNG_DAYS = 60;
const OPEN_DAYS = 30;
/** The hour of the day, as a share of it, at which every parcel under way is looked at: afternoon in China, UTC. */
const LOOKED_AT = 0.3;
/** Those in trouble are few, and what is left of theirs changes by the hour. */
const TROUBLED_AT = [0.05, 0.18, 0.43, 0.55, 0.68, 0.8, 0.93] as const;
/** Days that the parcel has stood in its stage: from the one to the next. */
const AGES = [0, 0.5, 1, 2, 4, 7] as const;

/** The world has no days off (`holidays.ts` has). */
const around: Surroundings = () => ({ hazards: null, daysOff: () => [], calendarGap: () => null });

/**
 * Coverage of the ranges that a person sees who looks at all parcels under way once a day, by how long each has stood in its
 * stage, and in trouble: ranges are steered by what was said at the begin of stages, and whoever looks sees for the most part
 * those that wait.
 */
export const task: EvalTask = {
  usage: WORLD_USAGE,
  run: async (args) => {
    const { days, orders, seed } = worldSizeOf(args, { days: 140, orders: 14_000 });
    const { pupils, byDay, first } = pupilsOf(createWorld({ seed, start: START, days, orders }));
    const learner = beginLearning(first);
    const looks = new Looks();
    const look = (at: number, all: boolean): void => {
      for (const seen of lookAt(learner, pupils, at, { all, around })) {
        if (seen.trouble) looks.count(seen.trouble, seen);
        if (!all || seen.made.withheld) continue;
        looks.count('all', seen);
        const age = AGES.findLast((each) => at - seen.begun.at >= each) ?? 0;
        looks.count(`from ${age} days`, seen);
      }
    };
    for (let day = first; day < START / DAY + days; day += 1) {
      if (day >= first + YOUNG_DAYS && day < START / DAY + days - OPEN_DAYS) {
        look(day + LOOKED_AT, true);
        for (const hour of TROUBLED_AT) look(day + hour, false);
      }
      learnWholeDay(learner, byDay.get(day) ?? []);
    }
    const stoodInStage = AGES.map((age) => ({ fromDays: age, ...looks.told(`from ${age} days`) }));
    const inTrouble = TAUGHT.map((kind) => ({ kind, ...looks.told(kind) }));
    return { parcels: pupils.length, all: looks.told('all'), stoodInStage, inTrouble };
  },
};
