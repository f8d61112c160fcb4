import { en, expect, focusList, rail, test, zh } from './app.ts';

test('theme and language change at once, are kept, and can be undone', async ({ page, open }) => {
  await open('/settings');
  const html = page.locator('html');
  await expect(html).toHaveAttribute('data-theme', 'light');
  await page.getByText(en('settings.theme.dark'), { exact: true }).click();
  await expect(html).toHaveAttribute('data-theme', 'dark');
  const toast = page.getByRole('status').filter({ hasText: en('settings.changed') });
  await toast.getByRole('button', { name: en('common.undo') }).click();
  await expect(html).toHaveAttribute('data-theme', 'light');

  await page.getByText('简体中文').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(zh('nav.settings'));
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(zh('nav.settings'));
});

test('“as the system” follows the system live', async ({ page, open }) => {
  await open('/settings');
  await page.getByText(en('settings.theme.system'), { exact: true }).click();
  for (const scheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', scheme);
  }
});

test('rows become lower with the density', async ({ page, seamark, open }) => {
  await seamark.sample();
  await open('/settings');
  await page.getByText(en('settings.density.compact'), { exact: true }).click();
  await rail(page, 'queue').click();
  const first = page.getByRole('listbox').getByRole('option').first();
  await expect.poll(async () => (await first.boundingBox())?.height).toBe(44);
});

test('single keys can be switched off; held keys stay', async ({ page, seamark, open }) => {
  await seamark.sample();
  await open('/settings');
  // A sign that few fonts have is written out where keyboards do so too.
  await expect(page.getByRole('row', { name: new RegExp(en('action.extendDown')) })).toContainText('Shift');
  await page.getByRole('switch', { name: en('settings.singleKeys') }).uncheck();
  await rail(page, 'queue').click();
  const list = await focusList(page, 'queue.list');
  await page.keyboard.press('j');
  await page.keyboard.press('h');
  await page.keyboard.press('?');
  expect(await list.getAttribute('aria-activedescendant')).toBeNull();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // Arrows are the list's own and stay.
  await page.keyboard.press('ArrowDown');
  await expect(list).toHaveAttribute('aria-activedescendant', /^row-/);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: en('palette.title') })).toBeVisible();
});

test('an action gets another key; one that is taken is refused by name', async ({ page, seamark, open }) => {
  await seamark.sample();
  await open('/settings');
  const key = page.getByRole('button', { name: en('settings.keyOf', { action: en('action.snooze') }) });
  await key.click();
  await page.keyboard.press('t');
  await expect(page.getByRole('alert')).toContainText(
    en('settings.keyTaken', { key: 't', action: en('action.take') }),
  );
  await key.click();
  await page.keyboard.press('y');
  await expect(key).toHaveText(/y$/);
  await rail(page, 'queue').click();
  await focusList(page, 'queue.list');
  await page.keyboard.press('j');
  await page.keyboard.press('h');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('y');
  await expect(page.getByRole('dialog', { name: en('snooze.title', { n: 1 }) })).toBeVisible();
  await page.keyboard.press('Escape');
  await rail(page, 'settings').click();
  await page.getByRole('button', { name: en('settings.keyReset') }).click();
  await expect(key).toHaveText(/h$/);
});

test('a key is never one that the list or the page needs to be worked at all', async ({ page, open }) => {
  await open('/settings');
  const key = page.getByRole('button', { name: en('settings.keyOf', { action: en('action.snooze') }) });
  await key.click();
  await page.keyboard.press('Escape');
  await expect(key).toHaveText(/h$/);
  await key.click();
  await page.keyboard.press('Shift');
  await expect(key).toContainText(en('settings.keyPress'));
});

test('search narrows the settings', async ({ page, open }) => {
  await open('/settings');
  await page.getByRole('searchbox', { name: en('settings.search') }).fill('theme');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([en('settings.appearance')]);
  await page.getByRole('searchbox').fill('zzz');
  await expect(page.getByText(en('settings.noMatch'))).toBeVisible();
});

test('a backup is made and listed', async ({ page, seamark, open }) => {
  await seamark.sample();
  await open('/settings');
  await page.getByRole('button', { name: en('settings.backupNow'), exact: true }).click();
  await expect(page.getByText(en('settings.backupDone'))).toBeVisible();
  const { backups } = await seamark.call('app.backups', {});
  expect(backups.length).toBeGreaterThan(0);
  const table = page.getByRole('table', { name: en('settings.backups') });
  await expect(table.getByRole('row')).toHaveCount(backups.length + 1);
});
