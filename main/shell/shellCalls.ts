import type { BrowserWindow, Clipboard, Dialog, FileFilter } from 'electron';
import type { CallOutput, Handlers, ShellCallName } from '#shared/contract/index.ts';
import type { EngineHealth } from '#shared/contract/shell.ts';
import { translate } from '#shared/text/translate.ts';
import type { SettingsStore } from './settings.ts';
import type { Sample } from './sample.ts';
import type { Supervisor } from './supervisor.ts';
import { FaultError } from '#shared/result.ts';

export interface ShellCallDeps {
  readonly settings: SettingsStore;
  readonly engine: Supervisor;
  readonly sample: Sample;
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>;
  readonly clipboard: Pick<Clipboard, 'writeText'>;
  readonly window: () => BrowserWindow | null;
  readonly showFolder: () => void;
  /** Sets the key aside where a new one is needed, so that "start empty" can begin. */
  readonly forgetKey: () => void;
  readonly about: () => CallOutput<'shell.about'>;
  readonly pageReady: (sincePageStartMs: number) => void;
  readonly quit: () => void;
}

/** The shell's own calls, one handler each (the type demands all and no others). */
export function shellHandlers(deps: ShellCallDeps): Handlers<ShellCallName, void> {
  const { settings, engine, sample } = deps;
  const health = (): EngineHealth => ({ ...engine.health(), sample: sample.active() });
  const filters = (extensions: readonly string[]): FileFilter[] =>
    extensions.length === 0
      ? []
      : [{ name: translate(settings.get().lang, 'dialog.trackingFiles'), extensions: [...extensions] }];
  return {
    'shell.settings': () => settings.get(),
    // An optional field that is absent is not a value.
    'shell.set': (change) =>
      settings.change(Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))),
    'shell.engine': () => health(),
    'shell.explore': async ({ on }) => {
      if (!on) await sample.leave();
      else {
        const begun = await sample.begin();
        if (!begun.ok) throw new FaultError(begun.error.code, begun.error.detail);
      }
      return health();
    },
    'shell.startAction': ({ action }) => {
      const code = engine.health().failure?.code;
      if (action === 'retry') engine.retry();
      if (action === 'show-folder') deps.showFolder();
      if (action === 'quit') deps.quit();
      if (action === 'restore-backup') engine.recover('restore-backup');
      if (action === 'start-empty') {
        if (code === 'key-changed' || code === 'key-missing') deps.forgetKey();
        engine.recover('start-empty');
      }
      return health();
    },
    'shell.pickFile': async ({ extensions }) => {
      const window = deps.window();
      const options = { properties: ['openFile' as const], filters: filters(extensions) };
      const answer = await (window
        ? deps.dialog.showOpenDialog(window, options)
        : deps.dialog.showOpenDialog(options));
      return { path: answer.canceled ? null : (answer.filePaths[0] ?? null) };
    },
    'shell.saveFile': async ({ name, extensions }) => {
      const window = deps.window();
      const options = { defaultPath: name, filters: filters(extensions) };
      const answer = await (window
        ? deps.dialog.showSaveDialog(window, options)
        : deps.dialog.showSaveDialog(options));
      return { path: answer.canceled || answer.filePath === '' ? null : answer.filePath };
    },
    'shell.copyText': async ({ text }) => {
      await deps.clipboard.writeText(text);
      return {};
    },
    'shell.about': () => deps.about(),
    'shell.pageReady': ({ sincePageStartMs }) => {
      deps.pageReady(sincePageStartMs);
      return {};
    },
    'shell.quit': () => {
      deps.quit();
      return {};
    },
  };
}
