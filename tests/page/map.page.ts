import type { Locator, Page } from '@playwright/test';
import type { Market } from '#shared/model/market.ts';
import { en, expect, type Seamark, test, zh } from './app.ts';
import { faultsOf } from './axe.ts';
import { csvOf, numberOf } from './scans.ts';

/** A parcel on its way from Shenzhen to Klang, held at customs, and one to Mexico, over the Pacific. */
const WAYS: readonly { market: Market; steps: readonly (readonly [code: string, place: string])[] }[] = [
  {
    market: 'MY',
    steps: [
      ['F100', '深圳'],
      ['F430', '东莞'],
      ['LINEHAUL_DEPARTED', '深圳宝安机场'],
      ['LINEHAUL_ARRIVED', 'Port Klang'],
      ['IMPORT_HELD', 'Port Klang'],
    ],
  },
  {
    market: 'MX',
    steps: [
      ['F100', '义乌'],
      ['LINEHAUL_DEPARTED', 'PVG'],
      ['LINEHAUL_ARRIVED', 'AICM'],
      ['F510', 'Tepotzotlán'],
    ],
  },
];
/** What stands for a node that no code of the carrier has. */
const TEXTS: Readonly<Record<string, string>> = {
  LINEHAUL_DEPARTED: 'Departed origin country',
  LINEHAUL_ARRIVED: 'Arrived destination country',
  IMPORT_HELD: 'Import customs hold',
};
const step = (number: string, code: string, ago: number) => ({
  ...{ number, code, ago, text: TEXTS[code] ?? `says ${code}` },
});
const scansOf = (way: number) =>
  (WAYS[way]?.steps ?? []).map(([code, place], index) => ({
    ...step(numberOf(way + 1), code, 50 - index * 12),
    place,
    market: WAYS[way]?.market ?? 'MY',
  }));

const bring = async (seamark: Seamark): Promise<void> => {
  await seamark.importFile(seamark.file('ways.csv', csvOf([...scansOf(0), ...scansOf(1)])));
};
/** The map's ground, drawn. */
async function mapOf(page: Page, label: string): Promise<Locator> {
  const map = page.getByRole('region', { name: label, exact: true });
  await map.locator('svg[data-ready=true]').waitFor();
  return map;
}
const zoomOf = (map: Locator): Promise<number> =>
  map.locator('svg').evaluate((svg) => Number(svg.getAttribute('data-zoom')));

test('a parcel’s map shows where it is and how sure that is, with the equal table', async ({
  page,
  seamark,
  open,
}) => {
  await bring(seamark);
  await open('/parcels/1');
  const map = await mapOf(page, en('map.route'));
  // Shenzhen, Dongguan and the airport lie too near to each other for a map that reaches to Klang; closer they part.
  await expect(map.locator('[data-mark]')).toHaveCount(2);
  await map.locator('[data-count="3"]').click();
  await expect.poll(() => zoomOf(map)).toBeGreaterThan(2);
  const table = page.getByRole('table', { name: en('route.table') });
  await expect(table.getByRole('row')).toHaveCount(5);
  await expect(table).toContainText('Dongguan, CN');
  await expect(table).toContainText('深圳宝安机场');
  await expect(table).toContainText(en('route.precision.hub'));
  await expect(page.getByText(en('route.here', { place: 'Port Klang, MY' }))).toBeVisible();
});

test('a place that may be another of its name is drawn hollow, and says how sure it is', async ({
  page,
  seamark,
  open,
}) => {
  const scans = [
    { ...step(numberOf(5), 'F100', 60), place: '深圳', market: 'PH' as const },
    { ...step(numberOf(5), 'F510', 5), place: 'San Fernando', market: 'PH' as const },
  ];
  await seamark.importFile(seamark.file('unsure.csv', csvOf(scans)));
  await open('/parcels/1');
  const map = await mapOf(page, en('map.route'));
  const sure = /\d\d% sure/;
  await expect(map.locator('[data-mark][data-unsure] title')).toHaveText([sure]);
  await expect(map.locator('[data-mark]:not([data-unsure]) title')).not.toHaveText([sure, sure]);
  await expect(map.getByText(/San Fernando.* \?$/)).toBeVisible();
  await expect(page.getByText(sure).first()).toBeVisible();
});

test('keys and buttons zoom and move the map, 0 shows it whole again', async ({ page, seamark, open }) => {
  await bring(seamark);
  await open('/parcels/1');
  const map = await mapOf(page, en('map.route'));
  const first = map.locator('[data-mark]').first();
  const before = await first.getAttribute('transform');
  await map.focus();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  expect(await zoomOf(map)).toBeGreaterThan(2);
  await page.keyboard.press('ArrowRight');
  expect(await first.getAttribute('transform')).not.toBe(before);
  await page.keyboard.press('-');
  await page.keyboard.press('0');
  expect(await zoomOf(map)).toBe(1);
  expect(await first.getAttribute('transform')).toBe(before);
  await page.getByRole('button', { name: en('map.closer') }).click();
  expect(await zoomOf(map)).toBeGreaterThan(1);
  await page.getByRole('button', { name: en('map.whole') }).click();
  expect(await zoomOf(map)).toBe(1);
});

test('the pointer drags the map; the wheel zooms with Ctrl only', async ({ page, seamark, open }) => {
  await bring(seamark);
  await open('/parcels/1');
  const map = await mapOf(page, en('map.route'));
  await map.scrollIntoViewIfNeeded();
  const box = await map.boundingBox();
  const [x, y] = [(box?.x ?? 0) + 60, (box?.y ?? 0) + 60];
  const mark = map.locator('[data-mark]').first();
  const before = await mark.boundingBox();
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 40, y + 10, { steps: 4 });
  await page.mouse.up();
  const after = await mark.boundingBox();
  expect((after?.x ?? 0) - (before?.x ?? 0)).toBeCloseTo(40, 0);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -200);
  await page.keyboard.up('Control');
  await expect.poll(() => zoomOf(map)).toBeGreaterThan(1);
});

