import { en, expect, test } from './app.ts';
import { faultsOf } from './axe.ts';
import { numberOf } from './scans.ts';

const row = (n: number): string =>
  `acme,${numberOf(n)},2026-11-2${String(n)} 08:00,Qwrtz blorf in the frobnicator`;
const LONG = 'x'.repeat(400);
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
  const save = dialog.getByRole('button', { name: en('common.save') });
  await expect(save).toBeDisabled();
  await dialog.getByLabel(en('sources.mapNode')).selectOption('DELIVERED');
  await dialog.getByRole('button', { name: en('common.save') }).click();
  await expect(page.getByText(en('sources.mapped', { n: 2 }))).toBeVisible();
  await expect(list).toHaveCount(0);
  await page.getByRole('button', { name: en('common.undo') }).click();
  await expect(list).toContainText('Qwrtz blorf');
});

test('who says what a text means sees where it stands, and may take the meaning of one that is like it', async ({
  page,
  seamark,
  open,
}) => {
  const at = (n: number, hour: string, text: string): string =>
    `acme,${numberOf(n)},2026-11-22 ${hour}:00,${text}`;
  const lines = [
    at(0, '08', 'Parcel picked up'),
    at(0, '10', 'Rcipient absnt card lft'),
    at(0, '12', 'Parcel returned to sender'),
    at(1, '08', 'Recipient absent card left'),
  ];
  await seamark.importFile(
    seamark.file('odd.csv', ['carrier,tracking number,time,description', ...lines].join('\n')),
  );
  const { rows } = await seamark.call('sources.unknown', { carrier: null, limit: 50, cursor: null });
  expect(rows.map(({ text }) => text)).toEqual(['Rcipient absnt card lft']);
  await open('/sources');
  await page.getByRole('button', { name: new RegExp(`^${en('sources.map')}`) }).click();
  const dialog = page.getByRole('dialog', { name: en('sources.mapTitle') });
  await expect(dialog).toContainText(en('sources.nodeTimes', { node: en('node.PICKED_UP'), n: 1 }));
  await expect(dialog).toContainText(en('sources.nodeTimes', { node: en('node.RETURNED'), n: 1 }));
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole('button', { name: new RegExp(en('node.DELIVERY_FAILED')) }).click();
  await expect(dialog.getByLabel(en('sources.mapNode'))).toHaveValue('DELIVERY_FAILED');
  await dialog.getByRole('button', { name: numberOf(0) }).click();
  await expect(page).toHaveURL(/parcels/);
  await expect(dialog).toHaveCount(0);
});

test('a scan that was read wrongly is corrected where it stands; what was said is listed and taken back', async ({
  page,
  seamark,
  open,
}) => {
  const line = `acme,${numberOf(2)},2026-11-22 08:00,Delivered`;
  await seamark.importFile(
    seamark.file('wrong.csv', ['carrier,tracking number,time,description', line].join('\n')),
  );
  await open('/parcels/1');
  await page.getByRole('button', { name: en('parcel.raw') }).click();
  const raw = page.getByRole('table', { name: en('parcel.raw') });
  await raw.getByRole('button', { name: `${en('parcel.readOtherwise')}: Delivered` }).click();
  const dialog = page.getByRole('dialog', { name: en('sources.mapTitle') });
  await dialog.getByLabel(en('sources.mapNode')).selectOption('READY_FOR_PICKUP');
  await dialog.getByRole('button', { name: en('common.save') }).click();
  await expect(raw).toContainText(en('node.READY_FOR_PICKUP'));
  await expect(raw).toContainText(en('parcel.ownRule'));
  expect(await faultsOf(page)).toEqual([]);

  await open('/sources');
  const rules = page.getByRole('table', { name: en('sources.rules') });
  await expect(rules).toContainText(en('node.READY_FOR_PICKUP'));
  expect(await faultsOf(page)).toEqual([]);
  await rules.getByRole('button', { name: `${en('sources.removeRule')}: Delivered` }).click();
  await expect(page.getByText(en('sources.ruleRemoved', { n: 1 }))).toBeVisible();
  await expect(rules).toHaveCount(0);
  await page.getByRole('button', { name: en('common.undo') }).click();
  await expect(rules).toContainText('Delivered');
});

test('a word without an end keeps to its column: what can be done with it stays in sight', async ({
  page,
  seamark,
  open,
}) => {
  const long = `acme,${numberOf(2)},2026-11-22 08:00,${LONG}`;
  await seamark.importFile(
    seamark.file('long.csv', ['carrier,tracking number,time,description', long].join('\n')),
  );
  await page.setViewportSize({ width: 700, height: 900 });
  await open('/sources');
  const list = page.getByRole('table', { name: en('sources.unknownTitle') });
  await expect(list).toContainText(LONG);
  const button = list.getByRole('button', { name: new RegExp(`^${en('sources.map')}`) });
  const box = await button.boundingBox();
  expect((box?.x ?? 9_999) + (box?.width ?? 0)).toBeLessThan(700);
  await button.click();
  const said = page.getByRole('dialog').getByText(LONG);
  expect(await said.evaluate((text) => text.scrollWidth <= text.clientWidth)).toBe(true);
});

test('a place without an end does not push what a scan was read as out of sight', async ({
  page,
  seamark,
  open,
}) => {
  const [head, at] = ['carrier,tracking number,time,description,location', `Wherever ${'y'.repeat(120)}`];
  await seamark.importFile(
    seamark.file('far.csv', [head, `acme,${numberOf(3)},2026-11-22 08:00,Parcel picked up,${at}`].join('\n')),
  );
  await open('/parcels/1');
  await page.getByRole('button', { name: en('parcel.raw') }).click();
  const table = page.getByRole('table', { name: en('parcel.raw') });
  await expect(table).toContainText(at);
  for (const width of [1_440, 700]) {
    await page.setViewportSize({ width, height: 900 });
    await table.scrollIntoViewIfNeeded();
    expect(
      await table.evaluate(({ parentElement: box }) => (box?.scrollWidth ?? 9_999) - (box?.clientWidth ?? 0)),
    ).toBe(0);
  }
});

test('a word to press in a table can be pressed as easily as a button', async ({ page, seamark, open }) => {
  await seamark.importFile(seamark.file('odd.csv', FILE));
  await open('/sources');
  const file = page.getByRole('button', { name: 'odd.csv' });
  const hit = (): Promise<boolean[]> =>
    file.evaluate((button) => {
      button.scrollIntoView({ block: 'center' });
      const { left, width, top, height } = button.getBoundingClientRect();
      return [-13, 13].map((dy) => {
        const there = document.elementFromPoint(left + width / 2, top + height / 2 + dy);
        return there?.closest('button') === button;
      });
    });
  await expect.poll(hit).toEqual([true, true]);
});
