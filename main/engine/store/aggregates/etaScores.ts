import type { Score, ScoredEstimate, ScoreGroup, ScoreMoment, Tally } from '#shared/model/score.ts';
import type { Writer } from '../types.ts';

/** Which sum: a group, its name ('' for all), and a moment of the journey. */
export interface TallyKey {
  readonly moment: ScoreMoment;
  readonly group: ScoreGroup;
  readonly name: string;
}

/**
 * Keeps an estimate to be scored later. The first at its moment stays; answers whether this one is it. A warning that
 * stands when it is made was given before it.
 */
export function keepEstimate(writer: Writer, estimate: ScoredEstimate): boolean {
  const { changes } = writer.run(
    `INSERT INTO eta_score(parcel_id, moment, made_at, lane, market, carrier, p50, lo80, hi80, lo90, hi90, p_late,
       promise, lane_median, warned_at, recalled_at)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ifnull(?15, (SELECT min(w.warned_at)
       FROM eta_score w WHERE w.parcel_id = ?1 AND w.recalled_at IS NULL AND w.delivered_at IS NULL)), ?16)
     ON CONFLICT (parcel_id, moment) DO NOTHING`,
    estimate.parcelId,
    estimate.moment,
    estimate.madeAt,
    estimate.lane,
    estimate.market,
    estimate.carrier,
    estimate.p50,
    estimate.lo80,
    estimate.hi80,
    estimate.lo90,
    estimate.hi90,
    estimate.pLate,
    estimate.promise,
    estimate.laneMedian,
    estimate.warnedAt,
    estimate.recalledAt,
  );
  return changes > 0;
}

/** The parcel is called late: for all its estimates made until then behind which no warning stands yet. */
export function keepWarning(writer: Writer, parcelId: number, at: number): void {
  writer.run(
    `UPDATE eta_score SET warned_at = ?1, recalled_at = NULL WHERE parcel_id = ?2 AND made_at <= ?1
       AND (warned_at IS NULL OR recalled_at IS NOT NULL) AND delivered_at IS NULL`,
    at,
    parcelId,
  );
}

/** It is no longer called late. */
export function recallWarning(writer: Writer, parcelId: number, at: number): void {
  writer.run(
    `UPDATE eta_score SET recalled_at = ?
     WHERE parcel_id = ? AND warned_at IS NOT NULL AND recalled_at IS NULL AND delivered_at IS NULL`,
    at,
    parcelId,
  );
}

/** The parcel was delivered. Answers its estimates that had no outcome before: a second call for it answers none. */
export function keepDelivery(writer: Writer, parcelId: number, at: number): Score[] {
  return writer.all<Score>(
    `UPDATE eta_score SET delivered_at = ? WHERE parcel_id = ? AND delivered_at IS NULL
     RETURNING parcel_id AS parcelId, moment, made_at AS madeAt, lane, market, carrier, p50, lo80, hi80, lo90, hi90,
       p_late AS pLate, promise, lane_median AS laneMedian, warned_at AS warnedAt, recalled_at AS recalledAt,
       delivered_at AS deliveredAt`,
    at,
    parcelId,
  );
}

/** Adds to the sum of a day. */
export function addToTally(writer: Writer, key: TallyKey, day: number, tally: Tally): void {
  writer.run(
    `INSERT INTO eta_tally(moment, grp, name, day, n, exact, abs_days, days, in80, in90, width80, width90, score80,
       score90, promised, on_time, promise_abs_days, promise_exact, medians, median_abs_days, median_exact, hits,
       false_alarms, misses, odds, brier, leads)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (moment, grp, day, name) DO UPDATE SET n = n + excluded.n, exact = exact + excluded.exact,
       abs_days = abs_days + excluded.abs_days, days = days + excluded.days, in80 = in80 + excluded.in80,
       in90 = in90 + excluded.in90, width80 = width80 + excluded.width80, width90 = width90 + excluded.width90,
       score80 = score80 + excluded.score80, score90 = score90 + excluded.score90,
       promised = promised + excluded.promised, on_time = on_time + excluded.on_time,
       promise_abs_days = promise_abs_days + excluded.promise_abs_days,
       promise_exact = promise_exact + excluded.promise_exact, medians = medians + excluded.medians,
       median_abs_days = median_abs_days + excluded.median_abs_days,
       median_exact = median_exact + excluded.median_exact, hits = hits + excluded.hits,
       false_alarms = false_alarms + excluded.false_alarms, misses = misses + excluded.misses,
       odds = odds + excluded.odds, brier = brier + excluded.brier,
       leads = CASE WHEN leads = '' THEN excluded.leads WHEN excluded.leads = '' THEN leads
         ELSE leads || ',' || excluded.leads END`,
    key.moment,
    key.group,
    key.name,
    day,
    tally.n,
    tally.exact,
    tally.absDays,
    tally.days,
    tally.in80,
    tally.in90,
    tally.width80,
    tally.width90,
    tally.score80,
    tally.score90,
    tally.promised,
    tally.onTime,
    tally.promiseAbsDays,
    tally.promiseExact,
    tally.medians,
    tally.medianAbsDays,
    tally.medianExact,
    tally.hits,
    tally.falseAlarms,
    tally.misses,
    tally.odds,
    tally.brier,
    tally.leads.map((hours) => hours.toFixed(1)).join(','),
  );
}

/** Puts a group's alarms in place of those before; `state` is JSON. */
export function saveDrift(writer: Writer, key: TallyKey, state: string): void {
  writer.run(
    `INSERT INTO eta_drift(moment, grp, name, state) VALUES (?, ?, ?, ?)
     ON CONFLICT (moment, grp, name) DO UPDATE SET state = excluded.state`,
    key.moment,
    key.group,
    key.name,
    state,
  );
}

/** Forgets sums and alarms, to make them anew from the scores. */
export function clearTallies(writer: Writer): void {
  writer.run('DELETE FROM eta_tally');
  writer.run('DELETE FROM eta_drift');
}
