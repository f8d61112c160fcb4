import { momentsOf } from './combine.ts';
import { dayOffCost, learnDayOff } from './daysOff.ts';
import { deviation, settle, settleSlope, weightOf } from './decay.ts';
import { priorOf } from './priors.ts';
import { type Memory, MEMORY, SHORTEST_DAYS, SURPRISE_LIMIT, UNCLIPPED } from './settings.ts';
import type { ModelState, StageState } from './state.ts';
import { stageOf } from './state.ts';
import { laneOf, promiseLevelOf, type Start, type Traits } from './traits.ts';

/** What a term of a stage's usual time is about. */
export type TermName =
  | 'base'
  | 'destination'
  | 'lane'
  | 'origin'
  | 'carrier'
  | 'weekday'
  | 'daytime'
  | 'promiseLevel'
  | 'promiseLane'
  | 'promise'
  | 'before';

export interface Group {
  readonly name: Exclude<TermName, 'promise' | 'before'>;
  readonly key: string;
}

/** Lognormal time of one stage: median exp(location) days, spread of the log. */
export interface StageTime {
  readonly location: number;
  readonly spread: number;
}

const BEFORE_LIMIT = 2;
/** Mean of log|miss| of a normal miss lies so far under the log of its spread: (γ + ln 2) / 2 of Euler's γ, rounded. */
const LOG_ABS_NORMAL = 0.64;

/** The keys of a parcel's groups. */
interface Keys {
  readonly of: Traits;
  readonly lane: readonly Group[];
  readonly spread: readonly { readonly key: string; readonly memory: Memory }[];
}

/** Those of the parcel that was asked about last: it is asked about stage by stage, and making keys costs more than reading. */
let last: Keys | null = null;

function keysOf(traits: Traits): Keys {
  if (last?.of !== traits)
    last = { of: traits, lane: makeLaneGroups(traits), spread: makeSpreadGroups(traits) };
  return last;
}

/** The groups that belong to the parcel. */
export const laneGroups = (traits: Traits): readonly Group[] => keysOf(traits).lane;

function makeLaneGroups(traits: Traits): readonly Group[] {
  const found: Group[] = [
    { name: 'base', key: `b|${traits.region}` },
    { name: 'destination', key: `d|${traits.destination}` },
    { name: 'lane', key: `l|${laneOf(traits)}` },
    { name: 'origin', key: `o|${traits.origin}` },
  ];
  if (traits.carrier !== '') found.push({ name: 'carrier', key: `c|${laneOf(traits)}|${traits.carrier}` });
  return found;
}

/**
 * The groups that belong to the moment that is known (`from`). They are learnt for each such moment: a stage that begins
 * in a week has another weekday effect than one that begins now.
 */
export function momentGroups(
  stage: string,
  from: Pick<Start, 'stage' | 'weekday' | 'hour'>,
): readonly Group[] {
  const moment = from.stage === stage ? '' : from.stage;
  let known = moments.get(moment);
  if (!known) moments.set(moment, (known = []));
  const daytime = Math.floor(from.hour / 4);
  return (known[from.weekday * DAYTIMES + daytime] ??= [
    { name: 'weekday', key: `w|${moment}|${from.weekday}` },
    { name: 'daytime', key: `h|${moment}|${daytime}` },
  ]);
}

/** Parts of a day that are told apart. */
export const DAYTIMES = 6;
/** By stage, the groups of each weekday and part of the day. */
const moments = new Map<string, (readonly Group[])[]>();

/**
 * The groups of a promise's tightness. On some lanes it tells the town from the country beyond it, which is a step and not a
 * slope, so they are learnt level by level. Of a stage that begins when another has ended: the first one is the seller's
 * own and goes no way (docs/decisions/0113).
 */
export function promiseGroups(lane: string, level: number): readonly Group[] {
  return [
    { name: 'promiseLevel', key: `t|${level}` },
    { name: 'promiseLane', key: `t|${lane}|${level}` },
  ];
}

/** Whether a stage's time is read from a promise's level, and from which. */
export function levelFor(stage: string, traits: Traits, from: Start): number | null {
  return from.stage === stage && from.before !== null ? promiseLevelOf(traits.tightness) : null;
}

/** The groups whose means make up a stage's time, widest first. */
function groups(stage: string, traits: Traits, from: Start): readonly Group[] {
  const level = levelFor(stage, traits, from);
  const found = [...laneGroups(traits), ...momentGroups(stage, from)];
  if (level !== null) found.push(...promiseGroups(laneOf(traits), level));
  return found;
}

export const promiseKey = (stage: string, moment: string): string => (stage === moment ? 'p' : `p|${moment}`);

/** Slopes: the promise's tightness, and (only where the stage begins now) how long the stage before took. */
function slopes(stage: string, traits: Traits, from: Start): { name: TermName; key: string; x: number }[] {
  const own = from.stage === stage;
  const found: { name: TermName; key: string; x: number }[] = [
    { name: 'promise', key: promiseKey(stage, from.stage), x: traits.tightness },
  ];
  if (own && from.before !== null) found.push({ name: 'before', key: 'before', x: beforeOf(from.before) });
  return found;
}

