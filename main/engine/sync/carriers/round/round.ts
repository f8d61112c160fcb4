import type { CarrierSchedule } from '#shared/contract/carriers.ts';
import { CARRIER_SOURCE_FACTS, type CarrierSourceId } from '#shared/model/carrierSource.ts';
import { asInstant, DAY, HOUR, MINUTE } from '#shared/time.ts';
import type { Clock } from '../../../ports.ts';
import { GIVE_UP_SILENT } from '../../schedule/due.ts';
import type { CarrierAsker } from '../ask.ts';
import type { NumberOutcome } from '../types.ts';
import { createDesk, type Desk } from './desk.ts';
import { priceAfter, purseOf } from './purse.ts';
import type { AskedSource, RoundBook } from './types.ts';
import { sourceFor } from './whose.ts';

/** How often new numbers, cases and news from elsewhere are looked for. */
const LOOK = 15 * MINUTE;
/** What falls due within this goes out together. */
const GRAIN = 5 * MINUTE;
/** Wait after a full step. */
const SECOND = 1_000;
/** Calls of one step; the rest follows in the next, so that an answer is never far from being kept. */
const CALLS = 20;
/** A number that the service has no allowance for is tried again this much later. */
const LATER = 6 * HOUR;

export interface CarrierRound {
  /** Asks what is due now; answers when to come again, or null while held or without a source. */
  step(): Promise<number | null>;
  /** Looks for new numbers with the next step. */
  lookSoon(): void;
  /** Asks about a parcel's numbers with the next step, whoever follows it; answers how many have a source. */
  want(parcelId: number): number;
  /** Says why nothing may be asked now; null: it may. */
  hold(why: string | null): void;
  /** Ends the step under way; what was answered is kept. */
  stop(): void;
  schedule(): CarrierSchedule[];
}

