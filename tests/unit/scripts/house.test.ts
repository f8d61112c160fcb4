import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runSteps, summary } from '../../../scripts/house/run.ts';
import { allSteps, chooseSteps, STATIC_STEPS, type Step } from '../../../scripts/house/steps.ts';

const root = resolve(import.meta.dirname, '../../..');
const node = (name: string, code: number, needs?: string): Step => ({
  name,
  commands: [['node', '-e', `process.exit(${code})`]],
  ...(needs === undefined ? {} : { needs }),
});

describe('the steps of npm test', () => {
  const steps = allSteps(root);

  test('come in this order', () => {
    expect(steps.map(({ name }) => name)).toEqual([
      ...STATIC_STEPS,
      ...['unit', 'contract', 'integration', 'crash', 'build', 'page', 'e2e'],
    ]);
  });

  test('check the types of every environment', () => {
    const types = steps.find(({ name }) => name === 'types')?.commands.flat() ?? [];
    for (const env of ['engine', 'shell', 'preload', 'renderer', 'shared', 'tests']) {
      expect(types).toContain(`tsconfig/${env}.json`);
    }
  });

  test('call programs that are installed', () => {
    const programs = [...new Set(steps.flatMap(({ commands }) => commands.map(([program = '']) => program)))];
    expect(
      programs.filter(
        (program) => program !== 'node' && !existsSync(resolve(root, 'node_modules/.bin', program)),
      ),
    ).toEqual([]);
  });

  test('are chosen by name, in their own order, and a wrong name is said', () => {
    expect(chooseSteps(steps, 'unit, format')).toEqual({
      chosen: steps.filter(({ name }) => ['format', 'unit'].includes(name)),
    });
    expect(chooseSteps(steps, undefined)).toEqual({ chosen: steps });
    expect(chooseSteps(steps, 'unit,units')).toEqual({ unknown: ['units'] });
  });
});

test('a failed step stops nothing, and the table names it and the tests that failed in it', async () => {
  const said: string[] = [];
  const named = "console.log('  ✓ good'); console.error('  ✘  7 a.page.ts:1:1 › bad')";
  const results = await runSteps(
    root,
    [
      { name: 'one', commands: [['node', '-e', named]] },
      { name: 'two', commands: [['node', '-e', `${named}; process.exit(3)`]] },
      node('three', 0),
      node('four', 0, 'no/such/file'),
    ],
    (line) => said.push(line),
    () => 0,
  );
  expect(results.map(({ name, ok }) => [name, ok])).toEqual([
    ['one', true],
    ['two', false],
    ['three', true],
    ['four', false],
  ]);
  const table = summary(results);
  expect(table).toContain('exit 3');
  expect(table).toContain('no/such/file is not there');
  expect(table.split('\n').filter((line) => line.startsWith('two:'))).toEqual([
    'two: ✘  7 a.page.ts:1:1 › bad',
  ]);
  expect(said.filter((line) => line.endsWith('✓ good'))).toHaveLength(2);
  expect(table.trimEnd().split('\n').at(-1)).toBe('2 of 4 steps failed (two, four) in 0 s.');
  expect(summary(results.slice(0, 1))).toContain('All 1 steps passed');
  expect(said.join('\n')).toContain('two');
});
