import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page, test as base } from '@playwright/test';
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

/** One running Seamark with what it wrote on both streams. */
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
    args: [...electron.appArguments, ...flags, `--password-store=${store}`],
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
    env: { ...env, SEAMARK_HOME: options.home, SEAMARK_LOG: 'stderr', ...options.env },
  });
  // Playwright forgets the process when the app has closed; the test still ends it.
  const child = app.process();
  let output = '';
  const hear = (data: Buffer): void => void (output += data.toString());
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const page = await app.firstWindow();
  await page.waitForLoadState('domcontentloaded');
  return { app, page, child, output: () => output };
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
    rmSync(folder, { recursive: true, force: true });
  },
  start: async ({ home }, use) => {
    const running: Running[] = [];
    await use(async (options = {}) => {
      const one = await launch({ home, ...options });
      running.push(one);
      return one;
    });
    for (const { child } of running) child.kill('SIGKILL');
  },
});
export { expect } from '@playwright/test';
