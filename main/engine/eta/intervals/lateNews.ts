import { faded } from '../model/decay.ts';
import { LATE } from '../model/settings.ts';

/** What parcels under way tell of the record of promises now. */
export interface LateNews {
  /** Faded sum of what was heard beyond what was expected, and the information in it. */
  sum: number;
  information: number;
  /** Days since 1970. */
  at: number;
}

/** A parcel whose promise was not due when a day began. */
export interface Awaited {
  /** Of missing the promise, when it was told, with the news of now. */
  readonly risk: number;
  /** Share of such parcels under way when the day began, when it ended, and when the promise is due. */
  readonly before: number;
  readonly after: number;
  readonly due: number;
  /** Whether it kept its promise on this day, or missed it; null while neither is known. */
  readonly late: boolean | null;
}

/** What is to be added to the record's log odds; both ways, to learn with. */
export function newsOf({ sum, information }: LateNews): number {
  return Math.max(-LATE.news.limit, Math.min(LATE.news.limit, sum / (information + LATE.news.trust)));
}

/**
 * The same, to be told. Only calm is: it lasts, and deliveries show it while promises are weeks away. A bad time is over
 * before its promises are due, and until then the estimate tells it (docs/decisions/0126).
 */
export function calmOf(news: LateNews): number {
  return Math.min(0, newsOf(news));
}

/** The risk of a parcel that has not come yet, by the share of those that keep their promise and are still under way. */
function riskLeft(risk: number, left: number, due: number): number {
  const punctual = Math.max(0, left - due) / Math.max(1e-9, 1 - due);
  return risk / (risk + (1 - risk) * punctual);
}

/**
 * Learns what a day tells of promises that are not due yet. A parcel that comes ends its risk, one that does not come raises
 * it; where the record is right both cancel out on every day (the risk of each parcel is a martingale), so what is left
 * over is news weeks before the promise is due.
 */
export function learnNews(news: LateNews, awaited: Iterable<Awaited>, at: number): void {
  const left = faded(news, at, LATE.news.halfLife);
  const offset = newsOf(news);
  let heard = 0;
  let information = 0;
  for (const { risk, before, after, due, late } of awaited) {
    const now = late === null ? riskLeft(risk, after, due) : Number(late);
    heard += now - riskLeft(risk, before, due);
    if (late !== null) information += risk * (1 - risk);
  }
  news.sum = news.sum * left + heard + information * offset;
  news.information = news.information * left + information;
  news.at = Math.max(news.at, at);
}
