import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, skeleton } from '../../../../../main/engine/journey/normalise/clean.ts';
import { LetterTree } from '../../../../../main/engine/journey/normalise/tree.ts';

/** Words, numbers and signs as carriers write them, and units that are no letters at all. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'Parcel',
        'Đơn hàng',
        'été',
        '已到達',
        'พัสดุ',
        'l’envoi',
        'AB12.3',
        "4'5",
        '7',
        '٣',
        'ﬁ',
        '𠀀',
        '😀',
      ),
      fc.constantFrom(
        ' ',
        '  ',
        '. ',
        '.',
        '...',
        ';',
        '。',
        '|',
        ',',
        ' : ',
        '\n',
        '-',
        '/',
        '+',
        '[',
        '\ud800',
        '\udc00',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
  )
  .map((parts) => parts.join(''));

/** What the one walk of `clean.ts` does to signs, said as replacements one after another. */
const signs = (letters: string): string =>
  letters
    .replace(/[;!?。\n\r]|\.(?=\s|$)|…/g, ' | ')
    .replace(/[,:、\t]/g, ' , ')
    .replace(/[^\p{L}\p{M}\p{N}'|,.+]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim();

describe('letters of a text', () => {
  it('are levelled as the replacements say', () => {
    fc.assert(
      fc.property(text, (raw) => {
        // Mark-up, apostrophes, accents and Han forms have steps of their own.
        const plain = raw
          .normalize('NFKC')
          .toLowerCase()
          .replace(/[<&'’‘`´\u00c0-\u024f\u1e00-\u1eff\u3400-\u9fff]/g, '7');
        expect(cleanText(plain)).toBe(signs(plain.normalize('NFKC').toLowerCase()));
      }),
    );
    for (const [raw, clean] of [
      ['  Arrived...  at HUB-3/B; (gate) ', 'arrived.. | at hub 3 b | gate'],
      ['a.b. c.', 'a.b | c |'],
      ['Đã giao\thàng: ok', 'da giao , hang , ok'],
      ['straße 😀 𠀀', 'strasse 𠀀'],
      ['\ud800x\udc00y', 'x y'],
    ] as const) {
      expect(cleanText(raw)).toBe(clean);
    }
  });

  it('lose their numbers, with the letters before these and one blank in their place', () => {
    fc.assert(
      fc.property(text, (raw) => {
        const clean = cleanText(raw);
        const bare = clean
          .replace(/[a-z]*\d[a-z\d.']*/g, ' ')
          .replace(/ +/g, ' ')
          .trim();
        expect(skeleton(clean)).toBe(bare);
      }),
    );
  });
});

describe('LetterTree', () => {
  const walk = (tree: LetterTree<string>, word: string): string | undefined => {
    let node: number = LetterTree.ROOT;
    for (let index = 0; index < word.length; index += 1) {
      node = tree.next(node, word.charCodeAt(index));
      if (node === 0) return undefined;
    }
    return tree.at(node);
  };

  it('answers for every word what it stands for, and nothing for others', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 6, unit: 'binary' }), { maxLength: 1_500 }),
        fc.string({ unit: 'binary' }),
        (words, other) => {
          const known = new Map(words.map((word, index) => [word, `${word}${index}`]));
          const tree = new LetterTree(known);
          for (const [word, value] of known) expect(walk(tree, word)).toBe(value);
          expect(walk(tree, other)).toBe(known.get(other));
        },
      ),
    );
  });
});
