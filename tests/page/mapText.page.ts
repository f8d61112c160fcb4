import { en, expect, test } from './app.ts';
import { faultsOf } from './axe.ts';
import { numberOf } from './scans.ts';

const row = (n: number): string =>
  `acme,${numberOf(n)},2026-11-2${String(n)} 08:00,Qwrtz blorf in the frobnicator`;
const FILE = ['carrier,tracking number,time,description', row(0), row(1)].join('\n');

test('an unknown text is given a meaning once, for all that say the same, and it can be taken back', async ({
  page,
  seamark,
  open,
}) => {
  await seamark.importFile(seamark.file('odd.csv', FILE));
  await open('/sources');
  const list = page.getByRole('table', { name: en('sources.unknownTitle') });
  await expect(list).toContainText('Qwrtz blorf');
  await list.getByRole('button', { name: new RegExp(`^${en('sources.map')}`) }).click();
  const dialog = page.getByRole('dialog', { name: en('sources.mapTitle') });
  await expect(dialog).toContainText('Qwrtz blorf');
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByLabel(en('sources.mapNode')).selectOption('DELIVERED');
  await dialog.getByRole('button', { name: en('common.save') }).click();
  await expect(page.getByText(en('sources.mapped', { n: 2 }))).toBeVisible();
  await expect(list).toHaveCount(0);
  await page.getByRole('button', { name: en('common.undo') }).click();
  await expect(list).toContainText('Qwrtz blorf');
});
