import { describe, expect, it } from 'vitest';
import { compose } from '../../../../main/engine/outreach/compose.ts';
import { MISS_CAUSES, TROUBLE_KINDS } from '../../../../shared/model/case.ts';
import { BUYER_LANGS, DRAFT_TEXT_MAX } from '../../../../shared/model/draft.ts';
import { REASONS } from '../../../../shared/model/node.ts';

const full = {
  number: 'TEST{0}<1>',
  carrierName: 'Carrier',
  place: 'Somewhere',
  lastScanDate: '5 October',
  nextUpdateDate: '9 October',
};
const bare = { ...full, carrierName: null, place: null, lastScanDate: null };
const all = BUYER_LANGS.flatMap((lang) => TROUBLE_KINDS.map((kind) => ({ lang, kind })));

describe('compose', () => {
  it.each(all)('$lang $kind: whole for every reason, names number and next date', ({ lang, kind }) => {
    for (const reason of [null, ...REASONS]) {
      for (const facts of [full, bare]) {
        const { text, template } = compose({ kind, reason, lang, facts });
        expect(template).toBe('delay/1');
        expect(text).toContain(full.number);
        expect(text).toContain(full.nextUpdateDate);
        expect(text.replace(full.number, '')).not.toMatch(/[{}]|null|undefined|unknown|\bother\b/);
        expect(text.length).toBeLessThan(DRAFT_TEXT_MAX);
      }
    }
  });

  it('says nothing of a place, a day or a carrier that is not known', () => {
    for (const { lang, kind } of all) {
      const { text } = compose({ kind, reason: null, lang, facts: bare });
      expect(text).not.toMatch(/\(\s*\)|（\s*）/);
      expect(text).not.toContain('Carrier');
    }
  });

  it('each kind of case has words of its own', () => {
    for (const lang of BUYER_LANGS) {
      const texts = TROUBLE_KINDS.map((kind) => compose({ kind, reason: null, lang, facts: full }).text);
      expect(new Set(texts).size).toBe(TROUBLE_KINDS.length);
    }
  });
});

describe('a promise that will be missed', () => {
  const expected = { from: 'Fri 27 November', to: 'Sun 29 November' };
  const words = { promiseDate: 'Thu 26 November', cause: null, missed: false, expected };
  const say = (lang: (typeof BUYER_LANGS)[number], change: Partial<typeof words> | object = {}): string =>
    compose({ kind: 'promise-miss', lang, facts: full, promise: { ...words, ...change } }).text;

  it.each(BUYER_LANGS)('%s: whole for every cause, with promise, dates and next word', (lang) => {
    const texts = [null, ...MISS_CAUSES].flatMap((cause) =>
      [false, true].map((missed) => say(lang, { cause, missed })),
    );
    expect(new Set(texts).size).toBe(texts.length);
    for (const text of texts) {
      for (const part of [full.number, words.promiseDate, expected.from, expected.to, full.nextUpdateDate]) {
        expect(text).toContain(part);
      }
      expect(text.replace(full.number, '')).not.toMatch(/[{}]|null|undefined|\bother\b/);
      expect(text.length).toBeLessThan(DRAFT_TEXT_MAX);
    }
  });

  it.each(BUYER_LANGS)('%s: names one day once, and none that cannot be told', (lang) => {
    const day = say(lang, { expected: { from: expected.to, to: expected.to } });
    expect(day.split(expected.to)).toHaveLength(2);
    const none = say(lang, { expected: null });
    expect(none).not.toContain(expected.from);
    expect(none).not.toContain(expected.to);
    expect(none).toContain(words.promiseDate);
  });

  it('has a template of its own', () => {
    expect(compose({ kind: 'promise-miss', lang: 'en', facts: full, promise: words }).template).toBe(
      'promise/1',
    );
  });
});
