import { type Learner, type Pupil, tightness } from '../../../../main/engine/eta/live/lessons.ts';
import { type Trail, traitsOf } from '../../../../main/engine/eta/live/trail.ts';
import type { WayDays } from '../../../../main/engine/eta/live/placeDays.ts';
import { type Context, estimate } from '../../../../main/engine/eta/model/estimate.ts';
import type { Begun } from '../../../../main/engine/eta/model/journey.ts';
import { Reading } from '../../../../main/engine/eta/model/reading.ts';
import type { Taught } from '../../../../main/engine/eta/model/standing.ts';
import { parcelsOf } from '../../../../main/sandbox/simulate/truth.ts';
import type { World } from '../../../../main/sandbox/simulate/world.ts';
import type { Estimate } from '../../../../shared/model/eta.ts';
import { asInstant, DAY, type Instant } from '../../../../shared/time.ts';
import { daysTouched, trailFrom } from './world.ts';

/** The delivered parcels of a sandbox world as the live model learns from them, all and by the days that it learns on. */
export function pupilsOf(
  world: World,
  wayOf?: (market: string) => WayDays,
): { pupils: readonly Pupil[]; byDay: ReadonlyMap<number, readonly Pupil[]>; first: number } {
  const byDay = new Map<number, Pupil[]>();
  const pupils: Pupil[] = [];
  for (const parcel of parcelsOf(world)) {
    const trail = trailFrom(parcel, wayOf?.(parcel.market));
    if (!trail?.deliveredAt || trail.begun.length === 0) continue;
    const instants = parcel.scans.map(({ at }) => at);
    const pupil: Pupil = { id: pupils.length + 1, trail, scans: () => instants };
    pupils.push(pupil);
    for (const day of daysTouched(trail)) byDay.set(day, [...(byDay.get(day) ?? []), pupil]);
  }
  return { pupils, byDay, first: Math.min(...byDay.keys()) };
}

/** What somebody sees who looks at a parcel under way. */
export interface Look {
  readonly trail: Trail;
  /** The stage that it stands in. */
  readonly begun: Begun;
  readonly trouble: Taught | null;
  readonly made: Estimate;
  readonly around: Context;
}

/** What lies around a parcel, beside the moment and its trouble. */
export type Surroundings = (
  market: string | null,
  now: Instant,
) => Omit<Context, 'now' | 'openCase' | 'openSince'>;

/** Looks at the parcels that are under way at an instant (days since 1970), `all` of them or those in trouble. */
export function* lookAt(
  { state }: Learner,
  pupils: readonly Pupil[],
  at: number,
  { all, around }: { readonly all: boolean; readonly around: Surroundings },
): Generator<Look, void> {
  const now = asInstant(Math.round(at * DAY));
  const reading = new Reading(state, at);
  for (const { trail, scans } of pupils) {
    const begun = trail.begun.findLast((each) => each.at <= at);
    if (!begun || (trail.deliveredAt ?? 0) <= now) continue;
    const last = trail.troubles.findLast(({ from }) => from <= at);
    const standing = last !== undefined && (last.until === null || last.until > at);
    if (!all && !standing) continue;
    const openCase = standing ? last.kind : null;
    const openSince = standing ? asInstant(Math.round(last.from * DAY)) : null;
    const scan = scans().findLast((instant) => instant <= now);
    const traits = traitsOf(trail, tightness(state, trail));
    const lastScanAt = scan === undefined ? null : asInstant(scan);
    const context = { ...around(trail.market, now), now, openCase, openSince };
    const parcel = { traits, start: begun, lastScanAt, promise: null, ended: false };
    const made = estimate(reading, parcel, context);
    if (made) yield { trail, begun, trouble: openCase, made, around: context };
  }
}

interface Tally {
  looks: number;
  before50: number;
  inside80: number;
  inside90: number;
  width80: number;
}

const NO_LOOKS: Readonly<Tally> = { looks: 0, before50: 0, inside80: 0, inside90: 0, width80: 0 };

const share = (part: number, of: number): number | null =>
  of === 0 ? null : Math.round((1000 * part) / of) / 10;

/** How often ranges held, by groups of looks. */
export class Looks {
  readonly #tallies = new Map<string, Tally>();

  count(group: string, { trail, made }: Look): void {
    let tally = this.#tallies.get(group);
    if (!tally) this.#tallies.set(group, (tally = { ...NO_LOOKS }));
    const came = trail.deliveredAt ?? 0;
    tally.looks += 1;
    tally.width80 += (made.hi80 - made.lo80) / DAY;
    if (came <= made.p50) tally.before50 += 1;
    if (came >= made.lo80 && came <= made.hi80) tally.inside80 += 1;
    if (came >= made.lo90 && came <= made.hi90) tally.inside90 += 1;
  }

  /** Shares in percent; null where nobody looked. */
  told(group: string) {
    const { looks, before50, inside80, inside90, width80 } = this.#tallies.get(group) ?? NO_LOOKS;
    return {
      looks,
      coverage80: share(inside80, looks),
      coverage90: share(inside90, looks),
      beforeMedian: share(before50, looks),
      width80Days: looks === 0 ? null : Math.round((100 * width80) / looks) / 100,
    };
  }
}
