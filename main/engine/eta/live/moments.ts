import type { Estimate } from '#shared/model/eta.ts';
import { SCORE_MOMENTS, type ScoreMoment } from '#shared/model/score.ts';
import { DAY, HOUR } from '#shared/time.ts';
import type { ParcelState } from '../model/estimate.ts';

/** An estimate belongs to a moment while it is at most so old: a parcel met in the middle of a stage tells nothing of its begin. */
const FRESH = 36 * HOUR;

/** The moments of a parcel's life that an estimate was made at, to be scored when it comes. */
export function momentsOf(
  estimate: Estimate,
  { start }: Pick<ParcelState, 'start'>,
  orderedAt: number | null,
): ScoreMoment[] {
  if (!start || estimate.withheld !== null || estimate.madeAt - start.at * DAY > FRESH) return [];
  const { stage } = start;
  if (stage === 'INFO') return orderedAt === null ? [] : ['ordered'];
  const own = SCORE_MOMENTS.filter((moment) => moment === stage);
  return stage === 'FIRST_MILE' ? ['handed-over', ...own] : own;
}
