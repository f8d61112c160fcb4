import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CallOutput, calls, type ShellCallName } from '#shared/contract/index.ts';
import { DEFAULT_SETTINGS, type Settings, settingsSchema } from '#shared/contract/shell.ts';
import { fail, ok, type Result } from '#shared/result.ts';

/**
 * The shell's calls for a plain browser: settings in a file of the data folder; what needs a desktop answers
 * `not-available`, and the page offers the browser's own way (its file chooser, its clipboard).
 */
export function createBrowserShell(deps: {
  home: string;
  send: (topic: string, revision: number, payload: unknown) => void;
}): (name: string, input: unknown) => Promise<Result<unknown>> {
  const file = join(deps.home, 'browser-settings.json');
  let settings: Settings = { ...DEFAULT_SETTINGS, ...readSettings(file) };
  let revision = 0;

  const health: CallOutput<'shell.engine'> = {
    state: 'ready',
    restarts: 0,
    nextAttemptAt: null,
    failure: null,
    sample: false,
  };
  const handlers: Partial<Record<ShellCallName, (input: never) => unknown>> = {
    'shell.settings': () => settings,
    'shell.set': (change: Partial<Settings>) => {
      settings = { ...settings, ...change };
      writeFileSync(file, JSON.stringify(settings));
      revision += 1;
      deps.send('settings', revision, settings);
      return settings;
    },
    'shell.engine': () => health,
    'shell.about': () => ({
      version: 'development',
      electron: null,
      node: process.versions.node,
      platform: process.platform,
      engineHost: 'in-process',
      dataFolder: deps.home,
    }),
    'shell.pageReady': () => ({}),
  };

  return async (name, input) => {
    const handler = handlers[name as ShellCallName];
    if (!handler) return fail('not-available');
    const parsed = calls[name as ShellCallName].input.safeParse(input);
    if (!parsed.success) return fail('bad-input');
    return ok(handler(parsed.data as never));
  };
}

function readSettings(file: string): Partial<Settings> {
  try {
    return settingsSchema.partial().parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}
