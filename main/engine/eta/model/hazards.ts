import type { EtaAdjustment, EtaWeather } from '#shared/model/eta.ts';
import type { Stage } from '#shared/model/node.ts';
import { DAY } from '#shared/time.ts';
import type { Point } from '../intervals/levels.ts';
import { combine, type Moments } from './combine.ts';
import { sometimes } from './remaining.ts';
import { delayOf } from './troubles.ts';

/** A stage that is left, with the time in which it is expected: by its usual time and those before it. */
export interface StageWindow {
  readonly stage: Stage;
  /** Instants, ms. */
  readonly from: number;
  readonly to: number;
}

/** A warning about a place: weather or a strike. */
export interface Hazard {
  readonly kind: 'weather' | 'strike';
  readonly place: string;
  /** The chance that it holds the parcel up, 0 to 1. */
  readonly chance: number;
  /** Days that it then adds: median, and of one in ten. */
  readonly days: number;
  readonly longestDays: number;
  /** For weather: what comes when, and which stage meets it. */
  readonly weather?: Omit<EtaWeather, 'widerMs'>;
}

type Points = Readonly<Record<Point, number>>;

/** A range with the warnings in it. `location` and `spread`: its log time, for the risk to be late. */
export interface Warned {
  readonly points: Points;
  readonly location: number;
  readonly spread: number;
  readonly adjustments: readonly EtaAdjustment[];
}

/** They move with a warning; the begins of the ranges do not. */
const LATER: readonly Point[] = ['p50', 'hi80', 'hi90'];

/**
 * Adds warnings to a range, one after another, each as a time that happens with a chance only. A warning may come to
 * nothing, so the range begins where it did and no point becomes earlier; what it adds to the middle is its adjustment, and
 * to the end of the 80 % range is told with it. `shift`: the network's speed and the learnt correction, log. `pointsAt`: the range of another log time. `shown`: the instant that is
 * shown for a point of the range, days from its begin.
 */
export function withHazards(
  hazards: readonly Hazard[],
  stages: readonly Moments[],
  told: {
    readonly points: Points;
    readonly shift: number;
    readonly pointsAt: (location: number, spread: number) => Points;
    readonly shown: (days: number) => number;
  },
): Warned | null {
  if (hazards.length === 0) return null;
  const parts = [...stages];
  const adjustments: EtaAdjustment[] = [];
  let { points } = told;
  let sum = combine(parts);
  for (const { kind, place, chance, days, longestDays, weather } of hazards) {
    parts.push(sometimes(delayOf(days, longestDays / days), chance));
    sum = combine(parts);
    const next = told.pointsAt(sum.location + told.shift, sum.spread);
    const later = { ...points };
    for (const name of LATER) later[name] = Math.max(next[name], points[name]);
    const addMs = (later.p50 - points.p50) * DAY;
    const widerMs = told.shown(later.hi80) - told.shown(points.hi80);
    adjustments.push({
      ...{ kind, factor: 1, addMs, caseKind: null, place },
      ...(weather ? { weather: { ...weather, widerMs } } : {}),
    });
    points = later;
  }
  return { points, location: sum.location + told.shift, spread: sum.spread, adjustments };
}
