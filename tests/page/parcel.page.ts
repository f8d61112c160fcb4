import { en, expect, focusList, test } from './app.ts';
import { csvOf, failed, numberOf } from './scans.ts';

test.beforeEach(async ({ seamark }) => {
  const scans = failed(1, 5, { text: 'Attempt failed' });
  await seamark.importFile(seamark.file('one.csv', csvOf(scans)));
});

test('the timeline is an ordered list of stages, each an ordered list of scans', async ({ page, open }) => {
  await open('/parcels');
  await focusList(page, 'parcels.list');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/parcels\/\d+$/);
  const timeline = page.getByRole('list', { name: en('parcel.timeline') });
  await expect(timeline).toBeVisible();
  expect(await timeline.evaluate((list) => list.tagName)).toBe('OL');
  const groups = await timeline.evaluate((list) =>
    [...list.children]
      .filter((group) => !group.hasAttribute('data-ahead'))
      .map((group) => ({
        tag: group.tagName,
        title: group.querySelector('h3')?.textContent ?? '',
        scans: [...(group.querySelector('ol')?.children ?? [])].length,
      })),
  );
  expect(groups.map(({ title }) => title)).toEqual([
    en('stage.FIRST_MILE'),
    en('stage.ORIGIN'),
    en('stage.LAST_MILE'),
  ]);
  expect(groups.reduce((sum, { scans }) => sum + scans, 0)).toBe(6);
  expect(groups.every(({ tag, scans }) => tag === 'LI' && scans > 0)).toBe(true);
  // Where it stands is marked for those who cannot see the colour.
  await expect(timeline.locator('[aria-current=step]')).toContainText(en('node.DELIVERY_FAILED'));
  // The carrier's own words and the line of the file stand under each scan.
  await expect(timeline).toContainText('Attempt failed');
  await expect(timeline).toContainText(en('parcel.source', { file: 'one.csv', line: 7 }));
});

test('v shows the raw scans with zone and its reason, and v again the timeline', async ({ page, open }) => {
  await open('/parcels/1');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(numberOf(1));
  await focusList(page, 'parcels.list');
  await page.keyboard.press('v');
  const table = page.getByRole('table', { name: en('parcel.raw') });
  await expect(table.getByRole('row')).toHaveCount(7);
  await expect(table).toContainText(en('zoneReason.offset'));
  await expect(table).toContainText('F650');
  await page.keyboard.press('v');
  await expect(table).toBeHidden();
  await expect(page.getByRole('list', { name: en('parcel.timeline') })).toBeVisible();
});

test('i says what each reading rests on', async ({ page, open }) => {
  await open('/parcels/1');
  await focusList(page, 'parcels.list');
  const timeline = page.getByRole('list', { name: en('parcel.timeline') });
  await expect(timeline).not.toContainText(en('means.code'));
  await page.keyboard.press('i');
  await expect(timeline).toContainText(
    en('parcel.why', { means: en('means.code'), confidence: en('confidence.high') }),
  );
  await expect(page.getByRole('button', { name: en('action.why') })).toHaveAttribute('aria-pressed', 'true');
});

test('times without a zone are told as an assumption', async ({ page, seamark, open }) => {
  const scans = ['2026-11-20 10:00', '2026-11-21 11:00'].map((time, n) => ({
    number: numberOf(2),
    code: n === 0 ? 'F100' : 'F430',
    ago: 0,
    time,
  }));
  await seamark.importFile(seamark.file('bare.csv', csvOf(scans)));
  const { rows } = await seamark.call('parcels.page', {
    text: numberOf(2),
    stage: null,
    market: null,
    state: 'all',
    limit: 1,
    cursor: null,
  });
  await open(`/parcels/${String(rows[0]?.id)}`);
  await expect(page.getByRole('article')).toContainText(en('note.zones-assumed'));
});

