import { DAY } from '#shared/time.ts';
import { arrive, beginFollowing, closeDays, follow, learnPast, type Following } from '../model/follow.ts';
import { learnGap } from '../model/gaps.ts';
import { learnStages, stagesFrom } from '../model/journey.ts';
import { createModel, type ModelState } from '../model/state.ts';
import { learnPromise, tightnessOf, type Traits } from '../model/traits.ts';
import { forecast } from '../model/whole.ts';
import { type DaysOff, daysRested } from '../model/daysOff.ts';
import { daysOffIn } from './daysOff.ts';
import { type Foreseen, foreseenAt, promisedDays, type Trail, traitsOf, wayOf } from './trail.ts';

/** Forecasts that wait for their outcome at once, at most (half of it by parcels that wait in a stage): further ones are learnt when they have come. */
const FOLLOWED_MAX = 20_000;

/** What has been learnt up to the end of a day. Plain JSON, owned by the caller. */
export interface Learner {
  readonly state: ModelState;
  readonly following: Following;
  /** The first day (since 1970) that is not learnt yet. */
  day: number;
  /** Deliveries learnt. */
  learnt: number;
}

/** A parcel whose trail touches a day. `scans`: its instants of scans, ascending; asked for when it was delivered. */
export interface Pupil {
  readonly id: number;
  readonly trail: Trail;
  scans(): readonly number[];
}

type Fact =
  | ({ readonly kind: 'begin'; readonly pupil: Pupil } & Foreseen)
  | { readonly kind: 'end'; readonly at: number; readonly pupil: Pupil };

/** Nothing learnt; the walk begins with `day`, and everything ordered before it was known by chance. */
export function beginLearning(day: number): Learner {
  return { state: createModel(), following: beginFollowing(day, day), day, learnt: 0 };
}

/** What happened on a day, in order; at one instant begins first, then by parcel. */
function factsOn(day: number, pupils: readonly Pupil[]): Fact[] {
  const on = (at: number): boolean => at >= day && at < day + 1;
  const facts: Fact[] = [];
  for (const pupil of pupils) {
    const { deliveredAt, goneAt } = pupil.trail;
    const end = deliveredAt ?? goneAt;
    for (const moment of foreseenAt(pupil.trail))
      if (on(moment.at)) facts.push({ kind: 'begin', pupil, ...moment });
    if (end !== null && on(end / DAY)) facts.push({ kind: 'end', at: end / DAY, pupil });
  }
  const rank = { begin: 0, end: 1 } as const;
  return facts.toSorted((a, b) => a.at - b.at || rank[a.kind] - rank[b.kind] || a.pupil.id - b.pupil.id);
}

/** Facts learnt at a time: about 50 ms. */
const FACTS = 100;

/**
 * Learns one whole day: forecasts where stages began or had lasted some days, outcomes where parcels came, then what the day as such showed.
 * Pauses after each hundred of facts, where its caller may let others have their turn; the day is learnt when it is done.
 */
export function* learnDay(learner: Learner, pupils: readonly Pupil[]): Generator<undefined, void> {
  const { state, following, day } = learner;
  let open = Object.keys(following.followed).length;
  for (const [index, fact] of factsOn(day, pupils).entries()) {
    if (index % FACTS === FACTS - 1) yield;
    const { pupil } = fact;
    if (fact.kind === 'begin') {
      const { waited, trouble } = fact.standing;
      const first = waited === 0 && trouble === null;
      if (open < (first ? FOLLOWED_MAX : FOLLOWED_MAX / 2)) {
        follow(
          following,
          followedAs(pupil.id, fact),
          foresee(state, pupil.trail, daysOffIn(pupil.trail), fact),
        );
        open += 1;
      }
      if (first && fact.begun === pupil.trail.begun[0]) {
        learnPromise(state.promises, wayOf(pupil.trail), promisedDays(pupil.trail), fact.at);
      }
    } else if (pupil.trail.deliveredAt !== null) {
      arrived(learner, pupil, fact.at);
      learner.learnt += 1;
    } else {
      for (const moment of foreseenAt(pupil.trail)) delete following.followed[followedAs(pupil.id, moment)];
    }
  }
  closeDays(state, following, day + 1);
  learner.day = day + 1;
}

/** The same at one go. */
export function learnWholeDay(learner: Learner, pupils: readonly Pupil[]): void {
  for (const _pause of learnDay(learner, pupils));
}

const followedAs = (id: number, { begun, standing, at }: Foreseen): string =>
  standing.trouble ? `${id}!${at}` : `${id}|${begun.stage}+${standing.waited}`;

export function tightness(state: ModelState, trail: Pick<Trail, 'market' | 'orderedAt' | 'promise'>): number {
  return tightnessOf(state.promises, wayOf(trail), promisedDays(trail));
}

function foresee(state: ModelState, trail: Trail, daysOff: DaysOff, { begun, standing, at }: Foreseen) {
  const traits = traitsOf(trail, tightness(state, trail));
  const stages = stagesFrom(begun.stage);
  const promised = trail.promise === null ? null : trail.promise / DAY - at;
  const told = forecast(state, stages, traits, begun, standing, daysOff);
  return {
    told,
    stages,
    traits,
    from: begun,
    promisedDays: promised !== null && promised > 0 ? promised : null,
  };
}

function arrived({ state, following }: Learner, { id, trail, scans }: Pupil, at: number): void {
  let traits: Traits | null = null;
  const daysOff = daysOffIn(trail);
  for (const moment of foreseenAt(trail)) {
    const key = followedAs(id, moment);
    const followed = following.followed[key];
    const made = followed ?? foresee(state, trail, daysOff, moment);
    traits ??= made.traits;
    if (followed) arrive(state, following, key, at);
    else learnPast(state, made, at - moment.at, at);
  }
  if (traits === null) return;
  learnStages(state, traits, trail.begun, at, at, daysOff);
  const instants = scans().map((instant) => instant / DAY);
  for (const [index, later] of instants.entries()) {
    const earlier = instants[index - 1];
    if (earlier === undefined || later <= earlier || later > at) continue;
    const stage = trail.begun.findLast((begun) => (begun.happened ?? begun.at) <= earlier);
    if (!stage) continue;
    // Nobody expects a scan before a late hand-over counts, nor on days off.
    const from = Math.max(earlier, stage.at);
    const rested = daysRested(state.daysOff, stage.stage, traits, { from, to: later, at }, daysOff);
    const quiet = later - from - rested;
    if (quiet > 0) learnGap(state.gaps, stage.stage, traits, quiet, at);
  }
}
