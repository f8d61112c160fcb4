import { type TopicName, type TopicPayload, topics } from '#shared/contract/index.ts';
import type { Logger } from '../engine/ports.ts';

export interface TopicRelay {
  /** A topic of the engine: checked, then passed on with its own revision. */
  relay(topic: string, revision: number, payload: unknown): void;
  /** A topic of the shell, with the next revision. */
  publish<N extends TopicName>(topic: N, payload: TopicPayload<N>): void;
}

/** Passes topics on to the page. `startAt` (epoch ms) lets revisions grow across restarts of the shell. */
export function createTopicRelay(deps: {
  readonly send: (message: { topic: string; revision: number; payload: unknown }) => void;
  readonly startAt: number;
  readonly log: Logger;
  /** Hears all topics too: the tray lives on `engine`, `status` and `queue`. */
  readonly heard: (topic: TopicName, payload: unknown) => void;
}): TopicRelay {
  let revision = deps.startAt;
  return {
    relay(topic, number, payload) {
      const known = Object.hasOwn(topics, topic) ? topics[topic as TopicName] : null;
      if (known?.host !== 'engine' || !known.payload.safeParse(payload).success) {
        deps.log.warn('topic.refused', { topic });
        return;
      }
      deps.send({ topic, revision: number, payload });
      deps.heard(topic as TopicName, payload);
    },
    publish(topic, payload) {
      revision += 1;
      deps.send({ topic, revision, payload });
      deps.heard(topic, payload);
    },
  };
}
