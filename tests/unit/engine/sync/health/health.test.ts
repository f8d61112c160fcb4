import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY, HOUR } from '../../../../../shared/time.ts';
import {
  type HealthHour,
  type HealthInput,
  healthOf,
} from '../../../../../main/engine/sync/health/health.ts';
import { observe, type SeenScan } from '../../../../../main/engine/sync/health/observe.ts';
import { bucketOf, quantile } from '../../../../../main/engine/sync/health/sketch.ts';

const NOW = Date.UTC(2026, 10, 24, 8, 30);
const H = Math.floor(NOW / HOUR);
const hour = (ago: number, more: Partial<HealthHour> = {}): HealthHour => ({
  ...{ hour: H - ago, good: 0, bad: 0, scans: 0, news: 0, late: 0 },
  ...more,
});
const health = (hours: readonly HealthHour[], more: Partial<HealthInput> = {}) =>
  healthOf({
    ...{ source: '17track', now: NOW, hours, latencies: [], lags: [], drift: { notes: 0, lastAt: null } },
    ...more,
  });

test('a quantile from buckets is within a bucket of the true one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 2, max: 20 * DAY }), { minLength: 1, maxLength: 200 }),
      fc.constantFrom(0.5, 0.9, 0.99),
      (times, q) => {
        const sorted = times.toSorted((a, b) => a - b);
        const truth = sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? 0;
        const told = quantile(
          times.map((ms) => ({ bucket: bucketOf(ms), n: 1 })),
          q,
        );
        const capped = Math.min(truth, 2 ** (131 / 4));
        // Both lie in one bucket, whose width is 19 % of its lower end; what is told is rounded to a ms.
        expect(Math.abs((told ?? 0) - capped)).toBeLessThanOrEqual(capped * 0.19 + 0.5);
      },
    ),
  );
  expect([quantile([], 0.5), quantile([{ bucket: 4, n: 0 }], 0.5), bucketOf(0), bucketOf(-5)]).toEqual([
    null,
    null,
    0,
    0,
  ]);
});

test('scans of a first answer are neither news nor late; those before a known one are', () => {
  const scan = (more: Partial<SeenScan>): SeenScan => ({
    ...{ source: '17track', instant: NOW - HOUR, receivedAt: NOW, newestBefore: null, first: false },
    ...more,
  });
  const { hours, lags } = observe([
    scan({ first: true, instant: NOW - 9 * DAY }),
    scan({ newestBefore: NOW - 2 * HOUR }),
    scan({ newestBefore: NOW - HOUR / 2 }),
    scan({ instant: null, newestBefore: NOW }),
    scan({ source: 'sf', instant: NOW + DAY, receivedAt: NOW + HOUR }),
  ]);
  const told = hours.map(({ source, hour: at, what, n }) => `${source} ${at - H} ${what} ${n}`);
  expect(told.toSorted()).toEqual([
    '17track 0 late 1',
    '17track 0 news 2',
    '17track 0 scans 4',
    'sf 1 news 1',
    'sf 1 scans 1',
  ]);
  expect(lags).toEqual([
    { source: '17track', hour: H, bucket: bucketOf(HOUR), n: 2 },
    { source: 'sf', hour: H + 1, bucket: 0, n: 1 },
  ]);
});

test('counts do not depend on the order or on how scans are cut into steps', () => {
  const arbitrary = fc.record({
    source: fc.constantFrom('17track', 'shopee'),
    instant: fc.option(fc.integer({ min: NOW - 3 * DAY, max: NOW })),
    receivedAt: fc.integer({ min: NOW - DAY, max: NOW }),
    newestBefore: fc.option(fc.integer({ min: NOW - 3 * DAY, max: NOW })),
    first: fc.boolean(),
  });
  const sum = (parts: ReturnType<typeof observe>[]): string[] => {
    const all = new Map<string, number>();
    for (const { hours, lags } of parts) {
      for (const { n, ...key } of [...hours, ...lags]) {
        all.set(JSON.stringify(key), (all.get(JSON.stringify(key)) ?? 0) + n);
      }
    }
    return [...all].map((entry) => entry.join(' ')).toSorted();
  };
  fc.assert(
    fc.property(fc.array(arbitrary, { maxLength: 40 }), fc.nat(40), (scans, cut) => {
      const turned = scans.toReversed();
      expect(sum([observe(turned.slice(0, cut)), observe(turned.slice(cut))])).toEqual(sum([observe(scans)]));
    }),
  );
});

test('shares, disorder, drift and the strip; hours outside of the window count for nothing', () => {
  const told = health(
    [
      hour(0, { good: 3, bad: 1, scans: 5, news: 4, late: 1 }),
      hour(23, { good: 4 }),
      hour(24, { good: 1, bad: 1 }),
      hour(7 * 24, { good: 100, bad: 100 }),
      hour(-1, { bad: 50 }),
    ],
    {
      latencies: [{ bucket: bucketOf(500), n: 9 }],
      lags: [{ bucket: bucketOf(HOUR), n: 4 }],
      drift: { notes: 2, lastAt: NOW },
    },
  );
  expect(told).toMatchObject({
    state: 'good',
    calls: 10,
    good: 8,
    share: 0.8,
    disorder: { late: 1, of: 4, share: 0.25 },
    drift: { notes: 2, lastAt: NOW },
    gaps: { count: 0, longest: 0 },
  });
  expect(told.latency?.n).toBe(9);
  expect((told.lag?.p50 ?? 0) / HOUR).toBeCloseTo(1, 0);
  expect(told.strip).toHaveLength(24);
  expect([told.strip[0], told.strip.at(-1)]).toEqual([
    { at: (H - 23) * HOUR, good: 4, bad: 0, scans: 0 },
    { at: H * HOUR, good: 3, bad: 1, scans: 5 },
  ]);
});

test('failing: the last three asked hours without a good answer, or a bad day', () => {
  const dead = [hour(0, { bad: 1 }), hour(1, { bad: 1 }), hour(5, { bad: 2 }), hour(6, { good: 500 })];
  expect(health(dead)).toMatchObject({ state: 'failing', gaps: { count: 1, longest: 6 * HOUR } });
  expect(health(dead.slice(1)).state).toBe('good');
  expect(health([hour(3, { good: 7, bad: 3 })]).state).toBe('failing');
  expect(health([hour(3, { good: 8, bad: 2 })]).state).toBe('good');
  expect(health([hour(30, { good: 1, bad: 30 })]).state).toBe('good');
  expect(health([]).state).toBe('idle');
  expect(health([]).share).toBeNull();
});

test('silent: far longer than usual without a scan, once what is usual is known', () => {
  const every = (step: number, count: number, from: number): HealthHour[] =>
    Array.from({ length: count }, (_, n) => hour(from + n * step, { scans: 1, good: 1 }));
  expect(health(every(2, 30, 1))).toMatchObject({
    state: 'good',
    silence: { now: HOUR / 2, usual: 2 * HOUR, longest: 2 * HOUR },
  });
  expect(health(every(2, 30, 8))).toMatchObject({ state: 'silent', silence: { longest: 7.5 * HOUR } });
  expect(health(every(6, 20, 9)).state).toBe('good');
  expect(health(every(2, 5, 8)).state).toBe('good');
});
