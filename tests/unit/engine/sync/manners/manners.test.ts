import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '#shared/time.ts';
import { createManners, type Manners, nextQuotaDay } from '../../../../../main/engine/sync/manners/index.ts';

const START = Date.UTC(2026, 10, 24, 8);
const fresh = (more: Partial<Parameters<typeof createManners>[0]> = {}): Manners =>
  createManners({
    ...{ now: START, used: 0, rate: null, pausedUntil: null, pauseReason: null, minutes: [] },
    ...more,
  });
const call = (shopId = 1, endpoint = 'logistics.get_tracking_info') =>
  ({ shopId, endpoint, weight: 'usual' }) as const;
const answer = (
  outcome: string,
  more: { shopId?: number; endpoint?: string; retryAfterMs?: number } = {},
) => ({
  ...{ shopId: 1, endpoint: 'logistics.get_tracking_info', outcome, counts: true, clean: true },
  ...{ retryAfterMs: null, untilAt: null },
  ...more,
});

/** Calls that go through within a second when asked as often as possible. */
function within(manners: Manners, from: number, ms: number): number {
  let went = 0;
  for (let now = from; now < from + ms; now += 20) {
    while (manners.admit(now, call()).go) {
      went += 1;
      manners.heard(now, answer('ok'));
    }
  }
  return went;
}

describe('the rate', () => {
  it('is at most ten a second, half of it after "too many", and comes back by the minute', () => {
    const manners = fresh();
    within(manners, START, 5_000);
    expect(within(manners, START + 5_000, 10_000)).toBeLessThanOrEqual(101);
    manners.heard(START + 15_000, answer('throttled', { retryAfterMs: 4_000 }));
    expect(manners.admit(START + 18_900, call())).toMatchObject({ go: false, why: 'rate' });
    expect(manners.view(START + 16_000)).toMatchObject({ rate: 5, pauseReason: 'throttled' });
    const slow = within(manners, START + 20_000, 10_000);
    expect(slow).toBeGreaterThan(40);
    expect(slow).toBeLessThanOrEqual(60);
    expect(manners.view(START + 15 * MINUTE).rate).toBe(10);
  });
});

describe('the quota', () => {
  it('pauses everything until 00:00 UTC+8, across a restart too', () => {
    const manners = fresh();
    manners.heard(START, answer('quota'));
    const until = Date.UTC(2026, 10, 24, 16);
    expect(nextQuotaDay(START)).toBe(until);
    expect(manners.admit(until - 1, call())).toEqual({ go: false, until, why: 'quota' });
    const kept = manners.keep(START + HOUR);
    const again = fresh({ now: START + HOUR, pausedUntil: kept.pausedUntil, pauseReason: kept.reason });
    expect(again.admit(until - 1, call()).go).toBe(false);
    expect(again.admit(until, call()).go).toBe(true);
  });

  it('of our own keeps its last part for what matters most, and begins anew with the day', () => {
    const manners = fresh({ budget: 100, used: 80 });
    expect(manners.admit(START, { ...call(), weight: 'idle' })).toMatchObject({ go: false, why: 'budget' });
    expect(manners.admit(START, call()).go).toBe(true);
    const spent = fresh({ budget: 100, used: 100 });
    expect(spent.admit(START, { ...call(), weight: 'urgent' }).go).toBe(false);
    expect(spent.admit(nextQuotaDay(START), { ...call(), weight: 'idle' }).go).toBe(true);
  });
});

describe('what fails', () => {
  it('is left alone ever longer, by shop and endpoint, while everything else goes on', () => {
    const manners = fresh({ minutes: [{ minute: Math.floor(START / MINUTE) - 1, calls: 100, ok: 100 }] });
    for (let n = 0; n < 3; n += 1) manners.heard(START + n, answer('transient'));
    expect(manners.admit(START + 10, call())).toMatchObject({ go: false, why: 'transient' });
    expect(manners.admit(START + 10, call(2)).go).toBe(true);
    expect(manners.admit(START + 10, call(1, 'order.get_order_list')).go).toBe(true);
    expect(manners.open(START + 10, 1)).toHaveLength(1);
    expect(manners.admit(START + MINUTE, call()).go).toBe(true);
    // One at a time tries whether it is back.
    expect(manners.admit(START + MINUTE, call())).toMatchObject({ go: false, why: 'probing' });
    manners.heard(START + MINUTE, answer('ok'));
    expect(manners.open(START + MINUTE, 1)).toEqual([]);
  });

  it('for a missing permission is not called again for a day', () => {
    const manners = fresh();
    manners.heard(START, answer('permission'));
    expect(manners.admit(START + 23 * HOUR, call()).go).toBe(false);
    expect(manners.admit(START + DAY, call()).go).toBe(true);
  });
});

describe('the success share', () => {
  it('stays at 90 % or more whatever fails, once a day of calls is behind us', () => {
    const run = fc.record({
      // Which endpoints are broken, and how often answers fail by chance.
      broken: fc.subarray(['a', 'b', 'c', 'd', 'e', 'f'], { maxLength: 5 }),
      outage: fc.option(
        fc.record({ from: fc.integer({ min: 0, max: 20 }), hours: fc.integer({ min: 1, max: 4 }) }),
      ),
    });
    fc.assert(
      fc.property(run, ({ broken, outage }) => {
        const manners = fresh();
        let [calls, ok] = [0, 0];
        for (let minute = 0; minute < 24 * 60; minute += 1) {
          const now = START + minute * MINUTE;
          const down = outage && minute >= outage.from * 60 && minute < (outage.from + outage.hours) * 60;
          for (const endpoint of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
            if (!manners.admit(now, call(1, endpoint)).go) continue;
            const fails = down === true || broken.includes(endpoint);
            manners.heard(now, answer(fails ? 'transient' : 'ok', { endpoint }));
            calls += 1;
            if (!fails) ok += 1;
          }
        }
        expect(ok / calls).toBeGreaterThanOrEqual(0.9);
        expect(manners.view(START + DAY - 1).successShare).toBeCloseTo(ok / calls, 2);
      }),
      { numRuns: 30, examples: [[{ broken: ['a'], outage: { from: 0, hours: 1 } }]] },
    );
  });

  it('is remembered across a restart', () => {
    const minute = Math.floor(START / MINUTE) - 10;
    const manners = fresh({ minutes: [{ minute, calls: 100, ok: 91 }] });
    expect(manners.view(START).successShare).toBe(0.91);
    // What failed before goes now and then, ever more rarely; what works goes on.
    const risky = { ...call(), risky: true };
    expect(manners.admit(START, risky).go).toBe(true);
    manners.heard(START, answer('transient'));
    expect(manners.admit(START + MINUTE, risky)).toMatchObject({ go: false, why: 'share' });
    expect(manners.admit(START + MINUTE, call(1, 'order.get_order_list')).go).toBe(true);
    expect(manners.admit(START + 5 * MINUTE, risky).go).toBe(true);
    expect(manners.admit(START + 11 * MINUTE, call(2)).go).toBe(true);
  });
});
