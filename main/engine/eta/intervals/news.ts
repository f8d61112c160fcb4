import { faded } from '../model/decay.ts';

/** What parcels under way tell now of a limit in days that some of them miss: a promise, or a late point of their range. */
export interface News {
  /** Faded sum of what was heard beyond what was expected, and the information in it. */
  sum: number;
  information: number;
  /** Days since 1970. */
  at: number;
}

/** How news are heard: half-life in days, trust in information, and how far they go in log odds. */
export interface NewsMemory {
  readonly halfLife: number;
  readonly trust: number;
  readonly limit: number;
}

export const noNews = (at = 0): News => ({ sum: 0, information: 0, at });

/** A parcel whose limit had not passed when a day began. */
export interface Awaited {
  /** Of missing the limit, when it was told, with the news of now. */
  readonly risk: number;
  /** Share of such parcels under way when the day began, when it ended, and when the limit passes. */
  readonly before: number;
  readonly after: number;
  readonly due: number;
  /** Whether it missed its limit on this day (true) or came before it; null while neither is known. */
  readonly late: boolean | null;
}

/** What is to be added to the log odds of missing the limit; both ways, to learn with. */
export function newsOf({ sum, information }: News, { trust, limit }: NewsMemory): number {
  return Math.max(-limit, Math.min(limit, sum / (information + trust)));
}

/**
 * The same, to be told. Only calm is: it lasts, and deliveries show it while limits are weeks away. A bad time is over
 * before its limits have passed, and until then the estimate tells it (docs/decisions/0126).
 */
export function calmOf(news: News, memory: NewsMemory): number {
  return Math.min(0, newsOf(news, memory));
}

/** The risk of a parcel that has not come yet, by the share of those that keep their limit and are still under way. */
function riskLeft(risk: number, left: number, due: number): number {
  const punctual = Math.max(0, left - due) / Math.max(1e-9, 1 - due);
  return risk / (risk + (1 - risk) * punctual);
}

/**
 * Learns what a day tells of limits that have not passed. A parcel that comes ends its risk, one that does not come raises
 * it; where what was told is right both cancel out on every day (the risk of each parcel is a martingale), so what is left
 * over is news weeks before the limit passes.
 */
export function learnNews(news: News, awaited: Iterable<Awaited>, at: number, memory: NewsMemory): void {
  const left = faded(news, at, memory.halfLife);
  const offset = newsOf(news, memory);
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
