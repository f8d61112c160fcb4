import type { AppHealth } from '#shared/model/sync.ts';
import { DAY, HOUR, MINUTE } from '#shared/time.ts';
import { afterFailure, type Breaker } from './breaker.ts';
import { nextTake, perSecond, type Rate, startRate, take, throttle } from './rate.ts';
import { createShare } from './share.ts';

/** How much a call matters: what is left of the day's budget goes to what matters most. */
export type Weight = 'urgent' | 'usual' | 'idle';

/** Up to this part of the day's budget each weight may go. */
const SLICE: Readonly<Record<Weight, number>> = { urgent: 1, usual: 0.92, idle: 0.75 };

/** Calls that Seamark allows itself on one day: no number is published; generous for nine busy shops. */
export const DAY_BUDGET = 60_000;

/** What came of one attempt, as the manners see it. */
export interface Heard {
  readonly shopId: number;
  readonly endpoint: string;
  /** `ok` or the class of the failure. */
  readonly outcome: string;
  /** Whether the platform counts it into its share. */
  readonly counts: boolean;
  readonly clean: boolean;
  readonly retryAfterMs: number | null;
  /** For a used-up quota: when it begins anew. */
  readonly untilAt: number | null;
}

export type Admission =
  | { readonly go: true }
  | { readonly go: false; readonly until: number; readonly why: string };

/** The manners of one app: one budget, one rate, one success share, whatever the number of shops. */
export interface Manners {
  /** May this call be made now? A yes takes it out of the rate and the budget. `risky`: it failed before. */
  admit(now: number, call: { shopId: number; endpoint: string; weight: Weight; risky?: boolean }): Admission;
  heard(now: number, what: Heard): void;
  /** Breakers that are open now. */
  open(now: number, shopId: number): { endpoint: string; until: number; why: string }[];
  view(now: number): Omit<AppHealth, 'app'>;
  /** What must outlive a restart. */
  keep(now: number): { rate: number; pausedUntil: number | null; reason: string | null };
}

export interface MannersStart {
  readonly now: number;
  readonly rateMax?: number | undefined;
  readonly budget?: number | undefined;
  readonly used: number;
  readonly rate: number | null;
  readonly pausedUntil: number | null;
  readonly pauseReason: string | null;
  readonly minutes: readonly { minute: number; calls: number; ok: number }[];
}

/** The next 00:00 at UTC+8: when quota and budget begin anew. */
export function nextQuotaDay(now: number): number {
  return Math.floor((now + 8 * HOUR) / DAY + 1) * DAY - 8 * HOUR;
}

/** So many failures in a row, whoever made them: they do not answer at all, and one call at a time tries. */
const OUTAGE_AFTER = 8;
const OUTAGE_FIRST = 15_000;
const OUTAGE_LONGEST = 10 * MINUTE;
/** A call that just tried in vain whether they answer lets the others go first for so long: it may be the only broken one. */
const YIELD = 2 * MINUTE;
/**
 * Where a failure would cost the share, one doubtful call of the app goes now and then all the same, ever more rarely
 * while they fail: otherwise a morning on which everything failed would silence the whole day.
 */
const RISK_FIRST = 5 * MINUTE;
const RISK_LONGEST = 2 * HOUR;
/** Failures that say nothing about the call itself: others answer for them. */
export const NOT_THE_CALL: ReadonlySet<string> = new Set([
  'throttled',
  'quota',
  'token',
  'link-lost',
  'app',
  'signature',
  'clock',
  'aborted',
]);

