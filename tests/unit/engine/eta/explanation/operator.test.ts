import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factsOf } from '../../../../../main/engine/eta/explanation/facts.ts';
import { explainToOperator } from '../../../../../main/engine/eta/explanation/operator.ts';
import { CASE_KINDS } from '../../../../../shared/model/case.ts';
import {
  ETA_ADJUSTMENTS,
  ETA_CHANGES,
  type Estimate,
  estimateSchema,
} from '../../../../../shared/model/eta.ts';
import { STAGES } from '../../../../../shared/model/node.ts';
import { DAY, HOUR } from '../../../../../shared/time.ts';
import { someEstimate } from './estimates.ts';

const zone = 'Asia/Shanghai';
/** The remaining time that a line's text tells, ms, from its words alone: its last "+2.5 days" or first "usually 6 hours". */
function told(text: string): number {
  const parts = /(?:usually |: )([+-]?[\d.,]+) (hour|day)s?(?: more|$)/.exec(text);
  if (!parts) throw new Error(text);
  return Number(parts[1]?.replaceAll(',', '')) * (parts[2] === 'hour' ? HOUR : DAY);
}

describe('the explanation cannot disagree with the number', () => {
  test('the lines add up to the median that is shown', () => {
    fc.assert(
      fc.property(someEstimate, (estimate) => {
        if (estimate.withheld?.reason === 'ended') return;
        const lines = explainToOperator(estimate, { lang: 'en', zone });
        const sum = lines.reduce((total, line) => total + (line.adds ?? 0), 0);
        expect(Math.abs(estimate.base + sum - estimate.p50)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('and so do the words, as far as they are rounded', () => {
    fc.assert(
      fc.property(someEstimate, (estimate) => {
        const lines = explainToOperator(estimate, { lang: 'en', zone }).filter(({ adds }) => adds !== null);
        for (const { text, adds } of lines) {
          const rounding = Math.abs(adds ?? 0) < 2 * DAY ? HOUR / 2 : DAY / 20;
          expect(Math.abs(told(text) - (adds ?? 0))).toBeLessThanOrEqual(rounding + 1);
        }
      }),
    );
  });

  test('the parts of a move are all told, under their sum', () => {
    fc.assert(
      fc.property(someEstimate, (estimate) => {
        const facts = factsOf(estimate);
        const moved = facts.find((fact) => fact.kind === 'moved');
        const parts = facts.filter((fact) => fact.kind === 'part');
        expect(moved !== undefined).toBe(estimate.change !== null && estimate.withheld === null);
        if (moved) expect(parts.reduce((sum, fact) => sum + fact.part.addMs, 0)).toBe(moved.ms);
        else expect(parts).toEqual([]);
      }),
    );
  });
});

test('a withheld estimate names no date of arrival in either language', () => {
  fc.assert(
    fc.property(someEstimate, fc.constantFrom('en' as const, 'zh-CN' as const), (estimate, lang) => {
      const kinds = explainToOperator(estimate, { lang, zone }).map(({ kind }) => kind);
      expect(kinds.includes('arrival')).toBe(estimate.withheld === null);
      expect(kinds[0]).toBe(estimate.withheld === null ? 'arrival' : 'withheld');
      if (estimate.withheld) expect(kinds).not.toContain('late');
    }),
  );
});

test('every kind has words: no line is its own pattern', () => {
  const base = fc.sample(someEstimate, { numRuns: 1, seed: 1 })[0] as Estimate;
  const every = estimateSchema.parse({
    ...base,
    withheld: null,
    calendarGap: 'after-table',
    cold: true,
    pLate: 0.25,
    promise: base.p50,
    terms: STAGES.map((stage) => ({
      stage,
      usualMs: DAY,
      loMs: 0,
      hiMs: 3 * DAY,
      sample: 1,
      basis: 'pooled',
      daysOff: [{ date: '2027-10-01', name: '国庆节', country: 'CN', tentative: true }],
    })),
    adjustments: [
      ...ETA_ADJUSTMENTS.map((kind) => ({ kind, factor: 1.1, addMs: HOUR })),
      ...CASE_KINDS.map((caseKind) => ({ kind: 'open-case', caseKind, addMs: DAY })),
    ],
    change: {
      previousP50: base.p50,
      previousMadeAt: base.madeAt,
      why: ETA_CHANGES.map((kind) => ({ kind, addMs: HOUR })),
    },
  });
  for (const lang of ['en', 'zh-CN'] as const) {
    const lines = explainToOperator(every, { lang, zone });
    expect(lines.filter(({ text }) => /[{}]|undefined|null/.test(text))).toEqual([]);
    expect(new Set(lines.map(({ kind }) => kind)).size).toBe(13);
    expect(lines.filter(({ kind }) => kind === 'day-off')).toHaveLength(1);
    expect(lines.filter(({ kind }) => kind === 'part')).toHaveLength(ETA_CHANGES.length);
  }
});

test('what would change it is reckoned with the same law', () => {
  const base = fc.sample(someEstimate, { numRuns: 1, seed: 2 })[0] as Estimate;
  const held = estimateSchema.parse({
    ...base,
    terms: [],
    adjustments: [
      { kind: 'open-case', caseKind: 'customs-hold', addMs: 2 * DAY },
      { kind: 'network-speed', factor: 1.5 },
    ],
  });
  expect(factsOf({ ...held, withheld: null }).find((fact) => fact.kind === 'would-end')).toMatchObject({
    ms: -3 * DAY,
  });
  const line = explainToOperator({ ...held, withheld: null }, { lang: 'en', zone }).find(
    ({ kind }) => kind === 'would-end',
  );
  expect(line?.text).toBe('Would change it: the open case cleared (Held by customs): -3 days');
});
