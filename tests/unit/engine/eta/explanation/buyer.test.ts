import fc from 'fast-check';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { explainToBuyer } from '../../../../../main/engine/eta/explanation/buyer.ts';
import { type Estimate, estimateSchema } from '../../../../../shared/model/eta.ts';
import { WEATHER_KINDS } from '../../../../../shared/model/weather.ts';
import { ARRIVAL, ARRIVAL_LANGS } from '../../../../../shared/text/buyer/arrival/index.ts';
import { asInstant, DAY, HOUR } from '../../../../../shared/time.ts';
import { someEstimate } from './estimates.ts';

/** Plain words: the first type of the parser's nodes. */
const LITERAL: ReadonlySet<number> = new Set([0]);
const NOW = Date.parse('2026-06-15T04:00:00Z');
const plain = estimateSchema.parse({
  p50: NOW + 5 * DAY,
  lo80: NOW + 3 * DAY,
  hi80: NOW + 8 * DAY,
  lo90: NOW + 2 * DAY,
  hi90: NOW + 10 * DAY,
  from: 'scan',
  base: NOW,
  madeAt: NOW,
  pLate: null,
  promise: null,
  withheld: null,
  cold: false,
  calendarGap: null,
  terms: [
    {
      stage: 'LINEHAUL',
      usualMs: 3 * DAY,
      loMs: DAY,
      hiMs: 5 * DAY,
      sample: 42,
      basis: 'lane',
      daysOff: [{ date: '2026-06-19', name: '端午节', country: 'CN', tentative: false }],
    },
    {
      stage: 'LAST_MILE',
      usualMs: 2 * DAY,
      loMs: DAY,
      hiMs: 5 * DAY,
      sample: 0,
      basis: 'prior',
      daysOff: [],
    },
  ],
  adjustments: [],
  change: {
    previousP50: NOW + 3 * DAY,
    previousMadeAt: NOW - DAY,
    why: [
      { kind: 'open-case', addMs: 3 * DAY },
      { kind: 'scan', addMs: -DAY },
    ],
  },
});

test('a step that most parcels never show is not announced; one that many show, with the time it then takes', () => {
  const [first, second] = plain.terms;
  const say = (chance: number): string => {
    const terms = [first, { ...second, chance, usualMs: chance * 2 * DAY, loMs: 0 }] as Estimate['terms'];
    return explainToBuyer({ ...plain, terms }, { lang: 'en', zone: 'Asia/Manila', number: 'PH123' });
  };
  expect(say(0.6)).toContain('local delivery: usually 2 days');
  expect(say(0.3)).not.toContain('local delivery');
});

test('an example in English', () => {
  expect(explainToBuyer(plain, { lang: 'en', zone: 'Asia/Manila', number: 'PH123' })).toBe(
    [
      'Your parcel PH123 should arrive between Thu, Jun 18 and Tue, Jun 23.',
      'This is 2 days later than we last expected: something on the way has to be solved first.',
      '',
      'Still to come:',
      '- international transport: usually 3 days (seen on 42 parcels)',
      '- local delivery: usually 2 days (an assumption: carriers seldom report this step here)',
      '',
      'Fri, Jun 19 is a day off in China.',
      '',
      'The next report of the carrier may move this date.',
    ].join('\n'),
  );
});

