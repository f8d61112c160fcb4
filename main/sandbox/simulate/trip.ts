import type { EventNode } from '#shared/model/node.ts';
import { type Rests, whenOpen } from './calendar.ts';
import type { Spread } from './parameters.ts';
import type { Chance } from './random.ts';
import type { Cause, Scan } from './types.ts';
import type { Phrase } from './words/phrases.ts';

/** A parcel under way: its clock, its scans so far and what went wrong. */
export interface Trip {
  at: number;
  carrier: string;
  back: boolean;
  readonly chance: Chance;
  readonly scans: Scan[];
  readonly causes: Cause[];
  /** Lets time pass: a draw around the median, longer once the network has slowed down. */
  wait(spread: Spread): void;
  /** Lets time pass until a country's people work, `offset` hours east of UTC: at once, or from midnight after its rest. */
  untilWorked(country: string, offset: number): void;
  /** Whether a country rests on a local day. */
  readonly rests: Rests;
  scan(node: EventNode, place: string, phrase?: Phrase): void;
  blame(kind: Cause['kind']): void;
}

/** Work goes on through the night. */
const ALL_DAY = { from: 0, to: 24 } as const;

/** The phrase that goes with a node where the two have one name. */
const usual = (node: EventNode): Phrase => node as Phrase;

/** A trip that begins at `start`; from `slowFrom` on every wait takes `factor` times as long. */
export function beginTrip(
  chance: Chance,
  start: number,
  { slowFrom, factor, rests }: { slowFrom: number; factor: number; rests: Rests },
): Trip {
  const trip: Trip = {
    at: start,
    carrier: 'SLS',
    back: false,
    chance,
    scans: [],
    causes: [],
    wait(spread) {
      const long = trip.at >= slowFrom ? factor : 1;
      trip.at += chance.about(spread.median, spread.sigma) * long;
    },
    untilWorked(country, offset) {
      trip.at = whenOpen(trip.at, { ...ALL_DAY, offset, rests: (day) => rests(country, day) });
    },
    rests,
    scan(node, place, phrase = usual(node)) {
      // Whole seconds: the API knows no finer time.
      const at = Math.round(trip.at / 1000) * 1000;
      const { carrier, back } = trip;
      trip.scans.push({ at, phrase, node, place, carrier, variant: chance.below(1000), back });
    },
    blame(kind) {
      trip.causes.push({ kind, at: trip.at });
    },
  };
  return trip;
}
