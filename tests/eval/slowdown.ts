import { beginLearning, learnWholeDay, type Pupil, tightness } from '../../main/engine/eta/live/lessons.ts';
import { traitsOf } from '../../main/engine/eta/live/trail.ts';
import { estimate } from '../../main/engine/eta/model/estimate.ts';
import { Reading } from '../../main/engine/eta/model/reading.ts';
import { parcelsOf } from '../../main/sandbox/simulate/truth.ts';
import { createWorld } from '../../main/sandbox/simulate/world.ts';
import { asInstant, DAY } from '../../shared/time.ts';
import { daysTouched, trailFrom, WORLD_USAGE, worldSizeOf } from './lib/eta/world.ts';
import type { EvalTask } from './lib/task.ts';

/** A Monday. */
const START = Date.UTC(2026, 2, 2);
const LEVELS = [80, 90] as const;
/** Days whose estimates are judged together. */
const WINDOW = 7;
const NEAR = 3;

interface Judged {
  readonly day: number;
  readonly inside: Readonly<Record<(typeof LEVELS)[number], boolean>>;
}

/** A sandbox world whose network slows by 40 % half-way, followed by the live model day by day. */
export const task: EvalTask = {
  usage: WORLD_USAGE,
  run: async (args) => {
    const { days, orders, seed } = worldSizeOf(args, { days: 200, orders: 20_000 });
    const world = createWorld({ seed, start: START, days, orders, slowsDown: true });
    const byDay = new Map<number, Pupil[]>();
    let parcels = 0;
    for (const parcel of parcelsOf(world)) {
      const trail = trailFrom(parcel);
      if (!trail || trail.begun.length === 0) continue;
      parcels += 1;
      const pupil: Pupil = { id: parcels, trail, scans: () => parcel.scans.map(({ at }) => at) };
      for (const day of daysTouched(trail)) byDay.set(day, [...(byDay.get(day) ?? []), pupil]);
    }
    const first = Math.min(...byDay.keys());
    const learner = beginLearning(first);
    const judged: Judged[] = [];
    for (let day = first; day < START / DAY + days; day += 1) {
      for (const { trail } of byDay.get(day) ?? []) {
        for (const begun of trail.begun) {
          if (Math.floor(begun.at) !== day || trail.deliveredAt === null) continue;
          const traits = traitsOf(trail, tightness(learner.state, trail));
          const now = asInstant(Math.round(begun.at * DAY));
          const parcel = { traits, start: begun, lastScanAt: now, promise: null, ended: false };
          const around = { now, openCase: null, hazards: null, daysOff: () => [], calendarGap: () => null };
          const made = estimate(new Reading(learner.state, begun.at), parcel, around);
          if (!made) continue;
          const came = trail.deliveredAt;
          const inside = {
            80: came >= made.lo80 && came <= made.hi80,
            90: came >= made.lo90 && came <= made.hi90,
          };
          judged.push({ day, inside });
        }
      }
      learnWholeDay(learner, byDay.get(day) ?? []);
    }
    const half = START / DAY + days / 2;
    const share = (from: number, until: number, level: (typeof LEVELS)[number]): number | null => {
      const found = judged.filter(({ day }) => day >= from && day < until);
      const good = found.filter(({ inside }) => inside[level]).length;
      return found.length === 0 ? null : Math.round((1000 * good) / found.length) / 10;
    };
    const windows = [-28, -21, -14, -7, 0, 7, 14, 21, 28, 35].map((from) => ({
      fromDay: from,
      ...Object.fromEntries(
        LEVELS.map((level) => [`coverage${level}`, share(half + from, half + from + WINDOW, level)]),
      ),
    }));
    const after = Object.fromEntries(
      LEVELS.map((level) => [`coverage${level}`, share(half + 14, half + 42, level)]),
    );
    const near = (window: Readonly<Record<string, unknown>>): boolean =>
      LEVELS.every((level) => Math.abs(Number(window[`coverage${level}`] ?? 0) - level) <= NEAR);
    /** The last day of the first week after the change that keeps what it states. */
    const found = windows.find((window) => window.fromDay >= 0 && near(window));
    const backAfterDays = found ? found.fromDay + WINDOW : null;
    const backWithin3Points = near(after);
    return {
      parcels,
      estimates: judged.length,
      slowsOnDay: days / 2,
      windows,
      from14DaysOn: after,
      backAfterDays,
      backWithin3Points,
    };
  },
};
