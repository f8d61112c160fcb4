import { en, expect, focusList, test } from './app.ts';
import { csvOf, delivered, failed, numberOf } from './scans.ts';

test('no data: the way to some', async ({ page, open }) => {
  await open('/queue');
  await expect(page.getByText(en('queue.empty.data.title'))).toBeVisible();
  await page
    .getByRole('main')
    .getByRole('button', { name: en('action.import') })
    .click();
  await expect(page.getByRole('dialog', { name: en('import.title') })).toBeVisible();
});

test('nothing matches: filters are cleared by one button', async ({ page, seamark, open }) => {
  await seamark.sample();
  await open('/queue');
  const list = await focusList(page, 'queue.list');
  await page.getByRole('searchbox', { name: en('queue.search') }).fill('no such number');
  await expect(page.getByText(en('queue.empty.match.title'))).toBeVisible();
  await expect(page.getByText(en('parcels.empty.match.text'))).toBeVisible();
  await page.getByRole('button', { name: en('common.clearFilters') }).click();
  await expect(list.getByRole('option').first()).toBeVisible();
  await expect(page.getByRole('searchbox', { name: en('queue.search') })).toHaveValue('');
});

test('nothing to do: all is decided', async ({ page, seamark, open }) => {
  await seamark.importFile(seamark.file('one.csv', csvOf(failed(1, 5))));
  await open('/queue');
  await focusList(page, 'queue.list');
  await page.keyboard.press('j');
  await page.keyboard.press('t');
  await expect(page.getByText(en('queue.empty.waiting.title'))).toBeVisible();
  await page.getByRole('tab', { name: en('queue.view.dismissed') }).click();
  await expect(page.getByText(en('queue.empty.other.title'))).toBeVisible();
});

test('tabs carry the engine’s counts; filters narrow to what they say', async ({ page, seamark, open }) => {
  await seamark.sample();
  await open('/queue');
  const list = await focusList(page, 'queue.list');
  const counts = await seamark.call('queue.counts', {});
  for (const view of ['waiting', 'mine', 'snoozed', 'dismissed'] as const) {
    await expect(page.getByRole('tab', { name: en(`queue.view.${view}`) })).toContainText(
      String(counts.views[view]),
    );
  }
  await page.getByLabel(en('queue.kind')).selectOption('customs-hold');
  await expect(list.getByRole('option')).toHaveCount(counts.kinds['customs-hold'] ?? 0);
  await expect(list.getByRole('option').first()).toContainText(en('kind.customs-hold'));
  await page.getByLabel(en('queue.kind')).selectOption('all');
  await page.getByLabel(en('queue.market')).selectOption('TH');
  await expect(list.getByRole('option')).toHaveCount(counts.markets.TH ?? 0);
  const number = await list.getByRole('option').first().locator('.num').last().textContent();
  await page.getByLabel(en('queue.market')).selectOption('all');
  await page.getByRole('searchbox', { name: en('queue.search') }).fill((number ?? '').slice(-6));
  await expect(list.getByRole('option').first()).toContainText(number ?? '');
});

test('rows come worst first', async ({ page, seamark, open }) => {
  await seamark.sample();
  await open('/queue');
  const list = await focusList(page, 'queue.list');
  const names = await list
    .getByRole('option')
    .evaluateAll((rows) => rows.map((row) => row.querySelector('svg')?.getAttribute('aria-label') ?? ''));
  const rank = names.map((name) => ['low', 'medium', 'high', 'critical'].indexOf(name));
  expect(rank).not.toContain(-1);
  expect(rank).toEqual(rank.toSorted((a, b) => b - a));
});

test('new rows wait behind a counter while somebody reads', async ({ page, seamark, open }) => {
  await seamark.importFile(seamark.file('first.csv', csvOf([1, 2, 3].flatMap((n) => failed(n, 5)))));
  await open('/queue');
  const list = await focusList(page, 'queue.list');
  await page.keyboard.press('j');
  await expect(list.getByRole('option')).toHaveCount(3);
  await seamark.importFile(seamark.file('second.csv', csvOf([4, 5].flatMap((n) => failed(n, 50)))));
  const counter = page.getByRole('button', { name: en('common.newRows', { n: 2 }) });
  await expect(counter).toBeVisible();
  await expect(list.getByRole('option')).toHaveCount(3);
  await counter.click();
  await expect(list.getByRole('option')).toHaveCount(5);
  await expect(counter).toBeHidden();
});

test('a case whose parcel moves on clears by itself and keeps its evidence', async ({
  page,
  seamark,
  open,
}) => {
  await seamark.importFile(seamark.file('first.csv', csvOf([...failed(1, 30), ...failed(2, 30)])));
  await open('/queue');
  const list = page.getByRole('listbox', { name: en('queue.list') });
  await expect(list.getByRole('option')).toHaveCount(2);
  await seamark.importFile(seamark.file('later.csv', csvOf([delivered(1, 2)])));
  await expect(list.getByRole('option')).toHaveCount(1);
  await page.getByRole('tab', { name: en('queue.view.cleared') }).click();
  await expect(list.getByRole('option')).toContainText(numberOf(1));
  await list.getByRole('option').click();
  await expect(page.getByRole('article').getByRole('heading', { name: en('case.clearedBy') })).toBeVisible();
});

test('a long list draws only what is in sight and loads on', async ({ page, seamark, open }) => {
  const scans = Array.from({ length: 320 }, (_, n) => failed(n, 5 + n / 100)).flat();
  await seamark.importFile(seamark.file('many.csv', csvOf(scans)));
  await open('/queue');
  const list = await focusList(page, 'queue.list');
  expect(await list.getByRole('option').count()).toBeLessThan(80);
  // Deciding one of many is no news, although the first page now ends with a row that was not loaded before.
  await page.keyboard.press('j');
  await page.keyboard.press('t');
  await expect(page.getByRole('tab', { name: en('queue.view.waiting') })).toContainText('319');
  await expect(page.getByRole('button', { name: /new ↑/ })).toHaveCount(0);
  await page.keyboard.press('z');
  await expect(list.getByRole('option').first()).toHaveAttribute('aria-setsize', '320');
  await expect(async () => {
    await page.keyboard.press('End');
    await expect(page.locator('[aria-posinset="320"]')).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('t');
  await expect(page.getByText(en('done.accepted', { n: 1 }))).toBeVisible();
  await expect(page.getByRole('tab', { name: en('queue.view.waiting') })).toContainText('319');
  await expect(page.getByRole('button', { name: /new ↑/ })).toHaveCount(0);
});

test('a silence that is over says where it was, not where the parcel has come to', async ({
  page,
  seamark,
  open,
}) => {
  const silent = { number: numberOf(1), code: 'F100', ago: 24 * 20 };
  await seamark.importFile(seamark.file('silent.csv', csvOf([silent])));
  await seamark.importFile(seamark.file('came.csv', csvOf([silent, delivered(1, 2)])));
  await open('/queue');
  await page.getByRole('tab', { name: en('queue.view.cleared') }).click();
  const row = (await focusList(page, 'queue.list')).getByRole('option');
  await expect(row).toContainText(en('stage.FIRST_MILE'));
  await expect(row).not.toContainText(en('stage.CLOSE'));
});
