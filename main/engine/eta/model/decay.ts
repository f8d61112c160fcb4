import type { Memory } from './settings.ts';

/** A faded sum of values. Times are days since 1970, which may be fractions. */
export interface Cell {
  sum: number;
  weight: number;
  at: number;
  /** Values ever added, for "sample size". */
  n: number;
}
export type Cells = Record<string, Cell>;

/** What is left at `at` of something that was last changed at its `at`; all of it before that. */
export const faded = (cell: Pick<Cell, 'at'>, at: number, halfLife: number): number =>
  at > cell.at ? 2 ** ((cell.at - at) / halfLife) : 1;

/**
 * A group's mean deviation, shrunk towards 0 by `trust` parcels that deviate not at all (partial pooling by an empirical
 * Bayes weight w / (w + trust), as in James and Stein). What is old weighs less, and trust fades with it.
 */
export function deviation(cells: Cells, key: string, at: number, memory: Memory): number {
  const cell = cells[key];
  if (!cell) return 0;
  const left = faded(cell, at, memory.halfLife);
  return (cell.sum * left) / (cell.weight * left + memory.trust);
}

/** The faded number of values behind a group at `at`. */
export function weightOf(cells: Cells, key: string, at: number, memory: Memory): number {
  const cell = cells[key];
  return cell ? cell.weight * faded(cell, at, memory.halfLife) : 0;
}

/** Adds a value. A value from before the cell's last one is added without fading. */
export function add(cells: Cells, key: string, at: number, value: number, memory: Memory, weight = 1): void {
  const cell = (cells[key] ??= { sum: 0, weight: 0, at, n: 0 });
  const left = faded(cell, at, memory.halfLife);
  cell.sum = cell.sum * left + value * weight;
  cell.weight = cell.weight * left + weight;
  cell.at = Math.max(cell.at, at);
  cell.n += 1;
}

/**
 * One step of online backfitting: the group learns what the other terms leave over (`rest`), and what is then still left
 * is given back for the next term.
 */
export function settle(cells: Cells, key: string, at: number, rest: number, memory: Memory): number {
  const before = deviation(cells, key, at, memory);
  add(cells, key, at, rest + before, memory);
  return rest - (deviation(cells, key, at, memory) - before);
}

/** The slope of a ridge regression through the origin, faded; `sum` holds x·y and `weight` x². */
export function settleSlope(
  cells: Cells,
  key: string,
  at: number,
  x: number,
  rest: number,
  memory: Memory,
): number {
  if (x === 0) return rest;
  const before = deviation(cells, key, at, memory);
  add(cells, key, at, (rest + before * x) / x, memory, x * x);
  return rest - (deviation(cells, key, at, memory) - before) * x;
}
