import type { Page } from '@playwright/test';
import { makeSample } from '../main/sandbox/sample.ts';

/** One screen to take a picture of: where it is, when it is ready, and what is done to it first. */
export interface Screen {
  readonly id: string;
  /** What the engine has: nothing, the sample file, or a shop of the sandbox. */
  readonly data: 'none' | 'file' | 'shop';
  readonly path: (ids: { case: number; parcel: number; draft: number; order: number }) => string;
  readonly ready: string;
  readonly act?: (page: Page) => Promise<void>;
}

const ROW = '[role=option]:visible, article:visible';
const HEAD = 'main h1';

const screen = (
  id: string,
  path: string | Screen['path'],
  ready: string,
  act?: Screen['act'],
  data: Screen['data'] = 'file',
): Screen => ({
  id,
  data,
  path: typeof path === 'string' ? () => path : path,
  ready,
  ...(act ? { act } : {}),
});

async function map(page: Page): Promise<void> {
  await page.keyboard.press('Control+i');
  const buffer = Buffer.from(makeSample(Date.now()));
  await page.getByTestId('import-file').setInputFiles({ name: 'scans.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('dialog').locator('table').first().waitFor();
}

/** Every screen, with the states that look different. */
export const SCREENS: readonly Screen[] = [
  screen('first-run', '/today', HEAD, undefined, 'none'),
  screen('today', '/today', HEAD),
  screen('queue', (ids) => `/queue/${String(ids.case)}`, 'article h1'),
  screen('parcels', '/parcels', ROW),
  screen('parcel', (ids) => `/parcels/${String(ids.parcel)}`, 'article h1'),
  screen(
    'route',
    (ids) => `/parcels/${String(ids.parcel)}`,
    'article h1',
    async (page) => {
      await page.locator('article svg[data-ready=true]').scrollIntoViewIfNeeded();
      await page.locator('article svg[data-ready=true]').waitFor();
    },
  ),
  screen('map', '/map', 'main svg[data-ready=true]'),
  screen(
    'raw',
    (ids) => `/parcels/${String(ids.parcel)}`,
    'article h1',
    async (page) => {
      await page.keyboard.press('v');
      await page.getByRole('table', { name: /Raw scans|原始轨迹/ }).waitFor();
    },
  ),
  screen('draft', (ids) => `/drafts/${String(ids.draft)}`, 'article textarea'),
  screen('sources', '/sources', 'main table'),
  screen('calendars', '/calendars', 'main figure'),
  screen('shops', '/sources', 'main table', undefined, 'shop'),
  screen(
    'connect',
    '/sources',
    HEAD,
    async (page) => {
      await page
        .locator('main button:has-text("Connect a shop"), main button:has-text("连接店铺")')
        .first()
        .click();
      await page.getByRole('dialog').waitFor();
    },
    'shop',
  ),
  screen('orders', '/orders', ROW, undefined, 'shop'),
  screen('order', (ids) => `/orders/${String(ids.order)}`, 'article h1', undefined, 'shop'),
  screen('settings', '/settings', HEAD),
  screen('import', '/sources', HEAD, map),
  screen('palette', '/queue', ROW, async (page) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
  }),
  screen('kit', '/kit', HEAD),
];
