import { CARRIER_SOURCE_FACTS, type CarrierSourceId } from '#shared/model/carrierSource.ts';
import { type EventNode, isNode, NODE_FACTS } from '#shared/model/node.ts';
import { DAY, HOUR } from '#shared/time.ts';
import { type ActivityState, busyHours, learnPace, type Pace, paceOf } from '../../schedule/activity.ts';
import {
  type Company,
  companyOf,
  heardMove,
  heardNothing,
  isClose,
  togetherOf,
} from '../../schedule/company.ts';
import { GIVE_UP_SILENT, nextAsk, urgencyOf } from '../../schedule/due.ts';
import { type HazardState, learnWait, ratesOf, waitOf } from '../../schedule/hazard.ts';
import type { Followed, SeenScan } from './types.ts';

/** Everything that one source's answers taught. */
export interface Mind {
  readonly hazard: HazardState;
  readonly activity: ActivityState;
  readonly company: Company;
  /** What follows from it for each standing, until something is learnt. */
  readonly drawn: Map<string, { readonly rates: Float64Array; readonly pace: Pace }>;
}

/** Words about companies are kept as long as a silent parcel is asked about. */
const WORDS_KEPT = 30 * DAY;
/** Origin's clock: sellers ship from China. */
const ORIGIN_HOURS = 8;
/** Standard offsets from UTC. Only the shape of a week is told in them, so that an hour of summer time does no harm. */
const MARKET_HOURS: Readonly<Record<string, number>> = {
  BR: -3,
  MX: -6,
  CO: -5,
  CL: -4,
  TH: 7,
  VN: 7,
  ID: 7,
};
/** A parcel that Shopee follows is silent for longer than usual when this share of the waits like its own is over. */
const USUAL_SHARE = 0.9;
/** Shopee itself is asked every quarter of a day to a day, and once in two days at the longest. */
const USUAL_LEAST = 2 * DAY;

/**
 * A mind that has seen nothing, or the one that `mindText` wrote. What older versions counted by the clock (`activity`)
 * lacks what was expected and is left: the hours of the day are learnt anew within days, the hazard goes on.
 */
export function mindOf(text: string | null): Mind {
  const read = text === null ? null : (JSON.parse(text) as Record<string, [string, never][]>);
  return {
    hazard: new Map(read?.['hazard']),
    activity: new Map(read?.['clock']),
    company: { shared: new Map(read?.['shared']), word: new Map(read?.['word']) },
    drawn: new Map(),
  };
}

/** A mind as JSON; words about companies that are too old to matter are forgotten. */
export function mindText({ hazard, activity, company }: Mind, now: number): string {
  for (const [key, { askedAt }] of company.word) {
    if (now - askedAt > WORDS_KEPT) company.word.delete(key);
  }
  return JSON.stringify({
    hazard: [...hazard],
    clock: [...activity],
    shared: [...company.shared],
    word: [...company.word],
  });
}

/** The company that a parcel travels in. */
export const companyKey = (row: Followed): string => companyOf(row.carrier, row.lane, row.node, row.scanAt);

/** By which groups, and on which clock, the hours of a parcel's scans are told. */
function clockOf(row: Followed): { groups: string[]; offset: number } {
  const stage = isNode(row.node) ? NODE_FACTS[row.node].stage : 'INFO';
  const abroad =
    stage === 'IMPORT' || stage === 'LAST_MILE' || stage === 'CLOSE' || row.node === 'LINEHAUL_ARRIVED';
  return {
    groups: [row.node, `${row.node}|${row.carrier}|${row.lane}`],
    offset: abroad ? (MARKET_HOURS[row.market ?? ''] ?? ORIGIN_HOURS) : ORIGIN_HOURS,
  };
}

function drawnOf(mind: Mind, row: Followed): { rates: Float64Array; pace: Pace } {
  const key = `${row.node}|${row.carrier}|${row.lane}`;
  const known = mind.drawn.get(key);
  if (known) return known;
  const made = { rates: ratesOf(mind.hazard, row), pace: paceOf(mind.activity, clockOf(row).groups) };
  mind.drawn.set(key, made);
  return made;
}

