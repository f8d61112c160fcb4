import type { Page } from '@playwright/test';
import { en, expect, focusList, rail, test } from './app.ts';
import { csvOf, failed, numberOf } from './scans.ts';

test.beforeEach(async ({ seamark }) => {
  await seamark.importFile(seamark.file('one.csv', csvOf(failed(1, 5))));
});

async function draftOfFirst(page: Page): Promise<void> {
  await focusList(page, 'queue.list');
  await page.keyboard.press('j');
  await page.keyboard.press('r');
  await expect(page).toHaveURL(/\/drafts\/\d+$/);
  await expect(page.getByRole('textbox', { name: en('draft.text') })).toHaveValue(/\S{3}/);
}

test('r drafts; what is typed is saved, and survives a reload', async ({ page, seamark, open }) => {
  await open('/queue');
  await draftOfFirst(page);
  const text = page.getByRole('textbox', { name: en('draft.text') });
  const first = await text.inputValue();
  expect(first).toContain(numberOf(1));
  await text.fill('Dear buyer, it is on its way again.');
  await expect(page.getByText(en('draft.saved'))).toBeVisible();
  const stored = await seamark.call('drafts.page', { state: 'edited', limit: 5, cursor: null });
  expect(stored.rows.map((row) => row.text)).toEqual(['Dear buyer, it is on its way again.']);
  await page.reload();
  await expect(text).toHaveValue('Dear buyer, it is on its way again.');
  await page.getByRole('button', { name: en('draft.restore') }).click();
  await expect(text).toHaveValue(first);
});

test('leaving within the pause after typing loses nothing', async ({ page, seamark, open }) => {
  await open('/queue');
  await draftOfFirst(page);
  await page.getByRole('textbox', { name: en('draft.text') }).fill('Typed and gone at once.');
  await rail(page, 'today').click();
  await expect
    .poll(
      async () => (await seamark.call('drafts.page', { state: null, limit: 5, cursor: null })).rows[0]?.text,
    )
    .toBe('Typed and gone at once.');
});

test('newer messages wait behind a counter while one is open', async ({ page, seamark, open }) => {
  await seamark.importFile(seamark.file('two.csv', csvOf(failed(2, 5))));
  await open('/queue');
  await draftOfFirst(page);
  const list = page.getByRole('listbox', { name: en('drafts.list') });
  await expect(list.getByRole('option')).toHaveCount(1);
  const { rows } = await seamark.call('drafts.page', { state: null, limit: 5, cursor: null });
  const cases = await seamark.call('queue.page', {
    ...{ view: 'waiting', kind: null, market: null, text: '' },
    ...{ limit: 5, cursor: null },
  });
  const other = cases.rows.find(({ id }) => id !== rows[0]?.caseId);
  await seamark.call('drafts.create', { caseId: other?.id ?? 0, lang: 'en' });
  const counter = page.getByRole('button', { name: en('common.newRows', { n: 1 }) });
  await expect(list.getByRole('option')).toHaveCount(1);
  await counter.click();
  await expect(list.getByRole('option')).toHaveCount(2);
});

test('copy puts exactly the text on the clipboard and marks the draft', async ({ page, context, open }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open('/queue');
  await draftOfFirst(page);
  const text = page.getByRole('textbox', { name: en('draft.text') });
  await text.fill('One last word.');
  await page.getByRole('button', { name: en('draft.copy') }).click();
  await expect(page.getByText(en('draft.copied'))).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('One last word.');
  await expect(page.getByRole('article')).toContainText(en('draft.state.copied'));
  await page.getByRole('tab', { name: en('drafts.view.copied') }).click();
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1);
});

test('a refused clipboard is told, not passed over', async ({ page, open }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new Error('refused')) },
    });
  });
  await open('/queue');
  await draftOfFirst(page);
  await page.getByRole('button', { name: en('draft.copy') }).click();
  await expect(page.getByRole('alert').filter({ hasText: en('fault.not-available') })).toBeVisible();
  await expect(page.getByRole('article')).not.toContainText(en('draft.state.copied'));
});

test('discarding can be undone', async ({ page, open }) => {
  await open('/queue');
  await draftOfFirst(page);
  await page.getByRole('button', { name: en('draft.discard') }).click();
  const article = page.getByRole('article');
  await expect(article).toContainText(en('draft.state.discarded'));
  await expect(page.getByRole('textbox', { name: en('draft.text') })).not.toBeEditable();
  const toast = page.getByRole('status').filter({ hasText: en('draft.discarded') });
  await toast.getByRole('button', { name: en('common.undo') }).click();
  await expect(article).toContainText(en('draft.state.proposed'));
  await expect(page.getByRole('textbox', { name: en('draft.text') })).toBeEditable();
});

test('another language is another draft of the same case', async ({ page, seamark, open }) => {
  await open('/queue');
  await draftOfFirst(page);
  const text = page.getByRole('textbox', { name: en('draft.text') });
  const english = await text.inputValue();
  await page.getByText(en('draft.lang.zh-Hant')).click();
  await expect(text).toHaveAttribute('lang', 'zh-Hant');
  await expect(text).not.toHaveValue(english);
  await page
    .getByRole('group', { name: en('draft.lang') })
    .getByText(en('draft.lang.en'))
    .click();
  await expect(text).toHaveValue(english);
  const { rows } = await seamark.call('drafts.page', { state: null, limit: 5, cursor: null });
  expect(rows.map((row) => row.lang).toSorted()).toEqual(['en', 'zh-Hant']);
});

test('no drafts yet: the list says how one comes about', async ({ page, open }) => {
  await open('/drafts');
  await expect(page.getByText(en('drafts.empty.title'))).toBeVisible();
});

test('of messages that could not be read nobody says that there are none', async ({
  page,
  seamark,
  open,
  complaints,
}) => {
  await open('/drafts');
  await expect(page.getByText(en('drafts.empty.title'))).toBeVisible();
  await seamark.stop();
  await page.getByRole('tab', { name: en('drafts.view.edited') }).click();
  await expect(page.getByRole('status').filter({ hasText: en('fault.engine-stopped') })).toBeVisible();
  await expect(page.getByText(en('drafts.empty.title'))).toHaveCount(0);
  // The browser reports each refused connection; nothing else may be wrong.
  expect(complaints.filter((text) => !/Failed to load resource|ERR_/.test(text))).toEqual([]);
  complaints.length = 0;
});
