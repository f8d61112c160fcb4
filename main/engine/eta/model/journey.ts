import { STAGES, type Stage } from '#shared/model/node.ts';
import { add, deviation, type Cells } from './decay.ts';
import { MEMORY } from './settings.ts';
import { type DaysOff, dayOffCost, daysOffExpected, NO_DAYS_OFF } from './daysOff.ts';
import { learnStage, stageTime } from './stage.ts';
import type { ModelState } from './state.ts';
import { laneOf, type Start, type Traits } from './traits.ts';

/** The stages that take a parcel to its buyer, in order. */
export const ROUTE: readonly Stage[] = STAGES.filter((stage) => stage !== 'CLOSE');

/** The stages from `stage` on; of a parcel that nothing is known of, all. */
export function stagesFrom(stage: Stage): readonly Stage[] {
  const place = ROUTE.indexOf(stage);
  return place < 0 ? [] : ROUTE.slice(place);
}

/** A stage of a finished journey, as it began. */
export interface Begun extends Start {
  readonly stage: Stage;
  /** When it really happened, where it counts later (days since 1970). */
  readonly happened?: number;
}

const seenKey = (stage: string, traits: Traits): string => `${stage}|${traits.region}|${laneOf(traits)}`;

/** The chance that a parcel of this lane is seen in a stage at all; 1 until journeys say otherwise. */
export function chanceOf(seen: Cells, stage: string, traits: Traits, at: number): number {
  return Math.max(0, Math.min(1, 1 + deviation(seen, seenKey(stage, traits), at, MEMORY.seen)));
}

/**
 * The beginnings of a journey's stages, each once and in the order of the route: a parcel that comes back to a stage
 * has begun it when it came first, and scans that fall behind an earlier stage's begin are not another begin.
 */
export function begunStages(starts: readonly Begun[]): Begun[] {
  const first = new Map<Stage, Begun>();
  for (const start of starts) {
    const known = first.get(start.stage);
    if (ROUTE.includes(start.stage) && (!known || start.at < known.at)) first.set(start.stage, start);
  }
  const found: Begun[] = [];
  for (const stage of ROUTE) {
    const start = first.get(stage);
    if (start && (found.at(-1)?.at ?? Number.NEGATIVE_INFINITY) <= start.at) found.push(start);
  }
  return found;
}

/**
 * Learns the stages of a delivered parcel: how long each took, seen from its own begin and from the begins before it, and
 * which stages were seen. A stage ends where the next one that was seen begins.
 */
export function learnStages(
  state: ModelState,
  traits: Traits,
  starts: readonly Begun[],
  deliveredAt: number,
  at: number,
  daysOff: DaysOff = NO_DAYS_OFF,
): void {
  const begun = begunStages(starts);
  /** Days off that a stage was to meet when it began. */
  const metBy = (start: Begun): number => {
    if (daysOff === NO_DAYS_OFF) return 0;
    const { stage } = start;
    const cost = dayOffCost(state.daysOff, stage, traits, at);
    return daysOffExpected(stage, stageTime(state, stage, traits, start, at), cost, start.at, daysOff);
  };
  for (const [index, start] of begun.entries()) {
    const end = begun[index + 1]?.at ?? deliveredAt;
    if (end < start.at) continue;
    const met = metBy(start);
    for (const from of begun.slice(0, index + 1)) {
      learnStage(state, start.stage, traits, from, end - start.at, at, met);
    }
  }
  const [first] = begun;
  if (!first) return;
  for (const stage of stagesFrom(first.stage)) {
    const seen = begun.some((start) => start.stage === stage);
    add(state.seen, seenKey(stage, traits), at, seen ? 0 : -1, MEMORY.seen);
  }
}
