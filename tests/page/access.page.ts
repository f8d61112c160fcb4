import type { Page } from '@playwright/test';
import type { UiLang } from '#shared/contract/shell.ts';
import { translate } from '#shared/text/translate.ts';
import type { UiKey } from '#shared/text/ui/index.ts';
import { expect, type Seamark, test } from './app.ts';
import { faultsOf } from './axe.ts';
import { csvOf, failed } from './scans.ts';

const first = { kind: null, market: null, text: '', limit: 1, cursor: null };

/** A named state of the page: how to get there from a fresh page. */
interface State {
  readonly name: string;
  readonly path: string;
  readonly act?: (page: Page) => Promise<void>;
}

async function states(seamark: Seamark, t: (key: UiKey, values?: { n: number }) => string): Promise<State[]> {
  const row = (await seamark.call('queue.page', { view: 'waiting', ...first })).rows[0];
  const id = row?.id ?? 0;
  const draft = await seamark.call('drafts.create', { caseId: id, lang: 'en' });
  const bad = seamark.file('mixed.csv', csvOf([...failed(1, 5), { number: '', code: 'F100', ago: 5 }]));
  const keys =
    (...pressed: string[]) =>
    async (page: Page): Promise<void> => {
      const list = page.getByRole('listbox');
      await list.getByRole('option').first().waitFor();
      await list.focus();
      for (const key of pressed) await page.keyboard.press(key);
    };
  const importing = async (page: Page, file: string): Promise<void> => {
    await page.keyboard.press('Control+i');
    await page.getByTestId('import-file').setInputFiles(file);
    await page.getByRole('dialog').locator('table').first().waitFor();
  };
  return [
    { name: 'Today', path: '/today' },
    { name: 'the queue', path: '/queue' },
    { name: 'an empty view', path: '/queue', act: keys(']') },
    { name: 'a selection', path: '/queue', act: keys('j', 'x', 'Shift+J') },
    { name: 'a case', path: `/queue/${String(id)}` },
    {
      name: 'the menu of a case',
      path: `/queue/${String(id)}`,
      act: (page) => page.getByRole('button', { name: t('common.more') }).click(),
    },
    { name: 'snooze', path: '/queue', act: keys('j', 'h') },
    { name: 'dismiss', path: '/queue', act: keys('j', '#') },
    { name: 'a toast', path: '/queue', act: keys('j', 't') },
    { name: 'the palette', path: '/queue', act: keys('j', 'Control+k') },
    { name: 'the shortcuts', path: '/queue', act: keys('j', '?') },
    { name: 'parcels', path: '/parcels' },
    { name: 'the map', path: '/map' },
    { name: 'a parcel', path: `/parcels/${String(row?.parcelId)}` },
    { name: 'why', path: `/parcels/${String(row?.parcelId)}`, act: keys('i') },
    { name: 'raw scans', path: `/parcels/${String(row?.parcelId)}`, act: keys('v') },
    {
      name: 'whose number it is',
      path: `/parcels/${String(row?.parcelId)}`,
      act: async (page) => {
        await page.getByRole('button', { name: t('carrier.change') }).click();
        await page.getByRole('dialog').getByLabel(t('carrier.other')).waitFor();
      },
    },
    { name: 'drafts', path: '/drafts' },
    { name: 'a draft', path: `/drafts/${String(draft.id)}` },
    { name: 'sources', path: '/sources' },
    { name: 'settings', path: '/settings' },
    { name: 'calendars', path: '/calendars' },
    {
      name: 'adding days off',
      path: '/calendars',
      act: async (page) => {
        await page.getByRole('button', { name: t('days.add') }).click();
        await page.getByRole('button', { name: t('common.save') }).click();
      },
    },
    {
      name: 'a carrier’s week',
      path: '/calendars',
      act: async (page) => {
        await page.getByRole('button', { name: t('weeks.add') }).click();
        await page.getByRole('dialog').getByLabel(t('weeks.works')).selectOption('own');
      },
    },
    { name: 'choosing a file', path: '/sources', act: (page) => page.keyboard.press('Control+i') },
    { name: 'the mapping', path: '/sources', act: (page) => importing(page, bad) },
    {
      name: 'the result with refused rows',
      path: '/sources',
      act: async (page) => {
        await importing(page, bad);
        await page
          .getByRole('dialog')
          .getByRole('button', { name: t('import.start'), exact: true })
          .click();
        await page
          .getByRole('dialog')
          .getByRole('region', { name: t('import.refused') })
          .waitFor();
      },
    },
  ];
}

/** Contrast is a matter of the theme and names are one of the language: each of both once is all there is to find. */
const COMBINATIONS = [
  { theme: 'light', lang: 'en' },
  { theme: 'dark', lang: 'zh-CN' },
] as const satisfies readonly { theme: string; lang: UiLang }[];

for (const { theme, lang } of COMBINATIONS) {
  test.describe(`${theme}, ${lang}`, () => {
    test.use({ settings: { theme, lang } });

    test('axe finds nothing on any screen or dialog', async ({ page, seamark, open }) => {
      test.setTimeout(360_000);
      await open('/today');
      await page.getByRole('heading', { level: 1 }).waitFor();
      const found: Record<string, string[]> = { 'first run': await faultsOf(page) };
      for (const path of ['/queue', '/parcels', '/drafts', '/sources', '/calendars']) {
        await open(path);
        await page.locator('main p').first().waitFor();
        found[`${path} without data`] = await faultsOf(page);
      }
      await seamark.sample();
      const all = await states(seamark, (key, values) => translate(lang, key, values));
      for (const { name, path, act } of all) {
        await test.step(name, async () => {
          await open(path);
          await page.locator('main :is(h1, [role=option], [role=tab]):visible').first().waitFor();
          await page.locator(`html[data-theme=${theme}]`).waitFor();
          await act?.(page);
          found[name] = await faultsOf(page);
        });
      }
      expect(Object.keys(found)).toHaveLength(all.length + 6);
      expect(Object.fromEntries(Object.entries(found).filter(([, lines]) => lines.length > 0))).toEqual({});
    });
  });
}
