import {
  arrive,
  beginFollowing,
  closeDays,
  follow,
  learnPast,
  type Followed,
} from '../../../../main/engine/eta/model/follow.ts';
import { learnStage } from '../../../../main/engine/eta/model/stage.ts';
import { createModel, type ModelState } from '../../../../main/engine/eta/model/state.ts';
import {
  learnPromise,
  tightnessOf,
  type Start,
  type Traits,
} from '../../../../main/engine/eta/model/traits.ts';
import { forecast, riskAfter } from '../../../../main/engine/eta/model/whole.ts';
import type { ShipmentRow } from './rows.ts';

export const MOMENTS = ['ordered', 'handed_over'] as const;
export type From = (typeof MOMENTS)[number];

/** What was said at a moment, in days since it. */
export interface Said {
  readonly row: ShipmentRow;
  readonly from: From;
  readonly p50: number;
  readonly lo80: number;
  readonly hi80: number;
  readonly lo90: number;
  readonly hi90: number;
  readonly pLate: number | null;
}

const HANDLING = 'HANDLING';
const TRANSIT = 'TRANSIT';
const STAGES: Readonly<Record<From, readonly string[]>> = {
  ordered: [HANDLING, TRANSIT],
  handed_over: [TRANSIT],
};

interface Event {
  readonly at: number;
  readonly kind: 0 | 1 | 2;
  readonly row: ShipmentRow;
}

/** Every moment of every row in the order of time; at one instant orders first, then by the rows' ids. */
function eventsOf(rows: readonly ShipmentRow[]): Event[] {
  const events: Event[] = [];
  for (const row of rows) {
    events.push({ at: row.orderedAt, kind: 0, row });
    if (row.handedOverAt !== null) events.push({ at: row.handedOverAt, kind: 1, row });
    events.push({ at: row.deliveredAt, kind: 2, row });
  }
  const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return events.toSorted((a, b) => a.at - b.at || a.kind - b.kind || text(a.row.id, b.row.id));
}

/**
 * Walks through time: at each order and each hand-over after `cut` the model says when the parcel will come, knowing only
 * what had happened by then; it learns orders, hand-overs and deliveries at the instants at which they happen. Rows
 * delivered before the cut are its past.
 */
export function walk(rows: readonly ShipmentRow[], cut: number): { said: Said[]; state: ModelState } {
  const state = createModel();
  // Where orders from before the cut are still under way they are in the table; otherwise nobody followed them.
  const straddling = rows.some((row) => row.orderedAt < cut && row.deliveredAt >= cut);
  const following = beginFollowing(Math.floor(cut), straddling ? null : cut);
  const past = new Map<string, Omit<Followed, 'cameAt' | 'due'>>();
  const said: Said[] = [];
  for (const { at, kind, row } of eventsOf(rows)) {
    if (at >= cut) closeDays(state, following, at);
    const afterCut = row.orderedAt >= cut;
    if (kind === 2) deliver(row, at);
    else {
      const from: From = kind === 0 ? 'ordered' : 'handed_over';
      const made = foresee(state, row, from, at);
      const key = `${from} ${row.id} ${row.index}`;
      if (afterCut) {
        follow(following, key, made);
        said.push(say(state, row, from, made));
      } else past.set(key, made);
      if (kind === 0) learnPromise(state.promises, wayOf(row), promised(row, row.orderedAt), at);
      else if (afterCut) learnHandling(row, at);
    }
  }
  return { said, state };

  function learnHandling(row: ShipmentRow, at: number): void {
    const key = `ordered ${row.id} ${row.index}`;
    const made = following.followed[key] ?? past.get(key);
    if (made && row.handedOverAt !== null) {
      learnStage(state, HANDLING, made.traits, made.from, row.handedOverAt - row.orderedAt, at);
    }
  }

  function deliver(row: ShipmentRow, at: number): void {
    const keys = MOMENTS.map((from) => `${from} ${row.id} ${row.index}`);
    const [ordered = '', handedOver = ''] = keys;
    if (row.orderedAt >= cut) {
      const early = following.followed[ordered];
      const late = following.followed[handedOver];
      arrive(state, following, ordered, at);
      const days = arrive(state, following, handedOver, at);
      if (early && late && days !== null) learnTransit(early, late, days, at);
      return;
    }
    const early = past.get(ordered);
    const late = past.get(handedOver);
    if (early) learnPast(state, early, at - row.orderedAt, at);
    if (late && row.handedOverAt !== null) {
      learnPast(state, late, at - row.handedOverAt, at);
      if (early) {
        learnHandling(row, at);
        learnTransit(early, late, at - row.handedOverAt, at);
      }
    }
    for (const key of keys) past.delete(key);
  }

  function learnTransit(
    early: Omit<Followed, 'cameAt' | 'due'>,
    late: Omit<Followed, 'cameAt' | 'due'>,
    days: number,
    at: number,
  ): void {
    learnStage(state, TRANSIT, early.traits, early.from, days, at);
    learnStage(state, TRANSIT, late.traits, late.from, days, at);
  }
}

/** A table says nothing of market pairs: all of it is one. */
const wayOf = ({ origin, destination }: ShipmentRow) => ({ origin, destination, region: '' });

const promised = (row: ShipmentRow, at: number): number | null =>
  row.promisedOn === null ? null : row.promisedOn - at;

function foresee(
  state: ModelState,
  row: ShipmentRow,
  from: From,
  at: number,
): Omit<Followed, 'cameAt' | 'due'> {
  const start: Start = {
    stage: from === 'ordered' ? HANDLING : TRANSIT,
    at,
    // Day 0, 1970-01-01, was a Thursday; 0 is Monday.
    weekday: (Math.floor(at) + 3) % 7,
    hour: Math.floor((at % 1) * 24),
    before: from === 'ordered' ? null : at - row.orderedAt,
  };
  const traits: Traits = {
    ...wayOf(row),
    carrier: row.carrier,
    tightness: tightnessOf(state.promises, wayOf(row), promised(row, row.orderedAt)),
  };
  const stages = STAGES[from];
  const told = forecast(state, stages, traits, start);
  return { told, stages, traits, from: start, promisedDays: promised(row, at) };
}

function say(
  state: ModelState,
  row: ShipmentRow,
  from: From,
  { told, promisedDays }: Omit<Followed, 'cameAt' | 'due'>,
): Said {
  const pLate = promisedDays === null ? null : riskAfter(state, told, promisedDays);
  return { row, from, ...told.points, pLate };
}
