import { en, expect, focusList, statusLine, test, zh } from './app.ts';
import { csvOf, failed, numberOf } from './scans.ts';

test('Ctrl+K finds an action by its words and does it', async ({ page, open }) => {
  await open('/today');
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: en('palette.title') });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('go to par');
  await expect(palette.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
  await expect(page).toHaveURL(/\/parcels$/);
});

test('Ctrl+K finds a parcel by a part of its number, and arrows choose', async ({ page, seamark, open }) => {
  await seamark.importFile(seamark.file('two.csv', csvOf([...failed(1, 5), ...failed(2, 5)])));
  await open('/today');
  await page.keyboard.press('Control+k');
  await page.keyboard.type(numberOf(0).slice(0, 14));
  const options = page.getByRole('dialog').getByRole('option');
  await expect(options).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  const wanted = (await options.nth(1).textContent()) ?? '';
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/parcels\/\d+$/);
  const heading = await page.getByRole('heading', { level: 1 }).textContent();
  expect(wanted).toContain(heading ?? '-');
});

test('Ctrl+K says when nothing matches', async ({ page, open }) => {
  await open('/today');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('qqqq');
  await expect(page.getByRole('dialog')).toContainText(en('palette.nothing', { text: 'qqqq' }));
});

test('? shows every shortcut', async ({ page, open }) => {
  await open('/today');
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: en('keys.title') });
  for (const action of ['take', 'snooze', 'dismiss', 'undo', 'raw', 'why'] as const) {
    await expect(sheet).toContainText(en(`action.${action}`));
  }
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
});

test('the rail leads everywhere, marks where one is, and counts what needs a decision', async ({
  page,
  seamark,
  open,
}) => {
  await seamark.sample();
  await open('/today');
  const rail = page.getByRole('navigation', { name: en('nav.label') });
  const { decisions } = await seamark.call('app.status', {});
  for (const view of ['queue', 'parcels', 'drafts', 'sources', 'settings', 'today'] as const) {
    await rail.getByRole('button', { name: en(`nav.${view}`) }).click();
    await expect(page).toHaveURL(new RegExp(`/${view}$`));
    await expect(rail.locator('[aria-current=page]')).toContainText(en(`nav.${view}`));
  }
  await expect(rail.getByRole('button', { name: en('nav.queue') })).toContainText(String(decisions));
});

test('addresses lead to their screens, back and forward work', async ({ page, seamark, open }) => {
  await seamark.sample();
  await open('/queue');
  await focusList(page, 'queue.list');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/queue\/\d+$/);
  const deep = page.url();
  const heading = page.getByRole('article').getByRole('heading', { level: 1 });
  const title = (await heading.textContent()) ?? '';
  await page.keyboard.press('p');
  await expect(page).toHaveURL(/\/parcels\/\d+$/);
  await page.goBack();
  await expect(page).toHaveURL(deep);
  await expect(heading).toHaveText(title);
  await page.goBack();
  await expect(page).toHaveURL(/\/queue$/);
  await expect(page.getByText(en('queue.pick.title'))).toBeVisible();
  await page.goForward();
  await expect(heading).toHaveText(title);
  // The same address in a fresh page opens the case, with its row marked.
  await page.goto(deep);
  await expect(heading).toHaveText(title);
  await expect(page.getByRole('listbox')).toHaveAttribute(
    'aria-activedescendant',
    `row-${deep.split('/').at(-1) ?? ''}`,
  );
});

test('an address of something that is gone says so', async ({ page, seamark, open }) => {
  await seamark.sample();
  for (const path of ['/queue/99999', '/parcels/99999', '/drafts/99999']) {
    await open(path);
    await expect(page.getByText(en('fault.not-found'))).toBeVisible();
  }
  await open('/no/such/screen');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(en('nav.today'));
});

