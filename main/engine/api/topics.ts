import type { TopicName, TopicPayload } from '#shared/contract/index.ts';
import type { Timers } from '../ports.ts';

/** Sends one message to whoever listens; the edge decides how. */
export type SendTopic = <N extends TopicName>(topic: N, revision: number, payload: TopicPayload<N>) => void;

/** Topics that say only that something changed, and the status. */
type Touched = 'queue' | 'parcels' | 'drafts' | 'orders' | 'sources' | 'shops' | 'status';

export interface TopicHub {
  /** Sends a payload now. */
  push<N extends TopicName>(topic: N, payload: TopicPayload<N>): void;
  /** Says that something changed; many touches within a moment become one message. */
  touch(topic: Touched): void;
  revision(topic: TopicName): number;
  /** Sends what is waiting, and stops. */
  close(): void;
}

/** Touches are gathered for this long: quick enough for the eye, slow enough for a sync. */
const GATHER_MS = 80;

/**
 * Revisions only grow, also across restarts: they begin at the clock's milliseconds, which pass faster than
 * messages are sent.
 */
export function createTopicHub(deps: {
  send: SendTopic;
  timers: Timers;
  startAt: number;
  status: () => TopicPayload<'status'>;
}): TopicHub {
  const revisions = new Map<TopicName, number>();
  const waiting = new Set<Touched>();
  let stopTimer: (() => void) | null = null;

  const push: TopicHub['push'] = (topic, payload) => {
    const revision = (revisions.get(topic) ?? deps.startAt) + 1;
    revisions.set(topic, revision);
    deps.send(topic, revision, payload);
  };
  const flush = (): void => {
    stopTimer = null;
    const topics = [...waiting];
    waiting.clear();
    for (const topic of topics) {
      if (topic === 'status') push('status', deps.status());
      else push(topic, {});
    }
  };

  return {
    push,
    touch: (topic) => {
      waiting.add(topic);
      waiting.add('status');
      stopTimer ??= deps.timers.after(GATHER_MS, flush);
    },
    revision: (topic) => revisions.get(topic) ?? deps.startAt,
    close: () => {
      stopTimer?.();
      stopTimer = null;
    },
  };
}
