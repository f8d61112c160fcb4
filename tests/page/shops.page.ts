import type { Page } from '@playwright/test';
import { translate } from '#shared/text/translate.ts';
import { en, expect, rail, statusLine, test as plain } from './app.ts';
import { faultsOf } from './axe.ts';
import { connectShops, consent } from './shopee.ts';
import { test, typeApp } from './shops.ts';

const wizard = (page: Page) => page.getByRole('dialog', { name: en('connect.title') });
const shopRows = (page: Page) =>
  page
    .getByRole('region', { name: en('shops.title') })
    .locator('tbody')
    .getByRole('row');

plain('nothing is connected: Sources offers the two ways in', async ({ page, open }) => {
  await open('/sources');
  await expect(page.getByRole('button', { name: en('shops.connect') })).toBeVisible();
  await expect(page.getByRole('button', { name: en('action.import') })).toBeVisible();
  await page.getByRole('button', { name: en('shops.connect') }).click();
  // An address of one's own is asked for only where there is one.
  await expect(wizard(page).getByLabel(en('connect.host'))).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(wizard(page)).toHaveCount(0);
});

test('a refused app says why and keeps what was typed; Shopee’s page in the browser leads back by itself', async ({
  page,
  shopee,
  seamark,
  open,
}) => {
  const { credentials } = shopee;
  await open('/sources');
  const dialog = await typeApp(page, { ...credentials, partnerKey: 'wrong'.repeat(12) });
  const key = dialog.getByLabel(en('connect.key'));
  const next = dialog.getByRole('button', { name: en('connect.next') });
  await next.click();
  await expect(dialog.getByText(en('fault.shopee-key-wrong'))).toBeVisible();
  await expect(key).toHaveValue('wrong'.repeat(12));
  await expect(dialog.getByLabel(en('connect.partner'))).toHaveValue(String(credentials.partnerId));

  const blank = `${credentials.partnerKey.slice(0, 8)} ${credentials.partnerKey.slice(8)}`;
  await key.fill(blank);
  // What is wrong no longer once something else is typed is not claimed any more.
  await expect(dialog.getByText(en('fault.shopee-key-wrong'))).toHaveCount(0);
  await next.click();
  await expect(dialog.getByText(en('fault.shopee-key-blank'))).toBeVisible();
  await expect(key).toHaveValue(blank);

  await dialog.getByLabel(en('connect.host')).fill('https://shopee.example');
  await key.fill(credentials.partnerKey);
  await next.click();
  await expect(dialog.getByText(en('fault.shopee-host-foreign'))).toBeVisible();
  expect((await seamark.call('shops.list', {})).apps).toEqual([]);

  await dialog.getByLabel(en('connect.host')).fill(credentials.host);
  await next.click();
  const popup = page.waitForEvent('popup');
  await dialog.getByRole('button', { name: en('connect.open') }).click();
  const browser = await popup;
  await expect(dialog.getByText(en('connect.phase.waiting'))).toBeVisible();
  await browser.getByRole('listitem').filter({ hasText: 'main account' }).getByRole('link').click();
  await expect(browser.getByRole('heading')).toHaveText(en('shops.back.title'));
  await browser.close();

  await expect(dialog.getByText(en('connect.done', { n: 9 }))).toBeVisible();
  await expect(dialog.getByRole('listitem')).toHaveCount(9);
  await expect(dialog.getByRole('radio', { name: en('time.days', { n: 30 }) })).toBeChecked();
  await dialog.getByRole('button', { name: en('connect.load'), exact: true }).click();
  await expect(dialog).toHaveCount(0);

  await expect(shopRows(page)).toHaveCount(9);
  for (const { name } of credentials.shops) {
    const row = shopRows(page).filter({ hasText: name });
    await expect(row).toContainText(en('shops.state.ok'));
    await expect(row).toContainText(/\d%/);
    // A year from now is told with its year.
    await expect(row).toContainText(String(new Date(Date.now() + 364 * 86_400_000).getFullYear()));
  }
  await expect(statusLine(page)).toContainText(en('status.shops', { n: 9 }));
});

test('keyboard only: the wizard by the palette, a wrong address and then the right one pasted', async ({
  page,
  shopee,
  seamark,
  open,
}) => {
  const { credentials } = shopee;
  await open('/today');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type(en('action.connect'));
  await page.keyboard.press('Enter');
  const dialog = wizard(page);
  await expect(dialog).toBeVisible();
  const place = dialog.getByLabel(en('connect.place'));
  for (let tabs = 0; tabs < 4 && !(await isFocused(place)); tabs += 1) await page.keyboard.press('Tab');
  // The last one of the list is the sandbox on this machine.
  await page.keyboard.press('End');
  for (const typed of [credentials.host, String(credentials.partnerId), credentials.partnerKey]) {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+a');
    await page.keyboard.type(typed);
  }
  await page.keyboard.press('Enter');
  const consentPage = page.waitForEvent('popup');
  const opens = dialog.getByRole('button', { name: en('connect.open') });
  await expect(opens).toBeVisible();
  for (let tabs = 0; tabs < 4 && !(await isFocused(opens)); tabs += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  // The browser's own window is not used: its address is pasted.
  await (await consentPage).close();
  const paste = dialog.getByLabel(en('connect.paste'));
  await expect(paste).toBeVisible();
  for (let tabs = 0; tabs < 4 && !(await isFocused(paste)); tabs += 1) await page.keyboard.press('Tab');
  const wrong = 'https://seller.example/back?state=of-another-attempt&code=abcdef0123456789&shop_id=1';
  await page.keyboard.type(wrong);
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(en('fault.connect-wrong-state'))).toBeVisible();
  await expect(paste).toHaveValue(wrong);

  const { connecting } = await seamark.call('shops.list', {});
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(await consent(connecting?.url ?? ''));
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(en('connect.done', { n: 9 }))).toBeVisible();
  const load = dialog.getByRole('button', { name: en('connect.load'), exact: true });
  for (let tabs = 0; tabs < 4 && !(await isFocused(load)); tabs += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(statusLine(page)).toContainText(en('status.shops', { n: 9 }));
});

