import { en, expect, statusLine, test } from './app.ts';
import { csvOf, failed, numberOf } from './scans.ts';

test('a file dropped on the window is looked at', async ({ page, open }) => {
  await open();
  const carried = await page.evaluateHandle(
    (text) => {
      const carrier = new DataTransfer();
      carrier.items.add(new File([text], 'dropped.csv', { type: 'text/csv' }));
      return carrier;
    },
    csvOf(failed(1, 5)),
  );
  const frame = page.locator('main');
  await frame.dispatchEvent('dragenter', { dataTransfer: carried });
  await expect(page.getByText(en('import.release'))).toBeVisible();
  await frame.dispatchEvent('dragover', { dataTransfer: carried });
  await frame.dispatchEvent('drop', { dataTransfer: carried });
  await expect(page.getByText(en('import.release'))).toBeHidden();
  const dialog = page.getByRole('dialog', { name: en('import.title') });
  await expect(dialog).toContainText('dropped.csv');
  await expect(dialog.getByRole('button', { name: en('import.start') })).toBeEnabled();
});

test('two files at once: the first is looked at, and the page says why', async ({ page, open }) => {
  await open();
  const carried = await page.evaluateHandle(
    (text) => {
      const carrier = new DataTransfer();
      carrier.items.add(new File([text], 'one.csv'));
      carrier.items.add(new File([text], 'two.csv'));
      return carrier;
    },
    csvOf(failed(1, 5)),
  );
  await page.locator('main').dispatchEvent('drop', { dataTransfer: carried });
  await expect(page.getByText(en('import.oneFile'))).toBeVisible();
  await expect(page.getByRole('dialog')).toContainText('one.csv');
});

test('cancelling takes every row back', async ({ page, seamark, open }) => {
  const scans = Array.from({ length: 20_000 }, (_, n) => failed(n, 5)).flat();
  const path = seamark.file('large.csv', csvOf(scans));
  await open('/sources');
  await page.getByRole('button', { name: en('action.import') }).click();
  await page.getByTestId('import-file').setInputFiles(path);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: en('import.start') }).click();
  await expect(dialog.getByRole('progressbar')).toBeVisible();
  await expect(statusLine(page)).toContainText('large.csv');
  await dialog.getByRole('button', { name: en('import.stop') }).click();
  await expect(dialog).toContainText(en('import.cancelled'), { timeout: 90_000 });
  expect((await seamark.call('app.status', {})).parcels).toBe(0);
});

test('a running import goes on behind a closed dialog and is found again by the status line', async ({
  page,
  seamark,
  open,
}) => {
  const scans = Array.from({ length: 15_000 }, (_, n) => failed(n, 5)).flat();
  await open('/sources');
  await page.getByRole('button', { name: en('action.import') }).click();
  await page.getByTestId('import-file').setInputFiles(seamark.file('behind.csv', csvOf(scans)));
  await page
    .getByRole('dialog')
    .getByRole('button', { name: en('import.start') })
    .click();
  await expect(page.getByRole('dialog').getByRole('progressbar')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await statusLine(page).getByText('behind.csv').click();
  await expect(page.getByRole('dialog')).toContainText(en('import.done', { file: 'behind.csv' }), {
    timeout: 90_000,
  });
});

test('refused rows are listed with line, value and reason; the good ones are in', async ({
  page,
  seamark,
  open,
}) => {
  const good = failed(1, 5);
  const bad = [
    { number: '', code: 'F100', ago: 5 },
    { number: '1.23E+11', code: 'F100', ago: 5 },
    { number: numberOf(2), code: 'F100', ago: 5, time: '2026-02-31 10:00' },
    { number: numberOf(3), code: 'F100', ago: 5, time: 'yesterday' },
    { number: numberOf(4), code: 'F100', ago: -24 * 40 },
  ];
  const path = seamark.file('mixed.csv', csvOf([...good, ...bad]));
  await open('/sources');
  await page.getByRole('button', { name: en('action.import') }).click();
  await page.getByTestId('import-file').setInputFiles(path);
  const dialog = page.getByRole('dialog');
  // The preview tells already which rows will be refused.
  await expect(dialog.getByRole('region', { name: en('import.preview') })).toContainText(
    en('refusal.impossible-time'),
  );
  await dialog.getByRole('button', { name: en('import.start') }).click();
  const table = dialog.getByRole('region', { name: en('import.refused') });
  const reasons = ['no-number', 'bad-number', 'impossible-time', 'bad-time', 'future-time'] as const;
  await expect(table.getByRole('row')).toHaveCount(reasons.length + 1);
  for (const [index, reason] of reasons.entries()) {
    const row = table.getByRole('row').nth(index + 1);
    await expect(row.getByRole('cell').first()).toHaveText(String(good.length + index + 2));
    await expect(row).toContainText(en(`refusal.${reason}`));
  }
  expect((await seamark.call('app.status', {})).parcels).toBe(1);
});

test('columns that nobody knows must be named before anything starts', async ({ page, seamark, open }) => {
  const rows = Array.from({ length: 3 }, (_, n) => `${numberOf(n)},something,2026-11-20 10:00,F100`);
  const path = seamark.file('strange.csv', ['alpha,beta,gamma,delta', ...rows].join('\n'));
  await open('/sources');
  await page.getByRole('button', { name: en('action.import') }).click();
  await page.getByTestId('import-file').setInputFiles(path);
  const dialog = page.getByRole('dialog');
  const start = dialog.getByRole('button', { name: en('import.start') });
  const holds = (column: string) => dialog.getByLabel(`${en('import.holds')}: ${column}`);
  await holds('alpha').selectOption('none');
  await expect(start).toBeDisabled();
  await expect(dialog.getByRole('status').first()).toContainText(en('field.number'));
  for (const [column, field] of [
    ['alpha', 'number'],
    ['gamma', 'time'],
    ['delta', 'code'],
  ] as const) {
    await holds(column).selectOption(field);
    await expect(holds(column)).toHaveValue(field);
  }
  await expect(start).toBeEnabled();
  await start.click();
  await expect(dialog).toContainText(en('import.done', { file: 'strange.csv' }));
  expect((await seamark.call('app.status', {})).parcels).toBe(3);
});

test('an import that is over before its start was answered is shown as over', async ({
  page,
  seamark,
  open,
}) => {
  await open('/sources');
  await page.getByRole('button', { name: en('action.import') }).click();
  await page.getByTestId('import-file').setInputFiles(seamark.file('small.csv', csvOf(failed(1, 5))));
  // The answer waits until the engine has long pushed the end.
  await page.route('**/bridge/call', async (route) => {
    const { name } = route.request().postDataJSON() as { name: string };
    if (name !== 'imports.start') return route.continue();
    const answer = await route.fetch();
    await expect.poll(async () => (await seamark.call('imports.list', {})).imports[0]?.state).toBe('done');
    await expect(statusLine(page)).toContainText(en('status.parcels', { n: 1 }));
    return route.fulfill({ response: answer });
  });
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: en('import.start') }).click();
  await expect(dialog).toContainText(en('import.done', { file: 'small.csv' }));
});
