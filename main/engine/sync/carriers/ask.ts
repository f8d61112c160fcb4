import { CARRIER_SOURCE_FACTS, type CarrierSourceId } from '#shared/model/carrierSource.ts';
import { HOUR, MINUTE } from '#shared/time.ts';
import type { Clock, Random, Timers } from '../../ports.ts';
import { parts } from '../../sources/carriers/kit/collect.ts';
import { pause } from '../../sources/carriers/kit/gate.ts';
import type { AskAnswer, Asked, CarrierSource, SourceFault } from '../../sources/carriers/kit/types.ts';
import type { AskerDeps, AskOptions, AskReport, NumberOutcome } from './types.ts';

/** Tries of one batch after the first, for faults that pass. */
const RETRIES = 2;
/** First wait in ms before a repetition; it grows fourfold. */
const BACK_OFF = 1_000;
/** A wait that is longer than this is left to the schedule. */
const WAIT_MAX = 30_000;

/** How long a source rests after a fault that asking again would only meet again. */
const REST: Readonly<Record<SourceFault['kind'], number>> = {
  auth: HOUR,
  quota: 6 * HOUR,
  rate: MINUTE,
  transient: 5 * MINUTE,
  caller: 0,
  'not-found': 0,
  'no-info-yet': 0,
};

export interface CarrierAsker {
  /** Asks a source about numbers; every number comes back once. Calls to one source run one after another. */
  ask(source: CarrierSourceId, numbers: readonly string[], options: AskOptions): Promise<AskReport>;
  /** Runs work that asks the source by itself, beside no other question to it. */
  alone<T>(source: CarrierSourceId, work: () => Promise<T>): Promise<T>;
}

/**
 * Executes what the schedule decided: batches of the source's size, each stored before the next goes out, so that a kill
 * loses at most one answer; faults that pass are repeated with growing waits; a wait that the service asks for is obeyed; an
 * allowance that is used up or credentials that are refused make the source rest; nothing is charged beyond what may be.
 */
export function createCarrierAsker(
  deps: AskerDeps & { clock: Clock; timers: Timers; random: Random },
): CarrierAsker {
  const { book, clock, timers, random } = deps;
  const tails = new Map<CarrierSourceId, Promise<unknown>>();

  /** One batch with its repetitions; each part of the answer is stored as it comes. */
  const batch = async (
    source: CarrierSource,
    items: readonly Asked[],
    signal: AbortSignal,
    into: { outcomes: NumberOutcome[]; fresh: number; charged: number },
  ): Promise<{ fault: SourceFault | null; restUntil: number | null; left: readonly Asked[] }> => {
    let left = items;
    for (let again = 0; ; again += 1) {
      const answer = await source.ask(left, signal);
      const { fault } = answer;
      const waitMs = fault === null ? null : waitFor(fault, again);
      const repeat = fault !== null && waitMs !== null && again < RETRIES && !signal.aborted;
      const restUntil = fault === null || repeat || signal.aborted ? null : restOf(fault);
      into.fresh += book.settle(source.id, answer, restUntil);
      into.charged += chargedBy(source.id, answer);
      into.outcomes.push(...answer.answers.map(outcomeOf));
      const unasked = new Set(answer.unasked);
      left = left.filter((item) => unasked.has(item.number));
      if (!repeat || left.length === 0) return { fault, restUntil, left };
      await pause(waitMs, timers, signal);
    }
  };
  const waitFor = (fault: SourceFault, again: number): number | null => {
    if (fault.kind === 'rate') {
      const asked = fault.retryAfterMs ?? 2 * BACK_OFF;
      return asked <= WAIT_MAX ? asked : null;
    }
    if (fault.kind !== 'transient') return null;
    const step = BACK_OFF * 4 ** again;
    // Spread, so that many programs that met the same outage do not come back at one moment.
    return Math.max(fault.retryAfterMs ?? 0, Math.round(step * (0.75 + random.next() / 2)));
  };
  const restOf = (fault: SourceFault): number | null => {
    const ms = Math.max(REST[fault.kind], fault.retryAfterMs ?? 0);
    return ms > 0 ? clock.now() + ms : null;
  };

  const run = async (
    id: CarrierSourceId,
    numbers: readonly string[],
    { signal, mayCharge }: AskOptions,
  ): Promise<AskReport> => {
    const wanted = [...new Set(numbers)];
    const into = { outcomes: [] as NumberOutcome[], fresh: 0, charged: 0 };
    const report = (fault: SourceFault | null, restUntil: number | null, why: string): AskReport => {
      const told = new Set(into.outcomes.map((each) => each.number));
      const rest = wanted
        .filter((number) => !told.has(number))
        .map((number): NumberOutcome => ({ number, outcome: 'not-asked', why }));
      return {
        source: id,
        numbers: [...into.outcomes, ...rest],
        fresh: into.fresh,
        charged: into.charged,
        fault,
        restUntil,
      };
    };
    const source = deps.sourceOf(id);
    if (!source) return report(null, null, 'off');
    const resting = book.restUntil(id);
    if (resting !== null && resting > clock.now()) return report(null, resting, 'resting');
    for (const part of parts(wanted, CARRIER_SOURCE_FACTS[id].batch)) {
      if (signal.aborted) return report(null, null, 'aborted');
      const items = affordable(id, book.items(id, part), mayCharge - into.charged);
      if (items.length === 0) continue;
      const { fault, restUntil, left } = await batch(source, items, signal, into);
      if (fault && left.length > 0) return report(fault, restUntil, fault.kind);
    }
    return report(null, null, 'budget');
  };

  const alone = <T>(source: CarrierSourceId, work: () => Promise<T>): Promise<T> => {
    const mine = (tails.get(source) ?? Promise.resolve()).then(work);
    tails.set(
      source,
      mine.catch(() => undefined),
    );
    return mine;
  };
  return { ask: (source, numbers, options) => alone(source, () => run(source, numbers, options)), alone };
}

/** The items that the budget allows: those that cost nothing always, the others as far as it goes. */
function affordable(id: CarrierSourceId, items: readonly Asked[], budget: number): Asked[] {
  const { paidPer } = CARRIER_SOURCE_FACTS[id];
  let left = budget;
  return items.filter((item) => {
    const costs = paidPer === 'question' || (paidPer === 'number' && !item.registered);
    if (!costs) return true;
    left -= 1;
    return left >= 0;
  });
}

function chargedBy(id: CarrierSourceId, answer: AskAnswer): number {
  return CARRIER_SOURCE_FACTS[id].paidPer === 'question' ? answer.answers.length : answer.charged.length;
}

function outcomeOf(answer: AskAnswer['answers'][number]): NumberOutcome {
  const { number } = answer;
  return answer.kind === 'fault'
    ? { number, outcome: answer.fault.kind, why: answer.fault.code }
    : { number, outcome: answer.kind, why: null };
}
