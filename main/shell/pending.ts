import type { FaultCode } from '#shared/contract/faults.ts';
import { fail, type Result } from '#shared/result.ts';

/** The calls that wait for an answer of the engine. */
export interface Pending {
  ask(name: string, input: unknown): Promise<Result<unknown>>;
  answer(id: number, result: Result<unknown>): void;
  /** Answers everything that waits with one fault. */
  failAll(code: FaultCode): void;
  size(): number;
}

/** Numbers calls, sends them, and matches the answers; an answer that nobody waits for is dropped. */
export function createPending(send: (id: number, name: string, input: unknown) => void): Pending {
  const waiting = new Map<number, (result: Result<unknown>) => void>();
  let last = 0;
  return {
    ask(name, input) {
      last += 1;
      const id = last;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        send(id, name, input);
      });
    },
    answer(id, result) {
      waiting.get(id)?.(result);
      waiting.delete(id);
    },
    failAll(code) {
      const all = [...waiting.values()];
      waiting.clear();
      for (const resolve of all) resolve(fail(code));
    },
    size: () => waiting.size,
  };
}
