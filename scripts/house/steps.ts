import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';

/** One step of the house's tests: a name for `--only`, and the commands that it runs one after another. */
export interface Step {
  readonly name: string;
  /** Each as program and arguments; programs are those of node_modules/.bin, or `node`. */
  readonly commands: readonly (readonly string[])[];
  /** A file without which the step cannot run; its absence is a failure that names it. */
  readonly needs?: string;
}

const vitest = (project: string): Step => ({
  name: project,
  commands: [['vitest', 'run', '--project', project]],
  needs: `tests/${project}`,
});

const playwright = (config: string): readonly string[] => [
  'node',
  'node_modules/@playwright/test/cli.js',
  'test',
  '-c',
  config,
];

/** The names of the quick steps that need neither a build nor a system package. */
export const STATIC_STEPS = ['format', 'lint', 'types', 'arch', 'knip'] as const;

/** All steps in their order: the cheap and telling ones first. */
export function allSteps(root: string): readonly Step[] {
  const page = 'tests/page/playwright.config.ts';
  const e2e = 'tests/e2e/playwright.config.ts';
  return [
    { name: 'format', commands: [['oxfmt', '--check', '.']] },
    { name: 'lint', commands: [['oxlint', '--deny-warnings']] },
    {
      name: 'types',
      commands: globSync('tsconfig/*.json', { cwd: root })
        .toSorted()
        .map((config) => ['tsc', '-p', config]),
    },
    {
      name: 'arch',
      commands: [
        [
          'depcruise',
          '--config',
          '.dependency-cruiser.cjs',
          'main',
          'shared',
          'renderer',
          'scripts',
          'tests',
        ],
      ],
    },
    { name: 'knip', commands: [['knip', '--no-config-hints']] },
    vitest('unit'),
    vitest('contract'),
    vitest('integration'),
    vitest('crash'),
    { name: 'build', commands: [['electron-vite', 'build']] },
    { name: 'page', commands: [['node', 'scripts/chromium.ts'], playwright(page)], needs: page },
    {
      name: 'e2e',
      commands: [['node', 'scripts/desktop.ts', 'node', ...playwright(e2e).slice(1)]],
      needs: e2e,
    },
  ];
}

/** The steps named by `--only a,b` in their own order, or the names that nobody knows. */
export function chooseSteps(
  steps: readonly Step[],
  only: string | undefined,
): { readonly chosen: readonly Step[] } | { readonly unknown: readonly string[] } {
  if (only === undefined) return { chosen: steps };
  const names = only.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  return unknown.length > 0 ? { unknown } : { chosen: steps.filter((step) => names.includes(step.name)) };
}

/** What the step lacks, if anything. */
export function missingFor(root: string, step: Step): string | null {
  return step.needs !== undefined && !existsSync(join(root, step.needs)) ? step.needs : null;
}