test('a case of the parcel leads to the queue, p leads back; c copies the number', async ({
  page,
  context,
  open,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open('/parcels/1');
  const article = page.getByRole('article');
  await article.getByRole('button', { name: en('kind.delivery-failed') }).click();
  await expect(page).toHaveURL(/\/queue\/\d+$/);
  await focusList(page, 'queue.list');
  await page.keyboard.press('p');
  await expect(page).toHaveURL(/\/parcels\/1$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(numberOf(1));
  await focusList(page, 'parcels.list');
  await page.keyboard.press('c');
  await expect(page.getByText(en('parcel.copied'))).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(numberOf(1));
});

test('search, stage and state narrow the list; the count follows', async ({ page, seamark, open }) => {
  await seamark.sample();
  await open('/parcels');
  const list = await focusList(page, 'parcels.list');
  const ended = await seamark.call('parcels.page', {
    text: '',
    stage: null,
    market: null,
    state: 'ended',
    limit: 200,
    cursor: null,
  });
  await page.getByRole('combobox', { name: en('parcels.state') }).selectOption('ended');
  await expect(page.getByText(en('parcels.count', { n: ended.total }))).toBeVisible();
  await page.getByRole('combobox', { name: en('parcels.state') }).selectOption('all');
  await page.keyboard.press('Escape');
  await list.focus();
  await page.keyboard.press('/');
  await page.keyboard.type(numberOf(1).slice(-7));
  await expect(list.getByRole('option')).toHaveCount(1);
  await page.getByRole('searchbox').fill('nothing like it');
  await expect(page.getByText(en('parcels.empty.match.title'))).toBeVisible();
});

test('whose number it is: candidates of the number, settled by one click, and back by undo', async ({
  page,
  seamark,
  open,
}) => {
  const number = 'RA123456785CN';
  await seamark.importFile(
    seamark.file('post.csv', csvOf([{ number, code: 'X1', ago: 5 }]).replaceAll('Shopee Express', 'FedEx')),
  );
  const few = { stage: null, market: null, state: 'all', limit: 5, cursor: null } as const;
  const carrierOf = async () =>
    (await seamark.call('parcels.page', { ...few, text: number })).rows[0]?.carrier;
  expect(await carrierOf()).toBe('fedex');
  await open('/parcels/2');
  const change = page.getByRole('button', { name: en('carrier.change') });
  await change.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: en('carrier.title', { number }) });
  await expect(dialog).toContainText(en('carrier.now', { carrier: 'FedEx' }));
  const candidate = dialog.getByRole('list', { name: en('carrier.candidates') }).getByRole('button');
  await expect(candidate.first()).toHaveText(`China Post${en('carrier.why.s10')}92%`);
  await candidate.first().click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('article')).toContainText('China Post');
  expect(await carrierOf()).toBe('china-post');
  const told = page.getByRole('status').filter({ hasText: 'China Post' });
  await told.getByRole('button', { name: en('common.undo') }).click();
  await expect.poll(carrierOf).toBe('fedex');
  await change.click();
  await dialog.getByLabel(en('carrier.other')).selectOption('DHL');
  await dialog.getByRole('button', { name: en('carrier.use') }).click();
  await expect.poll(carrierOf).toBe('dhl');
});

test('a parcel of which nothing was understood says so once, and tells no time that it has', async ({
  page,
  seamark,
  open,
}) => {
  const scan = { number: 'SPXSG079999999999', code: 'Q1', ago: 26, text: 'gibberish of a carrier' };
  await seamark.importFile(seamark.file('strange.csv', csvOf([scan])));
  await open('/parcels/2');
  const article = page.getByRole('article');
  await expect(article.getByText(en('arrival.none'))).toBeVisible();
  await expect(article.getByText('gibberish of a carrier')).toBeVisible();
  await expect(article).not.toContainText(en('time.none'));
});

test('a list that could not be read says why', async ({ page, seamark, open, complaints }) => {
  await open('/parcels');
  await expect(page.getByRole('listbox', { name: en('parcels.list') }).getByRole('option')).toHaveCount(1);
  await seamark.stop();
  await page.getByRole('combobox', { name: en('parcels.state') }).selectOption('ended');
  await expect(page.getByRole('status').filter({ hasText: en('fault.engine-stopped') })).toBeVisible();
  // The browser reports each refused connection; nothing else may be wrong.
  expect(complaints.filter((text) => !/Failed to load resource|ERR_/.test(text))).toEqual([]);
  complaints.length = 0;
});
