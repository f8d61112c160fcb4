import { type EventNode, isNode, NODE_FACTS } from '#shared/model/node.ts';
import {
  type ActivityState,
  busyHours,
  learnPace,
  type Pace,
  paceOf,
} from '../../../main/engine/sync/schedule/activity.ts';
import {
  type Company,
  companyOf,
  heardMove,
  heardNothing,
  isClose,
  togetherOf,
} from '../../../main/engine/sync/schedule/company.ts';
import { nextAsk, urgencyOf } from '../../../main/engine/sync/schedule/due.ts';
import {
  type HazardState,
  learnWait,
  ratesOf,
  type Standing,
} from '../../../main/engine/sync/schedule/hazard.ts';
import type { Passage, Policy } from './run.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const GIVE_UP_ENDED = 15 * DAY;
const GIVE_UP_SILENT = 30 * DAY;

/** As the engine has it: nothing is known of a parcel before its first scan. */
const nodeAt = (passage: Passage, seen: number): EventNode => passage.scans[seen - 1]?.node ?? 'UNKNOWN';
const scannedAt = (passage: Passage, seen: number): number => passage.scans[seen - 1]?.at ?? passage.bornAt;
const ended = (passage: Passage, seen: number): boolean => {
  const node = nodeAt(passage, seen);
  return isNode(node) && NODE_FACTS[node].terminal;
};
/** Spreads the first questions of parcels evenly over a step, repeatably. */
const spread = (index: number, step: number): number => (((index * 2_654_435_761) >>> 0) / 2 ** 32) * step;

/** Every parcel on its way every `hours`; nobody asks behind an end, as Karrio and most trackers do it. */
export function fixed(hours: number): Policy {
  return {
    name: `fixed ${hours} h`,
    first: (index, passage) => passage.bornAt + spread(index, hours * HOUR),
    next: (_, passage, now, seen) => {
      if (ended(passage, seen) || now - scannedAt(passage, seen) > GIVE_UP_SILENT) return null;
      return now + hours * HOUR;
    },
  };
}

/** Hours between 17TRACK's own looks: 3 to 12 by status, 24 behind an end or an exception (CA 2.2). Which status gets which is not published; this spreads them by stage. */
const STEPS_17TRACK = {
  INFO: 12,
  FIRST_MILE: 6,
  ORIGIN: 6,
  EXPORT: 12,
  LINEHAUL: 12,
  IMPORT: 6,
  LAST_MILE: 3,
  CLOSE: 24,
};

export function seventeenTrack(): Policy {
  return {
    name: '17TRACK steps 3–12 h',
    first: (index, passage) => passage.bornAt + spread(index, 12 * HOUR),
    next: (_, passage, now, seen) => {
      const silent = now - scannedAt(passage, seen);
      if (silent > (ended(passage, seen) ? GIVE_UP_ENDED : GIVE_UP_SILENT)) return null;
      const node = nodeAt(passage, seen);
      const facts = isNode(node) ? NODE_FACTS[node] : null;
      if (facts?.exception) return now + 24 * HOUR;
      return now + (facts ? STEPS_17TRACK[facts.stage] : 12) * HOUR;
    },
  };
}

