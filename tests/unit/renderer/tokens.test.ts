import { describe, expect, test } from 'vitest';
import { STAGES } from '#shared/model/node.ts';
import { BLINDNESSES, contrast, distance, linearOf, type Rgb, seenWith, tokensOf } from './colour.ts';

const GROUNDS = ['ground', 'raised', 'sunken'] as const;
const TONES = ['accent', 'critical', 'high', 'medium', 'good'] as const;

/** Text on what it stands on: 4.5 to 1. */
const TEXT: readonly (readonly [string, string])[] = [
  ...GROUNDS.flatMap((ground) => [
    ['ink', ground] as const,
    ['ink-2', ground] as const,
    ['accent-ink', ground] as const,
    ['critical-ink', ground] as const,
  ]),
  ...TONES.flatMap((tone) => [
    [`${tone}-ink`, `${tone}-wash`] as const,
    [`${tone}-ink`, 'raised'] as const,
    [`${tone}-ink`, 'ground'] as const,
  ]),
  // Rows that are chosen stand on the accent's wash.
  ['ink', 'accent-wash'],
  ['ink-2', 'accent-wash'],
  ['on-accent', 'accent'],
];
/** Marks, borders of controls and the focus ring: 3 to 1. */
const MARKS: readonly (readonly [string, string])[] = [
  ...['accent', 'critical', 'high', 'medium', 'low', 'good', 'line-strong'].flatMap((mark) =>
    (['ground', 'raised'] as const).map((ground) => [mark, ground] as const),
  ),
  ...STAGES.flatMap((stage) =>
    (['ground', 'raised', 'accent-wash'] as const).map((ground) => [`stage-${stage}`, ground] as const),
  ),
  ...['critical', 'high', 'medium', 'low'].map((mark) => [mark, 'accent-wash'] as const),
];

describe('the arithmetic', () => {
  test('white on black is 21 to 1, and a known pair agrees with published figures', () => {
    const white = linearOf(1, 0, 0);
    const black = linearOf(0, 0, 0);
    expect(contrast(white, black)).toBeCloseTo(21, 1);
    // sRGB red is oklch(0.628 0.2577 29.23); its contrast with white is 4.0.
    expect(contrast(linearOf(0.628, 0.2577, 29.23), white)).toBeCloseTo(4.0, 1);
  });
});

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  const tokens = tokensOf(theme);
  const colour = (name: string): Rgb => {
    const found = tokens.get(name);
    if (!found) throw new Error(`No colour token --${name} in the ${theme} theme`);
    return found;
  };
  const weak = (pairs: readonly (readonly [string, string])[], least: number): string[] =>
    pairs.flatMap(([front, back]) => {
      const ratio = contrast(colour(front), colour(back));
      return ratio >= least ? [] : [`${front} on ${back}: ${ratio.toFixed(2)}`];
    });

  test('text reads: 4.5 to 1', () => expect(weak(TEXT, 4.5)).toEqual([]));
  test('marks show: 3 to 1', () => expect(weak(MARKS, 3)).toEqual([]));

  test.each(BLINDNESSES)('stages that follow one another differ with %s', (kind) => {
    const alike = STAGES.slice(1).flatMap((stage, index) => {
      const before = STAGES[index] ?? stage;
      const gap = distance(
        seenWith(kind, colour(`stage-${before}`)),
        seenWith(kind, colour(`stage-${stage}`)),
      );
      return gap >= 0.08 ? [] : [`${before} and ${stage}: ${gap.toFixed(3)}`];
    });
    expect(alike).toEqual([]);
  });

  test('stages that follow one another differ in lightness alone', () => {
    const alike = STAGES.slice(1).flatMap((stage, index) => {
      const before = STAGES[index] ?? stage;
      const ratio = contrast(colour(`stage-${before}`), colour(`stage-${stage}`));
      return ratio >= 1.2 ? [] : [`${before} and ${stage}: ${ratio.toFixed(2)}`];
    });
    expect(alike).toEqual([]);
  });
});

test('both themes name the same colours', () => {
  expect([...tokensOf('dark').keys()].toSorted()).toEqual([...tokensOf('light').keys()].toSorted());
});
