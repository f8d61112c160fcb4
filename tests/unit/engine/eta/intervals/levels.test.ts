import { expect, test } from 'vitest';
import {
  aimOf,
  type Levels,
  learnPoint,
  levelOf,
  POINT_NAMES,
  POINTS,
} from '../../../../../main/engine/eta/intervals/levels.ts';

test('every tail is aimed a little shorter than it is stated, by the same share; the middle is the middle', () => {
  for (const point of POINT_NAMES) {
    const stated = Math.min(POINTS[point], 1 - POINTS[point]);
    const aimed = Math.min(aimOf(point), 1 - aimOf(point));
    expect(aimed / stated).toBeCloseTo(point === 'p50' ? 1 : 0.95, 10);
    expect(aimOf(point) < 0.5).toBe(POINTS[point] < 0.5);
  }
});

test('a point that holds its aim stays; one that too few came before moves up, one that too many did moves down', () => {
  const after = (before: number): number => {
    const levels: Levels = {};
    for (let day = 0; day < 100; day += 1) learnPoint(levels, 'all', 'hi80', { passed: 1_000, before });
    return levelOf(levels, ['all'], 'hi80');
  };
  expect(after(905)).toBeCloseTo(0.905, 10);
  expect(after(850)).toBeGreaterThan(0.94);
  expect(after(950)).toBeLessThan(0.88);
});

test('what is learnt has a limit, so that one bad season cannot send a point away for good', () => {
  const levels: Levels = {};
  for (let day = 0; day < 5_000; day += 1) learnPoint(levels, 'all', 'lo90', { passed: 100, before: 100 });
  expect(levelOf(levels, ['all'], 'lo90')).toBeGreaterThan(0.01);
  expect(levelOf(levels, ['other'], 'lo90')).toBeCloseTo(aimOf('lo90'), 10);
});
