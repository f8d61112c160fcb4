import { TRACK } from '../model/settings.ts';

/** The five points of a range, and the share of parcels that should arrive before each. */
export const POINTS = { lo90: 0.05, lo80: 0.1, p50: 0.5, hi80: 0.9, hi90: 0.95 } as const;
export type Point = keyof typeof POINTS;
export const POINT_NAMES = Object.keys(POINTS) as Point[];

/** Offsets of the points' levels (logit), by group. */
export type Levels = Record<string, Record<Point, number>>;

export const logit = (p: number): number => Math.log(p / (1 - p));
export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** The level to read from the distribution so that the stated share comes true: that share, moved by what was learnt and by `calm` (log odds). */
export function levelOf(levels: Levels, groups: readonly string[], point: Point, calm = 0): number {
  let moved = logit(POINTS[point]) + calm;
  for (const group of groups) moved += levels[group]?.[point] ?? 0;
  return sigmoid(moved);
}

/** How many parcels' points passed in a day, and how many of those had come by then. */
export interface Passed {
  passed: number;
  before: number;
}

/**
 * Learns from a day which share of the parcels came before a point of their ranges. The point moves up when fewer came
 * than should, down when more did (adaptive conformal inference, Gibbs and Candès 2021; on the logit, so that a level
 * stays inside 0 and 1, and by the day's share, so that a busy network is not steered harder than a quiet one: what
 * passes today was said weeks ago, and a fast hand on a late answer swings). Every parcel counts on the day on which its
 * point passes, delivered or not: those that came early say no more than those still on their way.
 */
export function learnPoint(levels: Levels, group: string, point: Point, { passed, before }: Passed): void {
  const target = POINTS[point];
  const surprise = (target * passed - before) / (target * (1 - target) * (passed + TRACK.trust));
  const offsets = (levels[group] ??= { lo90: 0, lo80: 0, p50: 0, hi80: 0, hi90: 0 });
  const moved = offsets[point] + TRACK.gain * surprise;
  offsets[point] = Math.max(-TRACK.limit, Math.min(TRACK.limit, moved));
}