/**
 * Learns from the scans of a parcel that came since the last time, oldest first, and, where its source was asked at `now`
 * (`asked`), from the wait since them. Answers the row as it stands now, and the companies that somebody left where those
 * are left together.
 */
export function learn(
  mind: Mind,
  before: Followed,
  scans: readonly SeenScan[],
  now: number,
  asked: boolean,
): { row: Followed; left: string[] } {
  const left: string[] = [];
  const stands = [before, ...scans.map(({ at, node }): Followed => ({ ...before, node, scanAt: at }))];
  const last = stands.at(-1) ?? before;
  let from = Math.max(before.askedAt ?? before.scanAt, before.scanAt);
  const waited = (row: Followed, to: number, ended: boolean): void => {
    const { groups, offset } = clockOf(row);
    const { rates, pace } = drawnOf(mind, row);
    // A scan older than the last answer came late: it began to wait when the scan before it happened.
    const start = Math.max(row.scanAt, Math.min(from, to));
    const wait = { lastScanAt: row.scanAt, from: start, to, ended };
    learnWait(mind.hazard, row, wait, (a, b) => busyHours(pace, offset, a, b));
    learnPace(mind.activity, groups, offset, wait, rates, pace);
  };
  for (const [index, { at }] of scans.entries()) {
    const row = stands[index] ?? before;
    waited(row, at, true);
    heardMove(mind.company, companyKey(row), row.node, at, now);
    if (isClose(mind.company, row.node)) left.push(companyKey(row));
    from = at;
  }
  if (asked) {
    waited(last, now, false);
    heardNothing(mind.company, companyKey(last), now);
  }
  if (asked || scans.length > 0) mind.drawn.clear();
  return { row: asked ? { ...last, askedAt: now } : last, left };
}

/** Whether an answer about this parcel is one about all that it travels with, as none of them is known to have moved. */
export function speaksForAll(mind: Mind, row: Followed, mates: number): boolean {
  const together = togetherOf(mind.company, companyKey(row), row.node, mates);
  return together !== null && together.movedAt === null;
}

/** Past its end, by the journey or by its newest scan. */
const isOver = (row: Followed): boolean => row.ended || (isNode(row.node) && NODE_FACTS[row.node].terminal);

/**
 * When a parcel is to be asked about next, or null for never again. Never sooner than the source can know more
 * (`freshHours`), and one that Shopee follows not before Shopee is silent for longer than is usual where it stands.
 * `price` in hours of expected delay; `mates`: parcels that travel together, itself counted.
 */
export function plan(
  mind: Mind,
  source: CarrierSourceId,
  row: Followed,
  price: number,
  mates: number,
  now: number,
): number | null {
  const ended = isOver(row);
  if (row.shopee && ended) return null;
  const { rates, pace } = drawnOf(mind, row);
  const earliest = row.shopee
    ? row.scanAt + Math.max(USUAL_LEAST, waitOf(rates, USUAL_SHARE) * HOUR)
    : -Infinity;
  // What is over, or silent for long, when we first hear of it is left alone.
  if (row.askedAt === null) {
    return ended || now - row.scanAt > GIVE_UP_SILENT ? null : Math.ceil(Math.max(now, earliest));
  }
  const due = nextAsk(
    {
      lastScanAt: row.scanAt,
      askedAt: Math.max(row.scanAt, row.askedAt),
      rates,
      pace,
      offsetHours: clockOf(row).offset,
      urgency: urgencyOf({
        terminal: ended,
        outForDelivery: row.node === 'OUT_FOR_DELIVERY',
        openCase: row.openCase,
        deadlineAt: row.deadlineAt,
        now,
      }),
      company: ended ? null : togetherOf(mind.company, companyKey(row), row.node, mates),
    },
    price,
    ended,
  );
  if (due === null) return null;
  const fresh = row.askedAt + CARRIER_SOURCE_FACTS[source].freshHours * HOUR;
  return Math.ceil(Math.max(due, fresh, earliest));
}

/**
 * Where a number stands that nothing is known of yet. Not at the label's scan: how soon that one comes after the label is
 * made, and how soon a van after it, are two different things to learn.
 */
export const UNSCANNED: EventNode = 'UNKNOWN';
