import { TAIL_NEWS } from '../model/settings.ts';
import { logit, POINTS, sigmoid, type Point } from './levels.ts';
import { calmOf, type News, newsOf, noNews } from './news.ts';

/** The late points of a range: they pass weeks after they were told. */
export const TAIL_POINTS = ['hi80', 'hi90'] as const satisfies readonly Point[];
export type TailPoint = (typeof TAIL_POINTS)[number];

/** What parcels under way tell of the late points, by point. */
export type Tails = Readonly<Record<TailPoint, News>>;
/** By how much a point's level is told earlier than learnt, log odds: 0 or below. */
export type Calm = Readonly<Record<TailPoint, number>>;

export const newTails = (): Tails => ({ hi80: noNews(), hi90: noNews() });

/** How much calmer than what passed weeks ago the network is now. */
export function calmTails(tails: Tails): Calm {
  return { hi80: calmOf(tails.hi80, TAIL_NEWS), hi90: calmOf(tails.hi90, TAIL_NEWS) };
}

/**
 * The probability to come after a point that was told earlier by `calm`, with all that is heard now: the stated share beyond
 * it, plus what the earlier point leaves out, plus the news.
 */
export function tailRisk(tails: Tails, point: TailPoint, calm: Calm): number {
  return sigmoid(logit(1 - POINTS[point]) - calm[point] + newsOf(tails[point], TAIL_NEWS));
}