/** Decides, for each tracking service that is on, which numbers to ask about and when, and learns from every answer. */
export function createCarrierRound(deps: {
  book: RoundBook;
  asker: CarrierAsker;
  clock: Clock;
  /** Lets others have their turn in long work. */
  breathe: () => Promise<unknown>;
}): CarrierRound {
  const { book, asker, clock, breathe } = deps;
  const desks = new Map<CarrierSourceId, Desk>();
  let lookAt = -Infinity;
  let held: string | null = null;
  let stopped = false;
  let abort = new AbortController();

  const deskOf = (source: CarrierSourceId): Desk => {
    const known = desks.get(source);
    if (known) return known;
    const made = createDesk(source, book, breathe);
    desks.set(source, made);
    return made;
  };

  /** Gives each open number to the desk of its source. */
  const look = async (sources: readonly AskedSource[]): Promise<void> => {
    lookAt = clock.now() + LOOK;
    const present = new Map(sources.map(({ id }) => [id, new Set<string>()]));
    for (let after: number | null = 0; after !== null && !abort.signal.aborted;) {
      const now = clock.now();
      const { numbers, next } = book.open(after, now);
      for (const open of numbers) {
        const source = sourceFor(open, sources);
        const met = source === null ? undefined : present.get(source);
        // One number may have a leg that nobody named beside the named one.
        if (source === null || !met || met.has(open.number)) continue;
        met.add(open.number);
        deskOf(source).meet(open, now);
      }
      after = next;
      await breathe();
    }
    // What was looked through in part says nothing about who is gone.
    if (abort.signal.aborted) {
      lookAt = -Infinity;
      return;
    }
    for (const { id } of sources) {
      const desk = deskOf(id);
      desk.leaveOthers(present.get(id) ?? new Set());
      await desk.replanCompany(clock.now());
      desk.keep(0, clock.now(), false);
    }
  };

  /** What becomes of a number after its outcome. Those that were not reached stay due. */
  const settle = (desk: Desk, { number, outcome }: NumberOutcome, now: number): void => {
    if (
      outcome === 'scans' ||
      outcome === 'unchanged' ||
      outcome === 'no-info-yet' ||
      outcome === 'not-found'
    ) {
      desk.heard(number, now);
    } else if (outcome === 'quota') desk.refused(number, () => LATER, now, true);
    else if (outcome === 'caller') {
      // As long again as it is silent, a day at least: the question is wrong, and will rarely become right.
      desk.refused(number, (silent) => (silent > GIVE_UP_SILENT ? null : Math.max(DAY, silent)), now);
    } else if (outcome === 'auth' || outcome === 'rate' || outcome === 'transient') {
      desk.refused(number, () => GRAIN, now);
    }
  };

  /** Asks one source about what is due there; answers when to come again. */
  const round = async (source: CarrierSourceId): Promise<number> => {
    const desk = deskOf(source);
    const now = clock.now();
    const rest = book.restUntil(source);
    if (rest !== null && rest > now) return rest;
    const purse = purseOf(book, source, now);
    const mayCharge = purse?.left ?? Infinity;
    if (now - desk.pricedAt >= HOUR) {
      desk.price = priceAfter(source, desk.price, purse);
      desk.pricedAt = now;
    }
    const numbers = desk.due(now, CALLS, mayCharge);
    if (numbers.length === 0) return Math.max(desk.nextAt(mayCharge) ?? Infinity, now + SECOND);
    const report = await asker.ask(source, numbers, { signal: abort.signal, mayCharge });
    const at = clock.now();
    const told = report.numbers.filter(({ outcome }) => outcome !== 'not-asked');
    for (const each of told) settle(desk, each, at);
    await desk.replanCompany(at);
    desk.keep(told.length, at, stopped);
    if (report.restUntil !== null) return report.restUntil;
    // Without an answer nothing moved: it must not go on in a loop without a wait.
    if (report.fault || told.length === 0) return at + GRAIN;
    const next = desk.nextAt(purseOf(book, source, at)?.left ?? Infinity) ?? Infinity;
    return numbers.length >= CALLS * CARRIER_SOURCE_FACTS[source].batch
      ? at + SECOND
      : Math.max(next, at + GRAIN);
  };

  return {
    step: async () => {
      const sources = book.sources();
      if (held !== null || stopped || sources.length === 0) return null;
      if (clock.now() >= lookAt) await look(sources);
      if (abort.signal.aborted) return null;
      const ends = await Promise.allSettled(sources.map(({ id }) => round(id)));
      const failed = ends.find((end) => end.status === 'rejected');
      if (failed) throw failed.reason;
      return Math.min(lookAt, ...ends.map((end) => (end.status === 'fulfilled' ? end.value : Infinity)));
    },
    lookSoon: () => {
      lookAt = -Infinity;
    },
    want: (parcelId) => {
      const now = clock.now();
      const sources = book.sources();
      const numbers = book.numbersOf(parcelId).flatMap((open) => {
        const source = sourceFor(open, sources);
        return source === null ? [] : [{ open, source }];
      });
      for (const { open, source } of numbers) deskOf(source).meet(open, now, true);
      for (const source of new Set(numbers.map((each) => each.source))) deskOf(source).keep(0, now, false);
      return new Set(numbers.map(({ open }) => open.number)).size;
    },
    hold: (why) => {
      if (why !== null && held === null) abort.abort();
      if (why === null && held !== null && !stopped) abort = new AbortController();
      held = why;
    },
    stop: () => {
      stopped = true;
      abort.abort();
      for (const desk of desks.values()) desk.keep(0, clock.now(), true);
    },
    schedule: () => {
      const now = clock.now();
      return book.sources().map(({ id: source }) => {
        const purse = purseOf(book, source, now);
        const mayCharge = purse?.left ?? Infinity;
        const desk = desks.get(source);
        const next = desk?.nextAt(mayCharge) ?? null;
        return {
          source,
          nextDueAt: next === null ? null : asInstant(next),
          ...(desk?.figures(mayCharge) ?? { following: 0, unpaid: 0, lacking: null }),
          askedToday: book.counted(source, 'asked', Math.floor(now / DAY)),
          month: purse && {
            allowed: purse.budget.allowed,
            used: purse.budget.used,
            projected: Math.round(purse.projected),
            ends: asInstant(purse.budget.to),
          },
        };
      });
    },
  };
}
