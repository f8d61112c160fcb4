import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { START_FAILURES, type StartFailureCode } from '#shared/contract/faults.ts';
import { DEFAULT_SETTINGS, type StartAction } from '#shared/contract/shell.ts';
import { en, expect, test } from './app.ts';

interface Told {
  readonly name: string;
  readonly input: unknown;
}

/** Stands in for the preload with a shell whose engine did not open the store; records what the page asks for. */
async function failing(
  page: Page,
  code: StartFailureCode,
  theme: 'light' | 'dark',
): Promise<() => Promise<Told[]>> {
  const settings = { ...DEFAULT_SETTINGS, lang: 'en', theme };
  const failure = {
    code,
    detail: { folder: '/data/seamark', backupAt: code === 'corrupt' ? 1_790_000_000_000 : null },
  };
  const health = { state: 'failed', restarts: 0, nextAttemptAt: null, failure, sample: false };
  await page.addInitScript(
    ([own, state]) => {
      const told: { name: string; input: unknown }[] = [];
      const answers: Record<string, unknown> = {
        'shell.settings': own,
        'shell.engine': state,
        'shell.startAction': state,
      };
      Object.assign(window, {
        told,
        seamark: {
          surface: 'desktop',
          on: () => () => undefined,
          pathOf: async () => null,
          call: async (name: string, input: unknown) => {
            told.push({ name, input });
            const value = answers[name];
            return value === undefined
              ? { ok: false, error: { code: 'engine-starting' } }
              : { ok: true, value };
          },
        },
      });
    },
    [settings, health] as const,
  );
  return () => page.evaluate(() => (window as unknown as { told: Told[] }).told);
}

const actions = async (told: () => Promise<Told[]>): Promise<unknown[]> =>
  (await told()).filter(({ name }) => name === 'shell.startAction').map(({ input }) => input);

for (const code of START_FAILURES) {
  test(`start-up failure ${code}: its own screen, ways out, accessible in both themes`, async ({
    page,
    seamark,
  }) => {
    for (const theme of ['light', 'dark'] as const) {
      await failing(page, code, theme);
      await page.goto(seamark.url);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(en(`start.${code}.title`));
      await expect(page.getByText(en(`start.${code}.text`))).toBeVisible();
      await expect(page.getByText('/data/seamark')).toBeVisible();
      await expect(page.getByRole('button', { name: en('start.action.quit') })).toBeVisible();
      const found = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(found.violations).toEqual([]);
    }
  });
}

test('no two failures share their words', () => {
  const words = START_FAILURES.map((code) => en(`start.${code}.title`) + en(`start.${code}.text`));
  expect(new Set(words).size).toBe(START_FAILURES.length);
});

test('a damaged store offers its backup first, and empty data last and only after a second question', async ({
  page,
  seamark,
}) => {
  const told = await failing(page, 'corrupt', 'light');
  await page.goto(seamark.url);
  const way = (action: StartAction) => page.getByRole('button', { name: en(`start.action.${action}`) });
  await way('start-empty').click();
  const sure = page.getByRole('dialog', { name: en('start.empty.title') });
  await sure.getByRole('button', { name: en('common.cancel') }).click();
  expect(await actions(told)).toEqual([]);
  await way('start-empty').click();
  await sure.getByRole('button', { name: en('start.empty.sure') }).click();
  await way('restore-backup').click();
  await expect.poll(() => actions(told)).toEqual([{ action: 'start-empty' }, { action: 'restore-backup' }]);
});

test('without a sound backup none is offered', async ({ page, seamark }) => {
  await failing(page, 'key-changed', 'dark');
  await page.goto(seamark.url);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: en('start.action.restore-backup') })).toHaveCount(0);
});
