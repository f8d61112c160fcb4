import { DAY, HOUR } from '#shared/time.ts';
import { beginLearning, type Learner, learnDay, type Pupil } from './eta/live/lessons.ts';
import { foreseenAt, type Trail, TRAIL_VERSION } from './eta/live/trail.ts';
import { createModel, type ModelState } from './eta/model/state.ts';
import { LONGEST_WAIT } from './eta/model/standing.ts';
import type { Clock } from './ports.ts';
import { saveModel } from './store/aggregates/arrivals.ts';
import type { Writer } from './store/types.ts';
import {
  deliveredTrails,
  deliveriesDue,
  modelHead,
  modelRow,
  scanInstants,
  trailsAfter,
  trailsBetween,
} from './store/views/arrivals.ts';

type Head = NonNullable<ReturnType<typeof modelHead>>;

/** A day is learnt when it is over by so many days: until then scans of it still come in. */
const LAG_DAYS = 1;
/** Nothing is learnt from days before 2020-01-01 (day number): a date of then is a clock that was wrong. */
const FIRST_DAY = 18_262;
/** After a change in the past everything is learnt anew, but not more often than this. */
const ANEW_AFTER = 6 * HOUR;
/** ... unless so many times as many deliveries are known as were learnt. */
const MANY_MORE = 1.2;
const PAGE = 500;
/** Steps of the learnt share that are told. */
const TOLD_STEP = 0.05;

/** The model of arrivals in the store: what it knows, and how it keeps up. */
export interface Learning {
  /** As of the last day learnt; empty before anything is. */
  state(): ModelState;
  /** The first day that is not learnt; null before anything is. */
  day(): number | null;
  /**
   * How much of the history is learnt, 0 to 1, while all of it is learnt for the first time or anew; 0 while deliveries wait
   * for that; null when the next round learns nothing of the past. Asks the store: for who would else say that there is none.
   */
  share(): number | null;
  /** Learns the days that are over since; all of them anew where the past has changed, or when told to. */
  catchUp(signal: AbortSignal, wholly: boolean): Promise<void>;
}

/** Joins `eta/live/lessons.ts` to the store. The state is kept in memory and written once per learning. */
export function createLearning(deps: {
  writer: Writer;
  clock: Clock;
  breathe: () => Promise<void>;
  /** The share has moved by a step that is worth telling. */
  moved: () => void;
}): Learning {
  const { writer, clock, breathe } = deps;
  const nothing = createModel();
  let learner: Learner | null | undefined;
  let share: number | null = null;

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

  const touching = (day: number): Pupil[] =>
    trailsBetween(writer, { first: day * DAY, last: (day + 1) * DAY, waiting: LONGEST_WAIT * DAY }).map(
      pupilOf,
    );

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

  const tell = (next: number): void => {
    const step = Math.floor(next / TOLD_STEP) !== Math.floor((share ?? 0) / TOLD_STEP);
    share = next;
    if (step) deps.moved();
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
    // Days of a grown shop are longer than its first ones: what is counted is what is learnt on them.
    const whole = [...days].reduce((sum, [day, { length }]) => (day < until ? sum + length : sum), 0);
    let done = 0;
    while (fresh.day < until) {
      if (signal.aborted) return;
      const pupils = days.get(fresh.day) ?? [];
      await learn(fresh, pupils, signal);
      done += pupils.length;
      tell(whole === 0 ? 0 : Math.min(1, done / whole));
    }
    save(fresh, clock.now(), false);
  };

  const anew = async (until: number, signal: AbortSignal): Promise<void> => {
    share = 0;
    try {
      await anewUntil(until, signal);
    } finally {
      share = null;
    }
    deps.moved();
  };

  const outdated = ({ behind, relearntAt, learnt }: Head): boolean => {
    if (behind === 0) return false;
    const now = clock.now();
    return now - relearntAt >= ANEW_AFTER || now < relearntAt || deliveredTrails(writer) > MANY_MORE * learnt;
  };
  /** Whether the next round learns everything anew, as far as the parcels tell whose trails are not made yet. */
  const waits = (): boolean => {
    const row = current() && modelHead(writer);
    if (row && outdated(row)) return true;
    const trails = deliveredTrails(writer);
    const enough = row ? Math.floor(MANY_MORE * row.learnt) + 1 : 1;
    if (!row && trails >= enough) return true;
    const missing = Math.max(1, enough - trails);
    return deliveriesDue(writer, (row?.day ?? Number.MAX_SAFE_INTEGER / DAY) * DAY, missing) === missing;
  };

  return {
    state: () => current()?.state ?? nothing,
    day: () => current()?.day ?? null,
    share: () => share ?? (waits() ? 0 : null),
    catchUp: async (signal, wholly) => {
      const now = clock.now();
      const until = Math.floor(now / DAY) - LAG_DAYS;
      const known = current();
      const row = known && modelHead(writer);
      if (!row) {
        if (deliveredTrails(writer) > 0) await anew(until, signal);
        return;
      }
      if (wholly || outdated(row)) return anew(until, signal);
      if (known.day >= until) return;
      // A copy, so that a stop half-way leaves what is saved.
      const next = structuredClone(known);
      while (next.day < until && !signal.aborted) {
        await learn(next, touching(next.day), signal);
      }
      if (signal.aborted) return;
      save(next, row.relearntAt, modelHead(writer)?.behind === 1);
    },
  };
}

/** The days (since 1970) on which something happened to a parcel, or it had waited so long that this is learnt from. */
function daysOf(trail: Trail): Set<number> {
  const days = new Set(foreseenAt(trail).map(({ at }) => Math.floor(at)));
  const end = trail.deliveredAt ?? trail.goneAt;
  if (end !== null) days.add(Math.floor(end / DAY));
  return days;
}
