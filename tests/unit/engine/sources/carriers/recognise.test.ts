import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  learnedFrom,
  lookUpPrefix,
  type Told,
} from '../../../../../main/engine/sources/carriers/recognise/learned.ts';
import { PATTERNS } from '../../../../../main/engine/sources/carriers/recognise/patterns.ts';
import {
  certainOf,
  type Hints,
  recognise,
} from '../../../../../main/engine/sources/carriers/recognise/recognise.ts';
import { checkDigit, postOf, readS10 } from '../../../../../main/engine/sources/carriers/recognise/s10.ts';

const hints: Hints = { named: null, market: null, told: [] };
const certain = (number: string, more: Partial<Hints> = {}): string | null =>
  certainOf(recognise(number, { ...hints, ...more }));
const list = (number: string, more: Partial<Hints> = {}): string[] =>
  recognise(number, { ...hints, ...more }).map((each) => each.carrier);

describe('postal numbers', () => {
  test('the check digit decides', () => {
    expect(readS10('RR473124829DE')).toEqual({ kind: 'valid', service: 'R', country: 'DE' });
    expect(readS10('RR473124828DE')).toEqual({ kind: 'wrong-check', country: 'DE' });
    expect(readS10('UA123456789YP')).toBeNull();
    expect([certain('RR473124829DE'), certain('RR473124828DE'), list('RR473124828DE')]).toEqual([
      'upu-post',
      null,
      [],
    ]);
  });

  test('property: of ten check digits exactly one is right', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (n) => {
        const serial = String(n).padStart(8, '0');
        const valid = '0123456789'
          .split('')
          .filter((digit) => readS10(`RB${serial}${digit}CN`)?.kind === 'valid');
        expect(valid).toEqual([String(checkDigit(serial))]);
      }),
    );
  });

  test('the country names the post, express letters of China are EMS', () => {
    expect([
      postOf({ service: 'R', country: 'TH' }),
      postOf({ service: 'E', country: 'CN' }),
      postOf({ service: 'C', country: 'FR' }),
    ]).toEqual(['thailand-post', 'ems', 'upu-post']);
  });
});

describe('shapes', () => {
  test.each([
    ['SPXTH040123456789', 'spx'],
    ['YT2632100000000000', 'yunexpress'],
    ['YT2632100000000', 'yto'],
    ['4PX3000000000000CN', '4px'],
    ['SF1234567890123', 'sf'],
    ['LP00123456789012', 'cainiao'],
    ['UA123456789YP', 'yanwen'],
    ['NLMYAP1234567890', 'ninjavan-my'],
    ['JT0123456789', 'jt'],
    ['KEX123456789', 'kex'],
    [' sf 1234567890123 ', 'sf'],
  ])('%s is certainly %s', (number, carrier) => {
    expect(certain(number)).toBe(carrier);
  });

  test.each([
    '612345678901',
    '812345678901',
    '001234567890',
    '71234567890123',
    '123456789012',
    'TH0123456789AB',
    'ABC',
    '',
  ])('%s is nobody’s for certain', (number) => {
    expect(certain(number)).toBeNull();
  });

  test('J&T and JD share a prefix: both are offered, neither is claimed', () => {
    expect(list('JD0123456789012')).toEqual(expect.arrayContaining(['jd', 'jt']));
    expect(certain('JD0123456789012')).toBeNull();
  });

  test('the market ranks branches, and still claims none', () => {
    expect(list('812345678901', { market: 'VN' })[0]).toBe('jt-vn');
    expect(list('812345678901', { market: 'TH' })[0]).toBe('jt-th');
    expect(certain('812345678901', { market: 'VN' })).toBeNull();
  });

  test('what Shopee names comes before every shape', () => {
    expect(recognise('YT2632100000000000', { ...hints, named: 'spx' })[0]).toMatchObject({
      carrier: 'spx',
      why: 'named',
    });
    // The two words disagree too closely for a claim without asking.
    expect(certain('YT2632100000000000', { named: 'spx' })).toBeNull();
    expect(certain('812345678901', { named: 'jt-vn' })).toBe('jt-vn');
  });

  test('property: a weak shape alone is never certain, whatever number has it', () => {
    const weak = fc.stringMatching(/^(6[0-9]{11}|8[0-9]{11}|00[0-9]{10}|7[0-9]{13}|[0-9]{12})$/);
    fc.assert(
      fc.property(weak, fc.constantFrom(null, 'my', 'th', 'vn'), (number, market) => {
        const sure = PATTERNS.some((each) => each.rank !== 'weak' && each.shape.test(number));
        fc.pre(!sure);
        expect(certain(number, { market })).toBeNull();
      }),
    );
  });
});

describe('learning', () => {
  const told = (count: number, prefix: string, carrier: string, by: Told['by'] = 'person'): Told[] =>
    Array.from({ length: count }, (_, n) => ({ number: `${prefix}${String(1000 + n)}`, carrier, by }));

  test('one correction settles that number, three settle its neighbours, another length none', () => {
    const one = told(1, '61234567', 'jt-my');
    expect(certain('612345671000', { told: one })).toBe('jt-my');
    expect(certain('612345679999', { told: one })).toBeNull();
    expect(list('612345679999', { told: one })[0]).toBe('jt-my');
    const three = told(3, '61234567', 'jt-my');
    expect(certain('612345679999', { told: three })).toBe('jt-my');
    expect(list('6123456799999', { told: three })).not.toContain('jt-my');
  });

  test('neighbours that disagree are told and not decided', () => {
    const mixed = [...told(3, '61234567', 'jt-my'), ...told(3, '61234568', 'poslaju')];
    const candidates = recognise('612345699999', { ...hints, told: mixed });
    expect(candidates.slice(0, 2).map((each) => each.carrier)).toEqual(['jt-my', 'poslaju']);
    expect(certainOf(candidates)).toBeNull();
  });

  test('neighbours are looked up by a prefix that they share', () => {
    const three = told(3, '61234567', 'jt-my');
    expect(three.every((each) => each.number.startsWith(lookUpPrefix('612345679999')))).toBe(true);
  });

  test('sources teach too, with less weight', () => {
    expect(learnedFrom('612345679999', told(3, '61234567', 'jt-my', 'source'))[0]?.share).toBeCloseTo(3 / 5);
    expect(learnedFrom('612345679999', told(3, '61234567', 'jt-my'))[0]?.share).toBeCloseTo(9 / 11);
  });

  test('property: the order in which numbers were told does not matter', () => {
    const one = fc.record({
      number: fc.stringMatching(/^61[0-9]{4}$/),
      carrier: fc.constantFrom('a', 'b', 'c'),
      by: fc.constantFrom('person' as const, 'source' as const),
    });
    const unique = fc.uniqueArray(one, { selector: (each) => each.number, maxLength: 20 });
    fc.assert(
      fc.property(unique, fc.stringMatching(/^61[0-9]{4}$/), (all, number) => {
        expect(learnedFrom(number, all.toReversed())).toEqual(learnedFrom(number, all));
      }),
    );
  });
});
