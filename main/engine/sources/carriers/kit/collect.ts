import type { AskAnswer, Asked, NumberAnswer, SourceFault } from './types.ts';

/** Gathers the answer to a question of many numbers while its calls come in. */
export interface Collector {
  put(answer: NumberAnswer): void;
  fault(number: string, fault: SourceFault): void;
  registered(number: string): void;
  charged(number: string): void;
  /** Ends the question: what has no answer yet counts as not asked. */
  stop(fault: SourceFault): void;
  readonly stopped: boolean;
  has(number: string): boolean;
  done(): AskAnswer;
}

/** Every asked number ends in exactly one place; a service that answers about others is not listened to. */
export function collect(items: readonly Asked[]): Collector {
  const asked = new Set(items.map((item) => item.number));
  const answers = new Map<string, NumberAnswer>();
  const registered = new Set<string>();
  const charged = new Set<string>();
  let end: SourceFault | null = null;
  const put = (answer: NumberAnswer): void => {
    if (asked.has(answer.number)) answers.set(answer.number, answer);
  };
  return {
    put,
    fault: (number, fault) => put({ kind: 'fault', number, fault }),
    registered: (number) => void (asked.has(number) && registered.add(number)),
    charged: (number) => void (asked.has(number) && charged.add(number)),
    stop: (fault) => {
      end ??= fault;
    },
    get stopped() {
      return end !== null;
    },
    has: (number) => answers.has(number),
    done: () => ({
      answers: [...answers.values()],
      unasked: [...asked].filter((number) => !answers.has(number)),
      fault: end,
      registered: [...registered],
      charged: [...charged],
    }),
  };
}

/** A list in parts of at most `size`. */
export function parts<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, n) =>
    list.slice(n * size, (n + 1) * size),
  );
}
