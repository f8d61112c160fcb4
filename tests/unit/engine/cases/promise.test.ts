import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LATE_RISK, type PromiseWatch, watchPromise } from '../../../../main/engine/cases/promise.ts';
import { missFactsSchema } from '../../../../shared/model/case.ts';
import type { Estimate } from '../../../../shared/model/eta.ts';
import type { EventId } from '../../../../shared/model/ids.ts';
import { asInstant, DAY, HOUR } from '../../../../shared/time.ts';

const NOW = Date.UTC(2026, 10, 24, 12);
const at = (hours: number) => asInstant(NOW + hours * HOUR);

const said = (pLate: number | null, change: Partial<Estimate> = {}): Estimate => ({
  ...{ p50: at(70), lo80: at(50), hi80: at(90), lo90: at(40), hi90: at(100), from: 'scan', pLate },
  ...{ base: at(0), madeAt: at(0), promise: at(60), withheld: null, cold: false, calendarGap: null },
  ...{ handOver: null, noDelivery: [] },
  terms: [
    {
      stage: 'LINEHAUL',
      chance: 1,
      usualMs: 20 * HOUR,
      loMs: 0,
      hiMs: DAY,
      sample: 12,
      basis: 'lane',
      daysOff: [],
    },
    {
      stage: 'LAST_MILE',
      chance: 1,
      usualMs: 50 * HOUR,
      loMs: 0,
      hiMs: DAY,
      sample: 12,
      basis: 'lane',
      daysOff: [],
    },
  ],
  ...{ adjustments: [], change: null, late: null, ...change },
});

/** A parcel whose risks, newest first and six hours apart, are these; null: nothing could be said. */
const watching = (
  risks: readonly (number | null)[],
  change: Partial<PromiseWatch> = {},
): PromiseWatch & { asked: number[] } => {
  const asked: number[] = [];
  return {
    asked,
    ...{ now: NOW, promise: at(60), zone: 'Asia/Kuala_Lumpur', explained: false, claimed: false },
    lastEventId: 7 as EventId,
    moments: risks.map((_, back) => at(-6 * back)),
    estimateAt: (moment) => {
      const back = Math.round((NOW - moment) / (6 * HOUR));
      asked.push(back);
      const risk = risks[back] ?? null;
      return risk === null ? null : said(risk);
    },
    ...change,
  };
};
const opens = (risks: readonly (number | null)[]): boolean =>
  watchPromise(watching(risks)).findings.length > 0;

