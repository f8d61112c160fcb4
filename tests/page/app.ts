import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Locator, type Page, test as base } from '@playwright/test';
import type { CallInput, CallName, CallOutput } from '#shared/contract/index.ts';
import { DEFAULT_SETTINGS, type Settings } from '#shared/contract/shell.ts';
import { DEFAULT_IMPORT_OPTIONS, type ImportRun } from '#shared/model/import.ts';
import type { TextValues } from '#shared/text/define.ts';
import { translate } from '#shared/text/translate.ts';
import type { UiKey } from '#shared/text/ui/index.ts';
import { type Loopback, startLoopback } from '../../main/loopback/server.ts';
import { makeSample } from '../../main/sandbox/sample.ts';

/** Nothing listens there: no page test asks a real service. */
const NOBODY = 'http://127.0.0.1:9';
const PAGE = resolve(import.meta.dirname, '../../out/renderer');

/** English words of the page, by their key. */
export const en = (key: UiKey, values?: TextValues): string => translate('en', key, values);
export const zh = (key: UiKey, values?: TextValues): string => translate('zh-CN', key, values);

/** One engine on a fresh data folder, with its page. */
export interface Seamark {
  readonly home: string;
  /** Of its store. */
  readonly key: string;
  readonly url: string;
  /** Asks the engine directly; throws on a fault. */
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>;
  /** Writes a file beside the data and answers its path. */
  file(name: string, content: string | Uint8Array): string;
  /** Brings a file in without the page, and waits until it is in. */
  importFile(path: string): Promise<ImportRun>;
  /** Brings the invented sample in. */
  sample(): Promise<ImportRun>;
  /** Stops the engine, as a crash would; the page stays. */
  stop(): Promise<void>;
  /** Starts it again at the same address, on the same data. */
  start(): Promise<void>;
}

/** Starts an engine in `home` with these settings. */
async function startSeamark(
  home: string,
  settings: Partial<Settings>,
  hosts: Readonly<Record<string, string>>,
): Promise<Seamark> {
  writeFileSync(join(home, 'browser-settings.json'), JSON.stringify({ ...DEFAULT_SETTINGS, ...settings }));
  const key = randomBytes(32).toString('hex');
  const carriers = { hostFor: (source: string): string => hosts[source] ?? NOBODY };
  const weather = { host: hosts['open-meteo'] ?? NOBODY };
  const run = (port: number): Promise<Loopback> =>
    startLoopback({ home, key, port, pageDir: PAGE, carriers, weather });
  let loopback = await run(0);
  const { url } = loopback;
  const call: Seamark['call'] = async (name, input) => {
    const answer = await loopback.engine.dispatch(name, input);
    if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`);
    return answer.value as never;
  };
  const file: Seamark['file'] = (name, content) => {
    const path = join(home, name);
    writeFileSync(path, content);
    return path;
  };
  const importFile: Seamark['importFile'] = async (path) => {
    const options = DEFAULT_IMPORT_OPTIONS;
    const { digest, mapping } = await call('imports.preview', { path, mapping: null, options });
    const { id } = await call('imports.start', { path, digest, mapping, options });
    for (;;) {
      const run = (await call('imports.list', {})).imports.find((one) => one.id === id);
      if (run && run.state !== 'running' && run.state !== 'projecting') return run;
      await new Promise((done) => setTimeout(done, 25));
    }
  };
  let open = true;
  return {
    home,
    key,
    url,
    call,
    file,
    importFile,
    sample: () => importFile(file('sample.csv', makeSample(Date.now()))),
    stop: async () => {
      if (open) await loopback.close();
      open = false;
    },
    start: async () => {
      loopback = await run(Number(new URL(url).port));
      open = true;
    },
  };
}

interface Fixtures {
  /** What this test starts with; `test.use({ settings: … })` changes it. */
  settings: Partial<Settings>;
  /** True brings the sample in before the page opens. */
  withSample: boolean;
  /** Where tracking services and Open-Meteo are, by name; one that is not here is nowhere. A test may add to it. */
  hosts: Record<string, string>;
  seamark: Seamark;
  /** Opens a path of the page, Today unless said, and waits until it has drawn. */
  open: (path?: string) => Promise<void>;
  /** What the page must not do: errors in the console, broken content policy, unhandled rejections. */
  complaints: string[];
}

export const test = base.extend<Fixtures>({
  settings: [{}, { option: true }],
  withSample: [false, { option: true }],
  hosts: async ({}, use) => use({}),
  seamark: async ({ page, settings, withSample, hosts }, use) => {
    const home = mkdtempSync(join(tmpdir(), 'seamark-page-'));
    const seamark = await startSeamark(home, { lang: 'en', theme: 'light', ...settings }, hosts);
    if (withSample) await seamark.sample();
    await use(seamark);
    // The page leaves before its engine does: a connection that this end cuts is no complaint of the page.
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.goto('about:blank').catch(() => null);
    await seamark.stop();
    rmSync(home, { recursive: true, force: true });
  },
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      await use(complaints);
      if (complaints.length > 0) throw new Error(`The page complained:\n${complaints.join('\n')}`);
    },
    { auto: true },
  ],
  open: async ({ page, seamark }, use) => {
    await use(async (path = '/') => {
      await page.goto(seamark.url + path);
      await page.getByRole('navigation').waitFor();
    });
  },
});

/** The list of a screen, with the focus in it, so that single keys act. */
export async function focusList(page: Page, label: UiKey): Promise<Locator> {
  const list = page.getByRole('listbox', { name: en(label) });
  await list.getByRole('option').first().waitFor();
  await list.focus();
  return list;
}

/** The rail's button of a screen. */
export const rail = (page: Page, view: 'today' | 'queue' | 'parcels' | 'drafts' | 'sources' | 'settings') =>
  page.getByRole('navigation').getByRole('button', { name: en(`nav.${view}`) });

/** The status line, also while a dialog hides it from assistive tools. */
export const statusLine = (page: Page): Locator =>
  page.getByRole('contentinfo', { name: en('status.label'), includeHidden: true });

export { expect } from '@playwright/test';
