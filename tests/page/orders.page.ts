import type { OrderRow } from '#shared/model/order.ts';
import { en, expect, focusList, rail, type Seamark } from './app.ts';
import { loadShop } from './shopee.ts';
import { test } from './shops.ts';

const ALL = { text: '', shopId: null, market: null, status: null, limit: 200, cursor: null };

async function ordersOf(seamark: Seamark): Promise<readonly OrderRow[]> {
  return (await seamark.call('orders.page', ALL)).rows;
}

test('orders are beside the parcels, and found by number, waybill, buyer and SKU', async ({
  page,
  shopee,
  seamark,
  open,
}) => {
  await loadShop(seamark, shopee, 'MY');
  await open('/parcels');
  await page.getByText(en('orders.title'), { exact: true }).click();
  await expect(page).toHaveURL(/\/orders$/);
  await expect(rail(page, 'parcels')).toHaveAttribute('aria-current', 'page');
  const list = page.getByRole('listbox', { name: en('orders.list') });
  await expect(list.getByRole('option').first()).toBeVisible();
  const rows = await ordersOf(seamark);
  const one = rows.find((row) => row.numbers.length > 0 && row.buyer !== null && row.sku !== null);
  if (!one) throw new Error('The world has no order with a waybill');
  await expect(page.getByText(en('orders.count', { n: rows.length }), { exact: true })).toBeVisible();

  const search = page.getByRole('searchbox', { name: en('orders.search') });
  const number = one.numbers[0] ?? '';
  for (const text of [one.orderSn, one.orderSn.slice(3, 11), number, number.slice(2, 9), one.buyer ?? '']) {
    await search.fill(text);
    await expect(list.getByRole('option')).toHaveCount(1);
    await expect(list.getByRole('option')).toContainText(one.orderSn);
  }
  const sku = one.sku ?? '';
  await search.fill(sku);
  const same = await seamark.call('orders.page', { ...ALL, text: sku });
  await expect(page.getByText(en('orders.count', { n: same.total }), { exact: true })).toBeVisible();
  await expect(list.getByRole('option').filter({ hasText: sku }).first()).toBeVisible();
  expect(same.rows.map(({ id }) => id)).toContain(one.id);

  await search.fill('no such order anywhere');
  await expect(page.getByText(en('orders.empty.match.title'))).toBeVisible();
  await page.getByRole('button', { name: en('common.clearFilters') }).click();
  await expect(search).toHaveValue('');
  await expect(list.getByRole('option').first()).toBeVisible();

  const status = page.getByRole('combobox', { name: en('orders.status') });
  await status.selectOption('SHIPPED');
  const shipped = await seamark.call('orders.page', { ...ALL, status: 'SHIPPED' });
  expect(shipped.total).toBeGreaterThan(0);
  await expect(page.getByText(en('orders.count', { n: shipped.total }), { exact: true })).toBeVisible();
});

test('an order leads to its parcel, and back again', async ({ page, shopee, seamark, open }) => {
  await loadShop(seamark, shopee, 'MY');
  const rows = await ordersOf(seamark);
  const ids = rows.filter((row) => row.numbers.length > 0).map(({ id }) => id);
  const details = await Promise.all(ids.map((orderId) => seamark.call('orders.detail', { orderId })));
  const detail = details.find(({ packages }) => packages.some(({ parcelId }) => parcelId !== null));
  const parcel = detail?.packages.find(({ parcelId }) => parcelId !== null);
  if (!detail || !parcel) throw new Error('No order has a parcel');

  await open(`/orders/${String(detail.row.id)}`);
  const article = page.getByRole('article');
  await expect(article.getByRole('heading', { level: 1 })).toHaveText(detail.row.orderSn);
  await expect(article).toContainText(detail.row.buyer ?? '');
  for (const item of detail.items) await expect(article).toContainText(item.name);
  await article.getByRole('button', { name: parcel.number ?? '', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/parcels/${String(parcel.parcelId)}$`));
  await expect(article.getByRole('heading', { level: 1 })).toContainText(parcel.number ?? '');
  // Where its scans are from: the shop by the name that a person knows.
  const [shop] = (await seamark.call('shops.list', {})).shops;
  expect(shop?.name).not.toBe('');
  await expect(article).toContainText(en('parcel.sourceShop', { shop: shop?.name ?? '' }));
  await page.goBack();
  await expect(article.getByRole('heading', { level: 1 })).toHaveText(detail.row.orderSn);
});

test('keys alone: to the orders, down the list, into one', async ({ page, shopee, seamark, open }) => {
  await loadShop(seamark, shopee, 'MY');
  await open('/today');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('o');
  await expect(page).toHaveURL(/\/orders$/);
  await focusList(page, 'orders.list');
  const rows = await ordersOf(seamark);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  const second = page.getByRole('article').getByRole('heading', { level: 1 });
  expect(rows.map(({ orderSn }) => orderSn)).toContain(await second.textContent());
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: en('orders.search') })).toBeFocused();
});

test('without a shop the list says where orders come from, and connects one', async ({ page, open }) => {
  await open('/orders');
  await expect(page.getByText(en('orders.empty.data.title'))).toBeVisible();
  await page
    .getByRole('main')
    .getByRole('button', { name: en('shops.connect') })
    .click();
  await expect(page.getByRole('dialog', { name: en('connect.title') })).toBeVisible();
});
