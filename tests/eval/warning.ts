import { parseArgs } from 'node:util';
import { LATE_RISK, watchPromise } from '../../main/engine/cases/promise.ts';
import { asOf, judgedAt, TICK } from '../../main/engine/eta/live/grid.ts';
import { beginLearning, learnWholeDay, type Pupil, tightness } from '../../main/engine/eta/live/lessons.ts';
import { factsFor } from '../../main/engine/eta/live/trail.ts';
import { estimate } from '../../main/engine/eta/model/estimate.ts';
import { parcelOf } from '../../main/engine/eta/model/fromJourney.ts';
import { createReadings } from '../../main/engine/readings.ts';
import { parcelsOf } from '../../main/sandbox/simulate/truth.ts';
import { createWorld } from '../../main/sandbox/simulate/world.ts';
import { asInstant, DAY, HOUR } from '../../shared/time.ts';
import { quantile } from './lib/eta/measures.ts';
import { daysTouched, journeyFrom, trailFrom } from './lib/eta/world.ts';
import { UsageError, type EvalTask } from './lib/task.ts';

/** A Monday. */
const START = Date.UTC(2026, 2, 2);
/** Warnings of a model that has seen less than this are not judged. */
const YOUNG_DAYS = 40;

const round = (value: number): number => Math.round(value * 1_000) / 1_000;

/** Warnings of late parcels in a sandbox world, given at every tick by the live model, beside what came of them. */
export const task: EvalTask = {
  usage: '[--days N] [--orders N] [--seed N] [--open P] [--close P]',
  run: async (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        ...{ days: { type: 'string' }, orders: { type: 'string' }, seed: { type: 'string' } },
        ...{ open: { type: 'string' }, close: { type: 'string' } },
      },
    });
    const number = (text: string | undefined, otherwise: number): number => {
      const value = text === undefined ? otherwise : Number(text);
      if (!(value > 0)) throw new UsageError('A number above 0, please.');
      return value;
    };
    const days = number(values.days, 120);
    const limits = {
      open: number(values.open, LATE_RISK.open),
      close: number(values.close, LATE_RISK.close),
    };
    const orders = number(values.orders, 6_000);
    const world = createWorld({ seed: number(values.seed, 7), start: START, days, orders });
    const byDay = new Map<number, Pupil[]>();
    const watched = [];
    for (const parcel of parcelsOf(world)) {
      const trail = trailFrom(parcel);
      const journey = journeyFrom(parcel);
      if (!trail?.deliveredAt || !journey || trail.begun.length === 0) continue;
      const scans = parcel.scans.filter(({ back }) => !back).map(({ at }) => at);
      const pupil: Pupil = { id: watched.length + 1, trail, scans: () => scans };
      for (const day of daysTouched(trail)) byDay.set(day, [...(byDay.get(day) ?? []), pupil]);
      watched.push({ trail, journey, scans, warnedAt: null as number | null, stands: false, openings: 0 });
    }
    const first = Math.min(...byDay.keys());
    const learner = beginLearning(first);
    const readings = createReadings(() => learner.state);
    for (let day = first; day < START / DAY + days; day += 1) {
      for (let now = day * DAY; now < (day + 1) * DAY; now += TICK) {
        for (const each of watched) {
          const { trail, journey, scans } = each;
          const promise = trail.promise ?? 0;
          if (day - first < YOUNG_DAYS || (scans[0] ?? now) >= now || now > promise) continue;
          if ((trail.deliveredAt ?? 0) <= now) continue;
          const facts = factsFor(trail, tightness(learner.state, trail));
          const known = asOf(journey, now, () => scans);
          const last = known.lastScanAt;
          const { warning } = watchPromise({
            ...{ now, promise: trail.promise, zone: 'UTC', explained: false, claimed: false },
            ...{ lastEventId: null, limits, moments: judgedAt(now, last, LATE_RISK.days) },
            estimateAt: (at) => {
              const then = asOf(known, at, () => scans);
              const around = { openCase: null, hazards: null, daysOff: () => [], calendarGap: () => null };
              return estimate(readings.at(at), parcelOf(then, facts), { now: asInstant(at), ...around });
            },
          });
          if (warning === 'silent') continue;
          const stands = warning === 'standing';
          if (stands && !each.stands) {
            each.openings += 1;
            each.warnedAt = now;
          }
          each.stands = stands;
        }
      }
      learnWholeDay(learner, byDay.get(day) ?? []);
    }
    const from = (first + YOUNG_DAYS) * DAY;
    const judged = watched.filter(
      ({ trail }) => (trail.orderedAt ?? 0) >= from && (trail.promise ?? 0) < START + days * DAY,
    );
    const late = judged.filter(({ trail }) => (trail.deliveredAt ?? 0) > (trail.promise ?? 0));
    const hits = late.filter(({ stands }) => stands);
    const warned = judged.filter(({ openings }) => openings > 0);
    const falseAlarms = warned.filter(({ trail }) => (trail.deliveredAt ?? 0) <= (trail.promise ?? 0));
    const leads = hits
      .map(({ trail, warnedAt }) => ((trail.promise ?? 0) - (warnedAt ?? 0)) / HOUR)
      .toSorted((a, b) => a - b);
    return {
      ...{ limits, parcels: judged.length, late: late.length, warned: warned.length, hits: hits.length },
      precision: round(hits.length / (hits.length + falseAlarms.length)),
      recall: round(hits.length / late.length),
      hoursOfWarning: { p25: round(quantile(leads, 0.25)), p50: round(quantile(leads, 0.5)) },
      withdrawn: warned.filter(({ stands }) => !stands).length,
      openedAgain: warned.filter(({ openings }) => openings > 1).length,
    };
  },
};
