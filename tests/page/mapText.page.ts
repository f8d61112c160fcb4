import { en, expect, test } from './app.ts';
import { faultsOf } from './axe.ts';

const FILE = [
  'carrier,number,time,description',
  'acme,ZX1,2026-11-20 08:00,Qwrtz blorf in the frobnicator',
  'acme,ZX2,2026-11-21 08:00,Qwrtz blorf in the frobnicator',
].join('\n');

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
