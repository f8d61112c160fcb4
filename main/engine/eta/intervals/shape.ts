import type { Memory } from '../model/settings.ts';

/** Bins of a standardised miss from -3 to 3; what lies outside counts in the last bin of its side. */
const BINS = 240;
const LOW = -3;
const HIGH = 3;
const WIDTH = (HIGH - LOW) / BINS;

/** A faded histogram. */
export interface Shape {
  readonly bins: number[];
  weight: number;
  at: number;
}
export type Shapes = Record<string, Shape>;

/** The cumulated shares at the edges of the bins: BINS + 1 numbers from 0 to 1. */
export type Distribution = Float64Array;

/** Where there is no miss yet, misses are taken as normal. As strong as so many parcels. */
const NORMAL_TRUST = 20;
const NORMAL = normalBins();

function normalBins(): Float64Array {
  const raw = Array.from({ length: BINS }, (_, bin) => Math.exp(-((LOW + WIDTH * (bin + 0.5)) ** 2) / 2));
  const sum = raw.reduce((total, value) => total + value, 0);
  return Float64Array.from(raw, (value) => value / sum);
}

/** Counts a standardised miss (log of actual over predicted time, divided by the predicted spread). */
export function addMiss(shapes: Shapes, key: string, at: number, miss: number, memory: Memory): void {
  const shape = (shapes[key] ??= { bins: Array.from({ length: BINS }, () => 0), weight: 0, at });
  if (at > shape.at) {
    const left = 2 ** ((shape.at - at) / memory.halfLife);
    for (let bin = 0; bin < BINS; bin += 1) shape.bins[bin] = (shape.bins[bin] ?? 0) * left;
    shape.weight *= left;
    shape.at = at;
  }
  const bin = Math.max(0, Math.min(BINS - 1, Math.floor((miss - LOW) / WIDTH)));
  shape.bins[bin] = (shape.bins[bin] ?? 0) + 1;
  shape.weight += 1;
}

/** The distribution of misses of the narrowest group, mixed with the wider ones before it in `keys` (widest first). */
export function mixed(shapes: Shapes, keys: readonly string[], memory: Memory): Distribution {
  const shares = NORMAL.slice();
  let trust = NORMAL_TRUST;
  for (const key of keys) {
    const shape = shapes[key];
    if (shape) {
      const whole = shape.weight + trust;
      for (let bin = 0; bin < BINS; bin += 1) {
        shares[bin] = ((shape.bins[bin] ?? 0) + trust * (shares[bin] ?? 0)) / whole;
      }
    }
    trust = memory.trust;
  }
  const edges = new Float64Array(BINS + 1);
  for (let bin = 0; bin < BINS; bin += 1) edges[bin + 1] = (edges[bin] ?? 0) + (shares[bin] ?? 0);
  return edges;
}

/** The miss below which a share `p` of parcels stays. Monotone in `p`. */
export function missAt(distribution: Distribution, p: number): number {
  let low = 0;
  let high = BINS;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((distribution[middle] ?? 1) < p) low = middle + 1;
    else high = middle;
  }
  const edge = Math.max(1, low);
  const below = distribution[edge - 1] ?? 0;
  const inside = (distribution[edge] ?? 1) - below;
  const part = inside > 0 ? Math.max(0, Math.min(1, (p - below) / inside)) : 1;
  return LOW + WIDTH * (edge - 1 + part);
}

/** The share of parcels whose miss is at most `miss`. */
export function shareBelow(distribution: Distribution, miss: number): number {
  const place = (miss - LOW) / WIDTH;
  if (!(place > 0)) return 0;
  if (place >= BINS) return 1;
  const edge = Math.floor(place);
  const below = distribution[edge] ?? 0;
  return below + (place - edge) * ((distribution[edge + 1] ?? 1) - below);
}
