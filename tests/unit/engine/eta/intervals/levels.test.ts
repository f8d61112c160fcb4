import { expect, test } from 'vitest';
import { type Levels, learnPoint, levelOf, POINTS } from '../../../../../main/engine/eta/intervals/levels.ts';

test('a point that holds its share stays; one that too few came before moves up, one that too many did moves down', () => {
  const after = (before: number): number => {
    const levels: Levels = {};
    for (let day = 0; day < 100; day += 1) learnPoint(levels, 'all', 'hi80', { passed: 1_000, before });
    return levelOf(levels, ['all'], 'hi80');
  };
  expect(after(900)).toBeCloseTo(0.9, 10);
  expect(after(850)).toBeGreaterThan(0.94);
  expect(after(950)).toBeLessThan(0.88);
});

test('what is learnt has a limit, so that one bad season cannot send a point away for good', () => {
  const levels: Levels = {};
  for (let day = 0; day < 5_000; day += 1) learnPoint(levels, 'all', 'lo90', { passed: 100, before: 100 });
  expect(levelOf(levels, ['all'], 'lo90')).toBeGreaterThan(0.01);
  expect(levelOf(levels, ['other'], 'lo90')).toBeCloseTo(POINTS.lo90, 10);
});
