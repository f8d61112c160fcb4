import type { CallName, CallResult, TopicMessage, TopicName } from '#shared/contract/index.ts';
import { fail } from '#shared/result.ts';
import type { Bridge } from './types.ts';

const RETRY_MS = [500, 1000, 2000, 5000] as const;

/**
 * The bridge of a plain browser: calls by HTTP, topics by a stream of events, files by an upload that gives a path. A
 * lost stream is opened again with growing pauses; `onLink` hears of it.
 */
export function createLoopbackBridge(onLink: (up: boolean) => void): Bridge {
  const listeners = new Map<string, Set<(message: TopicMessage) => void>>();
  let tries = 0;
  let settle: () => void = () => undefined;
  // What happens between an answer and the stream's begin nobody would tell: calls wait until it is open, or known to be down.
  const begun = new Promise<void>((done) => {
    settle = done;
  });

  const connect = (): void => {
    const stream = new EventSource('/bridge/topics');
    stream.addEventListener('open', () => {
      tries = 0;
      settle();
      onLink(true);
    });
    stream.addEventListener('message', (event: MessageEvent<string>) => {
      const message = JSON.parse(event.data) as TopicMessage;
      for (const listener of listeners.get(message.topic) ?? []) listener(message);
    });
    stream.addEventListener('error', () => {
      stream.close();
      settle();
      onLink(false);
      setTimeout(hello, RETRY_MS[Math.min(tries, RETRY_MS.length - 1)]);
      tries += 1;
    });
  };
  // A restarted server knows other cookies than the one before: greet it first.
  const hello = (): void => void fetch('/bridge/hello').then(connect, connect);
  hello();

  return {
    surface: 'browser',
    call: async <N extends CallName>(name: N, input: unknown): Promise<CallResult<N>> => {
      await begun;
      try {
        const response = await fetch('/bridge/call', {
          method: 'POST',
          body: JSON.stringify({ name, input }),
        });
        if (!response.ok) return fail('engine-stopped');
        return (await response.json()) as CallResult<N>;
      } catch {
        return fail('engine-stopped');
      }
    },
    on: <N extends TopicName>(topic: N, listener: (message: TopicMessage<N>) => void) => {
      const set = listeners.get(topic) ?? new Set();
      listeners.set(topic, set);
      const heard = listener as (message: TopicMessage) => void;
      set.add(heard);
      return () => void set.delete(heard);
    },
    pathOf: async (file) => {
      try {
        const response = await fetch(`/bridge/upload?name=${encodeURIComponent(file.name)}`, {
          method: 'POST',
          body: file,
        });
        return ((await response.json()) as { path: string }).path;
      } catch {
        return null;
      }
    },
  };
}
