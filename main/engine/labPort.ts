import { CARRIER_SOURCE_FACTS, type CarrierSourceId } from '#shared/model/carrierSource.ts';
import type { Clock } from './ports.ts';
import type { AskAnswer, CallFacts, CarrierSource, SourceFault } from './sources/carriers/kit/types.ts';
import type { CarrierAsker } from './sync/carriers/ask.ts';
import type { AskBook } from './sync/carriers/types.ts';
import { LAB_WAIT_MAX } from './sync/lab/run.ts';
import type { LabAnswer, LabPort } from './sync/lab/types.ts';

/**
 * The lab's way to tracking services: the same sources, credentials, gates and rests as everyday questions, one question
 * at a time, without the repetitions that would hide a failure. What comes is settled like any answer.
 */
export function createLabPort(deps: {
  book: AskBook;
  asker: CarrierAsker;
  clock: Clock;
  sourceOf: (source: CarrierSourceId) => CarrierSource | null;
  /** Listens to a source's calls and notes of drift until `stop`. */
  overhear: (source: CarrierSourceId) => {
    calls: readonly CallFacts[];
    drift: () => number;
    stop: () => void;
  };
}): LabPort {
  const { book, clock } = deps;

  const askOnce = async (
    source: CarrierSource,
    number: string,
    signal: AbortSignal,
  ): Promise<LabAnswer | null> => {
    const [item] = book.items(source.id, [number]);
    if (!item || signal.aborted) return null;
    const { paidPer } = CARRIER_SOURCE_FACTS[source.id];
    const heard = deps.overhear(source.id);
    const answer = await source.ask([item], signal).finally(heard.stop);
    const charged = paidPer === 'question' ? answer.answers.length : answer.charged.length;
    const fresh = book.settle(source.id, answer, restOf(answer.fault, clock.now()));
    if (signal.aborted && answer.answers.length === 0) return null;
    return {
      ...told(answer),
      ms: heard.calls.reduce((sum, call) => sum + call.ms, 0),
      requests: heard.calls.length,
      fresh,
      charged,
      drift: heard.drift(),
    };
  };

  return {
    barred: (source) => {
      if (!deps.sourceOf(source)) return 'off';
      const rest = book.restUntil(source);
      return rest !== null && rest > clock.now() ? 'resting' : null;
    },
    costs: (source, number) => {
      const { paidPer } = CARRIER_SOURCE_FACTS[source];
      if (paidPer === 'nothing') return 0;
      return paidPer === 'question' || book.items(source, [number])[0]?.registered === false ? 1 : 0;
    },
    ask: (id, number, signal) =>
      deps.asker.alone(id, async () => {
        const source = deps.sourceOf(id);
        return source ? askOnce(source, number, signal) : null;
      }),
  };
}

function told(answer: AskAnswer): Pick<LabAnswer, 'outcome' | 'code' | 'scans' | 'hash' | 'fault'> {
  const [one] = answer.answers;
  if (one && one.kind !== 'fault') {
    const scans = one.kind === 'scans' ? one.rows.length : null;
    return { outcome: one.kind, code: null, scans, hash: one.hash, fault: null };
  }
  const fault: SourceFault = one?.fault ??
    answer.fault ?? { kind: 'transient', code: 'no-answer', retryAfterMs: null };
  const counts = fault.kind !== 'no-info-yet' && fault.kind !== 'not-found';
  return { outcome: fault.kind, code: fault.code, scans: null, hash: null, fault: counts ? fault : null };
}

/** A long wait that the service itself asks for holds for everyday questions too; a short one the run keeps by itself. */
function restOf(fault: SourceFault | null, now: number): number | null {
  const ms = fault?.retryAfterMs ?? 0;
  return ms > LAB_WAIT_MAX ? now + ms : null;
}
