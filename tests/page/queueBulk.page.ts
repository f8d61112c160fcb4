import { en, expect, focusList, test } from './app.ts';

test.use({ withSample: true });

test('x and shift+j select; the bar says to how many each button does it', async ({
  page,
  seamark,
  open,
}) => {
  await open('/queue');
  const list = await focusList(page, 'queue.list');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  const bar = page.getByRole('toolbar');
  await expect(bar).toContainText(en('queue.selected', { n: 1 }));
  await page.keyboard.press('Shift+J');
  await page.keyboard.press('Shift+J');
  await expect(bar).toContainText(en('queue.selected', { n: 3 }));
  await expect(list.getByRole('option', { selected: true })).toHaveCount(3);
  for (const verb of ['take', 'snooze', 'dismiss'] as const) {
    await expect(bar.getByRole('button', { name: en(`queue.bulk.${verb}`, { n: 3 }) })).toBeVisible();
  }
  const before = (await seamark.call('queue.counts', {})).views;
  await page.keyboard.press('t');
  await expect(page.getByText(en('done.accepted', { n: 3 }))).toBeVisible();
  await expect(bar).toBeHidden();
  expect((await seamark.call('queue.counts', {})).views.mine).toBe(before.mine + 3);
  await page.keyboard.press('z');
  await expect.poll(async () => (await seamark.call('queue.counts', {})).views).toEqual(before);
  await expect(list.getByRole('option').first()).toHaveAttribute('aria-setsize', String(before.waiting));
});

test('select all, then none; the space bar and a click with Ctrl select one', async ({
  page,
  seamark,
  open,
}) => {
  await open('/queue');
  const list = await focusList(page, 'queue.list');
  const { waiting } = (await seamark.call('queue.counts', {})).views;
  await page.keyboard.press('j');
  await page.keyboard.press('Space');
  const bar = page.getByRole('toolbar');
  await bar.getByRole('button', { name: en('queue.bulk.all', { n: waiting }) }).click();
  await expect(bar).toContainText(en('queue.selected', { n: waiting }));
  await bar.getByRole('button', { name: en('queue.bulk.none') }).click();
  await expect(bar).toBeHidden();
  await list
    .getByRole('option')
    .nth(2)
    .click({ modifiers: ['Control'] });
  await expect(bar).toContainText(en('queue.selected', { n: 1 }));
});

test('a bulk snooze and a bulk dismissal say the number in their question', async ({ page, open }) => {
  await open('/queue');
  await focusList(page, 'queue.list');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+J');
  await page.keyboard.press('h');
  await expect(page.getByRole('dialog', { name: en('snooze.title', { n: 2 }) })).toBeVisible();
  await page.keyboard.press('Escape');
  await page
    .getByRole('toolbar')
    .getByRole('button', { name: en('queue.bulk.dismiss', { n: 2 }) })
    .click();
  const dialog = page.getByRole('dialog', { name: en('dismiss.title', { n: 2 }) });
  await dialog.getByRole('button', { name: en('action.dismiss') }).click();
  await expect(page.getByText(en('done.dismissed', { n: 2 }))).toBeVisible();
});

test('cases that moved on meanwhile stay, and the toast says how many', async ({ page, seamark, open }) => {
  await open('/queue');
  const list = await focusList(page, 'queue.list');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+J');
  await expect(page.getByText(en('queue.selected', { n: 2 }))).toBeVisible();
  // Somebody else takes the first one; this page is not told before it asks.
  const first = Number(
    ((await list.getByRole('option').first().getAttribute('id')) ?? '').replace('row-', ''),
  );
  await page.route('**/bridge/call', async (route) => {
    const body = route.request().postDataJSON() as { name: string };
    if (body.name === 'cases.accept') await seamark.call('cases.accept', { caseIds: [first as never] });
    await route.continue();
  });
  await page.keyboard.press('t');
  await expect(page.getByText(en('done.unchanged', { n: 1 }))).toBeVisible();
});
