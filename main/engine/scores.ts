import type { Scoreboard, ScoreboardInput } from '#shared/contract/insights.ts';
import { MARKET_ZONE, SELLER_ZONE } from '#shared/model/market.ts';
import {
  type Score,
  type ScoredEstimate,
  SCORE_MOMENTS,
  type ScoreGroup,
  type ScoreMoment,
} from '#shared/model/score.ts';
import { DAY } from '#shared/time.ts';
import { dateOf, dayIn } from './eta/calendars/days.ts';
import { driftStateSchema, type DriftState, NO_DRIFT, watchDelivery } from './eta/scoreboard/drift.ts';
import { scoreRow } from './eta/scoreboard/report.ts';
import { scorable, tallyOf } from './eta/scoreboard/tally.ts';
import type { Clock } from './ports.ts';
import {
  addToTally,
  clearTallies,
  keepDelivery,
  keepEstimate,
  keepWarning,
  recallWarning,
  saveDrift,
} from './store/aggregates/etaScores.ts';
import type { Reader, Writer } from './store/types.ts';
import {
  type DayWindow,
  driftOf,
  driftsAt,
  scoresAfter,
  talliesByDay,
  talliesByName,
} from './store/views/etaScores.ts';

/** Keeps what was said about arrivals and how it came out. Writes join the caller's transaction. */
export interface Scorekeeper {
  /** An estimate was made at a moment that is scored; the first one of a parcel at that moment counts. */
  said(estimate: ScoredEstimate): void;
  /** A person can see that a parcel will be late; saying it again changes nothing. */
  warned(parcelId: number, at: number): void;
  /** That is no longer said: the risk has fallen. */
  recalled(parcelId: number, at: number): void;
  /** A parcel arrived; however often this is said, it is scored once. Answers how many of its estimates were scored. */
  delivered(parcelId: number, at: number): number;
  board(input: ScoreboardInput): Omit<Scoreboard, 'learning'>;
  /** Makes sums and alarms anew from the single scores; answers how many. */
  rebuild(): number;
}

/** Parcels whose scores are read at once while sums are made anew. */
const REBUILD_STEP = 2_000;
const ALARMS_SHOWN = 200;

const zoneOf = ({ market }: Score): string => (market === null ? SELLER_ZONE : MARKET_ZONE[market]);

/** The groups that a delivery counts in. */
function groupsOf({ lane, market, carrier }: Score): (readonly [ScoreGroup, string])[] {
  const own = [
    ['all', ''],
    ['lane', lane],
    ['carrier', carrier],
  ] as const;
  return market === null ? [...own] : [...own, ['market', market]];
}

/** Joins the scoreboard to the store (eta and store, put together at the root of the engine). */
export function createScorekeeper(deps: { writer: Writer; reader: Reader; clock: Clock }): Scorekeeper {
  const { writer, reader, clock } = deps;

  const take = (score: Score): void => {
    if (!scorable(score)) return;
    const { moment } = score;
    const zone = zoneOf(score);
    const day = dayIn(zone, score.deliveredAt);
    const tally = tallyOf(score, zone);
    for (const [group, name] of groupsOf(score)) {
      const key = { moment, group, name };
      addToTally(writer, key, day, tally);
      const before = readDrift(driftOf(writer, moment, group, name));
      saveDrift(writer, key, JSON.stringify(watchDelivery(before, score)));
    }
  };

  const rowsOf = (input: ScoreboardInput, window: DayWindow): Scoreboard['rows'] => {
    const { by, moment } = input;
    if (by === 'moment') {
      return SCORE_MOMENTS.flatMap((each) =>
        talliesByName(reader, each, 'all', window).map(({ tally }) =>
          scoreRow({ group: 'all', name: '', moment: each }, tally),
        ),
      );
    }
    return talliesByName(reader, moment, by, window).map(({ name, tally }) =>
      scoreRow({ group: by, name, moment }, tally),
    );
  };

  return {
    said: (estimate) => void keepEstimate(writer, estimate),
    warned: (parcelId, at) => keepWarning(writer, parcelId, at),
    recalled: (parcelId, at) => recallWarning(writer, parcelId, at),
    delivered: (parcelId, at) => {
      const scores = keepDelivery(writer, parcelId, at);
      scores.forEach(take);
      return scores.filter(scorable).length;
    },
    board: (input) => {
      const now = clock.now();
      const last = dayIn(SELLER_ZONE, now);
      const window = { first: last - input.days + 1, last };
      const series = talliesByDay(reader, input.moment, window).map(({ day, tally }) => ({
        date: dateOf(day),
        row: scoreRow({ group: 'all', name: '', moment: input.moment }, tally),
      }));
      return {
        rows: rowsOf(input, window),
        series,
        alarms: alarmsOf(reader, input.moment, now - input.days * DAY),
      };
    },
    rebuild: () =>
      writer.transaction('batch', () => {
        clearTallies(writer);
        const scores: Score[] = [];
        for (let after = 0; ;) {
          const page = scoresAfter(writer, after, REBUILD_STEP);
          const last = page.at(-1);
          if (!last) break;
          scores.push(...page);
          after = last.parcelId;
        }
        // Alarms are a matter of order: as the parcels arrived.
        scores.sort((a, b) => a.deliveredAt - b.deliveredAt || a.parcelId - b.parcelId);
        scores.forEach(take);
        return scores.length;
      }),
  };
}

function alarmsOf(reader: Reader, moment: ScoreMoment, since: number): Scoreboard['alarms'] {
  return driftsAt(reader, moment)
    .flatMap(({ group, name, state }) =>
      readDrift(state).alarms.map((alarm) => ({ ...alarm, group, name, moment })),
    )
    .filter(({ at }) => at >= since)
    .toSorted((a, b) => b.at - a.at)
    .slice(0, ALARMS_SHOWN);
}

/** A state that another version wrote in another shape begins anew: alarms are no record. */
function readDrift(state: string | undefined): DriftState {
  if (state === undefined) return NO_DRIFT;
  const read = driftStateSchema.safeParse(JSON.parse(state));
  return read.success ? read.data : NO_DRIFT;
}
