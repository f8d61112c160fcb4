import { DAY } from '#shared/time.ts';
import type { Twin } from '../../main/sandbox/carriers/kit/server.ts';
import { createSky, type Storm } from '../../main/sandbox/weather/sky.ts';
import { startOpenMeteo } from '../../main/sandbox/weather/twin.ts';
import { en, expect, focusList, test as base, zh } from './app.ts';
import { faultsOf } from './axe.ts';
import { csvOf, numberOf } from './scans.ts';

/**
 * A typhoon over Shenzhen today and on the days after, over a loopback Open-Meteo. One that came tomorrow was told at some hours
 * only: early in the day the parcel is expected to have left before it.
 */
const test = base.extend<{ sky: Storm[]; meteo: Twin }>({
  sky: [
    [
      {
        ...{ lat: 22.5, lon: 114.1, from: Math.floor(Date.now() / DAY), days: 3 },
        weather: { code: 65, precipitation: 180, snow: 0, gust: 140 },
      },
    ],
    { option: true },
  ],
  meteo: async ({ sky }, use) => {
    const twin = await startOpenMeteo({ sky: createSky(7, sky), now: () => Date.now() });
    await use(twin);
    await twin.close();
  },
  hosts: async ({ meteo }, use) => use({ 'open-meteo': meteo.url }),
  seamark: async ({ seamark }, use) => {
    await seamark.importFile(
      seamark.file(
        'ways.csv',
        csvOf(
          ['F100', 'F430'].map((code, index) => ({
            ...{ number: numberOf(1), code, ago: 60 - index * 20, market: 'MY', place: '深圳' },
            text: `says ${code}`,
          })),
        ),
      ),
    );
    await use(seamark);
  },
});

test('weather is off, says what it sends where, and asks nothing until it is turned on', async ({
  page,
  open,
  meteo,
}) => {
  await open('/settings');
  const toggle = page.getByRole('switch', { name: new RegExp(en('weather.on')) });
  await expect(toggle).not.toBeChecked();
  await expect(page.getByText(en('weather.sent', { host: 'api.open-meteo.com' }))).toBeVisible();
  await expect(page.getByText(en('weather.terms'))).toBeVisible();
  await expect(page.getByRole('link', { name: en('weather.credit') })).toHaveAttribute(
    'href',
    'https://open-meteo.com/',
  );
  expect(meteo.calls).toEqual([]);
  await toggle.check();
  const foreseen = page.getByRole('list', { name: en('weather.warnings') });
  await expect(foreseen.getByRole('listitem')).toHaveText([/Storm.*Shenzhen, China/]);
  await expect(page.getByText(/^As of/)).toBeVisible();
  expect(String(meteo.calls[0]?.query.get('latitude'))).toBe('22.5');
  expect(await faultsOf(page)).toEqual([]);
  await toggle.uncheck();
  await expect(foreseen).toBeHidden();
});

test('a parcel where a storm is foreseen says so on its card, with place and days', async ({
  page,
  open,
  seamark,
}) => {
  await open('/parcels/1');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(numberOf(1));
  const notes = page.getByRole('list', { name: en('weather.warnings') });
  await expect(notes).toBeHidden();
  await seamark.call('weather.set', { on: true, address: null, key: null });
  await expect(notes.getByRole('listitem')).toHaveText([
    /^Storm foreseen, Shenzhen, .+ to .+: middle .+ later, range ends .+ later$/,
  ]);
  await expect(page.getByRole('link', { name: en('weather.credit') })).toBeVisible();
  await focusList(page, 'parcels.list');
  await page.keyboard.press('i');
  const why = page.getByRole('list', { name: en('arrival.why') });
  await expect(why).toContainText('Storm foreseen, Shenzhen');
  await expect(why).toContainText('Would change it: better weather, Shenzhen');
  await expect(page.locator('[lang=ms]').filter({ hasText: 'Ribut diramalkan di Shenzhen' })).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await seamark.call('weather.set', { on: false, address: null, key: null });
  await expect(notes).toBeHidden();
});

test('an address that is none is refused at its field; one that answers nothing is told calmly', async ({
  page,
  open,
  meteo,
}) => {
  await open('/settings');
  await page.getByText(en('weather.own')).click();
  const address = page.getByRole('textbox', { name: en('weather.address') });
  await address.fill('http://elsewhere.example');
  await page.getByRole('button', { name: en('common.save'), exact: true }).click();
  await expect(page.getByRole('alert')).toHaveText(en('weather.addressWrong'));
  meteo.order('server-error');
  await page.getByRole('switch', { name: new RegExp(en('weather.on')) }).check();
  await expect(page.getByText(en('weather.state.waiting'))).toBeVisible();
  await expect(page.getByText(en('fault.source-unreachable'))).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
});

test.describe('in Chinese', () => {
  test.use({ settings: { lang: 'zh-CN', theme: 'dark' } });
  test('switch, warnings and card are there, in the dark too', async ({ page, open, seamark }) => {
    await seamark.call('weather.set', { on: true, address: null, key: null });
    await open('/settings');
    await expect(page.getByRole('list', { name: zh('weather.warnings') })).toContainText('中国 深圳');
    expect(await faultsOf(page)).toEqual([]);
    await open('/parcels/1');
    await expect(page.getByRole('list', { name: zh('weather.warnings') })).toContainText('预报风暴：深圳');
    expect(await faultsOf(page)).toEqual([]);
  });
});
