import {
  type CallName,
  calls,
  type Handlers,
  isCallName,
  type ShellCallName,
} from '#shared/contract/index.ts';
import { fail, FaultError, ok, type Result } from '#shared/result.ts';
import type { Logger } from '../engine/ports.ts';
import { isOwn } from './origin.ts';

/** What is known of the sender of a message. */
export interface Sender {
  /** Address of the frame; null when the frame is gone. */
  readonly url: string | null;
  readonly mainFrame: boolean;
  /** The web contents are one of our windows. */
  readonly known: boolean;
}

export interface RouterDeps {
  readonly shell: Handlers<ShellCallName, void>;
  readonly engine: (name: string, input: unknown) => Promise<Result<unknown>>;
  readonly log: Logger;
}

/** Whether a message comes from the main frame of our own page in our own window. */
export function trusted(sender: Sender): boolean {
  return sender.known && sender.mainFrame && sender.url !== null && isOwn(sender.url);
}

/**
 * The only door for messages of the page. Checks sender, name and input; shell calls are answered here, engine calls
 * are relayed (the engine checks them again). Always a result, nothing is thrown.
 */
export function createRouter(
  deps: RouterDeps,
): (sender: Sender, name: unknown, input: unknown) => Promise<Result<unknown>> {
  return async (sender, name, input) => {
    if (!trusted(sender)) {
      deps.log.warn('ipc.foreign-sender', {});
      return fail('foreign-sender');
    }
    if (!isCallName(name)) return fail('unknown-channel');
    const parsed = calls[name].input.safeParse(input);
    if (!parsed.success) return fail('bad-input', { at: parsed.error.issues[0]?.path.join('.') ?? '' });
    try {
      if (calls[name].host === 'engine') return checked(name, await deps.engine(name, input), deps.log);
      const handler = deps.shell[name as ShellCallName] as (args: unknown) => unknown;
      return checked(name, ok(await handler(parsed.data)), deps.log);
    } catch (error) {
      if (error instanceof FaultError) return { ok: false, error: error.fault };
      deps.log.error('ipc.handler', { name, error: error instanceof Error ? error.name : typeof error });
      return fail('internal');
    }
  };
}

/** The answer's own shape; a wrong one is our bug and never reaches the page. */
function checked(name: CallName, result: Result<unknown>, log: Logger): Result<unknown> {
  if (!result.ok) return result;
  const value = calls[name].output.safeParse(result.value);
  if (value.success) return result;
  log.error('ipc.bad-output', { name, at: value.error.issues[0]?.path.join('.') ?? '' });
  return fail('internal');
}