/** Our own schedule, learning while it goes, from nothing. `price` is that of a call in hours of not knowing. */
export function learning(price: number, withCompany = true): Policy {
  const hazard: HazardState = new Map();
  const activity: ActivityState = new Map();
  const paces = new Map<string, { pace: Pace; at: number }>();
  const rates = new Map<string, { rates: Float64Array; at: number }>();
  const askedAt = new Map<number, number>();
  const company: Company = { shared: new Map(), word: new Map() };
  const members = new Map<string, Set<number>>();
  const memberOf = new Map<number, string>();
  let nudged: readonly number[] = [];

  /** Groups whose clock the next scan keeps, widest first, and the zone that it is told in. */
  const side = (passage: Passage, seen: number): { groups: string[]; offset: number } => {
    const node = nodeAt(passage, seen);
    const stage = isNode(node) ? NODE_FACTS[node].stage : 'INFO';
    const abroad =
      stage === 'IMPORT' || stage === 'LAST_MILE' || stage === 'CLOSE' || node === 'LINEHAUL_ARRIVED';
    return {
      groups: [node, `${node}|${passage.carrier}|${passage.lane}`],
      offset: passage.offsets[abroad ? 1 : 0],
    };
  };
  const paceFor = (groups: readonly string[], now: number): Pace => {
    const key = groups.at(-1) ?? '';
    const known = paces.get(key);
    if (known && now - known.at < 6 * HOUR) return known.pace;
    const pace = paceOf(activity, groups);
    paces.set(key, { pace, at: now });
    return pace;
  };
  const ratesFor = (standing: Standing, now: number): Float64Array => {
    const key = `${standing.node}|${standing.carrier}|${standing.lane}`;
    const known = rates.get(key);
    if (known && now - known.at < 3 * HOUR) return known.rates;
    const made = ratesOf(hazard, standing);
    rates.set(key, { rates: made, at: now });
    return made;
  };

  const plan = (index: number, passage: Passage, seen: number, now: number): number | null => {
    const node = nodeAt(passage, seen);
    const { groups, offset } = side(passage, seen);
    const terminal = ended(passage, seen);
    const lastScanAt = scannedAt(passage, seen);
    const key = companyOf(passage.carrier, passage.lane, node, lastScanAt);
    const mates = members.get(memberOf.get(index) ?? '')?.size ?? 0;
    return nextAsk(
      {
        lastScanAt,
        askedAt: Math.max(lastScanAt, askedAt.get(index) ?? passage.bornAt),
        rates: ratesFor({ carrier: passage.carrier, lane: passage.lane, node }, now),
        pace: paceFor(groups, now),
        offsetHours: offset,
        urgency: urgencyOf({
          terminal,
          outForDelivery: node === 'OUT_FOR_DELIVERY',
          openCase: false,
          deadlineAt: null,
          now,
        }),
        company: withCompany && !terminal ? togetherOf(company, key, node, mates) : null,
      },
      price,
      terminal,
    );
  };
  const join = (index: number, key: string): void => {
    const old = memberOf.get(index);
    if (old === key) return;
    if (old !== undefined) members.get(old)?.delete(index);
    memberOf.set(index, key);
    const set = members.get(key) ?? new Set<number>();
    set.add(index);
    members.set(key, set);
  };

  return {
    name: `learnt${withCompany ? ' with company' : ''}, price ${price} h`,
    // At its making each is only planned (`reconsider`), by what is learnt by then of how soon a first scan comes.
    first: (_, passage) => passage.bornAt,
    reconsider: (index, passage, now, seen) => {
      const due = plan(index, passage, seen, now);
      return due === null || due <= now ? null : due;
    },
    nudged: () => nudged,
    next: (index, passage, now, seen, news) => {
      nudged = [];
      let from = askedAt.get(index) ?? passage.bornAt;
      for (let count = seen - news; count <= seen; count += 1) {
        const last = scannedAt(passage, count);
        const node = nodeAt(passage, count);
        const standing = { carrier: passage.carrier, lane: passage.lane, node };
        const upcoming = count < seen ? passage.scans[count] : undefined;
        const to = upcoming?.at ?? now;
        const { groups, offset } = side(passage, count);
        const pace = paceFor(groups, now);
        const ages = ratesFor(standing, now);
        const wait = { lastScanAt: last, from: Math.max(from, last), to, ended: upcoming !== undefined };
        learnWait(hazard, standing, wait, (a, b) => busyHours(pace, offset, a, b));
        learnPace(activity, groups, offset, wait, ages, pace);
        const mates = companyOf(passage.carrier, passage.lane, node, last);
        if (upcoming) {
          heardMove(company, mates, node, upcoming.at, now);
          if (withCompany && isClose(company, node)) nudged = [...nudged, ...(members.get(mates) ?? [])];
        } else {
          heardNothing(company, mates, now);
          join(index, mates);
        }
        from = to;
      }
      askedAt.set(index, now);
      return plan(index, passage, seen, now);
    },
  };
}
