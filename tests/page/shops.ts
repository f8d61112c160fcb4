import type { Page } from '@playwright/test';
import type { SandboxCredentials, ShopeeSandbox } from '../../main/sandbox/shopee/start.ts';
import { en, test as base } from './app.ts';
import { startShopee } from './shopee.ts';

/** Tests beside a loopback Shopee. */
export const test = base.extend<{ shopee: ShopeeSandbox }>({
  shopee: async ({ page: _page }, use) => {
    const shopee = await startShopee();
    await use(shopee);
    await shopee.close();
  },
});

/** Opens the wizard on Sources and types an app of the sandbox, as far as the button that goes on. */
export async function typeApp(
  page: Page,
  { host, partnerId, partnerKey }: Pick<SandboxCredentials, 'host' | 'partnerId' | 'partnerKey'>,
) {
  await page.getByRole('button', { name: en('shops.connect') }).click();
  const dialog = page.getByRole('dialog', { name: en('connect.title') });
  await dialog.getByLabel(en('connect.place')).selectOption('custom');
  await dialog.getByLabel(en('connect.host')).fill(host);
  await dialog.getByLabel(en('connect.partner')).fill(String(partnerId));
  await dialog.getByLabel(en('connect.key')).fill(partnerKey);
  return dialog;
}
