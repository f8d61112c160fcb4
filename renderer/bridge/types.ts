import type { CallInput, CallName, CallResult, TopicMessage, TopicName } from '#shared/contract/index.ts';

/** Everything the page can do beyond drawing. `window.seamark` in the app, a loopback client in a plain browser. */
export interface Bridge {
  /** Asks or tells. Never throws; a lost connection is a fault. */
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallResult<N>>;
  /** Listens to a topic; the answer stops listening. */
  on<N extends TopicName>(topic: N, listener: (message: TopicMessage<N>) => void): () => void;
  /** The path under which the engine can read a dropped file (in the browser: after an upload to the loopback). */
  pathOf(file: File): Promise<string | null>;
  readonly surface: 'desktop' | 'browser';
}
