import { beginLearning, learnWholeDay, type Pupil, tightness } from '../../main/engine/eta/live/lessons.ts';
import { traitsOf } from '../../main/engine/eta/live/trail.ts';
import { estimate } from '../../main/engine/eta/model/estimate.ts';
import { Reading } from '../../main/engine/eta/model/reading.ts';
import { TAUGHT } from '../../main/engine/eta/model/standing.ts';
import { parcelsOf } from '../../main/sandbox/simulate/truth.ts';
import { createWorld } from '../../main/sandbox/simulate/world.ts';
import type { Estimate } from '../../shared/model/eta.ts';
import { asInstant, DAY } from '../../shared/time.ts';
import { daysTouched, trailFrom, WORLD_USAGE, worldSizeOf } from './lib/eta/world.ts';
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

interface Tally {
  looks: number;
  before50: number;
  inside80: number;
  inside90: number;
  width80: number;
}

const NO_LOOKS: Readonly<Tally> = { looks: 0, before50: 0, inside80: 0, inside90: 0, width80: 0 };

const share = (part: number, of: number): number | null =>
  of === 0 ? null : Math.round((1000 * part) / of) / 10;

/**
 * Coverage of the ranges that a person sees who looks at all parcels under way once a day, by how long each has stood in its
 * stage, and in trouble: ranges are steered by what was said at the begin of stages, and whoever looks sees for the most part
 * those that wait.
 */
export const task: EvalTask = {
  usage: WORLD_USAGE,
  run: async (args) => {
    const { days, orders, seed } = worldSizeOf(args, { days: 140, orders: 14_000 });
    const world = createWorld({ seed, start: START, days, orders });
    const byDay = new Map<number, Pupil[]>();
    const pupils: Pupil[] = [];
    for (const parcel of parcelsOf(world)) {
      const trail = trailFrom(parcel);
      if (!trail?.deliveredAt || trail.begun.length === 0) continue;
      const instants = parcel.scans.map(({ at }) => at);
      const pupil: Pupil = { id: pupils.length + 1, trail, scans: () => instants };
      pupils.push(pupil);
      for (const day of daysTouched(trail)) byDay.set(day, [...(byDay.get(day) ?? []), pupil]);
    }
    const first = Math.min(...byDay.keys());
    const learner = beginLearning(first);
    const tallies = new Map<string, Tally>();
    const count = (group: string, came: number, made: Estimate): void => {
      let tally = tallies.get(group);
      if (!tally) tallies.set(group, (tally = { ...NO_LOOKS }));
      tally.looks += 1;
      tally.width80 += (made.hi80 - made.lo80) / DAY;
      if (came <= made.p50) tally.before50 += 1;
      if (came >= made.lo80 && came <= made.hi80) tally.inside80 += 1;
      if (came >= made.lo90 && came <= made.hi90) tally.inside90 += 1;
    };
    const look = (at: number, all: boolean): void => {
      const now = asInstant(Math.round(at * DAY));
      const reading = new Reading(learner.state, at);
      const around = { now, hazards: null, daysOff: () => [], calendarGap: () => null };
      for (const { trail, scans } of pupils) {
        const came = trail.deliveredAt ?? 0;
        const begun = trail.begun.findLast((each) => each.at <= at);
        if (!begun || came <= now) continue;
        const traits = traitsOf(trail, tightness(learner.state, trail));
        const last = scans().findLast((scan) => scan <= now);
        const lastScanAt = last === undefined ? null : asInstant(last);
        const trouble = trail.troubles.findLast(({ from }) => from <= at);
        const standing = trouble !== undefined && (trouble.until === null || trouble.until > at);
        if (!all && !standing) continue;
        const openCase = standing ? trouble.kind : null;
        const openSince = standing ? asInstant(Math.round(trouble.from * DAY)) : null;
        const parcel = { traits, start: begun, lastScanAt, promise: null, ended: false };
        const made = estimate(reading, parcel, { ...around, openCase, openSince });
        if (!made) continue;
        if (openCase) count(openCase, came, made);
        if (!all || made.withheld) continue;
        const age = AGES.findLast((each) => at - begun.at >= each) ?? 0;
        for (const group of ['all', `from ${age} days`]) count(group, came, made);
      }
    };
    for (let day = first; day < START / DAY + days; day += 1) {
      if (day >= first + YOUNG_DAYS && day < START / DAY + days - OPEN_DAYS) {
        look(day + LOOKED_AT, true);
        for (const hour of TROUBLED_AT) look(day + hour, false);
      }
      learnWholeDay(learner, byDay.get(day) ?? []);
    }
    const told = (group: string) => {
      const { looks, before50, inside80, inside90, width80 } = tallies.get(group) ?? NO_LOOKS;
      return {
        looks,
        coverage80: share(inside80, looks),
        coverage90: share(inside90, looks),
        beforeMedian: share(before50, looks),
        width80Days: looks === 0 ? null : Math.round((100 * width80) / looks) / 100,
      };
    };
    const stoodInStage = AGES.map((age) => ({ fromDays: age, ...told(`from ${age} days`) }));
    const inTrouble = TAUGHT.map((kind) => ({ kind, ...told(kind) }));
    return { parcels: pupils.length, all: told('all'), stoodInStage, inTrouble };
  },
};
