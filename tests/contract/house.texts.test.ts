import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { GLOSSARY } from '../../shared/text/glossary.ts';
import { type UiKey, uiTexts } from '../../shared/text/ui/index.ts';

type Node = ReturnType<IntlMessageFormat['getAst']>[number];
const LANGS = ['en', 'zh-CN'] as const;
const keys = Object.keys(uiTexts) as UiKey[];
const parse = (text: string, lang: string): Node[] =>
  new IntlMessageFormat(text, lang, undefined, { ignoreTag: true }).getAst();

/** Plain words: the first type of the parser's nodes. */
const LITERAL: ReadonlySet<number> = new Set([0]);
const isLiteral = (node: Node): boolean => LITERAL.has(node.type);

/** The names that a message asks for, with those inside plural and select branches. */
function placeholders(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => {
    if (!('value' in node) || isLiteral(node)) return [];
    const inner =
      'options' in node ? Object.values(node.options).flatMap((option) => placeholders(option.value)) : [];
    return [node.value, ...inner];
  });
}
/** The literal words, without names and syntax. */
function literals(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => {
    if (isLiteral(node)) return 'value' in node ? [node.value] : [];
    return 'options' in node ? Object.values(node.options).flatMap((option) => literals(option.value)) : [];
  });
}
const wordsOf = (key: UiKey, lang: (typeof LANGS)[number]): string =>
  literals(parse(uiTexts[key][lang], lang)).join(' ');

describe.each(LANGS)('messages in %s', (lang) => {
  test('are all there, and all parse', () => {
    const bad = keys.filter((key) => {
      try {
        return parse(uiTexts[key][lang], lang).length === 0;
      } catch {
        return true;
      }
    });
    expect(keys.length).toBeGreaterThan(100);
    expect(bad).toEqual([]);
  });

  test('have no stray blanks', () => {
    expect(keys.filter((key) => uiTexts[key][lang] !== uiTexts[key][lang].trim())).toEqual([]);
  });
});

test('both languages take the same values', () => {
  const different = keys.filter((key) => {
    const [en, zh] = LANGS.map((lang) =>
      [...new Set(placeholders(parse(uiTexts[key][lang], lang)))].toSorted(),
    );
    return JSON.stringify(en) !== JSON.stringify(zh);
  });
  expect(different).toEqual([]);
});

test('Chinese is Chinese, English is English', () => {
  const han = /\p{Script=Han}/u;
  // Names that are written alike in both.
  const names = /^(Seamark|English|Ctrl|Shift|Alt|Esc|Enter|Electron|Node|[A-Z]{1,5}|[a-z]|[\W\d_])*$/u;
  expect(keys.filter((key) => !names.test(wordsOf(key, 'en')) && !han.test(wordsOf(key, 'zh-CN')))).toEqual(
    [],
  );
  const ownNames = /中文|航标/g;
  expect(keys.filter((key) => han.test(wordsOf(key, 'en').replace(ownNames, '')))).toEqual([]);
});

describe('one word per thing', () => {
  test.each(GLOSSARY.flatMap(({ en, notEn }) => notEn.map((word) => [word, en] as const)))(
    'never "%s": "%s"',
    (word) => {
      const pattern = new RegExp(`\\b${word}s?\\b`, 'i');
      expect(keys.filter((key) => pattern.test(wordsOf(key, 'en')))).toEqual([]);
    },
  );

  test.each(GLOSSARY.flatMap(({ zh, notZh }) => notZh.map((word) => [word, zh] as const)))(
    'never “%s”: “%s”',
    (word) => {
      expect(keys.filter((key) => wordsOf(key, 'zh-CN').includes(word))).toEqual([]);
    },
  );

  test('every word of the glossary is written in both languages', () => {
    expect(GLOSSARY.filter(({ en, zh }) => en === '' || !/\p{Script=Han}/u.test(zh))).toEqual([]);
  });
});
