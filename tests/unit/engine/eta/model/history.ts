import type { Stage } from '../../../../../shared/model/node.ts';
import { asInstant, DAY } from '../../../../../shared/time.ts';
import { estimate, type Context, type ParcelState } from '../../../../../main/engine/eta/model/estimate.ts';
import { learnStages, ROUTE, type Begun } from '../../../../../main/engine/eta/model/journey.ts';
import { Reading } from '../../../../../main/engine/eta/model/reading.ts';
import { createModel, type ModelState } from '../../../../../main/engine/eta/model/state.ts';
import type { Traits } from '../../../../../main/engine/eta/model/traits.ts';
import { forecast, learnWhole } from '../../../../../main/engine/eta/model/whole.ts';
import { seeded } from './world.ts';

/** A seller with a history on one lane, and parcels on their way in it. */
export const FIRST = 19_000;
export const traits: Traits = {
  origin: 'CN',
  destination: 'MY',
  carrier: 'spx',
  region: 'CN>MY',
  tightness: 0,
};
const USUAL: Readonly<Record<string, number>> = {
  INFO: 1,
  FIRST_MILE: 0.8,
  ORIGIN: 1.2,
  EXPORT: 0.7,
  LINEHAUL: 2.5,
  IMPORT: 1,
  LAST_MILE: 2,
};

export const begun = (stage: Stage, at: number): Begun => ({
  stage,
  at,
  weekday: (Math.floor(at) + 3) % 7,
  hour: Math.floor((at % 1) * 24),
  before: null,
});

/** A seller's history on one lane: every journey through all stages but EXPORT, which no scan ever names. */
export function experienced(parcels: number): ModelState {
  const state = createModel();
  const chance = seeded(5);
  const noise = (): number => Math.exp(0.4 * (chance() + chance() + chance() - 1.5) * 2);
  for (let parcel = 0; parcel < parcels; parcel += 1) {
    let at = FIRST + parcel / 10;
    const starts: Begun[] = [];
    for (const stage of ROUTE) {
      if (stage !== 'EXPORT') starts.push(begun(stage, at));
      at += (USUAL[stage] ?? 1) * noise();
    }
    for (const [index, start] of starts.entries()) {
      const left = ROUTE.slice(ROUTE.indexOf(starts[index]?.stage ?? 'INFO'));
      const told = forecast(state, left, traits, start);
      learnWhole(state, left, traits, start, told, at - start.at, at);
    }
    learnStages(state, traits, starts, at, at);
  }
  return state;
}

export const NOW = FIRST + 100;
export const context = (over: Partial<Context> = {}): Context => ({
  now: asInstant(NOW * DAY),
  openCase: null,
  hazards: null,
  daysOff: () => [],
  calendarGap: () => null,
  ...over,
});
export const parcelAt = (stage: Stage, age: number, over: Partial<ParcelState> = {}): ParcelState => ({
  traits,
  start: begun(stage, NOW - age),
  lastScanAt: asInstant((NOW - Math.min(age, 0.5)) * DAY),
  promise: asInstant((NOW + 9) * DAY),
  ended: false,
  ...over,
});
export const known = experienced(700);
export const told = (state: ModelState, parcel: ParcelState, over: Partial<Context> = {}) => {
  const made = estimate(new Reading(state, NOW), parcel, context(over));
  if (!made) throw new Error('no estimate');
  return made;
};
export const weekday = (at: number): number => (Math.floor(at / DAY) + 3) % 7;
export const sunday = {
  date: '2022-05-01',
  name: null,
  country: 'MY',
  state: null,
  tentative: false,
  why: 'week',
} as const;
export const restsOn =
  (day: number): NonNullable<Context['delivers']> =>
  (at) =>
    weekday(at) === day
      ? {
          at: asInstant((Math.floor(at / DAY) + 1) * DAY),
          before: asInstant(Math.floor(at / DAY) * DAY),
          daysOff: [sunday],
        }
      : { at, before: at, daysOff: [] };
/** Handed over an hour ago; it counts `ahead` days from now. */
export const handedLate = (ahead: number): ParcelState => {
  const at = asInstant(Math.round((NOW + ahead) * DAY));
  const happenedAt = asInstant(NOW * DAY - DAY / 24);
  const handOver = { at, happenedAt, cutOff: '17:00', zone: 'Asia/Shanghai', daysOff: [sunday] };
  return parcelAt('FIRST_MILE', -ahead, {
    start: begun('FIRST_MILE', at / DAY),
    lastScanAt: happenedAt,
    handOver,
  });
};
