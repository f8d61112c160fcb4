import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from '@playwright/test';
import { DEFAULT_SETTINGS, type UiLang } from '#shared/contract/shell.ts';
import type { CallName } from '#shared/contract/index.ts';
import { DEFAULT_IMPORT_OPTIONS } from '#shared/model/import.ts';
import { type Loopback, startLoopback } from '../main/loopback/server.ts';
import { makeSample } from '../main/sandbox/sample.ts';
import { CHROMIUM } from '../tests/page/browser.ts';
import { loadShop, startShopee } from '../tests/page/shopee.ts';
import { ensureBuilt } from './build.ts';
import { SCREENS, type Screen } from './shotScreens.ts';
import { ensureSystem } from './system/install.ts';

/**
 * Pictures of every screen over the invented sample and a shop of the sandbox: light and dark, English and Chinese, at
 * 1440, 1000 and 700 pixels. Into the folder given; without one only the few that the documents show, into docs/pictures.
 *
 *   npm run shots [FOLDER]
 */
const root = resolve(import.meta.dirname, '..');
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const { positionals } = parseArgs({ allowPositionals: true });
const [given] = positionals;
const folder = resolve(given ?? join(root, 'docs/pictures'));

const THEMES = ['light', 'dark'] as const;
const LANGS: readonly UiLang[] = ['en', 'zh-CN'];
const WIDTHS = [1440, 1000, 700] as const;
/** What the documents show. */
const REPRESENTATIVE: ReadonlySet<string> = new Set([
  'first-run-light-en-1440',
  'today-light-en-1440',
  'queue-dark-zh-CN-1440',
  'parcel-light-en-1000',
  'draft-light-en-1440',
  'import-dark-en-1440',
]);

interface World {
  readonly loopback: Loopback;
  readonly ids: {
    readonly case: number;
    readonly parcel: number;
    readonly draft: number;
    readonly order: number;
  };
  close(): Promise<void>;
}

async function call(loopback: Loopback, name: CallName, input: unknown): Promise<never> {
  const answer = await loopback.engine.dispatch(name, input);
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`);
  return answer.value as never;
}

const NOTHING = { case: 0, parcel: 0, draft: 0, order: 0 };

/** An engine on a fresh folder: without any data, with the sample in it, or with a shop of the sandbox connected. */
async function openWorld(home: string, data: Screen['data']): Promise<World> {
  const key = randomBytes(32).toString('hex');
  mkdirSync(home);
  writeFileSync(join(home, 'browser-settings.json'), JSON.stringify(DEFAULT_SETTINGS));
  const loopback = await startLoopback({ home, key, port: 0, pageDir: join(root, 'out/renderer') });
  const close = (): Promise<void> => loopback.close();
  if (data === 'none') return { loopback, ids: NOTHING, close };
  if (data === 'shop') return openShop(loopback);
  const path = join(home, 'sample.csv');
  writeFileSync(path, makeSample(Date.now()));
  const options = DEFAULT_IMPORT_OPTIONS;
  const preview: { digest: string; mapping: unknown } = await call(loopback, 'imports.preview', {
    path,
    mapping: null,
    options,
  });
  const { digest, mapping } = preview;
  await call(loopback, 'imports.start', { path, digest, mapping, options });
  await loopback.engine.settled();
  const filter = { view: 'waiting', kind: 'delivery-failed', market: null, text: '', limit: 1, cursor: null };
  const { rows }: { rows: { id: number; parcelId: number }[] } = await call(loopback, 'queue.page', filter);
  const first = rows[0];
  if (!first) throw new Error('The sample has no case to show');
  const draft: { id: number } = await call(loopback, 'drafts.create', { caseId: first.id, lang: 'en' });
  return { loopback, ids: { ...NOTHING, case: first.id, parcel: first.parcelId, draft: draft.id }, close };
}

async function openShop(loopback: Loopback): Promise<World> {
  const shopee = await startShopee();
  await loadShop({ call: (name, input) => call(loopback, name, input) }, shopee, 'MY');
  const all = { text: '', shopId: null, market: null, status: 'SHIPPED', limit: 1, cursor: null };
  const { rows }: { rows: { id: number }[] } = await call(loopback, 'orders.page', all);
  return {
    loopback,
    ids: { ...NOTHING, order: rows[0]?.id ?? 0 },
    close: async () => {
      await loopback.close();
      await shopee.close();
    },
  };
}

async function shoot(page: Page, world: World, screen: Screen, name: string): Promise<void> {
  await page.goto(world.loopback.url + screen.path(world.ids));
  await page.locator(screen.ready).first().waitFor();
  await screen.act?.(page);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' });
}

async function run(browser: Browser, home: string): Promise<number> {
  const worlds = {
    none: await openWorld(join(home, 'none'), 'none'),
    file: await openWorld(join(home, 'file'), 'file'),
    shop: await openWorld(join(home, 'shop'), 'shop'),
  };
  let count = 0;
  for (const theme of THEMES) {
    for (const lang of LANGS) {
      for (const width of WIDTHS) {
        const wanted = SCREENS.map((screen) => ({
          screen,
          name: `${screen.id}-${theme}-${lang}-${String(width)}`,
        })).filter(({ name }) => given !== undefined || REPRESENTATIVE.has(name));
        if (wanted.length === 0) continue;
        const context = await browser.newContext({
          viewport: { width, height: given === undefined ? 640 : 900 },
          timezoneId: 'Asia/Shanghai',
          reducedMotion: 'reduce',
          // The design system's page has no settings of its own: it follows the system.
          colorScheme: theme,
        });
        for (const { screen, name } of wanted) {
          const world = worlds[screen.data];
          const page = await context.newPage();
          await setLook(page, world.loopback.url, { theme, lang });
          await shoot(page, world, screen, name);
          await page.close();
          count += 1;
        }
        await context.close();
      }
    }
  }
  for (const world of Object.values(worlds)) await world.close();
  return count;
}

/** Theme and language through the page's own bridge, as Settings sets them. */
async function setLook(page: Page, url: string, look: { theme: string; lang: UiLang }): Promise<void> {
  await page.goto(`${url}/kit`);
  await page.evaluate(async (input) => {
    await fetch('/bridge/call', { method: 'POST', body: JSON.stringify({ name: 'shell.set', input }) });
  }, look);
}

ensureSystem(['chromium', 'fonts'], say);
ensureBuilt(root, say);
mkdirSync(folder, { recursive: true });
const home = mkdtempSync(join(tmpdir(), 'seamark-shots-'));
const browser = await chromium.launch(CHROMIUM.launchOptions);
try {
  say(`${String(await run(browser, home))} pictures in ${folder}`);
} finally {
  await browser.close();
  rmSync(home, { recursive: true, force: true });
}
