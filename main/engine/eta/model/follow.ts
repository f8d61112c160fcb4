import { learnLate, riskWithNews } from '../intervals/late.ts';
import { learnPoint, POINT_NAMES, type Passed, type Point } from '../intervals/levels.ts';
import { type Awaited, learnNews } from '../intervals/news.ts';
import { TAIL_POINTS, type TailPoint, tailRisk } from '../intervals/tails.ts';
import { Reading } from './reading.ts';
import { LATE, TAIL_NEWS, YOUNG } from './settings.ts';
import { learnDay, type Exposed } from './speed.ts';
import { wholeOf, type ModelState } from './state.ts';
import type { Start, Traits } from './traits.ts';
import { untruncated } from './truncation.ts';
import { type Forecast, learnWhole, shareWithin } from './whole.ts';

/** A forecast that waits for its outcome. */
export interface Followed {
  readonly told: Forecast;
  readonly stages: readonly string[];
  readonly traits: Traits;
  readonly from: Start;
  /** Days from the forecast to the first moment that is late; null without a promise. */
  readonly promisedDays: number | null;
  /** Days since 1970; null while the parcel is under way. */
  cameAt: number | null;
  /** Points of the range, and the promise, whose hour has not come yet. */
  due: (Point | 'promise')[];
}

/** Forecasts under way by parcel and moment, plain JSON. */
export interface Following {
  readonly followed: Record<string, Followed>;
  /** The last day (since 1970) that was closed. */
  day: number;
  /** Since when every order is known, delivered or not (days); -Infinity is not JSON, so null for "always". */
  readonly since: number | null;
}

export function beginFollowing(day: number, since: number | null): Following {
  return { followed: {}, day, since };
}

export function follow(following: Following, id: string, forecast: Omit<Followed, 'cameAt' | 'due'>): void {
  const due: Followed['due'] = [...POINT_NAMES];
  if (forecast.promisedDays !== null) due.push('promise');
  following.followed[id] = { ...forecast, cameAt: null, due };
}

const settled = (parcel: Followed): boolean => parcel.cameAt !== null && parcel.due.length === 0;

/** The outcome of a forecast. `orderedAt` in days: a parcel ordered before `since` was known by chance. */
export function arrive(state: ModelState, following: Following, id: string, at: number): number | null {
  const parcel = following.followed[id];
  if (!parcel || parcel.cameAt !== null) return null;
  const { told, stages, traits, from } = parcel;
  const longest = following.since === null ? Number.POSITIVE_INFINITY : at - following.since;
  const days = untruncated(state, told, Math.max(0, at - told.at), longest);
  learnWhole(state, stages, traits, from, told, days, at);
  parcel.cameAt = at;
  return days;
}

/** Closes the days up to `at` (days since 1970): what should have come, and which points of which ranges have passed. */
export function closeDays(state: ModelState, following: Following, at: number): void {
  while (following.day + 1 <= at) {
    following.day += 1;
    closeDay(state, following, following.day);
  }
}

/** What passed in a day, by whole, group and point. */
type Tally = Map<string, { whole: string; group: string; point: Point; passed: Passed }>;

function count(tally: Tally, whole: string, group: string, point: Point, before: boolean): void {
  const key = `${whole} ${group} ${point}`;
  let entry = tally.get(key);
  if (!entry) tally.set(key, (entry = { whole, group, point, passed: { passed: 0, before: 0 } }));
  entry.passed.passed += 1;
  if (before) entry.passed.before += 1;
}

