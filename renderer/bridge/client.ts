import {
  type CallInput,
  type CallName,
  type CallOutput,
  type CallResult,
  calls,
  type TopicName,
} from '#shared/contract/index.ts';
import { fail, ok } from '#shared/result.ts';
import { createLoopbackBridge } from './loopback.ts';
import type { Bridge } from './types.ts';

declare global {
  interface Window {
    /** Put there by the preload; absent in a plain browser. */
    readonly seamark?: Bridge;
  }
}

const linkListeners = new Set<(up: boolean) => void>();

/** Hears when the connection to the engine is lost and found (in a browser; the desktop tells by a topic). */
export function onLink(listener: (up: boolean) => void): () => void {
  linkListeners.add(listener);
  return () => void linkListeners.delete(listener);
}

/** The one way out of the page. */
export const bridge: Bridge =
  window.seamark ??
  createLoopbackBridge((up) => {
    for (const listener of linkListeners) listener(up);
  });

/**
 * Hears when the engine is there again, after a lost connection or because it began anew: what was told meanwhile was not
 * heard and what was asked was refused, so whoever shows something asks again.
 */
export function onRelink(listener: () => void): () => void {
  let lost = false;
  const stops = [
    onLink((up) => {
      if (up && lost) listener();
      lost = !up;
    }),
    // On the desktop the page keeps its connection to the shell while the engine behind it ends.
    bridge.on('engine', ({ payload }) => {
      if (payload.state === 'ready') listener();
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

/** Hears that what a topic is about may have changed: told, or while nothing could be told. The answer stops. */
export function onChange(topic: TopicName, listener: () => void): () => void {
  const stops = [bridge.on(topic, listener), onRelink(listener)];
  return () => stops.forEach((stop) => stop());
}

/** Asks or tells, with the contract's schema on the answer, so that a version mismatch is a fault and not a blank screen. */
export async function call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallResult<N>> {
  const answer = await bridge.call(name, input);
  if (!answer.ok) return answer;
  const checked = calls[name].output.safeParse(answer.value);
  return checked.success ? ok(checked.data as CallOutput<N>) : fail('bad-input');
}