export function beforeOf(days: number): number {
  return Math.max(-BEFORE_LIMIT, Math.min(BEFORE_LIMIT, Math.log(Math.max(SHORTEST_DAYS.stage, days)) - 0.8));
}

export interface Term {
  readonly name: TermName;
  readonly key: string;
  /** Log factor: the stage takes exp(value) times as long because of it. */
  readonly value: number;
  /** Parcels behind it, faded and rounded down; what it was learnt from. */
  readonly weight: number;
}

/** The terms of a stage's log time; their sum and the prior's location are its location. */
export function stageTerms(
  state: ModelState,
  stage: string,
  traits: Traits,
  from: Start,
  at: number,
): Term[] {
  const known = state.stages[stage];
  if (!known) return [];
  const means = groups(stage, traits, from).map(({ name, key }) => ({
    name,
    key,
    value: deviation(known.effects, key, at, MEMORY[name]),
    weight: weightOf(known.effects, key, at, MEMORY[name]),
  }));
  const lines = slopes(stage, traits, from).map(({ name, key, x }) => ({
    name,
    key,
    value: deviation(known.slopes, key, at, MEMORY.slope) * x,
    weight: known.slopes[key]?.n ?? 0,
  }));
  return [...means, ...lines];
}

const spreadGroups = (traits: Traits): Keys['spread'] => keysOf(traits).spread;

const makeSpreadGroups = (traits: Traits): Keys['spread'] => [
  { key: '*', memory: MEMORY.spread },
  { key: `d|${traits.destination}`, memory: MEMORY.spreadDestination },
];

/** A stage's time for a parcel whose last known moment is `from`, with what is known at `at` (days). */
export function stageTime(
  state: ModelState,
  stage: string,
  traits: Traits,
  from: Start,
  at: number,
): StageTime {
  const prior = priorOf(stage, traits.region);
  const known = state.stages[stage];
  if (!known) return { location: Math.log(prior.days), spread: prior.spread };
  let location = Math.log(prior.days);
  for (const { name, key } of groups(stage, traits, from)) {
    location += deviation(known.effects, key, at, MEMORY[name]);
  }
  for (const { key, x } of slopes(stage, traits, from)) {
    location += deviation(known.slopes, key, at, MEMORY.slope) * x;
  }
  return { location, spread: spreadOf(state, stage, traits, at) };
}

/** The spread of the log of a stage's time. */
export function spreadOf(state: ModelState, stage: string, traits: Traits, at: number): number {
  const known = state.stages[stage];
  let spread = Math.log(priorOf(stage, traits.region).spread);
  if (!known) return Math.exp(spread);
  for (const { key, memory } of spreadGroups(traits)) spread += deviation(known.spread, key, at, memory);
  return Math.exp(spread);
}

/**
 * Learns a stage that took `days`, seen from a moment `from`. From the stage's own start all terms learn; from an earlier
 * moment only those that belong to that moment, since the others have learnt (or will learn) the same parcel. `met`: days off
 * that it was to meet (`daysOff.ts`).
 */
export function learnStage(
  state: ModelState,
  stage: string,
  traits: Traits,
  from: Start,
  days: number,
  at: number,
  met = 0,
): void {
  const known = stageOf(state, stage);
  const own = from.stage === stage;
  const time = stageTime(state, stage, traits, from, at);
  const rested = met === 0 ? 0 : met * dayOffCost(state.daysOff, stage, traits, at);
  const expected = rested === 0 ? time.location : Math.log(Math.exp(time.location) + rested);
  const miss = Math.log(Math.max(SHORTEST_DAYS.stage, days)) - expected;
  if (own) known.n += 1;
  if (own && met > 0) learnDayOff(state, stage, traits, { met, usual: momentsOf(time).mean, days, at });
  let rest = known.n <= UNCLIPPED ? miss : clip(miss, SURPRISE_LIMIT);
  for (const { name, key } of own ? groups(stage, traits, from) : momentGroups(stage, from)) {
    rest = settle(known.effects, key, at, rest, MEMORY[name]);
  }
  for (const { key, x } of slopes(stage, traits, from)) {
    rest = settleSlope(known.slopes, key, at, x, rest, MEMORY.slope);
  }
  // Days off are alike for all: with them in it a stage spreads less than without.
  if (own && met === 0 && known.n > UNCLIPPED) learnSpread(known, traits, miss, time.spread, at);
}

function learnSpread(known: StageState, traits: Traits, miss: number, spread: number, at: number): void {
  const told = Math.log(Math.max(0.05, Math.abs(miss))) + LOG_ABS_NORMAL - Math.log(spread);
  let rest = clip(told, 2);
  for (const { key, memory } of spreadGroups(traits)) rest = settle(known.spread, key, at, rest, memory);
}

const clip = (value: number, limit: number): number => Math.max(-limit, Math.min(limit, value));
