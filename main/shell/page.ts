import type { BrowserWindow } from 'electron';
import type * as Electron from 'electron';
import type { translate } from '#shared/text/translate.ts';
import type { Logger } from '../engine/ports.ts';
import { guardNavigation } from './navigation.ts';
import { afterGone } from './pageCrash.ts';

type Word = (key: Parameters<typeof translate>[1], values?: Parameters<typeof translate>[2]) => string;

/** Keeps the page in its place, and brings it back when its process is gone. The engine is not touched. */
export function keepPage(deps: {
  readonly electron: Pick<typeof Electron, 'dialog' | 'shell'>;
  readonly window: BrowserWindow;
  readonly log: Logger;
  readonly word: Word;
  readonly now: () => number;
  readonly quit: () => void;
  readonly gone: () => void;
}): void {
  const { electron, window, word } = deps;
  const choose = async (message: string, yes: string, no: string): Promise<boolean> => {
    const buttons = [yes, no];
    const { response } = await electron.dialog.showMessageBox(window, {
      message,
      buttons,
      cancelId: 1,
      noLink: true,
    });
    return response === 0;
  };
  guardNavigation(window.webContents, {
    openExternal: (url) => electron.shell.openExternal(url),
    ask: (host) => choose(word('dialog.leave', { host }), word('dialog.open'), word('dialog.cancel')),
    log: deps.log,
  });
  let lastCrashAt: number | null = null;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    const action = afterGone(reason, lastCrashAt, deps.now());
    deps.gone();
    deps.log.error('page.gone', { reason, action });
    if (action === 'ignore') return;
    lastCrashAt = deps.now();
    if (action === 'reload') {
      window.webContents.reload();
      return;
    }
    void choose(word('dialog.pageGone', { reason }), word('dialog.reload'), word('dialog.quit')).then(
      (again) => (again ? window.webContents.reload() : deps.quit()),
    );
  });
}
