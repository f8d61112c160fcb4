import type { SyncHealth } from '#shared/contract/sync.ts';
import type { GapReason } from '#shared/model/sync.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { DAY, HOUR, MINUTE } from '#shared/time.ts';
import type { Clock, Logger } from '../../ports.ts';
import { createManners, type Manners } from '../manners/index.ts';
import type { Gate, GateAnswer, SyncShop, Wire, WireName } from './gate.ts';
import { healthOf } from './health.ts';
import { isRisky, type Job, jobsOf, requestOf } from './jobs.ts';
import type { SyncJournal } from './journal.ts';
import { takeAnswer, takeFailure } from './take.ts';
import { FOLLOW, nextFollowIn, planFollow } from './windows.ts';

export interface ShopSyncDeps {
  readonly gate: Gate;
  readonly journal: SyncJournal;
  readonly clock: Clock;
  readonly log: Logger;
  /** Called after each committed step that changed something. */
  readonly changed: () => void;
  readonly limits?: ShopSyncLimits;
}

/** What may be set for a benchmark or a test; a product has no such settings. */
export interface ShopSyncLimits {
  /** Requests a second. */
  readonly rate?: number;
  readonly budget?: number;
  /** Calls at the same time, over all shops and of one. */
  readonly together?: number;
  readonly perShop?: number;
  /** How far back a new shop is loaded without being asked. */
  readonly firstLoadDays?: number;
}

export interface ShopSync {
  /**
   * Makes the calls that are due now, at most a handful, and writes what they brought in one transaction. Answers when
   * there is something to do next (perhaps at once), or null: not by the clock. Never throws for what Shopee does.
   */
  step(): Promise<number | null>;
  load(shopId: number | null, days: number): Result<{ windows: number }>;
  pauseLoad(shopId: number, paused: boolean): Result<{ paused: boolean }>;
  /** Stops or resumes all calls; answers whether it is paused. */
  pause(paused: boolean): boolean;
  /** Why nothing is asked at present, for the gap that it makes; null: it goes on. */
  hold(reason: Extract<GapReason, 'asleep' | 'offline'> | null): void;
  askNow(parcelId: number): number;
  /** Something of a shop was marked as due from outside: it is looked up anew, and `list` is read at once. */
  look(shopId: number, list: 'orders' | 'returns' | null): void;
  /** Everything that can still change is due at once: lists, details, numbers, tracking, the shop's figures. */
  catchUp(): void;
  health(): SyncHealth;
  /** Gives up running calls; what they would have brought is asked again. */
  stop(): void;
}

const TOGETHER = 5;
const PER_SHOP = 2;
const FIRST_LOAD_DAYS = 30;
/** Candidates of each kind that are looked at for one step. */
const LOOK = 24;
/** Where the rate makes us wait, a handful is let together before the next step. */
const GATHER = 400;
/** A shop whose calls are refused as a whole, though nobody stopped it, is tried again this much later, doubling. */
const REFUSED_FIRST = MINUTE;
const REFUSED_LONGEST = HOUR;
/** Calls that belong to an app and not to one shop. */
const NO_SHOP = 0;
const OF_THE_SHOP = new Set(['token', 'link-lost', 'app', 'signature', 'clock']);

interface ShopMemory {
  /** What is due, as it was looked up; null when it must be looked up anew, at the latest at `freshUntil`. */
  jobs: readonly Job[] | null;
  freshUntil: number;
  refusals: number;
  heldUntil: number;
  readonly every: { orders: number; returns: number };
  tasked: boolean;
}

