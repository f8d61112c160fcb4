import { LEADS_MAX, type Score, type ScoreGroup, type ScoreMoment, type Tally } from '#shared/model/score.ts';
import type { Reader } from '../types.ts';

type RawTally = Omit<Tally, 'leads'> & { leads: string | null };

const SUMS = `sum(n) AS n, sum(exact) AS exact, sum(abs_days) AS absDays, sum(days) AS days, sum(in80) AS in80,
  sum(in90) AS in90, sum(width80) AS width80, sum(width90) AS width90, sum(score80) AS score80,
  sum(score90) AS score90, sum(promised) AS promised, sum(on_time) AS onTime,
  sum(promise_abs_days) AS promiseAbsDays, sum(promise_exact) AS promiseExact, sum(medians) AS medians,
  sum(median_abs_days) AS medianAbsDays, sum(median_exact) AS medianExact, sum(hits) AS hits,
  sum(false_alarms) AS falseAlarms, sum(misses) AS misses, sum(odds) AS odds, sum(brier) AS brier,
  group_concat(nullif(leads, ''), ',') AS leads`;

function toTally({ leads, ...sums }: RawTally): Tally {
  return { ...sums, leads: (leads ?? '').split(',').filter(Boolean).map(Number).slice(-LEADS_MAX) };
}

/** Days since 1970 in the market's zone, both included. */
export interface DayWindow {
  readonly first: number;
  readonly last: number;
}

/** The sums of a window by name (lane, market, carrier; '' for all), most deliveries first; at most 500. */
export function talliesByName(
  reader: Reader,
  moment: ScoreMoment,
  group: ScoreGroup,
  window: DayWindow,
): { name: string; tally: Tally }[] {
  const rows = reader.all<RawTally & { name: string }>(
    `SELECT name, ${SUMS} FROM eta_tally WHERE moment = ? AND grp = ? AND day BETWEEN ? AND ?
     GROUP BY name ORDER BY n DESC, name LIMIT 500`,
    moment,
    group,
    window.first,
    window.last,
  );
  return rows.map(({ name, ...raw }) => ({ name, tally: toTally(raw) }));
}

/** The sums of all deliveries by day, oldest first. */
export function talliesByDay(
  reader: Reader,
  moment: ScoreMoment,
  window: DayWindow,
): { day: number; tally: Tally }[] {
  const rows = reader.all<RawTally & { day: number }>(
    `SELECT day, ${SUMS} FROM eta_tally WHERE moment = ? AND grp = 'all' AND name = '' AND day BETWEEN ? AND ?
     GROUP BY day ORDER BY day`,
    moment,
    window.first,
    window.last,
  );
  return rows.map(({ day, ...raw }) => ({ day, tally: toTally(raw) }));
}

/** The alarms of a group at a moment, as JSON; undefined before its first delivery. */
export function driftOf(
  reader: Reader,
  moment: ScoreMoment,
  group: ScoreGroup,
  name: string,
): string | undefined {
  return reader.get<{ state: string }>(
    'SELECT state FROM eta_drift WHERE moment = ? AND grp = ? AND name = ?',
    moment,
    group,
    name,
  )?.state;
}

/** The alarms of every group at a moment. */
export function driftsAt(
  reader: Reader,
  moment: ScoreMoment,
): { group: ScoreGroup; name: string; state: string }[] {
  return reader.all(
    'SELECT grp AS "group", name, state FROM eta_drift WHERE moment = ? ORDER BY grp, name',
    moment,
  );
}

/** Outcomes in order of parcel, to make sums anew: at most `limit` after the given parcel, never half of one. */
export function scoresAfter(reader: Reader, parcelId: number, limit: number): Score[] {
  return reader.all<Score>(
    `SELECT parcel_id AS parcelId, moment, made_at AS madeAt, lane, market, carrier, p50, lo80, hi80, lo90, hi90,
       p_late AS pLate, promise, lane_median AS laneMedian, warned_at AS warnedAt,
       recalled_at AS recalledAt, delivered_at AS deliveredAt
     FROM eta_score WHERE delivered_at IS NOT NULL AND parcel_id IN
       (SELECT DISTINCT parcel_id FROM eta_score WHERE parcel_id > ? AND delivered_at IS NOT NULL
       ORDER BY parcel_id LIMIT ?)
     ORDER BY parcel_id, moment`,
    parcelId,
    limit,
  );
}
