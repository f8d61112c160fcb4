import { DAY, HOUR } from '#shared/time.ts';
import { beginLearning, type Learner, learnDay, type Pupil } from './eta/live/lessons.ts';
import { type Trail, TRAIL_VERSION } from './eta/live/trail.ts';
import { createModel, type ModelState } from './eta/model/state.ts';
import type { Clock } from './ports.ts';
import { saveModel } from './store/aggregates/arrivals.ts';
import type { Writer } from './store/types.ts';
import {
  deliveredTrails,
  modelHead,
  modelRow,
  scanInstants,
  trailsAfter,
  trailsBetween,
} from './store/views/arrivals.ts';

/** A day is learnt when it is over by so many days: until then scans of it still come in. */
const LAG_DAYS = 1;
/** Nothing is learnt from days before 2020-01-01 (day number): a date of then is a clock that was wrong. */
const FIRST_DAY = 18_262;
/** After a change in the past everything is learnt anew, but not more often than this. */
const ANEW_AFTER = 6 * HOUR;
/** ... unless so many times as many deliveries are known as were learnt. */
const MANY_MORE = 1.2;
const PAGE = 500;

/** The model of arrivals in the store: what it knows, and how it keeps up. */
export interface Learning {
  /** As of the last day learnt; empty before anything is. */
  state(): ModelState;
  /** The first day that is not learnt; null before anything is. */
  day(): number | null;
  /** Learns the days that are over since; all of them anew where the past has changed, or when told to. */
  catchUp(signal: AbortSignal, anew: boolean): Promise<void>;
}

/** Joins `eta/live/lessons.ts` to the store. The state is kept in memory and written once per learning. */
export function createLearning(deps: {
  writer: Writer;
  clock: Clock;
  breathe: () => Promise<void>;
}): Learning {
  const { writer, clock, breathe } = deps;
  const nothing = createModel();
  let learner: Learner | null | undefined;

  const current = (): Learner | null => {
    if (learner !== undefined) return learner;
    const row = modelRow(writer);
    learner = null;
    if (row?.version === TRAIL_VERSION) {
      const body = JSON.parse(row.body) as Pick<Learner, 'state' | 'following'>;
      learner = { ...body, day: row.day, learnt: row.learnt };
    }
    return learner;
  };

  const pupilOf = ({ id, body }: { id: number; body: string }): Pupil => ({
    id,
    trail: JSON.parse(body) as Trail,
    scans: () => scanInstants(writer, id),
  });

  const save = (done: Learner, relearntAt: number, behind: boolean): void => {
    const { state, following, day, learnt } = done;
    const body = JSON.stringify({ state, following });
    writer.transaction('batch', () =>
      saveModel(writer, { version: TRAIL_VERSION, day, learnt, relearntAt, body }, behind),
    );
    learner = done;
  };

  /** Day by day, and not a day at one go: on the busiest of a large store it would take seconds. */
  const learn = async (of: Learner, pupils: readonly Pupil[], signal: AbortSignal): Promise<void> => {
    for (const _pause of learnDay(of, pupils)) {
      await breathe();
      // Half a day is nobody's: whoever called sees the signal, too, and saves nothing.
      if (signal.aborted) return;
    }
    await breathe();
  };

  const anewUntil = async (until: number, signal: AbortSignal): Promise<void> => {
    const days = new Map<number, Pupil[]>();
    for (let after = 0; ;) {
      const page = trailsAfter(writer, after, PAGE);
      const last = page.at(-1);
      if (!last) break;
      for (const pupil of page.map(pupilOf)) {
        for (const day of daysOf(pupil.trail)) {
          const list = days.get(day);
          if (list) list.push(pupil);
          else days.set(day, [pupil]);
        }
      }
      after = last.id;
      await breathe();
    }
    const first = [...days.keys()].filter((day) => day >= FIRST_DAY).reduce((a, b) => Math.min(a, b), until);
    const fresh = beginLearning(first);
    while (fresh.day < until) {
      if (signal.aborted) return;
      await learn(fresh, days.get(fresh.day) ?? [], signal);
    }
    save(fresh, clock.now(), false);
  };

  return {
    state: () => current()?.state ?? nothing,
    day: () => current()?.day ?? null,
    catchUp: async (signal, anew) => {
      const now = clock.now();
      const until = Math.floor(now / DAY) - LAG_DAYS;
      const known = current();
      const row = known && modelHead(writer);
      if (!row) {
        if (deliveredTrails(writer) > 0) await anewUntil(until, signal);
        return;
      }
      const waited = now - row.relearntAt >= ANEW_AFTER || now < row.relearntAt;
      const outdated = row.behind === 1 && (waited || deliveredTrails(writer) > MANY_MORE * row.learnt);
      if (anew || outdated) return anewUntil(until, signal);
      if (known.day >= until) return;
      // A copy, so that a stop half-way leaves what is saved.
      const next = structuredClone(known);
      while (next.day < until && !signal.aborted) {
        await learn(next, trailsBetween(writer, next.day * DAY, (next.day + 1) * DAY).map(pupilOf), signal);
      }
      if (signal.aborted) return;
      save(next, row.relearntAt, modelHead(writer)?.behind === 1);
    },
  };
}

/** The days (since 1970) on which something happened to a parcel. */
function daysOf({ begun, deliveredAt, goneAt }: Trail): Set<number> {
  const days = new Set(begun.map(({ at }) => Math.floor(at)));
  const end = deliveredAt ?? goneAt;
  if (end !== null) days.add(Math.floor(end / DAY));
  return days;
}
