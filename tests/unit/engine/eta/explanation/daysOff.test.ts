import { describe, expect, it } from 'vitest';
import { explainToBuyer } from '../../../../../main/engine/eta/explanation/buyer.ts';
import { daysOffOf } from '../../../../../main/engine/eta/explanation/daysOff.ts';
import { explainToOperator } from '../../../../../main/engine/eta/explanation/operator.ts';
import { type Estimate, estimateSchema, type EtaDayOff } from '../../../../../shared/model/eta.ts';
import { ARRIVAL, type ArrivalLang } from '../../../../../shared/text/buyer/arrival/index.ts';
import { DAY } from '../../../../../shared/time.ts';
import fc from 'fast-check';
import { someEstimate } from './estimates.ts';

const zone = 'Asia/Singapore';
const some = fc.sample(someEstimate, { numRuns: 1, seed: 2 })[0] as Estimate;

const off = (date: string, name: string | null = '国庆节', more: Partial<EtaDayOff> = {}) => ({
  ...{ date, name, country: 'CN', state: null, tentative: false, why: 'holiday' as const },
  ...more,
});
const NATIONAL = [
  ...['2025-10-01', '2025-10-02', '2025-10-03', '2025-10-04', '2025-10-05'].map((date) => off(date)),
  off('2025-10-06', '中秋节'),
  off('2025-10-07', '休息日（由 2025-09-28 调休）'),
  off('2025-10-08', '休息日（由 2025-10-11 调休）'),
];

function estimateOver(...stages: readonly (readonly EtaDayOff[])[]): Estimate {
  const times = { usualMs: DAY, loMs: 0, hiMs: 3 * DAY, sample: 9, basis: 'lane' };
  const terms = stages.map((daysOff) => ({ stage: 'ORIGIN', daysOff, ...times }));
  return estimateSchema.parse({
    ...{ ...some, withheld: null, change: null, handOver: null, noDelivery: [], adjustments: [] },
    terms,
  });
}
const lines = (estimate: Estimate, lang: 'en' | 'zh-CN', kind: string): string[] =>
  explainToOperator(estimate, { lang, zone })
    .filter((line) => line.kind === kind)
    .map(({ text }) => text);

describe('days off in an explanation', () => {
  it('that follow one another are one line, with the names that come first, however many stages meet them', () => {
    const estimate = estimateOver(NATIONAL.slice(0, 4), NATIONAL.slice(3));
    expect(lines(estimate, 'en', 'day-off')).toEqual([
      'Wed, Oct 1 to Wed, Oct 8 are off in China (National Day and Mid-Autumn Festival)',
    ]);
    expect(lines(estimate, 'zh-CN', 'day-off')).toEqual([
      '10月1日周三 至 10月8日周三 中国放假（国庆日和中秋节）',
    ]);
  });

  it('are told apart where a day lies between, by country, by whether they are sure, and by why', () => {
    const runs = daysOffOf(
      estimateOver([
        ...[off('2026-02-16'), off('2026-02-17'), off('2026-02-19')],
        ...[off('2026-02-17', 'Tahun Baharu Cina', { country: 'MY' })],
        ...[off('2026-02-20', '春节', { tentative: true }), off('2026-02-21', null, { why: 'own' })],
      ]),
    );
    expect(runs.map(({ first, to }) => `${first.country} ${first.date} ${to}`)).toEqual([
      'CN 2026-02-16 2026-02-17',
      'MY 2026-02-17 2026-02-17',
      'CN 2026-02-19 2026-02-19',
      'CN 2026-02-20 2026-02-20',
      'CN 2026-02-21 2026-02-21',
    ]);
  });

  it('that may still move are one question', () => {
    const estimate = estimateOver(
      ['2027-02-06', '2027-02-07'].map((date) => off(date, '春节', { tentative: true })),
    );
    expect(lines(estimate, 'en', 'would-holiday')).toEqual([
      'Would change it: Lunar New Year on other days than Sat, Feb 6 to Sun, Feb 7',
    ]);
  });

  it('are told to buyers with both dates in every language, and by name in the language of the country', () => {
    for (const lang of Object.keys(ARRIVAL) as ArrivalLang[]) {
      const text = explainToBuyer(estimateOver(NATIONAL), { lang, zone, number: 'SPX1' });
      const [country] = /China|Tiongkok|Trung Quốc|จีน|中国|中國/.exec(text) ?? [];
      const line = text.split('\n').find((each) => each.includes(country ?? '?')) ?? '';
      expect(line, lang).toMatch(/\b1\b.*\b8\b|1日.*8日/);
      expect(/[{}]|undefined|null/.test(text), lang).toBe(false);
      expect(text.includes('国庆节'), lang).toBe(lang === 'zh-Hans');
    }
  });
});
