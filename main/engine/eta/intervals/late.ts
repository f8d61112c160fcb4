import { add, type Cells, deviation, faded } from '../model/decay.ts';
import { LATE } from '../model/settings.ts';
import { calmOf, type News, newsOf, noNews } from './news.ts';

/** A promise beside the estimate it is judged against. */
export interface Chance {
  /** Days from the estimate's moment to the first moment that is late, and to its middle. */
  readonly promisedDays: number;
  readonly p50: number;
  /** Places that are late for reasons of their own: `d|` and the destination. */
  readonly group: string;
}

/**
 * The risk to miss a promise: log odds as a line of the room that the estimate leaves (log of promised over estimated days)
 * and of the promise's length, with a deviation of the destination. Learnt parcel by parcel by Newton steps with the
 * information of those before, so it needs no rate of learning.
 */
export interface LateLine {
  /** Log odds with no room at a promise of `LATE.usualDays`; their change for a unit of room, and of log length. */
  readonly weights: [offset: number, room: number, length: number];
  /** Fisher information gathered: the upper triangle, by rows. */
  readonly information: [number, number, number, number, number, number];
  /** What destinations deviate, log odds, weighted by information. */
  readonly groups: Cells;
  readonly news: News;
  at: number;
}

type Triple = readonly [number, number, number];

export function lateLine(at = 0): LateLine {
  const [a, b, c] = LATE.floor;
  return {
    weights: [...LATE.prior],
    information: [a, 0, 0, b, 0, c],
    groups: {},
    news: noNews(at),
    at,
  };
}

const ROOM_LIMIT = 3;
const SHORTEST = 0.05;
/** One parcel tells at least this much, however sure the line was. */
const LEAST_CERTAINTY = 0.01;
/** More room and a longer promise never make a parcel later. */
const GENTLEST: Triple = [Number.POSITIVE_INFINITY, -0.2, 0];

/** What the line is a line of; a promise that has passed leaves no room. */
function inputs({ promisedDays, p50 }: Chance): Triple {
  const room = Math.log(Math.max(SHORTEST, promisedDays) / Math.max(SHORTEST, p50));
  const length = Math.log(Math.max(1, promisedDays) / LATE.usualDays);
  return [1, Math.max(-ROOM_LIMIT, Math.min(ROOM_LIMIT, room)), length];
}

const sigmoid = (odds: number): number => 1 / (1 + Math.exp(-odds));
const dot = (a: Triple, b: Triple): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** The log odds to miss a promise, part by part; what each means: `EtaLate`. */
export interface LateTerms {
  readonly base: number;
  readonly room: number;
  readonly length: number;
  readonly destination: number;
}

/** `news`: what parcels under way add to the record. */
function termsWith(news: number, { weights, groups }: LateLine, chance: Chance, at: number): LateTerms {
  const [one, room, length] = inputs(chance);
  return {
    base: weights[0] * one + news,
    room: weights[1] * room,
    length: weights[2] * length,
    destination: deviation(groups, chance.group, at, LATE.group),
  };
}

/** The parts of what the record of promises says, at `at` (days since 1970). */
export function lateTerms(line: LateLine, chance: Chance, at: number): LateTerms {
  return termsWith(calmOf(line.news, LATE.news), line, chance, at);
}

/** What the record says, from its parts. */
export function recordRisk({ base, room, length, destination }: LateTerms): number {
  return sigmoid(base + room + length + destination);
}

/** What the record of promises says, at `at` (days since 1970). */
export function lateRisk(line: LateLine, chance: Chance, at: number): number {
  return recordRisk(lateTerms(line, chance, at));
}

/** The same with all that parcels under way tell, good or bad: what their news are measured by. */
export function riskWithNews(line: LateLine, chance: Chance, at: number): number {
  return recordRisk(termsWith(newsOf(line.news, LATE.news), line, chance, at));
}

const EDGE = 0.003;

/**
 * Two views of one risk, met on the log odds: the record of promises, which knows how often room sufficed but only hears of
 * it when the promise is due, and the range, which moves with the network at once but is vague far out.
 */
export function meet(record: number, range: number): number {
  const odds = (risk: number): number => {
    const inside = Math.max(EDGE, Math.min(1 - EDGE, risk));
    return Math.log(inside / (1 - inside));
  };
  return sigmoid(LATE.record * odds(record) + (1 - LATE.record) * odds(range));
}

/** From here on a miss is likelier than not; and what is said at the most where it is not. */
const EVEN = 0.5;
const BELOW_EVEN = 0.49;

/**
 * The risk on its side of even odds. A median before the promise says that the parcel rather keeps it; where the record says
 * the contrary, deliveries bear out the median, so the risk may not contradict it (docs/decisions/0119). `left` and `needed`:
 * time to the promise and to the median, in one unit.
 */
export function onItsSide(risk: number, left: number, needed: number): number {
  return needed <= left ? Math.min(risk, BELOW_EVEN) : Math.max(risk, EVEN);
}

/** The late risk, from all its terms. */
export function riskOf(late: LateTerms & { range: number; leftMs: number; neededMs: number }): number {
  return onItsSide(meet(recordRisk(late), late.range), late.leftMs, late.neededMs);
}

/** Learns, when a promise has passed, whether the parcel had come. */
export function learnLate(line: LateLine, chance: Chance, late: boolean, at: number): void {
  const x = inputs(chance);
  const own = deviation(line.groups, chance.group, at, LATE.group);
  const risk = sigmoid(dot(line.weights, x) + own);
  const certainty = Math.max(LEAST_CERTAINTY, risk * (1 - risk));
  const error = (late ? 1 : 0) - risk;
  const left = faded(line, at, LATE.halfLife);
  const [p, q, r] = LATE.floor;
  const gains = [x[0] * x[0], x[0] * x[1], x[0] * x[2], x[1] * x[1], x[1] * x[2], x[2] * x[2]];
  for (const [index, floor] of [p, 0, 0, q, 0, r].entries()) {
    const before = line.information[index] ?? 0;
    line.information[index] = before * left + floor * (1 - left) + certainty * (gains[index] ?? 0);
  }
  line.at = Math.max(line.at, at);
  const step = solve(line.information, x);
  for (const [index, by] of step.entries()) {
    const moved = (line.weights[index] ?? 0) + error * by;
    line.weights[index] = Math.min(GENTLEST[index] ?? 0, moved);
  }
  add(line.groups, chance.group, at, error / certainty + own, LATE.group, certainty);
}

/** `y` of A y = x for a symmetric, positive A given by its upper triangle (Cramer's rule). */
function solve([a, b, c, d, e, f]: LateLine['information'], x: Triple): Triple {
  const first = d * f - e * e;
  const second = c * e - b * f;
  const third = b * e - c * d;
  const determinant = a * first + b * second + c * third;
  if (!(determinant > 0)) return [0, 0, 0];
  const rows: readonly Triple[] = [
    [first, second, third],
    [second, a * f - c * c, b * c - a * e],
    [third, b * c - a * e, a * d - b * b],
  ];
  const [one = 0, two = 0, three = 0] = rows.map((row) => dot(row, x) / determinant);
  return [one, two, three];
}
