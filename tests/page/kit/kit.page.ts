import { expect, test } from '../app.ts';
import { faultsOf } from '../axe.ts';

const SECTIONS = ['Type and colour', 'Stages and nodes', 'Controls', 'Overlays', 'Lists'] as const;

test.use({ viewport: { width: 1180, height: 2600 } });

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.beforeEach(async ({ page, seamark }) => {
      await page.goto(`${seamark.url}/kit?theme=${theme}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.evaluate(() => document.fonts.ready.then(() => true));
    });

    test('axe finds nothing', async ({ page }) => {
      expect(await faultsOf(page)).toEqual([]);
    });

    for (const name of SECTIONS) {
      test(`${name} looks as it did`, async ({ page }) => {
        const file = name.toLowerCase().replaceAll(' ', '-');
        await expect(page.getByRole('region', { name, exact: true })).toHaveScreenshot(
          `${file}-${theme}.png`,
        );
      });
    }

    test('an open dialog and an open menu pass axe', async ({ page }) => {
      await page.getByRole('button', { name: 'Open dialog' }).click();
      await page.getByRole('dialog').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Open menu' }).click();
      await page.getByRole('menu').waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });
}

test('no section is left without a picture', async ({ page, seamark }) => {
  await page.goto(`${seamark.url}/kit`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const names = await page.locator('main > section').evaluateAll((all) => all.map((one) => one.ariaLabel));
  expect(names).toEqual([...SECTIONS]);
});
