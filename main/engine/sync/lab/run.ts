import type { LabEnd, LabOptions, LabRun, LabWait } from '#shared/contract/lab.ts';
import { CARRIER_SOURCE_FACTS, type CarrierSourceId } from '#shared/model/carrierSource.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { asInstant } from '#shared/time.ts';
import type { Clock, Timers } from '../../ports.ts';
import { createGate, pause } from '../../sources/carriers/kit/gate.ts';
import type { SourceFault } from '../../sources/carriers/kit/types.ts';
import type { LabBook, LabPort } from './types.ts';

/** A wait that the service asks for is kept up to here; a longer one ends its part. */
export const LAB_WAIT_MAX = 30_000;
/** What a service that was asked too fast without saying how long to wait gets. */
const WAIT_USUAL = 2_000;
/** Failures in a row after which a service is left in peace. */
const FAILURES_MAX = 10;

export interface Lab {
  start(options: LabOptions): Result<LabRun>;
  cancel(runId: number): Promise<Result<LabRun>>;
  /** Sources of the run under way that are left alone now; a cancelled run waits no longer. */
  waits(): LabWait[];
  /** Waits until nothing runs. */
  idle(): Promise<void>;
  /** Ends what runs. */
  stop(): Promise<void>;
}

/**
 * Asks sources again and again to see how steady they are. Sources run side by side, each at the chosen rate or its own
 * limit, whichever is lower; a source that asks for a rest gets it; nothing is charged beyond what was allowed.
 */
export function createLab(deps: {
  port: LabPort;
  book: LabBook;
  clock: Clock;
  timers: Timers;
  changed: () => void;
  failed: (error: unknown) => void;
}): Lab {
  const { port, book, timers } = deps;
  const waiting = new Map<CarrierSourceId, LabWait>();
  let running: { id: number; stop: AbortController; end: Promise<void> } | null = null;

  const leaveAlone = async (
    source: CarrierSourceId,
    { code, retryAfterMs }: SourceFault,
    signal: AbortSignal,
  ): Promise<void> => {
    const ms = retryAfterMs ?? WAIT_USUAL;
    const until = asInstant(deps.clock.now() + ms);
    waiting.set(source, { source, until, asked: retryAfterMs !== null, code });
    deps.changed();
    await pause(ms, timers, signal);
    waiting.delete(source);
    deps.changed();
  };

  const part = async (
    id: number,
    source: CarrierSourceId,
    options: LabOptions,
    purse: { left: number },
    signal: AbortSignal,
  ): Promise<LabEnd | null> => {
    const facts = CARRIER_SOURCE_FACTS[source];
    const gate = createGate(Math.min(options.perSecond, facts.perSecond), deps);
    const numbers = [...new Set(options.numbers)];
    const before = new Map<string, { hash: string | null; scans: number | null }>();
    let failures = 0;
    for (let n = 0; n < options.calls; n += 1) {
      // A service that charges each question locks a number that is asked twice within half an hour.
      if (facts.paidPer === 'question' && n >= numbers.length) return 'once';
      await gate(signal);
      if (signal.aborted) return 'cancelled';
      const barred = port.barred(source);
      if (barred !== null) return barred;
      const number = numbers[n % numbers.length] ?? '';
      const costs = port.costs(source, number);
      if (costs > purse.left) return 'budget';
      purse.left -= costs;
      const at = deps.clock.now();
      const answer = await port.ask(source, number, signal);
      if (answer === null) return 'cancelled';
      purse.left += costs - answer.charged;
      const last = before.get(number);
      const { hash, fault, ...call } = answer;
      const changed = last?.hash !== undefined && last.hash !== null && hash !== null && last.hash !== hash;
      const shrunk = typeof last?.scans === 'number' && call.scans !== null && call.scans < last.scans;
      if (hash !== null) before.set(number, { hash, scans: call.scans ?? last?.scans ?? null });
      book.add(id, { ...call, source, number, at, changed, shrunk });
      deps.changed();
      if (fault === null) {
        failures = 0;
        continue;
      }
      failures += 1;
      const end = endOf(fault, failures);
      if (end !== null) return end;
      if (fault.kind === 'rate') await leaveAlone(source, fault, signal);
    }
    return null;
  };

  const run = async (id: number, options: LabOptions, signal: AbortSignal): Promise<void> => {
    const purse = { left: options.mayCharge };
    const work = [...new Set(options.sources)].map(async (source) => {
      const end = await part(id, source, options, purse, signal);
      if (end !== null) book.ended(id, source, end);
    });
    const ends = await Promise.allSettled(work);
    for (const end of ends) if (end.status === 'rejected') deps.failed(end.reason);
    book.finish(id, signal.aborted ? 'cancelled' : 'done');
  };

  return {
    start: (options) => {
      if (running) return fail('wrong-state');
      const id = book.begin(options, new Set(options.sources).size * options.calls);
      const stop = new AbortController();
      const end = run(id, options, stop.signal)
        .catch(deps.failed)
        .finally(() => {
          running = null;
          deps.changed();
        });
      running = { id, stop, end };
      const begun = book.run(id);
      return begun ? ok(begun) : fail('not-found');
    },
    cancel: async (runId) => {
      if (running?.id === runId) {
        running.stop.abort();
        await running.end;
      }
      const found = book.run(runId);
      return found ? ok(found) : fail('not-found');
    },
    waits: () => [...waiting.values()],
    idle: async () => {
      await running?.end;
    },
    stop: async () => {
      running?.stop.abort();
      await running?.end;
    },
  };
}

/** Whether a fault ends the source's part: what asking again would only meet again. */
function endOf(fault: SourceFault, failures: number): LabEnd | null {
  if (fault.kind === 'auth' || fault.kind === 'quota') return fault.kind;
  if (fault.kind === 'rate' && (fault.retryAfterMs ?? 0) > LAB_WAIT_MAX) return 'rate';
  return failures >= FAILURES_MAX ? 'unreachable' : null;
}
