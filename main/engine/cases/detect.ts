import type { Finding } from '#shared/model/case.ts';
import type { Journey, JourneyEvent } from '#shared/model/journey.ts';
import { type Market, MARKET_ZONE, SELLER_ZONE } from '#shared/model/market.ts';
import type { Reason } from '#shared/model/node.ts';
import { DAY } from '#shared/time.ts';
import { OLD_SILENCE_DAYS, SILENCE_BY_NODE, SILENCE_WORKDAYS } from './thresholds.ts';
import { addWorkdays, workdaysBetween, type WorkPlace } from './workdays.ts';

export interface DetectContext {
  readonly now: number;
  /** The buyer's market; null when it is not known. */
  readonly market: string | null;
  /** Own days off in a place, `YYYY-MM-DD`. */
  readonly ownDaysOff?: (place: string) => readonly string[];
}

/** Stages in which the parcel is still in the seller's country. */
const BEFORE_BORDER: ReadonlySet<string | null> = new Set(['INFO', 'FIRST_MILE', 'ORIGIN', 'EXPORT']);

/**
 * Whose working days count for a silence: the seller's country before the border, the buyer's market after it and on the
 * way back. Without a market no holidays are taken, on the seller's clock.
 */
export function workPlaceOf(
  { stage, direction }: Pick<Journey, 'stage' | 'direction'>,
  { market, ownDaysOff }: Pick<DetectContext, 'market' | 'ownDaysOff'>,
): WorkPlace {
  const zone = market === null ? undefined : MARKET_ZONE[market as Market];
  if (zone === undefined) return { country: null, zone: SELLER_ZONE };
  if (direction === 'forward' && BEFORE_BORDER.has(stage)) {
    return { country: 'CN', zone: SELLER_ZONE, own: ownDaysOff?.('CN') ?? [] };
  }
  return { country: market, zone, own: market === null ? [] : (ownDaysOff?.(market) ?? []) };
}

/** Reasons for which somebody must hand something in before customs goes on. */
const NEEDS_ACTION: ReadonlySet<Reason | null> = new Set<Reason | null>([
  'CUSTOMS_DOCS',
  'DUTIES_UNPAID',
  'PROHIBITED',
]);

/** What does not move a parcel: the silence before it goes on. */
const SAYS_NOTHING: ReadonlySet<JourneyEvent['node']> = new Set<JourneyEvent['node']>([
  'NOTE',
  'UNKNOWN',
  'EXPIRED',
]);

/** Everything that is wrong with a parcel now. Pure: the same journey and moment give the same findings. */
export function detect(journey: Journey, context: DetectContext): Finding[] {
  const current = journey.events.filter((event) => !event.earlier);
  return [
    ...deliveryFailed(journey, current),
    ...customsHold(journey, current),
    ...returnStarted(journey, current),
    ...silence(journey, current, context),
  ];
}

/** When the parcel will have been silent for too long if nothing comes; null when it has ended or has no time. */
export function nextSilenceAt(
  journey: Journey,
  context: Pick<DetectContext, 'market' | 'ownDaysOff'>,
): number | null {
  const allowed = allowedWorkdays(journey);
  const last = journey.lastMoveAt ?? journey.lastScanAt;
  if (allowed === null || last === null) return null;
  return addWorkdays(last, allowed + 1, workPlaceOf(journey, context));
}

function allowedWorkdays(journey: Journey): number | null {
  // EXPIRED is the tracker's word: for the parcel it is silence, and silence is a case.
  if (journey.terminal && journey.node !== 'EXPIRED') return null;
  return SILENCE_BY_NODE[journey.node] ?? (journey.stage === null ? null : SILENCE_WORKDAYS[journey.stage]);
}

/**
 * No movement for more working days than the stage allows. Medium at first, high from twice the allowance, critical
 * from three times in the last mile (where a claim follows); old imports sink to low so that they bury nothing.
 */
function silence(journey: Journey, current: readonly JourneyEvent[], context: DetectContext): Finding[] {
  const allowed = allowedWorkdays(journey);
  const last = journey.lastMoveAt ?? journey.lastScanAt;
  if (allowed === null || last === null) return [];
  const { now } = context;
  const place = workPlaceOf(journey, context);
  const quiet = workdaysBetween(last, now, place);
  if (quiet <= allowed) return [];
  const old = now - last > OLD_SILENCE_DAYS * DAY;
  const loud = quiet > allowed * 3 && journey.stage === 'LAST_MILE' ? 4 : quiet > allowed * 2 ? 3 : 2;
  const mover = current.findLast((event) => !SAYS_NOTHING.has(event.node)) ?? current.at(-1);
  if (!mover) return [];
  return [
    {
      kind: 'silence',
      trigger: String(mover.id),
      severity: old ? 1 : loud,
      since: addWorkdays(last, allowed + 1, place),
      evidence: [mover.id],
      facts: { quietWorkdays: quiet, allowedWorkdays: allowed, lastMoveAt: last, stage: journey.stage },
    },
  ];
}

/** The last attempt failed and nothing has moved it since. A second failure, or a refusal, is more than a first. */
function deliveryFailed(journey: Journey, current: readonly JourneyEvent[]): Finding[] {
  if (journey.node !== 'DELIVERY_FAILED' || journey.direction === 'return') return [];
  const attempts = current.filter((event) => event.node === 'DELIVERY_FAILED');
  const first = startOfRun(current, 'DELIVERY_FAILED');
  if (!first) return [];
  const severe = attempts.length >= 3 || journey.reason === 'REFUSED' ? 4 : attempts.length === 2 ? 3 : 2;
  return [
    {
      kind: 'delivery-failed',
      trigger: String(first.id),
      severity: severe,
      since: journey.since,
      evidence: attempts.map((event) => event.id),
      facts: { attempts: attempts.length, reason: journey.reason },
    },
  ];
}

/** Held by customs on either side; a hub scan, a departure, a clearance or any other node ends it. */
function customsHold(journey: Journey, current: readonly JourneyEvent[]): Finding[] {
  if (journey.node !== 'IMPORT_HELD' && journey.node !== 'EXPORT_HELD') return [];
  const first = startOfRun(current, journey.node);
  if (!first) return [];
  return [
    {
      kind: 'customs-hold',
      trigger: String(first.id),
      severity: NEEDS_ACTION.has(journey.reason) ? 4 : 3,
      since: journey.since,
      evidence: current.filter((event) => event.node === journey.node).map((event) => event.id),
      facts: { side: journey.node === 'IMPORT_HELD' ? 'import' : 'export', reason: journey.reason },
    },
  ];
}

/** The parcel is on its way back: the order's money goes with it. */
function returnStarted(journey: Journey, current: readonly JourneyEvent[]): Finding[] {
  if (journey.terminal || journey.direction !== 'return') return [];
  const first = current.find((event) => event.direction === 'return');
  if (!first) return [];
  return [
    {
      kind: 'return-started',
      trigger: String(first.id),
      severity: 3,
      since: journey.since,
      evidence: [first.id],
      facts: { reason: journey.reason },
    },
  ];
}

/** The first scan of the unbroken run in which the parcel stands at `node` (remarks and unknown scans do not break it). */
function startOfRun(events: readonly JourneyEvent[], node: JourneyEvent['node']): JourneyEvent | null {
  let first: JourneyEvent | null = null;
  for (const event of events.toReversed()) {
    if (event.node === node) first = event;
    else if (event.node !== 'NOTE' && event.node !== 'UNKNOWN' && event.node !== 'IN_TRANSIT' && first) break;
  }
  return first;
}
