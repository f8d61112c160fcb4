import { collect, type Collector, parts } from './collect.ts';
import { type AskAnswer, type Asked, faultOf, type NumberAnswer, type SourceFault } from './types.ts';

/** What a question about one batch brings: answers by number, or a fault of the whole call. */
export type PartAnswer = readonly NumberAnswer[] | SourceFault;

/** These meet every number alike: going on would only repeat them. */
const ENDS: ReadonlySet<string> = new Set(['auth', 'quota', 'rate', 'transient']);

/**
 * Asks in batches of `size` and sees to it that each number ends in one place. A fault that every number would meet ends the
 * question; any other is the batch's own. A number that a good answer does not name has no information yet.
 */
export async function askInParts(
  items: readonly Asked[],
  options: {
    size: number;
    /** Why a number cannot be asked, or null. */
    refuse: (item: Asked) => SourceFault | null;
    ask: (part: readonly Asked[]) => Promise<PartAnswer>;
    signal: AbortSignal;
  },
): Promise<AskAnswer> {
  const { size, refuse, ask, signal } = options;
  const into = collect(items);
  for (const part of parts(askable(items, into, refuse), size)) {
    if (signal.aborted) into.stop(faultOf('transient', 'aborted'));
    if (into.stopped) break;
    const answer = await ask(part);
    if ('kind' in answer) {
      if (ENDS.has(answer.kind)) into.stop(answer);
      else for (const item of part) into.fault(item.number, answer);
      continue;
    }
    for (const each of answer) into.put(each);
    for (const item of part) {
      if (!into.has(item.number)) into.fault(item.number, faultOf('no-info-yet', 'unnamed'));
    }
  }
  return into.done();
}

/** Those of the items that can be asked about; of the others `into` hears why not. */
export function askable(
  items: readonly Asked[],
  into: Collector,
  refuse: (item: Asked) => SourceFault | null,
): Asked[] {
  return items.filter((item) => {
    const fault = refuse(item);
    if (fault) into.fault(item.number, fault);
    return fault === null;
  });
}

/** Refuses numbers that are not of this form. */
export function refuseUnless(form: RegExp): (item: Asked) => SourceFault | null {
  return (item) => (form.test(item.number) ? null : faultOf('caller', 'number'));
}

/** The usual check: letters and digits, of a length that a number has. */
export const plainNumber = refuseUnless(/^[0-9A-Z-]{4,40}$/i);