test('a way over the Pacific is one line, not two around the edge', async ({ page, seamark, open }) => {
  await bring(seamark);
  await open('/parcels/2');
  const map = await mapOf(page, en('map.route'));
  const boxes = await map
    .locator('[data-mark]')
    .evaluateAll((marks) => marks.map((mark) => mark.getBoundingClientRect().x));
  const [china, mexico] = [Math.min(...boxes), Math.max(...boxes)];
  const names = await map.locator('text').allTextContents();
  expect(names.join(' ')).toContain('CN');
  expect(mexico - china).toBeGreaterThan(150);
  // A line that is cut has a second "move to".
  const lines = await map
    .locator('path[class*="line"]')
    .evaluateAll((paths) => paths.map((path) => path.getAttribute('d')));
  expect(lines.length).toBeGreaterThan(2);
  expect(lines.every((d) => (d ?? '').lastIndexOf('M') === 0)).toBe(true);
});

test('the overview counts what is on the way and stuck, and leads to the rows behind each number', async ({
  page,
  seamark,
  open,
}) => {
  await bring(seamark);
  await open('/map');
  await mapOf(page, en('map.overview'));
  await expect(page.getByText(en('overview.sentence', { moving: 2, stuck: 1 }))).toBeVisible();
  const table = page.getByRole('table', { name: en('overview.table') });
  const klang = table.getByRole('row').filter({ hasText: 'Port Klang' });
  await klang.getByRole('button').last().click();
  await expect(page).toHaveURL(/\/parcels$/);
  const list = page.getByRole('listbox', { name: en('parcels.list') });
  await expect(list.getByRole('option')).toHaveCount(1);
  await expect(list).toContainText(numberOf(1));
  await page.getByRole('button', { name: en('parcels.at.clear') }).click();
  await expect(list.getByRole('option')).toHaveCount(2);
});

test('by country, and by a click on the map', async ({ page, seamark, open }) => {
  await bring(seamark);
  await open('/map');
  await mapOf(page, en('map.overview'));
  await page.getByText(en('overview.by.country'), { exact: true }).click();
  const table = page.getByRole('table', { name: en('overview.table') });
  await expect(table).toContainText('Mexico');
  const map = await mapOf(page, en('map.overview'));
  await map.locator('[data-mark="n:MX"]').click();
  const list = page.getByRole('listbox', { name: en('parcels.list') });
  await expect(list.getByRole('option')).toHaveCount(1);
  await expect(list).toContainText(numberOf(2));
});

test('without parcels the overview says so', async ({ page, open }) => {
  await open('/map');
  await expect(page.getByText(en('overview.empty.title'))).toBeVisible();
});

test('the timeline says a stage’s stretch beside the usual one, and what is ahead lighter', async ({
  page,
  seamark,
  open,
}) => {
  const steps = ['F100', 'F430', 'LINEHAUL_DEPARTED', 'LINEHAUL_ARRIVED', 'F599', 'F980'];
  const done = Array.from({ length: 8 }, (_, n) =>
    steps.map((code, index) => step(numberOf(20 + n), code, 600 - index * (24 + n))),
  ).flat();
  const young = steps.slice(0, 2).map((code, index) => step(numberOf(1), code, 30 - index * 24));
  await seamark.importFile(seamark.file('lane.csv', csvOf([...young, ...done])));
  await open('/parcels/1');
  const timeline = page.getByRole('list', { name: en('parcel.timeline') });
  await expect(timeline.getByRole('heading', { name: en('stage.FIRST_MILE') })).toBeVisible();
  await expect(timeline).toContainText('24 h (usual 25 h–30 h)');
  const ahead = timeline.locator('[data-ahead]');
  // The customs on a way across the border too, where no carrier of the lane scans them.
  const unscanned = en('usual.ahead.unscanned');
  await expect(ahead).toHaveText([
    `${en('stage.EXPORT')}${unscanned}`,
    new RegExp(`^${en('stage.LINEHAUL')}expected`),
    `${en('stage.IMPORT')}${unscanned}`,
    new RegExp(`^${en('stage.LAST_MILE')}expected`),
    new RegExp(`^${en('node.DELIVERED')}expected`),
  ]);
  const datesOf = async (text: Locator): Promise<string[]> =>
    (await text.textContent())?.match(/\w{3}, \w{3} \d+/g) ?? [];
  const card = await datesOf(page.getByText(/^8 in 10 come/));
  expect(card).toHaveLength(2);
  expect(await datesOf(ahead.last())).toEqual(card);
});

test('the buyer’s wording stands beside ours, in the market’s language', async ({ page, seamark, open }) => {
  await bring(seamark);
  await open('/parcels/1');
  const timeline = page.getByRole('list', { name: en('parcel.timeline') });
  await expect(timeline.locator('[lang=ms]').first()).toHaveText('Diambil daripada penghantar');
  await expect(timeline).toContainText(en('node.PICKED_UP'));
});

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.use({ settings: { theme, lang: theme === 'light' ? 'en' : 'zh-CN' } });

    test('axe finds nothing on the maps', async ({ page, seamark, open }) => {
      test.setTimeout(180_000);
      const t = theme === 'light' ? en : zh;
      await bring(seamark);
      await open('/parcels/1');
      await mapOf(page, t('map.route'));
      expect(await faultsOf(page)).toEqual([]);
      await open('/map');
      await mapOf(page, t('map.overview'));
      expect(await faultsOf(page)).toEqual([]);
    });
  });
}