/** Pure but for its own memory: time is passed in, so a month can be replayed in seconds. */
export function createManners(start: MannersStart): Manners {
  const budget = start.budget ?? DAY_BUDGET;
  const share = createShare(start.minutes);
  const breakers = new Map<string, Breaker>();
  /** Calls that failed last time and are being tried: one at a time. */
  const probing = new Set<string>();
  let rate: Rate = startRate(start.now, start.rateMax, start.rate ?? start.rateMax);
  let pausedUntil = start.pausedUntil ?? 0;
  let pauseReason = start.pauseReason;
  let day = nextQuotaDay(start.now);
  let used = start.used;
  let silent = 0;
  let outageUntil = 0;
  let outageProbe = false;
  /** Calls that tried in vain since the last answer. */
  const triedInVain = new Set<string>();
  let riskAt = 0;
  let riskWait = RISK_FIRST;

  const keyOf = (shopId: number, endpoint: string): string => `${shopId} ${endpoint}`;
  const roll = (now: number): void => {
    if (now < day) return;
    day = nextQuotaDay(now);
    used = 0;
  };
  const no = (until: number, why: string): Admission => ({ go: false, until, why });

  const admit: Manners['admit'] = (now, { shopId, endpoint, weight, risky }) => {
    roll(now);
    if (now < pausedUntil) return no(pausedUntil, pauseReason ?? 'quota');
    if (used >= budget * SLICE[weight]) return no(day, 'budget');
    const outage = silent >= OUTAGE_AFTER;
    if (outage && (now < outageUntil || outageProbe)) return no(Math.max(outageUntil, now + 1_000), 'outage');
    const key = keyOf(shopId, endpoint);
    if (outage && triedInVain.has(key)) {
      const others = Math.max(outageUntil, riskAt) + YIELD;
      if (now < others) return no(others, 'outage');
      triedInVain.clear();
    }
    const breaker = breakers.get(key);
    if (breaker && now < breaker.openUntil) return no(breaker.openUntil, breaker.why);
    const doubtful = outage || risky === true || (breaker !== undefined && breaker.failures > 0);
    if (doubtful && probing.has(key)) return no(now + 1_000, 'probing');
    const dear = doubtful && !share.mayFail(now);
    if (dear && now < riskAt) return no(riskAt, 'share');
    const taken = take(rate, now);
    if (!taken) return no(nextTake(rate, now), 'rate');
    rate = taken;
    used += 1;
    if (doubtful) probing.add(key);
    if (dear) {
      riskAt = now + riskWait;
      riskWait = Math.min(RISK_LONGEST, riskWait * 2);
    }
    if (outage) outageProbe = true;
    return { go: true };
  };

  const heard: Manners['heard'] = (now, what) => {
    const key = keyOf(what.shopId, what.endpoint);
    probing.delete(key);
    outageProbe = false;
    if (what.counts) share.heard(now, what.outcome === 'ok' && what.clean);
    if (what.outcome === 'ok') {
      if (breakers.delete(key)) {
        riskAt = 0;
        riskWait = RISK_FIRST;
      }
      silent = 0;
      triedInVain.clear();
      return;
    }
    if (what.outcome === 'throttled') rate = throttle(rate, now, what.retryAfterMs);
    if (what.outcome === 'quota') {
      pausedUntil = what.untilAt ?? nextQuotaDay(now);
      pauseReason = 'quota';
    }
    if (NOT_THE_CALL.has(what.outcome)) return;
    breakers.set(key, afterFailure(breakers.get(key), what.outcome, now));
    if (what.outcome !== 'transient') return;
    silent += 1;
    if (silent >= OUTAGE_AFTER) {
      triedInVain.add(key);
      outageUntil = now + Math.min(OUTAGE_LONGEST, OUTAGE_FIRST * 2 ** Math.min(10, silent - OUTAGE_AFTER));
    }
  };

  return {
    admit,
    heard,
    open: (now, shopId) =>
      [...breakers].flatMap(([key, { openUntil, why }]) => {
        const [shop, endpoint = ''] = key.split(' ');
        return Number(shop) === shopId && openUntil > now ? [{ endpoint, until: openUntil, why }] : [];
      }),
    view: (now) => {
      roll(now);
      const outage = silent >= OUTAGE_AFTER && now < outageUntil;
      const why: AppHealth['pauseReason'] =
        now < pausedUntil
          ? 'quota'
          : used >= budget
            ? 'budget'
            : outage
              ? 'outage'
              : now < rate.heldUntil
                ? 'throttled'
                : null;
      const until = {
        quota: pausedUntil,
        budget: day,
        outage: outageUntil,
        throttled: rate.heldUntil,
        share: 0,
      };
      return {
        calls24h: share.calls(now),
        successShare: share.value(now),
        budget,
        used,
        rate: Math.round(perSecond(rate, now) * 100) / 100,
        pausedUntil: why === null ? null : (until[why] as AppHealth['pausedUntil']),
        pauseReason: why,
      };
    },
    keep: (now) => ({
      rate: perSecond(rate, now),
      pausedUntil: now < pausedUntil ? pausedUntil : null,
      reason: now < pausedUntil ? pauseReason : null,
    }),
  };
}
