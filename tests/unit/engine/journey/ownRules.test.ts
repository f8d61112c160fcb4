import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ScanWords } from '#shared/model/event.ts';
import { meaningOf } from '../../../../main/engine/journey/meaning.ts';
import { ownRules, type RuleWords, ruleSkeleton } from '../../../../main/engine/journey/ownRules.ts';

const rule = (given: Partial<RuleWords> = {}): RuleWords => ({
  ...{ carrier: 'some', code: null, text: 'Gone to the blue shed 12', node: 'TRANSIT_HUB', reason: null },
  ...given,
});
const scan = (given: Partial<ScanWords> = {}): ScanWords => ({
  ...{ carrier: 'some', code: null, scheme: null, status: null, text: 'Gone to the blue shed 12' },
  ...given,
});

test('a rule reads what says the same apart from numbers, marks and case, and nothing else', () => {
  const own = ownRules([rule()]);
  const ruled = { node: 'TRANSIT_HUB', reason: null, confidence: 'high', means: 'own' };
  expect(meaningOf(scan(), own)).toMatchObject(ruled);
  expect(meaningOf(scan({ text: '<b>GONE</b> to the blue shed SPX00345' }), own)).toMatchObject(ruled);
  expect(own(scan({ text: 'Gone to the red shed 12' }))).toBeNull();
  expect(own(scan({ carrier: 'other' }))).toBeNull();
  expect(own(scan({ code: 'X1' }))).toBeNull();
});

test("a rule goes before tables and text rules; the carrier's before any carrier's", () => {
  const said = scan({ text: 'Delivered' });
  expect(meaningOf(said).node).toBe('DELIVERED');
  const any = rule({ carrier: null, text: 'Delivered', node: 'NOTE' });
  expect(meaningOf(said, ownRules([any]))).toMatchObject({ node: 'NOTE', means: 'own' });
  const both = ownRules([rule({ text: 'Delivered', node: 'EXCEPTION', reason: 'OTHER' }), any]);
  expect(meaningOf(said, both)).toMatchObject({ node: 'EXCEPTION', reason: 'OTHER' });
  expect(meaningOf({ ...said, carrier: 'other' }, both).node).toBe('NOTE');
});

test('a scan without text goes by its status word; one that says nothing needs a code', () => {
  expect(ownRules([rule({ text: 'QQ' })])(scan({ text: '', status: 'qq' }))?.node).toBe('TRANSIT_HUB');
  const empty = ownRules([rule({ text: '' }), rule({ text: '', code: 'Z', node: 'LOST' })]);
  expect(empty(scan({ text: '' }))).toBeNull();
  expect(empty(scan({ text: '', code: 'Z' }))?.node).toBe('LOST');
});

test('whatever the bytes are, a rule reads its own words, and rules for other words change nothing', () => {
  const words = fc.string({ unit: 'binary', maxLength: 60 });
  const code = fc.option(fc.string({ minLength: 1, maxLength: 8 }));
  fc.assert(
    fc.property(words, words, code, (text, other, by) => {
      const own = ownRules([rule({ text, code: by })]);
      const speaks = ruleSkeleton(text) !== '' || by !== null;
      expect(own(scan({ text, code: by })) !== null).toBe(speaks);
      if (ruleSkeleton(other) === ruleSkeleton(text)) return;
      expect(meaningOf(scan({ text: other, code: by }), own)).toEqual(
        meaningOf(scan({ text: other, code: by })),
      );
    }),
  );
});
