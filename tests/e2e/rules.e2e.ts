import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { call, engineState, expect, test } from './app.ts';
import { importDirectly, writeSample } from './desk.ts';

test('meanings that a person has given are written to the file that the person names', async ({
  home,
  start,
}) => {
  const { app, page } = await start();
  await expect.poll(() => engineState(page)).toBe('ready');
  await call(page, 'shell.set', { lang: 'en' });
  await importDirectly(page, writeSample(home).path);
  const rule = {
    carrier: null,
    code: null,
    text: 'Zorbled by frumious',
    node: 'NOTE',
    reason: null,
  } as const;
  expect((await call(page, 'sources.mapText', rule)).ok).toBe(true);
  const path = join(home, 'given.json');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Sources/ })
    .click();
  await expect(page.getByRole('table', { name: 'Meanings you have given' })).toContainText(rule.text);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByText('1 meaning written to', { exact: false })).toBeVisible();
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual([rule]);
});
