import { DAY, HOUR } from '#shared/time.ts';
import { type Pace, paceAt } from './activity.ts';
import { AGE_EDGES, stepOf } from './hazard.ts';

/** What is known of one parcel when the next question to its source is planned. Instants in ms. */
export interface Asked {
  /** The newest scan; the label's making where there is none yet. */
  readonly lastScanAt: number;
  /** When its source last answered; equal to `lastScanAt` or later, as nothing newer was there then. */
  readonly askedAt: number;
  /** Scans an hour by age (`hazard.ts`). */
  readonly rates: Float64Array;
  /** Pace of the week (`activity.ts`) and the offset from UTC in hours that it is told in. */
  readonly pace: Pace;
  readonly offsetHours: number;
  /** How much an hour of not knowing counts here, 1 for an ordinary parcel (`urgencyOf`). */
  readonly urgency: number;
  /** What is known through parcels that travel with it (`company.ts`); null for one that travels alone. */
  readonly company: {
    /** Chance that its next scan is a shared one. */
    readonly share: number;
    /** When the company was last asked about, through any member. */
    readonly askedAt: number;
    /** When the shared scan happened, once a member is known to have had it. */
    readonly movedAt: number | null;
  } | null;
}

/** What makes not knowing dearer, or not. */
export interface Stakes {
  readonly terminal: boolean;
  readonly outForDelivery: boolean;
  readonly openCase: boolean;
  /** Ends of clocks that cost money (claim, ship-by, promise); the nearest, or null. */
  readonly deadlineAt: number | null;
  readonly now: number;
}

/** Never sooner than this after an answer: carriers write in lots, and Shopee asks for five minutes at least. */
export const SOONEST = 10 * 60_000;
/** Never later, while the parcel is on its way: a rate learnt from few parcels must not hide one. */
export const LATEST = 2 * DAY;
/** The first look behind an end, which may have been none: a correction, a return. Each further wait is twice as long. */
const AFTER_END = 2 * DAY;
/** After this much silence behind an end nobody asks any more. */
export const GIVE_UP = 15 * DAY;
/** As long as 17TRACK waits (CA 2.2) before a parcel without any news is left alone. */
export const GIVE_UP_SILENT = 30 * DAY;
const STEP = HOUR / 4;

/**
 * How much an hour of not knowing counts. Our own judgement of stakes, in steps that can be explained: a parcel on the
 * courier's van is asked about by its buyer today; an open case waits for the event that clears it; a clock that ends
 * within two days costs money when news comes late.
 */
export function urgencyOf(stakes: Stakes): number {
  if (stakes.terminal) return 0.25;
  let urgency = 1;
  if (stakes.outForDelivery) urgency *= 1.5;
  if (stakes.openCase) urgency *= 1.5;
  if (stakes.deadlineAt !== null && stakes.deadlineAt - stakes.now < 2 * DAY) urgency *= 2;
  return urgency;
}

/**
 * The moment at which the delay that asking would end, in expectation, is worth `price` hours: the integral over time
 * since the last answer of the chance that a scan has happened unseen. With a constant rate r this asks every
 * sqrt(2·price/r), the rule that spreads a number of calls over sources of different pace with the least total delay
 * (Cho and Garcia-Molina, "Effective page refresh policies", 2003). Rates fall and rise with age and hour, so it is
 * summed up in quarters of an hour.
 *
 * In company the chance has two parts: what the parcel does alone, counted since its own last answer, and what all do
 * together, counted since the last answer about any of them. Once one is known to have moved, the shared part is
 * certain from that scan on.
 */
export function dueAt(asked: Asked, price: number): number {
  const { lastScanAt, askedAt, rates, pace, offsetHours, urgency } = asked;
  const enough = price / Math.max(urgency, 1e-6);
  // One that had no scan when it was asked after the others' move was not with them.
  const movedAt = asked.company?.movedAt ?? null;
  const company = movedAt !== null && movedAt < askedAt ? null : asked.company;
  const share = company?.share ?? 0;
  const heardAt = Math.max(askedAt, company?.askedAt ?? askedAt);
  let alone = 0;
  let together = 0;
  let delay = 0;
  let at = askedAt;
  const end = askedAt + LATEST;
  let step = stepOf((at - lastScanAt) / HOUR);
  while (at < end && delay < enough) {
    const age = (at - lastScanAt) / HOUR;
    while (age >= (AGE_EDGES[step] ?? Infinity)) step += 1;
    const risk = (rates[step] ?? 0) * paceAt(pace, offsetHours, at) * (STEP / HOUR);
    alone += risk;
    if (at >= heardAt) together += risk;
    const moved = company !== null && movedAt !== null && at >= movedAt;
    // The chance that it happened by then, so the expected delay grows by that chance times the step.
    const chance = (1 - share) * (1 - Math.exp(-alone)) + share * (moved ? 1 : 1 - Math.exp(-together));
    delay += chance * (STEP / HOUR);
    at += STEP;
  }
  return Math.max(at, askedAt + SOONEST);
}

/**
 * When to ask next, or null for never again: an end that stayed one for `GIVE_UP`, or silence longer than any carrier
 * keeps asking. `ended` parcels are looked at less and less: each wait is twice as long as the end is old.
 */
export function nextAsk(asked: Asked, price: number, ended: boolean): number | null {
  const silent = asked.askedAt - asked.lastScanAt;
  if (!ended) return silent > GIVE_UP_SILENT ? null : dueAt(asked, price);
  if (silent > GIVE_UP) return null;
  return asked.askedAt + Math.max(AFTER_END, 2 * silent);
}