function closeDay(state: ModelState, following: Following, end: number): void {
  const exposed: Exposed[] = [];
  const awaited: { whole: string; limit: Limit; parcel: Awaited }[] = [];
  // How journeys miss does not change while a day is closed.
  const reading = new Reading(state, end);
  const tally: Tally = new Map();
  for (const [id, parcel] of Object.entries(following.followed)) {
    const { told, cameAt } = parcel;
    // Parcels that wait are those that began: their day is counted once.
    if (
      told.at === parcel.from.at &&
      told.standing.trouble === null &&
      (cameAt === null || cameAt > end - 1)
    ) {
      exposed.push({ told, until: cameAt ?? end, came: cameAt !== null });
    }
    for (const limit of LIMITS) {
      const waits = awaitedOf(reading, parcel, limit);
      if (waits) awaited.push({ whole: told.whole, limit, parcel: waits });
    }
    if (told.n >= YOUNG) learnDue(state, parcel, end, tally);
    else if (cameAt !== null) parcel.due = [];
    if (settled(parcel)) delete following.followed[id];
  }
  for (const { whole, group, point, passed } of tally.values()) {
    learnPoint(wholeOf(state, whole).levels, group, point, passed);
  }
  for (const limit of LIMITS) {
    const lists = Map.groupBy(
      awaited.filter((each) => each.limit === limit),
      ({ whole }) => whole,
    );
    for (const [key, list] of lists) {
      const { late, tails } = wholeOf(state, key);
      const parcels = list.map(({ parcel }) => parcel);
      if (limit === 'promise') learnNews(late.news, parcels, end, LATE.news);
      else learnNews(tails[limit], parcels, end, TAIL_NEWS);
    }
  }
  for (const [key, list] of Map.groupBy(exposed, ({ told }) => told.whole)) learnDay(reading, key, list);
}

/** What parcels are late for. */
const LIMITS = ['promise', ...TAIL_POINTS] as const;
type Limit = 'promise' | TailPoint;

/** What the day that ends tells of a parcel's limit; null where its end was known before, or there is none. */
function awaitedOf(
  reading: Reading,
  { told, promisedDays, cameAt, due }: Followed,
  limit: Limit,
): Awaited | null {
  const { at: end, state } = reading;
  const days = limit === 'promise' ? promisedDays : told.points[limit];
  if (days === null || days <= 0 || told.n < YOUNG || !due.includes(limit)) return null;
  if (cameAt !== null && cameAt <= end - 1) return null;
  const distribution = reading.distribution(told.whole, told.size);
  const underWay = (at: number): number => 1 - shareWithin(distribution, told, Math.min(at - told.at, days));
  const { late, tails } = wholeOf(state, told.whole);
  const chance = { promisedDays: days, p50: told.points.p50, group: told.destination };
  const passes = told.at + days;
  const missed = passes <= end && (cameAt === null || cameAt > passes);
  return {
    risk: limit === 'promise' ? riskWithNews(late, chance, end) : tailRisk(tails, limit, told.calm),
    before: underWay(end - 1),
    after: underWay(end),
    due: underWay(passes),
    late: missed ? true : cameAt === null ? null : false,
  };
}

/** Counts the points that have passed by `end`; whether the parcel had come is then known for every parcel. */
function learnDue(state: ModelState, parcel: Followed, end: number, tally: Tally): void {
  const { told, cameAt, promisedDays } = parcel;
  const days = cameAt === null ? null : cameAt - told.at;
  parcel.due = parcel.due.filter((name) => {
    const limit = name === 'promise' ? (promisedDays ?? 0) : told.points[name];
    if (told.at + limit > end) return true;
    const before = days !== null && days <= limit;
    if (name === 'promise') {
      const chance = { promisedDays: limit, p50: told.points.p50, group: told.destination };
      learnLate(wholeOf(state, told.whole).late, chance, !before, end);
    } else {
      count(tally, told.whole, '*', name, before);
      count(tally, told.whole, told.destination, name, before);
    }
    return false;
  });
}

/** A finished journey of the past: its forecast as it would have been made, and its outcome, learnt at once. */
export function learnPast(
  state: ModelState,
  forecast: Omit<Followed, 'cameAt' | 'due'>,
  days: number,
  at: number,
): void {
  const { told, promisedDays } = forecast;
  learnWhole(state, forecast.stages, forecast.traits, forecast.from, told, days, at);
  if (told.n < YOUNG) return;
  const { late } = wholeOf(state, told.whole);
  if (promisedDays !== null) {
    const chance = { promisedDays, p50: told.points.p50, group: told.destination };
    learnLate(late, chance, days > promisedDays, at);
  }
}