test('a shop is paused and goes on; disconnected, it leaves the list and its app can be forgotten', async ({
  page,
  shopee,
  seamark,
  open,
}) => {
  await connectShops(seamark, shopee);
  await open('/sources');
  const name = shopee.credentials.shops[0]?.name ?? '';
  const row = shopRows(page).filter({ hasText: name });
  const menu = row.getByRole('button', { name });
  await menu.click();
  await page.getByRole('menuitem', { name: en('shops.pause'), exact: true }).click();
  await expect(row).toContainText(en('shops.state.paused'));
  await expect(statusLine(page)).not.toContainText(en('status.shopsStopped', { n: 1 }));
  await row.getByRole('button', { name: en('shops.click.resume'), exact: true }).click();
  await expect(row).toContainText(en('shops.state.ok'));

  const known = (await seamark.call('shops.list', {})).shops;
  for (const shop of known.slice(1)) await seamark.call('shops.disconnect', { shopId: shop.id });
  await expect(shopRows(page)).toHaveCount(1);
  await expect(page.getByRole('button', { name: en('apps.remove') })).toHaveCount(0);
  await page.getByRole('button', { name: en('shops.actions', { name: '' }).trim() }).click();
  await page.getByRole('menuitem', { name: en('shops.disconnect') }).click();
  await expect(shopRows(page)).toHaveCount(0);
  await page.getByRole('button', { name: en('apps.remove') }).click();
  await expect(page.getByRole('button', { name: en('apps.newKey') })).toHaveCount(0);
  expect(await seamark.call('shops.list', {})).toMatchObject({ apps: [], shops: [] });
});

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.use({ settings: { theme } });
    test('axe finds nothing on the wizard’s steps, on Sources with shops, on orders and an order', async ({
      page,
      shopee,
      seamark,
      open,
    }) => {
      const found: Record<string, string[]> = {};
      await open('/sources');
      const dialog = await typeApp(page, shopee.credentials);
      found['app'] = await faultsOf(page);
      await dialog.getByRole('button', { name: en('connect.next') }).click();
      const popup = page.waitForEvent('popup');
      await dialog.getByRole('button', { name: en('connect.open') }).click();
      await (await popup).close();
      await expect(dialog.getByLabel(en('connect.paste'))).toBeVisible();
      found['authorise'] = await faultsOf(page);
      const { connecting } = await seamark.call('shops.list', {});
      await seamark.call('shops.connect.paste', { address: await consent(connecting?.url ?? '') });
      await expect(dialog.getByText(en('connect.done', { n: 9 }))).toBeVisible();
      found['load'] = await faultsOf(page);
      await dialog.getByRole('button', { name: en('connect.load'), exact: true }).click();
      await expect(shopRows(page)).toHaveCount(9);
      found['sources'] = await faultsOf(page);
      await rail(page, 'parcels').click();
      await page.getByText(en('orders.title'), { exact: true }).click();
      const order = page.getByRole('listbox', { name: en('orders.list') }).getByRole('option');
      await order.first().waitFor();
      found['orders'] = await faultsOf(page);
      await order.first().click();
      await page.getByRole('article').getByRole('heading', { level: 1 }).waitFor();
      found['order'] = await faultsOf(page);
      expect(Object.values(found).flat()).toEqual([]);
      expect(Object.keys(found)).toHaveLength(6);
    });
  });
}

/** Whether the focus is in it. */
async function isFocused(at: ReturnType<Page['locator']>): Promise<boolean> {
  return at.evaluate((element) => element === document.activeElement);
}

for (const lang of ['en', 'zh-CN'] as const) {
  test.describe(`700 pixels wide, ${lang}`, () => {
    test.use({ viewport: { width: 700, height: 900 }, settings: { lang } });
    test('state, last sync, share, term and budget of nine shops are there without scrolling sideways', async ({
      page,
      shopee,
      seamark,
      open,
    }) => {
      await connectShops(seamark, shopee);
      await open('/sources');
      await expect(page.locator('main tbody').first().getByRole('row')).toHaveCount(9);
      // The figures of tracking services are more than fit: their table scrolls by itself.
      const wide = await page.evaluate(() =>
        [...document.querySelectorAll('main, main *')]
          .filter((each) => !(each.matches('[role=region]') && /p50/.test(each.textContent)))
          .filter((each) => /auto|scroll/.test(getComputedStyle(each).overflowX))
          .filter((each) => each.scrollWidth > each.clientWidth + 1)
          .map((each) => `${each.textContent.slice(0, 60)} ${each.scrollWidth} in ${each.clientWidth}`),
      );
      expect(wide).toEqual([]);
      const own = translate(lang, 'services.shopee');
      const row = page.getByRole('row').filter({ hasText: own });
      const end = await row.getByText(own).evaluate((text) => {
        const range = document.createRange();
        range.selectNodeContents(text);
        return range.getBoundingClientRect().right;
      });
      const strip = await row.getByRole('img').boundingBox();
      expect(end).toBeLessThan(strip?.x ?? 0);
    });
  });
}
