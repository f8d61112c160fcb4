import { randomBytes } from 'node:crypto';
import { en, expect, test } from './app.ts';
import { csvOf, failed } from './scans.ts';

const files = [
  { name: 'empty.csv', content: '', code: 'file-empty' },
  {
    name: 'picture.csv',
    content: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
    code: 'file-binary',
  },
  { name: 'noise.xlsx', content: new Uint8Array(randomBytes(4000).fill(0, 0, 16)), code: 'file-binary' },
  {
    name: 'cut.xlsx',
    content: new Uint8Array([0x50, 0x4b, 3, 4, ...randomBytes(400)]),
    code: 'file-truncated',
  },
] as const;

for (const { name, content, code } of files) {
  test(`${name}: a plain sentence, and the choice again`, async ({ page, seamark, open }) => {
    await open('/sources');
    await page.getByRole('button', { name: en('action.import') }).click();
    await page.getByTestId('import-file').setInputFiles(seamark.file(name, content));
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('alert')).toContainText(en(`fault.${code}`, { file: name, line: null }));
    await expect(dialog.getByRole('button', { name: en('import.choose') })).toBeVisible();
    expect((await seamark.call('imports.list', {})).imports).toHaveLength(0);

    // Nothing sticks: a good file after it goes its way.
    await page.getByTestId('import-file').setInputFiles(seamark.file('good.csv', csvOf(failed(1, 5))));
    await expect(dialog.getByRole('alert')).toHaveCount(0);
    await expect(dialog.getByRole('button', { name: en('import.start') })).toBeEnabled();
  });
}

test('a table without any tracking column says so and stays closed', async ({ page, seamark, open }) => {
  await open('/sources');
  await page.getByRole('button', { name: en('action.import') }).click();
  await page
    .getByTestId('import-file')
    .setInputFiles(seamark.file('shopping.csv', 'fruit,colour\napple,red\npear,green\n'));
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('alert')).toContainText(
    en('fault.file-no-columns', { file: 'shopping.csv' }),
  );
  await expect(dialog.getByRole('button', { name: en('import.start'), exact: true })).toHaveCount(0);
});

test('a file that changed after the preview is refused by name', async ({ page, seamark, open }) => {
  await open('/sources');
  await page.getByRole('button', { name: en('action.import') }).click();
  await page.getByTestId('import-file').setInputFiles(seamark.file('moving.csv', csvOf(failed(1, 5))));
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: en('import.start') })).toBeEnabled();
  // The page holds the digest of the preview; what lies in the upload changes under it.
  await page.route('**/bridge/call', async (route) => {
    const body = route.request().postDataJSON() as { name: string; input: { digest?: string } };
    if (body.name === 'imports.start') body.input.digest = 'of another file';
    await route.continue({ postData: JSON.stringify(body) });
  });
  await dialog.getByRole('button', { name: en('import.start') }).click();
  await expect(dialog.getByRole('alert')).toContainText(en('fault.file-changed', { file: 'moving.csv' }));
});

test('a file that ends in an endless row gives nothing, says in which line, and the next one goes its way', async ({
  page,
  seamark,
  open,
}) => {
  await open('/sources');
  await page.getByRole('button', { name: en('action.import') }).click();
  // More than are looked at before the import begins.
  const rows = Array.from({ length: 1_000 }, (_, n) => failed(n, 5)).flat();
  const endless = `${csvOf(rows)}SPXSG0799,${'x'.repeat(400_000)}`;
  await page.getByTestId('import-file').setInputFiles(seamark.file('endless.csv', endless));
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: en('import.start'), exact: true }).click();
  const said = en('fault.file-row-open', { file: 'endless.csv', line: rows.length + 2 });
  await expect(dialog.getByRole('alert')).toContainText(said);
  expect((await seamark.call('app.status', {})).parcels).toBe(0);
  await dialog.getByRole('button', { name: en('import.other') }).click();
  await page.getByTestId('import-file').setInputFiles(seamark.file('good.csv', csvOf(failed(1, 5))));
  await expect(dialog.getByRole('button', { name: en('import.start') })).toBeEnabled();
});