describe.each(ARRIVAL_LANGS)('in %s', (lang) => {
  const written = explainToBuyer(plain, { lang, zone: 'Asia/Singapore', number: 'SG42' });

  test('says the number, the dates, how often and the day off', () => {
    expect(written).toContain('SG42');
    for (const day of ['18', '23', '19']) expect(written).toMatch(new RegExp(`(?<!\\d)${day}(?!\\d)`));
    expect(written).toMatch(/(?<!\d)42(?!\d)/);
    expect(written.split('\n\n')).toHaveLength(4);
  });

  test('says that it will probably be late, or is, and by which date it was promised', () => {
    const say = (change: Partial<Estimate>): string =>
      explainToBuyer({ ...plain, ...change }, { lang, zone: 'Asia/Singapore', number: 'X' });
    const calm = say({});
    const promise = asInstant(NOW + 2 * DAY);
    expect(say({ promise, pLate: 0.49 })).toBe(calm);
    const likely = say({ promise, pLate: 0.5 });
    expect(likely.length).toBeGreaterThan(calm.length + 15);
    expect(likely).toMatch(/(?<!\d)17(?!\d)/);
    const passed = say({ promise: asInstant(NOW - 3 * DAY), pLate: 1 });
    expect(passed).toMatch(/(?<!\d)12(?!\d)/);
    expect(passed.length).toBeGreaterThan(calm.length + 15);
  });

  test('is in its own language: it shares no sentence with another', () => {
    for (const other of ARRIVAL_LANGS) {
      if (other === lang) continue;
      expect(ARRIVAL[other].arrival).not.toBe(ARRIVAL[lang].arrival);
      expect(ARRIVAL[other].would.scan).not.toBe(ARRIVAL[lang].would.scan);
    }
    const script: Readonly<Record<string, RegExp>> = {
      th: /\p{Script=Thai}/u,
      'zh-Hans': /\p{Script=Han}/u,
      'zh-Hant': /\p{Script=Han}/u,
      vi: /[ạảấầẩậắằặẹẻếềểệịọỏốồộớờợụủứừựỵỷ]/u,
    };
    expect(written).toMatch(script[lang] ?? /\p{Script=Latin}/u);
  });

  test('takes the same values as English does, in every message', () => {
    const values = (pattern: string): string[] => {
      type Nodes = ReturnType<IntlMessageFormat['getAst']>;
      const names = (nodes: Nodes): string[] =>
        nodes.flatMap((node) => {
          if (LITERAL.has(node.type) || !('value' in node)) return [];
          const inner =
            'options' in node ? Object.values(node.options).flatMap(({ value }) => names(value)) : [];
          return [node.value, ...inner];
        });
      return [...new Set(names(new IntlMessageFormat(pattern, 'en').getAst()))].toSorted();
    };
    for (const key of [
      'arrival',
      'late',
      'withheld',
      'toCome',
      'stage',
      'dayOff',
      'weather',
      'moved',
    ] as const) {
      expect([key, values(ARRIVAL[lang][key])]).toEqual([key, values(ARRIVAL.en[key])]);
    }
  });

  test('leaves no braces, and names no date when the estimate is withheld', () => {
    fc.assert(
      fc.property(someEstimate, (estimate) => {
        const text = explainToBuyer(estimate, { lang, zone: 'Asia/Singapore', number: 'X' });
        expect(text).not.toMatch(/[{}]|undefined|null/);
        expect(text.length).toBeGreaterThan(10);
      }),
      { numRuns: 40 },
    );
    const since = plain.madeAt;
    const stale: Estimate = { ...plain, withheld: { since, reason: 'stale-input' } };
    const text = explainToBuyer(stale, { lang, zone: 'Asia/Singapore', number: 'X' });
    expect(text).not.toMatch(/(?<!\d)(18|23)(?!\d)/);
    expect(text).toMatch(/(?<!\d)15(?!\d)/);
  });
});

test('figures of Chinese texts stand apart from the words around them, in both scripts', () => {
  for (const lang of ['zh-Hans', 'zh-Hant'] as const) {
    const text = explainToBuyer(plain, { lang, zone: 'Asia/Taipei', number: 'X' });
    expect(text).toContain(' 2 天');
    expect(text).toContain(' 3 天');
    expect(text).not.toMatch(/\d天|(?![月（])\p{Script=Han}\d|周.至/u);
  }
});

test('a stage that no parcel was seen in is another thing on a known way than on an unknown one', () => {
  const terms = plain.terms.map((term) => ({ ...term, sample: 0 }));
  for (const lang of ARRIVAL_LANGS) {
    const say = (estimate: Estimate): string | undefined =>
      explainToBuyer(estimate, { lang, zone: 'Asia/Manila', number: 'X' })
        .split('\n')
        .findLast((line) => line.startsWith('- '));
    expect(say({ ...plain, terms })).not.toBe(say(plain));
  }
  const cold = explainToBuyer({ ...plain, terms }, { lang: 'en', zone: 'Asia/Manila', number: 'X' });
  expect(cold).toContain(
    'local delivery: usually 2 days (an assumption: we have no parcels to compare with yet)',
  );
});

