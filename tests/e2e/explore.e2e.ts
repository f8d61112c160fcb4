import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { call, engineState, expect, quit, test } from './app.ts';

test('the sample shop: nine shops come up like real ones, orders arrive, and leaving finds the own store again', async ({
  home,
  start,
}) => {
  test.setTimeout(240_000);
  const running = await start();
  const { page } = running;
  await expect.poll(() => engineState(page)).toBe('ready');
  await call(page, 'shell.set', { lang: 'en' });
  await page.getByRole('button', { name: 'Explore with the sample shop' }).click();

  const status = page.getByRole('contentinfo', { name: 'State' });
  const leave = status.getByRole('button', { name: /^Sample shop/ });
  await expect(leave).toBeVisible({ timeout: 60_000 });
  await expect(status.getByRole('button', { name: /^9 shops/ })).toBeVisible({ timeout: 90_000 });
  const states = async (): Promise<string[]> => {
    const answer = await call(page, 'shops.list', {});
    return answer.ok ? answer.value.shops.map(({ state }) => state) : [];
  };
  await expect.poll(states, { timeout: 60_000 }).toEqual(Array(9).fill('ok'));

  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Parcels/ })
    .click();
  await page.getByText('Orders', { exact: true }).click();
  const orders = page.getByRole('listbox', { name: 'Orders' }).getByRole('option');
  await expect(orders.first()).toBeVisible({ timeout: 90_000 });
  await orders.first().click();
  await expect(page.getByRole('article').getByRole('heading', { level: 1 })).toHaveText(/^[0-9A-Z]{10,}$/);
  expect(existsSync(join(home, 'sample', 'seamark.db'))).toBe(true);

  await leave.click();
  await expect(leave).toBeHidden();
  await expect.poll(() => engineState(page)).toBe('ready');
  await expect.poll(() => existsSync(join(home, 'sample'))).toBe(false);
  const own = await call(page, 'app.status', {});
  expect(own.ok && { shops: own.value.shops, parcels: own.value.parcels }).toEqual({ shops: 0, parcels: 0 });
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Today/ })
    .click();
  await expect(page.getByRole('heading', { name: 'Welcome to Seamark' })).toBeVisible();
  expect(await quit(running)).toBe(0);
});

test('a quit while the sample is explored leaves none of it behind', async ({ home, start }) => {
  test.setTimeout(240_000);
  const running = await start();
  await expect.poll(() => engineState(running.page)).toBe('ready');
  const begun = await call(running.page, 'shell.explore', { on: true });
  expect(begun.ok && begun.value).toMatchObject({ state: 'ready', sample: true });
  expect(await quit(running)).toBe(0);
  expect(existsSync(join(home, 'sample'))).toBe(false);

  const again = await start();
  await expect.poll(() => engineState(again.page)).toBe('ready');
  const own = await call(again.page, 'app.status', {});
  expect(own.ok && { shops: own.value.shops, parcels: own.value.parcels }).toEqual({ shops: 0, parcels: 0 });
});
