import type { Page } from '@playwright/test';
import { carrierName } from '#shared/text/carriers.ts';
import { en, expect, test, zh } from './app.ts';

const dialog = (page: Page) => page.getByRole('dialog');
const panel = (page: Page, name: 'days.title' | 'weeks.title' | 'cutOffs.title' | 'holidays.title') =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: en(name) }) });
const save = (page: Page) =>
  dialog(page)
    .getByRole('button', { name: en('common.save') })
    .click();
const undo = (page: Page) =>
  page
    .getByRole('status')
    .filter({ hasText: en('calendar.saved') })
    .last()
    .getByRole('button', { name: en('common.undo') })
    .click();
const SPX = carrierName('spx');

test('settings and the palette lead to it, and back', async ({ page, open }) => {
  await open('/settings');
  await page.getByRole('button', { name: en('calendar.open') }).click();
  await expect(page).toHaveURL(/\/calendars$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(en('calendar.title'));
  await page
    .getByRole('button', { name: en('nav.settings') })
    .first()
    .click();
  await expect(page).toHaveURL(/\/settings$/);
  await page.keyboard.press('Control+k');
  await page.keyboard.type(en('action.go.calendars'));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/calendars$/);
});

test('days off are added by keyboard, changed, removed, and each is taken back alone', async ({
  page,
  seamark,
  open,
}) => {
  await open('/calendars');
  const days = panel(page, 'days.title');
  await expect(days.getByText(en('days.none'))).toBeVisible();
  const add = async (from: string, name: string): Promise<void> => {
    await days.getByRole('button', { name: en('days.add') }).press('Enter');
    await dialog(page).getByLabel(en('days.from')).fill(from);
    await dialog(page).getByLabel(en('days.name')).fill(name);
    await dialog(page).getByLabel(en('days.name')).press('Enter');
    await expect(dialog(page)).toHaveCount(0);
    await expect(days.getByRole('cell', { name, exact: true })).toBeVisible();
  };
  await add('2027-03-01', 'Stocktaking');
  await add('2027-04-01', 'Move');

  await days.getByRole('button', { name: /^Change Move/ }).click();
  await dialog(page).getByLabel(en('days.to')).fill('2027-04-03');
  await dialog(page).getByLabel(en('calendar.where')).selectOption('MY');
  await save(page);
  await expect(days.getByText(en('days.count', { n: 3 }))).toBeVisible();
  await expect(days.getByRole('cell', { name: en('market.MY') })).toBeVisible();

  await days.getByRole('button', { name: /^Remove Stocktaking/ }).click();
  await expect(days.getByRole('cell', { name: 'Stocktaking', exact: true })).toHaveCount(0);
  await days.getByRole('button', { name: /^Remove Move/ }).click();
  await expect(days.getByText(en('days.none'))).toBeVisible();
  // The removal before the last one is taken back; the last one stays done.
  const toasts = page.getByRole('status').filter({ hasText: en('calendar.saved') });
  await toasts
    .nth(-2)
    .getByRole('button', { name: en('common.undo') })
    .click();
  await expect(days.getByRole('cell', { name: 'Stocktaking', exact: true })).toBeVisible();
  await expect(days.getByRole('cell', { name: 'Move', exact: true })).toHaveCount(0);
  expect((await seamark.call('calendar.get', {})).ownDaysOff).toEqual([
    { from: '2027-03-01', to: '2027-03-01', name: 'Stocktaking', place: 'CN' },
  ]);
  await page.reload();
  await expect(days.getByRole('cell', { name: 'Stocktaking', exact: true })).toBeVisible();
});