test('the status line says what there is and how old', async ({ page, seamark, open }) => {
  await open('/today');
  await expect(statusLine(page)).toContainText(en('status.live'));
  await expect(statusLine(page)).toContainText(en('status.noImport'));
  await seamark.sample();
  const { parcels, unknownScans } = await seamark.call('app.status', {});
  await expect(statusLine(page)).toContainText(en('status.parcels', { n: parcels }));
  expect(unknownScans).toBeGreaterThan(0);
  await statusLine(page)
    .getByRole('button', { name: en('status.unknown', { n: unknownScans }) })
    .click();
  await expect(page).toHaveURL(/\/sources$/);
  await expect(page.getByRole('table', { name: en('sources.unknownTitle') })).toBeVisible();
});

test('Today counts by kind and leads to those cases', async ({ page, seamark, open }) => {
  await seamark.sample();
  await open('/today');
  const { decisionsByKind, decisions } = await seamark.call('app.status', {});
  await expect(page.getByRole('main')).toContainText(String(decisions));
  await page
    .getByRole('button', {
      name: new RegExp(`^${en('kind.customs-hold')}\\s*${String(decisionsByKind['customs-hold'])}$`),
    })
    .click();
  await expect(page).toHaveURL(/\/queue$/);
  await expect(page.getByLabel(en('queue.kind'))).toHaveValue('customs-hold');
});

test('a lost engine is told, what was read stays, and a reload finds the engine again', async ({
  page,
  seamark,
  open,
  complaints,
}) => {
  await seamark.sample();
  await open('/queue');
  const list = await focusList(page, 'queue.list');
  const rows = await list.getByRole('option').count();
  await seamark.stop();
  await expect(statusLine(page)).toContainText(en('status.lost'));
  await expect(list.getByRole('option')).toHaveCount(rows);
  await page.keyboard.press('j');
  await page.keyboard.press('t');
  await expect(page.getByRole('alert')).toContainText(en('fault.engine-stopped'));
  // What could not be done came back.
  await expect(list.getByRole('option')).toHaveCount(rows);
  await seamark.start();
  await expect(statusLine(page)).toContainText(en('status.live'), { timeout: 30_000 });
  await page.reload();
  await expect(list.getByRole('option')).toHaveCount(rows);
  // The browser reports each refused connection; nothing else may be wrong.
  expect(complaints.filter((text) => !/Failed to load resource|ERR_/.test(text))).toEqual([]);
  complaints.length = 0;
});

test('what happens while the stream is lost is there when it comes back', async ({
  page,
  seamark,
  open,
  complaints,
}) => {
  await open('/queue');
  await expect(page.getByRole('listbox', { name: en('queue.list') })).toBeHidden();
  await page.route('**/bridge/topics', (route) => route.abort());
  await seamark.stop();
  await expect(statusLine(page)).toContainText(en('status.lost'));
  await seamark.start();
  await seamark.sample();
  await expect(statusLine(page)).toContainText(en('status.lost'));
  await page.unroute('**/bridge/topics');
  await expect(
    page
      .getByRole('listbox', { name: en('queue.list') })
      .getByRole('option')
      .first(),
  ).toBeVisible();
  complaints.length = 0;
});

test.describe('whose first question fails', () => {
  test.use({ settings: { theme: 'dark', lang: 'zh-CN' } });
  test('a page gets its theme and its language when the engine is there', async ({
    page,
    open,
    complaints,
  }) => {
    let failed = false;
    await page.route('**/bridge/call', async (route) => {
      if (failed || !route.request().postData()?.includes('shell.settings')) return route.continue();
      failed = true;
      return route.abort();
    });
    let lost = false;
    await page.route('**/bridge/topics', async (route) => {
      if (lost) return route.continue();
      lost = true;
      return route.abort();
    });
    await open('/settings');
    await expect(page.locator('html[data-theme=dark]')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(zh('nav.settings'));
    expect(failed && lost).toBe(true);
    complaints.length = 0;
  });
});

test.describe('in Chinese', () => {
  test.use({ settings: { lang: 'zh-CN' } });
  test('every screen speaks Chinese from the first paint', async ({ page, seamark, open }) => {
    await seamark.sample();
    for (const view of ['today', 'sources', 'settings'] as const) {
      await open(`/${view}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(zh(`nav.${view}`));
    }
    await open('/queue');
    await expect(page.getByRole('tab').first()).toContainText(zh('queue.view.waiting'));
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  });
});
