import { DAY, HOUR } from '#shared/time.ts';
import { type Pace, slotEnd, slotOf, SLOTS, weekdayOf } from './activity.ts';
import type { Together } from './company.ts';
import { AGE_EDGES, stepOf } from './hazard.ts';
import { firstOf, type Outlook } from './course.ts';

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
  /** What is known through parcels that travel with it; null for one that travels alone. */
  readonly company: Together | null;
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
const QUARTER = HOUR / 4;
/** Steps of the outlook: the quarters of an hour up to `LATEST`. */
const STEPS = LATEST / QUARTER;
/** The outlook that is being looked at; the next one takes its place. The first moment is the answer itself: 0 and 0. */
const HOURS = new Float64Array(STEPS + 1);
const CHANCE = new Float64Array(STEPS + 1);
/** Beyond the moment by which a scan is as good as certain nothing is left to plan for. */
const CERTAIN = 0.995;

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
 * The chance that the next scan has happened, at the end of each quarter of an hour from the last answer on.
 *
 * In company it has two parts: what the parcel does alone, counted since its own last answer, and what all do together,
 * counted since the last answer about any of them. Once one is known to have moved, the shared part is certain from that
 * scan on.
 */
function outlookOf(asked: Asked, company: Together | null): Outlook {
  const { lastScanAt, askedAt, rates, pace, offsetHours } = asked;
  const share = company?.share ?? 0;
  const movedAt = company?.movedAt ?? Infinity;
  const heardAt = Math.max(askedAt, company?.askedAt ?? askedAt);
  const edgeOf = (step: number): number => lastScanAt + (AGE_EDGES[step] ?? Infinity) * HOUR;
  let alone = 0;
  let together = 0;
  let at = askedAt;
  let next = slotEnd(at);
  // Where age and clock stand is read once and then followed.
  let step = stepOf((at - lastScanAt) / HOUR);
  let edge = edgeOf(step);
  let slot = slotOf(at, offsetHours);
  let weekday = weekdayOf(at, offsetHours);
  let seen = 0;
  let n = 0;
  while (n < STEPS && seen < CERTAIN) {
    n += 1;
    while (at >= edge) {
      step += 1;
      edge = edgeOf(step);
    }
    const paced = (pace.day[slot] ?? 1) * (pace.week[weekday] ?? 1);
    const risk = (rates[step] ?? 0) * paced * ((next - at) / HOUR);
    alone += risk;
    if (at >= heardAt) together += risk;
    at = next;
    next += QUARTER;
    slot += 1;
    if (slot === SLOTS) {
      slot = 0;
      weekday = (weekday + 1) % 7;
    }
    seen = 1 - Math.exp(-alone);
    if (share > 0) seen = (1 - share) * seen + share * (at >= movedAt ? 1 : 1 - Math.exp(-together));
    HOURS[n] = (at - askedAt) / HOUR;
    CHANCE[n] = seen;
  }
  return { hours: HOURS.subarray(0, n + 1), chance: CHANCE.subarray(0, n + 1) };
}

/**
 * When to ask next, so that this question and those after it cost the least: `price` for each, and the hours that a scan
 * stays unseen (`course.ts`). Never later than `LATEST`, never sooner than `SOONEST` after the last answer.
 *
 * An answer about one of a company is an answer about all, as far as they travel together; so its price is shared.
 */
export function dueAt(asked: Asked, price: number): number {
  // One that had no scan when it was asked after the others' move was not with them.
  const movedAt = asked.company?.movedAt ?? null;
  const company = movedAt !== null && movedAt < asked.askedAt ? null : asked.company;
  const sharers = company && movedAt === null ? company.share * Math.max(0, company.mates - 1) : 0;
  const own = price / (1 + sharers) / Math.max(asked.urgency, 1e-6);
  const due = asked.askedAt + firstOf(outlookOf(asked, company), own) * HOUR;
  return Math.max(due, asked.askedAt + SOONEST);
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