test('a day off of one state is told as the state’s', () => {
  const [first] = plain.terms;
  if (!first) throw new Error('no term');
  const daysOff = [
    {
      date: '2026-06-19',
      name: 'Hari Keputeraan',
      country: 'MY',
      state: '10',
      tentative: false,
      why: 'holiday' as const,
    },
  ];
  const estimate = { ...plain, terms: [{ ...first, daysOff }] };
  const say = (lang: (typeof ARRIVAL_LANGS)[number]): string =>
    explainToBuyer(estimate, { lang, zone: 'Asia/Kuala_Lumpur', number: 'X' });
  expect(say('ms')).toContain('ialah hari cuti di Selangor, Malaysia (Hari Keputeraan)');
  expect(say('en')).toContain('is a day off in Selangor, Malaysia.');
  expect(say('zh-Hans')).toContain('6月19日周五 在马来西亚雪兰莪放假');
});

test('a move of minutes is none to tell a buyer', () => {
  const say = (ms: number): string =>
    explainToBuyer(
      { ...plain, change: { previousP50: asInstant(plain.p50 - ms), previousMadeAt: plain.madeAt, why: [] } },
      { lang: 'en', zone: 'Asia/Manila', number: 'X' },
    );
  expect(say(HOUR - 1)).not.toContain('than we last expected');
  expect(say(HOUR)).toContain('This is 1 hour later than we last expected');
});

test('a name of a day off is told only to those who read it', () => {
  const say = (lang: (typeof ARRIVAL_LANGS)[number]): string =>
    explainToBuyer(plain, { lang, zone: 'Asia/Singapore', number: 'X' });
  expect(say('zh-Hans')).toContain('端午节');
  expect(say('th')).not.toContain('端午节');
});

test('a range within one day is one date', () => {
  const near = { ...plain, lo80: plain.p50, hi80: plain.p50 };
  expect(explainToBuyer(near, { lang: 'es', zone: 'America/Santiago', number: 'X' })).toContain(
    'debería llegar el sáb, 20 jun.',
  );
});

const stormy = (over: object = {}): Estimate =>
  estimateSchema.parse({
    ...plain,
    change: null,
    adjustments: [
      {
        ...{ kind: 'weather', addMs: 0, place: 'Shenzhen' },
        weather: {
          ...{ from: '2026-06-16', to: '2026-06-17', level: 'severe', kind: 'wind', stage: 'EXPORT' },
          ...{ placeZh: '深圳', widerMs: DAY, ...over },
        },
      },
    ],
  });

test('bad weather is told with its place and days, in every language', () => {
  const say = (lang: (typeof ARRIVAL_LANGS)[number], over?: object): string =>
    explainToBuyer(stormy(over), { lang, zone: 'Asia/Manila', number: 'X' });
  expect(say('en')).toContain(
    'A storm is forecast for Shenzhen from Tue, Jun 16 to Wed, Jun 17; your parcel may be delayed there.',
  );
  expect(say('en', { kind: 'rain', to: '2026-06-16' })).toContain(
    'Heavy rain is forecast for Shenzhen on Tue, Jun 16; your parcel may be delayed there.',
  );
  expect(say('zh-Hans')).toContain(
    '天气预报：深圳，6月16日周二 至 6月17日周三 将有风暴，包裹在当地可能会延误。',
  );
  for (const lang of ARRIVAL_LANGS) {
    const line = say(lang)
      .split('\n\n')
      .find((text) => /Shenzhen|深圳/.test(text));
    for (const day of ['16', '17']) expect(line).toMatch(new RegExp(`(?<!\\d)${day}(?!\\d)`));
    const kinds = WEATHER_KINDS.map((kind) => say(lang, { kind }));
    expect(new Set(kinds).size).toBe(WEATHER_KINDS.length);
  }
});
