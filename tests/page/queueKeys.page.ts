import type { Page } from '@playwright/test';
import { en, expect, focusList, test } from './app.ts';

test.use({ withSample: true });

const rowAt = (page: Page, index: number) => page.getByRole('listbox').getByRole('option').nth(index);
const activeId = (page: Page) => page.getByRole('listbox').getAttribute('aria-activedescendant');

test('j and k move, Enter opens, and the address follows', async ({ page, open }) => {
  await open('/queue');
  const list = await focusList(page, 'queue.list');
  await page.keyboard.press('j');
  await expect(list).toHaveAttribute(
    'aria-activedescendant',
    (await rowAt(page, 0).getAttribute('id')) ?? '',
  );
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  const second = (await rowAt(page, 1).getAttribute('id')) ?? '';
  await expect(list).toHaveAttribute('aria-activedescendant', second);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/queue/${second.replace('row-', '')}$`));
  await expect(page.getByRole('article').getByRole('heading', { level: 1 })).toBeVisible();
});

test('the keys work at once after going to the queue by keys, without a click', async ({ page, open }) => {
  await open('/today');
  await page.keyboard.press('g');
  await page.keyboard.press('q');
  await expect(page).toHaveURL(/\/queue$/);
  await rowAt(page, 0).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/queue\/\d+$/);
});

test('t takes, z takes it back', async ({ page, seamark, open }) => {
  await open('/queue');
  await focusList(page, 'queue.list');
  await page.keyboard.press('j');
  const id = (await activeId(page)) ?? '';
  const before = (await seamark.call('queue.counts', {})).views;
  await page.keyboard.press('t');
  await expect(page.getByText(en('done.accepted', { n: 1 }))).toBeVisible();
  await expect(page.locator(`#${id}`)).toHaveCount(0);
  // The row after it is the active one now.
  expect(await activeId(page)).not.toBe(id);
  await expect.poll(async () => (await seamark.call('queue.counts', {})).views.mine).toBe(before.mine + 1);
  await page.keyboard.press('z');
  await expect(page.locator(`#${id}`)).toBeVisible();
  expect((await seamark.call('queue.counts', {})).views).toEqual(before);
});

test('h asks until when; the toast’s Undo brings it back', async ({ page, seamark, open }) => {
  await open('/queue');
  await focusList(page, 'queue.list');
  await page.keyboard.press('j');
  const id = (await activeId(page)) ?? '';
  await page.keyboard.press('h');
  const dialog = page.getByRole('dialog', { name: en('snooze.title', { n: 1 }) });
  await dialog.getByRole('button', { name: en('snooze.hours4') }).click();
  await expect(dialog).toBeHidden();
  const toast = page.getByRole('status').filter({ hasText: /snoozed/ });
  await expect(toast).toBeVisible();
  const snoozed = await seamark.call('queue.page', {
    view: 'snoozed',
    kind: null,
    market: null,
    text: '',
    limit: 10,
    cursor: null,
  });
  const until = snoozed.rows[0]?.snoozedUntil ?? 0;
  expect(Math.abs(until - (Date.now() + 4 * 3_600_000))).toBeLessThan(120_000);
  await toast.getByRole('button', { name: en('common.undo') }).click();
  await expect(page.locator(`#${id}`)).toBeVisible();
  await expect(toast).toBeHidden();
});

test('# asks for a reason; it stands in the case afterwards', async ({ page, open }) => {
  await open('/queue');
  await focusList(page, 'queue.list');
  await page.keyboard.press('j');
  const id = ((await activeId(page)) ?? '').replace('row-', '');
  await page.keyboard.press('#');
  const dialog = page.getByRole('dialog', { name: en('dismiss.title', { n: 1 }) });
  await dialog.getByLabel(en('dismiss.reason')).selectOption('duplicate');
  await dialog.getByLabel(en('dismiss.note')).fill('the same as yesterday');
  await dialog.getByRole('button', { name: en('action.dismiss') }).click();
  await expect(page.getByText(en('done.dismissed', { n: 1 }))).toBeVisible();
  await page.goto(page.url().replace(/\/queue.*/, `/queue/${id}`));
  const article = page.getByRole('article');
  await expect(article).toContainText(en('dismiss.duplicate'));
  await expect(article).toContainText('the same as yesterday');
  // Reopening from the detail puts it back to waiting.
  await article.getByRole('button', { name: en('action.reopen') }).click();
  await expect(article).toContainText(en('case.state.open'));
});

test('Escape leaves a dialog without doing anything, and the focus is back in the list', async ({
  page,
  seamark,
  open,
}) => {
  await open('/queue');
  const list = await focusList(page, 'queue.list');
  await page.keyboard.press('j');
  const before = (await seamark.call('queue.counts', {})).views;
  for (const key of ['h', '#']) {
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(list).toBeFocused();
  }
  expect((await seamark.call('queue.counts', {})).views).toEqual(before);
});

test('keys do nothing while somebody types', async ({ page, seamark, open }) => {
  await open('/queue');
  await focusList(page, 'queue.list');
  await page.keyboard.press('j');
  const before = (await seamark.call('queue.counts', {})).views;
  await page.keyboard.press('/');
  const search = page.getByRole('searchbox', { name: en('queue.search') });
  await expect(search).toBeFocused();
  await page.keyboard.type('th#z');
  await expect(search).toHaveValue('th#z');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect((await seamark.call('queue.counts', {})).views).toEqual(before);
});

test('[ and ] go through the views', async ({ page, open }) => {
  await open('/queue');
  await focusList(page, 'queue.list');
  await page.keyboard.press(']');
  await expect(page.getByRole('tab', { selected: true })).toContainText(en('queue.view.mine'));
  await page.keyboard.press('[');
  await page.keyboard.press('[');
  await expect(page.getByRole('tab', { selected: true })).toContainText(en('queue.view.dismissed'));
});
