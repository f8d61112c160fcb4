import type { Page } from '@playwright/test';
import { en, expect, focusList, test } from '../app.ts';

const kit = async (page: Page, url: string): Promise<void> => {
  await page.goto(`${url}/kit`);
  await page.getByRole('heading', { level: 1 }).waitFor();
};

test('list: arrows, Home, End, pages, space and Enter', async ({ page, seamark }) => {
  await kit(page, seamark.url);
  const list = page.getByRole('listbox', { name: 'A thousand rows' });
  const active = () => list.getAttribute('aria-activedescendant');
  await list.focus();
  await page.keyboard.press('ArrowDown');
  expect(await active()).toBe('row-3');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  expect(await active()).toBe('row-1');
  await page.keyboard.press('End');
  await expect(page.locator('#row-1000')).toBeInViewport();
  expect(await active()).toBe('row-1000');
  await page.keyboard.press('Home');
  await expect(page.locator('#row-1')).toBeInViewport();
  await page.keyboard.press('PageDown');
  expect(Number(((await active()) ?? '').replace('row-', ''))).toBeGreaterThan(3);
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await expect(page.locator('#row-1')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByText('opened 1, selected 2')).toBeVisible();
  // The element that is said to be active is really there.
  await expect(page.locator(`#${(await active()) ?? ''}`)).toHaveCount(1);
});

test('dialog: takes the focus, keeps it, gives it back', async ({ page, seamark }) => {
  await kit(page, seamark.url);
  const opener = page.getByRole('button', { name: 'Open dialog' });
  await opener.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Snooze this case' });
  await expect(dialog).toBeVisible();
  for (let step = 0; step < 5; step += 1) {
    await page.keyboard.press('Tab');
    await expect.poll(() => dialog.evaluate((box) => box.contains(document.activeElement))).toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
});

test('menu: arrows pass the disabled item’s action by, Escape gives the focus back', async ({
  page,
  seamark,
}) => {
  await kit(page, seamark.url);
  const opener = page.getByRole('button', { name: 'Open menu' });
  await opener.focus();
  await page.keyboard.press('Enter');
  const menu = page.getByRole('menu');
  await expect(menu).toBeVisible();
  await expect(menu.getByRole('menuitem', { name: 'Take' })).toBeFocused();
  await expect(menu.getByRole('menuitem', { name: 'Not now' })).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('End');
  await expect(menu.getByRole('menuitem', { name: 'Dismiss' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(opener).toBeFocused();
});

test('tabs: one stop, arrows move and choose, round the end', async ({ page, seamark }) => {
  await kit(page, seamark.url);
  const tabs = page.getByRole('tablist', { name: 'Views' }).getByRole('tab');
  await tabs.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(tabs.nth(1)).toBeFocused();
  await expect(tabs.nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(tabs.first()).toHaveAttribute('tabindex', '-1');
  await page.keyboard.press('ArrowRight');
  await expect(tabs.first()).toBeFocused();
});

test('toast: Undo by keyboard does it and the toast goes', async ({ page, seamark }) => {
  await kit(page, seamark.url);
  await page.getByRole('button', { name: 'Show toast' }).press('Enter');
  const undo = page.getByRole('button', { name: 'Undo' });
  await undo.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('undone', { exact: true })).toBeVisible();
  await expect(undo).toHaveCount(0);
});

test('toast: waits while the focus is on it', async ({ page, seamark }) => {
  await page.clock.install();
  await kit(page, seamark.url);
  await page.getByRole('button', { name: 'Show toast' }).click();
  const undo = page.getByRole('button', { name: 'Undo' });
  await undo.focus();
  await page.clock.runFor(60_000);
  await expect(undo).toBeVisible();
  await page.getByRole('button', { name: 'Open dialog' }).focus();
  await page.clock.runFor(60_000);
  await expect(undo).toHaveCount(0);
});

test.describe('split pane', () => {
  test.use({ withSample: true });
  test('arrow keys move the divider, and the width is kept', async ({ page, open }) => {
    await open('/queue');
    await focusList(page, 'queue.list');
    const divider = page.getByRole('separator', { name: en('common.divider') });
    const before = Number(await divider.getAttribute('aria-valuenow'));
    await divider.focus();
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
    await expect(divider).toHaveAttribute('aria-valuenow', String(before + 6));
    for (let step = 0; step < 40; step += 1) await page.keyboard.press('ArrowLeft');
    await expect(divider).toHaveAttribute('aria-valuenow', '20');
    await page.reload();
    await expect(divider).toHaveAttribute('aria-valuenow', '20');
  });
});
