import { describe, expect, it } from 'vitest';
import { compose } from '../../../../main/engine/outreach/compose.ts';
import { CASE_KINDS } from '../../../../shared/model/case.ts';
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
const all = BUYER_LANGS.flatMap((lang) => CASE_KINDS.map((kind) => ({ lang, kind })));

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
      const texts = CASE_KINDS.map((kind) => compose({ kind, reason: null, lang, facts: full }).text);
      expect(new Set(texts).size).toBe(CASE_KINDS.length);
    }
  });
});