test('what days off cannot be is said beside the field, and nothing typed is lost', async ({
  page,
  seamark,
  open,
}) => {
  const there = { from: '2027-03-01', to: '2027-03-05', name: 'Move', place: 'CN' } as const;
  await seamark.call('calendar.set', { ownDaysOff: [there], carrierWeeks: [], cutOffs: [] });
  await open('/calendars');
  await page.getByRole('button', { name: en('days.add') }).click();
  const from = dialog(page).getByLabel(en('days.from'));
  const to = dialog(page).getByLabel(en('days.to'));
  await dialog(page).getByLabel(en('days.name')).fill('Closed');
  await save(page);
  await expect(dialog(page).getByRole('alert')).toHaveText(en('days.error.from'));
  await expect(from).toHaveAttribute('aria-invalid', 'true');
  await from.fill('2027-06-10');
  await to.fill('2027-06-09');
  await save(page);
  await expect(dialog(page).getByRole('alert')).toHaveText(en('days.error.order'));
  await from.fill('2028-01-03');
  await to.fill('2028-01-04');
  await save(page);
  await expect(dialog(page).getByRole('alert')).toContainText('2027');
  await from.fill('2027-03-05');
  await to.fill('2027-03-08');
  await save(page);
  await expect(dialog(page).getByRole('alert')).toContainText('Move');
  await dialog(page).getByLabel(en('calendar.where')).selectOption('TH');
  await expect(dialog(page).getByRole('alert')).toHaveCount(0);
  await expect(dialog(page).getByLabel(en('days.name'))).toHaveValue('Closed');
  await save(page);
  await expect(page.getByRole('cell', { name: 'Closed', exact: true })).toBeVisible();
  expect((await seamark.call('calendar.get', {})).ownDaysOff).toHaveLength(2);
});

