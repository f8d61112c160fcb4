import { calls, type CallName, type EngineCallName, isCallName } from '#shared/contract/index.ts';
import { fail, type Fault, FaultError, ok, type Result } from '#shared/result.ts';
import type { Logger } from '../ports.ts';

/** A handler as the router sees it: input is checked already, output will be. */
export type AnyHandler = (args: never) => unknown;

export interface Router {
  /** Checks the name and the input, runs the handler, checks the output. Never throws. */
  dispatch(name: unknown, input: unknown): Promise<Result<unknown>>;
  readonly names: readonly EngineCallName[];
}

/**
 * The engine's side of the contract. Commands run strictly one after another, so that each sees what the one before
 * left; queries run as they come. What a handler throws becomes a fault: `FaultError` its own, what the store throws
 * by `faultOf`, anything else `internal` with a log line that carries no data.
 */
export function createRouter(
  handlers: Readonly<Record<EngineCallName, AnyHandler>>,
  deps: { log: Logger; faultOf: (error: unknown) => Fault | null },
): Router {
  let tail: Promise<unknown> = Promise.resolve();

  const run = async (name: EngineCallName, args: unknown): Promise<Result<unknown>> => {
    try {
      const handler = handlers[name] as (args: unknown) => unknown;
      const value = await handler(args);
      const checked = calls[name].output.safeParse(value);
      if (checked.success) return ok(checked.data);
      const issue = checked.error.issues[0];
      deps.log.error('call.bad-output', { name, path: issue?.path.join('.') ?? '', code: issue?.code ?? '' });
      return fail('internal');
    } catch (error) {
      if (error instanceof FaultError) return { ok: false, error: error.fault };
      const fault = deps.faultOf(error);
      if (fault) return { ok: false, error: fault };
      deps.log.error('call.bug', { name, error: error instanceof Error ? error.name : typeof error });
      return fail('internal');
    }
  };

  return {
    names: Object.keys(handlers) as EngineCallName[],
    dispatch: async (name, input) => {
      if (!isCallName(name) || !isEngineCall(name)) return fail('unknown-channel');
      const parsed = calls[name].input.safeParse(input);
      if (!parsed.success) {
        deps.log.warn('call.bad-input', { name, path: parsed.error.issues[0]?.path.join('.') ?? '' });
        return fail('bad-input', { path: parsed.error.issues[0]?.path.join('.') ?? '' });
      }
      if (calls[name].kind === 'query') return run(name, parsed.data);
      const mine = tail.then(() => run(name, parsed.data));
      tail = mine;
      return mine;
    },
  };
}

function isEngineCall(name: CallName): name is EngineCallName {
  return calls[name].host === 'engine';
}