describe('a promise that will be missed', () => {
  test('opens at the upper threshold, with what it rests on', () => {
    const { findings, warning } = watchPromise(watching([0.62]));
    expect(warning).toBe('standing');
    expect(findings).toHaveLength(1);
    // 60 hours from noon UTC are the 27th in Kuala Lumpur.
    expect(findings[0]).toMatchObject({
      ...{ kind: 'promise-miss', trigger: '2026-11-27', severity: 1, since: null, evidence: [7] },
      facts: {
        ...{ missed: 0, promise: at(60), pLate: 0.62, p50: at(70), lo80: at(50), hi80: at(90), asOf: at(0) },
        ...{ cause: 'stages', causeMs: 70 * HOUR, stage: 'LAST_MILE' },
      },
    });
    expect(missFactsSchema.safeParse(findings[0]?.facts).success).toBe(true);
    expect(opens([LATE_RISK.open])).toBe(true);
    expect(opens([LATE_RISK.open - 0.01])).toBe(false);
  });

  test('is not foreseen from times that hardly any parcel of ours has shown, but told once it is missed', () => {
    const few = (sample: number): Estimate => {
      const made = said(0.9);
      const [first, ...rest] = made.terms;
      return { ...made, terms: [...(first ? [{ ...first, sample }] : []), ...rest] };
    };
    const seen = (sample: number, change: Partial<PromiseWatch> = {}) =>
      watchPromise(watching([0.9], { estimateAt: () => few(sample), ...change }));
    expect(seen(LATE_RISK.sample).findings).toHaveLength(1);
    expect(seen(LATE_RISK.sample - 1)).toEqual({ findings: [], warning: 'silent' });
    expect(seen(0, { promise: at(-1) }).findings[0]?.facts).toMatchObject({ missed: 1 });
    // What could not be said then was not said: a risk between the thresholds did not come from above.
    const young = watching([0.4, 0.9], {
      estimateAt: (moment) => (moment === NOW ? said(0.4) : few(LATE_RISK.sample - 1)),
    });
    expect(watchPromise(young).findings).toEqual([]);
  });

  test('between the thresholds goes on as it was, and below the lower one it is over', () => {
    expect(opens([0.4, 0.45, 0.6, 0.1])).toBe(true);
    expect(opens([0.4, 0.45, 0.3, 0.9])).toBe(false);
    expect(opens([LATE_RISK.close - 0.01, 0.9])).toBe(false);
    expect(watchPromise(watching([0.2, 0.9])).warning).toBe('withdrawn');
    // It was not open while nothing could be told.
    expect(opens([0.4, null, 0.9])).toBe(false);
    expect(opens([0.4, 0.4, 0.4])).toBe(false);
  });

  test('looks back only as far as it must', () => {
    const sure = watching([0.8, 0.8, 0.8]);
    watchPromise(sure);
    expect(sure.asked).toEqual([0]);
    const unsure = watching([0.4, 0.4, 0.7, 0.9]);
    watchPromise(unsure);
    expect(unsure.asked).toEqual([0, 1, 2]);
  });

  test('is the same whenever it is asked: the past alone decides', () => {
    const risk = fc.option(fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(fc.array(risk, { minLength: 1, maxLength: 20 }), (risks) => {
        // One who watched from the beginning and remembers.
        let open = false;
        for (const each of risks.toReversed()) {
          if (each === null || each < LATE_RISK.close) open = false;
          else if (each >= LATE_RISK.open) open = true;
        }
        expect(opens(risks)).toBe(open);
      }),
    );
  });

  test('says nothing without a promise, an estimate or a date that may be told', () => {
    const silent = { findings: [], warning: 'silent' };
    expect(watchPromise(watching([0.9], { promise: null }))).toEqual(silent);
    expect(watchPromise(watching([null]))).toEqual(silent);
    const withheld = said(0.9, { withheld: { since: at(-1), reason: 'stale-input' } });
    expect(watchPromise(watching([0.9], { estimateAt: () => withheld }))).toEqual(silent);
  });

  test('another open case says it instead; the warning was given all the same', () => {
    expect(watchPromise(watching([0.9], { explained: true }))).toEqual({
      ...{ findings: [], warning: 'standing' },
    });
  });

  test('names what delays most, where it delays by hours', () => {
    const cause = (adjustments: object[]): unknown =>
      watchPromise(watching([0.9], { estimateAt: () => said(0.9, { adjustments: adjustments as never }) }))
        .findings[0]?.facts['cause'];
    const adds = (kind: string, hours: number) => ({ kind, factor: 1, addMs: hours * HOUR });
    expect(cause([adds('holiday', 20), adds('weather', 30), adds('combination', 90)])).toBe('weather');
    expect(cause([adds('holiday', 5), adds('calibration', 90)])).toBe('stages');
    expect(cause([adds('network-speed', -40)])).toBe('stages');
  });
});

describe('a promise that was missed', () => {
  const late = { promise: at(-2) };

  test('is a fact: it needs no estimate, and no warning was given with it', () => {
    const { findings, warning } = watchPromise(watching([null], late));
    expect(warning).toBe('silent');
    expect(findings[0]).toMatchObject({
      ...{ severity: 3, since: at(-2), trigger: '2026-11-24' },
      facts: { missed: 1, promise: at(-2), pLate: null, p50: null, lo80: null, hi80: null, cause: null },
    });
    expect(missFactsSchema.safeParse(findings[0]?.facts).success).toBe(true);
  });

  test('keeps the dates where they may be told, and is worst while a claim waits', () => {
    const [finding] = watchPromise(watching([1], { ...late, claimed: true })).findings;
    expect(finding).toMatchObject({ severity: 4, facts: { missed: 1, p50: at(70) } });
  });

  test('is the same case as the warning before it, and worse within the last day', () => {
    const severity = (hours: number) =>
      watchPromise(watching([0.9], { promise: at(hours) })).findings[0]?.severity;
    expect([severity(25), severity(24), severity(-1)]).toEqual([1, 2, 3]);
    const trigger = (now: number) =>
      watchPromise(watching([0.9], { now, promise: at(1) })).findings[0]?.trigger;
    expect(trigger(NOW)).toBe(trigger(NOW + 2 * HOUR));
  });
});
