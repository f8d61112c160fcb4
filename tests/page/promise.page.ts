import { missFactsOf } from '#shared/model/case.ts';
import { en, expect, focusList, test, zh } from './app.ts';
import { faultsOf } from './axe.ts';
import { liveThroughWeeks } from './history.ts';

test.beforeEach(async ({ seamark }) => {
  test.setTimeout(240_000);
  await seamark.stop();
  await liveThroughWeeks(seamark.home, seamark.key);
  await seamark.start();
});

const page = {
  view: 'waiting',
  kind: 'promise-miss',
  market: null,
  text: '',
  limit: 50,
  cursor: null,
} as const;

test('what will miss its promise stands in the queue by its deadline, with reasons and a message', async ({
  page: window,
  seamark,
  open,
}) => {
  const { rows } = await seamark.call('queue.page', { ...page, kind: null });
  const row = rows.find(({ kind, dueFor }) => kind === 'promise-miss' && dueFor === 'promise');
  if (!row) throw new Error('no promise is in danger');
  const facts = missFactsOf(row);
  await open('/queue');
  const list = await focusList(window, 'queue.list');
  const option = list.getByRole('option').filter({ hasText: row.number });
  await expect(option).toContainText(en('kind.promise-miss'));
  await expect(option).toContainText('%');
  await expect(option.locator('time')).toHaveAttribute('title', /^The promise ends/);
  await option.click();
  const detail = window.getByRole('article');
  await expect(detail.getByRole('heading', { level: 1 })).toHaveText(en('kind.promise-miss'));
  await expect(detail.getByRole('heading', { name: en('miss.title'), exact: true })).toBeVisible();
  await expect(detail.getByText(`${Math.round((facts?.pLate ?? 0) * 100)}%`, { exact: true })).toBeVisible();
  await expect(detail.getByText(/8 in 10 come/)).toBeVisible();
  await expect(detail.getByText(/before the promise$/)).toBeVisible();
  expect(await faultsOf(window)).toEqual([]);
  await window.keyboard.press('r');
  await expect(window).toHaveURL(/\/drafts\/\d+$/);
  await expect(window.getByRole('textbox').last()).toHaveValue(/It will probably be later/);

  await open(`/parcels/${String(row.parcelId)}`);
  const cases = window.getByRole('button').filter({ hasText: en('kind.promise-miss') });
  await expect(cases).toContainText('%');
  await expect(window.getByText(/% likely to come after the promise ends/)).toBeVisible();
  expect(await faultsOf(window)).toEqual([]);
});

test('Insights say how often dates were right, and whether late parcels were warned of', async ({
  page: window,
  seamark,
  open,
}) => {
  const board = await seamark.call('insights.scoreboard', { by: 'moment', moment: 'LINEHAUL', days: 28 });
  const row = board.rows.find(({ moment }) => moment === 'LINEHAUL');
  expect(row?.n).toBeGreaterThan(20);
  expect(row?.late.n).toBeGreaterThan(3);
  expect(row?.late.leadHours).toBeGreaterThan(0);
  await open('/insights');
  const table = window.getByRole('region', { name: en('score.late.table') });
  const line = table.getByRole('row').filter({ hasText: en('stage.LINEHAUL') });
  const percent = (share: number | null | undefined): string => `${Math.round((share ?? 0) * 100)}%`;
  await expect(line.getByRole('cell')).toHaveText([
    en('stage.LINEHAUL'),
    String(row?.promise.n),
    percent(row?.onTime),
    String(row?.late.n),
    percent(row?.late.recall),
    String(Math.round(row?.late.leadHours ?? 0)),
    `${percent(row?.late.precision)} (${String(row?.late.warnings)})`,
  ]);
  await expect(window.getByText(/with a promise came late/)).toContainText(percent(row?.late.recall));
  const most = board.series.reduce((max, each) => Math.max(max, each.row.mae ?? 0), 0);
  const chart = window.getByRole('figure');
  await expect(chart).toContainText(en('score.chart', { most: most.toFixed(1) }));
  await expect(chart.locator('rect')).toHaveCount(board.series.length);
  await expect(chart.locator('p > span')).toHaveCount(2);
  await window.getByText(en('score.by.carrier'), { exact: true }).click();
  await expect(table.getByRole('row')).toHaveCount(2);
  await window.getByText(en('score.by.lane'), { exact: true }).click();
  await expect(table.getByRole('cell', { name: 'China → Malaysia' })).toBeVisible();
  expect(await faultsOf(window)).toEqual([]);
  // No parcel had a date before its first scan: that is no reason to say that nothing was ever scored.
  await window.getByLabel(en('score.moment')).selectOption(en('stage.EXPORT'));
  await expect(window.getByText(en('score.noMatch'), { exact: true })).toBeVisible();
  await expect(window.getByText(en('score.empty'), { exact: true })).toHaveCount(0);
});

test.describe('in Chinese, in the dark', () => {
  test.use({ settings: { lang: 'zh-CN', theme: 'dark' } });
  test('a missed promise says so, in the queue and on the parcel', async ({
    page: window,
    seamark,
    open,
  }) => {
    const { rows } = await seamark.call('queue.page', page);
    const row = rows.find((each) => missFactsOf(each)?.missed === 1);
    if (!row) throw new Error('no promise was missed');
    await open(`/queue/${String(row.id)}`);
    await expect(window.getByRole('heading', { level: 1 })).toHaveText(zh('kind.promise-missed'));
    await expect(window.getByText(zh('due.term'))).toBeVisible();
    expect(await faultsOf(window)).toEqual([]);
    await open('/insights');
    await expect(window.getByRole('heading', { name: zh('score.late.question') })).toBeVisible();
    expect(await faultsOf(window)).toEqual([]);
  });
});
