import { makeSample } from '../../main/sandbox/sample.ts';
import { en, expect, test, zh } from './app.ts';

test('first run: language, import through the chooser, mapping, figures, queue', async ({
  page,
  seamark,
  open,
}) => {
  await open();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(en('first.title'));

  await page.getByText('简体中文').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(zh('first.title'));
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.getByText('English').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(en('first.title'));

  const sample = makeSample(Date.now());
  await page.getByRole('button', { name: en('action.import') }).click();
  const dialog = page.getByRole('dialog', { name: en('import.title') });
  await page.getByTestId('import-file').setInputFiles(seamark.file('scans.csv', sample));

  // Each column of the sample is recognised by its Chinese heading.
  const recognised = {
    运单号: 'number',
    承运商: 'carrier',
    时间: 'time',
    时区: 'zone',
    状态码: 'code',
    轨迹: 'text',
    地点: 'place',
    订单号: 'orderNo',
    市场: 'market',
  };
  for (const [column, field] of Object.entries(recognised)) {
    await expect(dialog.getByLabel(`${en('import.holds')}: ${column}`)).toHaveValue(field);
  }
  await expect(dialog).toContainText('scans.csv');
  await dialog.getByRole('button', { name: en('import.start') }).click();

  await expect(dialog).toContainText(en('import.done', { file: 'scans.csv' }));
  const rows = sample.trim().split('\r\n').slice(1);
  const parcels = new Set(rows.map((row) => row.split(',')[0])).size;
  const figure = (name: 'parcels' | 'accepted' | 'known' | 'refused') =>
    dialog.locator('dl > div', { hasText: en(`import.result.${name}`) }).locator('dd');
  await expect(figure('accepted')).toHaveText(String(rows.length));
  await expect(figure('parcels')).toHaveText(String(parcels));
  await expect(figure('known')).toHaveText('0');
  await expect(figure('refused')).toHaveText('0');

  await dialog.getByRole('button', { name: en('import.toQueue') }).click();
  await expect(page).toHaveURL(/\/queue$/);
  const { decisions } = await seamark.call('app.status', {});
  expect(decisions).toBeGreaterThan(5);
  await expect(page.getByRole('tab', { name: en('queue.view.waiting') })).toContainText(String(decisions));
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
});

test('the same file again changes nothing and says so', async ({ page, seamark, open }) => {
  const first = await seamark.sample();
  await open('/sources');
  await page.getByRole('button', { name: en('action.import') }).click();
  await page.getByTestId('import-file').setInputFiles(`${seamark.home}/sample.csv`);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: en('import.start') }).click();
  await expect(dialog).toContainText(en('import.done', { file: 'sample.csv' }));
  const figure = (name: 'accepted' | 'known') =>
    dialog.locator('dl > div', { hasText: en(`import.result.${name}`) }).locator('dd');
  await expect(figure('accepted')).toHaveText('0');
  await expect(figure('known')).toHaveText(String(first.accepted));
});
