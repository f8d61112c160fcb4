import { chanceOf } from '../../simulate/random.ts';
import type { World } from '../../simulate/world.ts';
import { signed } from '../sign.ts';
import type { Tokens } from '../tokens.ts';
import { expiryPush, pushesBetween } from './events.ts';
import type { Push, PushStore } from './store.ts';

/** Delivers one body; the status of the answer, or null when none came in time. */
export type Deliver = (
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
) => Promise<number | null>;

const SECOND = 1000;
/** Seconds after which a push is tried again, chat apart (reference, section 4.1). */
const RETRIES: readonly number[] = [300, 1800, 10_800];
const CHAT_RETRIES: readonly number[] = [1, 2, 3];
/** Shares of pushes that come twice and that overtake the one before. Invented: the guide says only that both happen. */
const REPEATS = 0.05;
const OVERTAKES = 0.08;

export interface Pusher {
  /** Sends what has happened since the last time, and what is due to be tried again. Answers how many went out. */
  pump(): Promise<number>;
  /** Sends one push at once, where a callback address is known; it is tried again like the others. */
  send(push: Push): Promise<void>;
}

export interface PusherOptions {
  readonly world: World;
  readonly store: PushStore;
  readonly grants: Tokens['grants'];
  readonly partnerKey: string;
  /** Milliseconds of the server's clock. */
  readonly now: () => number;
  readonly deliver: Deliver;
  /** Shortens the waits between retries: 0.01 makes of five minutes three seconds. */
  readonly retryScale: number;
}

/** The platform's push sender: signed, repeated, out of order, tried again, and kept as lost in the end. */
export function createPusher(options: PusherOptions): Pusher {
  const { world, store, now } = options;
  const chance = chanceOf(world.config.seed, 95);
  let since = now();
  let waiting: { push: Push; attempt: number; due: number }[] = [];

  const send = async (push: Push): Promise<boolean> => {
    const body = JSON.stringify(push.body);
    const authorization = signed(options.partnerKey, `${store.callbackUrl}|${body}`);
    store.counters.sent += 1;
    const headers = { Authorization: authorization, 'Content-Type': 'application/json' };
    const status = await options.deliver(store.callbackUrl, headers, body);
    const done = status !== null && status >= 200 && status < 300;
    if (done) store.counters.delivered += 1;
    return done;
  };
  const attempt = async (push: Push, tries: number): Promise<void> => {
    if (await send(push)) return;
    const wait = (push.code === 10 ? CHAT_RETRIES : RETRIES)[tries];
    if (wait === undefined) {
      store.lose(push, now());
      return;
    }
    store.counters.retried += 1;
    waiting.push({ push, attempt: tries + 1, due: now() + wait * SECOND * options.retryScale });
  };
  /** Some twice, some a place later than they belong. */
  const disordered = (pushes: readonly Push[]): Push[] => {
    const out: Push[] = [];
    for (const push of pushes) {
      const before = out.at(-1);
      // Chat keeps its order.
      if (before && before.code !== 10 && push.code !== 10 && chance.happens(OVERTAKES))
        out.splice(-1, 1, push, before);
      else out.push(push);
      if (chance.happens(REPEATS)) {
        store.counters.repeated += 1;
        out.push(push);
      }
    }
    return out;
  };

  return {
    send: (push) => (store.callbackUrl === '' ? Promise.resolve() : attempt(push, 0)),
    async pump() {
      const until = now();
      if (store.callbackUrl === '') {
        since = until;
        return 0;
      }
      const due = waiting.filter((one) => one.due <= until);
      waiting = waiting.filter((one) => one.due > until);
      const fresh = disordered([
        ...pushesBetween(world, since, until),
        ...expiryPush(options.grants, since, until),
      ]).filter((push) => !store.off.has(push.code) && !store.blocked.has(push.shopId ?? 0));
      since = until;
      for (const one of due) await attempt(one.push, one.attempt);
      for (const push of fresh) await attempt(push, 0);
      return due.length + fresh.length;
    },
  };
}
