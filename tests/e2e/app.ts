import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, expect, type Page, test as base } from '@playwright/test';
import type { CallInput, CallName, CallResult } from '#shared/contract/index.ts';
import { sandboxArguments } from '../../scripts/electron/choose.ts';
import { findElectron } from '../../scripts/electron/find.ts';

export const ROOT = resolve(import.meta.dirname, '../..');

export interface LaunchOptions {
  readonly home: string;
  /** Extra switches, and the keychain: `none` makes Chromium fall back to its fixed password, which we refuse. */
  readonly keychain?: 'gnome' | 'none';
  readonly env?: Readonly<Record<string, string>>;
}

/** One running Seamark with its log of all starts on this folder, and what this one wrote on both streams. */
export interface Running {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly child: ChildProcess;
  output(): string;
}

/** What goes on the command line of every start. */
export async function commandLine(
  keychain: 'gnome' | 'none',
): Promise<{ executable: string; args: string[] }> {
  const electron = await findElectron(ROOT, () => {});
  const store = keychain === 'gnome' ? 'gnome-libsecret' : 'basic';
  const flags = sandboxArguments(process.getuid?.() ?? null, process.platform);
  return {
    executable: electron.executable,
    args: [
      ...electron.appArguments,
      ...flags,

      `--password-store=${store}`,
    ],
  };
}

/** Starts the real app on a data folder and waits for its window. */
export async function launch(options: LaunchOptions): Promise<Running> {
  const { executable, args } = await commandLine(options.keychain ?? 'gnome');
  const { NODE_OPTIONS: _options, ...env } = process.env as Record<string, string>;
  const app = await _electron.launch({
    executablePath: executable,
    args,
    cwd: ROOT,
    env: { ...env, SEAMARK_HOME: options.home, ...options.env },
  });
  // Playwright forgets the process when the app has closed; the test still ends it.
  const child = app.process();
  let output = '';
  const hear = (data: Buffer): void => void (output += data.toString());
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  // Playwright's own reader may have paused what it no longer reads; a full pipe would stop the app.
  child.stdout?.resume();
  child.stderr?.resume();
  const page = await app.firstWindow();
  await page.waitForLoadState('domcontentloaded');
  const log = join(options.home, 'logs/seamark.log');
  return { app, page, child, output: () => (existsSync(log) ? readFileSync(log, 'utf8') : '') + output };
}

/** Calls through the page's own bridge, as the page does. */
export function call<N extends CallName>(page: Page, name: N, input: CallInput<N>): Promise<CallResult<N>> {
  return page.evaluate(
    ([n, i]) =>
      (
        window as unknown as { seamark: { call(name: string, input: unknown): Promise<unknown> } }
      ).seamark.call(n, i),
    [name, input] as const,
  ) as Promise<CallResult<N>>;
}

/** The engine's state as the page sees it. */
export async function engineState(page: Page): Promise<string> {
  const health = await call(page, 'shell.engine', {});
  return health.ok
    ? `${health.value.state}${health.value.failure ? `:${health.value.failure.code}` : ''}`
    : 'fault';
}

/** Quits by the app's own way and answers the exit code; a quit that hangs fails with what the app said last. */
export async function quit({ app, child, output }: Running): Promise<number | null> {
  const exit = new Promise<number | null>((done) => child.once('exit', done));
  // The connection may end before the answer does.
  await app.evaluate(({ app: electronApp }) => electronApp.quit()).catch(() => {});
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new Error(`It did not quit:\n${output().slice(-3_000)}`)), 20_000);
  });
  try {
    return await Promise.race([exit, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Process id of the first process of the app whose command line holds `word`. */
function pidOf({ child }: Running, word: string): number {
  const ours = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => groupOf(pid) === child.pid);
  const found = ours.find((pid) => commandOf(pid).includes(word));
  if (found === undefined) throw new Error(`No process with "${word}" is running.`);
  return found;
}

/** Process id of the running app's engine. */
export const enginePid = (running: Running): number => pidOf(running, 'engine.js');

/**
 * Tells the shell that the page's process is gone, with Electron's own event. Killing that process for real was tried
 * (`forcefullyCrashRenderer`, and SIGKILL from outside): on the Electron 33 of development, under Xvfb, the event came in
 * about two of three times only.
 */
export async function crashPage({ app }: Running): Promise<void> {
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.emit('render-process-gone', {}, { reason: 'crashed' }),
  );
}

/** The process group: all of the app's processes have the one that Playwright made. */
function groupOf(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[2]);
  } catch {
    return 0;
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

/** Ends the app with all its processes at once, and waits until it is gone: nothing may still write to its folder. */
async function end({ child }: Running): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((done) => child.once('exit', done));
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
  await exit;
}

interface Fixtures {
  /** A fresh data folder. */
  home: string;
  /** Starts Seamark; everything started is ended after the test. */
  start: (options?: Partial<LaunchOptions>) => Promise<Running>;
}

export const test = base.extend<Fixtures>({
  home: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'seamark-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  },
  start: async ({ home }, use, info) => {
    const running: Running[] = [];
    await use(async (options = {}) => {
      const one = await launch({ home, ...options });
      running.push(one);
      return one;
    });
    if (info.status !== info.expectedStatus) {
      for (const { output, page } of running) {
        await info.attach('output', { body: output().slice(-20_000) });
        await page.screenshot({ path: info.outputPath('page.png'), timeout: 5_000 }).catch(() => {});
      }
    }
    for (const one of running) await end(one);
  },
});
export { expect };