test.describe('with parcels', () => {
  test.use({ withSample: true });

  test('a week is set, narrowed to a place, and goes back to the default', async ({
    page,
    seamark,
    open,
  }) => {
    await open('/calendars');
    const weeks = panel(page, 'weeks.title');
    const base = weeks.getByRole('row').filter({ hasText: en('calendar.everywhere') });
    await expect(base).toContainText(en('weeks.default'));
    await expect(base).toContainText(en('calendar.default'));
    await base.getByRole('button').click();
    await dialog(page).getByLabel(en('weeks.works')).selectOption('six');
    await save(page);
    await expect(base).toContainText('Mon–Sat');
    await expect(base).not.toContainText(en('calendar.default'));

    await weeks.getByRole('button', { name: en('weeks.add') }).click();
    await dialog(page).getByLabel(en('calendar.where')).selectOption('MY');
    await dialog(page).getByLabel(en('weeks.works')).selectOption('own');
    for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'])
      await dialog(page).getByRole('checkbox', { name: day }).uncheck();
    await save(page);
    await expect(dialog(page).getByRole('alert')).toHaveText(en('weeks.error.none'));
    for (const day of ['Sunday', 'Monday', 'Tuesday'])
      await dialog(page).getByRole('checkbox', { name: day }).check();
    await save(page);
    const there = weeks.getByRole('row').filter({ hasText: en('market.MY') });
    await expect(there).toContainText('Sun–Tue');
    await weeks.getByRole('button', { name: en('weeks.add') }).click();
    await dialog(page).getByLabel(en('calendar.where')).selectOption('MY');
    await save(page);
    await expect(dialog(page).getByRole('alert')).toHaveText(en('weeks.error.place'));
    await page.keyboard.press('Escape');

    await there.getByRole('button').click();
    await dialog(page).getByLabel(en('weeks.works')).selectOption('default');
    await save(page);
    await expect(there).toHaveCount(0);
    await undo(page);
    await expect(there).toContainText('Sun–Tue');
    expect((await seamark.call('calendar.get', {})).carrierWeeks).toEqual([
      { carrier: 'spx', place: null, days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
      { carrier: 'spx', place: 'MY', days: ['mon', 'tue', 'sun'] },
    ]);
  });

  test('a cut-off that is no time is refused in words; one that is becomes the default of every carrier', async ({
    page,
    seamark,
    open,
  }) => {
    await open('/calendars');
    const cutOffs = panel(page, 'cutOffs.title');
    const any = cutOffs.getByRole('row').filter({ hasText: en('cutOffs.any') });
    const own = cutOffs.getByRole('row').filter({ hasText: SPX });
    await expect(any.first()).toContainText(en('cutOffs.none'));
    await cutOffs
      .getByRole('button', { name: en('cutOffs.changeOf', { carrier: en('cutOffs.any') }) })
      .click();
    const time = dialog(page).getByLabel(en('cutOffs.time'));
    for (const wrong of ['', '25:00', 'noon', '12:60']) {
      await time.fill(wrong);
      await save(page);
      await expect(dialog(page).getByRole('alert')).toHaveText(
        wrong === '' ? en('refused.missing') : en('cutOffs.error', { text: wrong }),
      );
    }
    await time.fill('17：00');
    await dialog(page).getByLabel(en('cutOffs.clock')).selectOption('Asia/Bangkok');
    await save(page);
    await expect(own).toContainText(en('cutOffs.asAny', { time: '17:00' }));
    await expect(own).toContainText(en('cutOffs.clockOf', { place: en('market.TH') }));

    await own.getByRole('button').click();
    await time.fill('9:05');
    await save(page);
    await expect(own).toContainText('09:05');
    await own.getByRole('button').click();
    await dialog(page)
      .getByRole('button', { name: en('cutOffs.toDefault') })
      .click();
    await expect(own).toContainText(en('cutOffs.asAny', { time: '17:00' }));
    expect((await seamark.call('calendar.get', {})).cutOffs).toEqual([
      { carrier: null, time: '17:00', zone: 'Asia/Bangkok' },
    ]);
  });
});

test.describe('public holidays', () => {
  const choose = async (page: Page, place: string, year: string): Promise<void> => {
    await page.getByLabel(en('holidays.place')).selectOption(place);
    await page.getByText(year, { exact: true }).click();
  };
  const table = (page: Page) => panel(page, 'holidays.title').getByRole('table');

  test('of China show worked weekends, and a year that is not arranged yet says so', async ({
    page,
    open,
  }) => {
    await open('/calendars');
    await choose(page, 'CN', '2025');
    const row = table(page).getByRole('row').filter({ hasText: 'Sep 28' });
    await expect(row).toContainText(en('holidays.worked'));
    await expect(table(page).getByRole('row').filter({ hasText: 'Wed, Oct 1' })).toContainText('国庆节');
    await choose(page, 'CN', '2027');
    await expect(
      page.getByText(en('holidays.unpublished', { place: en('calendar.place.CN'), year: '2027' })),
    ).toBeVisible();
  });

  test('that follow the moon are marked; a state has its own days and its own weekend', async ({
    page,
    open,
  }) => {
    await open('/calendars');
    await choose(page, 'MY', '2027');
    const rows = table(page).getByRole('row');
    await expect(rows.filter({ hasText: 'Hari Raya Puasa' }).first()).toContainText(en('holidays.tentative'));
    await expect(rows.filter({ hasText: 'Thaipusam' }).first()).toContainText('Selangor');
    const before = await rows.count();
    await panel(page, 'holidays.title').getByLabel(en('holidays.state')).selectOption('03');
    await expect(page.getByText('Sun–Thu')).toBeVisible();
    await expect.poll(() => rows.count()).toBeLessThan(before);
    await expect(rows.filter({ hasText: 'Thaipusam' })).toHaveCount(0);
    await expect(rows.filter({ hasText: 'Sultan Kelantan' }).first()).toBeVisible();
  });

  test('end in 2027, and the year after says so instead of showing none', async ({ page, open }) => {
    await open('/calendars');
    await choose(page, 'BR', '2028');
    await expect(page.getByText(en('holidays.outside', { year: '2028' }))).toBeVisible();
    await expect(table(page)).toHaveCount(0);
  });
});

test('an engine that does not answer is told, and asked again', async ({
  page,
  seamark,
  open,
  complaints,
}) => {
  await open('/today');
  await seamark.stop();
  await page.evaluate(() => history.pushState(null, '', '/calendars'));
  await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')));
  const again = page.getByRole('button', { name: en('common.retry') });
  await expect(again.first()).toBeVisible();
  await seamark.start();
  await expect(async () => {
    await again.first().click({ timeout: 1_000 });
    await expect(page.getByRole('heading', { level: 2, name: en('days.title') })).toBeVisible({
      timeout: 1_000,
    });
  }).toPass();
  complaints.length = 0;
});

test.describe('in Chinese', () => {
  test.use({ settings: { lang: 'zh-CN' } });
  test('names of states and holidays are Chinese, with the country’s own beside', async ({ page, open }) => {
    await open('/calendars');
    await page.getByLabel(zh('holidays.place')).selectOption('MY');
    await page.getByText('2026', { exact: true }).click();
    const row = page.getByRole('row').filter({ hasText: 'Thaipusam' }).first();
    await expect(row).toContainText('大宝森节');
    await expect(row).toContainText('雪兰莪');
    await expect(row.locator('[lang=ms]').first()).toContainText('Thaipusam');
  });
});
