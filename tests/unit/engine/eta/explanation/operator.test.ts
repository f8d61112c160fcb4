import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factsOf } from '../../../../../main/engine/eta/explanation/facts.ts';
import { recomputeLate } from '../../../../../main/engine/eta/explanation/recompute.ts';
import { explainToOperator } from '../../../../../main/engine/eta/explanation/operator.ts';
import { TROUBLE_KINDS } from '../../../../../shared/model/case.ts';
import {
  ETA_ADJUSTMENTS,
  ETA_CHANGES,
  type Estimate,
  estimateSchema,
} from '../../../../../shared/model/eta.ts';
import { STAGES } from '../../../../../shared/model/node.ts';
import { WEATHER_KINDS, WEATHER_LEVELS } from '../../../../../shared/model/weather.ts';
import { DAY, HOUR, MINUTE } from '../../../../../shared/time.ts';
import { someEstimate } from './estimates.ts';

const zone = 'Asia/Shanghai';
/** The remaining time that a line's text tells, ms, from its words alone: its last "+2.5 days", "counted with 2 hours", or first "usually 6 hours". */
function told(text: string): number {
  const parts =
    /(?:counted with )([\d.,]+) (minute|hour|day)/.exec(text) ??
    /(?:usually |: )([+-]?[\d.,]+) (minute|hour|day)s?(?: more|$)/.exec(text);
  if (!parts) throw new Error(text);
  const unit = { minute: MINUTE, hour: HOUR, day: DAY }[parts[2] as 'minute' | 'hour' | 'day'];
  return Number(parts[1]?.replaceAll(',', '')) * unit;
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
          const size = Math.abs(adds ?? 0);
          const rounding = size >= 2 * DAY ? DAY / 20 : size >= HOUR - MINUTE / 2 ? HOUR / 2 : MINUTE / 2;
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

test('a line that adds nothing is not there; the two languages tell the same lines', () => {
  fc.assert(
    fc.property(someEstimate, (estimate) => {
      const [en, zh] = (['en', 'zh-CN'] as const).map((lang) => explainToOperator(estimate, { lang, zone }));
      expect(zh?.map(({ kind, adds }) => [kind, adds])).toEqual(en?.map(({ kind, adds }) => [kind, adds]));
      expect(en?.filter(({ kind, adds }) => kind === 'adjustment' && Math.round(adds ?? 1) === 0)).toEqual(
        [],
      );
      for (const { text } of zh ?? []) expect(text).not.toMatch(/\d(分钟|小时|天)|天之后/);
    }),
  );
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

const LATE = {
  ...{ base: -1, room: 1.5, length: -0.4, destination: 0.3, range: 0.5 },
  ...{ leftMs: 2 * DAY, neededMs: 3.5 * DAY, to: 'MY' },
};

test('the late risk is told term by term, each from where the one before ended, to the risk that is shown', () => {
  const words = /(\d+)% → (\d+)%$/;
  fc.assert(
    fc.property(someEstimate, (estimate) => {
      const lines = explainToOperator(estimate, { lang: 'en', zone });
      const shown = lines.find(({ kind }) => kind === 'late');
      const steps = lines.filter(({ kind }) => kind === 'late-step').map(({ text }) => words.exec(text));
      const told = estimate.withheld === null && estimate.late !== null;
      expect([shown !== undefined, steps.length > 0]).toEqual([
        told || (shown !== undefined && estimate.promise === estimate.base),
        told,
      ]);
      if (!told) return;
      let risk = Number(/(\d+)%$/.exec(lines.find(({ kind }) => kind === 'late-base')?.text ?? '')?.[1]);
      for (const step of steps) {
        expect(Number(step?.[1])).toBe(risk);
        risk = Number(step?.[2]);
      }
      expect(shown?.text).toMatch(new RegExp(`^${risk}% likely`));
    }),
  );
});

test('the room is told with both times, the destination by its name', () => {
  const base = fc.sample(someEstimate, { numRuns: 1, seed: 3 })[0] as Estimate;
  const estimate = estimateSchema.parse({
    ...{ ...base, withheld: null, promise: base.base + 2 * DAY, late: LATE },
    pLate: recomputeLate({ late: LATE, promise: base.base }),
  });
  const say = (lang: 'en' | 'zh-CN'): string[] =>
    explainToOperator(estimate, { lang, zone })
      .filter(({ kind }) => kind === 'late-step')
      .map(({ text }) => text);
  expect(say('en').slice(0, 3)).toEqual([
    'Room: 2 days left until the promise, 3.5 days needed: 27% → 62%',
    'Length: the promise is 2 days away: 62% → 52%',
    'Destination: parcels to Malaysia against all others: 52% → 60%',
  ]);
  expect(say('zh-CN')[2]).toBe('目的地：发往马来西亚的包裹与其他相比：52% → 60%');
  expect(say('en').filter((text) => text.startsWith('Middle'))).toEqual([]);
});

test('a risk that the median holds back is told so, and the promise with its hour: the two do not contradict', () => {
  const base = fc.sample(someEstimate, { numRuns: 1, seed: 3 })[0] as Estimate;
  const late = { ...LATE, neededMs: 1.8 * DAY };
  const estimate = estimateSchema.parse({
    ...{ ...base, withheld: null, promise: Date.UTC(2026, 11, 2, 6, 20), late },
    pLate: recomputeLate({ late, promise: base.base }),
  });
  const say = (lang: 'en' | 'zh-CN'): string[] =>
    explainToOperator(estimate, { lang, zone: 'Asia/Kuala_Lumpur' })
      .filter(({ kind }) => kind.startsWith('late'))
      .map(({ text }) => text);
  expect(say('en')[0]).toBe('49% likely to come after the promise ends (Wed, Dec 2, 14:20)');
  expect(say('en').at(-1)).toBe(
    'Middle: it lies before the promise, so a miss is not the likelier end: 57% → 49%',
  );
  expect(say('zh-CN').at(-1)).toBe('中位：在承诺之前，错过不会比按时更可能：57% → 49%');
});

test('a stage that few parcels are scanned in is told with its chance, not as what is usual', () => {
  const base = fc.sample(someEstimate, { numRuns: 1, seed: 3 })[0] as Estimate;
  const line = (chance: number, lang: 'en' | 'zh-CN' = 'en'): string | undefined => {
    const times = { usualMs: chance * 20 * HOUR, loMs: chance * 5 * HOUR, hiMs: 3 * DAY };
    const term = { stage: 'IMPORT', chance, sample: 60, basis: 'lane', daysOff: [], ...times };
    const estimate = estimateSchema.parse({ ...base, withheld: null, terms: [term] });
    return explainToOperator(estimate, { lang, zone }).find(({ kind }) => kind === 'stage')?.text;
  };
  expect(line(1)).toBe(
    'Import customs: usually 20 hours more (8 in 10: 5 hours to 3 days), 60 parcels, this lane',
  );
  expect(line(0.1)).toBe(
    'Import customs: only 10% of parcels are scanned in it, then usually 20 hours more (8 in 10: 5 hours to 3 days); counted with 2 hours, 60 parcels, this lane',
  );
  expect(line(0.1, 'zh-CN')).toMatch(/：仅 10% 的包裹有此阶段的轨迹，通常还需 20 小时.*；按 2 小时 计入/);
  expect(line(0)).toBe(
    'Import customs: hardly a parcel is scanned in it; counted with 0 minutes, 60 parcels, this lane',
  );
});

test('every kind has words: no line is its own pattern', () => {
  const base = fc.sample(someEstimate, { numRuns: 1, seed: 1 })[0] as Estimate;
  const every = estimateSchema.parse({
    ...base,
    withheld: null,
    calendarGap: 'after-table',
    cold: true,
    ...{ pLate: 0.25, promise: base.madeAt + DAY, late: LATE },
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
      ...TROUBLE_KINDS.map((caseKind) => ({ kind: 'open-case', caseKind, addMs: DAY })),
      ...WEATHER_KINDS.flatMap((kind) =>
        WEATHER_LEVELS.map((level) => ({
          ...{ kind: 'weather', addMs: HOUR, place: 'Cebu' },
          weather: {
            from: '2026-06-16',
            to: '2026-06-17',
            level,
            kind,
            stage: 'IMPORT',
            placeZh: '宿务',
            widerMs: DAY,
          },
        })),
      ),
    ],
    handOver: {
      at: base.madeAt,
      countsFrom: base.madeAt,
      cutOff: '17:00',
      zone,
      daysOff: [{ date: '2027-10-02', name: null, country: 'CN', tentative: false, why: 'week' }],
    },
    change: {
      previousP50: base.p50,
      previousMadeAt: base.madeAt,
      why: ETA_CHANGES.map((kind) => ({ kind, addMs: HOUR })),
    },
  });
  for (const lang of ['en', 'zh-CN'] as const) {
    const lines = explainToOperator(every, { lang, zone });
    expect(lines.filter(({ text }) => /[{}]|undefined|null/.test(text))).toEqual([]);
    expect(new Set(lines.map(({ kind }) => kind)).size).toBe(18);
    expect(lines.filter(({ kind }) => kind === 'late-step')).toHaveLength(4);
    const weather = lines.filter(({ kind }) => kind === 'weather').map(({ text }) => text);
    expect(new Set(weather).size).toBe(WEATHER_KINDS.length * WEATHER_LEVELS.length);
    for (const text of weather) expect(text).toContain(lang === 'en' ? 'Cebu' : '宿务');
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

test('what an open case adds is told with those that it is learnt from, or as an assumption', () => {
  const base = fc.sample(someEstimate, { numRuns: 1, seed: 2 })[0] as Estimate;
  const textOf = (lang: 'en' | 'zh-CN', sample?: number): string | undefined => {
    const held = { kind: 'open-case', caseKind: 'customs-hold', addMs: 2 * DAY, sample };
    const made = estimateSchema.parse({ ...base, terms: [], adjustments: [held], change: null });
    return explainToOperator({ ...made, withheld: null }, { lang, zone }).find(
      ({ kind }) => kind === 'adjustment',
    )?.text;
  };
  expect(textOf('en', 120)).toBe('Open case (Held by customs): +2 days, 120 such cases');
  expect(textOf('en', 0)).toBe('Open case (Held by customs): +2 days, an assumption');
  expect(textOf('en')).toBe('Open case (Held by customs): +2 days');
  expect(textOf('zh-CN', 120)).toContain('120 个此类事项');
  expect(textOf('zh-CN', 0)).toContain('假设值');
});

test('weather names place, days, stage and what it widens; without it the estimate is as it was', () => {
  const [calm] = fc.sample(someEstimate, { numRuns: 1, seed: 3 }) as [Estimate];
  const base = estimateSchema.parse({ ...calm, withheld: null, adjustments: [], change: null });
  const weather = { from: '2026-06-16', to: '2026-06-16', level: 'extreme', kind: 'wind', stage: 'EXPORT' };
  const warned = estimateSchema.parse({
    ...base,
    p50: base.p50 + 6 * HOUR,
    hi80: base.hi80 + DAY,
    adjustments: [
      ...base.adjustments,
      {
        kind: 'weather',
        addMs: 6 * HOUR,
        place: 'Shenzhen',
        weather: { ...weather, placeZh: '深圳', widerMs: DAY },
      },
    ],
  });
  const of = (lang: 'en' | 'zh-CN', kind: string): string | undefined =>
    explainToOperator(warned, { lang, zone }).find((line) => line.kind === kind)?.text;
  expect(of('en', 'weather')).toBe(
    'Violent storm foreseen, Shenzhen, Tue, Jun 16 (Export customs), range ends 24 hours later: +6 hours',
  );
  expect(of('zh-CN', 'weather')).toContain('强烈风暴，深圳，6月16日周二（');
  expect(of('en', 'would-end')).toBe('Would change it: better weather, Shenzhen: -6 hours');
  expect(of('zh-CN', 'would-end')).toContain('深圳');
});

test('a warning that is over is told as over, without a place', () => {
  const [calm] = fc.sample(someEstimate, { numRuns: 1, seed: 4 }) as [Estimate];
  const change = {
    previousP50: calm.p50 + HOUR,
    previousMadeAt: calm.madeAt,
    why: [{ kind: 'weather', addMs: -HOUR }],
  };
  const over = estimateSchema.parse({ ...calm, withheld: null, adjustments: [], change });
  const part = explainToOperator(over, { lang: 'en', zone }).find(({ kind }) => kind === 'part');
  expect(part?.text).toBe('A warning of weather is over: -1 hour');
});