/** The sync with Shopee: plans from what is on record, asks within its manners, writes what comes. */
export function createShopSync(deps: ShopSyncDeps): ShopSync {
  const { gate, journal, clock, log } = deps;
  const limits = deps.limits ?? {};
  const together = limits.together ?? TOGETHER;
  const perShop = limits.perShop ?? PER_SHOP;
  const apps = new Map<string, Manners>();
  const memories = new Map<number, ShopMemory>();
  let abort = new AbortController();
  let paused = false;
  let held: GapReason | null = null;
  /** What kept us from asking last, and when: a gap that it lies in has it for its reason. */
  let lastHold: { readonly reason: GapReason; readonly at: number } | null = null;
  let stepping: Promise<number | null> | null = null;
  let nextAt: number | null = null;

  const mannersOf = (app: string, now: number): Manners => {
    const known = apps.get(app);
    if (known) return known;
    const made = createManners({
      now,
      rateMax: limits.rate,
      budget: limits.budget,
      ...journal.manners(app, now),
    });
    apps.set(app, made);
    return made;
  };
  const memoryOf = (shopId: number): ShopMemory => {
    const known = memories.get(shopId);
    if (known) return known;
    const made: ShopMemory = {
      jobs: null,
      freshUntil: 0,
      refusals: 0,
      heldUntil: 0,
      every: { orders: FOLLOW.orders.soonest, returns: FOLLOW.returns.soonest },
      tasked: false,
    };
    memories.set(shopId, made);
    return made;
  };

  /** Puts on record what a shop needs from now on: its first load, its tasks, and the windows of its lists. */
  const prepare = (shop: SyncShop, now: number): { loading: boolean; nextFollow: number } => {
    const memory = memoryOf(shop.shopId);
    const record = journal.shop(shop);
    if (!memory.tasked) {
      journal.batch(() => {
        for (const resource of ['performance', 'late-orders', 'penalties'] as const) {
          journal.want(shop.shopId, resource, '', now, null);
        }
        if (shop.crossBorder) journal.want(shop.shopId, 'first-mile-list', '', now, null);
        if (record.loadSince === null) {
          const since = now - (limits.firstLoadDays ?? FIRST_LOAD_DAYS) * DAY;
          journal.load(shop.shopId, since, now);
        }
      });
      memory.tasked = true;
    }
    const server = now + gate.clockOffset(shop.app);
    let nextFollow = Number.POSITIVE_INFINITY;
    for (const resource of ['orders', 'returns'] as const) {
      const head = resource === 'orders' ? record.ordersTo : record.returnsTo;
      // A head is kept by the earlier of both clocks; where the server's is behind, it is told in the server's time.
      const due = head === null ? now : head - Math.min(0, server - now) + memory.every[resource];
      if (due > now) {
        nextFollow = Math.min(nextFollow, due);
        continue;
      }
      // The one before is still being read: the next begins where it ends.
      if (journal.openWindows(shop.shopId, resource) > 0) continue;
      const plan = planFollow(head, server, now);
      const kept = lastHold !== null && lastHold.at >= (plan.gap?.from ?? now) ? lastHold.reason : 'asleep';
      const reason: GapReason = record.stoppedAt === null ? kept : 'stopped';
      journal.batch(() => journal.follow(shop.shopId, resource, plan, reason, now));
      if (plan.gap)
        log.info('sync.gap', {
          shopId: shop.shopId,
          resource,
          minutes: Math.round((plan.gap.to - plan.gap.from) / MINUTE),
          reason,
        });
    }
    if (record.stoppedAt !== null) journal.batch(() => journal.stop(shop.shopId, null));
    return { loading: !record.loadPaused, nextFollow };
  };

  /** Chooses what is called now, and learns when something is due next. */
  const choose = (now: number): { jobs: Job[]; next: number } => {
    const waiting: Job[] = [];
    let next = Number.POSITIVE_INFINITY;
    for (const shop of gate.shops()) {
      if (shop.stopped !== null) {
        if (memoryOf(shop.shopId).jobs !== null || journal.shop(shop).stoppedAt === null) {
          journal.batch(() => journal.stop(shop.shopId, now));
          memoryOf(shop.shopId).jobs = null;
        }
        continue;
      }
      const memory = memoryOf(shop.shopId);
      if (memory.heldUntil > now) {
        next = Math.min(next, memory.heldUntil);
        continue;
      }
      if (memory.jobs === null || now >= memory.freshUntil) {
        const { loading, nextFollow } = prepare(shop, now);
        const due = journal.due(shop, now, loading, LOOK);
        memory.jobs = jobsOf(shop, due);
        memory.freshUntil = Math.min(nextFollow, due.later ?? Number.POSITIVE_INFINITY);
      }
      next = Math.min(next, memory.freshUntil);
      waiting.push(...memory.jobs);
    }
    const jobs: Job[] = [];
    const taken = new Map<number, number>();
    const slow = new Set<string>();
    for (const job of waiting.toSorted((a, b) => a.priority - b.priority)) {
      const { shopId, app } = job.shop;
      if (jobs.length >= together) return { jobs, next: now };
      if (slow.has(app) || (taken.get(shopId) ?? 0) >= perShop) continue;
      const { name } = requestOf(job, now);
      const admitted = mannersOf(app, now).admit(now, {
        shopId,
        endpoint: name,
        weight: job.weight,
        risky: isRisky(job),
      });
      if (admitted.go) {
        jobs.push(job);
        taken.set(shopId, (taken.get(shopId) ?? 0) + 1);
        continue;
      }
      if (admitted.why === 'rate') {
        slow.add(app);
        next = Math.min(next, admitted.until + GATHER);
        continue;
      }
      if (admitted.why === 'quota' || admitted.why === 'budget') lastHold = { reason: 'quota', at: now };
      if (admitted.why === 'outage') lastHold = { reason: 'unreachable', at: now };
      next = Math.min(next, admitted.until);
    }
    return { jobs, next };
  };

  const ask = (job: Job, now: number): Promise<GateAnswer<Wire[WireName]>> => {
    const { name, params } = requestOf(job, now);
    return gate.call(job.shop, name, params, abort.signal);
  };

  /** Writes what came, in the order in which it was asked for, whatever the order in which it came. */
  const take = (
    jobs: readonly Job[],
    answers: readonly GateAnswer<Wire[WireName]>[],
    asked: number,
  ): void => {
    const now = clock.now();
    journal.batch(() => {
      jobs.forEach((job, at) => {
        const answer = answers[at];
        if (answer) takeOne(job, answer, asked, now);
      });
      for (const { app, endpoint, ...attempt } of gate.others()) {
        mannersOf(app, now).heard(now, { shopId: NO_SHOP, endpoint, ...attempt });
        journal.calls([
          { app, shopId: NO_SHOP, endpoint, at: asked, outcome: attempt.outcome, ms: attempt.ms },
        ]);
      }
      for (const app of new Set(jobs.map((job) => job.shop.app))) {
        journal.keepManners(app, mannersOf(app, now).keep(now));
      }
    });
  };

  const takeOne = (job: Job, answer: GateAnswer<Wire[WireName]>, asked: number, now: number): void => {
    const { shopId, app } = job.shop;
    const memory = memoryOf(shopId);
    // A list, details or numbers bring what is due at once. A trail or a task brings nothing to ask for: of what was chosen
    // with it, the rest stands.
    const rest =
      job.kind === 'track' || job.kind === 'task' ? memory.jobs?.filter((one) => one !== job) : null;
    memory.jobs = rest && rest.length > 0 ? rest : null;
    const endpoint = requestOf(job, asked).name;
    for (const attempt of answer.attempts) {
      mannersOf(app, now).heard(now, { shopId, endpoint, ...attempt });
      if (attempt.outcome === 'aborted') continue;
      journal.calls([{ app, shopId, endpoint, at: asked, outcome: attempt.outcome, ms: attempt.ms }]);
    }
    if (answer.kind === 'stopped') {
      journal.stop(shopId, now);
      return;
    }
    if (answer.kind === 'fault') {
      if (OF_THE_SHOP.has(answer.class)) {
        memory.refusals += 1;
        memory.heldUntil = now + Math.min(REFUSED_LONGEST, REFUSED_FIRST * 2 ** (memory.refusals - 1));
      }
      takeFailure(journal, job, answer, now);
      return;
    }
    memory.refusals = 0;
    const news = takeAnswer(journal, job, answer.value, answer.raw, asked);
    journal.succeeded(shopId, now);
    if (job.kind !== 'window' || job.window.kind !== 'follow') return;
    const { resource } = job.window;
    memory.every[resource] = nextFollowIn(resource, memory.every[resource], news);
  };

  const run = async (): Promise<number | null> => {
    const now = clock.now();
    // One for each step: signals that are joined to one that never ends would be kept with it.
    abort = new AbortController();
    const { jobs, next } = choose(now);
    if (jobs.length === 0) return Number.isFinite(next) ? Math.max(next, now + 1) : null;
    const answers = await Promise.all(jobs.map((job) => ask(job, now)));
    take(jobs, answers, now);
    deps.changed();
    return clock.now();
  };

  const wake = (): void => {
    for (const memory of memories.values()) memory.jobs = null;
  };
  const known = (shopId: number | null): readonly SyncShop[] =>
    gate.shops().filter((shop) => shopId === null || shop.shopId === shopId);

  return {
    step: async () => {
      if (paused || held !== null) return null;
      // One at a time: two would ask for the same things.
      stepping ??= run().finally(() => (stepping = null));
      nextAt = await stepping;
      return nextAt;
    },
    load: (shopId, days) => {
      const shops = known(shopId);
      if (shops.length === 0) return fail('not-found');
      const now = clock.now();
      let windows = 0;
      journal.batch(() => {
        for (const shop of shops) {
          journal.shop(shop);
          const since = now - days * DAY;
          windows += journal.load(shop.shopId, since, now);
        }
      });
      wake();
      return ok({ windows });
    },
    pauseLoad: (shopId, stop) => {
      if (known(shopId).length === 0) return fail('not-found');
      journal.batch(() => journal.pauseLoad(shopId, stop));
      wake();
      return ok({ paused: stop });
    },
    pause: (stop) => {
      paused = stop;
      if (stop) lastHold = { reason: 'paused', at: clock.now() };
      wake();
      return paused;
    },
    hold: (reason) => {
      held = reason;
      if (reason !== null) lastHold = { reason, at: clock.now() };
      wake();
    },
    askNow: (parcelId) => {
      const now = clock.now();
      let asked = 0;
      journal.batch(() => (asked = journal.askNow(parcelId, now)));
      wake();
      return asked;
    },
    look: (shopId, list) => {
      const memory = memoryOf(shopId);
      memory.jobs = null;
      if (list !== null) memory.every[list] = 0;
    },
    catchUp: () => {
      const now = clock.now();
      journal.batch(() => gate.shops().forEach((shop) => journal.askAll(shop.shopId, now)));
      for (const memory of memories.values()) {
        memory.every.orders = 0;
        memory.every.returns = 0;
      }
      wake();
    },
    health: () =>
      healthOf({
        now: clock.now(),
        paused: paused || held !== null,
        nextAt,
        shops: gate.shops(),
        manners: (app) => mannersOf(app, clock.now()),
        figures: (shopId) => journal.figures(shopId, clock.now()),
      }),
    stop: () => {
      abort.abort();
    },
  };
}
