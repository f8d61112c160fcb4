import { en, expect, focusList, test, zh } from './app.ts';
import { faultsOf } from './axe.ts';
import { csvOf, numberOf } from './scans.ts';

const HOUR_AGO = { market: 'MY', place: '深圳' } as const;
const STEPS = ['F100', 'F430', 'LINEHAUL_DEPARTED'] as const;
const scans = (way: number, ago: number) =>
  STEPS.map((code, index) => ({
    ...{ number: numberOf(way), code, ago: ago + (STEPS.length - index) * 20, ...HOUR_AGO },
    text: code === 'LINEHAUL_DEPARTED' ? 'Departed origin country' : `says ${code}`,
  }));

test.beforeEach(async ({ seamark }) => {
  await seamark.importFile(seamark.file('ways.csv', csvOf([...scans(1, 0), ...scans(2, 24 * 40)])));
});

test('a parcel says when it comes, with its range and stages; i says why, in both voices', async ({
  page,
  open,
}) => {
  await open('/parcels/1');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(numberOf(1));
  const stages = page.getByRole('list', { name: en('arrival.stages') });
  await expect(stages.getByRole('listitem')).toHaveText([
    new RegExp(en('stage.LINEHAUL')),
    new RegExp(en('stage.IMPORT')),
    new RegExp(en('stage.LAST_MILE')),
  ]);
  // Each word of a stage's name whole, however little time the stage takes.
  const broken = await stages.getByRole('listitem').evaluateAll((items) =>
    items
      .filter(({ firstElementChild: name }) => {
        const words = (name?.textContent ?? '').split(/[ -]/).length;
        return (
          (name?.getBoundingClientRect().height ?? 0) >
          (words + 0.5) * Number.parseFloat(getComputedStyle(name as Element).lineHeight)
        );
      })
      .map(({ textContent }) => textContent),
  );
  expect(broken).toEqual([]);
  await expect(page.getByText(en('arrival.cold'))).toBeVisible();
  await expect(page.getByRole('img', { name: /Range of arrival/ })).toBeVisible();
  const why = page.getByRole('list', { name: en('arrival.why') });
  await expect(why).toBeHidden();
  await focusList(page, 'parcels.list');
  await page.keyboard.press('i');
  await expect(why).toContainText(en('eta.why.cold'));
  await expect(page.locator('[lang=ms]').filter({ hasText: numberOf(1) })).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
});

test('a silent parcel has no date and says since when', async ({ page, open }) => {
  await open('/parcels/2');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(numberOf(2));
  await expect(page.getByText(/^No date: nothing new since/)).toBeVisible();
  await expect(page.getByRole('img', { name: /Range of arrival/ })).toBeHidden();
});

test('deliveries that are not learnt yet are not denied: the card and the scoreboard say that it learns', async ({
  page,
  seamark,
  open,
}) => {
  const done = [...scans(3, 24 * 9), { number: numberOf(3), code: 'F980', ago: 24 * 8, market: 'MY' }];
  await seamark.importFile(seamark.file('done.csv', csvOf(done)));
  await open('/parcels/1');
  await expect(page.getByText(en('arrival.learning', { percent: '0%' }))).toBeVisible();
  await expect(page.getByText(en('arrival.cold'), { exact: true })).toHaveCount(0);
  await focusList(page, 'parcels.list');
  await page.keyboard.press('i');
  const why = page.getByRole('list', { name: en('arrival.why') });
  await expect(why).toContainText(en('eta.why.learning', { percent: '0%' }));
  await expect(why).not.toContainText(en('eta.why.cold'));
  // What is assumed now and known in a minute is nothing to send.
  await expect(page.locator('[lang=ms]').filter({ hasText: numberOf(1) })).toHaveCount(0);
  await expect(page.getByText(en('arrival.buyer.wait', { percent: '0%' }))).toBeVisible();
  await open('/insights');
  await expect(page.getByText(en('score.learning', { percent: '0%' }))).toBeVisible();
  await expect(page.getByText(en('score.empty'), { exact: true })).toHaveCount(0);
});

test('g i opens the scoreboard, which says that there is nothing to score yet', async ({ page, open }) => {
  await open('/today');
  await expect(page.getByRole('heading', { name: en('moved.title') })).toBeVisible();
  await expect(page.getByText(en('moved.none'))).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await expect(page).toHaveURL(/\/insights$/);
  await expect(page.getByText(en('score.empty'), { exact: true })).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
});

test.describe('in Chinese', () => {
  test.use({ settings: { lang: 'zh-CN', theme: 'dark' } });
  test('the card is there, in the dark too', async ({ page, open }) => {
    await open('/parcels/1');
    await expect(page.getByRole('list', { name: zh('arrival.stages') })).toBeVisible();
    await expect(page.getByRole('heading', { name: zh('arrival.title') })).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
  });
});
