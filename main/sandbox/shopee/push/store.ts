import { DAY } from '#shared/time.ts';
import type { Fields } from '../reply.ts';

/** A push as it is sent: the whole body. */
export interface Push {
  readonly code: number;
  readonly shopId: number | null;
  readonly at: number;
  readonly body: Fields;
}

export interface LostPush extends Push {
  readonly id: number;
  readonly lostAt: number;
}

/** The app's push settings, and what could not be delivered in the last three days. */
export interface PushStore {
  callbackUrl: string;
  readonly off: Set<number>;
  readonly blocked: Set<number>;
  readonly counters: { sent: number; delivered: number; retried: number; repeated: number; lost: number };
  lose(push: Push, now: number): void;
  lost(now: number): readonly LostPush[];
  confirm(lastId: number): void;
}

const KEPT = 3 * DAY;

export function createPushStore(): PushStore {
  let lost: LostPush[] = [];
  let count = 176_000;
  return {
    callbackUrl: '',
    off: new Set(),
    blocked: new Set(),
    counters: { sent: 0, delivered: 0, retried: 0, repeated: 0, lost: 0 },
    lose(push, now) {
      count += 1;
      this.counters.lost += 1;
      lost.push({ ...push, id: count, lostAt: now });
    },
    lost(now) {
      lost = lost.filter((push) => push.lostAt > now - KEPT);
      return lost;
    },
    confirm(lastId) {
      lost = lost.filter((push) => push.id > lastId);
    },
  };
}
